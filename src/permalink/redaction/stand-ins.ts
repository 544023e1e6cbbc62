import { addressStandIns } from './addresses'
import type { FoundName } from './find-names'
import { PREDEFINED_SETS } from './kinds'

/** Wildcards and policy variables: what is not a name in a pattern. */
const OPEN = /(\*|\?|\$\{[^{}]{0,200}\})/

const hasWildcard = (text: string) => OPEN.test(text)

/** The pieces of a pattern between its wildcards. */
const piecesOf = (pattern: string) => pattern.split(OPEN).filter((piece) => piece !== '' && !OPEN.test(piece))

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

/** Same length, same kinds of characters: what is left where a pattern counts characters. */
function shaped(text: string, n: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  let turn = n
  return text.replace(/[A-Z\d]/gi, (char) => {
    turn = (turn * 5 + 3) % 26
    if (/\d/.test(char)) return String(turn % 10)
    const letter = letters[turn] ?? 'x'
    return /[A-Z]/.test(char) ? letter.toUpperCase() : letter
  })
}

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
    case 'sso-role':
      return `AWSReservedSSO_${PREDEFINED_SETS.has(original.slice(15, -17)) ? original.slice(15, -17) : `PermissionSet${String(n)}`}_${digits(n, 16)}`
    case 'unique-id':
      return `${original.slice(0, 4)}EXAMPLE${digits(n, 10)}`
    default:
      return form
        .replace('{n}', digits(n, /^ou?-/.test(form) ? 3 : 1))
        .replace('{r}', () => digits(root(original.split('-')[1] ?? ''), 2))
  }
}

/** How a stand-in is made: a plain example, one of the same shape, or the name as it is. */
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
    } else if (styleOf(name) === 'shaped') {
      standIns.set(
        text,
        fresh(`shaped ${form}`, (n) => shaped(text, n)),
      )
    } else if (pieces.some((piece) => text.includes(piece))) {
      standIns.set(text, replacePieces(text, cuts, change))
    } else if (form === 'word' && !hasWildcard(text)) {
      standIns.set(text, wordLike(text, wordNumber(text.toLowerCase())))
    } else if (!hasWildcard(text)) {
      standIns.set(
        text,
        fresh(form === 'unique-id' ? text.slice(0, 4) : form, (n) => exampleOf(form, text, n, rootOf)),
      )
    }
  }
  return standIns
}
