import { useMemo, useState } from 'react'
import { denialsOf } from '../../../draft/known-denials'
import { answerOptions, answerText, isSameAnswer } from '../../../permalink/answers'
import { encodeExercise, writeAnswers, type Exercise, type ExpectedAnswer } from '../../../permalink/deck'
import { linkWithTries } from '../../../permalink/link-parts'
import { Button } from '../../ui/Button'
import { CopyLinkButton } from '../../ui/CopyLinkButton'
import { Notice } from '../../ui/Notice'
import { useIntake } from '../../state/intake'
import { ErrorText, PolicyTexts, RequestTable, withoutReason } from './CaseSheet'
import { ChoiceForm } from './ChoiceForm'
import { LessonGates } from './LessonGates'
import { verdictOf } from './verdict-of'
import { whyWrong } from './why-wrong'

interface ExerciseCardProps {
  readonly exercise: Exercise
  /** Puts the policies beside the question, where there is room. */
  readonly wide?: boolean
}

/** The answers to choose from: those that the author chose, else those of the layers that are given. */
const optionsOf = (
  { expected, options }: Exercise,
  judged: ReturnType<typeof verdictOf>,
): readonly ExpectedAnswer[] => {
  const chosen = options ?? answerOptions(judged.gates, expected)
  return chosen.some((option) => isSameAnswer(option, expected)) ? chosen : [...chosen, expected]
}

/** The link to hand in, which carries the exercise and the tries. */
function linkOfTries(exercise: Exercise, tries: readonly ExpectedAnswer[]): string {
  const encoded = encodeExercise(exercise)
  const { origin, pathname } = window.location
  return 'problem' in encoded ? '' : origin + pathname + linkWithTries(encoded.fragment, writeAnswers(tries))
}

/** A case whose verdict is hidden until the right answer was given, or asked for. */
export function ExerciseCard({ exercise, wide = false }: ExerciseCardProps) {
  const { draft, prompt, expected } = exercise
  const { openDraft } = useIntake()
  const [tries, setTries] = useState<readonly ExpectedAnswer[]>([])
  const [isGivenUp, giveUp] = useState(false)
  const judged = useMemo(() => verdictOf(draft), [draft])
  const options = optionsOf(exercise, judged)
  const last = tries.at(-1)
  const isRight = last !== undefined && isSameAnswer(last, expected)
  const isOver = isRight || isGivenUp
  const masked = useMemo(() => withoutReason(draft.paste, denialsOf(draft.paste)), [draft.paste])
  return (
    <div className={wide ? 'grid items-start gap-x-10 gap-y-5 desk:grid-cols-2' : 'space-y-5'}>
      <div className="min-w-0 space-y-5">
        {prompt !== '' && <p className="text-lg whitespace-pre-wrap">{prompt}</p>}
        {draft.paste !== '' && <ErrorText text={isOver ? draft.paste : masked} />}
        <RequestTable built={judged.built} />
        {!wide && <PolicyTexts draft={draft} />}
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
                ` Judged anew, this case comes to another result: ${answerText(judged.answer)}.`}
            </Notice>
          )}
        </div>
        {tries.length > 0 && (
          <div className="flex flex-wrap items-center gap-2 print:hidden">
            {!isOver && <Button onClick={() => giveUp(true)}>Show what decides</Button>}
            <CopyLinkButton label="Copy link to hand in" make={() => linkOfTries(exercise, tries)} />
            <span className="text-sm text-muted">
              {tries.length === 1 ? 'It tells your one try.' : `It tells your ${tries.length} tries.`}
            </span>
          </div>
        )}
        {isOver && (
          <>
            <LessonGates draft={draft} />
            <Button onClick={() => openDraft(draft)}>Open this case in the workbench</Button>
          </>
        )}
      </div>
      {wide && (
        <div className="min-w-0">
          <PolicyTexts draft={draft} />
        </div>
      )}
    </div>
  )
}
