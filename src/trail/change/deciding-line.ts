import type { StatementRef } from '../../case/policy-ref'
import type { Decision, DependsOn, Evaluation, StatementResult } from '../../evaluation/evaluation'
import { canGrant, type Layer } from '../../iam/layers'
import { GRANT_KEYS, GRANTED_NAME } from './policy-sets'
import type { Span } from '../../text/span'

/** The statement that a decision hangs on. */
export interface DecidingStatement extends StatementRef {
  readonly policyName: string
  readonly sid: string | null
  /** In the policy's text; null where it is no text. */
  readonly span: Span | null
}

/** A decision with the layer and the statement that decide it. */
export interface DecidingLine {
  readonly decision: Decision
  /** Of what is allowed the layer that grants it; none where that layer is not given. */
  readonly layer: Layer | 'none'
  /** Null where no statement decides: nothing allows. */
  readonly statement: DecidingStatement | null
  readonly dependsOn: DependsOn
}

const pick = (one: StatementResult | undefined): DecidingStatement | null =>
  one === undefined
    ? null
    : {
        level: one.level,
        policy: one.policy,
        statement: one.statement,
        policyName: one.policyName,
        sid: one.sid,
        span: one.span,
      }

/** The statement that allows; one that is given before what stands for those that are not. */
function allowing({ layers }: Evaluation): readonly [Layer, StatementResult] | null {
  const found = layers.flatMap((one) =>
    canGrant(one.layer) && one.status === 'allows'
      ? one.statements
          .filter(({ effect, matches }) => effect === 'Allow' && matches === 'yes')
          .map((statement) => [one.layer, statement] as const)
      : [],
  )
  return found.find(([, { policyName }]) => policyName !== GRANTED_NAME) ?? null
}

function deciding(evaluation: Evaluation): readonly [Layer | 'none', StatementResult | undefined] {
  const { decision, layer, layers, decisive } = evaluation
  if (decision === 'allowed') return allowing(evaluation) ?? ['none', undefined]
  if (decision === 'depends') {
    const open = layers.find(({ status, statements }) => status === 'depends' && statements.some(isOpenStatement))
    return [open?.layer ?? 'none', open?.statements.find(isOpenStatement)]
  }
  const statements = layers.find((one) => one.layer === layer)?.statements ?? []
  const isDecisive = (one: StatementResult) =>
    decisive !== null &&
    one.level === decisive.level &&
    one.policy === decisive.policy &&
    one.statement === decisive.statement
  return [layer, statements.find(isDecisive)]
}

const isOpenStatement = ({ matches, policyName }: StatementResult): boolean =>
  matches === 'unknown' && policyName !== GRANTED_NAME

/** What it depends on, where a key of ours stands for a layer that is not given. */
function plainDependsOn({ dependsOn }: Evaluation): DependsOn {
  const { keys, layers } = dependsOn
  const added = (Object.keys(GRANT_KEYS) as (keyof typeof GRANT_KEYS)[]).filter((layer) =>
    keys.includes(GRANT_KEYS[layer]),
  )
  if (added.length === 0) return dependsOn
  const own: readonly string[] = Object.values(GRANT_KEYS)
  return { ...dependsOn, keys: keys.filter((key) => !own.includes(key)), layers: [...new Set([...layers, ...added])] }
}

/** Where a decision comes from. */
export function decidingLine(evaluation: Evaluation): DecidingLine {
  const [layer, statement] = deciding(evaluation)
  return { decision: evaluation.decision, layer, statement: pick(statement), dependsOn: plainDependsOn(evaluation) }
}
