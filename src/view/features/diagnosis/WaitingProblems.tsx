import { ANSWER_TEXTS } from './answer-messages'
import { useMemo } from 'react'
import { policyProblems, type WordedProblem } from '../../../diagnosis/worded-problems'
import { useWaitingPolicies } from '../../state/waiting-policies'
import { Name, Shown } from '../../ui/Name'
import { useShown } from '../../ui/use-shown'

/** So many problems are listed before the reader asks for more. */
const PROBLEMS_AT_FIRST = 8

/** Longer texts are checked when they have a layer, beside the page. */
const LONGEST_CHECKED = 100_000

/** What AWS would refuse in the policies that wait for a layer: what their text shows whatever the layer. */
export function WaitingProblems() {
  const waiting = useWaitingPolicies().filter(({ policy }) => policy.text !== '')
  return (
    <>
      {waiting.slice(0, 3).map(({ policy: { name, text, candidates } }, index) => (
        <section key={index} aria-label={`Errors of ${name}`} className="pt-2">
          <h3 className="eyebrow">
            <Name text={name} />
          </h3>
          {text.length <= LONGEST_CHECKED && <Problems text={text} type={candidates[0] ?? 'identity'} />}
        </section>
      ))}
    </>
  )
}

interface ProblemsProps {
  readonly text: string
  readonly type: Parameters<typeof policyProblems>[1]
}

function Problems({ text, type }: ProblemsProps) {
  const errors = useMemo(() => policyProblems(text, type).filter(({ severity }) => severity === 'error'), [text, type])
  const { rows, more } = useShown<WordedProblem>(errors, PROBLEMS_AT_FIRST)
  if (errors.length === 0) return <p className="mt-1.5 text-sm text-muted">{ANSWER_TEXTS.noErrorIsIn}</p>
  return (
    <>
      <ul aria-label="Problems" className="mt-1.5 flex flex-col gap-1 text-sm">
        {rows.map(({ line, sentence }, index) => (
          <li key={index}>
            <span className="text-deny">Line {line}:</span> <Shown text={sentence} />
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}
