import { CALLER } from './service-callers'
import type { Fragment } from './denial-sentence'
import { pieceOf, pieceWithout } from './denial-sentence'

/** Words before "is not authorized" that name nobody. */
const NOBODY = new Set(
  'it is this that which who he she they you user users the role caller account service request client principal identity entity and but also permission function instance policy'.split(
    ' ',
  ),
)

/** The name of a service that is more than a word, also where it is said to be its principal. */
const SERVICE = new RegExp(`\\b(?<name>${CALLER})(?:\\sservice\\sprincip(?:al|le))?\\s?$`)

/** Words in brackets in the place of a name, as in `<arn of the role>`. */
const PLACEHOLDER = /^(?:<[^<>\n]{1,80}>|\[[^[\]\n]{1,80}\]|\{[^{}\n]{1,80}\})$/

const USER = /User(?:\swith\saccountId)?(?:\s?:+\s?|\s(?=['"]?\S))/g

/** The end of the subject: before "is not authorized", without blanks and quotes. */
function trimRange(text: string, start: number, end: number): [number, number] {
  let from = start
  let to = end
  while (
    from < to &&
    /[\s"'*]/.test(text.charAt(from)) &&
    !/^\*+\//.test(text.slice(from, to)) &&
    !/^\*+$/.test(text.slice(from, to).trim())
  )
    from++
  while (to > from && /[\s"',]/.test(text.charAt(to - 1))) to--
  return [from, to]
}

/** A name, and the ARN in brackets. */
const NAMED_TWICE = /^[^\s()]{1,80}\s\((arn:[^\s()]{1,600})\)$/

/** A subject that is broken over lines reads without the breaks. */
function subjectPiece(text: string, start: number, end: number): Fragment | null {
  const [from, to] = trimRange(text, start, end)
  const piece = pieceWithout(text, from, to, /\n+/g)
  if (piece.value === '' || piece.value.length > 1024) return null
  if (/^\.+$/.test(piece.value)) return null
  const arn = NAMED_TWICE.exec(piece.value)
  if (arn && piece.ranges.length === 1) return pieceOf(text, from + arn[0].length - 1 - (arn[1]?.length ?? 0), to - 1)
  if (NOBODY.has(piece.value.toLowerCase())) return null
  return piece
}

interface Subject {
  readonly start: number
  readonly principal: Fragment | null
}

/**
 * Who was refused: what stands between "User:" and "is not authorized", or else the word before "is".
 * `floor` is where the sentence before this one ends, `verb` where "is not authorized" begins.
 */
export function readSubject(text: string, floor: number, verb: number): Subject {
  const from = Math.max(floor, verb - 1500)
  const before = text.slice(from, verb)
  let user: RegExpExecArray | null = null
  for (const match of before.matchAll(USER)) user = match
  if (user) {
    const start = from + user.index
    const piece = subjectPiece(text, start + user[0].length, verb)
    const words = piece?.value.split(/\s/).length ?? 0
    // prose between "User" and the verb means that they do not belong together
    const one = words <= 3 || piece?.value.startsWith('arn:') === true || PLACEHOLDER.test(piece?.value ?? '')
    if (piece && one && !/[.!?]\s[A-Z]/.test(piece.value)) {
      return { start, principal: piece }
    }
    if (!piece) return { start, principal: null }
  }
  const service = SERVICE.exec(before.slice(-80))
  if (service) {
    const start = verb - service[0].length
    return { start, principal: subjectPiece(text, start, start + (service.groups?.name?.length ?? 0)) }
  }
  const word = /\S{1,600}\s?$/.exec(before.slice(-640))
  // a tag that the sentence begins right after
  if (!word || word[0].endsWith('>')) return { start: verb, principal: null }
  const start = verb - word[0].length
  const token = word[0]
    .trim()
    .replace(/^.*>\b/, '')
    .replace(/^["'(*]+/, '')
  const named =
    /arn:|\/|\.\.\w|^[A-Z][A-Za-z]*\d*$|^[A-Za-z]\w*(?:-\w+)+$|^<[\w-]{2,60}>$|\w@\w|^[\w.-]+\.amazonaws\.com(?:\.cn)?$/.test(
      token,
    ) && !/[:=,)]$/.test(token)
  if (!named || NOBODY.has(token.toLowerCase())) return { start: verb, principal: null }
  const lead = word[0].indexOf(token)
  return { start: start + lead, principal: subjectPiece(text, start + lead, verb) }
}
