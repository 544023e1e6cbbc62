const SHORTEST = 4

/** A part of a pattern: a blank, another escape, a class, letters, or a sign. */
const PART = /(\\s)|\\(?:u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|.)|\[(?:\\.|[^\\\]]){0,200}\]|([A-Za-z]+)|./gs

/**
 * The longest words in a row, in small letters and with blanks between them, that every text has which a pattern matches;
 * null where none are certain. To look for words costs next to nothing, a pattern that is used for the first time has to
 * be compiled. `spaced` makes a text one that they are looked for in.
 */
export function requiredWords({ source }: RegExp): string | null {
  let [longest, words, depth] = ['', '', 0]
  const end = () => {
    if (words.length > longest.length) longest = words
    words = ''
  }
  for (const [part, blank, letters] of source.matchAll(PART)) {
    if (part === '(') depth += 1
    else if (part === ')') depth -= 1
    else if (depth > 0) continue
    if (part === '|') return null
    if (part === '?' || part === '*' || part === '{') words = words.slice(0, -1)
    if (depth === 0 && blank !== undefined) words += ' '
    else if (depth === 0 && letters !== undefined) words += letters
    else end()
  }
  end()
  return longest.trim().length < SHORTEST ? null : longest.toLowerCase()
}

/** A text in small letters, each blank and line break of it a space. */
export const spaced = (text: string): string => text.toLowerCase().replaceAll(/\s/g, ' ')
