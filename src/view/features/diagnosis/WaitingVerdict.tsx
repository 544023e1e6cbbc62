import { FOUND_MESSAGES } from '../../../draft/messages/paste-messages'
import { readableDocument } from '../../../policy/complete-document'
import { textOfCode } from '../../../text/message-text'
import { applyEdits } from '../../../text/text-edit'
import { JUDGED_TEXTS } from './judged-messages'
import { useIntake } from '../../state/intake'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { Shown } from '../../ui/Name'
import { NoVerdictBand } from './NoVerdictBand'
import { CodeInProse } from '../../shared/CodeInProse'
import { READ_AS } from '../../shared/read-as'
import { useWaitingProblems } from '../../state/waiting-problems'

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`)

/** What is said of policies alone: how many errors and warnings they have, the worst with its line, and the way to count them. */
export function WaitingVerdict() {
  const checked = useWaitingProblems()
  const found = checked.flatMap(({ problems }) => problems ?? [])
  const errors = found.filter(({ severity }) => severity === 'error').length
  const warnings = found.filter(({ severity }) => severity === 'warning' || severity === 'securityWarning').length
  const [worst] = found
  const { amend } = useIntake()
  const notes = checked.flatMap(({ asked }) => asked.policy.notes).filter(({ code }) => READ_AS.has(code))
  const isRepaired = notes.some(({ code }) => code === 'repaired')
  // What lacks parts is shown with ellipses, which nobody can use.
  const isWhole = !notes.some(({ code }) => code === 'left-out')
  const repaired = checked.find(({ repair }) => repair !== null)
  const only = checked.length === 1 ? checked[0] : undefined
  const which = checked.length === 1 ? JUDGED_TEXTS.inThisPolicy : JUDGED_TEXTS.inThesePolicies
  const counts = (
    <>
      {errors > 0 && <span className="text-deny">{counted(errors, 'error')}</span>}
      {errors > 0 && warnings > 0 && ', '}
      {warnings > 0 && counted(warnings, 'warning')} {which}
    </>
  )
  return (
    <NoVerdictBand
      title={
        errors + warnings > 0
          ? counts
          : isRepaired
            ? JUDGED_TEXTS.notYetAPolicy
            : `${JUDGED_TEXTS.noErrorFound} ${which}`
      }
      actions={
        isRepaired && only
          ? isWhole && (
              <CopyButton
                look="primary"
                size="large"
                data-primary
                text={readableDocument(only.asked.policy.text)}
                label={JUDGED_TEXTS.copyAsJson}
              />
            )
          : repaired?.repair && (
              <Button
                look="primary"
                size="large"
                data-primary
                className="desk:max-w-72"
                title={repaired.repair.title}
                onClick={() =>
                  repaired.repair && amend(repaired.asked, applyEdits(repaired.text, repaired.repair.edits))
                }
              >
                <span className="truncate">
                  <Shown text={repaired.repair.title} />
                </span>
              </Button>
            )
      }
    >
      {/* What to mend comes before how it was read. */}
      {notes.toReversed().map(({ code, data }) => (
        <p key={code}>{textOfCode(FOUND_MESSAGES[code], data)}</p>
      ))}
      {worst && errors + warnings > 0 && (
        <p>
          <span className="font-medium text-ink">Line {worst.line}:</span> <CodeInProse text={worst.sentence} />
        </p>
      )}
      <p>{JUDGED_TEXTS.chooseTheLayerBeside}</p>
    </NoVerdictBand>
  )
}
