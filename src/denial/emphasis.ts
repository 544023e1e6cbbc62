/**
 * Emphasis, as Markdown writes it around words and values. Three stars are a hole: as a wildcard they would open to
 * everything. In bold print, or behind a slash or colon, they are a wildcard and the two stars that close the print.
 */

/** Words in bold print; what is no word, such as a hole in an ARN, is left alone. */
export const BOLD_WORDS = /(?<=^|[\s(])\*\*([A-Z][A-Z ':]{0,80})\*\*(?=[\s:.,)]|$)/gim

const BOLD = /(?<!\*)\*\*(?!\*)/g

/** Is bold print open before a place of the text, so that two stars behind it close it? */
function isInBold(text: string, start: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 700), start)
  return (line.match(BOLD)?.length ?? 0) % 2 === 1
}

/** How long the mark is that opens bold print at a place of the text. */
export const openingMark = (text: string, at: number): number =>
  /^\*\*(?![*\s"'])/.test(text.slice(at, at + 3)) ? 2 : 0

/** How many stars at the end of a value close bold print, as far as the value itself tells. */
export function closingMark(value: string): number {
  if (value.endsWith('***')) return /[/:]\*{3}$/.test(value) ? 2 : 0
  return /[a-z\d>\]}).:]\*\*$/i.test(value) ? 2 : 0
}

/** Do the stars that begin at the last character of a value, before what was cut off as a mark, stand for something hidden? */
export const endsInHole = (text: string, start: number, whole: string, end: number): boolean =>
  whole.startsWith('***', end - 1) && !isInBold(text, start)
