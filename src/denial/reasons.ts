import type { ClaimedLayer, Denial } from './denial'
import { READING_ORDER, type Layer } from '../iam/layers'

/** How AWS's messages begin to name the policy type of a layer. */
const NAMES: Readonly<Record<Layer, readonly RegExp[]>> = {
  identity: [/^identity/i],
  resource: [/^(?:resource|network|service)-based/i],
  trust: [/^(?:role )?trust/i],
  boundary: [/^permissions? boundar/i],
  session: [/^session/i],
  scp: [/^service control/i, /^SCP/],
  rcp: [/^resource control/i, /^RCP/],
  endpoint: [/^VPC endpoint/i],
}

/** The layer that the words for a policy type name. */
export function layerOf(words: string): ClaimedLayer {
  const plain = words.replace(/\s/g, ' ').trim()
  return READING_ORDER.find((layer) => NAMES[layer].some((name) => name.test(plain))) ?? 'unknown'
}

/** What the end of a message says of why: how it was decided, and by which layer. Offsets into the text that was given. */
export interface DenialReason {
  readonly start: number
  readonly end: number
  readonly decision: Denial['decision']
  readonly layer: ClaimedLayer
  /** Where the reason names the action. */
  readonly action: readonly [number, number] | null
  /** Where a policy ARN may follow. */
  readonly explicit: boolean
}

interface ReasonRow {
  /** Sticky. The group `layer` holds the words for the policy type, `action` the action. */
  readonly pattern: RegExp
  readonly decision: Denial['decision']
  readonly layer?: ClaimedLayer
}

const TYPE =
  '(?<layer>(?:identity|resource|network|service)-\\s?based|sessions?|service\\scontrol|resource\\scontrol|VPC\\sendpoint|permissions?\\sboundar(?:y|ies)|(?:role\\s)?trust|SCP|RCP)'

/** A setting of S3 Block Public Access, as the sentence has it now, and as it had it before. */
const BY_SETTING =
  '\\sby\\sthe\\s(\\w+)\\s(?:setting\\sin\\sS3\\s[Bb]lock\\s[Pp]ublic\\s[Aa]ccess|[Bb]lock\\s[Pp]ublic\\s[Aa]ccess\\ssetting)'

const row = (pattern: string, decision: DenialReason['decision'], layer?: ClaimedLayer): ReasonRow =>
  layer === undefined
    ? { pattern: new RegExp(pattern, 'dy'), decision }
    : { pattern: new RegExp(pattern, 'dy'), decision, layer }

/** Why AWS says it refused: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const REASONS: readonly ReasonRow[] = [
  // Kms, one of three reasons.
  row(
    'because\\sthe\\sresource\\sdoes\\snot\\sexist\\sin\\sthis\\sRegion,\\sno\\sresource-\\s?based\\spolicies\\sallow\\saccess(?:,\\sor\\sa\\sresource-\\s?based\\spolicy\\sexplicitly\\sdenies\\saccess)?',
    'unknown',
    'resource',
  ),
  // Block public access.
  row(`because\\spublic\\s[\\w\\s()-]{1,60}?\\sare\\s(?:prevented|blocked)${BY_SETTING}`, 'unknown', 'unknown'),
  // No policy allows.
  row(
    `because\\sno\\s${TYPE}(?:\\spolic(?:y|ies))?(?:\\sallows?(?:\\sthe)?(?:\\s(?<action>[\\w-]+:[\\w*-]+)(?:\\saction)?)?)?`,
    'implicit',
  ),
  // Trust policy allows.
  row(
    'because\\sthe\\srole\\s(?<layer>trust)\\spolicy\\s(?:does\\snot\\s)?allows?(?:\\sthe\\s(?<action>[\\w-]+:[\\w*-]+)\\saction)?',
    'implicit',
  ),
  // Cut after no.
  row(
    'because\\sno\\s(?<layer>identity-b|identity-|identity|resource-b|session|service\\sc|resource\\sc|VPC|permissions)\\w*',
    'implicit',
  ),
  // Explicit deny.
  row(
    `(?:with|because\\sof|due\\sto)\\san\\sexplicit\\sdeny(?:\\sin\\s(?:an?|the)\\s${TYPE}(?:\\spolic(?:y|ies))?(?:\\stransitively\\sthrough\\san?\\s[A-Za-z-]+(?:\\s[a-z]+){0,2}\\spolicy)?)?`,
    'explicit',
  ),
]

/** The setting of S3 Block Public Access that the words of a refusal name; null where they name none. */
export const settingOf = (words: string): string | null => new RegExp(BY_SETTING).exec(words)?.[1] ?? null

/** What the words of a reason claim, where they stand without the sentence's own "because". */
export function claimOf(words: string | undefined): Pick<DenialReason, 'decision' | 'layer'> | null {
  const named = /(?:no|in(?:\san?)?)\s([\w -]+?)(?:\spolicy|\sallows|$)/.exec(words ?? '')?.[1]
  if (words === undefined || named === undefined) return null
  return { decision: words.includes('explicit') ? 'explicit' : 'implicit', layer: layerOf(named) }
}

/** The same reasons as a fragment of a message, where nothing precedes them. */
const FRAGMENTS: readonly ReasonRow[] = [
  {
    // Explicit deny, fragment.
    pattern: new RegExp(`explicit\\sdeny\\sin\\s(?:an?|the)\\s${TYPE}(?:\\spolicy)?(?=:)`, 'dg'),
    decision: 'explicit',
  },
  {
    // No policy allows, fragment.
    pattern: new RegExp(`(?<=:\\s)no\\s${TYPE}\\spolicy\\sallows\\sthe\\s(?<action>[\\w-]+:[\\w*-]+)\\saction`, 'dg'),
    decision: 'implicit',
  },
]

function reasonOf(match: RegExpExecArray, from: ReasonRow): DenialReason {
  const words = match.groups?.layer
  return {
    start: match.index,
    end: match.index + match[0].length,
    decision: from.decision,
    layer: from.layer ?? (words === undefined ? 'unknown' : layerOf(words)),
    action: match.indices?.groups?.action ?? null,
    explicit: from.decision === 'explicit',
  }
}

/** The reason that stands at a place of the text. */
export function readReason(text: string, at: number): DenialReason | null {
  for (const reason of REASONS) {
    reason.pattern.lastIndex = at
    const match = reason.pattern.exec(text)
    if (match) return reasonOf(match, reason)
  }
  return null
}

const ANYWHERE = /\b(?:because\sno\s|because\spublic\s|with\san\sexplicit\sdeny\sin\s)/g

/** All reasons that stand anywhere in the text, also without the sentence they belong to. */
export function findReasons(text: string): DenialReason[] {
  const found: DenialReason[] = []
  for (const match of text.matchAll(ANYWHERE)) {
    const reason = readReason(text, match.index)
    if (reason) found.push(reason)
  }
  for (const fragment of FRAGMENTS) {
    for (const match of text.matchAll(fragment.pattern)) {
      if (!found.some((r) => r.start <= match.index && match.index < r.end)) found.push(reasonOf(match, fragment))
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
