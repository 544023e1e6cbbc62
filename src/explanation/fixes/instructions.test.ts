import { describe, expect, it } from 'vitest'
import { explainRemedies } from './remedies'
import { plainText } from '../../text/phrase'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'

const policy = (statement: object): string => JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)

const remedyOf = (paste: string, given: GivenPolicies = {}) => {
  const { judged, answer } = pastedCase(paste, given)
  return { answer, ...explainRemedies({ judged, answer, together: null }) }
}

const told = ({ instructions }: ReturnType<typeof remedyOf>) =>
  instructions.map(({ sentence, commands }) => [
    plainText(sentence),
    ...commands.map(({ is, bash }) => `${is}: ${bash}`),
  ])

const denied = (who: string, action: string, resource: string, ending: string): string =>
  `An error occurred (AccessDenied) when calling the operation: User: arn:aws:iam::111122223333:${who} is not authorized to perform: ${action} on resource: ${resource} ${ending}`

const S3_BLOCK =
  'An error occurred (AccessDenied) when calling the PutBucketPolicy operation: User: arn:aws:iam::111122223333:user/jo is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::open-data" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.'

describe('what to change in a call whose role can have a boundary, and where it can have none', () => {
  const fence = 'arn:aws:iam::111122223333:policy/fence'
  const guard = policy({
    Effect: 'Deny',
    Action: 'iam:Create*',
    Resource: '*',
    Condition: { StringNotEquals: { 'iam:PermissionsBoundary': fence } },
  })
  const ofCreation = (action: string, role: string) =>
    told(
      remedyOf(denied('user/jo', action, role, 'with an explicit deny in an identity-based policy'), {
        identity: guard,
      }),
    )

  it('gives the boundary to a role that is made, and does not to a service-linked one', () => {
    const given = ofCreation('iam:CreateRole', 'arn:aws:iam::111122223333:role/app')
    expect(given.flat()).toContain(`added: --permissions-boundary ${fence}`)
    const linked = 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS'
    expect(ofCreation('iam:CreateServiceLinkedRole', linked).flat().join(' ')).not.toContain('--permissions-boundary')
  })
})

describe('what to do about a session policy', () => {
  const ofSession = (session: string, ending: string) =>
    remedyOf(
      `User: arn:aws:sts::111122223333:assumed-role/web/${session} is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs ${ending}`,
    )
  const DENY = 'with an explicit deny in a session policy'

  it('sends nobody to a policy that a service writes, and offers no Allow against a Deny', () => {
    for (const ending of [DENY, 'because no session policy allows the sqs:SendMessage action']) {
      const remedy = ofSession('AmplifyHostingCompute', ending)
      expect(told(remedy).flat()[0]).toMatch(/^Make this call with a role that your own code assumes/)
      expect([remedy.fixes, remedy.message]).toEqual([[], null])
    }
    const broker = ofSession('u1', DENY)
    expect(told(broker).flat()[0]).toMatch(/take the Deny out of the policy that it passes/)
    expect(told(broker).flat().join(' ')).not.toMatch(/allow the action/i)
  })

  it('lets whoever passes the policy allow the action there', () => {
    const { fixes, ...rest } = ofSession('u1', 'because no session policy allows the sqs:SendMessage action')
    expect(told({ fixes, ...rest }).flat()[0]).toMatch(/allow the action in the policy that it passes/)
  })
})

describe('what to do about an endpoint policy that denies by mistake and allows nothing', () => {
  const endpoint = (...more: readonly object[]) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'dynamodb:*',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:sourceVpce': 'vpc-0a1b2c3d4e5f60718' } },
        },
        ...more,
      ],
    })
  const error = denied(
    'user/jo',
    'dynamodb:GetItem',
    'arn:aws:dynamodb:eu-west-1:111122223333:table/jobs',
    'with an explicit deny in a VPC endpoint policy',
  )

  it('corrects the test first, then adds the Allow that is missing too', () => {
    const [first] = remedyOf(error, { endpoint: endpoint() }).answer.causes
    expect(plainText(first?.remedy ?? [])).toMatch(/ Then allow dynamodb:GetItem in the VPC endpoint policy too/)
    const open = endpoint({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' })
    expect(plainText(remedyOf(error, { endpoint: open }).answer.causes[0]?.remedy ?? [])).not.toMatch(/Then allow/)
  })

  it('asks nobody for an exception from a mistake', () => {
    const { message, fixes } = remedyOf(error, { endpoint: endpoint() })
    expect(fixes[0]?.codes).toEqual(['correct-key'])
    expect(message?.text).toContain('isn’t written as it was meant')
    expect(message?.text).not.toContain('exception')
  })
})

