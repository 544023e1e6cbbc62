import { stickyMatch } from '../text/sticky-match'
import { endsInHole, openingMark } from './emphasis'
import type { PartReading } from './read-action'
import { readToken, trimValue } from './read-value'
import { dropEnd, joinedPiece, pieceOf, pieceWithout, withoutBraces, type Fragment } from './denial-sentence'
import { timeLength } from '../medium/line-prefixes'
import { own } from '../text/own'

const UNNAMED =
  /\s?(?:\.{2,}\s?)?on\s(?:this\sresource\b|the\sresource\sassociated\swith\sthis\s(?:ciphertext|key)\b)/iy
const ON =
  /\s?["'`*]{0,3}\s?(?:\.{2,}\s?)?(?:on|with)\s(?:the\s)?(?:following\s)?resources?(?:\swith\s\w+)?(?:\s?:\s{0,2}|\s|(?=["'`]))/iy

/** Where the words "on resource" are left out: only before an ARN or an S3 URI, or its kind and an ARN. */
const ON_ARN =
  /\s?(?:\.{2,}\s?)?(?:on\s(?:the\s)?(?:(?:role|key|bucket|queue|topic|table|function)\s)?(?=["'`]?(?:arn:|s3:\/\/))|for\s(?=["'`]?arn:)|\((?=arn:))/iy

/** A bucket by its name. */
const ON_BUCKET =
  /\s?(?:on|in)\s(?:the\s)?(?:S3\s)?bucket:?\s(?=["'`]?(?=[a-z.]{0,60}[\d-])[a-z\d][a-z\d.-]{1,61}[a-z\d]["'`]?(?:[.,;)]?\s|[.,;)]?$))/iy

/** Words that begin a resource which IAM names by kind and name. */
const PHRASE =
  /(?:instance\sprofile|policy\spath|role|user|group|policy|server\scertificate|access\skey|mfa\sdevice|saml\sprovider|oidc\sprovider|ロール|name)\s(?=\S)/y

/** The rest of the line up to the reason or an SDK's tail. */
const CLAUSE = /[^\n"]{1,400}?(?=\sbecause\s|\swith\san?\sexplicit\s|\s?\(Service:)/y

const QUOTES: Readonly<Record<string, RegExp>> = { '"': /"/, "'": /'/ }
const LONGEST_RESOURCE = 2_048

/** An ARN or an S3 URI, as a value begins with it. */
const NAMED = /^["'`*]{0,3}(?:arn:|s3:\/\/)/

/** A value of some length, and not only the dots of something left out. */
const worth = (piece: Fragment): Fragment | null =>
  piece.value.length > LONGEST_RESOURCE || /^[.\s]*$/.test(piece.value) ? null : piece

function readQuoted(text: string, start: number, quote: RegExp): PartReading | null {
  const inside = text.slice(start + 1, start + 1 + LONGEST_RESOURCE)
  const length = inside.search(quote)
  if (length < 0 || inside.slice(0, length).split('\n').length > 7) return null
  const piece = pieceWithout(text, start + 1, start + 1 + length, /\n+/g)
  return { piece: worth(piece), end: start + 2 + length }
}

/** Names may hold blanks, and so may placeholders; an ARN that prose follows ends before it. */
const mayHoldBlanks = (value: string): boolean =>
  !/\s/.test(value) ||
  /[<[{]/.test(value) ||
  (!value.startsWith('arn:') && !/[.:;,]\s/.test(value) && value.split(' ').length <= 4)

/** A value without what follows it, but for stars that stand for something hidden. */
function trimmed(text: string, start: number, piece: Fragment): Fragment {
  const value = trimValue(piece)
  const end = value.value.length
  return endsInHole(text, start, piece.value, end) ? dropEnd(piece, piece.value.length - end - 2) : value
}

/** A value with blanks in it, when the sentence says where it ends. */
function readClause(text: string, start: number, phrase: boolean): PartReading | null {
  const value = stickyMatch(CLAUSE, text, start)?.[0]
  if (value === undefined || (!phrase && !mayHoldBlanks(value))) return null
  const piece = pieceOf(text, start, start + value.length)
  const flat = { ...piece, value: value.replaceAll('\n', ' ') }
  return { piece: worth(trimmed(text, start, flat)), end: start + value.length }
}

function readValue(text: string, from: number): PartReading {
  const time = text.charAt(from - 1) === '\n' ? timeLength(text, from) : 0
  // Behind a time stands the next message, unless it can only be what this one is about.
  if (time > 0 && !NAMED.test(text.slice(from + time, from + time + 9))) return { piece: null, end: from }
  const start = from + time + openingMark(text, from + time)
  if (start >= text.length || /^(?:because\s|with\s|\((?:code|Service)\b)/.test(text.slice(start, start + 9)))
    return { piece: null, end: from }
  const quote = own(QUOTES, text.charAt(start))
  const quoted = quote ? readQuoted(text, start, quote) : null
  if (quoted) return quoted
  const first = quote ? start + 1 : start
  const phrase = stickyMatch(PHRASE, text, first)
  const clause = readClause(text, first, phrase !== null)
  if (clause) return clause
  const head = pieceOf(text, first, first + (phrase?.[0].length ?? 0))
  const token = readToken(text, first + head.value.length, 'resource')
  const whole = joinedPiece({
    value: head.value.replaceAll('\n', ' ') + token.value,
    ranges: [...head.ranges, ...token.ranges],
  })
  return { piece: worth(withoutBraces(text, trimmed(text, start, whole))), end: token.ranges.at(-1)?.[1] ?? first }
}

/** The resource after the action: a quoted value, a phrase such as `role NAME`, or a word. Null where none is named. */
export function readResource(text: string, from: number): PartReading {
  const unnamed = stickyMatch(UNNAMED, text, from)
  if (unnamed) return { piece: null, end: from + unnamed[0].length }
  const on = stickyMatch(ON, text, from) ?? stickyMatch(ON_ARN, text, from) ?? stickyMatch(ON_BUCKET, text, from)
  return on ? readValue(text, from + on[0].length) : { piece: null, end: from }
}

/** The ARN of the denying policy: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export function readPolicyArn(text: string, from: number): Fragment | null {
  const lead = /^\s?:\s?["'`*_]{0,3}(?=arn:|\.{3}\/\w)/.exec(text.slice(from, from + 40))
  if (!lead) return null
  const piece = trimValue(readToken(text, from + lead[0].length, 'resource'))
  return /[*_]$/.test(piece.value) ? dropEnd(piece, 1) : piece
}
