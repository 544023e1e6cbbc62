import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  decodeActions,
  decodeManagedPolicies,
  decodeServices,
  type ActionIndex,
  type ActionsFile,
  type ManagedPoliciesFile,
  type ManagedPolicy,
  type Reference,
  type ReferenceMeta,
  type ServiceList,
  type ServicesFile,
} from '../../reference/reference'
import {
  decodeDetail,
  decodeService,
  type DetailFile,
  type ServiceDetail,
  type ServiceFile,
  type ServiceReference,
} from '../../reference/service-reference'
import { QUERY_CLIENT } from './query-client'

/**
 * The files of the build stand still while the page is open: what was read once is kept. They are here without a network
 * too, so being offline is no reason to wait.
 */
const KEPT = {
  staleTime: Infinity,
  gcTime: Infinity,
  retry: 1,
  refetchOnWindowFocus: false,
  networkMode: 'always',
} as const

async function readFile<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(new URL(`reference/${path}`, document.baseURI), { signal })
  if (!response.ok) throw new Error(`The reference file ${path} could not be read (${response.status}).`)
  return (await response.json()) as T
}

const fileQuery = <File, Value>(path: string, decode: (file: File) => Value) =>
  queryOptions({
    queryKey: ['reference', path],
    queryFn: async ({ signal }) => decode(await readFile<File>(path, signal)),
    ...KEPT,
  })

/** The list of all services. */
export const servicesQuery = fileQuery<ServicesFile, ReturnType<typeof decodeServices>>('services.json', decodeServices)

/** The names of all actions of all services. */
export const actionsQuery = fileQuery<ActionsFile, ReturnType<typeof decodeActions>>('actions.json', decodeActions)

/** All actions of all services, as "service:Action"; null where they cannot be loaded. */
export async function loadActionNames(): Promise<readonly string[] | null> {
  try {
    const { services } = await QUERY_CLIENT.ensureQueryData(actionsQuery)
    return [...services].flatMap(([prefix, { names }]) => names.map((name) => `${prefix}:${name}`))
  } catch {
    return null
  }
}

/** Where the reference comes from, and of when it is. */
export const referenceMetaQuery = fileQuery<ReferenceMeta, ReferenceMeta>('meta.json', (meta) => meta)

/** The names of all AWS managed policies. */
export const managedPoliciesQuery = fileQuery<ManagedPoliciesFile, ReturnType<typeof decodeManagedPolicies>>(
  'managed-policies.json',
  decodeManagedPolicies,
)

/** One AWS managed policy; the name must be one of the list's. */
export const managedPolicyQuery = (name: string) =>
  fileQuery<ManagedPolicy, ManagedPolicy>(`managed/${name}.json`, (policy) => policy)

/** One service; the prefix must be one of the list's. */
export const serviceQuery = (prefix: string) =>
  fileQuery<ServiceFile, ServiceReference>(`service/${prefix}.json`, decodeService)

/** The descriptions of one service. */
export const detailQuery = (service: ServiceReference) =>
  fileQuery<DetailFile, ServiceDetail>(`detail/${service.prefix}.json`, (file) => decodeDetail(file, service))

/** What has been read of the reference by now. */
export function loadedReference(): Reference {
  const read = <Value>(path: string) => QUERY_CLIENT.getQueryData<Value>(['reference', path]) ?? null
  return {
    list: read<ServiceList>('services.json'),
    actions: read<ActionIndex>('actions.json'),
    service: (prefix) => read<ServiceReference>(`service/${prefix}.json`),
    detail: (prefix) => read<ServiceDetail>(`detail/${prefix}.json`),
  }
}

/** Reads services with their descriptions; prefixes that are none are passed over. Never fails: what is missing stays silent. */
export async function loadServices(prefixes: readonly string[]): Promise<void> {
  const list = await QUERY_CLIENT.fetchQuery(servicesQuery).catch(() => null)
  const known = [...new Set(prefixes)].filter((prefix) => list?.services.has(prefix))
  await Promise.all(
    known.map(async (prefix) => {
      const service = await QUERY_CLIENT.fetchQuery(serviceQuery(prefix)).catch(() => null)
      if (service) await QUERY_CLIENT.fetchQuery(detailQuery(service)).catch(() => null)
    }),
  )
}

/** The reference with these services, as far as it is read; renders again as files arrive. */
export function useReference(prefixes: readonly string[]): Reference {
  const list = useQuery({ ...servicesQuery, enabled: prefixes.length > 0 }, QUERY_CLIENT)
  const known = [...new Set(prefixes)].filter((prefix) => list.data?.services.has(prefix)).toSorted()
  const loaded = useQueries(
    {
      queries: known.map((prefix) => serviceQuery(prefix)),
      combine: (results) => results.map((result) => result.data?.prefix ?? '').join(' '),
    },
    QUERY_CLIENT,
  )
  const isListed = list.data !== undefined
  // A new object when, and only when, another file has arrived.
  return useMemo(() => {
    void loaded
    void isListed
    return loadedReference()
  }, [loaded, isListed])
}
