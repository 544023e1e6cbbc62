import { actionOfWritten, prefixOfEventSource, prefixOfServiceName } from '../iam/operations'
import { policyTypeOf } from '../iam/trust-actions'
import type { Call } from './call'
import type { FoundCall } from './command-words'
import type { Denial, DenialPart } from './denial'
import type { Detail } from './detail'
import { infer } from './infer'
import { isOfOutput, isPrintedBy } from './output-of-call'
import type { Linked } from './link'
import { isOfNoIdentity, isRoleOfService } from './role-of-service'
import { serviceOfAction } from '../iam/action'
import { actionInWords } from './operation-phrase'
import { rawSpan, rawSpans, type MappedText } from '../text/mapped-text'
import { settingOf } from './reasons'
import {
  NOTHING,
  pieceOf,
  pieceWithout,
  type DenialSentence,
  type Fragment,
  type FragmentName,
} from './denial-sentence'
import type { Surroundings } from './surroundings'
import { OF_S3 } from './worded-things'
import { handsRole } from '../facts/calls/needs-of-call'
import { isRefusal, situationOfDenial } from '../facts/situations/situations'

/** The account that counts as stated: the one in the principal's ARN, else the one in the resource's. */
function accountOf(principal: string | null, resource: string | null): string | null {
  for (const value of [principal, resource]) {
    const account = /arn:aws[\w-]*:[^:]*:[^:]*:(\d{12}):/.exec(value ?? '')?.[1]
    if (account !== undefined) return account
  }
  return null
}

function serviceOf(action: string | null, linked: string | null, typical: string | undefined): string | null {
  const prefix = /^([\w-]+):/.exec(action ?? '')?.[1]
  if (prefix !== undefined) return prefix.toLowerCase()
  if (typical !== undefined) return typical
  return linked
}

const STATES = ['principal', 'action', 'resource', 'layerPolicyArn', 'encodedMessage'] as const

/** The parts of a denial: the sentence's own, then those of its source or else of its wrappers. */
function gatherPieces(text: string, { statement, fields }: Linked, detail: Detail | null): Pieces {
  const pieces: Pieces = { ...statement.pieces }
  if (detail?.pieces) return { ...detail.pieces, ...pieces }
  for (const name of ['operation', 'errorCode', 'requestId'] as const) {
    const range = fields[name]
    if (range) pieces[name] = pieceWithout(text, range[0], range[1], /\n/g)
  }
  if (!pieces.action && !pieces.principal && fields.action) pieces.action = pieceOf(text, ...fields.action)
  return pieces
}

/** An operation that is written as if it were an action implies the one that AWS checks. */
function withoutOperation(
  statement: DenialSentence,
  pieces: Pieces,
): { readonly statement: DenialSentence; readonly pieces: Pieces } {
  const written = pieces.action?.value ?? ''
  const action = actionOfWritten(written)
  if (action === null) return { statement, pieces }
  const { action: _, ...others } = pieces
  const implies = { ...statement.implies, action }
  return { statement: { ...statement, service: serviceOfAction(action), implies }, pieces: others }
}

/** So far behind a refusal the ids of its answer stand. */
const IDS_BEHIND = 200

type Pieces = Partial<Record<FragmentName, Fragment>>

/** The value with the one character for three dots, where the raw text has that one. */
function asWritten({ text, starts }: MappedText, { value, ranges }: Fragment): string {
  if (!value.includes('...')) return value
  const single = ranges.some(([start, end]) => {
    const at = text.slice(start, end).indexOf('...')
    return at >= 0 && starts[start + at] === starts[start + at + 2]
  })
  return single ? value.replaceAll('...', '\u2026') : value
}

/** Does a service assume the role, for the call that failed, rather than the caller? */
const isOfService = (operation: string | null, { principal = '' }: Denial['inferred']): boolean =>
  operation === null ? principal.endsWith('.amazonaws.com') : !operation.startsWith('AssumeRole')

/** A structured source says itself what its refusal is about. */
const NOTHING_NEAR: Surroundings = { call: null, hints: [], change: null }

const callOf = (mapped: MappedText, { range, isDeclared: _, ...call }: FoundCall): Call => ({
  ...call,
  span: rawSpan(mapped, range),
})

/** What tools say while they make, change or delete what a template declares. */
const DEPLOYS =
  /\bError: (?:creat|updat|delet|modify|put|attach|register|read|wait)|\b(?:CREATE|UPDATE|DELETE)_FAILED\b|\bROLLBACK|\bResource handler\b|\bterraform (?:apply|plan|destroy)\b|\bwith aws_\w{1,60}\.|\bcdk deploy\b|\bsam deploy\b|\bserverless deploy\b|\bsls deploy\b|\bpulumi up\b|\bcreate-stack\b|\bdeploy(?:ing|ment)?\b/i

/** So far around a refusal it is looked for. */
const DEPLOYS_NEAR = 600

/**
 * The call that a refusal answers. What a template declares makes one while it is deployed; the same program asks for
 * other services when it runs.
 */
function callNear(
  text: string,
  { call }: Surroundings,
  statement: DenialSentence,
  service: string | null,
): FoundCall | null {
  const { start, end } = statement
  if (isOfOutput(text, call, statement)) return null
  if (call?.isDeclared !== true || service === null || service === call.service) return call
  return DEPLOYS.test(text.slice(Math.max(0, start - DEPLOYS_NEAR), end + DEPLOYS_NEAR)) ? call : null
}

