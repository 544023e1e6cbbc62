import { addressStandIns } from './addresses'
import type { FoundName } from './find-names'
import { PREDEFINED_SETS } from './kinds'
import { OPEN, piecesOf } from './open-names'
import { regionWithin } from './safe-words'
import { permissionSetOf, PERMISSION_SET_PREFIX } from '../../iam/principal'

const hasWildcard = (text: string) => OPEN.test(text)

/** Does a piece say something of somebody? "-7" and ".csv" in a pattern may stay, and so they do in the names it matches. */
const isTelling = (piece: string) => /[^-_./]{2}/.test(piece)

/** A text cut into known pieces and the rest, each replaced by `change`; wildcards and variables stay. */
function replacePieces(text: string, pieces: readonly string[], change: (part: string) => string): string {
  return text
    .split(OPEN)
    .flatMap((part) =>
      OPEN.test(part) ? [part] : cutAt(part, pieces).map((cut) => (cut.length < 2 ? cut : change(cut))),
    )
    .join('')
}

/** The parts of a text between and of the given pieces. */
function cutAt(text: string, pieces: readonly string[]): readonly string[] {
  const cuts: string[] = []
  let from = 0
  for (let at = 0; at < text.length;) {
    const piece = pieces.find((candidate) => text.startsWith(candidate, at))
    if (piece === undefined) {
      at++
      continue
    }
    if (at > from) cuts.push(text.slice(from, at))
    cuts.push(piece)
    at += piece.length
    from = at
  }
  return from < text.length ? [...cuts, text.slice(from)] : cuts
}

/** Same length, same kinds of characters; what could be a hexadecimal number still could. */
function shaped(word: string, n: number): string {
  const letters = /^[\da-f]+$/i.test(word) ? 'abcdef' : 'abcdefghijklmnopqrstuvwxyz'
  let turn = n
  return word.replace(/\p{L}|\d/gu, (char) => {
    turn = (turn * 5 + 3 + n) % 260
    if (/\d/.test(char)) return String(turn % 10)
    const letter = letters[turn % letters.length] ?? 'x'
    return char === char.toLowerCase() ? letter : letter.toUpperCase()
  })
}

/** The words of a name between what joins them. */
const WORDS = /[\p{L}\p{M}\p{N}]+/gu

/** Words of names that stay: single signs, small numbers, and what AWS gave a name to. */
const staysInName = (word: string) =>
  word.length === 1 || /^\d{1,4}$/.test(word) || word === 'AWSReservedSSO' || PREDEFINED_SETS.has(word)

/** Is a word of a name one of the Region in it? */
function isOfRegion(name: string, at: number, length: number): boolean {
  const region = regionWithin(name)
  const start = region === null ? -1 : name.indexOf(region)
  return region !== null && at >= start && at + length <= start + region.length
}

/** Names of a form of their own, of which no part says anything. */
const OF_FORM = /^(?:account|uuid|mrk|unique-id|resource-id|exampleauthorization|(?:ou?|r|p)-)/

const digits = (n: number, width: number) => String(n).padStart(width, '0')

/** The n-th example account: 111122223333, 222233334444 … and then plain numbers. */
function exampleAccount(n: number): string {
  if (n > 7) return digits(n, 12)
  return [0, 1, 2].map((i) => String(n + i).repeat(4)).join('')
}

/** One word stands for another in whatever case it is written. */
function wordLike(original: string, n: number): string {
  const [first = ''] = original
  if (original.length > 1 && original === original.toUpperCase() && first !== first.toLowerCase())
    return `WORD${String(n)}`
  return `${first === first.toLowerCase() ? 'w' : 'W'}ord${String(n)}`
}

/** A stand-in says of a place what its name said: Regions are nobody's, and commands are built from them. */
const withRegion = (standIn: string, original: string): string => {
  const region = regionWithin(original)
  return region === null ? standIn : `${standIn}-${region}`
}

