import { describe, expect, it } from 'vitest'
import type { SituationAnswer } from './situation'
import { SITUATION_ANSWERS } from './situation-answers'

describe('what is said of a situation', () => {
  it.each(Object.entries(SITUATION_ANSWERS) as [string, SituationAnswer][])(
    '%s: each change has a sentence, a page, and the day on which it was compared with it or a word that it was not',
    (_, { changes }) => {
      for (const { says, page, confirmed } of changes) {
        expect(says).toMatch(/^[A-Z].*\.$/)
        expect(page).toMatch(/^https:\/\/[\w.-]+\/\S+$/)
        expect(confirmed).toMatch(/^(?:2026-\d\d-\d\d|unconfirmed)$/)
      }
    },
  )
})
