import { describe, expect, it } from 'vitest'
import { tellingClauses, worksForATime, worksWithout, writtenSentences } from './told-contrast'

describe('what people say works, and what fails', () => {
  it('is told clause by clause: one sentence can say both', () => {
    expect(tellingClauses(['it works from my laptop with the same role, but fails in the function'])).toEqual({
      works: ['it works from my laptop with the same role,'],
      fails: ['but fails in the function'],
    })
    expect(tellingClauses(['only large files fail, small ones go through'])).toEqual({
      works: ['small ones go through'],
      fails: ['only large files fail,'],
    })
  })

  it('is nothing of a wish, a guess or a rule', () => {
    expect(tellingClauses(['it should work from there', 'I think another role works'])).toEqual({
      works: [],
      fails: [],
    })
  })

  it('is not read out of what a program printed', () => {
    expect(writtenSentences('2026-01-02T03:04:05Z INFO it works\n{"works": "fine"}\nHere it works.')).toEqual([
      'Here it works.',
    ])
  })
})

describe('a call that passes for some time', () => {
  it('needs both: that it passed, and that it was refused later', () => {
    expect(worksForATime(['For the first 15 minutes all is fine, afterwards it fails.'])).not.toBeNull()
    expect(worksForATime(['Every restart gives us another 15 minutes.', 'After 15 minutes it fails.'])).not.toBeNull()
    expect(worksForATime(['After 15 minutes it fails.'])).toBeNull()
    expect(worksForATime(['For the first 15 minutes all is fine.'])).toBeNull()
  })
})

describe('a call that passes without something', () => {
  it('names what is left out', () => {
    expect(worksWithout(['without --tags it works'])?.option).toBe('--tags')
    expect(worksWithout(['it works once I drop the header'])?.option).toBe('header')
    expect(worksWithout(['without --tags it fails'])).toBeNull()
    expect(worksWithout(['it works without trouble'])).toBeNull()
  })
})
