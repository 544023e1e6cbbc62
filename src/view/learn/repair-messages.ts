import type { RepairResult } from '../../lessons/check-repair'
import type { Tone } from '../ui/tone'
import { inSentence, LAYER_NAMES } from './layer-names'

/** What to say of a repair. */
export function repairMessage(result: RepairResult): { readonly tone: Tone; readonly text: string } {
  switch (result.outcome) {
    case 'works':
      return { tone: 'allow', text: 'It works: the request passes every gate, and nothing else was opened.' }
    case 'tooOpen':
      return {
        tone: 'depends',
        text: `The request passes, but this repair also allows ${inSentence(result.opens)}. Can it be narrower?`,
      }
    case 'otherQuestion':
      return { tone: 'depends', text: 'The request itself was changed. Repair what decides on it instead.' }
    case 'stillDenied':
      return {
        tone: 'deny',
        text:
          result.blocking.length > 0
            ? `Still denied. Shut: ${inSentence(result.blocking.map((layer) => LAYER_NAMES[layer]))}.`
            : 'Not allowed yet. Is every policy complete JSON?',
      }
  }
}
