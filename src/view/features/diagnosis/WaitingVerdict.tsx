import { useIntake } from '../../state/intake'
import { useWaitingProblems } from '../../state/waiting-problems'
import { revealLine } from '../../shared/reveal-line'
import { LintVerdict } from './LintVerdict'

export { PoliciesAlone } from './PoliciesAlone'

/** What is said of policies that nobody has placed yet. */
export function WaitingVerdict() {
  const { amend } = useIntake()
  const policies = useWaitingProblems().map((checked) => ({ ...checked, notes: checked.asked.policy.notes }))
  return (
    <LintVerdict
      policies={policies}
      onMend={({ asked }, text) => amend(asked, text)}
      onReveal={({ name }, { line }) => revealLine(name, line)}
    />
  )
}
