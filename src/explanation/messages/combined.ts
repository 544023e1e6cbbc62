import type { Layer } from '../../iam/layers'
import { code, count, say, type Phrase } from '../../text/phrase'
import { LAYER_PHRASES } from './layers'

/** Words around the one change that answers several denials of a paste. */
export const COMBINED_TEXT = {
  title: 'All together',
  copy: 'Copy policy',
  copyStatement: 'Copy statement',
  copyStatements: 'Copy statements',
  look: 'Look at all denials together',
  each: 'Each denial by itself',
} as const

/** The button that copies one fix: a policy, or what is added to the one that is there. */
export const copyFix = (areStatements: boolean): string =>
  areStatements ? COMBINED_TEXT.copyStatement : COMBINED_TEXT.copy

/** Two are both; more have their number. */
const allOf = (number: number, things = ''): string => (number === 2 ? `both${things}` : `all ${number}${things}`)

/** The button that copies the one change of all denials. */
export const copyAll = ({ denials, areStatements }: { denials: number; areStatements: boolean }): string =>
  `${areStatements ? COMBINED_TEXT.copyStatements : COMBINED_TEXT.copy} for ${allOf(denials)}`

interface CombinedFacts {
  readonly layer: Layer
  /** Whom it is for, or the resource whose policy it is. */
  readonly of: string
  readonly denials: number
}

/** What a combined change is. */
export const combinedSentence = ({ layer, of, denials }: CombinedFacts): Phrase => {
  const { one, areOne } = LAYER_PHRASES[layer]
  const whose = of === '' ? [] : say` of ${code(of)}`
  return areOne
    ? say`What ${one}${whose} must allow, for ${allOf(denials, ' denials')}.`
    : say`Add one ${one.replace(/^an? /, '')} to ${of === '' ? 'the caller' : code(of)}, for ${allOf(denials, ' denials')}.`
}

/** The headline of denials that are answered one by one. */
export const apartHeadline = ({ denials, changes }: { denials: number; changes: number }): Phrase => {
  if (changes === 0) return say`These ${count(denials, 'denial')} have no fix in common.`
  return changes === 1
    ? say`${count(denials, 'denial')}: one fix answers several of them.`
    : say`${count(denials, 'denial')}: ${String(changes)} fixes each answer several of them.`
}

/** Below the headline that speaks of all of them. */
export const wholeFact = (layer: Layer): Phrase =>
  LAYER_PHRASES[layer].areOne ? say`One change to it covers them.` : say`One new policy covers them.`

/** What is known of it, and which denials it leaves. */
export const combinedProof = (isProven: boolean, explicitDenies: number): Phrase => {
  const proof = isProven
    ? say`Each of these requests then passes this layer. Other layers could still deny.`
    : say`This fixes the reason AWS gave. Other layers could still deny.`
  if (explicitDenies === 0) return proof
  return say`${proof} ${count(explicitDenies, 'more denial')} ${explicitDenies === 1 ? 'comes' : 'come'} from a Deny, which no Allow overrides.`
}
