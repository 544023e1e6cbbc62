import { isDenial } from '../../iam/how-denied'
import { evaluate } from '../../evaluation/evaluate'
import type { Evaluation } from '../../evaluation/evaluation'
import type { Answer } from '../answer'
import { HEADLINES } from '../messages/answers'
import { pastedNote, refutedNote } from '../messages/assumed'
import { judgedWith, type JudgedCase } from '../judged-case'
import { headlineFacts } from '../words/headline'
import { knownAs } from './answer-parts'
import { isClaimed, decidedBy } from './assumed-values'

const MOST_NOTES = 3

/** What each statement makes of the request. */
const matchesOf = ({ layers }: Evaluation): string =>
  JSON.stringify(layers.map(({ statements }) => statements.map(({ matches }) => matches)))

/**
 * An answer that takes values which the text shows beside its policies for those of the request: what is proven only with
 * them is likely, though AWS may say so too.
 */
export function underPasted(told: Answer, judged: JudgedCase): Answer {
  const { pasted = [], refuted = [], accessCase, evaluation } = judged
  const answer =
    refuted.length === 0 || told.decision !== 'explicitDeny'
      ? told
      : { ...told, notes: [...told.notes, ...refuted.slice(0, MOST_NOTES).map(refutedNote)] }
  if (pasted.length === 0 || answer.noPolicy !== undefined) return answer
  const taken = new Set(pasted.map(({ key }) => key.toLowerCase()))
  const { request } = accessCase
  const isOpen = (key: string) => !taken.has(key.toLowerCase())
  const open = {
    ...accessCase,
    request: {
      ...request,
      context: Object.fromEntries(Object.entries(request.context ?? {}).filter(([key]) => isOpen(key))),
      absentContext: (request.absentContext ?? []).filter(isOpen),
    },
  }
  const without = evaluate(open, judgedWith(judged))
  const isSame = decidedBy(without) === decidedBy(evaluation) && answer.basis !== 'claimed'
  if (isSame && (answer.basis !== 'likely' || matchesOf(without) === matchesOf(evaluation))) return answer
  const notes = [...answer.notes, ...pasted.slice(0, MOST_NOTES).map(pastedNote)]
  const { basis, decision, layer } = answer
  if (basis !== 'proven') return { ...answer, notes }
  if (isClaimed(answer, judged)) return { ...knownAs(answer, 'claimed'), notes }
  if (!isDenial(decision) || layer === 'none') return { ...knownAs(answer, 'likely'), notes }
  return {
    ...knownAs(answer, 'likely'),
    headline: HEADLINES.likely({ how: decision, layer }, headlineFacts(judged, layer)),
    notes,
  }
}
