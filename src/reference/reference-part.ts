import type { Reference, ServiceList } from './reference'
import type { ServiceDetail, ServiceReference } from './service-reference'

/** The reference of some services, as far as it is read: plain data, which can be sent. */
export interface ReferencePart {
  readonly list: ServiceList | null
  readonly services: readonly { readonly service: ServiceReference; readonly detail: ServiceDetail | null }[]
}

/** The part of the reference that speaks of some services. */
export const referencePart = (reference: Reference | undefined, prefixes: readonly string[]): ReferencePart => ({
  list: reference?.list ?? null,
  services: prefixes.flatMap((prefix) => {
    const service = reference?.service(prefix) ?? null
    return service === null ? [] : [{ service, detail: reference?.detail(prefix) ?? null }]
  }),
})

/** The reference that a part stands for. */
export function referenceOfPart({ list, services }: ReferencePart): Reference {
  const byPrefix = new Map(services.map((known) => [known.service.prefix, known]))
  return {
    list,
    actions: null,
    service: (prefix) => byPrefix.get(prefix)?.service ?? null,
    detail: (prefix) => byPrefix.get(prefix)?.detail ?? null,
  }
}

/** Is it the list of services, a service or its descriptions, as they were read? Maps are in nothing that is pasted. */
export function isOfReference(value: object): boolean {
  const { unlisted, byName, dependents } = value as Partial<ServiceList & ServiceReference & ServiceDetail>
  return unlisted instanceof Map || byName instanceof Map || dependents instanceof Map
}
