import type { Draft } from '../draft/draft'
import type { Phrase } from '../text/phrase'
import type { Steps } from '../text/steps'
import type { ShellCommand } from '../text/shell-quote'
import { diagnose } from './diagnose'
import type { DiagnosisHelp } from './diagnose-with'
import { remediesOf } from './remedies-of'

/** A sentence as it is read. A name that was shortened stands for any other; numbers count what there is. */
const said = (phrase: Phrase): string =>
  phrase
    .map(({ text, whole }) => whole ?? text)
    .join('')
    .split(' ')
    .map((word) => (word.includes('…') ? '…' : word))
    .join(' ')
    .replaceAll(/(?<![\w-])\d{1,4}(?![\w-])/g, '#')

const typed = (commands: readonly ShellCommand[]): readonly string[] => commands.map(({ bash }) => bash)

/** The whole answer to a draft, sentence by sentence, as a text: equal but for their names where two drafts are answered alike. */
export function* answerShape(draft: Draft, help: DiagnosisHelp = {}): Steps<string> {
  yield
  const diagnosis = diagnose(draft, help)
  const { explanation, failed } = diagnosis
  if (explanation === null) return JSON.stringify(failed?.step ?? 'nothing')
  yield
  const { answer, claim, findings } = explanation
  const remedy = remediesOf(diagnosis)
  return JSON.stringify([
    [answer.basis, answer.decision, answer.layer, answer.notGiven, answer.fact === null],
    [said(answer.headline), said(answer.said), answer.notes.map(said), answer.fact && said(answer.fact.sentence)],
    answer.causes.map(({ code, ground, basis, layer, decision, isRefuted, about, check, ...words }) => [
      [code, ground, basis, layer, decision, isRefuted],
      [about?.action ?? null, check && [said(check.sentence), typed(check.command ? [check.command] : [])]],
      [said(words.sentence), words.speaksFor.map(said), words.speaksAgainst.map(said), said(words.remedy)],
    ]),
    [claim.outcome, said(claim.claim), said(claim.finding)],
    findings.map(({ code, sentence }) => [code, said(sentence)]),
    remedy && [
      remedy.fixes.map(({ codes, layer, owner, reach, least, remaining, sentence }) => [
        codes,
        layer,
        owner,
        reach.actions.patterns.length,
        least,
        remaining,
        said(sentence),
      ]),
      remedy.instructions.map(({ commands, page, sentence }) => [typed(commands), page, said(sentence)]),
      [
        remedy.primary.kind,
        remedy.message === null,
        remedy.steps.map(({ code, sentence, commands }) => [code, said(sentence), typed(commands)]),
      ],
    ],
  ])
}
