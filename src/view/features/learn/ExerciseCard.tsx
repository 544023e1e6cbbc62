import { useMemo, useState } from 'react'
import type { Draft } from '../../../draft/draft'
import type { ExpectedAnswer } from '../../../permalink/deck'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { useIntake } from '../../state/intake'
import { answerOptions, answerText, isSameAnswer } from './answer-options'
import { ErrorText, PolicyTexts } from './CaseSheet'
import { ChoiceForm } from './ChoiceForm'
import { LessonGates } from './LessonGates'
import { verdictOf } from './verdict-of'

interface ExerciseCardProps {
  readonly draft: Draft
  readonly prompt: string
  readonly expected: ExpectedAnswer
  /** Puts the policies beside the question, where there is room. */
  readonly wide?: boolean
}

/** A case whose verdict is hidden until an answer was given. */
export function ExerciseCard({ draft, prompt, expected, wide = false }: ExerciseCardProps) {
  const { openDraft } = useIntake()
  const [answer, setAnswer] = useState<ExpectedAnswer | null>(null)
  const { answer: found, gates } = useMemo(() => verdictOf(draft), [draft])
  const options = answerOptions(gates, expected)
  const isStill = isSameAnswer(expected, found)
  return (
    <div className={wide ? 'grid items-start gap-x-10 gap-y-5 desk:grid-cols-2' : 'space-y-5'}>
      <div className="min-w-0 space-y-5">
        {prompt !== '' && <p className="text-lg whitespace-pre-wrap">{prompt}</p>}
        <ErrorText text={draft.paste} />
        {!wide && <PolicyTexts draft={draft} />}
        <ChoiceForm
          question="What decides?"
          options={options.map(answerText)}
          onAnswer={(chosen) => setAnswer(options[chosen] ?? null)}
        />
        <div role="status">
          {answer !== null && (
            <Notice tone={isSameAnswer(answer, expected) ? 'allow' : 'depends'}>
              {isSameAnswer(answer, expected) ? 'That is right. ' : 'Not quite. '}
              {answerText(expected)}.
              {!isStill && ` Judged anew, this case comes to another result: ${answerText(found)}.`}
            </Notice>
          )}
        </div>
        {answer !== null && (
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
