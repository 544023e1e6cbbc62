import type { ManagedPolicyText, ManagedReader } from '../../policy/managed-names'
import type { PolicyNeeds, PolicyReaders } from '../../policy/policy-readers'
import { QUERY_CLIENT } from '../reference/query-client'
import { managedPoliciesQuery, managedPolicyQuery } from '../reference/reference-queries'

const nameOf = (nameOrArn: string): string => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1)

/** Reads the documents of these policies, as far as AWS manages policies of their names. */
async function loadManaged(named: readonly string[]): Promise<ManagedReader> {
  const wanted = new Set(named.map(nameOf))
  const list = await QUERY_CLIENT.fetchQuery(managedPoliciesQuery)
  const texts = await Promise.all(
    list
      .filter(({ name }) => wanted.has(name))
      .map(async ({ name, arn }): Promise<ManagedPolicyText> => {
        const { document } = await QUERY_CLIENT.fetchQuery(managedPolicyQuery(name))
        return { name, arn, text: JSON.stringify(document, null, 2) }
      }),
  )
  const byName = new Map(texts.map((each) => [each.name, each]))
  return (nameOrArn) => byName.get(nameOf(nameOrArn)) ?? null
}

/** Loads what is needed to read the policies of a text. */
export async function loadReaders({ yaml, managed }: PolicyNeeds): Promise<PolicyReaders> {
  const [parsed, read] = await Promise.all([
    yaml ? import('../../text/parse-yaml') : null,
    managed.length > 0 ? loadManaged(managed) : null,
  ])
  return { ...(parsed ? { yaml: parsed.parseYaml } : {}), ...(read ? { managed: read } : {}) }
}
