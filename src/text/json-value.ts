import type { JsonMember, JsonNode } from './json-node'
import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from './json-limits'
import type { Problem } from './problem'
import { NO_SPAN } from './span'

/** A JSON value as a tree, or the problem that keeps it from being one. */
export interface JsonReading {
  readonly root: JsonNode | null
  readonly problems: readonly Problem[]
}

const NULL_NODE: JsonNode = { kind: 'null', span: NO_SPAN }
const TOO_DEEP = 'json-too-deep'
const TOO_MANY = 'json-too-many-values'

let left = 0
let failure: typeof TOO_DEEP | typeof TOO_MANY | null = null

/** The same tree that a text would give, without places. */
export function nodeFromValue(value: unknown): JsonReading {
  left = MAX_JSON_VALUES
  failure = null
  const root = build(value, 0)
  if (failure === null) return { root, problems: [] }
  const limit = failure === TOO_DEEP ? MAX_JSON_DEPTH : MAX_JSON_VALUES
  return { root: null, problems: [{ code: failure, severity: 'error', span: null, data: { limit } }] }
}

function build(value: unknown, depth: number): JsonNode {
  if (typeof value === 'string') return { kind: 'string', value, span: NO_SPAN }
  if (--left < 0) failure = TOO_MANY
  else if (depth > MAX_JSON_DEPTH) failure = TOO_DEEP
  if (failure !== null) return NULL_NODE
  if (Array.isArray(value)) return { kind: 'array', items: buildItems(value, depth), span: NO_SPAN }
  if (typeof value === 'object' && value !== null) {
    return { kind: 'object', members: buildMembers(value as Record<string, unknown>, depth), span: NO_SPAN }
  }
  if (typeof value === 'number') return { kind: 'number', value, raw: String(value), span: NO_SPAN }
  if (typeof value === 'boolean') return { kind: 'boolean', value, span: NO_SPAN }
  return NULL_NODE
}

function buildItems(items: readonly unknown[], depth: number): JsonNode[] {
  const nodes: JsonNode[] = []
  for (let i = 0; i < items.length && failure === null; i++) nodes.push(build(items[i], depth + 1))
  return nodes
}

function buildMembers(value: Readonly<Record<string, unknown>>, depth: number): JsonMember[] {
  const members: JsonMember[] = []
  for (const key of Object.keys(value)) {
    if (failure !== null) break
    if (value[key] !== undefined) members.push({ key, keySpan: NO_SPAN, value: build(value[key], depth + 1) })
  }
  return members
}

/** The plain value of a tree; of a duplicate key the last one, as JSON.parse does. */
export function valueOfNode(node: JsonNode): unknown {
  if (node.kind === 'array') return node.items.map(valueOfNode)
  if (node.kind === 'object') return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOfNode(value)]))
  return node.kind === 'null' ? null : node.value
}