/** The call that hands a role over, as the words of the line say it before the role may not be passed. */
function callInWords(text: string, { start }: DenialSentence, action: string | null): FoundCall | null {
  if (action?.toLowerCase() !== 'iam:passrole') return null
  const from = Math.max(text.lastIndexOf('\n', start) + 1, start - WORDS_BEFORE)
  const called = actionInWords(text.slice(from, start))
  const [service = '', operation = ''] = called?.split(':') ?? []
  return called === undefined || !handsRole(called)
    ? null
    : { service, operation, parameters: {}, isWhole: false, range: [from, start] }
}

const WORDS_BEFORE = 160

/** The service that its source or its wrappers name. */
const serviceLinked = (text: string, { fields }: Linked, detail: Detail | null): string | null =>
  detail?.eventSource
    ? prefixOfEventSource(detail.eventSource)
    : fields.service && !detail?.pieces
      ? prefixOfServiceName(text.slice(...fields.service))
      : null

/** Where each part of the denial stands in the raw text. */
function partsOf(mapped: MappedText, pieces: Pieces): Denial['parts'] {
  const parts: Partial<Record<DenialPart, Denial['span'][]>> = {}
  for (const [name, piece] of Object.entries(pieces) as [DenialPart, Fragment][])
    parts[name] = rawSpans(mapped, piece.ranges)
  return parts
}

/** The situation of a refusal. Who could not assume a role is the service where it assumes it. */
function situationIn(
  words: string,
  sentence: DenialSentence,
  operation: string | null,
  inferred: Denial['inferred'],
  action: string | null,
): Denial['situation'] {
  const situation =
    (isOfNoIdentity(sentence, action) ? null : sentence.situation) ?? situationOfDenial(words) ?? undefined
  return situation === 'role-not-assumable' && isOfService(operation, inferred) ? 'service-may-not-assume' : situation
}

/** What only a structured source tells. */
const fromSource = (detail: Detail | null): Pick<Denial, 'context' | 'matchedStatements' | 'lackingBesides'> =>
  detail === null
    ? {}
    : {
        ...(Object.keys(detail.context).length > 0 ? { context: detail.context } : {}),
        ...(detail.matchedStatements ? { matchedStatements: detail.matchedStatements } : {}),
        ...(detail.lackingBesides ? { lackingBesides: detail.lackingBesides } : {}),
      }

/** The denial that a statement, its source and its wrappers make, with its places in the raw text. */
export function buildDenial(
  mapped: MappedText,
  linked: Linked,
  detail: Detail | null = null,
  near: Surroundings = NOTHING_NEAR,
): Denial {
  const { text } = mapped
  const { statement, pieces } = withoutOperation(linked.statement, gatherPieces(text, linked, detail))
  const value = (name: FragmentName) =>
    pieces[name] && !NOTHING.test(pieces[name].value) ? asWritten(mapped, pieces[name]) : null
  const [principal, action, resource, operation] = [
    value('principal'),
    value('action'),
    value('resource'),
    value('operation'),
  ]
  const service = serviceOf(action, serviceLinked(text, linked, detail), statement.service)
  // The ids of an answer tell that it is S3's, though no word of it does.
  const ofIds =
    service === null && OF_S3.test(text.slice(statement.start, statement.end + IDS_BEHIND)) ? { service: 's3' } : null
  const call =
    detail?.call ??
    callNear(text, near, statement, service) ??
    (operation === null ? callInWords(text, statement, action) : null)
  const refused = statement.situation === undefined || isRefusal(statement.situation)
  const words = text.slice(statement.start, statement.end)
  const setting = settingOf(words)
  const inferred = {
    ...ofIds,
    ...detail?.inferred,
    ...infer({
      principal,
      action,
      resource,
      operation,
      code: value('errorCode'),
      service: service ?? ofIds?.service ?? null,
      statement,
      near: detail ? NOTHING_NEAR : { ...near, call },
    }),
  }
  const told = situationIn(words, statement, operation, inferred, action ?? inferred.action ?? null)
  const isOfRole =
    told === undefined &&
    statement.layer === 'unknown' &&
    isRoleOfService(principal, inferred.principal, inferred.action ?? action ?? '', resource ?? '')
  if (isOfRole) {
    delete inferred.principal
    delete pieces.principal
  }
  const isPrinted = near.call !== null && isPrintedBy(text, near.call, statement)
  const situation = isOfRole ? 'service-role-lacks' : (told ?? (isPrinted ? 'service-refused-somewhere' : undefined))
  return {
    kind: !refused ? 'not-authorization' : STATES.some((name) => pieces[name]) ? 'denial' : 'denial-no-detail',
    principal: refused && !isOfRole ? principal : null,
    action,
    resource,
    decision: statement.decision,
    layer: policyTypeOf(statement.layer, action),
    layerPolicyArn: value('layerPolicyArn'),
    account: refused ? accountOf(principal, resource) : null,
    operation,
    service,
    encodedMessage: value('encodedMessage'),
    requestId: value('requestId'),
    errorCode: value('errorCode'),
    span: rawSpan(mapped, [statement.start, statement.end]),
    inferred,
    parts: partsOf(mapped, pieces),
    ...fromSource(detail),
    ...(statement.blobDamaged ? { encodedMessageDamaged: true } : {}),
    ...(pieces.authorizationId ? { authorizationId: pieces.authorizationId.value } : {}),
    ...(setting === null ? {} : { setting }),
    ...(situation === undefined ? {} : { situation }),
    ...(statement.named === undefined ? {} : { named: statement.named }),
    ...(call ? { call: callOf(mapped, call) } : {}),
    ...(near.change !== null && refused && statement.decision !== 'explicit' ? { changedBefore: near.change } : {}),
  }
}
