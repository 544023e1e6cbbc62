import type { PasteReading } from '../../draft/paste/read-paste-with'
import type { Span } from '../../text/span'

/** Nobody types as many characters at once. */
const LONGEST_TYPED = 24

/** Most of the text is new: it was pasted, or put in by a tool, rather than typed. */
export function isWholeText(before: string, after: string): boolean {
  const kept = before.trim().slice(0, LONGEST_TYPED)
  return after.length >= LONGEST_TYPED && (kept === '' || !after.includes(kept))
}

/** A whole text was put beside what stood there, which is still there around it. */
export function isAddedText(before: string, after: string): boolean {
  if (before.trim() === '' || after.length - before.length < LONGEST_TYPED) return false
  let same = 0
  while (same < before.length && before[same] === after[same]) same += 1
  return after.endsWith(before.slice(same))
}

/** So long is no name that is put into a sentence, where it has several words. */
const LONGEST_PIECE = 80

const isPassage = (text: string): boolean => text.includes('\n') || (text.length >= LONGEST_PIECE && /\s/.test(text))

/**
 * The text with a pasted passage behind it, where the caret is in the middle of a line, which the passage would tear in two:
 * whoever clicks into the box to paste more did not choose that place. Null: it goes to the caret.
 */
export function withPassageBehind(before: string, [start, end]: Span, pasted: string): string | null {
  const isInLine = start > 0 && start < before.length && before[start - 1] !== '\n' && before[start] !== '\n'
  const passage = pasted.trim()
  return start === end && isInLine && isPassage(passage) ? `${before.trimEnd()}\n\n${passage}\n` : null
}

/** A reading without the policies that stood in the text before: what became of them since is the reader's own. */
export const withoutOld = (reading: PasteReading, before: string): PasteReading => ({
  ...reading,
  policies: reading.policies.filter(({ span: [start, end] }) => !before.includes(reading.text.slice(start, end))),
})
