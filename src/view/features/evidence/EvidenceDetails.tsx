import { chooseDenial } from '../../../draft/edit-draft'
import { useDiagnosis, useDraft } from '../../state/workbench'
import { ContextKeys } from './ContextKeys'
import { DenialList } from './DenialList'
import { OtherError } from './OtherError'
import { PolicyOffers } from './PolicyOffers'
import { CheckScope } from '../../state/ShownCheck'
import { RequestFacts } from './RequestFacts'
import { RequestForm } from './RequestForm'

/** What was read in the paste: its denials, its policies, and the request that is judged. */
export function EvidenceDetails({ isFresh }: { readonly isFresh: boolean }) {
  const { draft, edit } = useDraft()
  const { reading } = useDiagnosis()
  const denials = reading?.denials ?? []
  const chosen = denials[draft.chosen]
  const topic = chosen?.kind === 'not-authorization' ? chosen.topic : undefined
  return (
    <>
      {denials.length > 1 && (
        <DenialList
          denials={denials}
          chosen={draft.chosen}
          onChoose={(chosen) => edit((before) => chooseDenial(before, chosen))}
        />
      )}
      {topic !== undefined && <OtherError topic={topic} />}
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
