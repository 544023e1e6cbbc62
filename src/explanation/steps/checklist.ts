import { claimedLayer } from '../../denial/denial'
import type { LayerResult } from '../../evaluation/evaluation'
import type { ChecklistItem } from '../explanation'
import { explainKeys } from './explain-keys'
import { ACCOUNTS_CHECK, CLAIM_CHECK, KEYS_CHECK, LAYER_CHECKS, REQUEST_CHECKS } from '../messages/checklist'
import { areAccountsMasked } from '../words/masked-accounts'
import { refusingSetting } from '../words/block-public-access'
import { awsDenied, type JudgedCase } from '../judged-case'
import { READING_ORDER } from '../../iam/layers'

const stateOf = ({ status, blocking, needed }: LayerResult): ChecklistItem['state'] => {
  if (status === 'notApplicable') return 'notApplicable'
  if (status === 'notGiven' || status === 'depends') return 'open'
  const isBlocking = blocking || status === 'explicitDeny' || (status === 'implicitDeny' && needed)
  return isBlocking ? 'blocks' : 'done'
}

const requestItems = ({ accessCase }: JudgedCase): readonly ChecklistItem[] =>
  (['principal', 'action', 'resource'] as const).map((code) => {
    const value = accessCase.request[code]
    return { code, state: value === '' ? 'open' : 'done', sentence: REQUEST_CHECKS[code]({ value }), layer: null }
  })

const claimItems = (judged: JudgedCase): readonly ChecklistItem[] => {
  if (!awsDenied(judged)) return []
  const layer = claimedLayer(judged.denial)
  const sentence = layer === null ? CLAIM_CHECK.unnamed() : CLAIM_CHECK.named({ layer })
  return [{ code: 'claim', state: layer === null ? 'open' : 'done', sentence, layer }]
}

const layerItems = ({ evaluation }: JudgedCase): readonly ChecklistItem[] =>
  READING_ORDER.flatMap((layer) =>
    evaluation.layers
      .filter((result) => result.layer === layer)
      .map((result) => {
        const state = stateOf(result)
        return { code: `layer-${layer}`, state, sentence: LAYER_CHECKS[state]({ layer }), layer }
      }),
  )

/** The condition keys that the given policies test; no question where no policy is given. */
const keyItems = (judged: JudgedCase): readonly ChecklistItem[] => {
  const questions = explainKeys(judged)
  const open = questions.filter(({ state }) => state === 'unknown').map(({ key }) => key)
  const isGiven = judged.evaluation.layers.some(({ statements }) => statements.length > 0)
  if (questions.length === 0 && !isGiven) return []
  const sentence =
    open.length > 0 ? KEYS_CHECK.open({ keys: open }) : questions.length > 0 ? KEYS_CHECK.known() : KEYS_CHECK.none()
  return [{ code: 'keys', state: open.length > 0 ? 'open' : 'done', sentence, layer: null }]
}

const accountsItem = (judged: JudgedCase): ChecklistItem => {
  const { evaluation, accessCase } = judged
  const isOpen = accessCase.request.principal === '' || accessCase.request.resource === ''
  const relation = isOpen || areAccountsMasked(judged) ? 'unknown' : evaluation.relation
  const state = relation === 'unknown' ? 'open' : 'done'
  return { code: 'accounts', state, sentence: ACCOUNTS_CHECK[relation](), layer: null }
}

/** The checklist of good troubleshooting, ticked by what the case shows; empty where no policy decides. */
export const explainChecklist = (judged: JudgedCase): readonly ChecklistItem[] =>
  refusingSetting(judged) === null
    ? [...requestItems(judged), ...claimItems(judged), accountsItem(judged), ...layerItems(judged), ...keyItems(judged)]
    : []
