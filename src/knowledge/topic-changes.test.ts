import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import type { TopicCode } from '../denial/topics'
import { TOPIC_CHANGES, type TopicChange } from './topic-changes'
import vectors from './vectors/topics.json'

interface Vector {
  readonly id: TopicCode
  /** An error that is of the topic. */
  readonly fires: string
  /** One beside it that is not: most often the denial of a policy in much the same words. */
  readonly silent: string
}

const VECTORS = vectors as readonly Vector[]

/** What an error is taken for; one that is no denial and of no topic has the advice for any other. */
const topicsOf = (paste: string): readonly (TopicCode | null)[] =>
  parseDenials(paste).map(({ topic, kind }) => topic ?? (kind === 'not-authorization' ? 'other-error' : null))

describe('what is told where no policy decides', () => {
  it('has an error of each topic, and one beside it that is none', () => {
    expect(VECTORS.map(({ id }) => id).toSorted()).toEqual(Object.keys(TOPIC_CHANGES).toSorted())
  })

  it.each(VECTORS)('$id is told of an error that is one', ({ id, fires }) => {
    expect(topicsOf(fires)).toContain(id)
  })

  it.each(VECTORS)('$id is not told of an error beside it', ({ id, silent }) => {
    const topics = topicsOf(silent)
    expect(topics).not.toEqual([])
    expect(topics).not.toContain(id)
  })

  it.each(Object.entries(TOPIC_CHANGES) as [string, readonly TopicChange[]][])(
    '%s: each change has a sentence, a page, and the day on which it was compared with it or a word that it was not',
    (_, changes) => {
      for (const { says, page, confirmed } of changes) {
        expect(says).toMatch(/^[A-Z].*\.$/)
        expect(page).toMatch(/^https:\/\/[\w.-]+\/\S+$/)
        expect(confirmed).toMatch(/^(?:2026-\d\d-\d\d|unconfirmed)$/)
      }
    },
  )
})
