import { documentText } from '../case/case-documents'
import { policiesOfLayer } from '../case/layer-policies'
import type { CasePolicies } from '../case/access-case'
import { caseLayerOf, type Layer } from '../iam/layers'
import type { Fields } from '../text/fields'
import { statementsIn } from './statements-in'
import { textsOf } from '../text/fields'

/** The statements that the policies of a layer have. */
export const statementsOfLayer = (policies: CasePolicies, layer: Layer): readonly Fields[] =>
  policiesOfLayer(policies, caseLayerOf(layer)).flatMap(({ document }) => statementsIn(documentText(document)))

/** Every resource that the policies of the caller and of the resource name, as it is written. */
export const resourcesInPolicies = (policies: CasePolicies): readonly string[] =>
  (['identity', 'resource'] as const)
    .flatMap((layer) => statementsOfLayer(policies, layer))
    .flatMap((one) => textsOf(one['Resource']))
