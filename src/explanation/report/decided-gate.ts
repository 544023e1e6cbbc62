import type { LayerResult } from '../../evaluation/evaluation'
import type { Gate } from '../explanation'
import { say } from '../../text/phrase'
import type { JudgedCase } from '../judged-case'
import { GATE_SENTENCES } from '../messages/gates'
import { allowingFact, blockingFact } from '../words/layer-fact'

/** What the gate of a layer says whose policies allow or deny, and where that stands. */
export const decidedGate = (judged: JudgedCase, result: LayerResult): Pick<Gate, 'sentence' | 'evidence'> => {
  const action = judged.accessCase.request.action
  const facts = { layer: result.layer, action, who: say``, fact: say``, depends: say``, reason: result.reason }
  if (result.status !== 'allows') {
    const { who, fact, evidence } = blockingFact(judged, result)
    const isBypassed = !result.needed && result.status === 'implicitDeny'
    const code = isBypassed ? 'bypassed' : result.status === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny'
    return { sentence: GATE_SENTENCES[code]({ ...facts, who, fact }), evidence }
  }
  const allow = allowingFact(judged, result)
  const said = { ...facts, who: allow?.who ?? [], fact: allow?.fact ?? [] }
  const isAll = allow === null || result.levels !== undefined
  return { sentence: GATE_SENTENCES[isAll ? 'allowsAll' : 'allows'](said), evidence: allow?.evidence ?? null }
}
