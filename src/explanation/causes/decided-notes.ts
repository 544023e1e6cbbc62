import { isDenial } from '../../iam/how-denied'
import { howDenied } from '../../denial/denial'
import { assumedKeys } from '../words/assumed-keys'
import type { LayerResult } from '../../evaluation/evaluation'
import type { Decided } from '../explanation'
import { blockingFact } from '../words/layer-fact'
import { limitNotes } from '../words/limit-notes'
import type { ClaimReading } from '../words/claim-reading'
import { LAYER_PHRASES } from '../messages/layers'
import { NOTES } from '../messages/open'
import { awsDenied, notGivenLayers, type JudgedCase } from '../judged-case'
import { codes, layerWord, list, type Phrase } from '../../text/phrase'
import type { Layer } from '../../iam/layers'

const layerNames = (layers: readonly Layer[]): Phrase =>
  list(
    layers.map((layer) => layerWord(LAYER_PHRASES[layer].all, 'depends')),
    'and',
    8,
  )

const nothingAllows = (judged: JudgedCase, layer: LayerResult, who: Phrase): Phrase => [
  { text: LAYER_PHRASES[layer.layer].no },
  ...who,
  { text: ` allows ${judged.accessCase.request.action}` },
]

const blockerNote = (judged: JudgedCase, layer: LayerResult): Phrase => {
  const { who, fact } = blockingFact(judged, layer)
  const said: Phrase = fact.length > 0 ? [...who, ...(who.length > 0 ? [{ text: ' ' }] : []), ...fact] : []
  return NOTES['also-blocks']({
    layer: layer.layer,
    fact: said.length > 0 ? said : nothingAllows(judged, layer, who),
  })
}

const otherBlockers = (judged: JudgedCase, but: Layer | 'none'): readonly Phrase[] =>
  judged.evaluation.layers
    .filter((layer) => layer.blocking && layer.layer !== but)
    .filter(({ status }) => isDenial(status))
    .map((layer) => blockerNote(judged, layer))

/** Does AWS’s message name the layer that lacks an Allow? https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
export const saysNoDeny = ({ denial }: JudgedCase, { decision, layer }: Pick<Decided, 'decision' | 'layer'>): boolean =>
  decision === 'implicitDeny' &&
  howDenied(denial) === 'implicitDeny' &&
  (denial?.layer === layer || (layer === 'trust' && denial?.layer === 'resource'))

const notChecked = (judged: JudgedCase, decided: Decided): readonly Phrase[] => {
  const layers = notGivenLayers(judged)
  if (layers.length === 0) return []
  const note = saysNoDeny(judged, decided) ? NOTES['not-checked-for-allow'] : NOTES['not-checked']
  return [
    note({ names: layerNames(layers), isOne: layers.length === 1 && layers.every((one) => LAYER_PHRASES[one].areOne) }),
  ]
}

/** AWS denied and the policies here allow: where the cause can be. */
const whereElse = (judged: JudgedCase, claim: ClaimReading | null): readonly Phrase[] => {
  const layers = notGivenLayers(judged)
  const keys = assumedKeys(judged)
  return [
    ...(layers.length > 0 ? [NOTES['cause-layers']({ names: layerNames(layers) })] : []),
    ...(keys.length > 0 ? [NOTES['cause-keys']({ names: codes(keys) })] : []),
    ...limitNotes(judged, 'allowed', 'none'),
    ...(claim?.state === 'contradicts'
      ? []
      : [NOTES['cause-version'](), NOTES['cause-request'](), NOTES['cause-service']()]),
  ]
}

/** What else is worth saying of what is decided. */
export const decidedNotes = (
  judged: JudgedCase,
  { decision, layer }: Decided,
  claim: ClaimReading | null,
): readonly Phrase[] => {
  if (decision === 'allowed')
    return awsDenied(judged) ? whereElse(judged, claim) : limitNotes(judged, 'allowed', 'none')
  if (!isDenial(decision)) return []
  return [
    ...otherBlockers(judged, layer),
    ...notChecked(judged, { decision, layer }),
    ...limitNotes(judged, decision, layer),
  ]
}
