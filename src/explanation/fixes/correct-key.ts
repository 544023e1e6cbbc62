import { meantKey } from './meant-key'
import { swappedKeys } from '../messages/fixes'
import { testMember, type Generator } from './deny-edit'
import { renameMember } from './edit-json'

/**
 * A Deny by a key that does not exist, or that never holds what it excepts, applies to every request: the key that is meant
 * takes its place, and the Deny goes on to guard.
 */
export const correctKey: Generator = ({ judged, deny, node, all }) => {
  for (const test of deny.elements) {
    const { key = '', matches } = test
    const meant = matches === 'no' ? null : meantKey(judged, test)
    const member = testMember(node, test)
    if (meant === null || member === null) continue
    return [
      {
        code: 'correct-key',
        edits: [renameMember(member, meant.key)],
        reach: { ...all, tests: [meant.key] },
        value: swappedKeys(key, meant),
      },
    ]
  }
  return []
}
