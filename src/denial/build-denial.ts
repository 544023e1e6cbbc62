import { prefixOfServiceName } from '../iam/operations'
import type { Denial, DenialPart } from './denial'
import { infer } from './infer'
import type { Linked } from './link'
import { rawSpan, rawSpans, type MappedText } from './mapped-text'
import { pieceOf, type Piece, type PieceName } from './statement'

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
  return linked === null ? null : prefixOfServiceName(linked)
}

/** The denial that a statement and its wrappers make, with its places in the raw text. */
export function buildDenial(mapped: MappedText, { statement, fields }: Linked): Denial {
  const { text } = mapped
  const pieces: Partial<Record<PieceName, Piece>> = { ...statement.pieces }
  for (const name of ['operation', 'errorCode', 'requestId'] as const) {
    const range = fields[name]
    if (range) pieces[name] = pieceOf(text, range[0], range[1])
  }
  if (!pieces.action && !pieces.principal && fields.action) pieces.action = pieceOf(text, ...fields.action)
  const value = (name: PieceName) => pieces[name]?.value ?? null
  const [principal, action, resource] = [value('principal'), value('action'), value('resource')]
  const operation = value('operation')
  const linkedService = fields.service ? text.slice(...fields.service) : null
  const service = serviceOf(action, linkedService, statement.service)
  const states = ['principal', 'action', 'resource', 'layerPolicyArn', 'encodedMessage'] as const
  const parts: Partial<Record<DenialPart, Denial['span'][]>> = {}
  for (const [name, piece] of Object.entries(pieces) as [DenialPart, Piece][])
    parts[name] = rawSpans(mapped, piece.ranges)
  const refused = statement.topic === undefined
  return {
    kind: !refused ? 'not-authorization' : states.some((name) => pieces[name]) ? 'denial' : 'denial-no-detail',
    principal,
    action,
    resource,
    decision: statement.decision,
    layer: statement.layer,
    layerPolicyArn: value('layerPolicyArn'),
    account: accountOf(principal, resource),
    operation,
    service,
    encodedMessage: value('encodedMessage'),
    requestId: value('requestId'),
    errorCode: value('errorCode'),
    span: rawSpan(mapped, [statement.start, statement.end]),
    inferred: refused ? infer({ principal, action, resource, operation, service }) : {},
    parts,
    ...(statement.blobDamaged ? { encodedMessageDamaged: true } : {}),
    ...(pieces.authorizationId ? { authorizationId: pieces.authorizationId.value } : {}),
    ...(statement.topic === undefined ? {} : { topic: statement.topic }),
  }
}
