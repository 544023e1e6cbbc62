const isLower = (code: number) => code >= 97 && code <= 122
const kindOf = (code: number) => (isLower(code) ? 0 : code >= 65 && code <= 90 ? 1 : code >= 48 && code <= 57 ? 2 : 3)

/**
 * Is it drawn by chance, and no name or path? Words hold long runs of small letters; a random text changes between
 * small letters, capitals, digits and signs at two places of three.
 */
export function isRandom(text: string): boolean {
  let changes = 0
  let words = 0
  for (let i = 1; i < text.length; i += 1) {
    const [before, here] = [text.charCodeAt(i - 1), text.charCodeAt(i)]
    if (kindOf(before) !== kindOf(here)) changes += 1
    else if (isLower(here)) words += 1
  }
  const isMixed = changes * 10 >= text.length * 3 && words * 2 <= text.length
  // Without a digit or a sign it could be words in capitals and small letters: these hold more small letters in a row.
  const isNoWords = /[\d+/]/.test(text) || words * 10 <= text.length * 4
  return isMixed && isNoWords && /[A-Z]/.test(text) && /[a-z]/.test(text)
}
