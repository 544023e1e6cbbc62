import { chooseDenial } from '../../../draft/edit-draft'
import { useDiagnosis, useDraft } from '../../state/workbench'
import { ContextKeys } from './ContextKeys'
import { DenialList } from './DenialList'
import { PolicyOffers } from './PolicyOffers'
import { CheckScope } from '../../state/ShownCheck'
import { RequestFacts } from './RequestFacts'
import { RequestForm } from './RequestForm'

/** What was read in the paste: its denials, its policies, and the request that is judged. */
export function EvidenceDetails({ isFresh }: { readonly isFresh: boolean }) {
  const { draft, edit } = useDraft()
  const { reading } = useDiagnosis()
  const denials = reading?.denials ?? []
  return (
    <>
      {denials.length > 1 && (
        <DenialList
          denials={denials}
          chosen={draft.chosen}
          onChoose={(chosen) => edit((before) => chooseDenial(before, chosen))}
        />
      )}
      <PolicyOffers />
      {!isFresh && (
        <>
          <RequestForm />
          <CheckScope>
            <ContextKeys />
          </CheckScope>
          <RequestFacts />
        </>
      )}
    </>
  )
}
