import { fullAction, type Denial } from '../../denial/denial'
import type { Draft } from '../draft'

/** Do two denials speak of one request? An action without its service's prefix is taken with the inferred one. */
export function isSameRequest(one: Denial | null, other: Denial | null): boolean {
  if (one === null || other === null) return one === other
  return one.principal === other.principal && fullAction(one) === fullAction(other) && one.resource === other.resource
}

/** Is it the answer of a call that tells more of a denial: a decoded message, or the details of an authorization? */
export const isDetail = ({ matchedStatements }: Denial): boolean => matchedStatements !== undefined

/** A denial with what the details of the same request in the paste add: context keys and matched statements. */
function withDetails(denial: Denial, denials: readonly Denial[]): Denial {
  const details = denials.filter((other) => other !== denial && isDetail(other) && isSameRequest(other, denial))
  return details.reduce((before, { context, matchedStatements, decision }): Denial => {
    const statements = before.matchedStatements ?? matchedStatements
    return {
      ...before,
      decision: before.decision === 'unknown' ? decision : before.decision,
      context: { ...context, ...before.context },
      ...(statements === undefined ? {} : { matchedStatements: statements }),
    }
  }, denial)
}

/** The denial that a draft speaks of, with its details; null where the chosen error is no denial. */
export function chosenDenial(draft: Pick<Draft, 'chosen'>, denials: readonly Denial[]): Denial | null {
  const chosen = denials[draft.chosen] ?? denials[0] ?? null
  return chosen === null || chosen.kind === 'not-authorization' ? null : withDetails(chosen, denials)
}