describe('what to correct in a statement on the objects of a bucket with a bucket key', () => {
  const allow = policy({
    Effect: 'Allow',
    Action: 'kms:Decrypt',
    Resource: '*',
    Condition: { StringEquals: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::${BucketName}/${Key}' } },
  })
  const error = denied(
    'user/jo',
    'kms:Decrypt',
    'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001',
    'because no identity-based policy allows the kms:Decrypt action',
  )

  it('adds the bucket to the values where the text says that the key is on, and only thinks of it elsewhere', () => {
    const shown = remedyOf(`${error}\nBucketKeyEnabled: true`, { identity: allow })
    expect(shown.answer.causes[0]?.code).toBe('context-of-bucket-key')
    expect(told(shown).flat()).toEqual([expect.stringMatching(/^Add arn:aws:s3:::\$\{BucketName\} to the values/)])
    expect(remedyOf(error, { identity: allow }).answer.causes[0]?.code).toBe('allow-unmet')
  })
})

describe('what to change in the request where no policy should change', () => {
  it('signs a request that nobody signed, before a domain is opened to everybody', () => {
    const domain = policy({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/app' },
      Action: 'es:*',
      Resource: '*',
    })
    const error =
      'User: anonymous is not authorized to perform: es:ESHttpGet because no resource-based policy allows the es:ESHttpGet action'
    expect(told(remedyOf(error, { resource: domain })).flat()[0]).toMatch(/^Sign the request with Signature Version 4/)
    for (const given of [{ resource: domain }, {}]) {
      const { fixes } = remedyOf(error, given)
      expect(
        fixes.flatMap(({ changes }) => changes).filter(({ after }) => /"(?:Principal|AWS)": "\*"/.test(after)),
      ).toEqual([])
    }
  })

  it('opens no object of a bucket to everyone because a request was not signed', () => {
    const error =
      'User: anonymous is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::site/a.html" because no resource-based policy allows the s3:GetObject action'
    const { fixes } = remedyOf(error)
    expect(
      fixes.flatMap(({ changes }) => changes).filter(({ after }) => /"(?:Principal|AWS)": "\*"/.test(after)),
    ).toEqual([])
  })

  it('names the grant of Lake Formation that is missing, and no action of IAM', () => {
    const error =
      'An error occurred (AccessDeniedException) when calling the GetTable operation: Insufficient Lake Formation permission(s): Required Create Table on sales'
    const remedy = remedyOf(error)
    expect(remedy.fixes).toEqual([])
    expect(told(remedy).flat().join(' ')).toContain('--permissions CREATE_TABLE')
  })

  it('asks for a secret by its whole ARN', () => {
    const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db'
    const action = 'secretsmanager:GetSecretValue'
    const error = denied('user/jo', action, secret, `because no identity-based policy allows the ${action} action`)
    const own = policy({ Effect: 'Allow', Action: action, Resource: `${secret}-??????` })
    expect(told(remedyOf(error, { identity: own })).flat()[0]).toMatch(/^Use the secret’s complete ARN/)
  })
})

describe('what to do where no policy is the cause', () => {
  it('leaves the ACL out of the call, and only otherwise turns ACLs on', () => {
    const remedy = remedyOf(
      'An error occurred (AccessControlListNotSupported) when calling the PutObject operation: The bucket does not allow ACLs',
    )
    expect(told(remedy)).toEqual([
      ['Leave the ACL or the grants out of the call, and give access by the bucket policy.', "left out: --acl '<ACL>'"],
      [
        'Only if ACLs are needed: turn them on for the bucket.',
        "run: aws s3api put-bucket-ownership-controls --bucket '<bucket>' --ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerPreferred}]'",
      ],
    ])
    expect(remedy.primary.kind).toBe('none')
    expect([remedy.fixes, remedy.message]).toEqual([[], null])
  })

  it('enables a KMS key by the ARN that the message names', () => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/0b7e6c1e-0000-4000-8000-3f1a2b3c4d5e'
    const disabled = `An error occurred (DisabledException) when calling the Encrypt operation: ${key} is disabled.`
    expect(told(remedyOf(disabled))[0]?.[1]).toBe(`run: aws kms enable-key --key-id ${key}`)
    const dying = `An error occurred (KMSInvalidStateException) when calling the Decrypt operation: ${key} is pending deletion.`
    expect(told(remedyOf(dying)).map(([, command]) => command)).toEqual([
      `run: aws kms cancel-key-deletion --key-id ${key}`,
      `run: aws kms enable-key --key-id ${key}`,
      undefined,
    ])
  })

  it('keeps Block Public Access on first, and names the bucket where it is to be turned off', () => {
    const remedy = remedyOf(S3_BLOCK)
    expect(remedy.answer.layer).toBe('none')
    expect(told(remedy).map(([, command]) => command)).toEqual([
      undefined,
      "run: aws s3api put-public-access-block --bucket open-data --public-access-block-configuration 'BlockPublicAcls=<true or false>,IgnorePublicAcls=<true or false>,BlockPublicPolicy=false,RestrictPublicBuckets=false'",
      'run: aws s3api get-public-access-block --bucket open-data --output json',
    ])
  })

  it('leaves the settings of Block Public Access as they are printed, and looks at the account where the bucket’s is off', () => {
    const printed = (isOn: boolean) =>
      `${S3_BLOCK}\n{ "PublicAccessBlockConfiguration": { "BlockPublicAcls": true, "IgnorePublicAcls": false, "BlockPublicPolicy": ${isOn}, "RestrictPublicBuckets": ${isOn} } }`
    const commands = (text: string) => told(remedyOf(text)).map(([, command]) => command)
    expect(commands(printed(true))[1]).toContain(
      'BlockPublicAcls=true,IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=false',
    )
    expect(commands(printed(false))).toEqual([
      undefined,
      undefined,
      'run: aws s3control get-public-access-block --account-id 111122223333 --output json',
    ])
  })

  it('grants in Lake Formation to the role behind a session, after a look at what it has', () => {
    const [look, grant] = told(
      remedyOf(
        'An error occurred (AccessDeniedException) when calling the GetTable operation: Insufficient Lake Formation permission(s): Required Describe on sales, caller arn:aws:sts::111122223333:assumed-role/etl/job',
      ),
    )
    expect(look?.[1]).toContain('aws lakeformation list-permissions --principal')
    expect(grant?.[1]).toContain('aws lakeformation grant-permissions --principal')
  })

  it('says of a policy that AWS did not accept what is wrong with the one given', () => {
    const { answer, instructions } = remedyOf(
      'Error: creating IAM Policy (reader): MalformedPolicyDocument: Syntax errors in policy.',
      {
        identity:
          '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "allow", "Action": "sqs:*", "Resource": "*" }\n  ]\n}',
      },
    )
    expect(plainText(answer.fact?.sentence ?? [])).toMatch(/Effect must be exactly "Allow" or "Deny", not "allow"\.$/)
    expect(answer.fact?.line).toBe(4)
    expect(instructions.length).toBeGreaterThan(0)
  })
})

