import type { Denial } from '../denial/denial'

/** What a denial says was asked, where it says neither the action nor the service: the name of an operation. */
export function operationAlone({ kind, action, operation, service, inferred, situation }: Denial): string | null {
  const isKnown = action?.includes(':') === true || (service ?? inferred.action ?? inferred.service) !== undefined
  const isOfCaller = situation === undefined || situation === 'caller-lacks-for-service'
  return kind === 'not-authorization' || isKnown || !isOfCaller ? null : (action ?? operation)
}
