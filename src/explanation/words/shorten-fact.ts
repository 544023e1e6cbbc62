import type { Answer } from '../answer'
import { plainText, type Phrase, type Words } from '../../text/phrase'

/** Where a sentence may be left, the best places first, and what a beginning has to have to stand alone. */
const LEAVES = [
  { place: /[.:;](?=\s)/g, fewestWords: 5 },
  { place: /,(?= (?:which|each|since|as|so|but|while|or) )/g, fewestWords: 9 },
  { place: / (?=(?:because|since|unless|while|though) )/g, fewestWords: 9 },
  { place: /,(?=\s)/g, fewestWords: 9 },
  { place: / /g, fewestWords: 1 },
] as const

/** How many words a text has. */
export const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

/** The phrase up to a place of its plain text. */
const upTo = (phrase: Phrase, place: number): Phrase => {
  const kept: Words[] = []
  let at = 0
  for (const word of phrase) {
    if (at >= place) break
    kept.push({ ...word, text: word.text.slice(0, place - at) })
    at += word.text.length
  }
  return kept
}

/** The places of a phrase's plain text where it may be left; a full stop stays with what it ends. */
const placesIn = (phrase: Phrase, leave: RegExp): readonly number[] => {
  const places: number[] = []
  let at = 0
  for (const { text, mark } of phrase) {
    if (mark !== 'code') {
      for (const { index, 0: found } of text.matchAll(leave)) places.push(at + index + (found === '.' ? 1 : 0))
    }
    at += text.length
  }
  return places
}

/**
 * The beginning of a phrase, for a place where at most so many words have room: up to the end of a sentence or clause, or,
 * where that is late, up to a word; what is quoted is never cut. Null where all of it has room.
 */
export function briefOf(phrase: Phrase, most: number): Phrase | null {
  const text = plainText(phrase)
  if (countWords(text) <= most) return null
  for (const { place, fewestWords } of LEAVES) {
    const left = placesIn(phrase, place).findLast((end) => {
      const words = countWords(text.slice(0, end))
      return words >= fewestWords && words <= most
    })
    if (left !== undefined) return upTo(phrase, left)
  }
  return null
}

/** So many words have room in three lines below the headline. */
const MOST_FACT_WORDS = 42

/** The room for the line before a fact, and for the way to the rest of it. */
const LINE_WORDS = 2
const MORE_WORDS = 2

/** The beginning of an answer's fact, where three lines have no room for all of it; null where they do. */
export function briefFact({ fact }: Pick<Answer, 'fact'>): Phrase | null {
  if (fact === null) return null
  const room = MOST_FACT_WORDS - (fact.evidence !== null && fact.line !== null ? LINE_WORDS : 0)
  return countWords(plainText(fact.sentence)) <= room ? null : briefOf(fact.sentence, room - MORE_WORDS)
}

/** The whole of a fact that is shown in part, where no cause says the same. */
export function untoldFact(answer: Pick<Answer, 'fact' | 'causes'>): Phrase | null {
  const { fact, causes } = answer
  if (fact === null || briefFact(answer) === null) return null
  const text = plainText(fact.sentence)
  return causes.some(({ sentence }) => plainText(sentence) === text) ? null : fact.sentence
}
