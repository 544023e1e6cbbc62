import { lazily } from '../../text/lazily'
import type { LayerResult, LayerStatus, LevelResult } from '../evaluation'
import type { JudgedLayer, JudgedLevel } from '../decide/judge-layer'
import { levelVerdict, type LayerVerdict, type Reading } from '../decide/layer-verdict'
import { NO, or, UNKNOWN, YES } from '../kleene'
import type { Grants } from '../match/name-caller'
import type { ReasonCode } from '../reason-codes'
import { LAYERS, hasLevels } from '../../iam/layers'

/** What the whole case says of a layer. */
export interface LayerContext {
  /** The action needs no permission. */
  readonly free: boolean
  readonly blocking: boolean
  readonly needed: boolean
  /** A service refuses here besides all policies. */
  readonly refused: ReasonCode | null
  readonly requiresPolicy: boolean
  /** What KMS grants add. */
  readonly granted: Grants | null
}

type Status = readonly [status: LayerStatus, reason: ReasonCode]

/** A layer as the evaluation shows it. */
export function describeLayer(
  judged: JudgedLayer,
  verdict: LayerVerdict,
  reading: Reading,
  context: LayerContext,
): LayerResult {
  const { layer, levels } = judged
  const [status, reason] = statusOf(judged, verdict, reading, context)
  const lane = LAYERS[layer].side
  const needed = context.needed && !context.free
  const { blocking } = context
  const { reached, all } = judged.statements
  const isLevelled = levels.length > 0 && hasLevels(layer)
  const described: LayerResult = {
    layer,
    status,
    blocking,
    reason,
    lane,
    needed,
    ...(isLevelled && { levels: levels.map((level) => describeLevel(judged, level, reading)) }),
    statements: reached,
  }
  if (all !== null) lazily(described, 'statements', all)
  return described
}

function statusOf(judged: JudgedLayer, verdict: LayerVerdict, reading: Reading, context: LayerContext): Status {
  const { state, reason, levels, layer } = judged
  if (context.free) return ['notApplicable', 'no-permission-needed']
  if (state === 'notApplicable') return ['notApplicable', reason ?? 'layer-none']
  if (verdict.deny === YES) return ['explicitDeny', 'layer-denies']
  if (context.refused !== null) return ['implicitDeny', context.refused]
  if (state === 'unknown') return ['notGiven', reason ?? 'layer-not-given']
  const { granted } = context
  if (granted !== null && or(granted.direct, or(granted.role, granted.account)) === YES && verdict.deny === NO) {
    return ['allows', 'kms-grant']
  }
  if (state === 'none') {
    if (reason === 'session-policy-required') return ['implicitDeny', reason]
    return context.requiresPolicy && context.blocking
      ? ['implicitDeny', 'resource-policy-required']
      : ['none', 'layer-none']
  }
  if (levels.some(({ unreadable }) => unreadable)) {
    return [reading.unreadable === null ? 'implicitDeny' : 'depends', 'layer-unreadable']
  }
  if (judged.maybeExempt !== null && (verdict.deny === UNKNOWN || verdict.allow === UNKNOWN)) {
    // Of a service-linked role the key tells; of a masked account only its hole.
    return ['depends', judged.maybeExempt.keys.length > 0 ? 'maybe-service-linked-role' : 'maybe-exempt']
  }
  return plainStatus(verdict, LAYERS[layer].impliesAllow === true)
}

function plainStatus({ deny, allow }: LayerVerdict, impliesAllow: boolean): Status {
  if (deny === YES) return ['explicitDeny', 'layer-denies']
  if (deny === UNKNOWN || allow === UNKNOWN) return ['depends', 'layer-depends']
  if (allow === YES) return ['allows', impliesAllow ? 'rcp-implied-allow' : 'layer-allows']
  return ['implicitDeny', 'layer-no-allow']
}

function describeLevel({ layer }: JudgedLayer, level: JudgedLevel, reading: Reading): LevelResult {
  const { target } = level
  const verdict = levelVerdict(layer, level, reading)
  if (level.unreadable && verdict.deny !== YES) {
    return { target, status: reading.unreadable === null ? 'implicitDeny' : 'depends', reason: 'layer-unreadable' }
  }
  const [status, reason] = plainStatus(verdict, LAYERS[layer].impliesAllow === true)
  return { target, status, reason: level.empty && status === 'implicitDeny' ? 'level-empty' : reason }
}
