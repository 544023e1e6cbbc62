import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Draft, DraftLayers } from '../../../draft/draft'
import type { Answer } from '../../../explanation/answer'
import { caseLayerOf, type CaseLayer } from '../../../iam/layers'
import { tabOf, type PolicyTab } from '../../shared/policy-tabs'
import { judgedEvaluation } from '../../../diagnosis/diagnosis'
import { useDiagnosis, useDraftPart, useFocus } from '../../state/workbench'
import { EditedPolicy } from './EditedPolicy'
import { LayerHead, type LayerHeadProps } from './LayerHead'
import { POLICIES_TEXTS } from './messages'
import { useSpots } from './use-spots'

const layersOf = ({ layers }: Draft): DraftLayers => layers

/** What a layer that was not pasted means: unknown, unless AWS names it. */
function awaitedOf({ layer }: PolicyTab, answer: Answer | undefined): string {
  const isNamed = answer?.basis === 'claimed' && answer.layer !== 'none' && caseLayerOf(answer.layer) === layer
  if (!isNamed) return POLICIES_TEXTS.notGivenHereSo
  return answer.decision === 'explicitDeny' ? POLICIES_TEXTS.namedAndDenies : POLICIES_TEXTS.namedAndLacks
}

/** What a tab shows of its layer: what is known of it, its policies, and the chosen one in the editor. */
export function LayerBody({ layer }: { readonly layer: CaseLayer }) {
  const layers = useDraftPart(layersOf)
  const diagnosis = useDiagnosis()
  const { revealed } = useFocus()
  const { spotOf, choose } = useSpots()
  const tab = useMemo(() => tabOf(layer), [layer])
  const chosen = spotOf(layers, layer)
  const { level = null, policy = null } = chosen ?? {}
  // The same object for the same place: a key in a policy chooses no other.
  const spot = useMemo(() => (policy === null ? null : { layer, level, policy }), [layer, level, policy])
  const latest = useRef(choose)
  useEffect(() => {
    latest.current = choose
  })
  const onChoose = useCallback<LayerHeadProps['onChoose']>((next) => latest.current(next), [])
  const { principal = '', resourceAccount = '' } = diagnosis.built?.accessCase.request ?? {}
  return (
    <>
      <LayerHead
        tab={tab}
        spot={spot}
        principal={principal}
        resourceAccount={resourceAccount}
        awaited={awaitedOf(tab, diagnosis.explanation?.answer)}
        onChoose={onChoose}
      />
      <EditedPolicy layers={layers} spot={spot} evaluation={judgedEvaluation(diagnosis)} revealed={revealed} />
    </>
  )
}
