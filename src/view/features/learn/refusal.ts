import { LEARN_TEXTS } from './messages'
import type { PolicyRef } from '../../../case/policy-ref'
import { buildCase } from '../../../draft/build/build-case'
import type { Draft } from '../../../draft/draft'
import { policyAt } from '../../../draft/edit/edit-layers'
import { ALL_PARTS } from '../../../explanation/all-said'
import { explainChanged } from '../../../diagnosis/evaluate-draft'
import type { Evaluation } from '../../../evaluation/evaluation'
import type { Evidence } from '../../../explanation/evidence'
import type { Words } from '../../../text/phrase'
import type { RepairResult } from '../../../lessons/check-repair'
import type { Reference } from '../../../reference/reference'
import { createSource } from '../../../text/source'
import type { Span } from '../../../text/span'
import type { CaseLayer } from '../../../iam/layers'
import { policyTypeOf } from '../../../iam/trust-actions'
import { policyProblems } from '../../../diagnosis/worded-problems'
import { tabOf } from '../../shared/policy-tabs'
import { policiesOfDraft } from './policies-of-draft'

/** One thing that is not right with a repair, and where it stands. */
export interface Reason {
  readonly words: readonly Words[]
  /** Null where it stands in no text that can be edited. */
  readonly place: { readonly spot: PolicyRef; readonly name: string; readonly line: number; readonly span: Span } | null
}

const MOST_REASONS = 6

/** What is told of the case beside its policies. */
const OF_OTHERS: ReadonlySet<string> = new Set(['call-needs-more-actions', 'hangs-on-layers'])

/** Why a repair is refused: what AWS would not take of its texts, then what keeps the telling request from its answer. */
export function reasonsOf(
  result: RepairResult,
  repaired: Draft,
  layers: readonly CaseLayer[],
  reference: Reference,
): readonly Reason[] {
  const errors = errorsIn(repaired, layers, reference)
  const said = new Set(errors.map(({ place }) => placeId(place)))
  const others = causesOf(result, layers, reference).filter(({ place }) => place === null || !said.has(placeId(place)))
  return [...errors, ...others].slice(0, MOST_REASONS)
}

const placeId = (place: Reason['place']): string => JSON.stringify([place?.spot, place?.line])

function errorsIn(draft: Draft, layers: readonly CaseLayer[], reference: Reference): readonly Reason[] {
  const action = buildCase(draft).accessCase.request.action
  return policiesOfDraft(draft, layers).flatMap(({ spot, policy: { name, text } }) =>
    policyProblems(text, policyTypeOf(spot.layer, action), reference)
      .filter(({ severity }) => severity === 'error')
      .map(({ sentence, span, line }) => ({
        words: [{ text: sentence }],
        place: { spot, name, line, span: span ?? [0, 0] },
      })),
  )
}

function causesOf(result: RepairResult, layers: readonly CaseLayer[], reference: Reference): readonly Reason[] {
  if (!('telling' in result)) return []
  const { telling } = result
  // What AWS said is of the policies before the repair.
  const { evaluation, explanation } = explainChanged(telling, { reference, parts: ALL_PARTS })
  if (result.outcome === 'tooOpen')
    return evaluation.layers.flatMap((layer) =>
      layers
        .filter((one) => tabOf(one).evaluated.includes(layer.layer))
        .flatMap((one) =>
          layer.statements
            .filter(({ effect, matches, span }) => effect === 'Allow' && matches !== 'no' && span !== null)
            .flatMap(({ matches, span, level, policy, statement }) => {
              const place = placeOf(telling, { layer: one, place: { level, policy, statement }, span })
              const text = matches === 'yes' ? LEARN_TEXTS.thisStatementAllowsIt : LEARN_TEXTS.thisStatementMayAllow
              return place && { words: [{ text }], place }
            })
            .filter((reason) => reason !== null),
        ),
    )
  return explanation.findings
    .filter(({ code }) => !OF_OTHERS.has(code))
    .map(({ sentence, evidence }) => {
      const place = evidence.find(({ layer }) => layers.includes(layer))
      return { words: sentence, place: place ? placeOf(telling, withSpan(place, evaluation)) : null }
    })
}

/** Evidence of a whole statement, with the place of that statement. */
function withSpan(evidence: Evidence, { layers }: Evaluation): Evidence {
  const { layer, place, span } = evidence
  if (span !== null) return evidence
  const statement = layers
    .filter((result) => tabOf(layer).evaluated.includes(result.layer))
    .flatMap(({ statements }) => statements)
    .find((one) => one.level === place.level && one.policy === place.policy && one.statement === place.statement)
  return { ...evidence, span: statement?.span ?? null }
}

/** Where a piece of evidence stands; null where its policy is not in the draft. */
function placeOf(draft: Draft, { layer, place, span }: Evidence): Reason['place'] {
  const spot = { layer, level: place.level, policy: place.policy }
  const policy = policyAt(draft.layers, spot)
  if (!policy || !span) return null
  return { spot, name: policy.name, line: createSource(policy.text).positionAt(span[0]).line, span }
}
