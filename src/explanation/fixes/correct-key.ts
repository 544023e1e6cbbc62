import { splitAction } from '../../iam/action'
import { CONDITION_KEYS, findConditionKey } from '../../facts/keys/condition-keys'
import { didYouMean } from '../../reference/did-you-mean'
import { referenceOfPart } from '../../reference/reference-part'
import type { Situation } from '../situation'
import { BETWEEN_VALUES } from '../messages/fixes'
import { memberOf } from '../../case/case-documents'
import type { Generator } from './deny-edit'
import { renameMember } from './edit-json'

/** The one key that is meant by a name that no key has, as far as one is near; null: the name is right, or nobody knows. */
function meantBy({ services }: Situation, key: string): string | null {
  if (findConditionKey(key) !== null || key.includes('/')) return null
  const isGlobal = key.toLowerCase().startsWith('aws:')
  const service = services && referenceOfPart(services).service(splitAction(key)?.service ?? '')
  if (!isGlobal && (service === undefined || service === null)) return null
  const names = isGlobal
    ? CONDITION_KEYS.map(({ name }) => name).filter((name) => name.startsWith('aws:'))
    : (service?.keys ?? []).map(({ name }) => name).filter((name) => !/[$<]/.test(name))
  if (names.some((name) => name.toLowerCase() === key.toLowerCase())) return null
  return didYouMean(key, names)[0] ?? null
}

/**
 * A Deny by a key that does not exist applies to every request, as none carries it: the key gets the name that is meant, and
 * the Deny goes on to guard.
 */
export const correctKey: Generator = ({ situation, deny, node, all }) => {
  const condition = memberOf(node, 'Condition')?.value
  if (condition?.kind !== 'object') return []
  for (const { element, key = '', operator = '', matches } of deny.elements) {
    const meant = element === 'Condition' && matches !== 'no' ? meantBy(situation, key) : null
    const tests = memberOf(condition, operator)?.value
    const member = tests?.kind === 'object' ? tests.members.find((one) => one.key === key) : undefined
    if (meant === null || member === undefined) continue
    return [
      {
        code: 'correct-key',
        edits: [renameMember(member, meant)],
        reach: { ...all, tests: [meant] },
        value: [key, meant].join(BETWEEN_VALUES),
      },
    ]
  }
  return []
}
