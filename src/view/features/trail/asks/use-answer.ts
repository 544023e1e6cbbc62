import { useEffect, useState } from 'react'
import type { OnAskProgress } from '../../../state/log/ask-log'

/** An answer that may still be on its way; what was answered before stays while the next comes. */
export interface AnswerState<Answer> {
  readonly answer: Answer | null
  readonly state: 'waiting' | 'here' | 'failed'
  /** From 0 to 1. */
  readonly progress: number
}

/** Asks whenever the question is another; null asks nothing. Of several the newest alone is shown. */
export function useAnswer<Question, Answer>(
  question: Question | null,
  ask: (question: Question, onProgress: OnAskProgress) => Promise<Answer>,
): AnswerState<Answer> {
  const [kept, setKept] = useState<{ readonly of: Question; readonly answer: Answer } | null>(null)
  const [failed, setFailed] = useState<Question | null>(null)
  const [progress, setProgress] = useState(0)
  useEffect(() => {
    if (question === null) return
    let isOver = false
    ask(question, (done, total) => {
      if (!isOver) setProgress(total === 0 ? 0 : done / total)
    }).then(
      (answer) => {
        if (!isOver) setKept({ of: question, answer })
      },
      () => {
        if (!isOver) setFailed(question)
      },
    )
    return () => {
      isOver = true
    }
  }, [question, ask])
  const state =
    kept !== null && kept.of === question ? 'here' : failed !== null && failed === question ? 'failed' : 'waiting'
  return { answer: kept?.answer ?? null, state, progress: state === 'waiting' ? progress : 1 }
}
