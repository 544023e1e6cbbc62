import { serviceOfArn } from '../iam/arn'
import type { GroundStatement } from './ground-texts'

/**
 * Services in the order in which they are tried, since the search may end before the last: what is known of comes first,
 * and of that the services whose resources the statements name.
 */
export function servicesInOrder(
  services: Iterable<string>,
  statements: readonly GroundStatement[],
  isKnown: (service: string) => boolean,
): readonly string[] {
  const named = new Set(
    statements.flatMap(({ statement }) => (statement.resource?.values ?? []).map(({ text }) => serviceOfArn(text))),
  )
  const rank = (service: string): number => (isKnown(service) ? 0 : 2) + (named.has(service) ? 0 : 1)
  return [...services].toSorted((one, other) => rank(one) - rank(other))
}
