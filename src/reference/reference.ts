import type { AccessLevel, ServiceDetail, ServiceReference } from './service-reference'
import { LEVELS } from './service-reference'
import { own } from '../text/own'

/** A service in the list of all services. */
export interface ServiceEntry {
  readonly prefix: string
  readonly name: string
  readonly actionCount: number
}

/** What the index says of a service; `levels` follows the order of `names`. */
export interface IndexedService {
  readonly names: readonly string[]
  readonly levels: readonly AccessLevel[]
  /** The services in the ARNs of what its actions are asked of; null: any. */
  readonly arns: readonly string[] | null
}

/** The names of all actions of all services, without anything else. */
export interface ActionIndex {
  /** By service prefix. */
  readonly services: ReadonlyMap<string, IndexedService>
}

/** Some services, and those whose actions can be asked of resources of theirs too. */
export function withAskers(index: ActionIndex | null, prefixes: readonly string[]): readonly string[] {
  const asking = [...(index?.services ?? [])].filter(
    ([prefix, { arns }]) => arns?.some((one) => one !== prefix && prefixes.includes(one)) ?? true,
  )
  return [...new Set([...prefixes, ...asking.map(([prefix]) => prefix)])]
}

/** The services, and what AWS itself names although the reference does not list it. */
export interface ServiceList {
  /** The day of the data, as YYYY-MM-DD: AWS has had new actions since. */
  readonly date: string
  readonly services: ReadonlyMap<string, ServiceEntry>
  /** By service prefix, actions in lower case that AWS managed policies name: retired, or never documented. */
  readonly unlisted: ReadonlyMap<string, ReadonlySet<string>>
}

/** What is loaded of the reference at the moment. Null is "not loaded": whoever asks stays silent then. */
export interface Reference {
  readonly list: ServiceList | null
  readonly actions: ActionIndex | null
  readonly service: (prefix: string) => ServiceReference | null
  readonly detail: (prefix: string) => ServiceDetail | null
}

/** Before anything is loaded. */
export const NO_REFERENCE: Reference = { list: null, actions: null, service: () => null, detail: () => null }

/** Where the reference comes from, and of when it is. */
export interface ReferenceMeta {
  readonly actions: {
    readonly source: string
    readonly date: string
    readonly services: number
    readonly actions: number
  }
  readonly dependents: { readonly source: string; readonly date: string; readonly actions: number }
  readonly managedPolicies: { readonly source: string; readonly date: string; readonly policies: number }
}

/** The list of services as the build writes it. */
export interface ServicesFile {
  readonly date: string
  readonly services: readonly (readonly [prefix: string, name: string, actionCount: number])[]
  readonly unlisted: Readonly<Record<string, readonly string[]>>
}

/** Reads the list of services. */
export function decodeServices(file: ServicesFile): ServiceList {
  return {
    date: file.date,
    services: new Map(file.services.map(([prefix, name, actionCount]) => [prefix, { prefix, name, actionCount }])),
    unlisted: new Map(
      Object.entries(file.unlisted).map(([prefix, names]) => [
        prefix,
        new Set(names.map((name) => name.toLowerCase())),
      ]),
    ),
  }
}

/**
 * The names of all actions as the build writes them: names with spaces between, a letter each for the level, and the other
 * services whose ARNs its resources have.
 */
export type ActionsFile = Readonly<Record<string, readonly [names: string, levels: string, arns?: string]>>

/** Reads the names of all actions. */
export function decodeActions(file: ActionsFile): ActionIndex {
  return {
    services: new Map(
      Object.entries(file).map(([prefix, [names, levels, arns]]) => [
        prefix,
        {
          names: names === '' ? [] : names.split(' '),
          levels: Array.from(levels, (letter) => own(LEVELS, letter) ?? 'Write'),
          arns: arns === '*' ? null : [prefix, ...(arns?.split(' ') ?? [])],
        },
      ]),
    ),
  }
}

/** An AWS managed policy in the list of their names. */
export interface ManagedPolicyEntry {
  readonly name: string
  readonly arn: string
  /** Day of its newest version, empty when unknown. */
  readonly changed: string
}

/** An AWS managed policy with the document of its newest version. */
export interface ManagedPolicy {
  readonly name: string
  readonly arn: string
  readonly version: string
  readonly changed: string
  readonly document: unknown
}

/** The list of AWS managed policies as the build writes it. */
export type ManagedPoliciesFile = readonly (readonly [name: string, path: string, changed: string])[]

/** Reads the list of AWS managed policies. */
export function decodeManagedPolicies(file: ManagedPoliciesFile): readonly ManagedPolicyEntry[] {
  return file.map(([name, path, changed]) => ({ name, arn: `arn:aws:iam::aws:policy/${path}${name}`, changed }))
}
