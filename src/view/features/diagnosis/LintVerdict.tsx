import type { ProblemFix, WordedProblem } from '../../../diagnosis/worded-problems'
import { FOUND_MESSAGES } from '../../../draft/messages/paste-messages'
import type { FoundNote } from '../../../policy/found-policy'
import { textOfCode } from '../../../text/message-text'
import { CodeInProse } from '../../shared/CodeInProse'
import { READ_AS } from '../../shared/read-as'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { Name, Shown } from '../../ui/Name'
import { JUDGED_TEXTS } from './judged-messages'
import { lastMend, mendText, shortTitle, type Mend } from './lint-mend'
import { LineLink } from './LineLink'
import { NoVerdictBand } from './NoVerdictBand'

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`)

/** A policy that is looked at by itself, without an error. */
export interface LintedPolicy {
  readonly name: string
  /** The text whose lines the problems name. */
  readonly text: string
  /** The worst first; null: the text is too long to be checked here. */
  readonly problems: readonly WordedProblem[] | null
  /** How it was read from what was pasted. */
  readonly notes: readonly FoundNote[]
}

interface LintVerdictProps<Policy extends LintedPolicy> {
  readonly policies: readonly Policy[]
  /** Puts another text in the place of a policy. */
  readonly onMend: (policy: Policy, text: string) => void
  /** Shows the line of a problem. */
  readonly onReveal: (policy: Policy, problem: WordedProblem) => void
}

/** What is said of policies alone: how many errors and warnings they have, the worst with its line, its repair, and the repaired text to copy. */
export function LintVerdict<Policy extends LintedPolicy>({ policies, onMend, onReveal }: LintVerdictProps<Policy>) {
  const mend = lastMend.use()
  const found = policies.flatMap((policy) => (policy.problems ?? []).map((problem) => ({ policy, problem })))
  const count = (...severities: readonly WordedProblem['severity'][]) =>
    found.filter(({ problem }) => severities.includes(problem.severity)).length
  const errors = count('error')
  const warnings = count('warning', 'securityWarning')
  const [first] = found
  const canMend = ({ problem }: (typeof found)[number]) => problem.fixes.length > 0
  // Of those that are as bad, the one that can be repaired here: fact and button are of one thing.
  const worst = found.find((one) => one.problem.severity === first?.problem.severity && canMend(one)) ?? first
  const notes = policies.flatMap((policy) => policy.notes).filter(({ code }) => READ_AS.has(code))
  const isRepaired = notes.some(({ code }) => code === 'repaired')
  // What lacks parts is shown with ellipses, which nobody can use.
  const isWhole = !notes.some(({ code }) => code === 'left-out')
  const mended = policies.find(({ text }) => text === mend?.after)
  // What was repaired is taken away before what is less bad: each finding has its repair beside it.
  const broken = worst && canMend(worst) ? worst : mended ? undefined : found.find(canMend)
  const only = policies.length === 1 ? policies[0] : undefined
  const which = only ? JUDGED_TEXTS.inThisPolicy : JUDGED_TEXTS.inThesePolicies
  const counts = (
    <>
      {errors > 0 && <span className="text-deny">{counted(errors, 'error')}</span>}
      {errors > 0 && warnings > 0 && ', '}
      {warnings > 0 && counted(warnings, 'warning')} {which}
    </>
  )
  const takeBack = (policy: Policy, { before }: Mend) => {
    lastMend.set(null)
    onMend(policy, before)
  }
  const written = isRepaired ? (isWhole ? only : undefined) : mended
  const actions = [
    broken?.problem.fixes[0] && (isWhole || !only) && (
      <RepairButton
        key="repair"
        line={broken === worst ? null : broken.problem.line}
        fix={broken.problem.fixes[0]}
        onRepair={(fix) => mendText(broken.policy.text, fix, (text) => onMend(broken.policy, text))}
      />
    ),
    written && (!broken || isRepaired) && (
      <CopyButton
        key="copy"
        look={broken ? 'secondary' : 'primary'}
        size="large"
        data-primary={broken ? undefined : true}
        text={written.text}
        label={isRepaired ? JUDGED_TEXTS.copyAsJson : JUDGED_TEXTS.copyPolicy}
      />
    ),
    mend && mended && (
      <Button key="undo" size="large" onClick={() => takeBack(mended, mend)}>
        {JUDGED_TEXTS.undoTheRepair}
      </Button>
    ),
  ].filter(Boolean)
  return (
    <NoVerdictBand
      title={
        errors + warnings > 0
          ? counts
          : isRepaired
            ? JUDGED_TEXTS.notYetAPolicy
            : `${JUDGED_TEXTS.noErrorFound} ${which}`
      }
      actions={actions.length > 0 ? actions : undefined}
    >
      {/* What to mend comes before how it was read. */}
      {notes.toReversed().map(({ code, data }) => (
        <p key={code}>{textOfCode(FOUND_MESSAGES[code], data)}</p>
      ))}
      {worst && errors + warnings > 0 && (
        <p>
          {!only && (
            <span className="font-medium text-ink">
              <Name text={worst.policy.name} />,{' '}
            </span>
          )}
          <LineLink line={worst.problem.line} onReveal={() => onReveal(worst.policy, worst.problem)} />
          <CodeInProse text={worst.problem.sentence} />
        </p>
      )}
      <p>{JUDGED_TEXTS.gotTheErrorToo}</p>
    </NoVerdictBand>
  )
}

interface RepairButtonProps {
  /** The line, where the sentence above it is of another. */
  readonly line: number | null
  readonly fix: ProblemFix
  readonly onRepair: (fix: ProblemFix) => void
}

function RepairButton({ line, fix, onRepair }: RepairButtonProps) {
  return (
    <Button
      look="primary"
      size="large"
      data-primary
      className="max-w-full desk:max-w-72"
      title={fix.title}
      onClick={() => onRepair(fix)}
    >
      <span className="truncate">
        {line !== null && `Line ${line}: `}
        <Shown text={shortTitle(fix.title)} />
      </span>
    </Button>
  )
}
