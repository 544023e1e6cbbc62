import type { ChecklistItem } from '../explanation'
import { code, codes, say, sentence, type Phrase } from '../../text/phrase'
import { LAYER_PHRASES } from './layers'
import type { Relation } from '../../evaluation/evaluation'
import type { Layer } from '../../iam/layers'

type State = ChecklistItem['state']

interface Asked {
  readonly value: string
}

const field =
  (question: string, missing: string) =>
  ({ value }: Asked): Phrase =>
    value === '' ? say`${missing}` : say`${question}: ${code(value)}.`

/** The questions about the request itself. */
export const REQUEST_CHECKS = {
  principal: field('Who asks', 'Find out who asks: the ARN of the user or role.'),
  action: field('What for', 'Find out what for: the action.'),
  resource: field('On what', 'Find out on what: the ARN of the resource.'),
} as const

/** The question which policy type AWS names. */
export const CLAIM_CHECK = {
  named: ({ layer }: { readonly layer: Layer }) => say`AWS’s message names ${LAYER_PHRASES[layer].one}.`,
  unnamed: () => say`AWS’s message names no policy type, so every one has to be looked at.`,
} as const

/** The question of each layer, by what is known of it. */
export const LAYER_CHECKS: Readonly<Record<State, (facts: { readonly layer: Layer }) => Phrase>> = {
  done: ({ layer }) =>
    say`${sentence([{ text: LAYER_PHRASES[layer].all }])} ${LAYER_PHRASES[layer].areOne ? 'is' : 'are'} known, and not in the way.`,
  blocks: ({ layer }) =>
    say`${sentence([{ text: LAYER_PHRASES[layer].all }])} ${LAYER_PHRASES[layer].areOne ? 'stops' : 'stop'} the request.`,
  open: ({ layer }) => say`Look at ${LAYER_PHRASES[layer].all}.`,
  notApplicable: ({ layer }) =>
    say`${sentence([{ text: LAYER_PHRASES[layer].all }])} ${LAYER_PHRASES[layer].areOne ? 'does' : 'do'} not apply to this request.`,
}

/** The question of condition keys. */
export const KEYS_CHECK = {
  none: () => say`No policy given here tests a condition key.`,
  known: () => say`What the request carries under the condition keys that matter is known.`,
  open: ({ keys }: { readonly keys: readonly string[] }) =>
    say`Find out what the request carries under ${codes(keys)}.`,
} as const

/** The question whether caller and resource belong to one account. */
export const ACCOUNTS_CHECK: Readonly<Record<Relation, () => Phrase>> = {
  sameAccount: () =>
    say`Caller and resource belong to one account, so an Allow on either side is enough, with the known exceptions of roles and KMS keys.`,
  crossAccount: () => say`Caller and resource belong to two accounts, and both have to allow.`,
  unknown: () =>
    say`Find out whether caller and resource belong to one account: across two accounts both have to allow.`,
}
