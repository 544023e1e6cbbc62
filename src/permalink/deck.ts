import { fieldsOf } from '../text/fields'
import type { AskedRepair } from '../draft/exercise-repair'
import type { Draft } from '../draft/draft'
import { restoreDraft, storeDraft } from '../draft/file/restore-draft'
import { withoutCredentials } from '../draft/file/without-credentials'
import type { Decision } from '../evaluation/evaluation'
import type { LinkProblem } from './link-messages'
import { readFragment, writeFragment } from './fragment'
import { parseAskedRepair, readAskedRepair, writeAskedRepair } from './write-exercise-repair'
import { damagedLink, linkProblem } from './link-problem'
import { openDraft, tooLargeForLink } from './permalink'
import { escapeText, unescapeText } from './tagged-text'
import { redactForLink } from './redact-for-link'
import { writeDraft } from './write-draft'
import { eachOf } from '../iam/each-of'
import type { Layer } from '../iam/layers'

/** What the author of an exercise saw: the answer that the reader's is compared with. */
export interface ExpectedAnswer {
  readonly decision: Decision
  readonly layer: Layer | 'none'
}

/** A case whose verdict is hidden until the reader has answered. */
export interface Exercise {
  readonly draft: Draft
  /** What the author asks, in their own words. */
  readonly prompt: string
  readonly expected: ExpectedAnswer
  /** See `Card`. */
  readonly options?: readonly ExpectedAnswer[]
  /** What is asked for after the answer; none where it is missing. */
  readonly repair?: AskedRepair
}

/** One card of a deck: a case to look at, or an exercise when `expected` stands there. */
export interface Card {
  readonly title: string
  /** What the audience reads. */
  readonly notes: string
  /** What the speaker alone reads; none where it is missing. */
  readonly speaker?: string
  readonly draft: Draft
  readonly expected?: ExpectedAnswer
  /** The answers to choose from, as the author chose them; where they are missing, those of the layers that are given. */
  readonly options?: readonly ExpectedAnswer[]
  /** The repair that an exercise asks for; none where it is missing. */
  readonly repair?: AskedRepair
}

/** Cases in an order, with a title and notes, to be shown one after the other. */
export interface Deck {
  readonly title: string
  readonly notes: string
  readonly cards: readonly Card[]
}

type Opened<T> = T | { readonly problem: LinkProblem }

const CARD = '\x1c'
const FIELD = '\x1d'
const MOST_CARDS = 100

const DECISION_SIGNS: Readonly<Record<Decision, string>> = {
  allowed: 'a',
  explicitDeny: 'e',
  implicitDeny: 'i',
  depends: 'd',
}
/** The layers by their numbers in links of version 1: a new one comes last. */
const NUMBERED = eachOf<Layer | 'none'>()([
  'none',
  'identity',
  'boundary',
  'session',
  'scp',
  'rcp',
  'resource',
  'endpoint',
  'trust',
])

const writeAnswer = (answer: ExpectedAnswer | undefined) =>
  answer ? DECISION_SIGNS[answer.decision] + String(NUMBERED.indexOf(answer.layer)) : ''

function readAnswer(text: string): ExpectedAnswer | null {
  const decision = (Object.keys(DECISION_SIGNS) as Decision[]).find((key) => DECISION_SIGNS[key] === text[0])
  const layer = /^\d$/.test(text.slice(1)) ? NUMBERED[Number(text[1])] : undefined
  return decision && layer ? { decision, layer } : null
}

const writeCard = ({ title, notes, draft, expected, options = [], speaker = '', repair }: Card): string => {
  const fields = [
    escapeText(title),
    escapeText(notes),
    writeAnswer(expected),
    writeDraft(redactForLink(draft).draft),
    // What came later stands last, and only where there is something in it.
    writeAnswers(options),
    escapeText(speaker),
    writeAskedRepair(repair),
  ]
  while (fields.length > 4 && fields.at(-1) === '') fields.pop()
  return fields.join(FIELD)
}

const MOST_OPTIONS = 30

/** Answers as a short text, such as "e4i1". */
export const writeAnswers = (answers: readonly ExpectedAnswer[]): string =>
  answers.slice(0, MOST_OPTIONS).map(writeAnswer).join('')

/** The answers of such a text; null where it is none. */
export function readAnswers(text: string): readonly ExpectedAnswer[] | null {
  if (text.length % 2 !== 0 || text.length > 2 * MOST_OPTIONS) return null
  const answers = Array.from({ length: text.length / 2 }, (_, at) => readAnswer(text.slice(2 * at, 2 * at + 2)))
  return answers.every((answer) => answer !== null) ? answers : null
}

/** What a card has besides, where it has it. */
const extras = (
  options: readonly ExpectedAnswer[],
  speaker: string,
  repair: AskedRepair | undefined,
): Pick<Card, 'options' | 'speaker' | 'repair'> => ({
  ...(options.length > 0 ? { options } : {}),
  ...(speaker === '' ? {} : { speaker }),
  ...(repair ? { repair } : {}),
})

