import type { SuggestedCheck } from '../../../../draft/checks/suggested-checks'
import { Button } from '../../../ui/Button'

interface AddCheckProps {
  readonly offer: SuggestedCheck
  readonly onAdd: (check: SuggestedCheck['check']) => void
}

/** Takes a check among those that are judged by themselves. */
export const AddCheck = ({ offer: { check }, onAdd }: AddCheckProps) => (
  <Button
    size="small"
    look="link"
    aria-label={`Check ${check.action} ${check.resource} too`}
    onClick={() => onAdd(check)}
  >
    Check it
  </Button>
)
