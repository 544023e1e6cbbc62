import { PREVIEW } from '../../../lessons/preview'
import { ExamplePolicy } from '../../shared/ExampleCode'

/** The policy of the example, beside its answer: not where the page is narrow, there it stands in the answer. */
export function PreviewedPolicy() {
  return (
    <div className="max-desk:hidden">
      <ExamplePolicy lines={PREVIEW.policy} decisive={PREVIEW.line} />
    </div>
  )
}
