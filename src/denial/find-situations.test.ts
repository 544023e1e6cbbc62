import { describe, expect, it } from 'vitest'
import vectors from '../facts/situations/vectors/general.json'
import { SITUATIONS, type SituationId } from '../facts/situations/situations'
import { parseDenials } from './parse-denials'

interface Vector {
  readonly id: SituationId
  /** An error that is of the situation. */
  readonly fires: string
  /** One beside it that is not: most often the denial of a policy in much the same words. */
  readonly silent: string
}

const VECTORS = vectors as readonly Vector[]

/** What an error is taken for; one that is no denial and of no situation has the advice for any other. */
const situationsOf = (paste: string): readonly (SituationId | null)[] =>
  parseDenials(paste).map(({ situation, kind }) => situation ?? (kind === 'not-authorization' ? 'other-error' : null))

describe('what is recognised where no policy decides', () => {
  it('has an error of each situation, and one beside it that is none', () => {
    expect(VECTORS.map(({ id }) => id).toSorted()).toEqual(Object.keys(SITUATIONS).toSorted())
  })

  it.each(VECTORS)('$id is recognised in an error that is one', ({ id, fires }) => {
    expect(situationsOf(fires)).toContain(id)
  })

  it.each(VECTORS)('$id is not recognised in an error beside it', ({ id, silent }) => {
    const situations = situationsOf(silent)
    expect(situations).not.toEqual([])
    expect(situations).not.toContain(id)
  })
})
