/** A piece of prose; `mark` gives its look. */
export interface Words {
  readonly text: string
  /** All of it, where the text is only its beginning. */
  readonly whole?: string
  readonly mark?: 'layer' | 'code' | 'strong'
  readonly tone?: 'deny' | 'allow' | 'depends'
}

/** A sentence or a piece of one. */
export type Phrase = readonly Words[]

/** What may stand in the gaps of a sentence: plain text, one marked word, or a phrase. */
export type Gap = string | number | Words | Phrase

/** Longest piece of quoted text in a sentence. */
const MAX_QUOTE = 240

/** What is longer is whole in the evidence alone. */
const MAX_WHOLE = 10_000

/** How many items a list in a sentence names before it counts the rest. */
const MAX_LISTED = 4

const isPlain = ({ mark, tone }: Words): boolean => mark === undefined && tone === undefined

/** Puts a word behind others; plain text melts together. */
const append = (words: Words[], word: Words): void => {
  const last = words.at(-1)
  if (word.text === '') return
  if (last !== undefined && isPlain(word) && isPlain(last)) words[words.length - 1] = { text: last.text + word.text }
  else words.push(word)
}

const appendGap = (words: Words[], gap: Gap): void => {
  if (typeof gap === 'string' || typeof gap === 'number') append(words, { text: String(gap) })
  else if ('text' in gap) append(words, gap)
  else for (const word of gap) append(words, word)
}

/** Joins phrases, and melts neighbouring plain pieces into one. */
export const join = (...gaps: readonly Gap[]): Phrase => {
  const words: Words[] = []
  for (const gap of gaps) appendGap(words, gap)
  return words
}

/** A sentence with gaps: say`${code(action)} is denied.` */
export const say = (parts: TemplateStringsArray, ...gaps: readonly Gap[]): Phrase => {
  const words: Words[] = []
  for (let index = 0; index < parts.length; index += 1) {
    append(words, { text: parts[index] ?? '' })
    const gap = gaps[index]
    if (gap !== undefined) appendGap(words, gap)
  }
  return words
}

/** Text from a policy or a request, as it is written there. */
export const code = (text: string): Words => {
  if (text.length <= MAX_QUOTE) return { text, mark: 'code' }
  return {
    text: `${text.slice(0, MAX_QUOTE)}…`,
    ...(text.length <= MAX_WHOLE ? { whole: text } : {}),
    mark: 'code',
  }
}

/** A word that carries the weight of its sentence. */
export const strong = (text: string, tone?: Words['tone']): Words => ({ text, mark: 'strong', ...(tone && { tone }) })

/** The name of a layer, in the colour of what it did. */
export const layerWord = (text: string, tone?: Words['tone']): Words => ({ text, mark: 'layer', ...(tone && { tone }) })

const more = (count: number): string => `${count} more`

/** Items as people list them: "a", "a and b", "a, b and 3 more". */
export const list = (items: readonly (Words | Phrase)[], last: 'and' | 'or' = 'and', most = MAX_LISTED): Phrase => {
  const shown: readonly Gap[] =
    items.length > most ? [...items.slice(0, most - 1), more(items.length - most + 1)] : items
  return join(
    ...shown.flatMap((item, index) => [index === 0 ? '' : index === shown.length - 1 ? ` ${last} ` : ', ', item]),
  )
}

/** Quoted texts as a list. */
export const codes = (texts: readonly string[], last: 'and' | 'or' = 'and', most = MAX_LISTED): Phrase =>
  texts.length === 0
    ? say`nothing`
    : list(
        texts.map((text) => code(text === '' ? '""' : text)),
        last,
        most,
      )

/** The count with its noun: "1 gate", "2 gates". */
export const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`

/** A phrase as plain text. */
export const plainText = (phrase: Phrase): string => phrase.map((word) => word.text).join('')

/** Phrases without those that say the same. */
export const uniquePhrases = (phrases: readonly Phrase[]): readonly Phrase[] => [
  ...new Map(phrases.map((phrase) => [plainText(phrase), phrase])).values(),
]

/** The name of a file, or another name with a sign in its middle, is written as it is. */
const NAMED_FIRST = /^[^\s./_]{1,200}[./_]\S/
/** So is a policy's own name, unless it is made of several words of which the first is one of any sentence. */
const isName = ({ text, mark, tone }: Words): boolean =>
  mark === 'code' ||
  NAMED_FIRST.test(text) ||
  (mark === 'strong' && tone === undefined && /^(?:\S*$|[^\s-]{1,200}-\S)/.test(text))

/** A phrase whose first letter is a capital, to begin a sentence with. */
export const sentence = (phrase: Phrase): Phrase => {
  const [first, ...rest] = phrase
  if (first === undefined || isName(first)) return phrase
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest]
}
