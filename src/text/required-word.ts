const SHORTEST = 4
const isLetter = (char: string) => /[a-z]/i.test(char)

/** Where the class of characters that begins at `start` ends. */
function endOfClass(source: string, start: number): number {
  let at = start + 1
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1
  return at
}

/**
 * The longest word, in small letters, that every text has which a pattern matches; null where none is certain. To look for a
 * word costs next to nothing, a pattern that is used for the first time has to be compiled.
 */
export function requiredWord({ source }: RegExp): string | null {
  let [longest, word, depth] = ['', '', 0]
  const end = () => {
    if (word.length > longest.length) longest = word
    word = ''
  }
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at]!
    if (char === '|' && depth === 0) return null
    if ('?*{'.includes(char)) word = word.slice(0, -1)
    if (depth === 0 && isLetter(char)) word += char
    else end()
    if (char === '\\') at += 1
    else if (char === '[') at = endOfClass(source, at)
    else if (char === '(') depth += 1
    else if (char === ')') depth -= 1
  }
  end()
  return longest.length < SHORTEST ? null : longest.toLowerCase()
}
