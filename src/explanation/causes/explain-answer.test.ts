import { describe, expect, it } from 'vitest'
import { assumeNone, layersToAssume } from '../../draft/edit/assume-none'
import { setHole } from '../../draft/edit/edit-draft'
import { readPaste } from '../../draft/paste/read-paste'
import { takePaste } from '../../draft/paste/take-paste'
import { buildCase } from '../../draft/build/build-case'
import { EMPTY_DRAFT, type Draft } from '../../draft/draft'
import { oneScript } from '../steps/one-script'
import { evaluate } from '../../evaluation/evaluate'
import { explain } from '../explain'
import { plainText } from '../../text/phrase'
import { answerFixes } from '../fixes/answer-fixes'
import { ownerMessage } from '../fixes/owner-message'
import { pastedCase, withPolicies, type GivenPolicies } from '../../testing/pasted-case'

const HOME = '111122223333'
const AWAY = '444455556666'

const user = (action: string, resource: string, ending = '', account = HOME): string =>
  `An error occurred (AccessDenied) when calling the operation: User: arn:aws:iam::${account}:user/maya is not authorized to perform: ${action} on resource: ${resource}${ending}`

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

const asked = (paste: string, given: GivenPolicies = {}) => {
  const { judged, answer } = pastedCase(paste, given)
  const fixes = answerFixes(judged, answer)
  return {
    answer,
    fixes,
    message: ownerMessage(judged, answer, fixes),
    causes: answer.causes.map((one) => one.code),
  }
}

const told = ({ answer }: ReturnType<typeof asked>) => [
  answer.basis,
  answer.decision,
  answer.layer,
  plainText(answer.headline),
]

const QUEUE = `arn:aws:sqs:eu-west-1:${HOME}:orders`
const NO_IDENTITY = ' because no identity-based policy allows the sqs:SendMessage action'

