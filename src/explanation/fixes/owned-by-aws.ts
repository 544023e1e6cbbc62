import { CIRCUMSTANCES, type Circumstance } from '../../knowledge/circumstances'
import { matchWildcard } from '../../iam/wildcard'
import type { Layer } from '../../iam/layers'
import type { Fields } from '../../text/fields'
import { textsOf } from '../../text/fields'

/** Resources that AWS's services own and that callers reach, as patterns in lower case. */
const OWN: readonly string[] = Object.entries(CIRCUMSTANCES as Record<string, Circumstance>).flatMap(
  ([id, { resources = [] }]) => (id.startsWith('own-') ? resources : []),
)

/** Is it one of AWS's own, as it gives out packages, layers of images or models? */
export const isOwnedByAws = (resource: string): boolean =>
  OWN.some((pattern) => matchWildcard(pattern, resource.toLowerCase()))

/**
 * Does a statement let an endpoint through to resources of AWS alone? No test of the caller's or the resource's own account
 * holds of such a request, so that nothing steps over it.
 */
export const isToAwsAlone = (layer: Layer, { Resource: resource }: Fields): boolean => {
  const resources = textsOf(resource)
  return layer === 'endpoint' && resources.length > 0 && resources.every(isOwnedByAws)
}
