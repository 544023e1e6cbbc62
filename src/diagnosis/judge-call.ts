import { checksOfBuilt, type CheckOfCall } from './made-checks'
import type { BuiltCase } from '../draft/build/build-case'
import type { BuiltKey } from '../draft/build/request-context'
import type { BuiltField } from '../draft/build/request-fields'
import type { AccessCase } from '../case/access-case'
import { evaluateLinked } from '../evaluation/evaluate-linked'
import type { Evaluation } from '../evaluation/evaluation'
import type { Reference } from '../reference/reference'

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
function judged(
  built: BuiltCase,
  evaluation: Evaluation,
  reference?: Pick<Reference, 'service'>,
): readonly JudgedCallCheck[] {
  const checks = checksOfBuilt(built, reference)
  if (checks.length === 0) return []
  const { accessCase } = built
  const holes = [...new Set([...(accessCase.holes ?? []), ...checks.flatMap((check) => check.holes)])]
  const others = evaluateLinked(
    {
      ...accessCase,
      ...(holes.length === 0 ? {} : { holes }),
      linked: checks.map(({ linked }) => linked),
    },
    reference === undefined ? {} : { reference },
  ).checks.slice(1)
  return checks.flatMap((check, index): JudgedCallCheck[] => {
    const own = others[index]
    if (check.isRequest) return [{ ...check, accessCase, evaluation }]
    return own === undefined ? [] : [{ ...check, accessCase: own.accessCase, evaluation: own.evaluation }]
  })
}

/** How surely the given policies stop a check: 0 they do, 1 the identity-based policies that are given do not allow it. */
function rankOf({ evaluation }: Pick<JudgedCallCheck, 'evaluation'>): number {
  if (evaluation.decision === 'allowed') return 3
  if (evaluation.decision !== 'depends') return 0
  const identity = evaluation.layers.find(({ layer }) => layer === 'identity')
  return identity?.status === 'implicitDeny' || identity?.status === 'explicitDeny' ? 1 : 2
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

const inferred = (value: string, before: BuiltField): BuiltField => ({
  value,
  origin: 'inferred',
  inference: 'check-of-call',
  fromPaste: before.fromPaste,
})

/** The case as the question whether one check of its call passes. */
function builtOfCheck(built: BuiltCase, { linked, accessCase }: JudgedCallCheck): BuiltCase {
  const { action, resource, resourceAccount = '' } = accessCase.request
  const fields = {
    ...built.fields,
    action: inferred(action, built.fields.action),
    resource: inferred(resource, built.fields.resource),
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

/**
 * Judges a call whole: every check of it, and the case as the question about the check that the denial is of. `evaluation` is
 * that of the request as the text tells it.
 */
export function judgeCall(
  built: BuiltCase,
  evaluation: Evaluation,
  reference?: Pick<Reference, 'service'>,
): CalledCase {
  const call = judged(built, evaluation, reference)
  const deciding = decidingCheck(built, evaluation, call)
  if (deciding === null) return { built, evaluation, call }
  return {
    built: builtOfCheck(built, deciding),
    evaluation: deciding.evaluation,
    call: call.map((check) => ({ ...check, isRequest: check === deciding })),
  }
}
