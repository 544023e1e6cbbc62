import type { ReasonCode } from '../../evaluation/reason-codes'
import { parseArn, lastInPath, firstOfArn } from '../../iam/arn'
import { hasWildcard } from '../../iam/wildcard'
import { actionOf } from '../../reference/action-name'
import { isRightButFor, liesBelow, type ArnField } from '../../iam/arn-fields'
import { proof, who, type FindingContext, type NearResource, type Rules } from './finding-context'

type Codes =
  | 'bucket-arn-for-object-action'
  | 'object-arn-for-bucket-action'
  | 'resource-for-action-without-resources'
  | 'arn-other-account'
  | 'arn-other-region'
  | 'arn-other-partition'
  | 'arn-empty-field'
  | 'arn-other-path'
  | 'arn-other-case'
  | 'resource-wildcard-does-not-reach'
  | 'question-mark-is-one-character'
  | 'resource-below'

const withReason = (scene: FindingContext, reason: ReasonCode): readonly NearResource[] =>
  scene.resources.filter(({ value }) => value.reason === reason)

const point = ({ miss, element, value }: NearResource) => proof(miss, { ...element, span: value.span ?? element.span })

const hit = (scene: FindingContext) => (named: NearResource) => ({
  facts: {
    who: who(scene, named.miss),
    written: named.value.text,
    resource: scene.accessCase.request.resource,
    action: scene.accessCase.request.action,
  },
  evidence: point(named),
})

/** Resources that are right but for one field of the ARN. */
const withField = (scene: FindingContext, field: ArnField): readonly NearResource[] =>
  scene.resources.filter(({ value }) => isRightButFor(field, value.text, scene.accessCase.request.resource))

/** Those whose field is not empty. */
const otherField = (scene: FindingContext, field: ArnField) =>
  withField(scene, field).flatMap((named) => {
    const wrote = parseArn(named.value.text)?.[field] ?? ''
    const asked = scene.arn?.[field] ?? ''
    if (wrote === '' || asked === '') return []
    const facts = { who: who(scene, named.miss), written: named.value.text, wrote, asked }
    return [{ facts, evidence: point(named) }]
  })

const emptyField = (scene: FindingContext) =>
  (['account', 'region'] as const).flatMap((field) =>
    withField(scene, field).flatMap((named) => {
      const wrote = parseArn(named.value.text)?.[field] ?? ''
      const asked = scene.arn?.[field] ?? ''
      if (wrote !== '' && asked !== '') return []
      const name = field === 'region' ? 'Region' : field
      const facts = { who: who(scene, named.miss), written: named.value.text, field: name, isEmpty: wrote === '' }
      return [{ facts, evidence: point(named) }]
    }),
  )

/** IAM names stand below a path, which is part of the ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const isOtherPath = (scene: FindingContext, { value }: NearResource): boolean =>
  scene.arn?.service === 'iam' &&
  value.reason === 'resource-differs' &&
  !hasWildcard(value.text) &&
  lastInPath(value.text) === lastInPath(scene.accessCase.request.resource) &&
  firstOfArn(value.text) === firstOfArn(scene.accessCase.request.resource)

const isBelow = (scene: FindingContext, { value }: NearResource): boolean =>
  liesBelow(value.text, scene.accessCase.request.resource)

const isBucketCase = ({ value }: NearResource): boolean =>
  ['bucket-not-object', 'object-not-bucket'].includes(value.reason)

/** What an Allow does not reach by its resources. */
export const RESOURCE_RULES: Rules<Codes> = {
  'bucket-arn-for-object-action': (scene) => withReason(scene, 'bucket-not-object').map(hit(scene)),
  'object-arn-for-bucket-action': (scene) =>
    withReason(scene, 'object-not-bucket').map((named) => {
      const { facts, evidence } = hit(scene)(named)
      return { facts: { ...facts, bucket: scene.accessCase.request.resource }, evidence }
    }),
  'resource-for-action-without-resources': (scene) => {
    const { action, resource } = scene.accessCase.request
    const takesNone = resource === '*' || actionOf(action, scene.reference)?.resources.length === 0
    return takesNone ? scene.resources.map(hit(scene)) : []
  },
  'arn-other-account': (scene) => otherField(scene, 'account'),
  'arn-other-region': (scene) => otherField(scene, 'region'),
  'arn-other-partition': (scene) => otherField(scene, 'partition'),
  'arn-empty-field': emptyField,
  'arn-other-path': (scene) => scene.resources.filter((named) => isOtherPath(scene, named)).map(hit(scene)),
  'arn-other-case': (scene) => withReason(scene, 'case-differs').map(hit(scene)),
  'resource-wildcard-does-not-reach': (scene) => withReason(scene, 'wildcard-does-not-reach').map(hit(scene)),
  'question-mark-is-one-character': (scene) => withReason(scene, 'question-mark-one-character').map(hit(scene)),
  'resource-below': (scene) =>
    scene.resources.filter((named) => !isBucketCase(named) && isBelow(scene, named)).map(hit(scene)),
}
