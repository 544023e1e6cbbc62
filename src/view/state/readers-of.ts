import type { ManagedPolicyText } from '../../policy/managed-names'
import type { PolicyReaders } from '../../policy/policy-readers'

/** The name of a managed policy, of which an ARN holds more. */
export const nameOfManaged = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1)

/** The readers that a text needs, made from what was loaded for them. */
export async function readersOf(
  yaml: boolean,
  managed: readonly ManagedPolicyText[],
  namesManaged = managed.length > 0,
): Promise<PolicyReaders> {
  const parsed = yaml ? await import('../../text/parse-yaml') : null
  const byName = new Map(managed.map((each) => [each.name, each]))
  return {
    ...(parsed ? { yaml: parsed.parseYaml } : {}),
    ...(namesManaged ? { managed: (nameOrArn: string) => byName.get(nameOfManaged(nameOrArn)) ?? null } : {}),
  }
}
