import { describe, expect, it } from 'vitest'
import { denialsOf } from '../../../draft/known-denials'
import { EXAMPLES } from '../../../lessons/examples'
import { answerOptions, isSameAnswer } from '../../../permalink/answers'
import type { ExpectedAnswer } from '../../../permalink/deck'
import { withoutReason } from './CaseSheet'
import { verdictOf } from './verdict-of'
import { whyWrong } from './why-wrong'

const GIVES_AWAY = /because no|with an explicit deny|identity-based policy|service control policy|permissions boundary/i

describe('an exercise', () => {
  it.each(EXAMPLES.map((example) => [example.id, example] as const))(
    'of %s does not tell its answer',
    (_id, { draft }) => {
      expect(withoutReason(draft.paste, denialsOf(draft.paste))).not.toMatch(GIVES_AWAY)
    },
  )

  it.each(EXAMPLES.map((example) => [example.id, example] as const))(
    'of %s says why each wrong answer is wrong, without naming the right one',
    (_id, { draft }) => {
      const { answer: right, gates, evaluation } = verdictOf(draft)
      const options = answerOptions(gates, right)
      for (const option of options) {
        const why = whyWrong(option, right, evaluation)
        if (isSameAnswer(option, right)) expect(why).toBeNull()
        else expect(why).toMatch(/\.$/)
      }
    },
  )

  it('tells of the layer that was answered, and of that alone', () => {
    const example = EXAMPLES[0]!
    const { answer: right, evaluation } = verdictOf(example.draft)
    expect(right).toEqual({ decision: 'implicitDeny', layer: 'identity' })
    const why = (answer: ExpectedAnswer) => whyWrong(answer, right, evaluation)
    expect(why({ decision: 'allowed', layer: 'none' })).toBe('Something does not let this request pass.')
    expect(why({ decision: 'explicitDeny', layer: 'identity' })).toMatch(/^The place is right/)
    expect(why({ decision: 'explicitDeny', layer: 'boundary' })).toMatch(/^Permissions boundary/i)
  })

  it('offers the answers of the layers that are given', () => {
    const { gates, evaluation } = verdictOf(EXAMPLES[0]!.draft)
    for (const layer of gates) expect(evaluation.layers.find((one) => one.layer === layer)?.status).not.toBe('notGiven')
  })
})
