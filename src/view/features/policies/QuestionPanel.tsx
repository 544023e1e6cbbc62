import { useMemo } from 'react'
import { explainNextSteps } from '../../../explanation/steps/next-steps'
import type { NextStep } from '../../../explanation/explanation'
import { CommandList, type ToldCommand } from '../../shared/CommandList'
import { Sentence } from '../../shared/Sentence'
import { useIntake } from '../../state/intake'
import { useDiagnosis } from '../../state/workbench'
import { sentencesOf } from '../../../text/sentences-of'
import { POLICIES_TEXTS } from './messages'
import { PasteArea } from './PasteArea'

/** Steps that tell who called what: they come before any policy is fetched. */
const isOfCall = ({ code }: NextStep): boolean =>
  code === 'who-am-i' || code === 'recent-denials' || code === 'decode-message' || code === 'authorization-details'

/** The look that tells the causes of a bare denial apart, with its commands, and the box for what they print. */
export function QuestionPanel() {
  const { situation, explanation } = useDiagnosis()
  const { takeText } = useIntake()
  const question = explanation?.answer.question ?? null
  const commands = useMemo((): readonly ToldCommand[] => {
    if (situation === null) return []
    const steps = explainNextSteps(situation).filter(isOfCall)
    const told = steps.flatMap(({ sentence, commands: lines }) => lines.map((line) => ({ comment: sentence, line })))
    const line = question?.command ?? question?.outline ?? null
    if (question === null || line === null) return told
    return [...told, { comment: question.headline, line, isOutline: question.command === null }]
  }, [situation, question])
  /** What the look can show: its first sentence stands below the headline. */
  const outcomes = question === null ? [] : sentencesOf(question.sentence).slice(1)
  /** Is there something to run or to look at, so that there is output to paste? */
  const isLook = commands.length > 0 || question !== null
  return (
    <section aria-label={POLICIES_TEXTS.oneQuestion} className="flex max-w-3xl flex-col gap-3">
      {commands.length > 0 ? (
        <CommandList title={POLICIES_TEXTS.oneQuestion} commands={commands} />
      ) : (
        <h3 className="text-base font-semibold">{POLICIES_TEXTS.oneQuestion}</h3>
      )}
      {!isLook && <p className="text-sm text-muted">{POLICIES_TEXTS.pasteWhatTheyName}</p>}
      {outcomes.length > 0 && (
        <ul className="list-disc space-y-1 pl-5 text-sm marker:text-faint">
          {outcomes.map((sentence, index) => (
            <li key={index}>
              <Sentence words={sentence} />
            </li>
          ))}
        </ul>
      )}
      <PasteArea
        label={isLook ? POLICIES_TEXTS.pasteWhatTheyPrint : POLICIES_TEXTS.pasteAPolicy}
        {...(isLook && { placeholder: POLICIES_TEXTS.pasteWhatTheyPrint })}
        onText={takeText}
      />
    </section>
  )
}
