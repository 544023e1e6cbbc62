import { lastInPath } from '../iam/arn'
import type { ManagedPolicyText } from '../policy/managed-names'
import type { PolicyReaders } from '../policy/policy-readers'

/** The name of a managed policy, of which an ARN holds more. */
export const nameOfManaged = (nameOrArn: string): string => lastInPath(nameOrArn)

/** The readers that a text needs, made from what was loaded for them. */
export async function readersOf(
  yaml: boolean,
  managed: readonly ManagedPolicyText[],
  namesManaged = managed.length > 0,
): Promise<PolicyReaders> {
  const [parsed, templates] = yaml
    ? await Promise.all([import('../text/parse-yaml'), import('../policy/sam-templates')])
    : []
  const byName = new Map(managed.map((each) => [each.name, each]))
  return {
    ...(parsed && templates ? { yaml: parsed.parseYaml, templates: templates.samPolicy } : {}),
    ...(namesManaged ? { managed: (nameOrArn: string) => byName.get(nameOfManaged(nameOrArn)) ?? null } : {}),
  }
}
