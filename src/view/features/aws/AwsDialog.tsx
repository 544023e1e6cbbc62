import { Dialog } from '../../ui/Dialog'
import AwsCheck from './AwsCheck'

/** The AWS check wherever one is: also where there is no answer yet beside which it could stand. */
export function AwsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog open onOpenChange={onClose} title="AWS check">
      <AwsCheck />
    </Dialog>
  )
}
