/**
 * Text in lower case as IAM's IgnoreCase operators compare it: the full, context-dependent mapping (a capital sigma
 * that ends a word becomes a final sigma), except that letters beyond the BMP keep their case.
 */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (!/[\uD800-\uDBFF]/.test(text)) return lower
  // Letters beyond the BMP have lower-case forms of the same length, so both texts run in step up to length changes,
  // which only U+0130 makes (one unit becomes two).
  let out = ''
  let at = 0
  for (const char of text) {
    const width = char === '\u0130' ? 2 : char.length
    out += char.length === 2 ? char : lower.slice(at, at + width)
    at += width
  }
  return out
}
