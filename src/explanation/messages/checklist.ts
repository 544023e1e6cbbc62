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
  principal: field('Caller', 'Find out who called: the ARN of the user or role.'),
  action: field('Action', 'Find out which action was called.'),
  resource: field('Resource', 'Find out the resource’s ARN.'),
} as const

/** The question which policy type AWS names. */
export const CLAIM_CHECK = {
  named: ({ layer }: { readonly layer: Layer }) => say`AWS’s message names ${LAYER_PHRASES[layer].one}.`,
  unnamed: () => say`AWS’s message names no policy type, so check each one.`,
} as const

/** The question of each layer, by what is known of it. */
export const LAYER_CHECKS: Readonly<Record<State, (facts: { readonly layer: Layer }) => Phrase>> = {
  done: ({ layer }) =>
    say`${sentence([{ text: LAYER_PHRASES[layer].all }])} ${LAYER_PHRASES[layer].areOne ? 'doesn’t' : 'don’t'} block the request.`,
  blocks: ({ layer }) =>
    say`${sentence([{ text: LAYER_PHRASES[layer].all }])} ${LAYER_PHRASES[layer].areOne ? 'blocks' : 'block'} the request.`,
  open: ({ layer }) => say`Check ${LAYER_PHRASES[layer].all}.`,
  notApplicable: ({ layer }) =>
    say`${sentence([{ text: LAYER_PHRASES[layer].all }])} ${LAYER_PHRASES[layer].areOne ? 'doesn’t' : 'don’t'} apply to this request.`,
}

/** The question of condition keys. */
export const KEYS_CHECK = {
  none: () => say`No policy you pasted tests a condition key.`,
  known: () => say`The values of the condition keys that matter are known.`,
  open: ({ keys }: { readonly keys: readonly string[] }) => say`Find the request’s values for ${codes(keys)}.`,
} as const

/** The question whether caller and resource belong to one account. */
export const ACCOUNTS_CHECK: Readonly<Record<Relation, () => Phrase>> = {
  sameAccount: () =>
    say`The caller and the resource are in one account, so an Allow on either side is enough. Role trust and KMS keys are exceptions.`,
  crossAccount: () => say`The caller and the resource are in two accounts, and both must allow it.`,
  unknown: () =>
    say`Find out whether the caller and the resource are in one account. Across two accounts, both must allow it.`,
}
