import { describe, expect, it } from 'vitest'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const answerTo = (error: string, document: string, given: GivenPolicies = {}) => {
  const { answer } = pastedCase(`${error}\n\n${document}`, given)
  const { headline, fact, noPolicy, basis } = answer
  return {
    basis,
    headline: plainText(headline),
    fact: fact === null ? '' : plainText(fact.sentence),
    changes: noPolicy?.changes.map(({ sentence }) => plainText(sentence)) ?? [],
    commands: noPolicy?.changes.flatMap(({ commands }) => commands.map(({ bash }) => bash)) ?? [],
  }
}

const refused = (code: string, operation: string, words: string): string =>
  `An error occurred (${code}) when calling the ${operation} operation: ${words}`

const document = (statement: object, rest: object = { Version: '2012-10-17' }): string =>
  JSON.stringify({ ...rest, Statement: [statement] }, null, 2)

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports-7/*' }

describe('a policy document in the text of the error that refused it', () => {
  it.each([
    [
      'an SCP with a Principal',
      `aws organizations create-policy --type SERVICE_CONTROL_POLICY --content file://root.json\n${refused('MalformedPolicyDocumentException', 'CreatePolicy', 'The provided policy document does not meet the requirements of the specified policy type.')}`,
      document({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }),
      'service control policy takes no Principal',
      'Delete Principal',
    ],
    [
      'a bucket policy without one',
      refused('MalformedPolicy', 'PutBucketPolicy', 'Missing required field Principal'),
      document(READ),
      'bucket policy needs Principal',
      'Add a Principal',
    ],
    [
      'a bucket policy about another bucket',
      `$ aws s3api put-bucket-policy --bucket reports-8 --policy file://p.json\n${refused('MalformedPolicy', 'PutBucketPolicy', 'Policy has invalid resource')}`,
      document({ ...READ, Principal: '*' }),
      'bucket reports-8 can’t name arn:aws:s3:::reports-7/*',
      'Write arn:aws:s3:::reports-8',
    ],
    [
      'an identity-based policy with one',
      refused('MalformedPolicyDocument', 'PutRolePolicy', 'Syntax errors in policy.'),
      document({ ...READ, Principal: '*' }),
      'identity-based policy takes no Principal',
      'Delete Principal',
    ],
    [
      'a Sid with other characters',
      refused('MalformedPolicyDocument', 'CreatePolicy', 'The policy failed legacy parsing'),
      document({ ...READ, Sid: 'read-reports' }),
      '"read-reports" has other characters',
      '"Sid": "readreports"',
    ],
    [
      'a Version of one’s own',
      refused('MalformedPolicyDocument', 'CreatePolicy', 'Policy document must be version 2012-10-17 or greater.'),
      document(READ, { Version: '2026-01-01' }),
      'not "2026-01-01"',
      '"Version": "2012-10-17"',
    ],
    [
      'a topic policy with an action of another service',
      refused(
        'InvalidParameter',
        'SetTopicAttributes',
        'Invalid parameter: Policy statement action out of service scope!',
      ),
      document({ ...READ, Principal: '*', Action: ['sns:Publish', 'sqs:SendMessage'] }),
      'sqs:SendMessage isn’t one',
      'Take sqs:SendMessage out',
    ],
    [
      'a repository policy with a Resource',
      `aws ecr set-repository-policy --repository-name app --policy-text file://r.json\n${refused('InvalidParameterException', 'SetRepositoryPolicy', "Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'")}`,
      document({ ...READ, Principal: '*', Action: 'ecr:BatchGetImage' }),
      'repository policy takes no Resource',
      'Delete Resource',
    ],
    [
      'an operator that is none',
      refused('MalformedPolicyDocument', 'PutUserPolicy', 'Syntax errors in policy.'),
      document({ ...READ, Condition: { StringEqual: { 'aws:RequestedRegion': 'eu-west-1' } } }),
      'no condition operator "StringEqual"',
      'Write StringEquals in place of StringEqual',
    ],
  ])('tells what is wrong with %s, and what sets it right', (_, error, text, mistake, repair) => {
    const told = answerTo(error, text)
    expect(told.basis).toBe('claimed')
    expect(told.headline).toContain('because of how it’s written')
    expect(told.fact).toContain(mistake)
    expect(told.changes[0]).toContain(repair)
  })

  it('names the one role of the text as who may be let in', () => {
    const error = `${refused('MalformedPolicy', 'PutBucketPolicy', 'Missing required field Principal')}\nfor arn:aws:iam::111122223333:role/trainer`
    expect(answerTo(error, document(READ)).changes[0]).toContain('{"AWS": "arn:aws:iam::111122223333:role/trainer"}')
  })

  it('has it validated as the type of policy that the call sets', () => {
    const error = refused('MalformedPolicy', 'PutBucketPolicy', 'Missing required field Principal')
    expect(answerTo(error, document(READ)).commands.join(' ')).toContain('--policy-type RESOURCE_POLICY')
  })

  it('has one that is given beside validated as what it is', () => {
    const error = refused(
      'MalformedPolicyDocumentException',
      'CreatePolicy',
      'The document does not meet the requirements.',
    )
    const commandOf = (given: GivenPolicies) => answerTo(error, '', given).commands.join(' ')
    const withPrincipal = document({ Effect: 'Deny', Principal: '*', Action: 's3:PutBucketAcl', Resource: '*' })
    expect(commandOf({ scp: withPrincipal })).toContain('--policy-type SERVICE_CONTROL_POLICY')
    expect(commandOf({ identity: withPrincipal })).toContain('--policy-type IDENTITY_POLICY')
    expect(commandOf({})).toContain('--policy-type IDENTITY_POLICY')
  })

  it('finds no fault with one that fits its place, nor in a text without one', () => {
    const error = refused('MalformedPolicy', 'PutBucketPolicy', 'Policy has invalid resource')
    const whole = answerTo(error, document({ ...READ, Principal: { AWS: '111122223333' } }))
    expect(whole.fact).toContain('names only its own bucket')
    expect(whole.changes).toHaveLength(1)
    expect(answerTo(error, '').fact).not.toContain('takes no')
  })

  it('is no denial of what the document allows', () => {
    const error = refused('MalformedPolicyDocument', 'CreateRole', 'This policy contains invalid Json')
    const told = answerTo(
      error,
      document({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
    )
    expect(told.headline).not.toContain('sts:AssumeRole')
    expect(told.basis).toBe('claimed')
  })
})

describe('a document that was set as the trust policy of a role', () => {
  const words = 'AssumeRole policy may only specify STS AssumeRole actions.'
  const error = refused('MalformedPolicyDocument', 'CreateRole', words)
  const trust = (...Action: readonly string[]) => ({
    Effect: 'Allow',
    Principal: { Service: 'ec2.amazonaws.com' },
    Action,
  })
  const PERMISSIONS = 'The role’s trust policy has a field or action'

  it('has a name misspelt: the action that is meant stands in its place, and the others stay', () => {
    const told = answerTo(error, document(trust('sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSessions')))
    expect(told.headline).not.toContain(PERMISSIONS)
    expect(told.fact).toContain('"sts:TagSessions"')
    expect(told.changes[0]).toBe(
      'Write sts:TagSession in place of sts:TagSessions, and leave the other actions as they are.',
    )
    expect(told.commands.join(' ')).not.toContain('put-role-policy')
  })

  it('names an action of another service: that one goes to a policy of its own', () => {
    const told = answerTo(error, document(trust('sts:AssumeRole', 's3:GetObject')))
    expect(told.changes[0]).toContain('Take s3:GetObject out of the trust policy')
  })

  it('was given besides the error, also as code whose variables have their values when it is set', () => {
    const code = (action: string) =>
      `assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Federated: providerArn }, Action: "${action}" }] })`
    const given = pastedCase(error, { resource: document(trust('sts:AssumRole')) }).answer
    expect(given.noPolicy?.changes.map(({ sentence }) => plainText(sentence))[0]).toContain('Write sts:AssumeRole ')
    expect(answerTo(error, code('sts:AsumeRoleWithWebIdentity')).changes[0]).toContain('Write sts:AssumeRoleWithWebId')
    expect(answerTo(error, code('sts:AssumeRoleWithWebIdentity')).fact).not.toContain('providerArn')
    const whole = pastedCase(error, { resource: document(trust('sts:AssumeRole')) }).answer
    expect(plainText(whole.headline)).toContain(PERMISSIONS)
  })

  it('names a Resource, which no trust policy has', () => {
    const prohibited = refused('MalformedPolicyDocument', 'UpdateAssumeRolePolicy', 'Has prohibited field Resource')
    const told = answerTo(prohibited, document({ ...trust('sts:AssumeRole'), Resource: '*' }))
    expect(told.changes[0]).toContain('Delete Resource')
  })

  it('takes every action of the family, so that no fault is found with them', () => {
    const all = trust('sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity', 'sts:SetContext')
    const told = answerTo(error, document(all))
    expect(told.headline).not.toContain(PERMISSIONS)
    expect(told.fact).not.toContain('sts:')
  })

  it('is a permissions policy where it has no principal, also beside a whole trust policy', () => {
    expect(answerTo(error, document(READ)).headline).toContain(PERMISSIONS)
    expect(answerTo(error, '').headline).toContain(PERMISSIONS)
    const both = `${document(trust('sts:AssumeRole'))}\n\n${document(READ)}`
    expect(answerTo(error, both).headline).toContain(PERMISSIONS)
    const misspelt = `${document(trust('sts:AssumeRoles'))}\n\n${document(READ)}`
    expect(answerTo(error, misspelt).changes[0]).toContain('Write sts:AssumeRole in place of sts:AssumeRoles')
  })
})
