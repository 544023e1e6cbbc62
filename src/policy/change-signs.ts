import { undress } from '../medium/plain-text'
import { linesOf } from '../text/lines-of'
import { editText, type Edit, type MappedText } from '../text/mapped-text'

const SIGN = /^[ \t]*[+~](?=[ \t])|^\+(?!\+\+)/

/** What a plan of Terraform says that a value was before. */
const BEFORE = /(?<==\s)(?:"(?:[^"\\\n]|\\.){0,400}"|true|false|null|\d{1,15})\s->\s/

/**
 * A change that is written line by line: what it takes away goes, what it adds stays without its sign. Only text in
 * which something is added is one, since lists of YAML begin with a minus sign too.
 */
export function changeSigns(text: string): readonly Edit[] {
  const lines = linesOf(text)
  const added = lines.filter(({ start, end }) => SIGN.test(text.slice(start, Math.min(end, start + 400))))
  if (added.length === 0) return []
  const isUnified = added.some(({ start }) => text[start] === '+')
  // No other changes are marked so.
  const isPlan = added.some(({ start, end }) => /^[ \t]*~/.test(text.slice(start, Math.min(end, start + 400))))
  return lines.flatMap((line): Edit[] => {
    const written = text.slice(line.start, line.end)
    const sign = SIGN.exec(written)?.[0]
    const before = isPlan ? BEFORE.exec(written) : null
    const old: Edit[] = before
      ? [{ start: line.start + before.index, end: line.start + before.index + before[0].length, to: '' }]
      : []
    if (sign !== undefined)
      return [{ start: line.start + sign.length - 1, end: line.start + sign.length, to: ' ' }, ...old]
    const isTakenAway =
      (isUnified && /^(?:-|@@|diff |index )/.test(written)) || (isPlan && /^[ \t]*-[ \t]/.test(written))
    return isTakenAway ? [{ start: line.start, end: line.end, to: '' }] : old
  })
}

/** A text as it was written (`plain`), and of a change what it comes to; null where it is too long for that. */
export const changedText = (text: string, plain = undress(text)): MappedText | null =>
  plain && editText(plain.untimed, changeSigns(plain.untimed.text))
