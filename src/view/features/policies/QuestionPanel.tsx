import { hasBlank } from '../../../text/blank'
import { useMemo } from 'react'
import { explainNextSteps } from '../../../explanation/steps/next-steps'
import { isOfCall } from '../../../explanation/steps/of-call'
import type { Cause, DecidingQuestion } from '../../../explanation/answer'
import type { NextStep } from '../../../explanation/explanation'
import { CommandList, type ToldCommand } from '../../shared/CommandList'
import { Sentence } from '../../shared/Sentence'
import { useIntake } from '../../state/intake'
import { useDiagnosis } from '../../state/workbench'
import { say } from '../../../text/phrase'
import { sentencesOf } from '../../../text/sentences-of'
import { tabOfEvaluated } from '../../shared/policy-tabs'
import { LayerCommands } from './LayerCommands'
import { CALLER_OUTCOMES, POLICIES_TEXTS } from './messages'
import { PasteArea } from './PasteArea'

const FIRST = tabOfEvaluated('identity')

/** The commands of the steps and of the question, or of the check of the one cause. */
function commandsFor(
  steps: readonly NextStep[],
  question: DecidingQuestion | null,
  check: Cause['check'],
): readonly ToldCommand[] {
  const isChecked = Boolean(check?.command)
  const asked = isChecked ? steps.filter(({ code }) => code !== 'recent-denials') : steps
  const told = asked.flatMap(({ sentence, commands: lines }) => lines.map((line) => ({ comment: sentence, line })))
  if (check?.command) {
    const { sentence, command } = check
    const comment = sentence.length > 0 ? sentence : say`${POLICIES_TEXTS.changesNothing}`
    return [...told, { comment, line: command, isOutline: told.length > 0 && hasBlank(command.bash) }]
  }
  const line = question?.command ?? question?.outline ?? null
  if (!question || line === null) return told
  const look = { comment: question.look, line, isOutline: question.command === null }
  // What the headline asks for first comes first; a command that lacks a name waits for what the others tell.
  return look.isOutline ? [...told, look] : [look, ...told]
}

/** The look that tells the causes of a bare denial apart, with its commands, and the box for what they print. */
export function QuestionPanel() {
  const { judged, explanation } = useDiagnosis()
  const { takeText } = useIntake()
  const question = explanation?.answer.question ?? null
  /** The one cause, where there is nothing to tell it apart from. */
  const alone =
    question === null && explanation?.answer.causes.length === 1 ? (explanation.answer.causes[0] ?? null) : null
  const steps = useMemo(() => (judged === null ? [] : explainNextSteps(judged).filter(isOfCall)), [judged])
  const check = alone?.check ?? null
  const commands = useMemo(() => commandsFor(steps, question, check), [steps, question, check])
  const isCallerAlone = question === null && !check?.command && steps.length === 1 && steps[0]?.code === 'who-am-i'
  /** What the look can show: its first sentence stands below the headline. */
  const shown = question === null ? [] : sentencesOf(question.sentence).slice(1)
  const outcomes = isCallerAlone ? CALLER_OUTCOMES : shown.map((words, index) => <Sentence key={index} words={words} />)
  /** Is there something to run or to look at, so that there is output to paste? */
  const isLook = commands.length > 0 || question !== null
  const { layer = 'none' } = explanation?.answer ?? {}
  const title = isCallerAlone ? POLICIES_TEXTS.whoCalled : alone ? POLICIES_TEXTS.oneCause : POLICIES_TEXTS.oneQuestion
  return (
    <section aria-label={title} className="flex max-w-3xl flex-col gap-3">
      {commands.length > 0 ? (
        <CommandList title={title} commands={commands} />
      ) : (
        <h3 className="text-base font-semibold">{title}</h3>
      )}
      {!isLook && (
        <>
          <p className="text-sm text-muted">{POLICIES_TEXTS.pasteWhatTheyName}</p>
          <LayerCommands tab={layer === 'none' ? FIRST : tabOfEvaluated(layer)} isAlone />
        </>
      )}
      {outcomes.length > 0 && (
        <ul className="list-disc space-y-1 pl-5 text-sm marker:text-faint">
          {outcomes.map((outcome, index) => (
            <li key={index}>{outcome}</li>
          ))}
        </ul>
      )}
      <PasteArea
        label={isLook ? POLICIES_TEXTS.pasteWhatTheyPrint : POLICIES_TEXTS.pasteAPolicy}
        {...(isLook && { placeholder: POLICIES_TEXTS.pasteWhatTheyPrint, action: POLICIES_TEXTS.useThisOutput })}
        onText={takeText}
      />
    </section>
  )
}
