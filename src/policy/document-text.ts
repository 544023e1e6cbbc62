import { formatJson } from '../text/format-json'
import type { JsonNode } from '../text/json-node'
import { valueOfNode } from '../text/json-value'
import type { Span } from '../text/span'

/** A document as it stands in a text, without the indentation that its surroundings gave it. */
export function textAsWritten(text: string, [start, end]: Span): string {
  const lines = text.slice(start, end).split('\n')
  const indents = lines.slice(1).flatMap((line) => (line.trim() === '' ? [] : [line.search(/\S/)]))
  const common = indents.length === 0 ? 0 : indents.reduce((least, indent) => Math.min(least, indent))
  return lines.map((line, index) => (index === 0 ? line : line.slice(common))).join('\n')
}

/** A document that came as a string: its own layout where it has one, else laid out over lines. */
export function textOfString(document: string): string {
  const trimmed = document.trim()
  return trimmed.includes('\n') ? trimmed : formatJson(trimmed)
}

/** A tree that was not written as JSON, as JSON text. Numbers become strings, as in the policies that AWS receives. */
export function printDocument(node: JsonNode): string {
  const asText = (_: string, value: unknown) => (typeof value === 'number' ? String(value) : value)
  return JSON.stringify(valueOfNode(node), asText, 2)
}
