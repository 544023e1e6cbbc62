import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { createReference, fetchServices, REFERENCE_PATHS } from '../../reference/create-reference'
import type { ManagedPolicy, ManagedPolicyEntry, Reference } from '../../reference/reference'
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

async function readFile(path: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(new URL(`reference/${path}`, document.baseURI), { signal })
  if (!response.ok) throw new Error(`The reference file ${path} could not be read (${response.status}).`)
  return response.json()
}

const keyOfFile = (path: string) => ['reference', path] as const

/** The reference out of the files that have arrived. */
const REFERENCE = createReference((path) => QUERY_CLIENT.getQueryData(keyOfFile(path)))

/** A file, and for who shows it the part of the reference that stands in it. */
const fileQuery = <Part>(path: string, part: () => Part) =>
  queryOptions({
    queryKey: keyOfFile(path),
    queryFn: ({ signal }) => readFile(path, signal),
    select: part,
    ...KEPT,
  })

const fetchFile = (path: string) => QUERY_CLIENT.fetchQuery(fileQuery(path, () => null))

/** The list of all services. */
export const servicesQuery = fileQuery(REFERENCE_PATHS.services, () => REFERENCE.list!)

/** The names of all actions of all services. */
export const actionsQuery = fileQuery(REFERENCE_PATHS.actions, () => REFERENCE.actions!)

/** Where the reference comes from, and of when it is. */
export const referenceMetaQuery = fileQuery(REFERENCE_PATHS.meta, () => REFERENCE.meta!)

/** The names of all AWS managed policies. */
export const managedPoliciesQuery = fileQuery(REFERENCE_PATHS.managedPolicies, () => REFERENCE.managedPolicies!)

/** The names of all AWS managed policies; rejects where they cannot be loaded. */
export async function loadManagedPolicies(): Promise<readonly ManagedPolicyEntry[]> {
  await fetchFile(REFERENCE_PATHS.managedPolicies)
  return REFERENCE.managedPolicies ?? []
}

/** One AWS managed policy of that list; rejects where it cannot be loaded. */
export const loadManagedPolicy = async (name: string): Promise<ManagedPolicy> =>
  (await fetchFile(REFERENCE_PATHS.managedPolicy(name))) as ManagedPolicy

/** What has been read of the reference by now: another object each time. */
export const loadedReference = (): Reference => ({ ...REFERENCE })

/** Reads services with their descriptions; prefixes that are none are passed over. Never fails: what is missing stays silent. */
export const loadServices = (prefixes: readonly string[]): Promise<void> =>
  fetchServices(REFERENCE, prefixes, (path) => fetchFile(path).catch(() => null))

/** The reference with these services, as far as it is read; renders again as files arrive. */
export function useReference(prefixes: readonly string[]): Reference {
  const list = useQuery({ ...servicesQuery, enabled: prefixes.length > 0 }, QUERY_CLIENT)
  const known = [...new Set(prefixes)].filter((prefix) => list.data?.services.has(prefix)).toSorted()
  const loaded = useQueries(
    {
      queries: known.map((prefix) => fileQuery(REFERENCE_PATHS.service(prefix), () => prefix)),
      combine: (results) => results.map(({ data }) => data ?? '').join(' '),
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
