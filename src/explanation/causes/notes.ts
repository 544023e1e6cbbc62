import { assumedKeys } from '../words/assumed-keys'
import type { LayerResult } from '../../evaluation/evaluation'
import type { Decided } from '../explanation'
import { blockingFact } from '../words/layer-fact'
import { limitNotes } from '../words/limit-notes'
import type { ClaimReading } from '../words/claim-reading'
import { LAYER_PHRASES } from '../messages/layers'
import { NOTES } from '../messages/open'
import { awsDenied, isJudgeable, type Situation } from '../situation'
import { refusingSetting, settingNotes } from '../words/block-public-access'
import { unreadIn } from '../words/unread'
import { codes, layerWord, list, type Phrase } from '../../text/phrase'
import type { Layer } from '../../iam/layers'
import { notGivenLayers } from './answer-parts'
import { isPuzzle, puzzleTests } from './open-sentence'

const layerNames = (layers: readonly Layer[]): Phrase =>
  list(
    layers.map((layer) => layerWord(LAYER_PHRASES[layer].all, 'depends')),
    'and',
    8,
  )

const nothingAllows = (situation: Situation, layer: LayerResult, who: Phrase): Phrase => [
  { text: LAYER_PHRASES[layer.layer].no },
  ...who,
  { text: ` allows ${situation.accessCase.request.action}` },
]

const blockerNote = (situation: Situation, layer: LayerResult): Phrase => {
  const { who, fact } = blockingFact(situation, layer)
  const said: Phrase = fact.length > 0 ? [...who, ...(who.length > 0 ? [{ text: ' ' }] : []), ...fact] : []
  return NOTES['also-blocks']({
    layer: layer.layer,
    fact: said.length > 0 ? said : nothingAllows(situation, layer, who),
  })
}

const otherBlockers = (situation: Situation, but: Layer | 'none'): readonly Phrase[] =>
  situation.evaluation.layers
    .filter((layer) => layer.blocking && layer.layer !== but)
    .filter(({ status }) => status === 'explicitDeny' || status === 'implicitDeny')
    .map((layer) => blockerNote(situation, layer))

/** Does AWS’s message name the layer that lacks an Allow? https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
export const saysNoDeny = ({ denial }: Situation, { decision, layer }: Pick<Decided, 'decision' | 'layer'>): boolean =>
  decision === 'implicitDeny' &&
  denial?.decision === 'implicit' &&
  (denial.layer === layer || (layer === 'trust' && denial.layer === 'resource'))

const notChecked = (situation: Situation, decided: Decided): readonly Phrase[] => {
  const layers = notGivenLayers(situation)
  if (layers.length === 0) return []
  const note = saysNoDeny(situation, decided) ? NOTES['not-checked-for-allow'] : NOTES['not-checked']
  return [
    note({ names: layerNames(layers), isOne: layers.length === 1 && layers.every((one) => LAYER_PHRASES[one].areOne) }),
  ]
}

/** AWS denied and the policies here allow: where the cause can be. */
const whereElse = (situation: Situation, claim: ClaimReading | null): readonly Phrase[] => {
  const layers = notGivenLayers(situation)
  const keys = assumedKeys(situation)
  return [
    ...(layers.length > 0 ? [NOTES['cause-layers']({ names: layerNames(layers) })] : []),
    ...(keys.length > 0 ? [NOTES['cause-keys']({ names: codes(keys) })] : []),
    ...limitNotes(situation, 'allowed', 'none'),
    ...(claim?.state === 'contradicts'
      ? []
      : [NOTES['cause-version'](), NOTES['cause-request'](), NOTES['cause-service']()]),
  ]
}

const unreadNotes = (situation: Situation): readonly Phrase[] =>
  situation.evaluation.layers.flatMap((layer) => {
    const unread = unreadIn(situation, layer)
    return unread ? [NOTES['not-readable'](unread)] : []
  })

const openNotes = (situation: Situation, claim: ClaimReading | null): readonly Phrase[] => [
  ...(isPuzzle(situation, claim) ? [NOTES['aws-denied-so-not-all']({ isOne: puzzleTests(situation) === 1 })] : []),
  ...unreadNotes(situation),
  ...limitNotes(situation, 'depends', situation.evaluation.layer),
]

/** What else is worth saying of what is decided, or of why nothing is. */
export const notesOf = (
  situation: Situation,
  { decision, layer }: Decided,
  claim: ClaimReading | null,
): readonly Phrase[] => {
  const setting = refusingSetting(situation)
  if (setting !== null) return settingNotes(setting)
  if (!isJudgeable(situation) || decision === 'none') return []
  if (decision === 'depends') return openNotes(situation, claim)
  if (decision === 'allowed')
    return awsDenied(situation) ? whereElse(situation, claim) : limitNotes(situation, 'allowed', 'none')
  return [
    ...otherBlockers(situation, layer),
    ...notChecked(situation, { decision, layer }),
    ...limitNotes(situation, decision, layer),
  ]
}