describe('an error alone', () => {
  it('in words that a service has of its own has their title for a headline', () => {
    const { answer } = asked('InvalidArgument: Unable to validate the following destination configurations')
    expect(plainText(answer.headline)).toBe('S3 can’t send to a destination of the bucket’s notifications.')
  })

  it('asks the owner of an SCP about the call, without what is still to be filled in', () => {
    const { message } = asked(
      'not authorized to perform: ec2:RunInstances with an explicit deny in a service control policy',
    )
    expect(message?.text).toContain('Action: ec2:RunInstances')
    expect(message?.text).not.toContain('<')
  })

  it('is answered with what AWS says, and with the least statement for the layer that AWS names', () => {
    const one = asked(user('sqs:SendMessage', QUEUE, NO_IDENTITY))
    expect(told(one)).toEqual([
      'claimed',
      'implicitDeny',
      'identity',
      'No identity-based policy of maya allows sqs:SendMessage.',
    ])
    const [fix] = one.fixes
    expect(fix?.statement).toEqual({
      Sid: 'AllowSendMessage',
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: QUEUE,
    })
    expect([fix?.isSupposed, fix?.layer, fix?.owner]).toEqual([true, 'identity', 'accountAdmin'])
  })

  it('takes none of the three reasons that KMS gives at once for what AWS says', () => {
    const ending =
      'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access'
    const paste = `User: arn:aws:iam::${HOME}:user/maya is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext ${ending}`
    const alone = asked(paste)
    expect(told(alone)).toEqual([
      'likely',
      'implicitDeny',
      'resource',
      'Most likely the key policy does not allow kms:Decrypt.',
    ])
    expect(plainText(alone.answer.fact?.sentence ?? [])).toContain('three possible reasons')
    // The key's own policy leaves it to the account: then a policy of the caller is what lacks.
    const root = policy({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${HOME}:root` },
      Action: 'kms:*',
      Resource: '*',
    })
    expect(told(asked(paste, { resource: root })).slice(0, 3)).toEqual(['likely', 'implicitDeny', 'identity'])
    const deny = policy({ Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' })
    expect(told(asked(paste, { resource: deny })).slice(0, 3)).toEqual(['proven', 'explicitDeny', 'resource'])
  })

  it('says of a fix that it answers AWS only where AWS names a layer, and else that it helps if the cause is this one', () => {
    const proofOf = (paste: string) => asked(paste).fixes.map(({ proof }) => plainText(proof))
    expect(proofOf(user('sqs:SendMessage', QUEUE, NO_IDENTITY))[0]).toContain('fixes the reason AWS gave')
    const bare = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'
    expect(asked(bare).answer.basis).toBe('likely')
    expect(proofOf(bare).filter((text) => text.includes('AWS gave'))).toEqual([])
    expect(proofOf(bare)[0]).toContain('if this is the cause')
  })

  it('says below a headline what the headline does not say', () => {
    const { answer } = asked('An error occurred (AccessDenied) when calling the DeleteObject operation: Access Denied')
    expect(plainText(answer.headline)).toBe('Most likely no identity-based policy allows s3:DeleteObject.')
    expect(plainText(answer.fact?.sentence ?? [])).toContain('AWS’s message gives no reason')
  })

  it('judges no action whose name is masked: AWS’s word stands, and nothing is opened', () => {
    const masked = user('s3:***', 'arn:aws:s3:::logs/k', ' because no identity-based policy allows the s3:*** action')
    const one = asked(masked, { identity: policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }) })
    expect([one.answer.basis, one.answer.decision]).not.toContain('proven')
    expect(one.fixes.flatMap(({ changes }) => changes.map(({ after }) => after)).join()).not.toContain('s3:*"')
    expect(plainText(one.answer.headline)).toBe('No identity-based policy of maya allows s3:***.')
  })

  it('gives both sides across accounts, the one that AWS names first', () => {
    const { fixes } = asked(
      user('sqs:SendMessage', QUEUE, ' because no resource-based policy allows the sqs:SendMessage action', AWAY),
    )
    const least = fixes.filter((fix) => fix.least)
    expect(least.map(({ layer }) => layer)).toEqual(['resource', 'identity'])
    expect(least[0]?.statement).toMatchObject({ Principal: { AWS: `arn:aws:iam::${AWAY}:user/maya` } })
  })

  it('gives the trust policy of a role its statement', () => {
    const { answer, fixes } = asked(user('sts:AssumeRole', `arn:aws:iam::${AWAY}:role/Reader`))
    expect([answer.basis, answer.layer]).toEqual(['likely', 'trust'])
    expect(fixes[0]?.statement).toMatchObject({
      Principal: { AWS: `arn:aws:iam::${HOME}:user/maya` },
      Action: 'sts:AssumeRole',
    })
  })

  it('of an explicit deny asks the owner of the policy, and offers no Allow', () => {
    const one = asked(user('sqs:DeleteQueue', QUEUE, ' with an explicit deny in a service control policy'))
    expect(told(one)).toEqual([
      'claimed',
      'explicitDeny',
      'scp',
      'An SCP denies sqs:DeleteQueue; no one in account 111122223333 can change it.',
    ])
    expect(one.fixes).toEqual([])
    expect(one.message?.owner).toBe('organizationAdmin')
    expect(one.message?.text).toContain(`arn:aws:iam::${HOME}:user/maya`)
    // Nobody has seen the Deny: no exception is worded that could lift more than this request.
    expect(one.message?.text).toContain('an exception for this action on this resource alone?')
    expect(one.message?.text).not.toContain('"Condition"')
  })

  it('of an explicit deny in no named policy names no layer', () => {
    const one = asked(user('sqs:DeleteQueue', QUEUE, ' with an explicit deny'))
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'explicitDeny', 'none'])
    expect(one.message).not.toBeNull()
  })

  it('that names no layer gets likely causes, and is never worded as sure', () => {
    const one = asked(user('sqs:SendMessage', QUEUE))
    expect(told(one)).toEqual([
      'likely',
      'implicitDeny',
      'identity',
      'Most likely no identity-based policy of maya allows sqs:SendMessage.',
    ])
    expect(one.causes[0]).toBe('layer-not-given')
    expect(one.fixes[0]?.layer).toBe('identity')
  })

  it('that is bare gets likely causes as well', () => {
    const one = asked('An error occurred (AccessDenied) when calling the SendMessage operation: Access Denied')
    expect(one.answer.basis).not.toBe('proven')
    expect(one.answer.basis).not.toBe('claimed')
  })

  it('that no policy decides is told as what it is', () => {
    const one = asked(
      'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
    )
    expect([one.answer.basis, one.answer.decision, one.answer.layer]).toEqual(['claimed', 'none', 'none'])
    expect(one.fixes).toEqual([])
    expect(one.message).toBeNull()
  })

  it('never makes a principal of plain words that name a service', () => {
    const { fixes } = asked(
      'Amazon Widgets is not authorized to perform: lambda:InvokeFunction on the resource because no resource-based policy allows the lambda:InvokeFunction action',
    )
    expect(JSON.stringify(fixes)).not.toContain('"AWS":"Amazon Widgets"')
  })
})

describe('an error with policies', () => {
  const other = policy({ Sid: 'Read', Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: '*' })

  it('is proven where the layer that AWS names shows it, with the line', () => {
    const one = asked(user('sqs:SendMessage', QUEUE, NO_IDENTITY), { identity: other })
    expect(told(one).slice(0, 3)).toEqual(['proven', 'implicitDeny', 'identity'])
    expect(plainText(one.answer.fact?.sentence ?? [])).toContain('sqs:ReceiveMessage')
    expect(one.answer.fact?.line).toBeGreaterThan(1)
    expect(plainText(one.answer.said)).toContain('AWS’s message')
    expect(one.fixes[0]?.isSupposed).toBeUndefined()
  })

  it('is likely where AWS names no layer, though the given policies show that an Allow is missing', () => {
    const one = asked(user('sqs:SendMessage', QUEUE), { identity: other })
    expect(told(one).slice(0, 3)).toEqual(['likely', 'implicitDeny', 'identity'])
    expect(one.causes[0]).toBe('layer-lacks')
  })

  const guarded = policy(
    {
      Sid: 'Tls',
      Effect: 'Deny',
      Action: 'ec2:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    {
      Sid: 'Metadata',
      Effect: 'Deny',
      Action: 'ec2:RunInstances',
      Resource: 'arn:aws:ec2:*:*:instance/*',
      Condition: { StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } },
    },
    { Sid: 'Elsewhere', Effect: 'Deny', Action: 's3:*', Resource: '*' },
  )
  const launch = user(
    'ec2:RunInstances',
    `arn:aws:ec2:eu-west-1:${HOME}:instance/*`,
    ' with an explicit deny in a service control policy',
  )

  it('under a claimed deny keeps only the Denies that can be it, and says what they hang on', () => {
    const one = asked(launch, { scp: guarded })
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'explicitDeny', 'scp'])
    const sentences = one.answer.causes.map(({ sentence }) => plainText(sentence))
    expect(
      sentences.some((text) => text.includes('Metadata') && text.includes('carries no ec2:MetadataHttpTokens')),
    ).toBe(true)
    expect(sentences.some((text) => text.includes('Elsewhere'))).toBe(false)
  })

  it('says of an exemption from one of several Denies only that this one then spares the request', () => {
    const all = { Sid: 'Full', Effect: 'Allow', Action: '*', Resource: '*' }
    const unless = (key: string) => ({
      Effect: 'Deny',
      Action: 'ec2:*',
      Resource: '*',
      Condition: { StringNotEquals: { [key]: 'x' } },
    })
    const proofOf = (...denies: readonly object[]) =>
      plainText(asked(launch, { scp: policy(all, ...denies) }).fixes.find(({ least }) => least)?.proof ?? [])
    expect(proofOf(unless('ec2:Tenancy'))).toContain('passes this layer')
    expect(proofOf(unless('ec2:Tenancy'), unless('ec2:InstanceProfile'))).toContain(
      'Another Deny of this layer still could',
    )
  })

  it('does not name a statement by an empty Sid', () => {
    const one = asked(user('sqs:SendMessage', QUEUE, NO_IDENTITY), {
      identity: policy({ Sid: '', Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: '*' }),
    })
    expect(plainText(one.answer.fact?.sentence ?? [])).not.toContain('statement')
  })

  it('under a claimed deny that none of the given can be, looks for another policy of that layer', () => {
    const one = asked(launch, { scp: policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' }) })
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'explicitDeny', 'scp'])
    expect(one.causes[0]).toBe('deny-elsewhere')
    expect(plainText(one.answer.said)).toContain('another policy of this type')
    expect(`${plainText(one.answer.said)} ${plainText(one.answer.fact?.sentence ?? [])}`).not.toMatch(/Paste the/)
  })

  it('says what AWS’s word means only where nothing of the layer is given', () => {
    expect(plainText(asked(launch).answer.said)).toContain('No Allow overrides a Deny')
    const named = launch.replace(
      'service control policy',
      'service control policy: arn:aws:organizations::222233334444:policy/o-exampleorg1/service_control_policy/p-abcd1234',
    )
    const one = asked(named, { scp: policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' }) })
    expect(plainText(one.answer.said)).toContain('another policy of this type')
  })

  it('of a layer that holds one policy looks for another text of it', () => {
    const ending = ' with an explicit deny in a resource-based policy'
    const one = asked(user('sqs:SendMessage', QUEUE, ending), {
      resource: policy({ Effect: 'Deny', Principal: '*', Action: 'sqs:DeleteQueue', Resource: '*' }),
    })
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'explicitDeny', 'resource'])
    expect(plainText(one.answer.said)).toContain('another version of the resource-based policy')
  })

  it('under a claimed missing Allow tells the condition that then did not hold', () => {
    const one = asked(user('sqs:SendMessage', QUEUE, NO_IDENTITY), {
      identity: policy({
        Sid: 'Vpc',
        Effect: 'Allow',
        Action: 'sqs:*',
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b' } },
      }),
    })
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'implicitDeny', 'identity'])
    expect(plainText(one.answer.fact?.sentence ?? [])).toContain('aws:SourceVpce is vpce-0a1b')
  })

  it('tells what failed for certain before what may have failed', () => {
    const one = asked(
      'aws iam create-role --role-name dev-a --assume-role-policy-document file://t.json\nAccessDenied ... because no identity-based policy allows the iam:CreateRole action',
      {
        identity: policy({
          Effect: 'Allow',
          Action: 'iam:CreateRole',
          Resource: `arn:aws:iam::${HOME}:role/dev-*`,
          Condition: { StringEquals: { 'iam:PermissionsBoundary': `arn:aws:iam::${HOME}:policy/Ceiling` } },
        }),
      },
    )
    expect([one.answer.decision, one.answer.layer]).toEqual(['implicitDeny', 'identity'])
    expect(plainText(one.answer.fact?.sentence ?? [])).toContain('iam:PermissionsBoundary')
    expect(plainText(one.answer.fact?.sentence ?? [])).not.toContain('but only on')
  })

  it('whose policies let pass what AWS says they do not is AWS’s word, and says why the two can differ', () => {
    const one = asked(user('sqs:SendMessage', QUEUE, NO_IDENTITY), {
      identity: policy({ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }),
    })
    expect(one.answer).toMatchObject({ basis: 'claimed', decision: 'implicitDeny', layer: 'identity' })
    expect(plainText(one.answer.headline)).toContain('No identity-based policy of')
    expect(plainText(one.answer.fact?.sentence ?? [])).toContain('but what you pasted allows it')
    expect(one.causes[1]).toBe('claim-differs')
  })
})

describe('a layer that cannot allow, whatever is not given', () => {
  const ROLE = `arn:aws:iam::${HOME}:role/Reader`
  const trusting = (principal: object, more: object = {}) =>
    policy({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more })

  it('is proven, where AWS names none: a trust policy that names others', () => {
    const one = asked(user('sts:AssumeRole', ROLE), { resource: trusting({ AWS: `arn:aws:iam::${HOME}:user/nora` }) })
    expect(told(one)).toEqual(['proven', 'implicitDeny', 'trust', 'The trust policy of Reader does not trust maya.'])
    expect(one.answer.fact?.line).toBeGreaterThan(1)
    const token = asked('Error: Not authorized to perform sts:AssumeRoleWithWebIdentity', {
      resource: trusting({ Service: 'ec2.amazonaws.com' }),
    })
    expect(told(token).slice(0, 3)).toEqual(['proven', 'implicitDeny', 'trust'])
  })

  it('is not, where something unknown could let the caller in', () => {
    const hangs = trusting({ AWS: '*' }, { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } })
    expect(asked(user('sts:AssumeRole', ROLE), { resource: hangs }).answer.basis).toBe('likely')
    const masked = trusting({ AWS: 'arn:aws:iam::<account>:user/maya' })
    expect(asked(user('sts:AssumeRole', ROLE), { resource: masked }).answer.basis).toBe('likely')
  })

  it('leaves an explicit deny of which AWS speaks its word', () => {
    const other = trusting({ AWS: `arn:aws:iam::${HOME}:user/nora` })
    const one = asked(user('sts:AssumeRole', ROLE, ' with an explicit deny in a service control policy'), {
      resource: other,
    })
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'explicitDeny', 'scp'])
  })
})

describe('a trust policy for tokens', () => {
  const PROVIDER = `arn:aws:iam::${HOME}:oidc-provider/token.actions.githubusercontent.com`
  const denied = 'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity'
  const given = policy({
    Effect: 'Allow',
    Principal: { Federated: PROVIDER },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:shop/orders:ref:refs/heads/main' } },
  })

  it('gets a statement that tests the subject, never one for every token of the provider', () => {
    for (const { fixes } of [asked(denied), asked(denied, { resource: given })]) {
      expect(fixes.length).toBeGreaterThan(0)
      for (const { statement } of fixes) expect(JSON.stringify(statement?.Condition)).toMatch(/:sub"|subject/)
    }
  })

  it('is changed where it is here, and not replaced', () => {
    const [fix] = asked(denied, { resource: given }).fixes
    expect(fix?.changes[0]).toMatchObject({ layer: 'resource', policy: 0 })
    expect(fix?.changes[0]?.after).toContain('repo:shop/orders:ref:refs/heads/main')
    expect(asked(denied).fixes[0]?.changes[0]).toMatchObject({ policy: null, before: '' })
  })

  it('names what nobody says by a blank', () => {
    const { fixes, answer } = asked(denied, { resource: given })
    expect(JSON.stringify([fixes.map(({ statement }) => statement), answer.causes])).not.toMatch(/\{[a-z]+\}/i)
  })
})

describe('a decoded message', () => {
  const decoded = (sid: string) =>
    JSON.stringify({
      allowed: false,
      explicitDeny: true,
      matchedStatements: {
        items: [
          {
            statementId: sid,
            effect: 'DENY',
            actions: { items: [{ value: 'ec2:RunInstances' }] },
            resources: { items: [{ value: '*' }] },
            conditions: { items: [{ key: 'ec2:Tenancy', values: { items: [{ value: 'default' }] } }] },
          },
        ],
      },
      context: {
        principal: { arn: `arn:aws:iam::${HOME}:user/maya` },
        action: 'ec2:RunInstances',
        resource: `arn:aws:ec2:eu-west-1:${HOME}:instance/*`,
        conditions: { items: [] },
      },
    })
  const unless = (Sid: string, key: string) => ({
    Sid,
    Effect: 'Deny',
    Action: 'ec2:RunInstances',
    Resource: '*',
    Condition: { StringNotEquals: { [key]: 'x' } },
  })
  const scp = policy(
    { Effect: 'Allow', Action: '*', Resource: '*' },
    unless('Other', 'ec2:InstanceProfile'),
    unless('Tenancy', 'ec2:Tenancy'),
  )

  it('narrows the search to the statement that it lists', () => {
    const one = asked(decoded('Tenancy'), { scp })
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'explicitDeny', 'scp'])
    expect(one.answer.causes).toHaveLength(1)
    expect(plainText(one.answer.fact?.sentence ?? [])).toContain('lists this statement, so ec2:Tenancy is not x')
    expect(one.answer.fact?.line).toBeGreaterThan(1)
  })

  it('says what to look for where no given policy holds the statement', () => {
    const one = asked(decoded('Nowhere'), { scp })
    expect(told(one).slice(0, 3)).toEqual(['claimed', 'explicitDeny', 'none'])
    const fact = plainText(one.answer.fact?.sentence ?? [])
    expect(fact).toContain('Nowhere')
    expect(fact).toContain('ec2:Tenancy')
  })

  it('is not read into a statement that cannot cover the request', () => {
    const elsewhere = policy({ ...unless('Tenancy', 'ec2:Tenancy'), Action: 's3:*' })
    expect(asked(decoded('Tenancy'), { scp: elsewhere }).answer.layer).toBe('none')
  })
})

describe('a text that names nothing', () => {
  it('is answered with what to fetch first, and with no form', () => {
    const bare = asked('AccessDenied: Access Denied')
    expect([bare.answer.basis, plainText(bare.answer.headline)]).toEqual([
      'open',
      'AWS denied a call, but the text doesn’t say which one.',
    ])
    expect(plainText(bare.answer.fact?.sentence ?? [])).not.toContain('Fill in')
  })

  it('is not said to be of AWS where nothing in it is', () => {
    const headlineOf = (text: string) => plainText(asked(text).answer.headline)
    const unsaid = 'Access was denied, but the text doesn’t say by whom, or to what.'
    expect(headlineOf('remote: Access denied. You do not have permission to perform this action.')).toBe(unsaid)
    expect(headlineOf('s3: Access denied. You do not have permission to perform this action.')).not.toBe(unsaid)
  })

  it('points at the encoded message where it holds one', () => {
    const blob = 'aB3_x-'.repeat(60)
    const one = asked(
      `You are not authorized to perform this operation. Encoded authorization failure message: ${blob} status code: 403`,
    )
    expect(plainText(one.answer.headline)).toBe('The encoded message says what AWS denied.')
    expect(plainText(one.answer.fact?.sentence ?? [])).toContain('Decode it')
  })
})

describe('an account that is masked', () => {
  const speaks = (caller: string, owner: string) =>
    asked(user('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${owner}:orders`, '', caller)).answer

  it.each([
    ['***', HOME],
    [HOME, 'XXXXXXXXXXXX'],
    ['<account>', HOME],
    ['********3333', '************'],
  ])('is not taken for another one: %s and %s', (caller, owner) => {
    const { layer, causes } = speaks(caller, owner)
    expect(layer).toBe('identity')
    expect(JSON.stringify(causes)).not.toContain('Both sides must allow')
  })

  it('is another one where the digits that are left say so', () => {
    expect(speaks(HOME, AWAY).layer).toBe('resource')
    expect(JSON.stringify(speaks(HOME, AWAY).causes)).toContain('Both sides must allow')
  })
})

describe('a repository of another account', () => {
  const pulled = (owner: string) =>
    asked(user('ecr:BatchGetImage', `arn:aws:ecr:eu-west-1:${owner}:repository/web`)).answer

  it('has a policy that has to let the caller in', () => expect(pulled(AWAY).layer).toBe('resource'))

  it('lets everyone in where AWS owns it, so that the caller’s own policies decide', () => {
    const { layer, causes } = pulled('763104351884')
    expect(layer).toBe('identity')
    expect(causes.filter((one) => one.layer === 'resource')).toEqual([])
  })
})

describe('a variable of AWS IoT', () => {
  const variable = 'arn:aws:iot:eu-west-1:111122223333:thing/${iot:Connection.Thing.ThingName}'
  const causesOf = (action: string) =>
    asked(`An error occurred (AccessDenied) when calling the operation: not authorized to perform: ${action}`, {
      identity: policy({ Effect: 'Allow', Action: action, Resource: variable }),
    }).causes

  it('has no value in a policy of IAM', () =>
    expect(causesOf('iot:DescribeThing')).toContain('thing-variable-in-iam-policy'))

  it('stands where it belongs in the policy of a device that looks for its core', () =>
    expect(causesOf('greengrass:Discover')).not.toContain('thing-variable-in-iam-policy'))
})

describe('a policy of a resource that AWS misses an Allow in', () => {
  const given = { identity: policy({ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }) }
  const error = (who: string) =>
    `${who} is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::reports" because no resource-based policy allows the s3:ListBucket action`
  const fact = (paste: string) => plainText(asked(paste, given).answer.fact?.sentence ?? [])

  it('is most likely one of another account where an identity-based policy here allows', () => {
    const said = fact(error('User: arn:aws:sts::***:assumed-role/lens/x'))
    expect(said).toContain('most likely in another account, and its bucket policy doesn’t allow it')
  })

  it('is no word of another account for a KMS key, whose policy has to allow in any case', () => {
    const kms = { identity: policy({ Effect: 'Allow', Action: 'kms:*', Resource: '*' }) }
    const paste =
      'User: arn:aws:sts::***:assumed-role/lens/x is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:***:key/1 because no resource-based policy allows the kms:Decrypt action'
    expect(plainText(asked(paste, kms).answer.fact?.sentence ?? [])).not.toContain('another account')
  })
})

describe('a caller who is masked', () => {
  const script = (caller: string): string => {
    const paste = `User: ${caller} is not authorized to perform: sqs:SendMessage on resource: ${QUEUE}`
    const { accessCase, denial } = buildCase(takePaste(EMPTY_DRAFT, paste).draft)
    return oneScript({ accessCase, denial, evaluation: evaluate(accessCase) })?.bash ?? ''
  }

  it('gets the script by the name that is left, with a blank for what is not', () => {
    expect(script('arn:aws:sts::***:assumed-role/app/i-1')).toContain('list-attached-role-policies --role-name app')
    expect(script('arn:aws:iam::XXXXXXXXXXXX:user/maya')).toContain('list-user-policies --user-name maya')
    expect(script('arn:aws:iam::***:user/maya')).toContain("target='<account id>'")
    expect(script(`arn:aws:sts::${HOME}:assumed-role/***/i-1`)).toContain("--role-name '<name of the role>'")
  })

  it('gets the layer that AWS names first in the script', () => {
    const paste =
      'User: arn:aws:iam::111122223333:user/dana is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:q with an explicit deny in a service control policy'
    const { accessCase, denial } = buildCase(takePaste(EMPTY_DRAFT, paste).draft)
    const { bash = '' } = oneScript({ accessCase, denial, evaluation: evaluate(accessCase) }) ?? {}
    expect(bash).toContain('list-user-policies')
    expect(bash.indexOf('organizations')).toBeLessThan(bash.indexOf('list-user-policies'))
  })

  it('is asked for no blank where nothing is masked', () => {
    expect(script(`arn:aws:iam::${HOME}:user/maya`)).not.toMatch(/<(?:name|account)/)
  })
})

describe('a resource that nobody names', () => {
  const statementFor = (action: string, given: GivenPolicies = {}) =>
    asked(`${user(action, '').replace(' on resource: ', '')} because no identity-based policy allows it`, given)
      .fixes[0]?.statement?.Resource

  it('is a named blank to fill, never everything', () => {
    expect(statementFor('sqs:SendMessage')).toBe(`arn:aws:sqs:<region>:${HOME}:<name>`)
    expect(statementFor('s3:PutObject')).toBe('arn:aws:s3:::<bucket>/<key>')
    expect(statementFor('codeartifact:ReadFromRepository')).toBe('<ARN of the resource>')
    const other = policy({ Effect: 'Allow', Action: 'dynamodb:Query', Resource: '*' })
    expect(statementFor('sqs:SendMessage', { identity: other })).toBe(`arn:aws:sqs:<region>:${HOME}:<name>`)
  })

  it('is everything where the action takes none', () => {
    expect(statementFor('s3:ListAllMyBuckets')).toBe('*')
    expect(statementFor('ec2:DescribeInstances')).toBe('*')
  })
})

describe('a statement of which a part is not seen', () => {
  const fact = (ending: string, text: string): string => {
    const { answer } = asked(user('sqs:SendMessage', QUEUE, ending), { identity: text })
    return `${answer.basis}: ${plainText(answer.fact?.sentence ?? [])}`
  }
  const EFFECT_CUT = '"Action": "sqs:SendMessage",\n"Resource": "*"\n}'
  const CUT = '"Action": "sqs:SendMessage", "Resource": "*", "Condition": { "StringNotEq'

  it('is not said to deny where its conditions are cut off, or its effect is', () => {
    const ending = ' with an explicit deny in an identity-based policy'
    expect(fact(ending, `{ "Effect": "Deny", ${CUT}`)).toBe('claimed: Policy 1 denies it if its missing part says so.')
    expect(fact(ending, EFFECT_CUT)).toBe('claimed: Policy 1 denies it if its Effect, which isn’t shown, is Deny.')
  })

  it('is no Deny to be exempted from, and ranks below one that is seen to be a Deny', () => {
    const ending = ' with an explicit deny in an identity-based policy'
    expect(asked(user('sqs:SendMessage', QUEUE, ending), { identity: EFFECT_CUT }).fixes).toEqual([])
    const seen = policy({
      Sid: 'Seen',
      Effect: 'Deny',
      Action: 'sqs:*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b' } },
    })
    const { answer, fixes } = asked(user('sqs:SendMessage', QUEUE, ending), { identity: seen })
    expect(plainText(answer.fact?.sentence ?? [])).toContain('Seen')
    expect(fixes.flatMap(({ codes }) => codes)).toContain('exempt-principal')
  })

  it('is not ranked as a Deny where AWS speaks of none', () => {
    const { answer } = asked(user('sqs:SendMessage', QUEUE), { identity: EFFECT_CUT })
    expect([answer.decision, answer.layer]).toEqual(['implicitDeny', 'identity'])
    expect(answer.causes.every(({ code }) => code !== 'deny-open')).toBe(true)
  })

  it('is no condition that an Allow hangs on where nothing of it is shown', () => {
    const seen = '{ "Effect": "Allow", "Action": "sqs:ReceiveMessage", "Resource": "*" }'
    const ending = ' because no identity-based policy allows the sqs:SendMessage action'
    expect(fact(ending, `{ "Statement": [${seen}, ...] }`)).toBe(
      'claimed: Policy 1 allows sqs:ReceiveMessage, not sqs:SendMessage.',
    )
    // Without AWS's word what is left out may allow it, so that nothing is proven.
    expect(fact('', `{ "Statement": [${seen}, ...] }`)).toMatch(/^likely: /)
  })

  it('is not said to allow either', () => {
    expect(fact('', `{ "Effect": "Allow", ${CUT}`)).toBe('likely: Policy 1 allows it only if its missing part says so.')
  })
})

describe('what is proven only with a value that the user assumes', () => {
  const bucket = '${var.tiles_arn}'
  const given = { identity: policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: bucket }) }
  const paste = user('s3:GetObject', 'arn:aws:s3:::tiles-prod/1.png')
  const answerOf = (draft: Draft) => {
    const { accessCase, denial, holes } = buildCase(draft)
    const { answer } = explain({ evaluation: evaluate(accessCase), accessCase, denial })
    return { holes, answer, words: plainText(answer.headline), notes: answer.notes.map(plainText) }
  }
  const written = (text: string, layers: GivenPolicies = given) =>
    withPolicies(takePaste(EMPTY_DRAFT, text).draft, layers)
  const noneElse = (draft: Draft): Draft => ({
    ...draft,
    layers: assumeNone(draft.layers, layersToAssume(draft.layers)),
  })

  it('is offered where the error shows it, and is no proof', () => {
    const open = noneElse(written(paste))
    expect(answerOf(open).holes).toMatchObject([{ name: bucket, value: null, shown: 'arn:aws:s3:::tiles-prod' }])
    const assumed = answerOf(setHole(open, bucket, 'arn:aws:s3:::tiles-prod'))
    expect(assumed.answer).toMatchObject({ basis: 'likely', decision: 'implicitDeny', layer: 'identity' })
    expect(assumed.words).toBe('As assumed, no identity-based policy of maya allows s3:GetObject.')
    expect(assumed.notes[0]).toContain(`assumes that ${bucket} is arn:aws:s3:::tiles-prod`)
  })

  it('is AWS’s word where AWS says the same', () => {
    const said = written(`${paste} because no identity-based policy allows the s3:GetObject action`)
    const { answer, words } = answerOf(setHole(said, bucket, 'arn:aws:s3:::tiles-prod'))
    expect([answer.basis, answer.layer, words]).toEqual([
      'claimed',
      'identity',
      'No identity-based policy of maya allows s3:GetObject.',
    ])
  })

  it('is proven where the same is found whatever the hole stands for', () => {
    const other = { identity: policy({ Effect: 'Allow', Action: 's3:PutObject', Resource: bucket }) }
    const { answer, notes } = answerOf(setHole(noneElse(written(paste, other)), bucket, 'arn:aws:s3:::tiles-prod'))
    expect(answer.basis).toBe('proven')
    expect(notes.join()).not.toContain('assumes that')
  })
})

describe('a policy of the resource that AWS says does not allow', () => {
  const bucket = {
    resource: policy({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${AWAY}:user/maya` },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::tiles/*',
    }),
  }
  const paste = user(
    's3:GetObject',
    'arn:aws:s3:::tiles/1.png',
    ' because no resource-based policy allows the s3:GetObject action',
  )

  it('is shown by the one that is given, whoever’s bucket it is, and what it lacks is told', () => {
    const said = asked(paste, bucket)
    expect(told(said)).toEqual([
      'proven',
      'implicitDeny',
      'resource',
      'The bucket policy of tiles does not allow s3:GetObject.',
    ])
    expect(said.fixes[0]).toMatchObject({ layer: 'resource', isSupposed: true, statement: { Action: 's3:GetObject' } })
  })

  it('is in question where the caller’s own policies allow it in one account', () => {
    const allowed = { ...bucket, identity: policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }) }
    const { answer } = asked(paste, allowed)
    expect([answer.basis, answer.layer]).toEqual(['claimed', 'resource'])
    // The bucket's ARN names no account: AWS's word only holds where it is another one, and then the policy lacks this.
    expect(plainText(answer.fact?.sentence ?? [])).toContain('not arn:aws:iam::111122223333:user/maya')
    expect(plainText(answer.said)).toContain('most likely in another account')
  })

  it('contradicts AWS where the ARN says that the resource is in the caller’s account', () => {
    const given = {
      identity: policy({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }),
      resource: policy({ Effect: 'Allow', Principal: { AWS: AWAY }, Action: 'sqs:SendMessage', Resource: QUEUE }),
    }
    const one = asked(user('sqs:SendMessage', QUEUE, NO_IDENTITY.replace('identity', 'resource')), given)
    expect(one.answer).toMatchObject({ basis: 'claimed', layer: 'resource' })
    expect(one.causes.slice(0, 2)).toEqual(['layer-not-given', 'claim-differs'])
  })
})

describe('a resource of another kind than the policy names', () => {
  it('is no other Region: an access point has one in its ARN, a bucket has none', () => {
    const point = `arn:aws:s3:eu-west-1:${HOME}:accesspoint/ana/object/x.csv`
    const error = user('s3:GetObject', point, ' because no identity-based policy allows the s3:GetObject action')
    const one = asked(error, {
      identity: policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::lake/*' }),
    })
    expect(plainText(one.answer.fact?.sentence ?? [])).toContain(`this request is for ${point}`)
    expect(one.causes).toEqual(['bucket-is-not-its-access-point'])
  })

  it('is called what it is: a layer of Lambda is no function', () => {
    const layer = `arn:aws:lambda:eu-west-1:${AWAY}:layer:otel:3`
    const error = user('lambda:GetLayerVersion', layer, ' because no resource-based policy allows it')
    expect(plainText(asked(error).answer.headline)).toBe(
      'The resource policy of layer otel:3 does not allow lambda:GetLayerVersion.',
    )
  })
})

describe('an unsigned call of an API', () => {
  const API = 'arn:aws:execute-api:eu-west-1:********3333:a1b2c3/prod/GET/items'
  const error = `{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${API}"}`

  it('is not said to be denied explicitly where AWS does not say so', () => {
    const only = { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } }
    const one = asked(error, {
      resource: policy({
        Effect: 'Allow',
        Principal: '*',
        Action: 'execute-api:Invoke',
        Resource: 'execute-api:/*',
        Condition: only,
      }),
    })
    expect([one.answer.basis, one.answer.decision, one.answer.layer]).toEqual(['likely', 'implicitDeny', 'resource'])
    expect(one.causes[0]).toBe('allow-unmet')
  })
})

describe('what a policy writes and does not mean', () => {
  const own = policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::home/${aws:username}/*' })
  const factIn = (paste: string, given: GivenPolicies) => plainText(asked(paste, given).answer.fact?.sentence ?? [])
  const error = user('s3:GetObject', 'arn:aws:s3:::home/maya/a', NO_IDENTITY.replace('sqs:SendMessage', 's3:GetObject'))

  it('is told of a variable that is plain text, or has no value', () => {
    expect(factIn(error, { identity: own.replace('2012-10-17', '2008-10-17') })).toContain(
      'plain text because the policy has no "Version": "2012-10-17"',
    )
    const session = error.replace('iam::111122223333:user/maya', `sts::${HOME}:assumed-role/dev/maya`)
    expect(factIn(session, { identity: own })).toContain('the variable has no value in this request')
  })

  it('is told of a wildcard in a principal', () => {
    const trust = policy({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${HOME}:user/*` },
      Action: 'sts:AssumeRole',
    })
    expect(factIn(user('sts:AssumeRole', `arn:aws:iam::${AWAY}:role/Reader`), { resource: trust })).toContain(
      'the wildcard matches no one',
    )
  })
})

describe('a caller whose role is not in the account’s hands', () => {
  const NO_RESOURCE = NO_IDENTITY.replace('identity', 'resource')
  const away = QUEUE.replace(HOME, AWAY)
  const session = (name: string) =>
    user('sqs:SendMessage', away, NO_RESOURCE).replace(
      'iam::111122223333:user/maya',
      `sts::${HOME}:assumed-role/${name}/s`,
    )

  it('is let in by its account and a test, where it is of a permission set: that is proven with the policies given here', () => {
    const given = {
      identity: policy({ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }),
      resource: policy({ Effect: 'Allow', Principal: { AWS: AWAY }, Action: 'sqs:*', Resource: away }),
    }
    const [fix] = asked(session('AWSReservedSSO_Dev_0a1b2c3d4e5f6071'), given).fixes
    expect(fix).toMatchObject({
      layer: 'resource',
      statement: { Principal: { AWS: `arn:aws:iam::${HOME}:root` }, Condition: { ArnLike: {} } },
    })
    expect(plainText(fix?.proof ?? [])).toContain('passes this layer')
  })

  it('has no policy to change, where its role is a service’s', () => {
    const { fixes, answer } = asked(session('AWSServiceRoleForAutoScaling'))
    expect(fixes.map(({ layer }) => layer)).toEqual(['resource'])
    expect(answer.causes.filter(({ code, layer }) => code === 'layer-not-given' && layer === 'identity')).toEqual([])
  })
})

describe('a resource that may be in another account', () => {
  const ERROR = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied s3://depot/a'
  const allowing = { identity: policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) }

  it('is what most likely does not allow, where the text speaks of two accounts and the caller’s own policies allow', () => {
    const { answer } = asked(`${ERROR} (cross-account role)`, allowing)
    expect([answer.layer, answer.causes[0]?.code]).toEqual(['resource', 'layer-not-given'])
    expect(answer.causes.some(({ code, layer }) => code === 'layer-not-given' && layer === 'identity')).toBe(false)
  })

  it('is no more than a last thought where nothing speaks of two: in one account the caller’s Allow is enough', () => {
    const { answer } = asked(ERROR, allowing)
    expect(answer.layer).not.toBe('resource')
    expect(answer.causes.find(({ layer, code }) => layer === 'resource' && code === 'layer-not-given')?.ground).toBe(
      'unseen-account',
    )
  })
})

describe('a denial that names no action', () => {
  it('is answered by what its own words tell, also where no page of AWS says it', () => {
    const one = asked('An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access')
    expect(told(one).slice(0, 3)).toEqual(['likely', 'none', 'none'])
    expect(plainText(one.answer.headline)).toBe('You aren’t assigned this permission set in this account.')
    expect(asked('Access Denied').answer.basis).toBe('open')
  })
})

describe('a layer that AWS names, and what its policies are worth', () => {
  const LOGIN = ' because no VPC endpoint policy allows the ecr:GetAuthorizationToken action'

  it('says that no statement of an endpoint policy allows, although one may deny', () => {
    const guard = policy({
      Effect: 'Deny',
      Principal: '*',
      Action: '*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } },
    })
    const one = asked(user('ecr:GetAuthorizationToken', '*', LOGIN), { endpoint: guard })
    expect(one.causes).toEqual(['layer-lacks'])
    expect(plainText(one.answer.fact?.sentence ?? [])).toBe('No statement is an Allow.')
  })

  it('calls a usual reason likely, since AWS names the policy type alone', () => {
    const launch = (words: string): string =>
      user('ec2:RunInstances', `arn:aws:ec2:eu-west-1:${HOME}:instance/*`, ` with an explicit deny in ${words}`)
    const template = '\nresource "aws_instance" "a" { metadata_options { http_endpoint = "enabled" } }'
    const { answer } = asked(launch('a service control policy') + template)
    expect(answer).toMatchObject({ basis: 'claimed', layer: 'scp' })
    // Many guards stop a launch: without a word of the text none of them is the likely one.
    const bare = asked(launch('a service control policy')).answer
    expect(plainText(bare.fact?.sentence ?? [])).not.toMatch(/^Likely reason: /)
    expect(plainText(answer.fact?.sentence ?? [])).toMatch(/^Likely reason: /)
    const says = answer.causes[0]?.speaksFor.map(plainText)
    expect(says).toContain('AWS asked for ec2:RunInstances.')
    expect(says).not.toContain('AWS’s message says so.')
  })

  it('does not say of a policy that it cannot read that none of its statements denies', () => {
    const error = user('sqs:SendMessage', QUEUE, ' with an explicit deny in a service control policy')
    const { denials } = readPaste(error)
    const { accessCase, denial } = buildCase(takePaste(EMPTY_DRAFT, error).draft, denials)
    const levels = [{ target: 'Account', policies: [{ name: 'guard', document: '- sid: "Regions"' }] }]
    const given = { ...accessCase, policies: { ...accessCase.policies, scps: levels } }
    const { answer } = explain({ evaluation: evaluate(given), accessCase: given, denial })
    expect(answer).toMatchObject({ basis: 'claimed', decision: 'explicitDeny', layer: 'scp' })
    expect(answer.causes.map(({ code, layer }) => [code, layer])).toEqual([['deny-elsewhere', 'scp']])
  })

  it('knows that a profile of Bedrock sends to other Regions where a guard on Regions denies', () => {
    const model = 'arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-v2'
    const error = user('bedrock:InvokeModel', model, ' with an explicit deny in a service control policy')
    const guard = policy({
      Effect: 'Deny',
      NotAction: 'iam:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } },
    })
    const one = asked(error, { scp: guard })
    expect(one.answer.basis).toBe('proven')
    expect(one.causes).toEqual(['profile-of-several-regions'])
  })

  it('asks the policy of each action of the row, and proves nothing of an object whose key nobody named', () => {
    const error = 'InsufficientS3BucketPolicyException: Incorrect S3 bucket policy is detected for bucket: audit-web'
    const trail = { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' } }
    const own = 'arn:aws:s3:::audit-web/AWSLogs/111122223333/*'
    const one = asked(error, { resource: policy({ ...trail, Action: 's3:PutObject', Resource: own }) })
    expect(one.answer).toMatchObject({ basis: 'proven', layer: 'resource' })
    expect(plainText(one.answer.headline)).toBe('The bucket policy of audit-web does not allow s3:GetBucketAcl.')
    expect(one.causes).toContain('trail-bucket')
    const both = { ...trail, Action: ['s3:PutObject', 's3:GetBucketAcl'], Resource: [own, 'arn:aws:s3:::audit-web'] }
    expect(asked(error, { resource: policy(both) }).answer).toMatchObject({ basis: 'claimed', layer: 'resource' })
  })

  it('thinks of another caller first where the policies given here allow', () => {
    const node = 'arn:aws:sts::111122223333:assumed-role/main-node/i-0a1b2c3d4e5f60718'
    const error = `User: ${node} is not authorized to perform: sqs:SendMessage on resource: ${QUEUE}${NO_IDENTITY}`
    const one = asked(error, { identity: policy({ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }) })
    expect(one.answer).toMatchObject({ basis: 'claimed', layer: 'identity' })
    expect(one.causes[0]).toBe('caller-is-node-of-cluster')
  })

  it('does not look at the caller’s own role where an organization denies', () => {
    const node = 'arn:aws:sts::111122223333:assumed-role/main-node/i-0a1b2c3d4e5f60718'
    const error = `User: ${node} is not authorized to perform: sqs:SendMessage on resource: ${QUEUE} with an explicit deny in a service control policy`
    expect(asked(error).causes).toEqual(['deny-elsewhere'])
  })
})

describe('an error that names nothing of AWS', () => {
  it('leaves open whether a policy refused, also where another server may have', () => {
    for (const error of [
      'npm ERR! 403 Forbidden - GET https://packages.example.org/left',
      '{"error": "Something went wrong"}',
    ]) {
      const { answer } = asked(error)
      expect(answer).toMatchObject({ basis: 'open', decision: 'none', layer: 'none', said: [] })
      expect(plainText(answer.headline)).toBe('This error does not show whether AWS refused anything.')
    }
  })

  it('is told apart from an error of AWS that no policy causes', () => {
    const capped =
      'An error occurred (ConcurrentRunsException) when calling the StartJobRun operation: Concurrent runs exceeded.'
    expect(asked(capped).answer).toMatchObject({ basis: 'claimed', decision: 'none' })
  })
})
