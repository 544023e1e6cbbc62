import type { Phrase, Words } from './phrase'

/** Where a sentence ends and another one begins. */
const BETWEEN = /(?<=[.?!]) /

/** The sentences of a phrase, one by one; what is quoted is never cut. */
export function sentencesOf(phrase: Phrase): readonly Phrase[] {
  const sentences: Words[][] = [[]]
  for (const word of phrase) {
    const parts = word.mark === 'code' ? [word.text] : word.text.split(BETWEEN)
    parts.forEach((text, index) => {
      if (index > 0) sentences.push([])
      if (text !== '') sentences.at(-1)?.push({ ...word, text })
    })
  }
  return sentences.filter((words) => words.length > 0)
}