describe('what the request can do before a policy is changed', () => {
  const GUARD = policy({
    Sid: 'OnlyHere',
    Effect: 'Deny',
    NotAction: ['iam:*', 'sts:*'],
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
  })
  const MFA = policy({
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  })

  it('is made in an allowed Region, before anybody is spared from the Deny', () => {
    const error = denied(
      'user/jo',
      's3:CreateBucket',
      'arn:aws:s3:::notes',
      'with an explicit deny in a service control policy',
    )
    const remedy = remedyOf(error, { scp: GUARD })
    expect(told(remedy)).toEqual([['Make the request in eu-west-1 or eu-central-1.', 'added: --region eu-west-1']])
    expect(remedy.primary).toMatchObject({ kind: 'copy-command', command: { is: 'added' } })
    expect(remedy.message?.owner).toBe('organizationAdmin')
    expect(remedy.answer.causes.map(({ remedy: words }) => plainText(words))[0]).toBe(
      'Make the request in eu-west-1 or eu-central-1. Otherwise ask the policy’s owner for an exception.',
    )
  })

  it('signs in with MFA as a user; the session of a role carries none', () => {
    const ending = 'with an explicit deny in an identity-based policy'
    const asUser = remedyOf(denied('user/jo', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:q', ending), {
      identity: MFA,
    })
    expect(told(asUser)[0]?.[1]).toMatch(/^run: aws sts get-session-token --serial-number /)
    const asRole = remedyOf(
      `User: arn:aws:sts::111122223333:assumed-role/app/s is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:q ${ending}`,
      { identity: MFA },
    )
    expect(told(asRole).flat().join(' ')).not.toContain('get-session-token')
  })

  it('says nothing of the request where the Deny is of another matter; where it is not given, what to look for', () => {
    const ending = 'with an explicit deny in a service control policy'
    const plain = policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' })
    const error = denied('user/jo', 's3:CreateBucket', 'arn:aws:s3:::notes', ending)
    expect(told(remedyOf(error, { scp: plain }))).toEqual([])
    const [look, ...others] = told(remedyOf(error))
    expect(look?.[0]).toMatch(
      /look for a statement whose Action covers s3:CreateBucket, or whose NotAction leaves it out/,
    )
    expect(others).toEqual([])
  })
})

