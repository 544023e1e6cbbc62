import { memo } from 'react'
import type { Denial } from '../../../denial/denial'
import type { Fix, FixChange } from '../../../explanation/explanation'
import { COMBINED_TEXT } from '../../../explanation/messages/combined'
import type { CaseLayer } from '../../../iam/layers'
import { lookTogether } from '../../state/together'
import { Button } from '../../ui/Button'
import type { Remedies } from './use-remedies'

interface FixTabProps {
  readonly remedies: Remedies
  /** All denials of the paste. */
  readonly denials: readonly Denial[]
  readonly isTogether: boolean
  readonly targetOf: (layer: CaseLayer, level: number | null) => string | null
  readonly onApply: (fix: Fix) => void
  /** What was changed in the policies here. */
  readonly tried: readonly FixChange[]
}

/** What to do about the chosen denial, or about all of the paste together. */
export const FixTab = memo(function FixTab({ remedies, denials, isTogether, targetOf, onApply, tried }: FixTabProps) {
  const { CombinedFixes, FixList, OwnerMessageCard, instructions, combined, fixes, message, primary } = remedies
  const { scopes, scope, chooseScope, situation, TriedChange } = remedies
  if (isTogether) {
    return combined.changes.length > 0 ? (
      <>
        <CombinedFixes combined={combined} />
        {combined.whole && <OwnerMessageCard message={combined.whole.message} isOpen={false} />}
      </>
    ) : (
      <p className="text-sm text-muted">{COMBINED_TEXT.nothing}</p>
    )
  }
  return (
    <div className="flex flex-col gap-3">
      {tried.length > 0 && <TriedChange situation={situation} changes={tried} />}
      <FixList
        situation={situation}
        fixes={fixes}
        instructions={instructions}
        message={message}
        scope={scopes.length === 0 ? null : { labels: scopes, chosen: scope, choose: chooseScope }}
        isCopiedAbove={primary.kind === 'copy-statement'}
        targetOf={targetOf}
        onApply={onApply}
      />
      {combined.changes.length > 0 && (
        <Button look="link" size="small" className="self-start" onClick={() => lookTogether(denials, true)}>
          {COMBINED_TEXT.look}
        </Button>
      )}
    </div>
  )
})
