import type { JsonMember } from './json-node'
import type { JsonProblem } from './json-messages'

const NO_PROBLEMS: readonly JsonProblem[] = []

/** The keys of an object that stand in it before. */
export function duplicateKeys(members: readonly JsonMember[]): readonly JsonProblem[] {
  if (members.length < 2) return NO_PROBLEMS
  let found: JsonProblem[] | null = null
  const seen = members.length > 12 ? new Set<string>() : null
  for (let i = 0; i < members.length; i++) {
    const member = members[i] as JsonMember
    let twice = false
    if (seen !== null) {
      twice = seen.has(member.key)
      seen.add(member.key)
    } else for (let j = 0; j < i && !twice; j++) twice = members[j]?.key === member.key
    if (twice) {
      found ??= []
      found.push({ code: 'json-duplicate-key', severity: 'error', span: member.keySpan, data: { key: member.key } })
    }
  }
  return found ?? NO_PROBLEMS
}
