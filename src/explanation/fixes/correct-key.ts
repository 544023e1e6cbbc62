import { nearestKey } from '../causes/nearest-key'
import { BETWEEN_VALUES } from '../messages/fixes'
import { testMember, type Generator } from './deny-edit'
import { renameMember } from './edit-json'

/**
 * A Deny by a key that does not exist applies to every request, as none carries it: the key gets the name that is meant, and
 * the Deny goes on to guard.
 */
export const correctKey: Generator = ({ judged, deny, node, all }) => {
  for (const test of deny.elements) {
    const { element, key = '', matches } = test
    const meant = element === 'Condition' && matches !== 'no' ? nearestKey(judged)(key) : null
    const member = testMember(node, test)
    if (meant === null || member === null) continue
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
