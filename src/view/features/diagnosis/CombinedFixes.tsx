import type { CombinedChanges } from '../../../explanation/fixes/combine-fixes'
import { COMBINED_TEXT, combinedProof, combinedSentence } from '../../../explanation/messages/combined'
import { LAYERS } from '../../../iam/layers'
import { OWNER_TEXT } from '../../../explanation/messages/fixes'
import { CopyButton } from '../../ui/CopyButton'
import { Sentence } from '../../shared/Sentence'
import { DiffLines } from '../../shared/DiffLines'

/** One change for all denials of the paste, by caller and layer; nothing where none answers several. */
export function CombinedFixes({ combined }: { readonly combined: CombinedChanges }) {
  if (combined.changes.length === 0) return null
  return (
    <section aria-label={COMBINED_TEXT.title} className="mb-3 flex flex-col gap-3">
      <h3 className="eyebrow">{COMBINED_TEXT.title}</h3>
      {combined.changes.map((change, index) => (
        <div
          key={index}
          data-layer={change.layer}
          className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3 text-sm"
        >
          <p className="font-medium [overflow-wrap:anywhere]">
            <Sentence words={combinedSentence(change)} />
          </p>
          <DiffLines before="" after={change.policy} />
          <div className="flex items-center gap-3">
            <p className="min-w-0 flex-1 text-xs text-muted">
              <Sentence words={combinedProof(change.isProven, combined.explicitDenies)} />{' '}
              <span className="block">{OWNER_TEXT[LAYERS[change.layer].owner]} can make this change.</span>
            </p>
            <CopyButton
              text={change.policy}
              label={change.areStatements ? COMBINED_TEXT.copyStatements : COMBINED_TEXT.copy}
            />
          </div>
        </div>
      ))}
    </section>
  )
}
