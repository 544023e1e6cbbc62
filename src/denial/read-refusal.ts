import { stickyMatch } from '../text/sticky-match'
import { readAction, readFurtherActions, type PartReading } from './read-action'
import { readPolicyArn, readResource } from './read-resource'
import { readSubject } from './read-subject'
import { findVerbs, type FoundVerb } from './refusal-verbs'
import { findReasons, readReason, type DenialReason } from './reasons'
import { pieceOf, type Fragment, type FragmentName, type DenialSentence } from './denial-sentence'

/** What may stand between the resource and the reason. */
const BETWEEN = /[\s"'`*)\]]{0,8}(?:[.,;]\s)?(?:\.{2,})?\s?/y

/** Words that somebody put between. */
const WORDS = /[^\n.]{1,80}?\s(?=because\sno\s|with\san\sexplicit\sdeny\b)/y

type Pieces = Partial<Record<FragmentName, Fragment>>

/** The parts of a reason, with the ARN of the policy that it may name. */
function reasonPieces(text: string, reason: DenialReason): { pieces: Pieces; end: number } {
  const policy = reason.explicit ? readPolicyArn(text, reason.end) : null
  const pieces: Pieces = { reason: pieceOf(text, reason.start, reason.end) }
  if (policy) pieces.layerPolicyArn = policy
  return { pieces, end: policy?.ranges.at(-1)?.[1] ?? reason.end }
}

function reasonAfter(text: string, at: number, gap: RegExp): DenialReason | null {
  const between = stickyMatch(gap, text, at)?.[0]
  return between === undefined ? null : readReason(text, at + between.length)
}

const NONE_FURTHER = { pieces: [], end: 0 }

/** The resource, where a list of actions is announced before it, and where the list begins. */
const ANNOUNCED = /\s(?:any\sof\s)?the\sfollowing\s(?:actions?|operations?)(?=\son\s)/y
const LISTED = /\s?:?\s(?=[-•*]\s)/y

function readListed(text: string, from: number): PartReading {
  const announced = stickyMatch(ANNOUNCED, text, from)
  const resource = announced && readResource(text, from + announced[0].length)
  if (!resource?.piece) return { piece: null, end: from }
  return { piece: resource.piece, end: resource.end + (stickyMatch(LISTED, text, resource.end)?.[0].length ?? 0) }
}

/** Who lacks what a sentence with other words between says is missing. */
const NAMED_BEFORE =
  /\b(?:[Rr]ole|[Uu]ser|[Pp]rincipal)\s["']?(arn:aws[\w-]*:(?:iam|sts)::[^\s"',;]{1,300}|(?:[a-z][a-z\d-]{1,40}\.){1,3}amazonaws\.com)["']?\s[^\n".]{0,80}$/d

function subjectOf(text: string, floor: number, verb: FoundVerb): ReturnType<typeof readSubject> {
  // Before permissions that are needed stand words of them, and nobody who needs them.
  if (/^permissions?\s(?:is|are|was|were)\s/i.test(text.slice(verb.start, verb.end)))
    return { start: verb.start, principal: null }
  const subject = readSubject(text, floor, verb.start)
  if (subject.principal || !verb.advice) return subject
  const from = Math.max(floor, verb.start - 400)
  const named = NAMED_BEFORE.exec(text.slice(from, verb.start))
  const range = named?.indices?.[1]
  if (!named || !range) return subject
  return { start: from + named.index, principal: pieceOf(text, from + range[0], from + range[1]) }
}

/**
 * The action that nothing allowed, as the reason names it: a call can need a permission beside that of its own operation.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html#interface-endpoint-cross-region
 */
function missingAction(text: string, action: Fragment | null, reason: DenialReason | null): Fragment | null {
  const named = reason?.action ? pieceOf(text, reason.action[0], reason.action[1]) : null
  return named !== null && !named.value.includes('*') && named.value.toLowerCase() !== action?.value.toLowerCase()
    ? named
    : action
}

/** Reads one sentence round its verb; null where it says nothing but that something was not allowed. */
function readRefusal(text: string, floor: number, verb: FoundVerb): DenialSentence | null {
  const subject = subjectOf(text, floor, verb)
  const listed = readListed(text, verb.end)
  const action = readAction(text, listed.end)
  const isListed = text.charAt((action.piece?.ranges[0]?.[0] ?? 0) - 1) === '('
  const further = action.piece && !isListed ? readFurtherActions(text, action.end) : NONE_FURTHER
  const after = readResource(text, further.pieces.length > 0 ? further.end : action.end)
  const resource = after.piece ? after : { piece: listed.piece, end: after.end }
  const reason = reasonAfter(text, resource.end, BETWEEN) ?? reasonAfter(text, resource.end, WORDS)
  if (!subject.principal && !action.piece && !resource.piece && !reason) return null
  const missing = missingAction(text, action.piece, reason)
  const because = reason ? reasonPieces(text, reason) : { pieces: {}, end: resource.end }
  return {
    row: 'not authorized to perform',
    start: Math.min(subject.start, verb.start),
    end: Math.max(because.end, verb.end),
    pieces: {
      ...(subject.principal ? { principal: subject.principal } : {}),
      ...(missing ? { action: missing } : {}),
      ...(resource.piece ? { resource: resource.piece } : {}),
      ...because.pieces,
    },
    decision: reason?.decision ?? 'unknown',
    layer: reason?.layer ?? 'unknown',
    ...(verb.advice && !subject.principal ? { weak: true } : {}),
    ...(further.pieces.length > 0 ? { furtherActions: further.pieces } : {}),
  }
}

const BULLET = /[\s,;]{0,3}[-•*]\s["'`]?(?=[a-z][a-z0-9-]{1,40}:[A-Z])/y

/** What the next bullet under a sentence says of its caller, with a resource and a reason of its own. */
function readBullet(text: string, last: DenialSentence): DenialSentence | null {
  const bullet = stickyMatch(BULLET, text, last.end)
  if (!bullet) return null
  const start = last.end + bullet[0].length
  const action = readAction(text, start)
  const resource = readResource(text, action.end)
  const reason = reasonAfter(text, resource.end, BETWEEN)
  if (!action.piece || (!resource.piece && !reason)) return null
  const because = reason ? reasonPieces(text, reason) : { pieces: {}, end: resource.end }
  return {
    row: last.row,
    start,
    end: because.end,
    pieces: {
      ...(last.pieces.principal ? { principal: last.pieces.principal } : {}),
      action: action.piece,
      ...(resource.piece ? { resource: resource.piece } : {}),
      ...because.pieces,
    },
    decision: reason?.decision ?? 'unknown',
    layer: reason?.layer ?? 'unknown',
  }
}

/** All sentences "… is not authorized to perform: … on resource: … because …" outside the statements that are known. */
export function findRefusals(text: string, known: readonly DenialSentence[]): DenialSentence[] {
  const found: DenialSentence[] = []
  let floor = 0
  let next = 0
  for (const verb of findVerbs(text)) {
    while (next < known.length && (known[next]?.end ?? 0) <= verb.start) next++
    if (verb.start < floor || (known[next]?.start ?? Infinity) <= verb.start) continue
    const statement = readRefusal(text, floor, verb)
    if (!statement) continue
    for (let each: DenialSentence | null = statement; each; each = readBullet(text, each)) {
      found.push(each)
      floor = each.end
    }
  }
  return found
}

/** A code, perhaps an action, and dots in the place of the rest, up to a reason. */
const ELIDED =
  /\b(?:AccessDenied\w{0,20}|UnauthorizedOperation|Access\sDenied):?\s?(?:\.{2,}\s?(?:(?<action>[a-z][a-z0-9-]{1,40}:[A-Z]\w{2,100})\s?(?:\.{2,}\s?)?)?)?$/d

/** What a paste left of the sentence before its reason; null where nothing shows that it was one. */
function readElided(text: string, reason: number): { readonly action: readonly [number, number] | null } | null {
  const from = Math.max(0, reason - 160)
  const match = ELIDED.exec(text.slice(from, reason))
  const action = match?.indices?.groups?.action
  return match && { action: action ? [from + action[0], from + action[1]] : null }
}

/** The resource of a sentence of which a paste has only the end, right before its reason. */
function readCutResource(text: string, reason: number): Fragment | null {
  const line = text.lastIndexOf('\n', reason) + 1
  const words = text.lastIndexOf(' on resource', reason)
  for (const from of words > Math.max(line, reason - 900) ? [line, words] : [line]) {
    const resource = readResource(text, from)
    const gap = resource.piece && stickyMatch(BETWEEN, text, resource.end)?.[0].length
    if (gap !== null && gap !== undefined && resource.end + gap === reason) return resource.piece
  }
  return null
}

/** Whether a paste begins with a reason that names a layer: prose would begin before it. */
const beginsTheText = (text: string, { start, layer }: DenialReason): true | null =>
  layer !== 'unknown' && /^[\s.\u2026"'>-]*$/.test(text.slice(0, start)) ? true : null

/** Reasons that stand without their sentence: all that a paste kept of it. */
export function findLoneReasons(text: string, statements: readonly DenialSentence[]): DenialSentence[] {
  return findReasons(text)
    .filter((reason) => !statements.some((s) => s.start <= reason.start && reason.start < s.end))
    .map((reason) => ({ reason, before: readElided(text, reason.start) }))
    .filter(
      ({ reason, before }) =>
        reason.action ?? before ?? readPolicyArn(text, reason.end) ?? beginsTheText(text, reason) ?? false,
    )
    .map(({ reason, before }) => {
      const { pieces, end } = reasonPieces(text, reason)
      const range = reason.action ?? before?.action
      const action = range ? { action: pieceOf(text, ...range) } : {}
      const resource = readCutResource(text, reason.start)
      return {
        row: 'reason alone',
        start: resource?.ranges[0]?.[0] ?? reason.start,
        end,
        pieces: { ...pieces, ...action, ...(resource ? { resource } : {}) },
        decision: reason.decision,
        layer: reason.layer,
        weak: true,
      }
    })
}
