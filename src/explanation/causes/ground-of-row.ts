import { isOfGivenRole } from '../../facts/situations/situations'
import type { RowMatch } from '../../knowledge/knowledge'
import type { KnowledgeId, WordedRow } from '../../knowledge/likely-causes'
import { hasBlank } from '../../text/blank'
import type { Ground } from '../answer'
import type { JudgedCase } from '../judged-case'
import { callTitle } from './call-first'
import type { CutOff } from './cut-off'
import { isLessThanGiven } from './less-than-given'
import { isForSomeThing, testRequest, type CheckTest } from './tested-check'

/** What the policies given here make of the checks that a row supposes. */
export interface TestedRow {
  readonly tests: readonly CheckTest[]
  /** The check that the policies given here do not let through. */
  readonly shown: CheckTest | null
  readonly isRefuted: boolean
  /** They let all of them through. */
  readonly isAllowed: boolean
  /** What a limit given here cuts off of them, though the caller's own policies allow it. */
  readonly cutOff?: CutOff
}

/** Is the request what the row of the words asks for, so that what is said of it is said of the row? */
export const isOfRow = ({ denial, accessCase }: JudgedCase, { id, fix }: RowMatch<KnowledgeId>): boolean => {
  const { principal, action } = accessCase.request
  if (denial?.situation !== id || action === '') return false
  // Of a role that a service works with, words that name no action speak of the request, also where AWS names its action.
  if (fix.statements.length === 0 && (denial.action === null || isOfGivenRole(denial.situation))) return true
  if (denial.action !== null) return false
  return fix.statements.some(
    (one) =>
      // A service may have another name, which the policy given here writes.
      [principal, denial.inferred.principal].includes(one.principal?.Service ?? principal) &&
      one.actions.some((each) => each.replaceAll('*', '').toLowerCase() === action.toLowerCase()),
  )
}

/** Do policies given here name all that the row asks for, so that it is the cause only if they mean another thing? What the words themselves say stays. */
const isNamedHere = (judged: JudgedCase, { for: clues, asks, layer, fix }: WordedRow, found: TestedRow): boolean => {
  if (asks !== undefined || layer === 'none' || clues.some(({ kind }) => kind === 'said')) return false
  const { action, resource } = judged.accessCase.request
  // Where what the row asks for is the request, no check beside it was tested; of a known resource its layer’s own cause tells.
  const isOfRequest =
    found.tests.length === 0 &&
    (resource === '' || hasBlank(resource)) &&
    fix.statements.length > 0 &&
    fix.statements.every(({ actions }) => actions.every((one) => one.toLowerCase() === action.toLowerCase()))
  const tests = isOfRequest ? [testRequest(judged, layer)] : found.tests
  return tests.some(isForSomeThing) && tests.every((one) => one.outcome === 'allowed' || isForSomeThing(one))
}

/** What a row stands on. */
export const groundOf = (judged: JudgedCase, known: WordedRow, found: TestedRow): Ground => {
  const { id: code, strength, asks, for: clues } = known
  const { shown } = found
  if (found.cutOff !== undefined) return 'fact-shown'
  const open = {
    isOfRow: isOfRow(judged, known),
    isOpen: found.tests.some(({ outcome }) => outcome === 'open'),
  }
  const isLess = isLessThanGiven(judged, known, open) || isNamedHere(judged, known, found)
  if (strength === 'supported' && shown?.outcome !== 'misplaced' && isLess) return 'fact-possible'
  // The words tell the check, and AWS names no action: what was called is less than what they ask for.
  if (asks !== undefined && shown !== null && judged.denial?.action === null) return 'check-shown'
  const isShown = strength === 'shown' || clues.some(({ kind }) => kind === 'resource-written')
  if (callTitle({ code, ...known.said }) !== null && isShown) return 'call-shown'
  if (strength === 'shown' || (shown !== null && (shown.outcome === 'misplaced' || asks !== undefined)))
    return 'fact-shown'
  return strength === 'possible' ? 'fact-possible' : 'fact-supported'
}
