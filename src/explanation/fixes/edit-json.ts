import type { JsonMember, JsonNode } from '../../text/json-node'
import type { TextEdit } from '../../text/text-edit'

type ObjectNode = Extract<JsonNode, { kind: 'object' }>
type ArrayNode = Extract<JsonNode, { kind: 'array' }>

const DEFAULT_UNIT = '  '

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

const isBlank = (text: string): boolean => text.trim() === ''

/** The blanks before a value that begins its line; null where something else stands before it. */
const ownIndent = (text: string, offset: number): string | null => {
  const before = text.slice(lineStart(text, offset), offset)
  return isBlank(before) && offset > 0 ? before : null
}

/** The blanks at the start of the line that an offset stands in. */
const lineIndent = (text: string, offset: number): string => {
  const line = text.slice(lineStart(text, offset), offset)
  return line.slice(0, line.length - line.trimStart().length)
}

const lineEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

/** One level of indentation, as the text itself has it. */
const unitOf = (text: string): string => {
  const at = text.indexOf('\n')
  if (at < 0) return DEFAULT_UNIT
  const rest = text.slice(at + 1)
  const unit = rest.slice(0, rest.length - rest.trimStart().length)
  const blanks = unit.slice(unit.lastIndexOf('\n') + 1)
  return blanks === '' ? DEFAULT_UNIT : blanks
}

/** A value as text in the style of the text around it: over lines behind an indent, or in one line. */
const write = (text: string, value: unknown, indent: string | null): string => {
  if (indent === null) return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ')
  return JSON.stringify(value, null, unitOf(text)).replaceAll('\n', lineEnd(text) + indent)
}

const at = (offset: number, text: string): TextEdit => ({ span: [offset, offset], text })

/** Puts a new item behind an array's last. */
const appendItem = (text: string, array: ArrayNode, value: unknown): TextEdit => {
  const last = array.items.at(-1)
  if (last === undefined) {
    const isInline = !text.includes('\n')
    const indent = lineIndent(text, array.span[0]) + unitOf(text)
    const put = isInline
      ? `[${write(text, value, null)}]`
      : `[${lineEnd(text)}${indent}${write(text, value, indent)}${lineEnd(text)}${lineIndent(text, array.span[0])}]`
    return { span: array.span, text: put }
  }
  const own = ownIndent(text, last.span[0])
  if (own !== null) return at(last.span[1], `,${lineEnd(text)}${own}${write(text, value, own)}`)
  const isBlock = typeof value === 'object' && text.slice(array.span[0], array.span[1]).includes('\n')
  const indent = isBlock ? lineIndent(text, array.span[0]) : null
  return at(last.span[1], `, ${write(text, value, indent)}`)
}

/** Adds a value to an element that is one value or a list of them. */
export const addValue = (text: string, node: JsonNode, value: unknown): TextEdit =>
  node.kind === 'array'
    ? appendItem(text, node, value)
    : { span: node.span, text: `[${text.slice(node.span[0], node.span[1])}, ${JSON.stringify(value)}]` }

/** Takes an item out of an array, with the comma that parts it from its neighbour. */
export const removeItem = (array: ArrayNode, index: number): TextEdit | null => {
  const item = array.items[index]
  const next = array.items[index + 1]
  const previous = array.items[index - 1]
  if (item === undefined) return null
  if (next) return { span: [item.span[0], next.span[0]], text: '' }
  return { span: [previous ? previous.span[1] : item.span[0], item.span[1]], text: '' }
}

/** Puts a new member behind an object's last. */
export const appendMember = (text: string, object: ObjectNode, key: string, value: unknown): TextEdit => {
  const last = object.members.at(-1)
  const name = `${JSON.stringify(key)}: `
  if (last === undefined) return { span: object.span, text: `{ ${name}${write(text, value, null)} }` }
  const own = ownIndent(text, last.keySpan[0])
  if (own === null) return at(last.value.span[1], `, ${name}${write(text, value, null)}`)
  return at(last.value.span[1], `,${lineEnd(text)}${own}${name}${write(text, value, own)}`)
}

/** Gives a value's place to another value. */
export const replaceValue = (text: string, node: JsonNode, value: unknown): TextEdit => {
  const indent = text.slice(0, node.span[0]).includes('\n') ? lineIndent(text, node.span[0]) : null
  return { span: node.span, text: write(text, value, indent) }
}

/** Gives a member another name. */
export const renameMember = (member: JsonMember, key: string): TextEdit => ({
  span: member.keySpan,
  text: JSON.stringify(key),
})

/** Puts a statement behind the last one of a policy; null where the text is no policy. */
export const appendStatement = (text: string, root: JsonNode | null, statement: unknown): TextEdit | null => {
  if (root?.kind !== 'object') return null
  const held = root.members.find(({ key }) => key === 'Statement')
  if (held === undefined) return appendMember(text, root, 'Statement', [statement])
  if (held.value.kind === 'array') return appendItem(text, held.value, statement)
  if (held.value.kind !== 'object') return null
  const { span } = held.value
  const own = ownIndent(text, span[0]) ?? (text.includes('\n') ? lineIndent(text, span[0]) : null)
  return { span, text: `[${text.slice(span[0], span[1])}, ${write(text, statement, own)}]` }
}