describe('a look whether a role exists', () => {
  const sentences = (words: string): readonly string[] =>
    remedyOf(
      `${denied('user/jo', 'sts:AssumeRole', 'arn:aws:iam::444455556666:role/harbor', '')}\n${words}`,
    ).instructions.map(({ sentence }) => plainText(sentence))

  it('comes first where nothing shows that it does: AWS answers the same for a role that isn’t there', () => {
    expect(sentences('')[0]).toMatch(/check the name, the path and the account/)
  })

  it.each([
    'The role exists since May.',
    'The trust policy of harbor has arn:aws:iam::111122223333:root as principal, no conditions.',
  ])('isn’t told of a role that the text shows to be there: %s', (words) => {
    expect(sentences(words).join('\n')).not.toMatch(/\bname\b|\baccount\b|\bexists?\b/)
  })
})

describe('a message for the owner of a policy that is not given', () => {
  it.each([
    ['a service control policy', 'organizationAdmin'],
    ['a resource control policy', 'organizationAdmin'],
    ['a permissions boundary', 'accountAdmin'],
    ['a session policy', 'sessionCreator'],
    ['a VPC endpoint policy', 'accountAdmin'],
    ['a resource-based policy', 'resourceOwner'],
    ['an identity-based policy', 'accountAdmin'],
  ])('asks for an exception from %s', (layer, owner) => {
    const remedy = remedyOf(
      denied('user/jo', 's3:GetObject', 'arn:aws:s3:::notes/a', `with an explicit deny in ${layer}`),
    )
    expect(remedy.message?.owner).toBe(owner)
    expect(remedy.message?.text).toContain('Caller: arn:aws:iam::111122223333:user/jo')
    expect(remedy.message?.text).toContain('Action: s3:GetObject')
    expect(remedy.message?.text).toContain('an exception for this action on this resource alone?')
    // Nobody has seen the Deny: an exception for the caller could lift more than this request.
    expect(remedy.message?.text).not.toContain('Condition')
    expect(remedy.primary.kind).toBe('copy-request')
  })

  it('asks for no exception on a resource that the message does not name', () => {
    const { message } = remedyOf(
      'not authorized to perform: ec2:RunInstances with an explicit deny in a service control policy',
    )
    expect(message?.text).toContain('an exception for this action alone?')
    expect(message?.text).not.toContain('Resource:')
  })
})

