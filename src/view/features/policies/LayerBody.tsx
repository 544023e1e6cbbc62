import { judgedEvaluation } from '../../state/diagnosis'
import { useDiagnosis, useDraft } from '../../state/workbench'
import { EditedPolicy, type EditedPolicyProps } from './EditedPolicy'
import { LayerHead, type LayerHeadProps } from './LayerHead'

/** What a tab shows of its layer: what is known of it, its policies, and the chosen one in the editor. */
export function LayerBody({ revealed, ...head }: LayerHeadProps & Pick<EditedPolicyProps, 'revealed'>) {
  const { layers } = useDraft().draft
  const evaluation = judgedEvaluation(useDiagnosis())
  return (
    <>
      <LayerHead {...head} />
      <EditedPolicy layers={layers} spot={head.spot} evaluation={evaluation} revealed={revealed} />
    </>
  )
}
