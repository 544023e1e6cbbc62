import { documentText } from '../../case/case-documents'
import { policiesIn } from '../../case/layer-policies'
import { caseLayerOf } from '../../iam/layers'
import { createSource } from '../../text/source'
import type { Evidence } from '../evidence'
import { samePlace, type JudgedCase } from '../judged-case'

/** The line that a piece of evidence stands on, where its policy is a text. */
export const lineOf = ({ accessCase, evaluation }: JudgedCase, evidence: Evidence | null): number | null => {
  if (evidence === null) return null
  const { place } = evidence
  const policy = policiesIn(accessCase.policies, { layer: evidence.layer, level: place.level })[place.policy]
  const statement = evaluation.layers
    .filter(({ layer }) => caseLayerOf(layer) === evidence.layer)
    .flatMap(({ statements }) => statements)
    .find((one) => samePlace(one, place))
  const span = evidence.span ?? statement?.span ?? null
  if (policy === undefined || typeof policy.document !== 'string' || span === null) return null
  return createSource(documentText(policy.document)).positionAt(span[0]).line
}
