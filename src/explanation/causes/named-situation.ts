import { howDenied } from '../../denial/denial'
import type { SituationShape } from '../../facts/situations/situation-row'
import { isToldBeside } from '../../facts/situations/beside/shown-beside'
import { SITUATIONS, type SituationId } from '../../facts/situations/situations'
import { serviceOfAction } from '../../iam/action'
import type { JudgedCase } from '../judged-case'

/** What the error is in words of its own, where no policy decides it: also where something was refused, but by no policy. */
export function situationOf({ denial, error }: JudgedCase): SituationId | null {
  if (denial === null) return error ? (error.situation ?? 'other-error') : null
  const id = denial.situation
  if (id === undefined) return null
  const row: SituationShape = SITUATIONS[id]
  if (row.decides !== 'none' || (row.says === undefined && !isToldBeside(id))) return null
  // Where nobody can allow it, it says nothing that the policies of a layer don't.
  const isOfService = serviceOfAction(denial.action ?? '') === row.service
  const isByNone = row.ofDenial === true && row.isUsual !== true && howDenied(denial) === 'implicitDeny' && isOfService
  return denial.layer === 'unknown' || isByNone ? id : null
}
