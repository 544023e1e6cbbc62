import type { KnownText, MessageData } from './message-text'
import { own } from './own'
import { code, join, plainText, type Gap, type Phrase } from './phrase'

type Values = Readonly<Record<string, Gap | null | undefined>>

/** Code between backticks, with its gaps, or a gap by itself. */
const PIECE = /`([^`]{1,400})`|\{(\w{1,30})\}/g

const GAP = /\{(\w{1,30})\}/g

const valueOf = (values: Values, name: string): Gap | null => {
  const value = own(values, name) ?? null
  return value === '' ? null : value
}

/** The text of code with its gaps filled; null where one has no value. */
function filledCode(template: string, values: Values): string | null {
  let isWhole = true
  const text = template.replace(GAP, (_, name: string) => {
    const value = valueOf(values, name)
    isWhole &&= value !== null
    return value === null ? '' : plainText(join(value))
  })
  return isWhole ? text : null
}

/**
 * Says a message of a table with the facts that there are: what stands in backticks is code, and each {gap} the fact of
 * that name. Null where a gap has no value or an empty one: half a sentence is not said.
 */
export function messageIfKnown(message: string, values: Values): Phrase | null {
  const pieces: Gap[] = []
  let from = 0
  for (const { 0: whole, 1: quoted, 2: name, index } of message.matchAll(PIECE)) {
    const text = quoted === undefined ? valueOf(values, name!) : filledCode(quoted, values)
    if (text === null) return null
    pieces.push(message.slice(from, index), quoted === undefined ? text : code(text as string))
    from = index + whole.length
  }
  return join(...pieces, message.slice(from))
}

/** The same where each gap has a value: one without does not compile. */
export const message = <const Message extends string>(
  text: KnownText<Message>,
  ...[values]: MessageData<Message, Gap>
): Phrase => messageIfKnown(text, values ?? {}) ?? []
