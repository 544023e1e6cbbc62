const SHORTEST = 4

/** A part of a pattern: a blank, another escape, a class, letters, or a sign. */
const PART = /(\\s)|\\(?:u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|.)|\[(?:\\.|[^\\\]]){0,200}\]|([A-Za-z]+)|./gsy

/** What stands in a group up to the next bracket. */
const INSIDE = /(?:[^\\()[]|\\.|\[(?:\\.|[^\\\]]){0,200}\])*/sy

/** The place after a group that begins before this one. */
function afterGroup(source: string, from: number): number {
  let [at, depth] = [from, 1]
  while (depth > 0 && at < source.length) {
    INSIDE.lastIndex = at
    INSIDE.test(source)
    at = INSIDE.lastIndex
    const sign = source[at]
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
    at += 1
  }
  return at
}

/**
 * The longest words in a row, in small letters and with blanks between them, that every text has which a pattern matches;
 * null where none are certain. To look for words costs next to nothing, a pattern that is used for the first time has to
 * be compiled. `spaced` makes a text one that they are looked for in.
 */
export function requiredWords({ source }: RegExp): string | null {
  let [longest, words] = ['', '']
  const end = () => {
    if (words.length > longest.length) longest = words
    words = ''
  }
  for (let at = 0; at < source.length;) {
    PART.lastIndex = at
    const [part = '', blank, letters] = PART.exec(source) ?? []
    at = PART.lastIndex
    if (part === '|') return null
    if (part === '?' || part === '*' || part === '{') words = words.slice(0, -1)
    if (part === '(') at = afterGroup(source, at)
    if (blank !== undefined) words += ' '
    else if (letters !== undefined) words += letters
    else end()
  }
  end()
  return longest.trim().length < SHORTEST ? null : longest.toLowerCase()
}

/** A text in small letters, each blank and line break of it a space. */
export const spaced = (text: string): string => text.toLowerCase().replaceAll(/\s/g, ' ')
