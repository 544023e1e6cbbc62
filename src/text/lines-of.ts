/** Where a line stands in its text, without its line end. */
export interface LinePlace {
  readonly start: number
  readonly end: number
}

/** The lines of a text. */
export function linesOf(text: string): readonly LinePlace[] {
  const lines: LinePlace[] = []
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}
