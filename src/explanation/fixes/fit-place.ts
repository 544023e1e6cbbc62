import { targetPhrase } from '../messages/statements'
import type { JudgedCase } from '../judged-case'
import { documentAt, type Obstacle } from './candidate'
import type { CaseDocument } from '../../case/case-documents'
import { placeFacts } from './policy-place'
import { whyNotEditable } from '../../policy/policy-documents'
import { isOfAnotherService } from '../../policy/other-service'
import { parsePolicy } from '../../policy/parse-policy'
import { statementsIn } from '../../policy/statements-in'
import type { Layer } from '../../iam/layers'
import type { PolicyTarget } from '../../case/policy-ref'
import { targetAt } from '../../case/layer-policies'
import { onlyOne } from '../../text/only-one'
import type { StatementJson } from '../causes/least-statement'

/** Can somebody edit it? */
const isEditable = (judged: JudgedCase, layer: Layer, { name, root }: CaseDocument): boolean =>
  root?.kind === 'object' && whyNotEditable(placeFacts(judged, layer, name)) === null

/** The policy of another resource that stands where that of this one has to. */
const isMisplaced = ({ judged, layer }: Obstacle, document: CaseDocument): boolean =>
  layer === 'resource' &&
  isOfAnotherService(parsePolicy(document.text, 'resource').statements, judged.accessCase.request.action)

/** Is it the place of a policy that is attached to somebody else and so isn’t counted? What is added there is not the caller’s. */
const isSetAside = ({ judged: { beside = [] } }: Obstacle, { name, text }: CaseDocument): boolean =>
  statementsIn(text).length === 0 && beside.some((one) => one.name === name && statementsIn(one.text).length > 0)

const POINT = /^arn:aws[\w-]{0,12}:s3:[^:]*:[^:]*:accesspoint\/[^/]+/
const BUCKET = /^arn:aws[\w-]{0,12}:s3:::[^/*?]+/

/**
 * Is it the policy of a bucket, where the request is for an access point? It takes no ARN but those of the bucket.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
export const isBeneathPoint = ({ judged, layer }: Obstacle, { text }: CaseDocument): boolean =>
  layer === 'resource' && POINT.test(judged.accessCase.request.resource) && bucketOf(text) !== undefined

/** The ARN of the one bucket that a policy is of. */
const bucketOf = (text: string): string | undefined =>
  onlyOne(
    parsePolicy(text, 'resource').statements.flatMap(
      ({ resource }) => resource?.values.flatMap((value) => BUCKET.exec(value.text)?.[0] ?? []) ?? [],
    ),
  )

/** A statement as the policy of a bucket takes it, where it names what an access point of the bucket shows of it. */
export function beneathPoint(text: string, statement: StatementJson): StatementJson {
  const { Resource: resource } = statement
  const bucket = typeof resource === 'string' && POINT.test(resource) ? bucketOf(text) : undefined
  if (bucket === undefined) return statement
  return {
    ...statement,
    Resource: String(resource)
      .replace(POINT, () => bucket)
      .replace(`${bucket}/object/`, () => `${bucket}/`),
  }
}

/** Is it a place for a statement on what is asked for? */
export const isPlace = (obstacle: Obstacle, document: CaseDocument): boolean =>
  isEditable(obstacle.judged, obstacle.layer, document) &&
  !isMisplaced(obstacle, document) &&
  !isSetAside(obstacle, document)

/** Does a policy hold the place in which that of this resource stands? */
export const isHeld = (obstacle: Obstacle, place: PolicyTarget): boolean => {
  const document = documentAt(obstacle.judged, place)
  return document === null || !(isMisplaced(obstacle, document) || isSetAside(obstacle, document))
}

/** Where in the organization a policy is, in words. */
export const whereOf = ({ judged, layer }: Obstacle, place: PolicyTarget) =>
  targetPhrase(targetAt(judged.accessCase.policies, layer, place.level))
