import type { ManagedPolicyText } from '../../policy/managed-names'
import type { PolicyNeeds, PolicyReaders } from '../../policy/policy-readers'
import { loadManagedPolicies, loadManagedPolicy } from '../reference/reference-queries'
import { nameOfManaged, readersOf } from '../../diagnosis/readers-of'

/** The documents of these policies, as far as AWS manages policies of their names. */
export async function loadManaged(named: readonly string[]): Promise<readonly ManagedPolicyText[]> {
  if (named.length === 0) return []
  const wanted = new Set(named.map(nameOfManaged))
  const list = await loadManagedPolicies()
  return Promise.all(
    list
      .filter(({ name }) => wanted.has(name))
      .map(async ({ name, arn }): Promise<ManagedPolicyText> => {
        const { document } = await loadManagedPolicy(name)
        return { name, arn, text: JSON.stringify(document, null, 2) }
      }),
  )
}

/** Loads what is needed to read the policies of a text. */
export const loadReaders = async ({ yaml, managed }: PolicyNeeds): Promise<PolicyReaders> =>
  readersOf(yaml, await loadManaged(managed), managed.length > 0)