function exampleOf(form: string, original: string, n: number, root: (id: string) => number): string {
  switch (form) {
    case 'account':
      return exampleAccount(n)
    case 'uuid':
      return `00000000-0000-4000-8000-${digits(n, 12)}`
    case 'mrk':
      return `mrk-${digits(n, 32)}`
    case 'resource-id': {
      const [, prefix = '', id = ''] = /^(.*-)([^-]+)$/.exec(original) ?? []
      return prefix + digits(n, id.length)
    }
    case 'sso-role': {
      const set = permissionSetOf(original) ?? ''
      return `${PERMISSION_SET_PREFIX}${PREDEFINED_SETS.has(set) ? set : `PermissionSet${String(n)}`}_${digits(n, 16)}`
    }
    case 'unique-id':
      return `${original.slice(0, 4)}EXAMPLE${digits(n, 10)}`
    default:
      return withRegion(form, original)
        .replace('{n}', digits(n, /^ou?-/.test(form) ? 3 : 1))
        .replace('{r}', () => digits(root(original.split('-')[1] ?? ''), 2))
  }
}

/**
 * How a stand-in is made: a plain example; one of the same shape, alike to others where the names were alike; or the name
 * as it is.
 */
export type StandInStyle = 'example' | 'shaped' | 'kept'

/** Gives each name its stand-in. `taken` says what already stands in the draft and cannot serve as one. */
export function chooseStandIns(
  names: readonly FoundName[],
  styleOf: (name: FoundName) => StandInStyle,
  taken: (text: string) => boolean,
): ReadonlyMap<string, string> {
  const standIns = new Map<string, string>()
  const counts = new Map<string, number>()
  const used = new Set<string>()
  const roots = new Map<string, number>()
  const rootOf = (id: string) => {
    if (!roots.has(id)) roots.set(id, roots.size + 1)
    return roots.get(id) ?? 0
  }
  const fresh = (key: string, make: (n: number) => string): string => {
    for (;;) {
      const n = (counts.get(key) ?? 0) + 1
      counts.set(key, n)
      const text = make(n)
      if (n > 1_000 || (!used.has(text) && !taken(text))) {
        used.add(text)
        return text
      }
    }
  }
  const wordNumbers = new Map<string, number>()
  const wordNumber = (lower: string): number => {
    const known = wordNumbers.get(lower) ?? Number(fresh('word', (n) => `word${String(n)}`).slice('word'.length))
    wordNumbers.set(lower, known)
    return known
  }
  const words = new Map<string, string>()
  /** Each word by one of its length, the same wherever it stands. */
  const alike = (part: string) =>
    OPEN.test(part)
      ? part
      : part.replace(WORDS, (word, at: number) => {
          if (staysInName(word) || isOfRegion(part, at, word.length)) return word
          const known = words.get(word) ?? fresh(`shaped ${String(word.length)}`, (n) => shaped(word, n))
          words.set(word, known)
          return known
        })
  const parts = new Map<string, string>()
  const partOf = (piece: string) => {
    const known = parts.get(piece) ?? fresh('part', (n) => `part${String(n)}x`)
    parts.set(piece, known)
    return known
  }
  const replaced = names.filter((name) => styleOf(name) !== 'kept')
  const addresses = addressStandIns(replaced.filter(({ kind }) => kind === 'addresses').map(({ text }) => text))
  const cuts = [...new Set(replaced.flatMap(({ text }) => (hasWildcard(text) ? piecesOf(text) : [])))]
    .filter((piece) => piece.length > 1)
    .sort((a, b) => b.length - a.length)
  const pieces = cuts.filter(isTelling)
  const change = (part: string) => (isTelling(part) || !cuts.includes(part) ? partOf(part) : part)
  for (const name of replaced) {
    const { kind, form, text } = name
    if (kind === 'addresses') {
      const address = addresses.get(text)
      if (address !== undefined) standIns.set(text, address)
    } else if (styleOf(name) === 'shaped' && !OF_FORM.test(form) && text.length > 1) {
      standIns.set(text, text.split(OPEN).map(alike).join(''))
    } else if (pieces.some((piece) => text.includes(piece))) {
      standIns.set(text, replacePieces(text, cuts, change))
    } else if (form === 'word' && !hasWildcard(text)) {
      standIns.set(text, withRegion(wordLike(text, wordNumber(text.toLowerCase())), text))
    } else if (!hasWildcard(text)) {
      standIns.set(
        text,
        fresh(form === 'unique-id' ? text.slice(0, 4) : form, (n) => exampleOf(form, text, n, rootOf)),
      )
    }
  }
  return standIns
}
