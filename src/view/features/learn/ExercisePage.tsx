import { useMemo } from 'react'
import { answerText, isSameAnswer } from '../../../permalink/expected-answer'
import { decodeExercise, readAnswers, type ExpectedAnswer } from '../../../permalink/deck'
import { linkSentence } from '../../../permalink/link-messages'
import { linkAlone, repairsOf, triesOf } from '../../../permalink/link-parts'
import { Notice } from '../../ui/Notice'
import { ExerciseCard } from './ExerciseCard'
import { LearnFrame } from './LearnFrame'
import { outcomeInWords, readOutcomes } from './repair-tries'

/** An exercise that came as a link, with what a learner answered where it was handed in. */
export function ExercisePage({ fragment }: { readonly fragment: string }) {
  const opened = useMemo(() => decodeExercise(linkAlone(fragment)), [fragment])
  const tries = readAnswers(triesOf(fragment)) ?? []
  return (
    <LearnFrame title="Exercise">
      <p className="text-sm text-muted">Exercise</p>
      {'problem' in opened ? (
        <>
          <h1 className="mt-1 mb-4 text-2xl font-semibold tracking-tight">This exercise does not open</h1>
          <Notice tone="deny">{linkSentence(opened.problem)}</Notice>
        </>
      ) : (
        <>
          {/* The title of a case often tells what denies. */}
          <h1 className="mt-1 mb-4 text-2xl font-semibold tracking-tight">What decides here?</h1>
          {tries.length > 0 && (
            <HandedIn tries={tries} repairs={readOutcomes(repairsOf(fragment))} expected={opened.exercise.expected} />
          )}
          <ExerciseCard exercise={opened.exercise} />
        </>
      )}
    </LearnFrame>
  )
}

/** What a learner handed in: each answer in its order, and whether it was right. */
function HandedIn({
  tries,
  repairs,
  expected,
}: {
  readonly repairs: ReturnType<typeof readOutcomes>
  readonly tries: readonly ExpectedAnswer[]
  readonly expected: ExpectedAnswer
}) {
  const isRight = tries.some((answer) => isSameAnswer(answer, expected))
  return (
    <section aria-labelledby="handed-in" className="mb-6 rounded-lg border border-line bg-surface px-4 py-3">
      <h2 id="handed-in" className="font-semibold">
        Handed in: {isRight ? 'right' : 'not right'} after {tries.length === 1 ? 'one try' : `${tries.length} tries`}
      </h2>
      <ol className="mt-1 list-decimal pl-8 text-sm">
        {tries.map((answer, index) => (
          <li key={index}>
            {answerText(answer)}: {isSameAnswer(answer, expected) ? 'right' : 'not right'}
          </li>
        ))}
      </ol>
      {repairs.length > 0 && (
        <>
          <h3 className="mt-3 text-sm font-semibold">Repairs</h3>
          <ol className="mt-1 list-decimal pl-8 text-sm">
            {repairs.map((outcome, index) => (
              <li key={index}>{outcomeInWords(outcome)}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
