import { matchAnyCase } from '../iam/wildcard'
import type { ActionIndex, ManagedPolicyEntry } from './reference'
import type { ServiceReference } from './service-reference'

/** What of the reference is loaded. */
export interface NamedByAws {
  readonly actions: ActionIndex | null
  readonly managedPolicies: readonly ManagedPolicyEntry[]
  readonly services: readonly ServiceReference[]
}

/** The parts of a condition key: "s3:prefix", "aws:ResourceTag/${TagKey}". */
const partsOf = (key: string) => key.toLowerCase().split(/[:/]/)

/** The names that AWS gave: services, actions, condition keys, resource types and managed policies. */
export function awsNames({ actions, managedPolicies, services }: NamedByAws) {
  const lists = [...(actions?.services ?? [])]
  const names = new Set([
    ...lists.flatMap(([prefix, { names: all }]) => [prefix, ...all.map((name) => name.toLowerCase())]),
    ...managedPolicies.map(({ name }) => name.toLowerCase()),
    ...services.flatMap(({ keys, resourceTypes }) => [
      ...keys.flatMap(({ name }) => partsOf(name)),
      ...resourceTypes.map(({ name }) => name.toLowerCase()),
    ]),
  ])
  return {
    /** Is this one of them, in lower case? */
    has: (lowerCase: string) => names.has(lowerCase),
    /** Does an action of this service match the pattern? */
    matchesAction: (prefix: string, pattern: string) =>
      actions?.services.get(prefix)?.names.some((name) => matchAnyCase(pattern, name)) ?? false,
  }
}
