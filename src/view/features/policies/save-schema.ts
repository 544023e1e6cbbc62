import { policySchema } from '../../../policy/schema/policy-schema'
import { saveFile } from '../../ui/save-file'
import { policyTypeOf } from '../../../iam/trust-actions'
import type { CaseLayer } from '../../../iam/layers'

/** Saves the grammar of a layer's policies as a JSON Schema, for the reader's own editor. */
export function saveSchemaOf(layer: CaseLayer, action: string): void {
  const type = policyTypeOf(layer, action)
  saveFile(`aws-${type}-policy.schema.json`, 'application/schema+json', JSON.stringify(policySchema(type), null, 2))
}
