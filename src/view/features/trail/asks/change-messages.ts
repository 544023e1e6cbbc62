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
  rcp: 'The resource control policies.',
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
