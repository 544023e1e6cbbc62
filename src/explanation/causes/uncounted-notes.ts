import { parsePrincipal } from '../../iam/principal'
import type { Answer } from '../answer'
import { knownAs } from './answer-parts'
import { isNotInEffect } from './call-first'
import { WRONG_CALLER } from '../messages/policy-of-another'
import { UNCOUNTED } from '../messages/uncounted'
import type { JudgedCase } from '../judged-case'
import { headlineFacts } from '../words/headline'

/**
 * An answer beside policies that are not counted as the caller's. Where AWS's words alone rule them out, that the others are
 * the caller's is not proven, and what is said of the layer is AWS's word.
 */
export const underUncounted = (answer: Answer, judged: JudgedCase): Answer => {
  const told = (judged.beside ?? []).filter(({ toldBy }) => toldBy !== undefined)
  if (told.length === 0 || answer.noPolicy !== undefined) return answer
  const facts = headlineFacts(judged, 'identity')
  const of = { action: facts.action, caller: facts.caller ?? 'the caller' }
  const isOpen = told.some(({ toldBy }) => toldBy === 'claim' || toldBy === 'denies') && answer.layer === 'identity'
  const isService = parsePrincipal(judged.accessCase.request.principal)?.kind === 'service'
  const isSaid = answer.causes.some(
    (one) => one.code === 'policy-of-another' || isNotInEffect(one) || Object.hasOwn(WRONG_CALLER, one.code),
  )
  const notes = [
    ...told
      // A role that a service works with is no other caller's.
      .filter(({ toldBy }) => toldBy !== 'name' || !(isSaid || isService))
      .map((one) => UNCOUNTED[one.toldBy ?? 'name']({ ...of, policy: one.name })),
    ...answer.notes,
  ]
  if (!isOpen || answer.basis !== 'proven') return { ...answer, notes }
  return { ...knownAs(answer, 'claimed'), said: UNCOUNTED.said(of), notes }
}
