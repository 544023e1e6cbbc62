import { Plus } from 'lucide-react'
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
    className="mt-1"
    icon={<Plus size={13} aria-hidden />}
    aria-label={`Check ${check.action} ${check.resource} too`}
    onClick={() => onAdd(check)}
  >
    Check it
  </Button>
)
