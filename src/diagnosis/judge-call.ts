import { isDenial } from '../iam/how-denied'
import { checksOfBuilt, type CheckOfCall } from './made-checks'
import type { BuiltCase } from '../draft/build/build-case'
import type { InferenceCode } from '../draft/build/inference'
import type { BuiltKey } from '../draft/build/request-context'
import type { BuiltField } from '../draft/build/request-fields'
import type { AccessCase } from '../case/access-case'
import { evaluate, type Known } from '../evaluation/evaluate'
import { evaluateFurther } from '../evaluation/evaluate-linked'
import type { Evaluation } from '../evaluation/evaluation'
import type { CheckOfDenied } from '../explanation/judged-case'
import { resourcePart } from '../iam/arn'
import type { Layer } from '../iam/layers'

/** One check of the call that failed, judged. */
export interface JudgedCallCheck extends CheckOfCall {
  /** The check as a case of its own. */
  readonly accessCase: AccessCase
  readonly evaluation: Evaluation
}

/** The case of the check that the denial is of, with every check of its call. */
interface CalledCase {
  readonly built: BuiltCase
  readonly evaluation: Evaluation
  readonly call: readonly JudgedCallCheck[]
}

/** Every check of the call by the same policies; the request's own as it is judged already. */
function judged(built: BuiltCase, evaluation: Evaluation, known: Known): readonly JudgedCallCheck[] {
  const checks = checksOfBuilt(built, known.reference)
  if (checks.length === 0) return []
  const { accessCase } = built
  const holes = [...new Set([...(accessCase.holes ?? []), ...checks.flatMap((check) => check.holes)])]
  const others = evaluateFurther(
    {
      ...accessCase,
      ...(holes.length === 0 ? {} : { holes }),
      linked: checks.filter(({ isRequest }) => !isRequest).map(({ linked }) => linked),
    },
    known,
  ).values()
  return checks.flatMap((check): JudgedCallCheck[] => {
    if (check.isRequest) return [{ ...check, accessCase, evaluation }]
    const { value: own } = others.next()
    return own === undefined ? [] : [{ ...check, accessCase: own.accessCase, evaluation: own.evaluation }]
  })
}

/** Layers of which one has to allow a check. */
const HAVE_TO_ALLOW: ReadonlySet<Layer> = new Set<Layer>(['identity', 'trust'])

/** How surely the given policies stop a check: 0 they do, 1 the policies that have to allow it, and are given, do not. */
function rankOf({ evaluation }: Pick<JudgedCallCheck, 'evaluation'>): number {
  if (evaluation.decision === 'allowed') return 3
  if (evaluation.decision !== 'depends') return 0
  const isStopped = evaluation.layers.some(({ layer, status }) => HAVE_TO_ALLOW.has(layer) && isDenial(status))
  return isStopped ? 1 : 2
}

/**
 * The check that the denial is of, where AWS names none: the first that the given policies do not let through, if the
 * request's own passes them. Null: the request is that check, or nothing tells.
 */
function decidingCheck(
  { denial, fields }: BuiltCase,
  evaluation: Evaluation,
  checks: readonly JudgedCallCheck[],
): JudgedCallCheck | null {
  if (denial === null || denial.action !== null) return null
  if (fields.action.origin === 'edited' || fields.resource.origin === 'edited') return null
  const own = rankOf({ evaluation })
  const certain = checks.filter(({ isCertain, isRequest }) => isCertain && !isRequest)
  const best = Math.min(...certain.map(rankOf))
  return best < 2 && best < own ? (certain.find((check) => rankOf(check) === best) ?? null) : null
}

const inferred = (value: string, before: BuiltField, inference: InferenceCode): BuiltField =>
  value === before.value ? before : { value, origin: 'inferred', inference, fromPaste: before.fromPaste }

/** The case as the question whether one check of its call passes. */
function builtOfCheck(
  built: BuiltCase,
  { linked, accessCase }: Pick<JudgedCallCheck, 'linked' | 'accessCase'>,
  code: InferenceCode,
): BuiltCase {
  const { action, resource, resourceAccount = '' } = accessCase.request
  const fields = {
    ...built.fields,
    action: inferred(action, built.fields.action, code),
    resource: inferred(resource, built.fields.resource, code),
    resourceAccount: { ...built.fields.resourceAccount, value: resourceAccount },
  }
  const own = Object.entries(linked.context ?? {}).map(([key, value]): BuiltKey => ({
    key,
    state: 'known',
    values: typeof value === 'string' ? [value] : value,
    multivalued: false,
    origin: 'inferred',
    inference: 'parameter-of-call',
  }))
  const names = new Set(own.map(({ key }) => key.toLowerCase()))
  const context = [...built.context.filter(({ key }) => !names.has(key.toLowerCase())), ...own]
  return { ...built, accessCase, fields, context, missing: built.missing.filter((field) => fields[field].value === '') }
}

/** Does the call tell more of the check that the request is: its resource, or keys that nobody speaks of? */
function tellsMore({ fields, context }: BuiltCase, { resource, linked }: CheckOfCall): boolean {
  if (fields.resource.value === '') return resource !== '' && !resourcePart(resource).includes('<')
  const spoken = new Set(context.map(({ key }) => key.toLowerCase()))
  return (
    resource === fields.resource.value &&
    Object.keys(linked.context ?? {}).some((key) => !spoken.has(key.toLowerCase()))
  )
}

/** The request with what the call tells of it besides. */
function withCall(built: BuiltCase, evaluation: Evaluation, known: Known): Omit<CalledCase, 'call'> {
  const asked = checksOfBuilt(built, known.reference).find(({ isRequest }) => isRequest)
  if (asked === undefined || !tellsMore(built, asked)) return { built, evaluation }
  const spoken = new Set(built.context.map(({ key }) => key.toLowerCase()))
  const context = Object.fromEntries(
    Object.entries(asked.linked.context ?? {}).filter(([key]) => !spoken.has(key.toLowerCase())),
  )
  const { request, holes = [] } = built.accessCase
  const all = [...new Set([...holes, ...asked.holes])]
  const accessCase: AccessCase = {
    ...built.accessCase,
    request: { ...request, resource: asked.resource, context: { ...request.context, ...context } },
    ...(all.length === 0 ? {} : { holes: all }),
  }
  return {
    built: builtOfCheck(
      built,
      { linked: { ...asked.linked, context }, accessCase },
      built.denial?.call === undefined ? 'resource-of-action' : 'parameter-of-call',
    ),
    evaluation: evaluate(accessCase, known),
  }
}

/**
 * Judges a call whole: every check of it, and the case as the question about the check that the denial is of. `first` is the
 * evaluation of the request as the text tells it.
 */
export function judgeCall(given: BuiltCase, first: Evaluation, known: Known): CalledCase {
  const { built, evaluation } = withCall(given, first, known)
  const call = judged(built, evaluation, known)
  if (call.length < 2) return { built, evaluation, call: [] }
  const deciding = decidingCheck(built, evaluation, call)
  if (deciding === null) return { built, evaluation, call }
  return {
    built: builtOfCheck(built, deciding, 'check-of-call'),
    evaluation: deciding.evaluation,
    call: call.map((check) => ({ ...check, isRequest: check === deciding })),
  }
}

/** What an explanation needs of a check. */
export const checkOfDenied = ({ accessCase, evaluation, isCertain, isRequest }: JudgedCallCheck): CheckOfDenied => ({
  accessCase,
  evaluation,
  isCertain,
  isRequest,
})
