import { useEffect, useMemo, useState } from 'react'
import type { Reference } from '../../reference/reference'
import { workOutPolicy, type PolicyAnswer, type PolicyQuestion } from '../../diagnosis/policy-answer'
import { referencePart } from '../../reference/reference-part'
import { LONGEST_HERE } from '../state/heavy/heavy-messages'
import { startHeavyWorker } from '../state/heavy/start-worker'
import { createWorkerLine } from '../state/heavy/worker-line'

const line = createWorkerLine('policy', startHeavyWorker)

/**
 * What is worked out of a policy's text: of a long one in a worker, and in the page where that fails. Null while it is on
 * its way. The question is another object where, and only where, something else is asked.
 */
export function usePolicyWork(
  question: PolicyQuestion,
  reference: Reference,
  services: readonly string[],
): PolicyAnswer | null {
  const asked = useMemo(() => ({ question, reference, services }), [question, reference, services])
  const [far, setFar] = useState<{ readonly asked: typeof asked; readonly answer: PolicyAnswer } | null>(null)
  const isFar = question.text.length + question.beside.reduce((sum, { text }) => sum + text.length, 0) > LONGEST_HERE
  useEffect(() => {
    if (!isFar) return
    line.ask({ ...asked.question, reference: referencePart(asked.reference, asked.services) }).then(
      (answer) => answer && setFar({ asked, answer }),
      () => setFar({ asked, answer: workOutPolicy(asked.question, asked.reference) }),
    )
    return line.stop
  }, [asked, isFar])
  const near = useMemo(() => (isFar ? null : workOutPolicy(asked.question, asked.reference)), [asked, isFar])
  return isFar ? (far?.asked === asked ? far.answer : null) : near
}
