import { memo, type ReactNode } from 'react'
import type { Denial } from '../../../denial/denial'
import { chooseDenial } from '../../../draft/edit/edit-draft'
import type { Apart } from '../../../explanation/fixes/combine-fixes'
import type { Fix } from '../../../explanation/explanation'
import { COMBINED_TEXT } from '../../../explanation/messages/combined'
import type { CaseLayer } from '../../../iam/layers'
import { lookTogether } from '../../state/together'
import { useDraftHold } from '../../state/workbench'
import { Sentence } from '../../shared/Sentence'
import { Button } from '../../ui/Button'
import type { ScopedRemedy } from '../../../explanation/fixes/remedies'
import type { JudgedCase } from '../../../explanation/judged-case'
import { CombinedFixes } from './CombinedFixes'
import { FixList, OwnerMessageCard } from './FixList'

interface FixTabProps {
  readonly remedies: ScopedRemedy & {
    readonly judged: JudgedCase
    /** The scope that is chosen, counted from 0. */
    readonly scope: number
    readonly chooseScope: (scope: number) => void
  }
  /** All denials of the paste. */
  readonly denials: readonly Denial[]
  readonly isTogether: boolean
  readonly targetOf: (layer: CaseLayer, level: number | null) => string | null
  readonly onApply: (fix: Fix) => void
  /** What was changed in the policies here; null where nothing was. */
  readonly tried: ReactNode
}

/** What to do about the chosen denial, or about all of the paste together. */
export const FixTab = memo(function FixTab({ remedies, denials, isTogether, targetOf, onApply, tried }: FixTabProps) {
  const { instructions, combined, fixes, message, primary, scopes, scope, chooseScope, judged } = remedies
  if (isTogether) {
    return (
      <>
        <CombinedFixes combined={combined} />
        {combined.whole && <OwnerMessageCard message={combined.whole.message} isOpen={false} />}
        {combined.apart && <EachDenial denials={denials} apart={combined.apart} />}
      </>
    )
  }
  return (
    <div className="flex flex-col gap-3">
      {tried}
      <FixList
        judged={judged}
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

/** The answer of each denial, one press away. */
function EachDenial({ denials, apart }: { readonly denials: readonly Denial[]; readonly apart: Apart }) {
  const { edit } = useDraftHold()
  const look = (at: number) => {
    lookTogether(denials, false)
    edit((draft) => chooseDenial(draft, at))
  }
  return (
    <section aria-label={COMBINED_TEXT.each}>
      <h3 className="eyebrow mb-2">{COMBINED_TEXT.each}</h3>
      <ol className="flex flex-col gap-2 text-sm">
        {apart.each.map(({ at, headline }) => (
          <li key={at}>
            <button
              type="button"
              className="rounded-sm text-left text-accent underline-offset-2 hover:underline"
              onClick={() => look(at)}
            >
              <Sentence words={headline} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
