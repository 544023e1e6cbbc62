import { describe, expect, it } from 'vitest'
import { tellsThat } from './tells-that'

const EMPTY = /\bthe drawer is empty\b/i

describe('tellsThat', () => {
  it.each([
    'I looked twice: the drawer is empty.',
    'Exit code 1\nThe drawer is empty',
    'It isn’t locked, the drawer is empty.',
  ])('takes a statement: %s', (text) => {
    expect(tellsThat(text, EMPTY)).toBe(true)
  })

  it.each([
    'Perhaps the drawer is empty.',
    'How do I see that the drawer is empty?',
    'It is not so that the drawer is empty.',
    'If the drawer is empty, it fails.',
    'The drawer is empty if it fails.',
    'Nobody says the drawer is empty',
    '{"note": "the drawer is empty"}',
  ])('takes no question, guess, condition, negation or output: %s', (text) => {
    expect(tellsThat(text, EMPTY)).toBe(false)
  })
})