function readCard(text: string): Opened<Card> {
  const fields = text.split(FIELD)
  const [title, notes, answer, draft, choices = '', speaker = '', asked = '', ...more] = fields
  const isPadded = fields.length > 4 && fields.at(-1) === ''
  if (title === undefined || notes === undefined || answer === undefined || draft === undefined) return damagedLink
  if (more.length > 0 || isPadded) return damagedLink
  const opened = openDraft(draft)
  if ('problem' in opened) return opened
  const plainTitle = unescapeText(title)
  const plainNotes = unescapeText(notes)
  const plainSpeaker = unescapeText(speaker)
  const expected = answer === '' ? undefined : readAnswer(answer)
  const options = readAnswers(choices)
  const repair = parseAskedRepair(asked)
  if (plainTitle === null || plainNotes === null || plainSpeaker === null) return damagedLink
  if (expected === null || options === null || repair === null) return damagedLink
  return {
    title: plainTitle,
    notes: plainNotes,
    draft: opened.draft,
    ...(expected ? { expected } : {}),
    ...extras(options, plainSpeaker, repair),
  }
}

/** The fragment of an exercise. */
export function encodeExercise({ prompt, ...rest }: Exercise): Opened<{ readonly fragment: string }> {
  const text = writeCard(withoutCredentials({ title: '', notes: prompt, ...rest }))
  const fragment = writeFragment('exercise', text)
  return fragment === null ? { problem: tooLargeForLink(text) } : { fragment }
}

/** The exercise in a fragment, or what is wrong with it. Takes any text; never throws. */
export function decodeExercise(fragment: string): Opened<{ readonly exercise: Exercise }> {
  const opened = readFragment('exercise', fragment)
  if ('problem' in opened) return opened
  const card = readCard(opened.text)
  if ('problem' in card) return card
  const { draft, notes, expected, options = [], repair } = card
  return expected
    ? { exercise: withoutCredentials({ draft, prompt: notes, expected, ...extras(options, '', repair) }) }
    : damagedLink
}

/** The fragment of a deck. */
export function encodeDeck(deck: Deck): Opened<{ readonly fragment: string }> {
  const { title, notes, cards } = withoutCredentials(deck)
  const head = [escapeText(title), escapeText(notes)].join(FIELD)
  const text = [head, ...cards.map(writeCard)].join(CARD)
  const fragment = writeFragment('deck', text)
  return fragment === null ? { problem: tooLargeForLink(text) } : { fragment }
}

/** The deck in a fragment, or what is wrong with it. Takes any text; never throws. */
export function decodeDeck(fragment: string): Opened<{ readonly deck: Deck }> {
  const opened = readFragment('deck', fragment)
  if ('problem' in opened) return opened
  const [head = '', ...rest] = opened.text.split(CARD)
  const [title, notes, ...more] = head.split(FIELD).map(unescapeText)
  if (typeof title !== 'string' || typeof notes !== 'string' || more.length > 0 || rest.length > MOST_CARDS)
    return damagedLink
  const cards: Card[] = []
  for (const text of rest) {
    const card = readCard(text)
    if ('problem' in card) return card
    cards.push(card)
  }
  return { deck: withoutCredentials({ title, notes, cards }) }
}

/** The name of the format, so that a file says what it is. */
const DECK_FILE = 'whydenied-deck'

/** A deck as the text of a file. */
export function writeDeckFile(whole: Deck): string {
  const deck = withoutCredentials(whole)
  const cards = deck.cards.map((card) => ({ ...card, draft: storeDraft(redactForLink(card.draft).draft) }))
  return `${JSON.stringify({ format: DECK_FILE, version: 1, ...deck, cards }, null, 2)}\n`
}

/** Is this parsed JSON meant as a deck? */
export function isDeckFile(value: unknown): boolean {
  return fieldsOf(value)['format'] === DECK_FILE
}

/** The deck in the parsed JSON of a file, or what is wrong with it. Takes any value; never throws. */
export function readDeckFile(value: unknown): Opened<{ readonly deck: Deck }> {
  if (!isDeckFile(value)) return { problem: linkProblem('deck-unreadable') }
  const { version, title, notes, cards } = fieldsOf(value)
  if (typeof version === 'number' && version > 1) return { problem: linkProblem('link-newer', { version }) }
  if (typeof title !== 'string' || typeof notes !== 'string' || !Array.isArray(cards) || cards.length > MOST_CARDS)
    return { problem: linkProblem('deck-unreadable') }
  const read: Card[] = []
  for (const card of cards as unknown[]) {
    const fields = fieldsOf(card)
    const restored = restoreDraft(fields['draft'])
    if ('problem' in restored) return restored
    if (typeof fields['title'] !== 'string' || typeof fields['notes'] !== 'string')
      return { problem: linkProblem('deck-unreadable') }
    const expected = answerOf(fields['expected'])
    const { options = [], speaker = '' } = fields
    const repair = fields['repair'] === undefined ? undefined : readAskedRepair(fields['repair'])
    const answers = Array.isArray(options) ? options.slice(0, MOST_OPTIONS).map(answerOf) : [null]
    if (
      expected === null ||
      repair === null ||
      typeof speaker !== 'string' ||
      !answers.every((answer) => answer !== null && answer !== undefined)
    )
      return { problem: linkProblem('deck-unreadable') }
    read.push({
      title: fields['title'],
      notes: fields['notes'],
      draft: restored.draft,
      ...(expected ? { expected } : {}),
      ...extras(answers, speaker, repair),
    })
  }
  return { deck: withoutCredentials({ title, notes, cards: read }) }
}

function answerOf(value: unknown): ExpectedAnswer | undefined | null {
  if (value === undefined) return undefined
  const { decision, layer } = fieldsOf(value)
  const known = NUMBERED.find((name) => name === layer)
  const decided = (Object.keys(DECISION_SIGNS) as Decision[]).find((name) => name === decision)
  return known && decided ? { decision: decided, layer: known } : null
}
