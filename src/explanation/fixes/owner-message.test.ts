import { describe, expect, it } from 'vitest'
import { remedyOf } from '../../testing/pasted-case'

/** What AWS prints of a denial by one statement, decoded. */
const decoded = (...statements: readonly object[]): string =>
  JSON.stringify({
    DecodedMessage: JSON.stringify({
      allowed: false,
      explicitDeny: true,
      matchedStatements: { items: statements },
      failures: { items: [] },
      context: {
        principal: { id: 'AROAEXAMPLEIDEXAMPLE1:lea', arn: 'arn:aws:sts::111122223333:assumed-role/lab/lea' },
        action: 'ec2:RunInstances',
        resource: 'arn:aws:ec2:eu-north-1:111122223333:volume/*',
        conditions: { items: [] },
      },
    }),
  })

const denies = (statementId: string, ...keys: readonly string[]) => ({
  statementId,
  effect: 'DENY',
  actions: { items: [{ value: 'ec2:RunInstances' }] },
  resources: { items: [{ value: '*' }] },
  conditions: { items: keys.map((key) => ({ key, values: { items: [] } })) },
})

describe('the message to the owner of a policy that AWS does not name', () => {
  it('says by what its owner finds it: the statement and the keys that it tests', () => {
    const { message } = remedyOf(decoded(denies('OnlyEncrypted', 'ec2:Encrypted')))
    expect(message?.text).toContain('Statement: OnlyEncrypted\nCondition keys it tests: ec2:Encrypted')
    expect(message?.text).not.toContain('AWS does not name')
  })

  it('says nothing of a statement without a name', () => {
    const { message } = remedyOf(decoded(denies('')))
    expect(message?.text).toContain('is denying a request I need to make')
    expect(message?.text).not.toMatch(/Statement:|Condition keys/)
  })
})

describe('the message to the owner of a Deny that holds a mistake', () => {
  const REFUSED =
    'User: arn:aws:sts::111122223333:assumed-role/node/one is not authorized to perform: dynamodb:ListTables on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/* with an explicit deny in a VPC endpoint policy. The endpoint is vpce-0a1b2c3d4e5f60718.'
  const guarded = (condition: object) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
        { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*', Condition: condition },
      ],
    })
  const messageOf = (condition: object) => remedyOf(REFUSED, { endpoint: guarded(condition) }).message?.text ?? ''

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc
  it('asks to mend it, not for an exception', () => {
    const text = messageOf({ StringNotEquals: { 'aws:SourceVpce': 'vpc-0f1e2d3c4b5a69788' } })
    expect(text).toMatch(/isn’t written as it was meant\. Correct the key .*aws:SourceVpc\b/)
    expect(text).toContain('"aws:SourceVpc": "vpc-0f1e2d3c4b5a69788"')
    // A VPC is no VPC endpoint.
    expect(text).toMatch(/such a value is one of aws:SourceVpc\b/i)
    expect(text).not.toContain('exception')
  })

  it('asks for an exception where the Deny says what it means', () => {
    const text = messageOf({ StringNotEquals: { 'aws:SourceVpce': 'vpce-0f1e2d3c4b5a69788' } })
    expect(text).toContain('could you add an exception')
  })
})

describe('the message to the owner of a Deny that refuses the rest of the attempt too', () => {
  const refused = (action: string, resource: string) =>
    `User: arn:aws:sts::111122223333:assumed-role/node/one is not authorized to perform: ${action} on resource: ${resource} with an explicit deny in a service control policy`
  const scp = (deny: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Resource: '*', ...deny }] })

  // https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
  it('names what the attempt calls besides, so that one change is enough', () => {
    const error = refused('ssmmessages:CreateDataChannel', 'arn:aws:ssmmessages:eu-west-1:111122223333:*')
    const { message } = remedyOf(error, { scp: scp({ NotAction: ['ssm:*', 's3:*'] }) })
    expect(message?.text).toMatch(/The same attempt also calls: .*ssmmessages:OpenDataChannel/)
    expect(message?.text).toContain('an exception for these actions alone?')
  })

  it('names no action that the Deny refuses besides and the attempt doesn’t call', () => {
    const error = refused('s3:CreateBucket', 'arn:aws:s3:::harbor-notes')
    const { message } = remedyOf(error, { scp: scp({ Action: ['s3:CreateBucket', 's3:DeleteBucket'] }) })
    expect(message?.text).not.toMatch(/same attempt|s3:DeleteBucket/)
  })
})
