import { isDenial } from '../iam/how-denied'
import type { EvaluationResult, Statement } from '@aws-sdk/client-iam'
import type { Decision, Evaluation, LayerResult } from '../evaluation/evaluation'
import type { LeftOut, SentPolicy } from './simulation-input'
import type { StatementRef } from '../case/policy-ref'
import type { Layer } from '../iam/layers'
import { append } from '../text/append'

/** The results as AWS gives them, by the API or by the CLI's JSON. */
export type SimulationResults = readonly EvaluationResult[]

/** The results of one action: an output may be pasted that was asked of others. */
export const resultsOf = (results: SimulationResults, action: string): SimulationResults =>
  results.filter(({ EvalActionName }) => EvalActionName?.toLowerCase() === action.toLowerCase())

type SimulatedDecision = Exclude<Decision, 'depends'>

/** A statement that the simulator names; `place` is null when it is a policy that does not stand in the editors. */
export interface SimulatedStatement {
  readonly sourceId: string
  readonly sourceType: string
  readonly layer: SentPolicy['layer'] | null
  readonly place: StatementRef | null
}

/** The simulator's answer for the case's one action and resource. */
export interface Simulation {
  readonly decision: SimulatedDecision
  readonly statements: readonly SimulatedStatement[]
  /** Keys that the policies use and the request did not carry. A "maybe" only: it counts every statement. */
  readonly missingKeys: readonly string[]
  /** Undefined: no boundary, or no SCPs, took part. */
  readonly allowedByBoundary: boolean | undefined
  readonly allowedByOrganization: boolean | undefined
  /** Across accounts: the decision by kind of policy, in AWS's words. */
  readonly details: Readonly<Record<string, string>>
}

/** The offset of a 1-based line and column; CRLF is one line break. Null when the text is shorter. */
function offsetAt(text: string, line: number, column: number): number | null {
  let start = 0
  for (let current = 1; current < line; current += 1) {
    const end = text.indexOf('\n', start)
    if (end < 0) return null
    start = end + 1
  }
  const offset = start + column - 1
  return offset <= text.length ? offset : null
}

/**
 * The statement that a position names. Its start lies before the comma and white space in front of a statement, so only
 * the end, just after the closing brace, identifies it.
 */
function placeOf(statement: Statement, sent: readonly SentPolicy[], evaluation: Evaluation): SimulatedStatement {
  const policy = sent.find(({ id }) => id === statement.SourcePolicyId)
  const known = {
    sourceId: statement.SourcePolicyId ?? '',
    sourceType: statement.SourcePolicyType ?? '',
    layer: policy?.layer ?? null,
  }
  const { Line, Column } = statement.EndPosition ?? {}
  const end = policy && Line && Column ? offsetAt(policy.text, Line, Column) : null
  const found = evaluation.layers
    .find(({ layer }) => layer === policy?.layer)
    ?.statements.find((candidate) => candidate.policy === policy?.policy && candidate.span?.[1] === end)
  return {
    ...known,
    place: found ? { level: found.level, policy: found.policy, statement: found.statement } : null,
  }
}

const isDecision = (text: string | undefined): text is SimulatedDecision => text === 'allowed' || isDenial(text)

/**
 * Reads the result of one action on at most one resource: the entry of that resource where there is one, since the top
 * level is an aggregate. Null when AWS answered nothing. The same shape comes from the API and from the CLI's JSON.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html
 */
export function readSimulation(
  results: SimulationResults | undefined,
  sent: readonly SentPolicy[],
  evaluation: Evaluation,
): Simulation | null {
  const result = results?.[0]
  if (!result) return null
  const specific = result.ResourceSpecificResults?.length === 1 ? result.ResourceSpecificResults[0] : undefined
  const decision = specific?.EvalResourceDecision ?? result.EvalDecision
  if (!isDecision(decision)) return null
  const boundary = specific?.PermissionsBoundaryDecisionDetail ?? result.PermissionsBoundaryDecisionDetail
  return {
    decision,
    statements: (specific?.MatchedStatements ?? result.MatchedStatements ?? []).map((statement) =>
      placeOf(statement, sent, evaluation),
    ),
    missingKeys: specific?.MissingContextValues ?? result.MissingContextValues ?? [],
    allowedByBoundary: boundary?.AllowedByPermissionsBoundary,
    allowedByOrganization: result.OrganizationsDecisionDetail?.AllowedByOrganizations,
    details: { ...(specific?.EvalDecisionDetails ?? result.EvalDecisionDetails) },
  }
}

