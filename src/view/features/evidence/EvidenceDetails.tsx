import { useMemo } from 'react'
import type { Denial } from '../../../denial/denial'
import { chooseDenial } from '../../../draft/edit-draft'
import { useDiagnosis, useDraft } from '../../state/workbench'
import { callsTogether } from './calls-together'
import { ContextKeys } from './ContextKeys'
import { DenialList } from './DenialList'
import { PolicyOffers } from './PolicyOffers'
import { CheckScope } from '../../state/ShownCheck'
import { RequestFacts } from './RequestFacts'
import { RequestForm } from './RequestForm'

const NO_DENIALS: readonly Denial[] = []

/** What was read in the paste: its denials, its policies, and the request that is judged. */
export function EvidenceDetails({ isFresh }: { readonly isFresh: boolean }) {
  const { draft, edit } = useDraft()
  const { reading } = useDiagnosis()
  const denials = reading?.denials ?? NO_DENIALS
  const { paste } = draft
  const together = useMemo(() => callsTogether(paste, denials), [paste, denials])
  return (
    <>
      {denials.length > 1 && (
        <DenialList
          denials={denials}
          chosen={draft.chosen}
          together={together}
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
