import type { Draft } from '../../../draft/draft'
import { chooseDenial } from '../../../draft/edit/edit-draft'
import { useDiagnosis, useDraftHold, useDraftPart } from '../../state/workbench'
import { usePageKind } from '../../state/page-kind'
import { ContextKeys } from './ContextKeys'
import { DenialList } from './DenialList'
import { PolicyOffers } from './PolicyOffers'
import { CheckScope } from '../../state/ShownCheck'
import { RequestFacts } from './RequestFacts'
import { RequestForm } from './RequestForm'

const chosenOf = ({ chosen }: Draft): number => chosen

/** What was read in the paste: its denials, its policies, and the request that is judged. */
export function EvidenceDetails({ isFresh }: { readonly isFresh: boolean }) {
  const { edit } = useDraftHold()
  const kind = usePageKind()
  const isOfPolicies = kind === 'policies' || kind === 'question'
  const chosen = useDraftPart(chosenOf)
  const { reading } = useDiagnosis()
  const denials = reading?.denials ?? []
  return (
    <>
      {denials.length > 1 && (
        <DenialList
          denials={denials}
          chosen={chosen}
          onChoose={(next) => edit((before) => chooseDenial(before, next))}
        />
      )}
      {kind !== 'plain' && <PolicyOffers />}
      {!isFresh && isOfPolicies && (
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