/** Why the simulator and our evaluation may differ. */
export type DifferenceReason =
  | LeftOut
  | 'scps-elsewhere'
  | 'boundary-elsewhere'
  | 'statement-elsewhere'
  | 'account-principal-grants'
  | 'role-resource-policy'
  | 'attached-policies-differ'
  | 'wrong-resource-type'
  | 'values-do-not-parse'
  | 'depends'

interface SimulationComparison {
  readonly agrees: boolean
  readonly ours: Decision
  readonly theirs: SimulatedDecision
  /** Known reasons for a difference, the likeliest first; empty with `agrees` false means unexplained. */
  readonly reasons: readonly DifferenceReason[]
}

/** Which left-out part explains a difference, by the layer that decides in our evaluation. */
const LAYER_LEFT_OUT: Readonly<Record<Evaluation['layer'], readonly LeftOut[]>> = {
  none: [],
  rcp: ['rcp'],
  session: ['session'],
  endpoint: ['endpoint'],
  trust: ['trust'],
  resource: ['resource-star', 'resource-policy-star', 'characters'],
  scp: ['scp-level-empty', 'scp-levels-many', 'scp-in-principal-mode', 'characters'],
  identity: ['characters'],
  boundary: ['characters'],
}

/** Does the resource-based policy allow the caller through its account alone? */
const grantsAccount = ({ status, statements }: LayerResult): boolean =>
  status === 'allows' &&
  statements.some(
    ({ effect, matches, elements }) =>
      effect === 'Allow' &&
      matches === 'yes' &&
      elements.some(({ values }) => values.some(({ reason }) => reason === 'account-named')),
  )

/** Does a condition hang on text that is no number, date or address? The simulator then takes negated operators as false. */
const comparesUnreadable = ({ layers }: Evaluation): boolean =>
  layers.some(({ statements }) =>
    statements.some(({ elements }) =>
      elements.some(({ values }) =>
        values.some(({ reason }) => reason === 'literal-malformed' || reason === 'request-value-malformed'),
      ),
    ),
  )

/** What of the simulator's answer shows that policies of AWS decide which do not stand in the editors. */
function deniedElsewhere({ layers }: Evaluation, simulation: Simulation): readonly DifferenceReason[] {
  const denies = (id: Layer) => layers.some(({ layer, status }) => layer === id && isDenial(status))
  const isDenied = simulation.decision === 'explicitDeny' && simulation.statements.some(({ place }) => place === null)
  return [
    ...(simulation.allowedByOrganization === false && !denies('scp') ? (['scps-elsewhere'] as const) : []),
    ...(simulation.allowedByBoundary === false && !denies('boundary') ? (['boundary-elsewhere'] as const) : []),
    ...(isDenied ? (['statement-elsewhere'] as const) : []),
  ]
}

/** Compares our evaluation with the simulator's answer and gives the known reasons for a difference. */
export function compareSimulation(
  evaluation: Evaluation,
  simulation: Simulation,
  leftOut: readonly LeftOut[],
  mode: 'custom' | 'principal',
): SimulationComparison {
  const ours = evaluation.decision
  const theirs = simulation.decision
  if (ours === theirs) return { agrees: true, ours, theirs, reasons: [] }
  const reasons: DifferenceReason[] = []
  if (ours === 'depends') reasons.push('depends')
  const explains = LAYER_LEFT_OUT[evaluation.layer]
  append(
    reasons,
    explains.filter((code) => leftOut.includes(code)),
  )
  const elsewhere = mode === 'principal' ? deniedElsewhere(evaluation, simulation) : []
  append(reasons, elsewhere)
  const resource = evaluation.layers.find(({ layer }) => layer === 'resource')
  if (theirs === 'allowed' && ours === 'implicitDeny' && resource && grantsAccount(resource))
    reasons.push('account-principal-grants')
  if (resource?.status === 'allows' && ours === 'allowed') reasons.push('role-resource-policy')
  if (
    theirs === 'implicitDeny' &&
    ours === 'allowed' &&
    !simulation.statements.length &&
    simulation.allowedByBoundary !== false
  )
    reasons.push('wrong-resource-type')
  if (comparesUnreadable(evaluation)) reasons.push('values-do-not-parse')
  if (mode === 'principal' && elsewhere.length === 0) reasons.push('attached-policies-differ')
  return { agrees: false, ours, theirs, reasons: [...new Set(reasons)] }
}
