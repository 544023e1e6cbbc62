import { useMemo } from 'react'
import { decodeExercise } from '../../../permalink/deck'
import { linkSentence } from '../../../permalink/link-messages'
import { Notice } from '../../ui/Notice'
import { ExerciseCard } from './ExerciseCard'
import { LearnFrame } from './LearnFrame'

/** An exercise that came as a link. */
export function ExercisePage({ fragment }: { readonly fragment: string }) {
  const opened = useMemo(() => decodeExercise(fragment), [fragment])
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
          <h1 className="mt-1 mb-4 text-2xl font-semibold tracking-tight">
            {opened.exercise.draft.title === '' ? 'What decides here?' : opened.exercise.draft.title}
          </h1>
          <ExerciseCard {...opened.exercise} />
        </>
      )}
    </LearnFrame>
  )
}
