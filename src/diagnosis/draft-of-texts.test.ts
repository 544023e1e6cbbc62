import { describe, expect, it } from 'vitest'
import { draftPoliciesOf } from '../draft/edit/edit-layers'
import { diagnose } from './diagnose'
import { draftOfTexts, type GivenText } from './draft-of-texts'

const policy = (...Statement: readonly unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement }, null, 1)

const ROLE = 'arn:aws:iam::444455556666:role/loader'
const own = (text: string): GivenText => ({ name: 'role loader', text, layer: 'identity' })
const bucket: GivenText = {
  name: 'bucket policy',
  layer: 'resource',
  text: policy({
    Effect: 'Allow',
    Principal: { AWS: ROLE },
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::depot/*',
  }),
}
const key = (...Principal: readonly string[]): GivenText => ({
  name: 'key policy',
  layer: 'resource',
  text: policy({ Effect: 'Allow', Principal: { AWS: Principal }, Action: ['kms:Decrypt'], Resource: '*' }),
})
const error = (text: string): GivenText => ({ name: 'error.txt', text, layer: null })
const READ = error(
  'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied\ns3://depot/a.csv',
)

const heldBy = async (...texts: readonly GivenText[]) => {
  const { draft } = await draftOfTexts(texts)
  return { held: draftPoliciesOf(draft.layers, 'resource').map(({ text }) => text), paste: draft.paste, draft }
}

describe('the policy of a resource and that of its key, given apart', () => {
  it('are both there, in either order: the resource’s counts, and the key’s stands beside it', async () => {
    for (const given of [
      [bucket, key(ROLE)],
      [key(ROLE), bucket],
    ]) {
      const { held, paste } = await heldBy(READ, ...given)
      expect(held).toEqual([bucket.text])
      expect(paste).toContain('kms:Decrypt')
    }
  })

  it('are the key’s alone where AWS asked for the key', async () => {
    const asked = error(
      `User: ${ROLE} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/1a2b because no resource-based policy allows the kms:Decrypt action`,
    )
    for (const given of [
      [bucket, key('arn:aws:iam::444455556666:role/other')],
      [key('arn:aws:iam::444455556666:role/other'), bucket],
    ])
      expect((await heldBy(asked, ...given)).held[0]).toContain('kms:Decrypt')
  })

  it('show what the key lacks for the one whom the other lets in, where nobody says who called', async () => {
    const all = own(policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }))
    const causeOf = async (...of: readonly string[]) =>
      diagnose((await heldBy(READ, all, bucket, key(...of))).draft).explanation?.answer.causes[0]?.code
    expect(await causeOf('arn:aws:iam::444455556666:role/other')).toBe('key-policy-lacks')
    expect(await causeOf('arn:aws:iam::444455556666:role/other', ROLE)).not.toBe('key-policy-lacks')
  })
})

describe('a policy that a printed list names, given by its name', () => {
  const USER = 'arn:aws:iam::111122223333:user/nell'
  const listed = error(
    `$ aws iam list-attached-user-policies --user-name nell\n{"AttachedPolicies":[{"PolicyName":"letters-send","PolicyArn":"arn:aws:iam::111122223333:policy/letters-send"}]}\nUser: ${USER} is not authorized to perform: sqs:PurgeQueue on resource: arn:aws:sqs:eu-west-1:111122223333:letters because no identity-based policy allows the sqs:PurgeQueue action`,
  )
  const given = (name: string): GivenText => ({
    name,
    layer: 'identity',
    text: policy({
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Resource: 'arn:aws:sqs:eu-west-1:111122223333:letters',
    }),
  })

  it('takes the place that the list keeps for it, and proves what it lacks', async () => {
    const { draft } = await draftOfTexts([listed, given('letters-send')])
    expect(draftPoliciesOf(draft.layers, 'identity').map(({ name }) => name)).toEqual(['letters-send'])
    expect(diagnose(draft).explanation?.answer.basis).toBe('proven')
  })

  it('takes that of no other policy: what is listed and not given stays open', async () => {
    const { draft } = await draftOfTexts([listed, given('letters-read')])
    expect(draftPoliciesOf(draft.layers, 'identity')).toHaveLength(2)
    expect(diagnose(draft).explanation?.answer.basis).toBe('claimed')
  })
})

describe('a text of several policies that is said to be of one layer', () => {
  const template: GivenText = {
    name: 'template',
    layer: 'resource',
    text: `Resources:
  NightRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: night
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: scheduler.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: call
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - {Effect: Allow, Action: lambda:InvokeFunction, Resource: '*'}
`,
  }
  const schedule = error(
    'The execution role you provide must allow AWS EventBridge Scheduler to assume the role. (Service: Scheduler, Status Code: 400)',
  )

  it('the role’s own policy doesn’t take the place of its trust policy', async () => {
    const { held, draft } = await heldBy(schedule, template)
    expect(held.join()).toContain('sts:AssumeRole')
    expect(held.join()).not.toContain('lambda:InvokeFunction')
    expect(JSON.stringify(draftPoliciesOf(draft.layers, 'identity'))).not.toContain('sts:AssumeRole')
  })

  it('a text that says nothing of its layer goes where it is said to belong', async () => {
    expect((await heldBy(READ, { ...bucket, layer: 'resource' })).held).toEqual([bucket.text])
  })
})

describe('policies of two VPC endpoints', () => {
  const endpoint = (name: string, ...of: readonly unknown[]): GivenText => ({
    name,
    layer: 'endpoint',
    text: policy(...of),
  })
  const all = endpoint('all', { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' })
  const some = endpoint('some', { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::depot/*' })
  const heldOf = async (...texts: readonly GivenText[]) =>
    draftPoliciesOf((await draftOfTexts(texts)).draft.layers, 'endpoint').map(({ name }) => name)

  it('the one that limits something stays, in either order', async () => {
    expect(await heldOf(READ, some, all)).toEqual(['some'])
    expect(await heldOf(READ, all, some)).toEqual(['some'])
  })

  it('of two that limit, the later counts', async () => {
    const other = endpoint('other', { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' })
    expect(await heldOf(READ, some, other)).toEqual(['other'])
  })
})

it('a policy that a command prints of another role is no policy of the caller’s, also where it is given as one', async () => {
  const said = error(
    'User: arn:aws:sts::444455556666:assumed-role/loader/one is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::depot/a because no identity-based policy allows the s3:GetObject action',
  )
  const printed = (RoleName: string) =>
    own(
      JSON.stringify({
        RoleName,
        PolicyName: 'reads',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::depot/*' }],
        },
      }),
    )
  const names = async (role: string) =>
    draftPoliciesOf((await draftOfTexts([said, printed(role)])).draft.layers, 'identity').length
  expect([await names('loader'), await names('heron')]).toEqual([1, 0])
})
