import { ANSWER_TEXTS } from './answer-messages'
import type { WordedProblem } from '../../../diagnosis/worded-problems'
import { CodeInProse } from '../../shared/CodeInProse'
import { SEVERITY_LOOKS } from '../../shared/severity-looks'
import { Name } from '../../ui/Name'
import { useShown } from '../../ui/use-shown'
import { useWaitingProblems } from '../../state/waiting-problems'

/** So many problems are listed before the reader asks for more. */
const PROBLEMS_AT_FIRST = 8

/** What is wrong with the policies that wait for a layer: what their text shows whatever the layer. */
export function WaitingProblems() {
  return (
    <>
      {useWaitingProblems().map(({ asked, name, problems }, index) => (
        <ProblemsOf
          key={index}
          name={name}
          problems={problems}
          isJson={!asked.policy.notes.some(({ code }) => code === 'repaired')}
        />
      ))}
    </>
  )
}

interface ProblemsOfProps {
  readonly name: string
  /** Null: the text is too long to be checked here. */
  readonly problems: readonly WordedProblem[] | null
  /** Is it JSON as AWS takes it? */
  readonly isJson: boolean
}

/** What is wrong with one policy, under its name. */
export function ProblemsOf({ name, problems, isJson }: ProblemsOfProps) {
  return (
    <section aria-label={`Errors of ${name}`} className="pt-2">
      <h3 className="text-sm text-muted">
        {ANSWER_TEXTS.foundIn}{' '}
        <span className="font-medium text-ink">
          <Name text={name} />
        </span>
      </h3>
      {problems && <Problems problems={problems} isJson={isJson} />}
    </section>
  )
}

function Problems({ problems, isJson }: { readonly problems: readonly WordedProblem[]; readonly isJson: boolean }) {
  const { rows, more } = useShown<WordedProblem>(problems, PROBLEMS_AT_FIRST)
  if (problems.length === 0) {
    const text = isJson ? ANSWER_TEXTS.noErrorIsIn : ANSWER_TEXTS.noOtherErrorIsIn
    return <p className="mt-1.5 text-sm text-muted">{text}</p>
  }
  return (
    <>
      <ul
        aria-label="Problems"
        className="mt-1.5 flex flex-col divide-y divide-line rounded-lg border border-line bg-surface text-sm [overflow-wrap:anywhere] *:px-3 *:py-2.5"
      >
        {rows.map(({ line, sentence, severity }, index) => {
          const { word, Sign, tone } = SEVERITY_LOOKS[severity]
          return (
            <li key={index} className="flex gap-2">
              <Sign size={14} role="img" aria-label={word} className={`mt-0.5 shrink-0 ${tone}`} />
              <span className="min-w-0">
                <span className={`font-medium ${tone}`}>Line {line}:</span> <CodeInProse text={sentence} />
              </span>
            </li>
          )
        })}
      </ul>
      {more}
    </>
  )
}
