import { itemsIn } from '../text/fields'
import { fromBase64Url, toBase64Url } from './base64url'
import { readAnswers, writeAnswers, type ExpectedAnswer } from './deck'

/** What was done on one card. */
export interface HandedCard {
  readonly title: string
  readonly expected: ExpectedAnswer
  /** The answers in their order. */
  readonly tries: readonly ExpectedAnswer[]
  /** What became of each repair, a letter each. */
  readonly repairs: string
  /** The policies of the last repair, as they were written. */
  readonly repairText: string
}

/** A whole deck as somebody worked through it. */
export interface HandIn {
  readonly name: string
  /** When it was handed in, as an ISO date. */
  readonly time: string
  readonly deck: string
  readonly cards: readonly HandedCard[]
}

/** Hand-ins out of a text, and how many there were changed or cut off. */
export interface ReadHandIns {
  readonly handIns: readonly HandIn[]
  readonly damaged: number
}

const LONGEST_NAME = 200
const LONGEST_TEXT = 50_000
const MOST_CARDS = 100
const MOST_HAND_INS = 500
const MOST_TRIES = 30

/** A sum over the characters: it shows a slip of the hand, and proves nothing. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0
  return sum.toString(16).padStart(8, '0')
}

/** A hand-in as one word, to be sent and pasted. What is longer than a hand-in can be is cut, so that all of it is read. */
export function writeHandIn({ name, time, deck, cards }: HandIn): string {
  const rows = cards
    .slice(0, MOST_CARDS)
    .map(({ title, expected, tries, repairs, repairText }) => [
      title.slice(0, LONGEST_NAME),
      writeAnswers([expected]),
      writeAnswers(tries.slice(0, MOST_TRIES)),
      repairs.slice(-MOST_TRIES),
      repairText.slice(0, LONGEST_TEXT),
    ])
  const head = [name, time, deck].map((text) => text.slice(0, LONGEST_NAME))
  const body = toBase64Url(new TextEncoder().encode(JSON.stringify([...head, ...rows])))
  return `whydenied-hand-in-1.${body}.${sumOf(body)}`
}

const text = (value: unknown, longest: number): string | null =>
  typeof value === 'string' && value.length <= longest ? value : null

function cardOf(value: unknown): HandedCard | null {
  const [title, right, tried, repairs, written] = itemsIn(value)
  const [expected] = readAnswers(text(right, 2) ?? '') ?? []
  const tries = readAnswers(text(tried, 2 * MOST_TRIES) ?? '')
  const [named, outcomes, repairText] = [
    text(title, LONGEST_NAME),
    text(repairs, MOST_TRIES),
    text(written, LONGEST_TEXT),
  ]
  if (expected === undefined || tries === null || named === null || outcomes === null || repairText === null)
    return null
  return { title: named, expected, tries, repairs: outcomes, repairText }
}

function handInOf(body: string): HandIn | null {
  try {
    const bytes = fromBase64Url(body)
    if (bytes === null) return null
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const [name, time, deck, ...rows] = itemsIn(value)
    const [named, when, of] = [text(name, LONGEST_NAME), text(time, 40), text(deck, LONGEST_NAME)]
    const cards = rows.slice(0, MOST_CARDS).map(cardOf)
    if (named === null || when === null || of === null || !cards.every((card) => card !== null)) return null
    return { name: named, time: when, deck: of, cards }
  } catch {
    return null
  }
}

/** Every hand-in that stands somewhere in a text, such as a chat. Takes any text; never throws. */
export function readHandIns(pasted: string): ReadHandIns {
  const found = [...pasted.matchAll(/whydenied-hand-in-1\.([\w-]{1,400000})(?:\.([\da-f]{8}))?/g)].slice(
    0,
    MOST_HAND_INS,
  )
  const read = found.map(([, body = '', sum]) => (sum === sumOf(body) ? handInOf(body) : null))
  const handIns = read.filter((one) => one !== null)
  return { handIns, damaged: read.length - handIns.length }
}
