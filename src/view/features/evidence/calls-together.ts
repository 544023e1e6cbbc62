import type { Denial } from '../../../denial/denial'
import { buildCase } from '../../../draft/build-case'
import { EMPTY_DRAFT } from '../../../draft/draft'
import type { RefusedCall } from '../../../explanation/fixes/joint-policy'
import { peopleName } from './people-names'

/** Several denials that one policy answers. */
export interface CallsTogether {
  readonly caller: string
  readonly calls: readonly RefusedCall[]
}

/** More are a log, for the log view. */
const MOST = 50

/** Does AWS say of a denial that no identity-based policy allows the call? */
const isMissingAllow = ({ layer, decision }: Denial): boolean => layer === 'identity' && decision === 'implicit'

/**
 * The denials of a paste as one, where AWS says of each that no identity-based policy of the same caller allows it, and
 * names what is asked for.
 */
export function callsTogether(paste: string, denials: readonly Denial[]): CallsTogether | null {
  const refused = denials.flatMap((denial, index) => (denial.kind === 'not-authorization' ? [] : [{ denial, index }]))
  if (refused.length < 2 || refused.length > MOST || !refused.every(({ denial }) => isMissingAllow(denial))) return null
  const cases = refused.map(({ index }) => buildCase({ ...EMPTY_DRAFT, paste, chosen: index }, denials).fields)
  const callers = new Set(cases.map(({ principal }) => principal.value))
  const [caller] = callers
  const calls = cases.map(({ action, resource }) => ({ action: action.value, resource: resource.value }))
  const isWhole = calls.every(({ action, resource }) => action !== '' && resource !== '')
  if (callers.size > 1 || caller === undefined || caller === '' || !isWhole) return null
  return { caller: peopleName('principal', caller)?.name ?? caller, calls }
}
