import { LEARN_TEXTS } from './messages'
import { messageText } from '../../../text/message-text'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { askedTask } from '../../../lessons/exercise-task'
import type { RepairResult } from '../../../lessons/check-repair'
import { answerOptions, answerText, isSameAnswer } from '../../../permalink/expected-answer'
import { encodeExercise, writeAnswers, type Exercise, type ExpectedAnswer } from '../../../permalink/deck'
import { linkWithTries } from '../../../permalink/link-parts'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { Notice } from '../../ui/Notice'
import { useIntake } from '../../state/intake'
import { ErrorText, PolicyTexts, RequestTable } from './CaseSheet'
import { ChoiceForm } from './ChoiceForm'
import { LessonGates } from './LessonGates'
import { errorAlone, maskedPolicies } from './masked'
import { MaskedError } from './MaskedError'
import { policiesOfDraft } from './policies-of-draft'
import { RepairPart } from './lazy-repair'
import { writeOutcomes } from './repair-tries'
import { verdictOf } from './verdict-of'
import { whyWrong } from './why-wrong'
import { pageAddress } from '../../ui/page-address'

interface ExerciseCardProps {
  readonly exercise: Exercise
  /** Puts the policies beside the question, where there is room. */
  readonly wide?: boolean
  /** What was answered when the card was shown before. */
  readonly kept?: KeptAnswer
  readonly onKeep?: (kept: KeptAnswer) => void
}

/** What was answered on a card, so that it stays answered. */
export interface KeptAnswer {
  readonly tries: readonly ExpectedAnswer[]
  readonly isGivenUp: boolean
  readonly repairs: Outcomes
  /** The policies of the last repair, as they were written. */
  readonly repairText: string
}

/** The answers to choose from: those that the author chose, else those of the layers that are given. */
const optionsOf = (
  { expected, options }: Exercise,
  judged: ReturnType<typeof verdictOf>,
): readonly ExpectedAnswer[] => {
  const chosen = options ?? answerOptions(judged.gates, expected)
  return chosen.some((option) => isSameAnswer(option, expected)) ? chosen : [...chosen, expected]
}

type Outcomes = readonly RepairResult['outcome'][]

/** The link to hand in, which carries the exercise, the tries, and what became of the repairs. */
function linkOfTries(exercise: Exercise, tries: readonly ExpectedAnswer[], repairs: Outcomes): string {
  const encoded = encodeExercise(exercise)
  return 'problem' in encoded
    ? ''
    : pageAddress(linkWithTries(encoded.fragment, writeAnswers(tries), writeOutcomes(repairs)))
}

/** A case whose verdict is hidden until the right answer was given, or asked for. */
export function ExerciseCard({ exercise, wide = false, kept, onKeep }: ExerciseCardProps) {
  const { draft, prompt, expected } = exercise
  const { openDraft } = useIntake()
  const [tries, setTries] = useState<readonly ExpectedAnswer[]>(kept?.tries ?? [])
  const [isGivenUp, giveUp] = useState(kept?.isGivenUp ?? false)
  const judged = useMemo(() => verdictOf(draft), [draft])
  const options = optionsOf(exercise, judged)
  const last = tries.at(-1)
  const isRight = last !== undefined && isSameAnswer(last, expected)
  const isOver = isRight || isGivenUp
  const masked = useMemo(() => maskedPolicies(draft), [draft])
  const asked = exercise.repair
  const task = useMemo(() => (asked ? askedTask(draft, asked) : null), [draft, asked])
  const [repairs, setRepairs] = useState<Outcomes>(kept?.repairs ?? [])
  const [repairText, setRepairText] = useState(kept?.repairText ?? '')
  const keep = useEffectEvent(() => onKeep?.({ tries, isGivenUp, repairs, repairText }))
  useEffect(() => keep(), [tries, isGivenUp, repairs, repairText])
  const toHandIn = useMemo(() => linkOfTries(exercise, tries, repairs), [exercise, tries, repairs])
  const policies = <PolicyTexts draft={isOver ? draft : masked} />
  return (
    <div className={wide ? 'grid items-start gap-x-10 gap-y-5 desk:grid-cols-2' : 'space-y-5'}>
      <div className="min-w-0 space-y-5">
        {prompt !== '' && <p className="text-lg whitespace-pre-wrap">{prompt}</p>}
        {isOver && draft.paste !== '' ? <ErrorText text={errorAlone(draft)} /> : <MaskedError draft={draft} />}
        <RequestTable built={judged.built} />
        {!wide && policies}
        <ChoiceForm
          question="What decides?"
          options={options.map(answerText)}
          onAnswer={(chosen) => setTries((before) => [...before, options[chosen]!])}
        />
        <div role="status">
          {(last !== undefined || isOver) && (
            <Notice tone={isRight ? 'allow' : 'depends'}>
              {isRight ? 'That is right. ' : last && !isGivenUp ? 'Not quite. ' : ''}
              {isOver ? `${answerText(expected)}.` : last && whyWrong(last, expected, judged.evaluation)}
              {isOver &&
                !isSameAnswer(expected, judged.answer) &&
                messageText(LEARN_TEXTS.judgedAnewThisCase, { answerText: answerText(judged.answer) })}
            </Notice>
          )}
        </div>
        {isOver && (
          <>
            <LessonGates draft={draft} />
            <Button onClick={() => openDraft(draft)}>Open this case in the workbench</Button>
          </>
        )}
        {isOver && asked && task && (
          <section aria-label="Repair" className="space-y-4">
            <h2 className="text-lg font-semibold">Repair</h2>
            {asked.task !== '' && <p className="whitespace-pre-wrap">{asked.task}</p>}
            {task.draft.layers !== draft.layers && <p className="text-sm text-muted">{LEARN_TEXTS.layersThatAreNot}</p>}
            <RepairPart
              task={task}
              waiting={<p className="text-sm text-muted">Loading the editor…</p>}
              onResult={({ outcome }, repaired) => {
                setRepairs((before) => [...before, outcome])
                setRepairText(
                  policiesOfDraft(repaired, task.repair.layers)
                    .map(({ policy }) => policy.text)
                    .join('\n'),
                )
              }}
            />
          </section>
        )}
        {tries.length > 0 && (
          <div className="flex flex-wrap items-center gap-2 print:hidden">
            {!isOver && <Button onClick={() => giveUp(true)}>Show what decides</Button>}
            <CopyButton label="Copy link to hand in" size="medium" text={toHandIn} />
            <span className="text-sm text-muted">
              {tries.length === 1 ? 'It includes your one try' : `It includes your ${tries.length} tries`}
              {repairs.length === 0 ? '.' : ' and the results of your repairs.'}
            </span>
          </div>
        )}
      </div>
      {wide && <div className="min-w-0">{policies}</div>}
    </div>
  )
}
