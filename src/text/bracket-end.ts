const OPENS = '{[('
const CLOSES = '}])'

/** Where the bracket closes that is open at a place, without it; what stands in quotes opens and closes none. */
export function bracketEnd(text: string, from: number, longest: number): number | null {
  const to = Math.min(text.length, from + longest)
  let depth = 1
  let quote = ''
  for (let at = from; at < to; at++) {
    const char = text.charAt(at)
    if (quote !== '') {
      if (char === '\\') at += 1
      else if (char === quote) quote = ''
    } else if (char === "'" || char === '"') quote = char
    else if (OPENS.includes(char)) depth += 1
    else if (CLOSES.includes(char) && --depth === 0) return at
  }
  return null
}
