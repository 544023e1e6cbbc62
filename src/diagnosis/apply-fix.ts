import type { DraftLayers } from '../draft/draft'
import { addPolicy, changePolicy, policiesOn, policyAt } from '../draft/edit/edit-layers'
import type { Evidence } from '../explanation/evidence'
import type { Fix, FixChange } from '../explanation/explanation'

/** The text that a change was made for is still there. */
const fits = (layers: DraftLayers, { layer, level, policy, before }: FixChange): boolean =>
  policy === null || policyAt(layers, { layer, level, policy })?.text === before

function applyChange(layers: DraftLayers, change: FixChange): DraftLayers {
  const { layer, level, policy, name, after } = change
  if (policy === null) return addPolicy(layers, { layer, level }, { name, text: after })
  return changePolicy(layers, { layer, level, policy }, { text: after })
}

/** The policies with a fix in them; as they were where one of its texts has changed since. */
export function applyFix(layers: DraftLayers, { changes }: Pick<Fix, 'changes'>): DraftLayers {
  return changes.every((change) => fits(layers, change)) ? changes.reduce(applyChange, layers) : layers
}

/** Where a fix will stand once it is applied: what it writes in the first text that it changes. */
export function placeOfFix(layers: DraftLayers, { changes }: Pick<Fix, 'changes'>): Evidence | null {
  const [change] = changes
  if (!change) return null
  const { layer, level, edit } = change
  const policy = change.policy ?? policiesOn(layers, { layer, level }).length
  const [start] = edit.span
  return { layer, place: { level, policy, statement: 0 }, span: [start, start + edit.text.length] }
}
