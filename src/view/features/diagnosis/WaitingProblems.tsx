import { ANSWER_TEXTS } from './answer-messages'
import type { ProblemFix, WordedProblem } from '../../../diagnosis/worded-problems'
import { CodeInProse } from '../../shared/CodeInProse'
import { SEVERITY_LOOKS } from '../../shared/severity-looks'
import { Button } from '../../ui/Button'
import { Name, Shown } from '../../ui/Name'
import { useShown } from '../../ui/use-shown'
import { useIntake } from '../../state/intake'
import { useWaitingProblems } from '../../state/waiting-problems'
import { revealLine } from '../../shared/reveal-line'
import { LineLink } from './LineLink'
import { mendText, shortTitle } from './lint-mend'

/** So many problems are listed before the reader asks for more. */
const PROBLEMS_AT_FIRST = 8

/** What is wrong with the policies that wait for a layer: what their text shows whatever the layer. */
export function WaitingProblems() {
  const { amend } = useIntake()
  return (
    <>
      {useWaitingProblems().map(({ asked, name, text, problems }, index) => (
        <ProblemsOf
          key={index}
          name={name}
          problems={problems}
          isJson={!asked.policy.notes.some(({ code }) => code === 'repaired')}
          onFix={(fix) => mendText(text, fix, (mended) => amend(asked, mended))}
          onReveal={({ line }) => revealLine(name, line)}
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
  readonly onFix: (fix: ProblemFix) => void
  readonly onReveal: (problem: WordedProblem) => void
}

/** What is wrong with one policy, under its name. */
export function ProblemsOf({ name, problems, ...rest }: ProblemsOfProps) {
  return (
    <section aria-label={`Errors of ${name}`} className="pt-2">
      <h3 className="text-sm text-muted">
        {ANSWER_TEXTS.foundIn}{' '}
        <span className="font-medium text-ink">
          <Name text={name} />
        </span>
      </h3>
      {problems && <Problems problems={problems} {...rest} />}
    </section>
  )
}

interface ProblemsProps extends Omit<ProblemsOfProps, 'name'> {
  readonly problems: readonly WordedProblem[]
}

function Problems({ problems, isJson, onFix, onReveal }: ProblemsProps) {
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
        {rows.map((problem, index) => {
          const { line, sentence, severity, fixes } = problem
          const { word, Sign, tone } = SEVERITY_LOOKS[severity]
          const [fix] = fixes
          return (
            <li key={index} className="flex gap-2">
              <Sign size={14} role="img" aria-label={word} className={`mt-0.5 shrink-0 ${tone}`} />
              <span className="min-w-0">
                <LineLink line={line} onReveal={() => onReveal(problem)} />
                <CodeInProse text={sentence} />
                {fix && (
                  <span className="mt-1.5 block">
                    <Button size="small" className="max-w-full" title={fix.title} onClick={() => onFix(fix)}>
                      <span className="truncate">
                        <Shown text={shortTitle(fix.title)} />
                      </span>
                    </Button>
                  </span>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {more}
    </>
  )
}
