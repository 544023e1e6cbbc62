import type { Span } from '../text/span'
import { unescapeRun, type Unescaped } from '../text/unescape-run'
import { LABEL_PART, labelBefore, type CredentialKind } from './credential-labels'
import { textOfBase64 } from '../text/base64-text'
import { seenText } from '../text/seen-text'
import { addressPasswords, base64Lines, privateKeys, privateKeyTails } from './credential-blocks'
import { cellSecrets } from './credential-cells'
import { manifestSecrets } from './credential-manifests'
import { hexSecrets } from './credential-hex'
import { placedSecrets } from './credential-places'
import { DOTTED, IS_VALUE, isMixed, isOfAllKinds, SMALL_WORD } from './credential-values'
import { endBehindColons, isNamedToken, namedTokens } from './named-tokens'
import { isRandom } from './is-random'

/** Words long enough to hold a secret, with every way in which a format may write their characters. */
const RUN = /[\w+/=~.%\\&#;-]{8,}/g
/** How far back a label is looked for. */
const LABEL_REACH = 160
const SHORTEST_BY_SHAPE = 20
/**
 * What stands between two pieces of a secret, and the next piece: a line end, with the quotes, the sign that joins them or
 * ends a cell, and the number or the time of the line where there are such; quotes with a sign or blanks alone; or dots.
 */
const NEXT_PIECE =
  /^(?:["'`]?[ \t]{0,40}[+.,&\\=|│┃║]?[ \t]{0,8}\r?\n[^\w+/=]{0,24}(?:\d{4}-\d\d-\d\d[T ][\d:.,]{8,16}(?:Z|[+-]\d\d:?\d\d)?[ \t]{1,8}|\d{1,6}[ \t:|.)]{1,8}|[+&][^\w+/=]{1,8})?|["'`](?:[ \t]{0,8}[+.,&][ \t]{0,8}|[ \t]{1,8})["'`]|\.{2,6}|…)["'`]?([\w+/-]+={0,2})(?![\w+/=-])(?!["'`]?[ \t]{0,8}[:=])/
/** Two texts that a program joins, by a sign or side by side: the second belongs to the first, whatever chance drew for it. */
const JOINED_TEXTS = /^["'`]\s{0,40}[+.&]?\s{0,40}["'`]/
/** Longest line of a secret that was wrapped, as it is written. */
const LONGEST_LINE = 400

/** The beginnings of session tokens that STS has given out, and of what it gives them for. */
const TOKEN_STARTS = [
  'IQoJb3JpZ2lu',
  'FwoGZXIvYXdz',
  'FwoDYXdz',
  'FQoGZXIvYXdz',
  'FQoDYXdz',
  'AQoDYXdz',
  'AQoGZXIvYXdz',
  // The XML of a SAML assertion.
  'PHNhbWw',
]
/** `{"alg":`, `{"typ":`, `{"kid":`, `{"x5t":`, `{"cty":`, `{"enc":` in base64url: the beginnings of a signed token's header. */
const JOSE_STARTS = ['eyJhbGci', 'eyJ0eXAi', 'eyJraWQi', 'eyJ4NXQi', 'eyJjdHki', 'eyJlbmMi', 'eyJqa3Ui']
/** `{"`, `{ "` and `{` with a line end in base64: the beginning of any other header. */
const OBJECT_START = /^(?:eyJ|eyAi|eyAg|ewog|ewoJ|ew0K)/

/** What is a secret wherever it stands, by what it begins with or by what stands around it. */
const BLOCKS: readonly ((text: string) => Iterable<Span>)[] = [
  privateKeys,
  privateKeyTails,
  base64Lines,
  addressPasswords,
  cellSecrets,
  manifestSecrets,
  hexSecrets,
  namedTokens,
  placedSecrets,
]

const SECRET_KEY_LENGTH = 40
/** As many signs of base64 hold a label and the beginning of a secret. */
const SHORTEST_BASE64 = 48
/** Base64 without padding that is longer, and neither a name nor a path, can only be a token or a ciphertext. */
const LONG_TOKEN = 100

/** A part of a run that may be one secret: its text, and where it stands in the run. */
interface Part {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Could it be a secret access key by its length and its signs? */
const isKeyShaped = (text: string) => text.length === SECRET_KEY_LENGTH && /^[a-z\d+/]+$/i.test(text)

const isSessionToken = (text: string) =>
  TOKEN_STARTS.some((start) => text.startsWith(start)) ||
  isNamedToken(text) ||
  (text.length >= LONG_TOKEN && /[+/]/.test(text) && !/[-_]/.test(text) && isRandom(text.slice(0, 400)))

/** How many signs it has, without those that pad it, and without an equals sign before it as mails write one. */
const writtenLength = (text: string) => text.split('=', 1)[0]!.length - (text.startsWith('3D') ? 2 : 0)

/** An access key id with the sign behind it, which may be one that a secret has as well. */
const LEADING_KEY_ID = /^A[KS]IA[A-Z\d]{16}[/_+~-]/

/** The parts of a run: an equals sign ends one only where it pads it, and so does an access key id at its beginning. */
function partsOf({ text }: Unescaped): readonly Part[] {
  return [...text.matchAll(/[\w+/~-]+={0,2}/g)].map(({ 0: whole, index }) => {
    const id = LEADING_KEY_ID.exec(whole)?.[0].length ?? 0
    return { text: whole.slice(id), from: index + id, to: index + whole.length }
  })
}

/** The last piece of a secret: padded, or of mixed kinds as no word is. At the end of a text that was cut, fewer signs tell. */
const isTail = (text: string, isEnd: boolean) =>
  !IS_DAY.test(text) &&
  (text.endsWith('=') ||
    (/\d/.test(text) && /[A-Z]/.test(text)) ||
    /[+/]/.test(text) ||
    (text.length >= 8 && (isEnd ? /[a-z]/.test(text) && /.[A-Z]/.test(text) : isRandom(text))))

/** The time of a line, which is not written to its end. */
const IS_DAY = /^\d{4}-\d\d(?:-|$)/

/** As long is each line of a token that was wrapped, but for its last. */
const WRAPPED_LINE = 60
/** What stands alone in the line behind them, whatever chance drew for it; a short word is one. */
const isRest = (line: string, behind: string) => /^[a-z\d]{8,}$/i.test(line) && /^(?:$|["'`\\\r\n])/.test(behind)

/**
 * Where a secret ends that may go on in the next lines. `length` characters of it stand in the first, `whole` is how many
 * it has, Infinity where nobody knows.
 */
function endOverLines(text: string, end: number, length: number, whole: number): number {
  let [reached, missing] = [end, whole - length]
  while (missing > 0) {
    const ahead = unescapeRun(text.slice(reached, reached + LONGEST_LINE))
    const piece = NEXT_PIECE.exec(ahead.text)
    const line = piece?.[1] ?? ''
    if (piece === null || line.length > Math.max(Math.min(missing, LONGEST_LINE), length) + 4) return reached
    const isSame = line.length >= SHORTEST_BY_SHAPE && isRandom(line)
    const next = reached + ahead.ends[piece[0].length - 1]!
    const isWrapped = length >= WRAPPED_LINE && reached > end && line.length <= length
    const isLast =
      isTail(line, next === text.length) ||
      line.length === missing ||
      (isWrapped && isRest(line, ahead.text.slice(piece[0].length)))
    if ((!isSame && !isLast) || line.length > missing) return reached
    reached = next
    missing -= line.length
    // A line that is shorter than the first is the last.
    if (whole === Infinity && line.length < length - 4) return reached
  }
  return reached
}

/** Asks, for places in rising order, whether a label begins in the characters before one, or in a run itself. */
function labelsNear(text: string): (start: number, end: number) => boolean {
  const labels = text.matchAll(LABEL_PART)
  let last = -Infinity
  let next = labels.next()
  return (start, end) => {
    while (!next.done && next.value.index < end) {
      last = next.value.index
      next = labels.next()
    }
    return last >= start - LABEL_REACH
  }
}

/** The name of a parameter of an address, with its sign: a presigned one is also pasted as a resource. */
const IN_QUERY = /[?&;][\w-]{1,48}=$/

const isDottedAs = (label: CredentialKind | null, text: string) =>
  label === 'password' || label === 'key' || (label === 'token' && text.length >= 30 && isRandom(text))

/** Base64 up to here has been read: its lines are not read again one by one. */
interface LookedInto {
  to: number
}

const isBase64OfText = (text: string) => textOfBase64(text.slice(0, SHORTEST_BASE64)) !== null

/** The secrets of one run of the text. */
function* secretsIn(text: string, [start, stop]: Span, isLabelNear: boolean, looked: LookedInto): Iterable<Span> {
  if (SMALL_WORD.test(text.slice(start, Math.min(stop, start + 27)))) return
  const run = unescapeRun(text.slice(start, stop))
  const rawStart = (at: number) => start + run.starts[at]!
  const before = text.slice(Math.max(0, start - LABEL_REACH), start)
  const isKeyIdNear = /A[KS]IA[A-Z\d]{12,18}/.test(before)
  const isArn = /arn:[^\s"']{0,160}$/.test(before)
  const textBefore = (at: number) =>
    at >= LABEL_REACH ? run.text.slice(at - LABEL_REACH, at) : unescapeRun(before).text + run.text.slice(0, at)
  let reached = 0
  for (const part of partsOf(run)) {
    if (part.from < reached || SMALL_WORD.test(part.text)) continue
    const from = rawStart(part.from)
    const end = start + run.ends[part.to - 1]!
    const signed = JOSE_STARTS.some((each) => part.text.startsWith(each))
    if (
      signed ||
      (OBJECT_START.test(part.text) && /^\.[\w-]{8,}\.[\w-]{8,}/.test(run.text.slice(part.to, part.to + 4000)))
    ) {
      const rest = /^[\w.=+/-]*/.exec(run.text.slice(part.from))![0].length
      reached = part.from + rest
      yield [from, endOverLines(text, start + run.ends[reached - 1]!, rest, Infinity)]
      continue
    }
    // A password may have dots, as the name of a member has them, which has no digits and no capitals.
    const dotted = isLabelNear ? DOTTED.exec(run.text.slice(part.from, part.from + 200))?.[0] : undefined
    if (dotted !== undefined && isOfAllKinds(dotted) && isDottedAs(labelBefore(textBefore(part.from)), dotted)) {
      reached = part.from + dotted.length
      yield [from, start + run.ends[reached - 1]!]
      continue
    }
    if (part.text.length < 8) continue
    const named = isLabelNear ? labelBefore(textBefore(part.from)) : null
    // What an ARN names may be called a token; what has the name and the shape of a key is one, and a parameter of an address.
    const isNameOnly = isArn && !IN_QUERY.test(textBefore(part.from))
    const label =
      isNameOnly && !(named === 'secret-key' && isKeyShaped(part.text) && isRandom(part.text)) ? null : named
    const lengthened = (whole: number) => endOverLines(text, end, writtenLength(part.text), whole)
    if (isSessionToken(part.text) || (label === 'token' && IS_VALUE.token(part.text)))
      yield [from, endBehindColons(text, lengthened(Infinity))]
    else if (label === 'secret-key' && IS_VALUE['secret-key'](part.text)) yield [from, lengthened(SECRET_KEY_LENGTH)]
    else if (label !== null && IS_VALUE[label](part.text)) yield [from, end]
    else if (
      !isArn &&
      isKeyShaped(part.text) &&
      (isKeyIdNear || isRandom(part.text) || (isLabelNear && isMixed(part.text)))
    )
      yield [from, end]
    else if (from >= looked.to && part.text.length >= SHORTEST_BASE64 && isBase64OfText(part.text)) {
      looked.to = lengthened(Infinity)
      const inside = textOfBase64(unescapeRun(text.slice(from, looked.to)).text)
      if (inside !== null && findCredentials(inside).length > 0) yield [from, looked.to]
    }
  }
}

/**
 * Where credentials stand in a text: secret access keys, session tokens, signatures, signed tokens, private keys, passwords
 * beside their names, in whatever format or escaping. Access key ids are no secret. In the order of the text, without
 * overlaps; time grows with the length.
 */
export function findCredentials(text: string): readonly Span[] {
  const seen = seenText(text)
  return credentialsIn(seen.text).map(seen.sourceSpan)
}

function credentialsIn(text: string): readonly Span[] {
  const blocks = apart([...BLOCKS.flatMap((find) => [...find(text)])])
  const found: Span[] = []
  const isLabelNear = labelsNear(text)
  const looked: LookedInto = { to: 0 }
  let [reached, block] = [0, 0]
  for (const { 0: written, index } of text.matchAll(RUN)) {
    const end = index + written.length
    const isNear = isLabelNear(index, end)
    while (block < blocks.length && blocks[block]![1] <= index) block += 1
    // Lines of a secret that was wrapped are part of the one before, and what a block holds is part of it.
    const [from = Infinity, to = 0] = blocks[block] ?? []
    if (end <= reached || (from <= index && end <= to)) continue
    if (!isNear && written.length < SHORTEST_BY_SHAPE) continue
    for (const span of secretsIn(text, [index, end], isNear, looked)) {
      found.push(span)
      reached = Math.max(reached, span[1])
    }
  }
  return apart([...blocks, ...found])
}

/** The spans in the order of the text, those that overlap as one. */
function apart(spans: readonly Span[]): readonly Span[] {
  const merged: [number, number][] = []
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** Signs of a secret, as they are or escaped, and what only separates its parts from each other. */
const CONTINUED = /^[\w+/=~.%\\&#;!$^*()@:-]*/
/** A percent sign at the end may begin an escaped sign, such as a line end; an equals sign within a token parts its checksum. */
const JOINED = /^(?:[\w+/~.!$^*#()@-]|:(?=[\w+/])|%(?![\da-f]?$)|&(?![\w-]{1,48}=)|=(?=[\w+/~.!$^*#%()@&-]))*={0,2}/i
/** A removed password of an address. */
const OF_ADDRESS = /:\/\/[^\s/@]{0,128}:\[removed\]$/
/** A secret is followed so far over what is added behind its first piece. */
const FARTHEST = 20_000

/**
 * What belongs to a secret of which the piece that stood before `start` was taken out: the signs that follow at once, and
 * the next pieces where it was wrapped or joined. Spans up to `stop`, in order; none where something else stands there.
 */
export function continuedSecret(text: string, start: number, stop: number): readonly Span[] {
  // What follows the password of an address is the address.
  const host = OF_ADDRESS.test(text.slice(Math.max(0, start - LABEL_REACH), start)) ? text.indexOf('@', start) : -1
  const seen = seenText(text.slice(start, Math.min(stop, host < 0 ? stop : host, start + FARTHEST)))
  const source = ([from, to]: Span): Span => {
    const [first, last] = seen.sourceSpan([from, to])
    return [start + first, start + last]
  }
  const found: Span[] = []
  const run = unescapeRun(CONTINUED.exec(seen.text)?.[0] ?? '')
  const next = JOINED.exec(run.text)?.[0].length ?? 0
  let reached = next === 0 ? 0 : run.ends[next - 1]!
  if (reached > 0) found.push(source([0, reached]))
  for (;;) {
    const ahead = unescapeRun(seen.text.slice(reached, reached + LONGEST_LINE))
    const piece = NEXT_PIECE.exec(ahead.text)
    const line = piece?.[1] ?? ''
    const isPiece = (line.length >= SHORTEST_BY_SHAPE && isRandom(line)) || isTail(line, JOINED_TEXTS.test(ahead.text))
    if (piece === null || !isPiece) return found
    const [from, to] = [ahead.starts[piece[0].length - line.length]!, ahead.ends[piece[0].length - 1]!]
    found.push(source([reached + from, reached + to]))
    reached += to
  }
}
