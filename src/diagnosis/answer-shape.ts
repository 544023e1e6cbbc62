import type { Draft } from '../draft/draft'
import { diagnose, type DiagnosisHelp } from './diagnose'
import { remediesOf } from './remedies-of'

/** The whole answer to a draft without its names, as a text: equal where two drafts are answered alike. */
export function answerShape(draft: Draft, help: DiagnosisHelp = {}): string {
  const diagnosis = diagnose(draft, help)
  const { explanation, failed } = diagnosis
  if (explanation === null) return JSON.stringify(failed?.step ?? 'nothing')
  const { answer, claim, findings } = explanation
  const remedy = remediesOf(diagnosis)
  return JSON.stringify([
    [answer.basis, answer.decision, answer.layer, answer.notGiven, answer.fact === null],
    answer.causes.map(({ code, ground, basis, layer, decision, isRefuted, about, check }) => [
      [code, ground, basis, layer, decision, isRefuted],
      [about?.action ?? null, check === null],
    ]),
    claim.outcome,
    findings.map(({ code }) => code),
    remedy && [
      remedy.fixes.map(({ codes, layer, owner, reach, least, remaining }) => [
        codes,
        layer,
        owner,
        reach.actions.patterns.length,
        least,
        remaining,
      ]),
      remedy.instructions.map(({ commands, page }) => [commands.length, page]),
      [remedy.primary.kind, remedy.message === null, remedy.steps.length],
    ],
  ])
}
