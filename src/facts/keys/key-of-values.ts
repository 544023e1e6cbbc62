import { hasHole } from '../../iam/find-holes'
import { familyFacts, type OperatorFamily } from '../../iam/condition-operators'
import { CONDITION_KEYS, valueFormOf } from './condition-keys'
import { canBeOfForm } from './value-forms'

/** Global keys that tell of one thing: where a request comes from, who calls, or what is called. */
const KIN = /^aws:(?:source|principal|resource)/

/** What a template fills in at deployment, or the call. */
const VARIABLE = '${'

/**
 * The key that holds such values, of those that tell of the same thing as the key that is tested, which never holds them: a
 * VPC’s id under `aws:SourceVpce` is meant for `aws:SourceVpc`. Null where the key can hold one of them, or where no key, or
 * more than one, holds them all.
 */
export function keyOfValues(key: string, values: readonly string[], family: OperatorFamily): string | null {
  const lower = key.toLowerCase()
  const [kin] = KIN.exec(lower) ?? []
  const form = valueFormOf(lower)
  // Under an operator for ARNs or addresses another kind of value means nothing.
  if (kin === undefined || form === null || family !== 'string' || values.length === 0) return null
  if (values.some((text) => text.includes(VARIABLE) || hasHole(text, 'policy'))) return null
  const { takesWildcards } = familyFacts(family)
  const holds = (other: string, text: string) => {
    const of = valueFormOf(other.toLowerCase())
    return of !== null && canBeOfForm(of, text, takesWildcards)
  }
  if (values.some((text) => canBeOfForm(form, text, takesWildcards))) return null
  const others = CONDITION_KEYS.map(({ name }) => name).filter(
    (name) => name.toLowerCase().startsWith(kin) && values.every((text) => holds(name, text)),
  )
  return others.length === 1 ? others[0]! : null
}
