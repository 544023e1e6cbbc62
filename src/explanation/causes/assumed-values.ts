import { isDenial } from '../../iam/how-denied'
import { howDenied } from '../../denial/denial'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import type { Evaluation } from '../../evaluation/evaluation'
import type { Answer } from '../answer'
import { knownAs } from './answer-parts'
import { ASSUMED } from '../messages/assumed'
import { namesSeveral } from '../words/claim-reading'
import { judgedWith, type JudgedCase } from '../judged-case'
import type { Phrase } from '../../text/phrase'

/** What the user assumes that masks and references stand for: each hole with its value. */
export const assumedValues = ({ filled = {} }: AccessCase): readonly (readonly [hole: string, value: string])[] =>
  Object.entries(filled)

/** What an evaluation says, without its reasons. */
export const decidedBy = ({ decision, layer, layers }: Evaluation): string =>
  JSON.stringify([decision, layer, ...layers.map((one) => [one.layer, one.status])])

/** What is assumed, where something else would be found without it; else null. */
export const assumedNote = (judged: JudgedCase): Phrase | null => {
  const { accessCase, evaluation } = judged
  const assumed = assumedValues(accessCase)
  if (assumed.length === 0) return null
  const { filled: _filled, ...open } = accessCase
  return decidedBy(evaluate(open, judgedWith(judged))) === decidedBy(evaluation) ? null : ASSUMED.note(assumed)
}

/** Does AWS's message say the same of the layer? */
export const isClaimed = ({ decision, layer }: Answer, { denial }: JudgedCase): boolean =>
  isDenial(decision) &&
  denial?.layer === layer &&
  // Of a layer that it names without saying how, no Deny is meant: it would have been named.
  (howDenied(denial) === decision ||
    (howDenied(denial) === null && decision === 'implicitDeny' && !namesSeveral(denial)))

/** An answer under what is assumed: what is proven only with that is no proof, though AWS may say so too. */
export const underAssumption = (answer: Answer, judged: JudgedCase, note: Phrase): Answer => {
  const notes = [note, ...answer.notes]
  if (answer.basis !== 'proven') return { ...answer, notes }
  if (isClaimed(answer, judged)) return { ...knownAs(answer, 'claimed'), notes }
  return { ...knownAs(answer, 'likely'), headline: ASSUMED.headline(answer.headline), notes }
}
