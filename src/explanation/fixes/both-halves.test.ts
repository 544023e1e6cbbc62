import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { remedyOf } from '../../testing/pasted-case'

const TOPIC = 'arn:aws:sns:eu-west-1:444455556666:alerts'

const denied = (account: string, ending = '') =>
  `User: arn:aws:sts::${account}:assumed-role/notifier/one is not authorized to perform: SNS:Publish on resource: ${TOPIC}${ending}`

const fixesOf = (...pasted: Parameters<typeof remedyOf>) => remedyOf(...pasted).fixes

const allow = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })

const OF_OTHERS = {
  identity: allow({ Action: 'logs:*', Resource: '*' }),
  resource: allow({
    Principal: { AWS: 'arn:aws:iam::444455556666:role/other' },
    Action: 'sns:Publish',
    Resource: TOPIC,
  }),
}

// Across accounts AWS lets a request through where an identity-based policy and the resource’s policy both allow it.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
describe('a repair across accounts', () => {
  it('holds both halves, and no policy that is here stands in the way of the two', () => {
    const [first] = fixesOf(denied('111122223333'), OF_OTHERS)
    expect(first?.changes.map(({ layer }) => layer)).toEqual(['resource', 'identity'])
    expect([first?.remaining, plainText(first?.proof ?? [])]).toEqual([
      [],
      expect.stringMatching(/passes both policies/),
    ])
    const told = plainText(first?.sentence ?? [])
    expect(told).toMatch(/^Both accounts must allow it\. In account 444455556666: .+ In account 111122223333: /)
  })

  it('is one policy where the caller is in the account of the resource', () => {
    const [first] = fixesOf(denied('444455556666'), OF_OTHERS)
    expect(first?.changes).toHaveLength(1)
    expect(first?.remaining).toEqual([])
    expect(plainText(first?.sentence ?? [])).not.toMatch(/accounts/)
  })

  it('is one policy where the other side allows it', () => {
    const identity = allow({ Action: 'sns:Publish', Resource: TOPIC })
    const [first] = fixesOf(denied('111122223333'), { ...OF_OTHERS, identity })
    expect(first?.changes.map(({ layer }) => layer)).toEqual(['resource'])
    expect(first?.remaining).toEqual([])
  })

  it('is two statements, each for its account, where neither policy is here', () => {
    const [first, second] = fixesOf(
      denied('111122223333', ' because no resource-based policy allows the SNS:Publish action'),
    )
    expect([first?.layer, second?.layer]).toEqual(['resource', 'identity'])
    expect(plainText(first?.sentence ?? [])).toMatch(/^Both accounts must allow it\. First, in account 444455556666: /)
    expect(plainText(second?.sentence ?? [])).toMatch(/^Then, in account 111122223333, unless .+: /)
  })

  it('says what the other half is where nothing of it is here', () => {
    const [first] = fixesOf(denied('111122223333'), { identity: OF_OTHERS.identity })
    expect(first?.layer).toBe('identity')
    expect(plainText(first?.proof ?? [])).toMatch(
      /In account 444455556666, the resource-based policy must allow it too\.$/,
    )
    const [own] = fixesOf(denied('444455556666'), { identity: OF_OTHERS.identity })
    expect(plainText(own?.proof ?? [])).not.toMatch(/must allow it too/)
  })
})
