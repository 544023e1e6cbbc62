import type { Outcome } from '../match/evaluate-statement'
import { and, NO, or, UNKNOWN, YES, type Kleene } from '../kleene'
import { NO_GRANTS, type Grants } from '../match/name-caller'
import type { Question } from '../question'
import type { ReasonCode } from '../reason-codes'
import { LAYERS, type Layer } from '../../iam/layers'

/** What a layer says: does it deny, does it allow, and through which names of the caller. */
export interface LayerVerdict {
  readonly deny: Kleene
  readonly allow: Kleene
  readonly grants: Grants
}

/** What is read of a layer for its verdict. */
export interface LayerOutcomes {
  readonly layer: Layer
  readonly state: 'given' | 'none' | 'unknown' | 'notApplicable'
  /** Why it is not applicable, or what is special about it. */
  readonly reason: ReasonCode | null
  /** What grants besides the layer's policies: grants on a KMS key. */
  readonly grants: readonly Outcome[]
  /** Set where the layer may not reach the caller at all. */
  readonly maybeExempt: Question | null
  readonly levels: readonly LevelOutcomes[]
}

/** The same of one level. */
export interface LevelOutcomes {
  readonly unreadable: boolean
  readonly outcomes: readonly Outcome[]
}

/** How unknown things are read: what a layer that nobody gave does, what is asked besides statements. */
export interface Reading {
  readonly layer: (layer: Layer) => LayerVerdict
  readonly answer: (question: Question) => Kleene
  /**
   * What a policy that cannot be read does: null where all is declared known. AWS would not have taken such a policy,
   * so its layer then fails closed; else it may do anything.
   */
  readonly unreadable: ((layer: Layer) => LayerVerdict) | null
}

const SILENT: LayerVerdict = { deny: NO, allow: YES, grants: NO_GRANTS }
const EMPTY: LayerVerdict = { deny: NO, allow: NO, grants: NO_GRANTS }

/** What a layer says under a reading of what is unknown, with what grants stand beside its policies. */
export function layerVerdict(judged: LayerOutcomes, reading: Reading): LayerVerdict {
  const verdict = policiesVerdict(judged, reading)
  if (judged.grants.length === 0) return verdict
  const { direct, role, account } = grantsOf(judged.grants)
  const { grants } = verdict
  return {
    ...verdict,
    grants: { direct: or(grants.direct, direct), role: or(grants.role, role), account: or(grants.account, account) },
  }
}

/** Through which names of the caller these grant. */
export function grantsOf(outcomes: readonly Outcome[]): Grants {
  if (outcomes.length === 0) return NO_GRANTS
  let { direct, role, account } = NO_GRANTS
  for (const { effect, matches, grants } of outcomes) {
    if (effect === 'Deny') continue
    direct = or(direct, and(grants.direct, matches))
    role = or(role, and(grants.role, matches))
    account = or(account, and(grants.account, matches))
  }
  return { direct, role, account }
}

function policiesVerdict(judged: LayerOutcomes, reading: Reading): LayerVerdict {
  const { layer, state, levels, maybeExempt } = judged
  if (state === 'notApplicable') return SILENT
  if (state === 'none') return layer === 'identity' || judged.reason === 'session-policy-required' ? EMPTY : SILENT
  const verdict = state === 'unknown' ? notGiven(layer, reading) : levelsVerdict(layer, levels, reading)
  if (maybeExempt === null) return verdict
  const exempt = reading.answer(maybeExempt)
  return {
    deny: exempt === YES ? NO : exempt === UNKNOWN ? and(verdict.deny, UNKNOWN) : verdict.deny,
    allow: or(verdict.allow, exempt),
    grants: verdict.grants,
  }
}

/** Of RCPs only the Deny statements matter: RCPFullAWSAccess is attached at every level and cannot be detached. */
function notGiven(layer: Layer, reading: Reading): LayerVerdict {
  const verdict = reading.layer(layer)
  return LAYERS[layer].impliesAllow ? { ...verdict, allow: YES } : verdict
}

function levelsVerdict(layer: Layer, levels: readonly LevelOutcomes[], reading: Reading): LayerVerdict {
  const [only] = levels
  if (levels.length === 1 && only !== undefined) return levelVerdict(layer, only, reading)
  let deny: Kleene = NO
  let allow: Kleene = YES
  let grants = NO_GRANTS
  for (const level of levels) {
    const verdict = levelVerdict(layer, level, reading)
    deny = or(deny, verdict.deny)
    allow = and(allow, verdict.allow)
    grants = verdict.grants
  }
  return { deny, allow, grants }
}

/** One level, or a layer without levels: one Allow in any of its policies is enough, and one Deny denies. */
export function levelVerdict(layer: Layer, level: LevelOutcomes, reading: Reading): LayerVerdict {
  let deny: Kleene = NO
  let allow: Kleene = LAYERS[layer].impliesAllow ? YES : NO
  for (const { effect, matches } of level.outcomes) {
    if (effect === 'Deny') deny = or(deny, matches)
    else allow = or(allow, matches)
  }
  const grants = grantsOf(level.outcomes)
  if (!level.unreadable) return { deny, allow, grants }
  if (reading.unreadable === null) return { deny, allow: NO, grants: NO_GRANTS }
  const unread = reading.unreadable(layer)
  return {
    deny: or(deny, unread.deny),
    allow: or(allow, unread.allow),
    grants: {
      direct: or(grants.direct, unread.grants.direct),
      role: or(grants.role, unread.grants.role),
      account: or(grants.account, unread.grants.account),
    },
  }
}
