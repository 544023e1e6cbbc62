import { describe, expect, it } from 'vitest'
import { findPolicies } from './find-policies'

const json = (value: unknown) => JSON.stringify(value, null, 2)
const PLAIN = json({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }] })
const EVERYBODY = json({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: '*' }],
})
const placesIn = (paste: string) => findPolicies(paste).map(({ layer }) => layer)

describe('the layer that words tell', () => {
  it('is none that the words say not to be there', () => {
    expect(placesIn(`I never set a session policy anywhere. Our role has:\n${PLAIN}`)).not.toEqual(['session'])
    expect(placesIn(`There is no permissions boundary. Role policy:\n${PLAIN}`)).toEqual(['identity'])
    expect(placesIn(`It does not work with this session policy:\n${PLAIN}`)).toEqual(['session'])
  })

  it.each([
    ['bucket policy:\n', EVERYBODY, 'resource'],
    ['This is our Bucket Policy\n```json\n', EVERYBODY, 'resource'],
    ['const queuePolicy = ', EVERYBODY, 'resource'],
    ['## Trust relationship\n\n', EVERYBODY, 'resource'],
    ['# vpc-endpoint-policy.json\n', EVERYBODY, 'endpoint'],
    ['The RCP on the root:\n', EVERYBODY, 'rcp'],
    ['SCP:\n', PLAIN, 'scp'],
    ['service control policy of the OU\n', PLAIN, 'scp'],
    ['Permissions boundary:\n', PLAIN, 'boundary'],
    ['permissions_boundary = ', PLAIN, 'boundary'],
    ['inline session policy\n', PLAIN, 'session'],
    ["$ aws sts get-federation-token --name guest --policy '", PLAIN, 'session'],
    [
      "$ aws sts assume-role --role-arn arn:aws:iam::111122223333:role/app \\\n  --role-session-name a --policy '",
      PLAIN,
      'session',
    ],
    ['IAM policy:\n', PLAIN, 'identity'],
    ['The task role policy is\n\n', PLAIN, 'identity'],
    ['policy of the user deploy:\n', PLAIN, 'identity'],
    ['pipeline role:\n', PLAIN, 'identity'],
    ['role uc-storage:\n', PLAIN, 'identity'],
    ['I have the full access policy, see json:\n\n', PLAIN, 'identity'],
    ['The statement in the controller policy:\n\n', PLAIN, 'identity'],
    ['Policy of the S3 gateway endpoint:\n\n', EVERYBODY, 'endpoint'],
    ['The role has it. Boundary (iam.yml):\n\n', PLAIN, 'boundary'],
    ['We have this on the group:\n', PLAIN, 'identity'],
    ['taskRoleArn: arn:aws:iam::111122223333:role/dump-exec\nPolicy is attached to dump-exec:\n\n', PLAIN, 'identity'],
    ['The role worker has the following permissions:\n', PLAIN, 'identity'],
    ['The trust policy of the role worker:\n', EVERYBODY, 'resource'],
    ['$ aws iam get-role --role-name app --query Role.PermissionsBoundary\nPERMISSIONS BOUNDARY\n', PLAIN, 'boundary'],
    ['inline policy:\n$ aws iam get-role --query Role.PermissionsBoundary\nnull\n\n', PLAIN, 'identity'],
    ['It has no boundary. This is the policy attached to the role:\n', PLAIN, 'identity'],
  ])('is read from %j', (words, policy, layer) => {
    expect(placesIn(`${words}${policy}`)).toEqual([layer])
  })

  it.each([
    [
      'is not authorized to perform: sqs:SendMessage because no session policy allows the sqs:SendMessage action\n',
      PLAIN,
    ],
    ['AccessDenied with an explicit deny in a service control policy\n', PLAIN],
    ['this policy:\n', PLAIN],
    ['trust relationship of the role:\n', PLAIN],
    ['a policy is on the role, another is here:\n', PLAIN],
    ['$ aws sts assume-role --role-arn arn:aws:iam::111122223333:role/app\n', PLAIN],
    ['bucket policy:\n', PLAIN],
    ['identity policy:\n', EVERYBODY],
    ['data "aws_iam_policy_document":\n', PLAIN],
    [`bucket policy:\n\n\n\nsome words\nmore words\nof another thing\nand more\n`, EVERYBODY],
  ])('is not read from %j', (words, policy) => {
    expect(placesIn(`${words}${policy}`)).toEqual([null])
  })

  it('is none where the words are of AWS IoT’s own policies', () => {
    for (const words of ['policy on AWS IoT:\n\n', 'The AWS IoT policy of the thing:\n', 'IoT Core policy\n'])
      expect(findPolicies(`${words}${PLAIN}`), words).toMatchObject([{ layer: null, candidates: [] }])
    const thing = `resource "aws_iot_policy" "thing" {\n  name   = "thing"\n  policy = jsonencode(${PLAIN})\n}`
    expect(findPolicies(thing)).toMatchObject([{ layer: null, candidates: [], name: 'thing' }])
  })

  it('is that of the words before each of several', () => {
    expect(placesIn(`SCP:\n${PLAIN}\n\nrole policy:\n${PLAIN}\n\n${PLAIN}`)).toEqual(['scp', 'identity', null])
  })
})
