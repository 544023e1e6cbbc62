import { targetPhrase } from '../messages/statements'
import type { Situation } from '../situation'
import { documentAt, type Obstacle } from './candidate'
import type { CaseDocument } from '../../case/case-documents'
import { placeFacts } from './policy-place'
import { whyNotEditable } from '../../policy/policy-documents'
import { isOfAnotherService } from '../../policy/other-service'
import { parsePolicy } from '../../policy/parse-policy'
import type { Layer } from '../../iam/layers'
import type { PolicyTarget } from '../../case/policy-ref'
import { levelsOf } from '../../case/layer-policies'

/** Can somebody edit it? */
const isEditable = (situation: Situation, layer: Layer, { name, root }: CaseDocument): boolean =>
  root?.kind === 'object' && whyNotEditable(placeFacts(situation, layer, name)) === null

/** The policy of another resource that stands where that of this one has to. */
const isMisplaced = ({ situation, layer }: Obstacle, document: CaseDocument): boolean =>
  layer === 'resource' &&
  isOfAnotherService(parsePolicy(document.text, 'resource').statements, situation.accessCase.request.action)

/** Is it a place for a statement on what is asked for? */
export const isPlace = (obstacle: Obstacle, document: CaseDocument): boolean =>
  isEditable(obstacle.situation, obstacle.layer, document) && !isMisplaced(obstacle, document)

/** Does a policy hold the place in which that of this resource stands? */
export const isHeld = (obstacle: Obstacle, place: PolicyTarget): boolean => {
  const document = documentAt(obstacle.situation, place)
  return document === null || !isMisplaced(obstacle, document)
}

/** Where in the organization a policy is, in words. */
export const whereOf = ({ situation, layer }: Obstacle, place: PolicyTarget) =>
  targetPhrase(
    place.level === null ? null : (levelsOf(situation.accessCase.policies, layer)[place.level]?.target ?? null),
  )
