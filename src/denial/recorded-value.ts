import { findConditionKey, isMultivaluedKey } from '../facts/keys/condition-keys'
import { parseInstant } from '../iam/instant'
import type { RecordNode } from './record-tree'

/** One address is recorded as the range that holds nothing else: `192.0.2.1/32`. */
const LONE_ADDRESS = /^(?:([\d.]{7,15})\/32|([\da-f:.]{2,45})\/128)$/i

/** A list is recorded as one text too: `[o-a1b2c3d4e5/r-ab12/]`. */
const LISTED = /^\[(.*)\]$/s

/** What JSON, Python and others write for no value. */
const NOTHING = /^(?:null|none|nil)?$/i

/** A date that AWS counts in seconds is recorded as people read it. */
const secondsOf = (text: string): string => {
  const instant = parseInstant(text)
  return instant === null ? text : String(Math.floor(instant / 1000))
}

const oneOf = (key: string, text: string): string => {
  const type = findConditionKey(key)?.type
  if (type === 'ip') {
    const [, v4, v6] = LONE_ADDRESS.exec(text) ?? []
    return v4 ?? v6 ?? text
  }
  if (key.toLowerCase() === 'aws:epochtime') return secondsOf(text)
  return type === 'bool' ? text.toLowerCase() : text
}

/** The values of a key as AWS recorded them, whatever their spelling; null: nothing is recorded. */
export function recordedValue(key: string, node: RecordNode): string | readonly string[] | null {
  if (node.kind === 'object') return null
  if (node.kind === 'list') return node.items.flatMap((item) => (item.kind === 'text' ? [oneOf(key, item.value)] : []))
  if (NOTHING.test(node.value)) return null
  const listed = isMultivaluedKey(key.toLowerCase()) ? LISTED.exec(node.value)?.[1] : undefined
  if (listed === undefined) return oneOf(key, node.value)
  return listed
    .split(',')
    .map((item) => oneOf(key, item.trim()))
    .filter((item) => item !== '')
}
