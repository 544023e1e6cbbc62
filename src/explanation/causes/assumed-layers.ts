import { isDenial } from '../../iam/how-denied'
import { caseLayerOf } from '../../iam/layers'
import type { Answer } from '../answer'
import { knownAs } from './answer-parts'
import { callTitle } from './call-first'
import { ASSUMED } from '../messages/assumed'
import { headlineFacts } from '../words/headline'
import type { JudgedCase } from '../judged-case'

/**
 * An answer beside policies of which nobody has said where they belong: nobody has said either that they are of this caller,
 * so that it is no proof. Where the request is denied alike wherever they do, the layer is left open.
 */
export const underAssumedLayer = (answer: Answer, judged: JudgedCase): Answer => {
  const { assumed = [] } = judged
  const [first] = assumed
  if (first === undefined || answer.noPolicy !== undefined) return answer
  const isSame = assumed.every(({ isSameAnywhere }) => isSameAnywhere)
  const notes = [isSame ? ASSUMED.anyLayer(first.name) : ASSUMED.layer(first.name, first.layer), ...answer.notes]
  const { basis, decision, layer } = answer
  const isAbout = layer !== 'none' && assumed.some((one) => one.layer === caseLayerOf(layer))
  if (basis !== 'proven' || !isAbout) return { ...answer, notes }
  const [cause] = answer.causes
  // That the call itself is wrong is so wherever the policy belongs.
  if (cause !== undefined && callTitle(cause) !== null) return { ...answer, notes }
  if (isSame && isDenial(decision))
    return { ...knownAs(answer, 'likely'), headline: ASSUMED.pasted(decision, headlineFacts(judged, layer)), notes }
  return { ...knownAs(answer, 'likely'), headline: ASSUMED.headline(answer.headline), notes }
}
