import type { ManagedPolicyEntry } from '../../../reference/reference'

/** Shown before anything is typed: the policies that are attached most for work across services. */
const FIRST = [
  'AdministratorAccess',
  'PowerUserAccess',
  'ReadOnlyAccess',
  'ViewOnlyAccess',
  'SecurityAudit',
  'IAMFullAccess',
  'Billing',
  'DatabaseAdministrator',
  'NetworkAdministrator',
  'SystemAdministrator',
]

const PATH_MARK = ':policy/'

/** What follows "policy/" in an ARN: the path and the name. */
const pathAndName = (arn: string): string => arn.slice(arn.indexOf(PATH_MARK) + PATH_MARK.length)

function rank(name: string, typed: string): number {
  const lower = name.toLowerCase()
  if (lower === typed) return 0
  return lower.startsWith(typed) ? 1 : 2
}

/**
 * The AWS managed policies that hold every typed word in their path or name, the nearest first. An ARN finds its
 * policy, in any partition; nothing typed finds the ones that are attached most.
 */
export function findManagedPolicies(
  policies: readonly ManagedPolicyEntry[],
  typed: string,
): readonly ManagedPolicyEntry[] {
  const wanted = (typed.includes(PATH_MARK) ? pathAndName(typed) : typed).trim().toLowerCase()
  if (wanted === '') return FIRST.flatMap((name) => policies.find((policy) => policy.name === name) ?? [])
  const words = wanted.split(/\s+/)
  return policies
    .filter(({ arn }) => {
      const within = pathAndName(arn).toLowerCase()
      return words.every((word) => within.includes(word))
    })
    .toSorted((one, other) => rank(one.name, wanted) - rank(other.name, wanted) || one.name.length - other.name.length)
}
