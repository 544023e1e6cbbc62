import type { Span } from './span'

const BLANK = /\s/

/** The place of the sign in a text before which so many stand that are no blanks. */
function placeAfter(text: string, count: number): number {
  let at = 0
  for (let left = count; at < text.length; at += 1) {
    if (BLANK.test(text.charAt(at))) continue
    if (left === 0) break
    left -= 1
  }
  return at
}

const signsIn = (text: string): string => text.replaceAll(/\s/g, '')

/** The same span in a text that differs from this one by its blanks and line breaks alone; null where more differs. */
export function respaced(text: string, [start, end]: Span, other: string): Span | null {
  if (signsIn(text) !== signsIn(other)) return null
  const first = placeAfter(other, signsIn(text.slice(0, start)).length)
  const last = end > start ? placeAfter(other, signsIn(text.slice(0, end)).length - 1) + 1 : first
  return [first, last]
}
