import { EditedPolicy, type EditedPolicyProps } from './EditedPolicy'
import { LayerHead, type LayerHeadProps } from './LayerHead'

/** What a tab shows of its layer: what is known of it, its policies, and the chosen one in the editor. */
export function LayerBody({ revealed, ...head }: LayerHeadProps & Pick<EditedPolicyProps, 'revealed'>) {
  const { layers, spot, evaluation } = head
  return (
    <>
      <LayerHead {...head} />
      <EditedPolicy layers={layers} spot={spot} evaluation={evaluation} revealed={revealed} />
    </>
  )
}