describe('a guardrail that the request can meet', () => {
  it('is met by the call before anybody is asked for an exception', () => {
    const made = 'arn:aws:iam::111122223333:role/app'
    const ending = 'with an explicit deny in a permissions boundary'
    const told = `${denied('user/jo', 'iam:CreateRole', made, ending)}\n\n  with aws_iam_role.app,`
    const { instructions, message } = remedyOf(told)
    expect(plainText(instructions[0]!.sentence)).toMatch(/^Ask which boundary is prescribed\. Set it on the new role/)
    expect(message?.text).not.toContain('Condition')
  })
})

describe('what the policies here cannot lift or do not write', () => {
  const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders'

  it('offers no Allow against a Deny that is out of sight, but asks for the exception', () => {
    const ending = 'with an explicit deny in an identity-based policy'
    const other = policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })
    const given = { identity: other }
    const { answer, fixes, primary } = remedyOf(denied('user/jo', 'sqs:SendMessage', QUEUE, ending), given)
    expect([answer.decision, answer.basis, fixes, primary.kind]).toEqual([
      'explicitDeny',
      'claimed',
      [],
      'copy-request',
    ])
  })

  it('takes a statement without its Effect for no Deny, nor says that there is no Allow', () => {
    const text = `{ "Action": "sqs:SendMessage", "Resource": "${QUEUE}-2" }`
    const ending = 'because no identity-based policy allows the sqs:SendMessage action'
    const { answer } = remedyOf(denied('user/jo', 'sqs:SendMessage', QUEUE, ending), { identity: text })
    expect([answer.decision, answer.layer]).toEqual(['implicitDeny', 'identity'])
    expect(plainText(answer.fact?.sentence ?? [])).toMatch(
      /doesn’t cover this request, whether it allows or denies: its Resource is arn:\S+-2\.$/,
    )
  })
})

describe('a request that a service refuses whatever the policies say', () => {
  const key = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab'
  const keyPolicy = policy({
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::444455556666:root' },
    Action: 'kms:*',
    Resource: '*',
  })
  const refused = (action: string) =>
    remedyOf(denied('user/jo', action, key, `because no resource-based policy allows the ${action} action`), {
      resource: keyPolicy,
    })

  it('is answered by another caller, and by no change of a policy', () => {
    // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
    const remedy = refused('kms:ScheduleKeyDeletion')
    expect(plainText(remedy.answer.headline)).toBe('Denied, whatever the policies say.')
    expect(told(remedy)).toEqual([
      [
        'Call kms:ScheduleKeyDeletion as a principal of the resource’s own account, for example with a role there that the caller may assume.',
      ],
    ])
    expect(remedy.fixes).toEqual([])
    expect(remedy.message).toBeNull()
    expect(remedy.primary).toEqual({ kind: 'none' })
  })

  it('is another one than an operation that the key policy can open to other accounts', () => {
    const remedy = refused('kms:Decrypt')
    expect(told(remedy)).toEqual([])
    expect(remedy.fixes.map(({ layer }) => layer)).toContain('resource')
  })
})

describe('a Deny that keeps its callers from giving themselves more', () => {
  const role = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Ops_0123456789abcdef/kim'
  const paste = `User: ${role} is not authorized to perform: iam:PutRolePolicy on resource: role base-log with an explicit deny in a service control policy`
  const refused = (exempt: string) =>
    remedyOf(paste, {
      scp: policy({
        Effect: 'Deny',
        Action: 'iam:PutRolePolicy',
        Resource: 'arn:aws:iam::*:role/base-*',
        Condition: { ArnNotLike: { 'aws:PrincipalArn': exempt } },
      }),
    })

  it('sends whom it is meant to exempt to nobody else', () => {
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
    const remedy = refused('arn:aws:iam::*:role/AWSReservedSSO_Ops_*')
    expect(told(remedy).flat().join(' ')).not.toContain('Ask an administrator')
    expect(remedy.fixes[0]?.codes).toEqual(['correct-exception'])
  })

  it('sends all others to whom it exempts: an SCP holds for administrators of the account too', () => {
    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
    const all = told(refused('arn:aws:iam::*:role/rollout')).flat().join(' ')
    expect(all).toContain('Have arn:aws:iam::*:role/rollout make this call')
    expect(all).not.toContain('Ask an administrator')
  })
})
