import type { ReasonCode } from '../../evaluation/reason-codes'
import type { LayerStatus } from '../../evaluation/evaluation'
import { code, join, say, sentence, type Phrase } from '../../text/phrase'
import { LAYER_PHRASES } from './layers'
import type { Layer } from '../../iam/layers'

interface GateFacts {
  readonly layer: Layer
  readonly action: string
  readonly who: Phrase
  readonly fact: Phrase
  readonly depends: Phrase
  readonly reason: ReasonCode
}

/** The titles of the diagram's lanes. */
export const LANE_TITLES = {
  caller: 'The caller’s account',
  resource: 'The resource’s account',
  both: 'One account',
  either: 'If caller and resource are in one account',
  masked: 'One account, if both masks hide the same',
} as const

/** What a layer lacks: "No identity-based policy allows s3:PutObject: …". */
export const missingPhrase = ({
  layer,
  action,
  who,
  fact,
}: Pick<GateFacts, 'layer' | 'action' | 'who' | 'fact'>): Phrase => {
  const { no } = LAYER_PHRASES[layer]
  const isLevel = who[0]?.text.startsWith(' on') ?? false
  const start = say`${sentence([{ text: no }])}${isLevel ? who : []} allows ${code(action)}`
  if (fact.length === 0) return start
  return say`${start}: ${isLevel ? fact : join(who, who.length > 0 ? ' ' : '', fact)}`
}

/** What happened at a gate, in one sentence. */
export const GATE_SENTENCES: Readonly<
  Record<
    LayerStatus | 'ofAnotherService' | 'bypassed' | 'allowsAll' | 'noneBlocks' | 'noneGrants',
    (facts: GateFacts) => Phrase
  >
> = {
  explicitDeny: ({ layer, who, fact }) =>
    fact.length > 0
      ? say`${who} ${fact}.`
      : say`One statement of ${LAYER_PHRASES[layer].all} denies it. Which one depends on something unknown.`,
  implicitDeny: (facts) => say`${missingPhrase(facts)}.`,
  bypassed: (facts) =>
    say`${missingPhrase(facts)}. It doesn’t matter here, because the resource-based policy allows the caller directly.`,
  allows: ({ who, fact }) => say`${who} ${fact}.`,
  allowsAll: ({ layer, action }) =>
    LAYER_PHRASES[layer].areOne
      ? say`${sentence([{ text: LAYER_PHRASES[layer].all }])} allows ${code(action)}.`
      : say`Every level allows ${code(action)}.`,
  depends: ({ layer, depends }) =>
    say`What ${LAYER_PHRASES[layer].all} ${LAYER_PHRASES[layer].areOne ? 'does' : 'do'} depends on ${depends}.`,
  ofAnotherService: ({ layer, action }) =>
    say`The policy you pasted is for another service than ${code(action)}. You haven’t pasted ${LAYER_PHRASES[layer].all}.`,
  notGiven: ({ layer }) =>
    say`You haven’t pasted ${LAYER_PHRASES[layer].all}, so ${LAYER_PHRASES[layer].areOne ? 'its effect is' : 'their effect is'} unknown.`,
  none: () => say`None is attached, so nothing is limited here.`,
  noneGrants: () => say`None is attached, so nothing is granted here.`,
  noneBlocks: ({ action }) => say`None is attached, but ${code(action)} needs one that allows it.`,
  notApplicable: ({ layer }) =>
    say`${sentence([{ text: LAYER_PHRASES[layer].all }])} ${LAYER_PHRASES[layer].areOne ? 'doesn’t' : 'don’t'} apply to this request.`,
}
