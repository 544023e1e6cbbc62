import { describe, expect, it } from 'vitest'
import { SITUATIONS, SITUATION_ROWS, type SituationId } from '../facts/situations/situations'
import { isToldBeside } from '../facts/situations/beside/shown-beside'
import type { SituationShape } from '../facts/situations/situation-row'
import { PREMISES } from './premises'
import { hasPremise, premisesOfSituation } from './situation-premises'

const USUAL = SITUATION_ROWS.filter(([, { isUsual }]) => isUsual === true).map(([id]) => id)

/** What a text would have to show against what a row supposes. */
const refuting = (id: SituationId): readonly string[] =>
  premisesOfSituation(id).flatMap((premise) => PREMISES[premise].refutedBy)

describe('what usually lies behind words', () => {
  it.each(USUAL)('%s supposes something that a text can speak against, or is told by signs', (id) => {
    expect(hasPremise(id)).toBe(true)
  })

  it('is given by who is refused, and where', () => {
    const roles = USUAL.filter((id) => {
      const { decides, refused }: SituationShape = SITUATIONS[id]
      return refused === 'given-role' && decides === 'identity' && !isToldBeside(id)
    })
    expect(roles.length).toBeGreaterThan(10)
    // A role that may do everything lacks nothing.
    expect(roles.filter((id) => !refuting(id).includes('role-allows-all'))).toEqual([])
    const regions = USUAL.filter((id) => (SITUATIONS[id] as SituationShape).isOfTwoRegions)
    expect(regions.filter((id) => !refuting(id).includes('same-region'))).toEqual([])
  })

  it('is refused to a member account alone, so that the management account is none', () => {
    expect(refuting('organization-only-management')).toContain('is-management-account')
  })

  it('is not supposed where the words themselves say it', () => {
    const certain = SITUATION_ROWS.filter(([, { isUsual }]) => isUsual !== true).map(([id]) => id)
    expect(certain.filter((id) => premisesOfSituation(id).length > 0)).toEqual(['api-key-missing'])
  })
})
