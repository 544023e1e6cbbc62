import type { ProblemFix, WordedProblem } from '../../../diagnosis/worded-problems'
import { FOUND_MESSAGES } from '../../../draft/messages/paste-messages'
import { readableDocument } from '../../../policy/complete-document'
import type { FoundNote } from '../../../policy/found-policy'
import { textOfCode } from '../../../text/message-text'
import { applyEdits } from '../../../text/text-edit'
import { CodeInProse } from '../../shared/CodeInProse'
import { READ_AS } from '../../shared/read-as'
import { sharedValue } from '../../state/shared-value'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { Name, Shown } from '../../ui/Name'
import { JUDGED_TEXTS } from './judged-messages'
import { NoVerdictBand } from './NoVerdictBand'

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`)

/** A policy that is looked at by itself, without an error. */
export interface LintedPolicy {
  readonly name: string
  /** The text whose lines the problems name. */
  readonly text: string
  /** The worst first; null: the text is too long to be checked here. */
  readonly problems: readonly WordedProblem[] | null
  readonly repair: ProblemFix | null
  /** How it was read from what was pasted. */
  readonly notes: readonly FoundNote[]
}

interface LintVerdictProps<Policy extends LintedPolicy> {
  readonly policies: readonly Policy[]
  /** Puts another text in the place of a policy. */
  readonly onMend: (policy: Policy, text: string) => void
}

/** A repair that was made, and can be taken to AWS or taken back. */
interface Mend {
  readonly before: string
  readonly after: string
}

/** The last repair: it outlives the moment in which the repaired text is read. */
const lastMend = sharedValue<Mend | null>(null)

/** What is said of policies alone: how many errors and warnings they have, the worst with its line, its repair, and the repaired text to copy. */
export function LintVerdict<Policy extends LintedPolicy>({ policies, onMend }: LintVerdictProps<Policy>) {
  const mend = lastMend.use()
  const found = policies.flatMap((policy) => (policy.problems ?? []).map((problem) => ({ policy, problem })))
  const count = (...severities: readonly WordedProblem['severity'][]) =>
    found.filter(({ problem }) => severities.includes(problem.severity)).length
  const errors = count('error')
  const warnings = count('warning', 'securityWarning')
  const [first] = found
  // Of those that are as bad, the one that can be repaired here: fact and button are of one thing.
  const worst =
    found.find(
      ({ policy, problem }) =>
        problem.severity === first?.problem.severity && policy.repair !== null && problem.fixes[0] === policy.repair,
    ) ?? first
  const notes = policies.flatMap((policy) => policy.notes).filter(({ code }) => READ_AS.has(code))
  const isRepaired = notes.some(({ code }) => code === 'repaired')
  // What lacks parts is shown with ellipses, which nobody can use.
  const isWhole = !notes.some(({ code }) => code === 'left-out')
  const broken = worst?.policy.repair ? worst.policy : policies.find(({ repair }) => repair !== null)
  const mended = policies.find(({ text }) => text === mend?.after)
  const only = policies.length === 1 ? policies[0] : undefined
  const which = only ? JUDGED_TEXTS.inThisPolicy : JUDGED_TEXTS.inThesePolicies
  const counts = (
    <>
      {errors > 0 && <span className="text-deny">{counted(errors, 'error')}</span>}
      {errors > 0 && warnings > 0 && ', '}
      {warnings > 0 && counted(warnings, 'warning')} {which}
    </>
  )
  const repair = (policy: Policy, fix: ProblemFix | null) => {
    if (fix === null) return
    const after = readableDocument(applyEdits(policy.text, fix.edits))
    lastMend.set({ before: policy.text, after })
    onMend(policy, after)
  }
  const takeBack = (policy: Policy, { before }: Mend) => {
    lastMend.set(null)
    onMend(policy, before)
  }
  const written = isRepaired ? (isWhole ? only : undefined) : mended
  const actions = [
    broken?.repair && (isWhole || !only) && (
      <RepairButton key="repair" title={broken.repair.title} onRepair={() => repair(broken, broken.repair)} />
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
          <span className="font-medium text-ink">
            {only ? 'Line' : <Name text={`${worst.policy.name}, line`} />} {worst.problem.line}:
          </span>{' '}
          <CodeInProse text={worst.problem.sentence} />
        </p>
      )}
      <p>{JUDGED_TEXTS.gotTheErrorToo}</p>
    </NoVerdictBand>
  )
}

/** A title with what tells its ARN apart: the rest is told on hover, and at the line. */
const shortTitle = (title: string): string => title.replace(/"arn:[^"]{0,400}:([^":]{1,400})"/, '"…$1"')

function RepairButton({ title, onRepair }: { readonly title: string; readonly onRepair: () => void }) {
  return (
    <Button
      look="primary"
      size="large"
      data-primary
      className="max-w-full desk:max-w-72"
      title={title}
      onClick={onRepair}
    >
      <span className="truncate">
        <Shown text={shortTitle(title)} />
      </span>
    </Button>
  )
}
