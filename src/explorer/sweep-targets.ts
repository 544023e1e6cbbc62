import { splitArn } from '../iam/arn'
import { typesMatching } from '../reference/arn-template'
import type { ActionIndex } from '../reference/reference'
import type { AccessLevel, ServiceReference } from '../reference/service-reference'

/** One action to ask about, and whether the case's resource is one that it can work on. */
export interface SweepTarget {
  readonly action: string
  readonly level: AccessLevel
  /** False: it is asked about any resource, "*", instead. */
  readonly onResource: boolean
}

/** Does the action work on the resource? Where its service is not loaded, the service field of the ARN answers. */
function worksOn(prefix: string, name: string, resource: string, service: ServiceReference | null): boolean {
  if (resource === '*') return false
  const action = service?.byName.get(name.toLowerCase())
  if (action) return typesMatching(action, resource).length > 0
  return splitArn(resource)?.[2] === prefix
}

/** All actions of these services, in the order of the reference. */
export function sweepTargets(
  index: ActionIndex,
  prefixes: readonly string[],
  resource: string,
  service: (prefix: string) => ServiceReference | null,
): readonly SweepTarget[] {
  return prefixes.flatMap((prefix) => {
    const listed = index.services.get(prefix)
    const loaded = service(prefix)
    return (listed?.names ?? []).map((name, at) => ({
      action: `${prefix}:${name}`,
      level: listed?.levels[at] ?? 'Write',
      onResource: worksOn(prefix, name, resource, loaded),
    }))
  })
}
