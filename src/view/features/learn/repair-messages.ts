import type { RepairResult } from '../../../lessons/check-repair'
import type { Tone } from '../../ui/tone'
import { inSentence } from './in-sentence'
import { layerTitle } from '../../../iam/layer-titles'

/** What to say of a repair. */
export function repairMessage(result: RepairResult): { readonly tone: Tone; readonly text: string } {
  switch (result.outcome) {
    case 'works':
      return { tone: 'allow', text: 'It works: the request passes every layer, and nothing else was opened.' }
    case 'tooOpen':
      return {
        tone: 'depends',
        text: `The request passes, but this repair also allows ${inSentence(result.opens)}. Can it be narrower?`,
      }
    case 'tooNarrow':
      return {
        tone: 'depends',
        text: `The request passes, but not all that the task asks for: ${inSentence(result.lacks)} would be denied.`,
      }
    case 'depends':
      return {
        tone: 'depends',
        text: `Whether the request passes now depends on ${inSentence(result.keys) || 'what this case does not say'}, of which nothing is known here. Decide by what the case tells.`,
      }
    case 'unreadable':
      return {
        tone: 'deny',
        text: `This is not complete JSON yet: ${inSentence(result.names)}. Look for a missing comma, quote or bracket.`,
      }
    case 'otherQuestion':
      return { tone: 'depends', text: 'The request itself was changed. Repair what decides on it instead.' }
    case 'stillDenied':
      return {
        tone: 'deny',
        text: `Still denied. Shut: ${inSentence(result.blocking.map((layer) => layerTitle(layer)))}.`,
      }
  }
}
