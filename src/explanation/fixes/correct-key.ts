import { nearestKey } from '../causes/nearest-key'
import { BETWEEN_VALUES } from '../messages/fixes'
import { memberOf } from '../../case/case-documents'
import type { Generator } from './deny-edit'
import { renameMember } from './edit-json'

/**
 * A Deny by a key that does not exist applies to every request, as none carries it: the key gets the name that is meant, and
 * the Deny goes on to guard.
 */
export const correctKey: Generator = ({ situation, deny, node, all }) => {
  const condition = memberOf(node, 'Condition')?.value
  if (condition?.kind !== 'object') return []
  for (const { element, key = '', operator = '', matches } of deny.elements) {
    const meant = element === 'Condition' && matches !== 'no' ? nearestKey(situation)(key) : null
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
