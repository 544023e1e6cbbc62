import type { MessageData } from './message-text'
import { duplicateKeys } from './duplicate-keys'
import { parseTree, type Node, type ParseError } from 'jsonc-parser'
import { MAX_JSON_DEPTH } from './json-limits'
import type { JSON_MESSAGES, JsonProblem, JsonProblemCode } from './json-messages'
import type { JsonMember, JsonNode } from './json-node'
import type { JsonReading } from './json-value'
import { append } from './append'

/** By jsonc-parser's numbers, which begin with 1. */
const CODES: readonly (JsonProblemCode | null)[] = [
  null,
  'json-invalid-symbol',
  'json-invalid-number',
  'json-property-name-expected',
  'json-value-expected',
  'json-colon-expected',
  'json-comma-expected',
  'json-close-brace-expected',
  'json-close-bracket-expected',
  'json-end-expected',
  'json-comment',
  'json-comment',
  'json-unterminated-string',
  'json-invalid-number',
  'json-invalid-escape',
  'json-invalid-escape',
  'json-invalid-character',
]

/** What is said where a list goes on after its last comma. */
const EXPECTS_MORE: ReadonlySet<JsonProblemCode> = new Set(['json-property-name-expected', 'json-value-expected'])

/** The place of the comma after which the bracket here closes a list at once, or -1. */
function commaBefore(text: string, offset: number): number {
  if (text[offset] !== '}' && text[offset] !== ']') return -1
  const end = text.slice(0, offset).trimEnd().length - 1
  return text[end] === ',' ? end : -1
}

/** Reads what can be read of a text that is no JSON; there is always at least one problem. */
export function parseBrokenJson(text: string): JsonReading {
  if (text.trim() === '') return fault('json-empty', 0, 0)
  const deep = firstTooDeep(text)
  if (deep >= 0) return fault('json-too-deep', deep, deep + 1, { limit: MAX_JSON_DEPTH })
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true })
  const problems: JsonProblem[] = errors.map(({ error, offset, length }) => {
    const code = CODES[error] ?? 'json-invalid-symbol'
    const comma = EXPECTS_MORE.has(code) ? commaBefore(text, offset) : -1
    return comma < 0
      ? { code, severity: 'error', span: [offset, Math.min(offset + length, text.length)], data: {} }
      : { code: 'json-trailing-comma', severity: 'error', span: [comma, comma + 1], data: {} }
  })
  if (problems.length === 0) append(problems, fault('json-invalid-symbol', 0, text.length).problems)
  const root = tree === undefined ? null : convert(tree, text, problems)
  return { root, problems }
}

const fault = <Code extends JsonProblemCode>(
  code: Code,
  start: number,
  end: number,
  ...[data]: MessageData<(typeof JSON_MESSAGES)[Code]>
): JsonReading => ({
  root: null,
  problems: [{ code, severity: 'error', span: [start, end], data: data ?? {} }],
})

/** Where the nesting outside strings first passes the cap, or -1. */
function firstTooDeep(text: string): number {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (inString) {
      if (char === '\\') i++
      else if (char === '"' || char === '\n') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') {
      if (++depth > MAX_JSON_DEPTH) return i
    } else if (char === '}' || char === ']') depth = Math.max(0, depth - 1)
  }
  return -1
}

function convert(node: Node, text: string, problems: JsonProblem[]): JsonNode {
  const span = [node.offset, Math.min(node.offset + node.length, text.length)] as const
  switch (node.type) {
    case 'object': {
      const members = (node.children ?? []).flatMap((child) => convertMember(child, text, problems))
      append(problems, duplicateKeys(members))
      return { kind: 'object', members, span }
    }
    case 'array':
      return { kind: 'array', items: (node.children ?? []).map((child) => convert(child, text, problems)), span }
    case 'string':
      return { kind: 'string', value: String(node.value), span }
    case 'number':
      return { kind: 'number', value: Number(node.value), raw: text.slice(...span), span }
    case 'boolean':
      return { kind: 'boolean', value: node.value === true, span }
    default:
      return { kind: 'null', span }
  }
}

function convertMember(node: Node, text: string, problems: JsonProblem[]): JsonMember[] {
  const [key, value] = node.children ?? []
  if (key === undefined || value === undefined) return []
  return [
    {
      key: String(key.value),
      keySpan: [key.offset, Math.min(key.offset + key.length, text.length)],
      value: convert(value, text, problems),
    },
  ]
}
