import { append } from '../text/append'
import type { JsonMember, JsonNode } from '../text/json-node'
import type { Edit } from '../text/mapped-text'
import { parseJson } from '../text/parse-json'

/** What logs call the text of a record, */
const MESSAGE = /^(?:@?message|msg|log|text|textPayload|body|line|output|stderr|stdout|error_?text)$/i
/** and what else they write of it: nothing of what is asked. */
const OF_LOG =
  /^(?:@?time|@?timestamp|ts|date|level|severity|lvl|logger|logger_?name|logStreamName|stream|pid|hostname|host|thread|caller|pod|container|namespace|source|v|ingestionTime|eventId|id|_p|time_?local|insertId)$/i

/** Longer texts are exports. */
const LONGEST = 400_000
const LONGEST_RECORD = 100_000

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', ''],
  ['b', ''],
  ['f', ''],
])

/** The edits that read the escapes of a string of JSON. */
function unescaped(text: string, from: number, to: number): readonly Edit[] {
  const edits: Edit[] = []
  for (let at = text.indexOf('\\', from); at >= 0 && at < to; at = text.indexOf('\\', at)) {
    const mark = text.charAt(at + 1)
    const code = mark === 'u' ? Number.parseInt(text.slice(at + 2, at + 6), 16) : null
    const end = at + (code === null ? 2 : 6)
    edits.push({ start: at, end, to: code === null ? (ESCAPES.get(mark) ?? mark) : String.fromCharCode(code) })
    at = end
  }
  return edits
}

/** What a string of JSON says, between two places that give way to the line ends around it. */
const lineOf = (text: string, [from, to]: readonly [number, number], start: number, end: number): readonly Edit[] => [
  { start, end: from + 1, to: '' },
  ...unescaped(text, from + 1, to - 1),
  { start: to - 1, end, to: '' },
]

const isText = (node: JsonNode): node is Extract<JsonNode, { kind: 'string' }> => node.kind === 'string'

/** Of a record of a log the message, where nothing else in it says anything. */
function messageOf(node: JsonNode): JsonMember | null {
  if (node.kind !== 'object') return null
  const [message, ...more] = node.members.filter(({ key, value }) => MESSAGE.test(key) && isText(value))
  if (message === undefined || more.length > 0) return null
  return node.members.every((one) => one === message || OF_LOG.test(one.key)) ? message : null
}

/** Lines of text, or records of a log with theirs. */
function linesIn(items: readonly JsonNode[]): readonly JsonNode[] | null {
  const lines = items.map((item) => (isText(item) ? item : messageOf(item)?.value))
  const known = lines.filter((line) => line !== undefined)
  return known.length === lines.length && known.length > 0 ? known : null
}

/** A record says nothing else, or has a message of several lines, or with quotes. */
const isOfLog = (node: JsonNode, message: JsonNode): boolean =>
  (node.kind === 'object' && node.members.length > 1) || (isText(message) && /[\n"]/.test(message.value))

/** The texts that a value of JSON is the wrapping of; null where it is a value of its own. */
function textsIn(node: JsonNode): readonly JsonNode[] | null {
  if (isText(node)) return node.value.includes('\n') ? [node] : null
  if (node.kind === 'array') return node.items.length > 1 ? linesIn(node.items) : null
  if (node.kind !== 'object') return null
  const message = messageOf(node)
  if (message !== null) return isOfLog(node, message.value) ? [message.value] : null
  const [list, ...others] = node.members.filter(({ value }) => value.kind === 'array' && value.items.length > 0)
  if (list === undefined || others.length > 0 || !/^(?:events|logs?|records|entries|lines|messages)$/i.test(list.key))
    return null
  return list.value.kind === 'array' && list.value.items.every((item) => messageOf(item) !== null)
    ? linesIn(list.value.items)
    : null
}

/** The edits that leave of a stretch of JSON the texts in it, each in a line of its own. */
function only(text: string, texts: readonly JsonNode[], from: number, to: number): readonly Edit[] {
  return texts.flatMap(({ span }, i): readonly Edit[] => {
    const next = texts[i + 1]
    const [before] = i === 0 ? [from] : [span[0]]
    const edits = lineOf(text, span, before, next === undefined ? to : next.span[0])
    return next === undefined ? edits : [...edits.slice(0, -1), { ...edits.at(-1)!, to: '\n' }]
  })
}

function readAt(text: string, from: number, to: number): readonly Edit[] {
  const { root, problems } = parseJson(text.slice(from, to))
  if (root === null || problems.length > 0) return []
  const texts = textsIn(root)
  if (texts === null) return []
  return only(
    text,
    texts.map((node) => ({ ...node, span: [node.span[0] + from, node.span[1] + from] })),
    from,
    to,
  )
}

/** A text of which a log made strings of JSON: a record, a list of them or of lines, or a record in each line. */
export function logRecords(text: string): readonly Edit[] {
  if (text.length > LONGEST) return []
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  if (!/^[[{"]/.test(text.slice(start, start + 1)) || !/[\]}"]$/.test(text.slice(0, end).slice(-1))) return []
  const whole = readAt(text, start, end)
  if (whole.length > 0 || text.charAt(start) !== '{') return whole
  const edits: Edit[] = []
  for (let from = start; from < end;) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 || newline > end ? end : newline
    const isRecord = text.charAt(from) === '{' && to - from < LONGEST_RECORD
    if (isRecord) append(edits, readAt(text, from, to))
    from = to + 1
  }
  return edits
}
