import type { Decision, Layer } from '../../../evaluation/evaluation'
import { POLICY_TYPES } from '../../../iam/policy-types'
import type { PolicyType } from '../../../iam/policy-types'

/** The decisions in words. */
export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  allowed: 'Allowed',
  explicitDeny: 'Explicit deny',
  implicitDeny: 'Implicit deny',
  depends: 'Depends',
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const layerWords = Object.fromEntries(
  Object.entries(POLICY_TYPES).map(([type, { plural }]) => [type, capital(plural)]),
) as Readonly<Record<PolicyType, string>>

/** The layers in words; nothing where no layer stands in the way. */
export const LAYER_WORDS: Readonly<Record<Layer | 'none', string>> = { ...layerWords, none: '' }

/** The layers that a filter offers. */
export const LAYERS = Object.keys(POLICY_TYPES) as readonly Layer[]
