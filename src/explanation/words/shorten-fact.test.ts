import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { briefFact, briefOf, countWords, untoldFact } from './shorten-fact'
import { code, plainText, say } from '../../text/phrase'

const brief = (text: string, most: number): string | null => {
  const found = briefOf([{ text }], most)
  return found && plainText(found)
}

describe('the beginning of a sentence that has no room', () => {
  it.each([
    ['A copy reads its source. Then it writes.', 6, 'A copy reads its source.'],
    ['A bucket of AWS holds it: agents come from there.', 7, 'A bucket of AWS holds it'],
    [
      'The policy of the bucket denies it to every caller, which also holds where the key is absent',
      14,
      'The policy of the bucket denies it to every caller',
    ],
    ['Without the right to list, the answer is that it may not be read', 8, 'Without the right to list, the answer is'],
  ])('ends with a clause, and else with a word: %s', (text, most, expected) => {
    expect(brief(text, most)).toBe(expected)
  })

  it('is none where all of it has room', () => {
    expect(brief('A copy reads its source. Then it writes.', 8)).toBeNull()
  })

  it('cuts nothing that is quoted', () => {
    const found = briefOf(say`Here the policy says ${code('one: two, three; four five six')} and no more than that`, 8)
    expect(found && plainText(found)).toBe('Here the policy says')
  })

  it('is a beginning of the whole, and never longer than its room', () => {
    const word = fc.constantFrom('a', 'which', 'bucket,', 'key:', 'since', 'end.', 'x;', 'because')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), fc.integer({ min: 5, max: 25 }), (words, most) => {
        const text = words.join(' ')
        const found = brief(text, most)
        if (found === null) return countWords(text) <= most
        return text.startsWith(found) && countWords(found) <= most
      }),
    )
  })
})

describe('what an answer rests on, at a glance', () => {
  const LONG = Array.from({ length: 12 }, (_, at) => `Sentence ${at} has these five words.`).join(' ')
  const fact = { sentence: [{ text: LONG }], evidence: null, line: null }

  it('has no more words than three lines hold, ends with a sentence, and the rest is told elsewhere', () => {
    const shown = plainText(briefFact({ fact })!)
    expect(countWords(shown)).toBeLessThanOrEqual(42)
    expect(shown).toMatch(/words\.$/)
    expect(plainText(untoldFact({ fact, causes: [] })!)).toBe(LONG)
  })

  it('is whole where it is short', () => {
    const { answer } = pastedCase(
      'User: arn:aws:iam::111122223333:user/dana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/a.csv" because no identity-based policy allows the s3:GetObject action',
    )
    expect(briefFact(answer)).toBeNull()
    expect(untoldFact(answer)).toBeNull()
  })
})
