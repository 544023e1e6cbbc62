import { ALL_SERVICES } from './all-services'
import {
  decodeActions,
  decodeManagedPolicies,
  decodeServices,
  type ActionsFile,
  type ManagedPoliciesFile,
  type ManagedPolicy,
  type ManagedPolicyEntry,
  type Reference,
  type ReferenceMeta,
  type ServicesFile,
} from './reference'
import { decodeDetail, decodeService, type DetailFile, type ServiceFile } from './service-reference'

/** Gives a file of the reference, parsed, by its path in the folder of the reference; null: it is not here, or not yet. */
export type ReadReferenceFile = (path: string) => unknown

/** Where each part of the reference stands. A prefix or a name must be one of a list's. */
export const REFERENCE_PATHS = {
  services: 'services.json',
  actions: 'actions.json',
  meta: 'meta.json',
  managedPolicies: 'managed-policies.json',
  service: (prefix: string) => `service/${prefix}.json`,
  detail: (prefix: string) => `detail/${prefix}.json`,
  managedPolicy: (name: string) => `managed/${name}.json`,
} as const

/** The reference with all that the build writes beside it. */
export interface WholeReference extends Reference {
  /** The names of all AWS managed policies. */
  readonly managedPolicies: readonly ManagedPolicyEntry[] | null
  /** One of them with its document. */
  readonly managedPolicy: (name: string) => ManagedPolicy | null
  readonly meta: ReferenceMeta | null
}

/**
 * The reference out of its files: each is read when it is first asked for, and decoded once. What is not here is null,
 * and is looked for again when it is asked for again.
 */
export function createReference(read: ReadReferenceFile): WholeReference {
  const decoded = new Map<string, unknown>()

  const part = <File, Value>(path: string, decode: (file: File) => Value): Value | null => {
    if (decoded.has(path)) return decoded.get(path) as Value
    const file = read(path) ?? null
    if (file === null) return null
    const value = decode(file as File)
    decoded.set(path, value)
    return value
  }

  const reference: WholeReference = {
    get list() {
      return part<ServicesFile, NonNullable<Reference['list']>>(REFERENCE_PATHS.services, decodeServices)
    },
    get actions() {
      return part<ActionsFile, NonNullable<Reference['actions']>>(REFERENCE_PATHS.actions, decodeActions)
    },
    get managedPolicies() {
      return part<ManagedPoliciesFile, readonly ManagedPolicyEntry[]>(
        REFERENCE_PATHS.managedPolicies,
        decodeManagedPolicies,
      )
    },
    get meta() {
      return part<ReferenceMeta, ReferenceMeta>(REFERENCE_PATHS.meta, (file) => file)
    },
    service: (prefix) =>
      reference.list?.services.has(prefix)
        ? part<ServiceFile, ReturnType<typeof decodeService>>(REFERENCE_PATHS.service(prefix), decodeService)
        : null,
    detail(prefix) {
      const service = reference.service(prefix)
      return (
        service &&
        part<DetailFile, ReturnType<typeof decodeDetail>>(REFERENCE_PATHS.detail(prefix), (file) =>
          decodeDetail(file, service),
        )
      )
    },
    managedPolicy: (name) =>
      reference.managedPolicies?.some((one) => one.name === name)
        ? part<ManagedPolicy, ManagedPolicy>(REFERENCE_PATHS.managedPolicy(name), (file) => file)
        : null,
  }
  return reference
}

/**
 * Fetches what a reference says of some services, descriptions last, or the names of all actions; prefixes that are none are passed over. `fetchFile`
 * brings a file to where the reference reads it, and does not fail: what cannot be fetched stays unknown.
 */
export async function fetchServices(
  reference: Reference,
  prefixes: readonly string[],
  fetchFile: (path: string) => Promise<unknown>,
): Promise<void> {
  if (prefixes.includes(ALL_SERVICES) && reference.actions === null) await fetchFile(REFERENCE_PATHS.actions)
  if (reference.list === null) await fetchFile(REFERENCE_PATHS.services)
  const known = [...new Set(prefixes)].filter((prefix) => reference.list?.services.has(prefix))
  await Promise.all(
    known.map(async (prefix) => {
      if (reference.service(prefix) === null) await fetchFile(REFERENCE_PATHS.service(prefix))
      if (reference.service(prefix) !== null && reference.detail(prefix) === null)
        await fetchFile(REFERENCE_PATHS.detail(prefix))
    }),
  )
}
