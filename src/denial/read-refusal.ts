import { findReasons, readReason, type Reason } from './reasons'
import { readToken, trimValue } from './read-value'
import { readSubject } from './read-subject'
import { dropEnd, dropStart, pieceOf, pieceWithout, type Piece, type PieceName, type Statement } from './statement'

/** "is not authorized to perform": the verb of AWS's sentence, also with its blanks eaten or its lines broken. */
const VERB =
  /(?:\bare\s|is\s|\s)?\bnot\sauthori[sz]ed\sto\s(?:perform|make|access|call|invoke|use)\b|is\snot\sauthori[sz]ed\sto\sperform\b|(?<=[A-Z0-9])is not authorized to perform\b/gi

const NO_ACTION =
  /\s?:?\s?(?:null\b|this\b|these\b|that\b|such\b|the\s(?:operation|action|requested|request)\b|any\b|an?\s)/iy
const MARKETPLACE = /\sthe\s(?:required|following)\s[\w ]{0,40}(?:actions?|operations?)\s?:?\s?\(?/iy
const LEAD = /\s?:?\s?["'`*]{0,3}\{{0,2}/y
const ON_RESOURCE = /\s?["'`*]{0,3}\s?(?:\.{2,}\s?)?on\s(?:the\s)?(?:following\s)?resources?(?:\swith\s\w+)?\s?:?/iy
const ON_THIS =
  /\s?(?:\.{2,}\s?)?on\s(?:this\sresource\b|the\sresource\s(?:associated|that)\b[^.\n]{0,60}?(?:ciphertext|key)?\b)/iy
const CIPHERTEXT = /\s?(?:\.{2,}\s?)?on\s(?:the\s)?resource\sassociated\swith\sthis\sciphertext/iy
const PHRASE =
  /(?:instance\sprofile|policy\spath|role|user|group|policy|server\scertificate|access\skey|mfa\sdevice|saml\sprovider|oidc\sprovider|ロール|name)\s(?=\S)/y
const BETWEEN = /[\s"'`*)\]]{0,8}(?:[.,;]\s)?(?:\.{2,})?\s?/y
const ADDITIONAL = /[^.\n]{0,80}\.\s?An\sadditional\spermission\s["']?([a-z0-9-]+:\w+)["']?\sis\srequired/iy
const QUOTES: Readonly<Record<string, RegExp>> = { '"': /"/, "'": /'/, '`': /[`']/ }

const at = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** The action after "perform", null where AWS printed none. */
export function readAction(text: string, from: number): { piece: Piece | null; end: number } {
  const none = at(NO_ACTION, text, from)
  if (none) return { piece: null, end: /null/i.test(none[0]) ? from + none[0].length : from }
  const listed = at(MARKETPLACE, text, from)
  const start = listed ? from + listed[0].length : from + (at(LEAD, text, from)?.[0].length ?? 0)
  const token = readToken(text, start, 'action')
  const last = token.ranges.at(-1)?.[1] ?? start
  const braces = token.value.startsWith('{{') ? dropStart(token, 2) : token
  const cut = braces.value.search(/["'`)\]}(]|\.\.|\.$|\*\*$/)
  const piece = trimValue(
    cut > 0 && !braces.value.startsWith('<') ? dropEnd(braces, braces.value.length - cut) : braces,
  )
  const shaped = /^[A-Za-z][\w.-]*:[A-Za-z*]|^[A-Z][a-z]+[A-Z]\w*$|^[<[{]|^[a-z0-9-]+:$|^\*+$/.test(piece.value)
  if (!shaped) return { piece: null, end: from }
  const extra = at(ADDITIONAL, text, piece.ranges.at(-1)?.[1] ?? last)
  if (extra?.[1] !== undefined && !piece.value.includes(':')) {
    const begin = extra.index + extra[0].indexOf(extra[1])
    return { piece: pieceOf(text, begin, begin + extra[1].length), end: extra.index + extra[0].length }
  }
  return { piece, end: piece.ranges.at(-1)?.[1] ?? last }
}

/** The end of a value that the reason or an SDK's tail closes on the same line, so that it may hold blanks. */
function clauseEnd(text: string, from: number): number {
  const line = /^[^\n"]{1,400}?(?=\sbecause\s|\swith\san?\sexplicit\s|\s?\(Service:)/.exec(text.slice(from, from + 420))
  return line ? from + line[0].length : -1
}

/** The resource after "on resource:": a quoted value, a phrase such as `role NAME`, or the next word. */
export function readResource(text: string, from: number): { piece: Piece | null; end: number } {
  let start = from
  while (/\s/.test(text.charAt(start))) start++
  if (start >= text.length || /^(?:because|with)\s/.test(text.slice(start, start + 9)))
    return { piece: null, end: from }
  while (text.startsWith('**', start) && !/^\*{2,}(?:[\s"']|$)/.test(text.slice(start, start + 8))) start += 2
  const quote = QUOTES[text.charAt(start)]
  if (quote) {
    const inside = text.slice(start + 1, start + 2050)
    const length = inside.search(quote)
    if (length === 0) return { piece: null, end: start + 2 }
    if (length > 0 && (inside.slice(0, length).match(/\n/g)?.length ?? 0) <= 6) {
      const piece = pieceWithout(text, start + 1, start + 1 + length, /\n+/g)
      return { piece: trimEnd(piece), end: start + 2 + length }
    }
    start++
  }
  const clause = clauseEnd(text, start)
  const phrase = at(PHRASE, text, start)
  if (clause > 0 && (phrase ?? /^\S*\s?$/.test(text.slice(start, clause))) !== false && clause - start < 300) {
    const simple = /^\S+$/.test(text.slice(start, clause))
    if (simple || phrase || /[<[{]/.test(text.slice(start, clause))) {
      const piece = trimValue(pieceOf(text, start, clause))
      return { piece: worth(piece), end: clause }
    }
  }
  const head = phrase ? phrase[0].length : 0
  const token = readToken(text, start + head, 'resource')
  const whole: Piece = head
    ? { value: text.slice(start, start + head) + token.value, ranges: [[start, start + head], ...token.ranges] }
    : token
  const piece = trimValue(whole)
  return { piece: worth(joined(piece)), end: token.ranges.at(-1)?.[1] ?? start }
}

const trimEnd = (piece: Piece): Piece | null => (/^[.\s]*$/.test(piece.value) ? null : piece)

const worth = (piece: Piece): Piece | null => (/^\.*$/.test(piece.value) ? null : piece)

/** Ranges that touch read as one. */
function joined(piece: Piece): Piece {
  const ranges: [number, number][] = []
  for (const [start, end] of piece.ranges) {
    const last = ranges.at(-1)
    if (last && last[1] === start) last[1] = end
    else ranges.push([start, end])
  }
  return { value: piece.value, ranges }
}

/** The ARN of the policy that denied: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
export function readPolicyArn(text: string, from: number): Piece | null {
  const lead = /^\s?:\s?["'`]?(?=arn:)/.exec(text.slice(from, from + 40))
  if (!lead) return null
  const piece = trimValue(readToken(text, from + lead[0].length, 'resource'))
  return /^arn:[\w-]*:.*[*_]$/.test(piece.value) ? dropEnd(piece, 1) : piece
}

interface Because {
  readonly reason: Reason | null
  readonly pieces: Partial<Record<PieceName, Piece>>
  readonly end: number
}

function readBecause(text: string, from: number): Because {
  const gap = at(BETWEEN, text, from)?.[0].length ?? 0
  const reason = readReason(text, from + gap)
  if (!reason) return { reason: null, pieces: {}, end: from }
  return { reason, ...reasonPieces(text, reason) }
}

function reasonPieces(text: string, reason: Reason): Omit<Because, 'reason'> {
  const policy = reason.explicit ? readPolicyArn(text, reason.end) : null
  const pieces: Partial<Record<PieceName, Piece>> = { reason: pieceOf(text, reason.start, reason.end) }
  if (policy) pieces.layerPolicyArn = policy
  return { pieces, end: policy?.ranges.at(-1)?.[1] ?? reason.end }
}

/** Reads one sentence around its verb. */
function readRefusal(text: string, floor: number, verb: RegExpExecArray): Statement | null {
  const isAt = verb.index + (/^\s/.test(verb[0]) ? 1 : 0)
  const subject = readSubject(text, floor, isAt)
  const action = readAction(text, verb.index + verb[0].length)
  const pieces: Partial<Record<PieceName, Piece>> = {}
  if (subject.principal) pieces.principal = subject.principal
  if (action.piece) pieces.action = action.piece
  let end = action.end
  const unnamed = at(CIPHERTEXT, text, end) ?? at(ON_THIS, text, end)
  const on = unnamed ? null : at(ON_RESOURCE, text, end)
  if (unnamed) end += unnamed[0].length
  else if (on) {
    const resource = readResource(text, end + on[0].length)
    if (resource.piece) pieces.resource = resource.piece
    end = resource.end
  }
  const because = readBecause(text, end)
  if (!action.piece && !pieces.resource && !because.reason && !subject.principal) return null
  return {
    row: 'not authorized to perform',
    start: Math.min(subject.start, isAt),
    end: Math.max(because.end, verb.index + verb[0].length),
    pieces: { ...pieces, ...because.pieces },
    decision: because.reason?.decision ?? 'unknown',
    layer: because.reason?.layer ?? 'unknown',
  }
}

/** All sentences "… is not authorized to perform: … on resource: … because …" of the text. */
export function findRefusals(text: string): Statement[] {
  const found: Statement[] = []
  let floor = 0
  for (const verb of text.matchAll(VERB)) {
    if (verb.index < floor) continue
    const statement = readRefusal(text, floor, verb)
    if (!statement) continue
    found.push(statement)
    floor = statement.end
  }
  return found
}

/** Reasons that stand without their sentence: all that a paste kept of it. */
export function findLoneReasons(text: string, statements: readonly Statement[]): Statement[] {
  return findReasons(text)
    .filter((reason) => !statements.some((s) => s.start <= reason.start && reason.start < s.end))
    .filter((reason) => reason.action !== null || /^\s?:\s?arn:/.test(text.slice(reason.end, reason.end + 20)))
    .map((reason) => {
      const { pieces, end } = reasonPieces(text, reason)
      const action = reason.action ? pieceOf(text, ...reason.action) : null
      return {
        row: 'reason alone',
        start: reason.start,
        end,
        pieces: action ? { ...pieces, action } : pieces,
        decision: reason.decision,
        layer: reason.layer,
        weak: true,
      }
    })
}
