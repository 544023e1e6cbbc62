import type { SituationShape } from '../../facts/situations/situation-row'
import { SITUATIONS } from '../../facts/situations/situations'
import { own } from '../../text/own'
import type { Cause } from '../answer'
import type { CheckTest } from './tested-check'

/** Is a check let through by nothing narrower than every action, as an administrator has it? */
const isByEverything = ({ result }: CheckTest): boolean => {
  const allows = (result?.statements ?? []).filter(({ effect, matches }) => effect === 'Allow' && matches === 'yes')
  return (
    allows.length > 0 &&
    allows.every(({ elements }) =>
      elements.some(({ element, values }) => element === 'Action' && values.some(({ text }) => text === '*')),
    )
  )
}

/** A service's role is another than the caller: what lets everybody do everything is rather the administrator's own. */
export function asOfRole<Found extends { readonly tests: readonly CheckTest[]; readonly isRefuted: boolean }>(
  id: Cause['code'],
  found: Found,
): Found {
  const isOfRole = own<SituationShape>(SITUATIONS, id)?.refused === 'given-role'
  // Whose role it is that was refused, the text may tell: then the policies given here are that one's.
  const isNamed = found.tests.some(({ judged }) => judged.accessCase.request.principal !== '')
  return isOfRole && !isNamed && found.isRefuted && found.tests.every(isByEverything)
    ? { ...found, isRefuted: false }
    : found
}
