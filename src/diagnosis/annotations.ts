import type { CaseRequest } from '../case/access-case'
import type { ElementResult, Evaluation, LayerResult, StatementResult } from '../evaluation/evaluation'
import type { Span } from '../text/span'
import { signOf, type StatementSign } from './statement-signs'
import { inlineReason } from './inline-reasons'
import { caseLayerOf } from '../iam/layers'
import type { PolicyRef, StatementRef } from '../case/policy-ref'

/** The colours that a mark in a policy can have. */
export type AnnotationTone = 'deny' | 'allow' | 'depends' | 'unknown'

/** Evaluation in the text of one policy: what stands in its margin, at its line ends, and under its words. */
export interface Annotations {
  readonly signs: readonly { readonly span: Span; readonly sign: StatementSign; readonly hover: string }[]
  /** At the end of the line on which the span starts. */
  readonly remarks: readonly { readonly span: Span; readonly text: string; readonly tone: AnnotationTone }[]
  readonly tints: readonly { readonly span: Span; readonly tone: AnnotationTone }[]
  readonly underlines: readonly { readonly span: Span; readonly tone: AnnotationTone; readonly hover: string }[]
}

/** The annotations of a text that nothing is known of. */
export const NO_ANNOTATIONS: Annotations = { signs: [], remarks: [], tints: [], underlines: [] }

const SIGN_HOVERS: Readonly<Record<StatementSign, string>> = {
  allows: 'This statement allows the request.',
  denies: 'This statement denies the request.',
  depends: 'The effect of this statement depends on something unknown.',
  noMatch: 'This statement does not match the request.',
}

const SIGN_REMARKS: Readonly<Record<StatementSign, string>> = {
  allows: 'allows this request',
  denies: 'denies this request',
  depends: 'depends',
  noMatch: '',
}

const SIGN_TONES: Readonly<Record<StatementSign, AnnotationTone>> = {
  allows: 'allow',
  denies: 'deny',
  depends: 'depends',
  noMatch: 'unknown',
}

const isPlace = (place: StatementRef | null, other: StatementRef): boolean =>
  place !== null && place.level === other.level && place.policy === other.policy && place.statement === other.statement

/** Elements that a star makes match everything say nothing worth a remark. */
const isTelling = ({ values, element }: ElementResult): boolean =>
  element !== 'Effect' && !values.some(({ text }) => text === '*')

/** The elements of a statement that a remark is due on: what failed first, what is unknown, or why it decides. */
function remarkable(statement: StatementResult, decisive: boolean): readonly ElementResult[] {
  const { elements, matches } = statement
  if (matches === 'no') return elements.filter((element) => element.matches === 'no').slice(0, 1)
  if (matches === 'unknown') return elements.filter((element) => element.matches === 'unknown')
  return decisive ? elements.filter(isTelling) : []
}

/** More values than this are a list in which no single one is at fault. */
const MOST_UNDERLINED = 4

/**
 * The words of the policy that a remark speaks of: the values that the request met, and where it met none, all of them.
 * An element that spares its values and did not spare this request has none to show.
 */
function faults({ element, values, matches }: ElementResult): readonly Span[] {
  const met = values.filter((value) => value.matches === 'yes')
  const spares = element === 'NotAction' || element === 'NotResource' || element === 'NotPrincipal'
  if (spares && matches === 'yes') return []
  const spans = (met.length > 0 ? met : values).flatMap((value) => (value.span ? [value.span] : []))
  return spans.length <= MOST_UNDERLINED ? spans : []
}

const failsOnAction = ({ elements }: StatementResult): boolean =>
  elements.some(({ element, matches }) => matches === 'no' && (element === 'Action' || element === 'NotAction'))

/** More near misses than this are a background, not a cause. */
const MOST_NEAR_MISSES = 3

/** Where a layer should have allowed: the Allow statements that came nearest to it. */
function nearMisses({ status, blocking, statements }: LayerResult): ReadonlySet<StatementResult> {
  if (status !== 'implicitDeny' || !blocking) return new Set()
  const allows = statements.filter(({ effect, matches }) => effect === 'Allow' && matches === 'no')
  const onAction = allows.filter((statement) => !failsOnAction(statement))
  const nearest = onAction.length > 0 ? onAction : allows
  return new Set(nearest.length <= MOST_NEAR_MISSES ? nearest : [])
}

/** What the evaluation says of one policy, as annotations of its text; nothing while there is no evaluation. */
export function annotatePolicy(evaluation: Evaluation | null, request: CaseRequest, spot: PolicyRef): Annotations {
  const signs: Annotations['signs'][number][] = []
  const remarks: Annotations['remarks'][number][] = []
  const tints: Annotations['tints'][number][] = []
  const underlines: Annotations['underlines'][number][] = []
  if (evaluation === null) return NO_ANNOTATIONS
  for (const result of evaluation.layers.filter(({ layer }) => caseLayerOf(layer) === spot.layer)) {
    const causes = nearMisses(result)
    for (const statement of result.statements) {
      if (!statement.span || statement.level !== spot.level || statement.policy !== spot.policy) continue
      const sign = signOf(statement)
      const tone = causes.has(statement) ? 'deny' : SIGN_TONES[sign]
      const decisive = evaluation.layer === result.layer && isPlace(evaluation.decisive, statement)
      if (SIGN_REMARKS[sign] !== '') remarks.push({ span: statement.span, text: SIGN_REMARKS[sign], tone })
      if (decisive) tints.push({ span: statement.span, tone })
      const reasons: string[] = []
      for (const element of remarkable(statement, decisive)) {
        const text = inlineReason(element, request)
        reasons.push(`${element.key ?? element.element}: ${text}.`)
        const spans = faults(element)
        const place = spans.length === 1 ? spans[0] : element.span
        if (place && text !== '') remarks.push({ span: place, text, tone })
        for (const span of spans) underlines.push({ span, tone, hover: text })
      }
      signs.push({ span: statement.span, sign, hover: [SIGN_HOVERS[sign], ...reasons].join(' ') })
    }
  }
  return { signs, remarks, tints, underlines }
}
