import type { ChangedLayer } from '../../../../trail/asks/changed-layers'
import type { ChangeKind } from '../../../../trail/change/compare-decisions'
import type { DecidingLine } from '../../../../trail/change/deciding-line'
import { layerTitle } from '../../../../iam/layer-titles'
import type { Tone } from '../../../ui/tone'

/** What a change means, with its sign; the gravest first. */
export const KIND_WORDS: Readonly<Record<ChangeKind, { readonly word: string; readonly tone: Tone }>> = {
  breaks: { word: 'Breaks', tone: 'deny' },
  mayBreak: { word: 'May break', tone: 'depends' },
  opens: { word: 'Opens', tone: 'allow' },
  mayOpen: { word: 'May open', tone: 'unknown' },
  otherDenial: { word: 'Denied by another policy', tone: 'unknown' },
  staysOpen: { word: 'Depends on something else', tone: 'unknown' },
}

/** How it ended in the trail. */
export const OUTCOME_WORDS = {
  allowed: 'was allowed',
  denied: 'was refused',
  failed: 'failed for another reason',
} as const

/** What is asked for of each layer. */
export const LAYER_HINTS: Readonly<Record<ChangedLayer, string>> = {
  scp: 'All SCPs of one level, or of several that all bear on these accounts.',
  rcp: 'The RCPs.',
  identity: 'All identity-based policies of the user or role, those of its groups too.',
  boundary: 'The permissions boundary of the user or role.',
  resource: 'The policy of one bucket, key, queue or other resource.',
}

const DECISION = {
  allowed: 'allowed',
  explicitDeny: 'explicit deny',
  implicitDeny: 'no allow',
  depends: 'depends',
} as const

/** So many layers are named. */
const FEW = 2

/** A decision with the line that it comes from, in words. */
export function lineWords({ decision, layer, statement, dependsOn }: DecidingLine): string {
  const where = layer === 'none' ? '' : layerTitle(layer)
  const which =
    statement === null ? '' : `${statement.policyName}, ${statement.sid ?? `statement ${statement.statement + 1}`}`
  const { keys, layers } = dependsOn
  const missing = layers.length > FEW ? ['policies that are not given'] : layers.map((one) => layerTitle(one))
  const on = [...keys, ...missing].join(', ')
  return [DECISION[decision], where, which, decision === 'depends' && on !== '' ? `on ${on}` : '']
    .filter((part) => part !== '')
    .join(' · ')
}

/** What a change does to calls that are not in the log. */
export const BEYOND_LOG_WORDS = {
  title: 'Calls that aren’t in this log',
  eachAlone: 'Each changed layer is compared by itself. Another layer may deny the same calls.',
  running: '{layer}: comparing before and after …',
  failed: '{layer}: this browser couldn’t start the comparison.',
  proven: 'Proven',
  open: 'Can’t tell',
  more: 'and {count} more',
  openCase: 'Open as a case',
  lost: {
    word: 'Breaks',
    tone: 'deny',
    nothing: '{layer}: nothing that was allowed before is denied now, in this log or not.',
    some: '{layer}: these calls were allowed before and are denied now, whether this log has them or not:',
    'cannot-say': '{layer}: no call was found that is denied now, but not everything could be compared.',
  },
  new: {
    word: 'Opens',
    tone: 'depends',
    nothing: '{layer}: nothing that was denied before is allowed now, in this log or not.',
    some: '{layer}: these calls were denied before and are allowed now, whether this log has them or not:',
    'cannot-say': '{layer}: no call was found that is allowed now, but not everything could be compared.',
  },
} as const
