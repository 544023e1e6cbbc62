import { doubt } from '../../state/page-kind'
import { Button } from '../../ui/Button'
import { JUDGED_TEXTS } from './judged-messages'

/** The way to the layers, for who doubts that no policy decides. */
export function DoubtLink({ paste }: { readonly paste: string }) {
  return (
    <p className="text-sm text-muted">
      {JUDGED_TEXTS.notIt}{' '}
      <Button look="link" onClick={() => doubt(paste)}>
        {JUDGED_TEXTS.showTheLayers}
      </Button>
    </p>
  )
}
