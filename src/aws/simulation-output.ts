import type { EvaluationResult } from '@aws-sdk/client-iam'
import * as v from 'valibot'

const position = v.object({ Line: v.optional(v.number()), Column: v.optional(v.number()) })
const statement = v.object({
  SourcePolicyId: v.optional(v.string()),
  SourcePolicyType: v.optional(v.string()),
  StartPosition: v.optional(position),
  EndPosition: v.optional(position),
})
const detail = {
  MatchedStatements: v.optional(v.array(statement)),
  MissingContextValues: v.optional(v.array(v.string())),
  EvalDecisionDetails: v.optional(v.record(v.string(), v.string())),
  PermissionsBoundaryDecisionDetail: v.optional(v.object({ AllowedByPermissionsBoundary: v.optional(v.boolean()) })),
}
const output = v.object({
  EvaluationResults: v.array(
    v.object({
      EvalActionName: v.string(),
      EvalResourceName: v.optional(v.string()),
      EvalDecision: v.string(),
      OrganizationsDecisionDetail: v.optional(v.object({ AllowedByOrganizations: v.optional(v.boolean()) })),
      ResourceSpecificResults: v.optional(
        v.array(v.object({ EvalResourceName: v.string(), EvalResourceDecision: v.string(), ...detail })),
      ),
      ...detail,
    }),
  ),
})

const LONGEST_OUTPUT = 2_000_000

/** Reads the JSON that `aws iam simulate-…-policy` prints. Null when the text is something else. */
export function parseSimulationOutput(text: string): readonly EvaluationResult[] | null {
  if (text.length > LONGEST_OUTPUT) return null
  try {
    const parsed = v.safeParse(output, JSON.parse(text))
    return parsed.success ? (parsed.output.EvaluationResults as EvaluationResult[]) : null
  } catch {
    return null
  }
}
