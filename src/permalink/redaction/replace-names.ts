/** Letters, digits and what joins them to one word; a dot, and the signs of mail addresses and labels, part words. */
const NAME_CHARACTER = /[\p{L}\p{M}\p{N}_-]/u

const WORD = /^[\p{L}\p{M}\p{N}_-]+$/u

/** Is a text made of nothing but what a name is made of? */
export const isWord = (text: string): boolean => WORD.test(text)

/** Does a name end here, or does a longer one go on? `step`: 1 looks at what follows, -1 at what stands before. */
function isBoundary(text: string, from: number, step: 1 | -1): boolean {
  const char = text[from]
  if (char === undefined || !NAME_CHARACTER.test(char)) return true
  // What joins a name to nothing but a hole is no part of it.
  let at = from
  while (text[at] === '-' || text[at] === '_') at += step
  return at !== from && !/[\p{L}\p{M}\p{N}*?]/u.test(text[at] ?? '')
}

/** What stands before a name with an escape in its text: %2F of an address, \n of a string. */
const ESCAPE = /%[\dA-F]{2}$|\\[nrt]$/i

const isDigits = (text: string) => /^\d+$/.test(text)

/** Replaces all names at once, the longest first, where they stand by themselves; an account id also inside a name. */
export function nameReplacer(standIns: ReadonlyMap<string, string>): (text: string) => string {
  const byStart = new Map<string, string[]>()
  for (const name of [...standIns.keys()].sort((a, b) => b.length - a.length)) {
    const start = name[0] ?? ''
    byStart.set(start, [...(byStart.get(start) ?? []), name])
  }
  const standsAt = (text: string, name: string, at: number): boolean => {
    if (!text.startsWith(name, at)) return false
    const before = text[at - 1]
    const after = text[at + name.length]
    if (isDigits(name)) return !isDigits(before ?? '') && !isDigits(after ?? '')
    return (
      (isBoundary(text, at - 1, -1) || ESCAPE.test(text.slice(Math.max(0, at - 3), at))) &&
      isBoundary(text, at + name.length, 1)
    )
  }
  return (text) => {
    let out = ''
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const name = byStart.get(text[at] ?? '')?.find((candidate) => standsAt(text, candidate, at))
      if (name === undefined) continue
      out += text.slice(from, at) + (standIns.get(name) ?? name)
      from = at + name.length
      at = from - 1
    }
    return out + text.slice(from)
  }
}
