import { describe, expect, it } from 'vitest'
import type { KeptAnswer } from './ExerciseCard'
import { parseDeckAnswers, writeDeckAnswers, type DeckAnswers } from './deck-answers'

const answer: KeptAnswer = {
  tries: [
    { decision: 'allowed', layer: 'none' },
    { decision: 'implicitDeny', layer: 'identity' },
  ],
  isGivenUp: false,
  repairs: ['tooOpen', 'works'],
  repairText: '{ "Statement": [] }',
}
const answers: DeckAnswers = { name: 'Ana', answers: new Map([[2, answer]]) }

describe('what was answered in a deck', () => {
  it('is there again for the same deck, and for no other', () => {
    const text = writeDeckAnswers('#d1/abc', answers)
    expect(parseDeckAnswers('#d1/abc', text)).toEqual(answers)
    expect(parseDeckAnswers('#d1/other', text).answers.size).toBe(0)
  })

  it('is none where the text is another', () => {
    for (const text of [null, '', '{', 'null', '{}', '["#d1/abc",1,[1],["2","x"],5]'])
      expect(parseDeckAnswers('#d1/abc', text)).toEqual({ name: '', answers: new Map() })
  })

  it('holds no key that somebody typed into a policy', () => {
    const secret = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYab'
    const typed = { ...answer, repairText: `aws_secret_access_key = ${secret}` }
    expect(writeDeckAnswers('#d1/abc', { name: '', answers: new Map([[1, typed]]) })).not.toContain(secret)
  })
})
