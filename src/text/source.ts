/** A place as an editor shows it, both counted from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A text with its lines. */
export interface Source {
  readonly text: string
  positionAt(offset: number): Position
  offsetAt(position: Position): number
}

/** Turns offsets of a text into lines and columns, and back; what lies outside is clamped. */
export function createSource(text: string): Source {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const startOf = (line: number) => starts[line - 1] ?? text.length
  return {
    text,
    positionAt(offset) {
      const at = Math.min(Math.max(offset, 0), text.length)
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (startOf(middle + 1) <= at) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: at - startOf(low + 1) + 1 }
    },
    offsetAt({ line, column }) {
      if (line < 1) return 0
      const end = line < starts.length ? startOf(line + 1) - 1 : text.length
      return Math.min(startOf(line) + Math.max(column - 1, 0), end)
    },
  }
}
