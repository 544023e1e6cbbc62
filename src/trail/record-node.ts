import type { RecordNode } from '../denial/record-tree'

const NOWHERE = [0, 0] as const
const MAX_DEPTH = 40

/** A value that JSON gave, as the readers of pasted events take it; it stands nowhere in a text. */
export function recordNodeOf(value: unknown, depth = 0): RecordNode {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH)
    return { kind: 'text', value: typeof value === 'string' ? value : String(value), range: NOWHERE }
  if (Array.isArray(value))
    return { kind: 'list', items: value.map((item) => recordNodeOf(item, depth + 1)), range: NOWHERE }
  const members = Object.entries(value).map(([key, member]) => ({ key, value: recordNodeOf(member, depth + 1) }))
  return { kind: 'object', members, range: NOWHERE }
}
