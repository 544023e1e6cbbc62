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
