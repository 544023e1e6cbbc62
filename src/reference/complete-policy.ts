import type { JsonNode } from '../text/json-node'
import { completeActions } from './complete-actions'
import { completeKeys, completeOperators, completeValues } from './complete-conditions'
import {
  completeEffect,
  completeElements,
  completeSid,
  completeStatements,
  completeVariables,
  completeVersion,
} from './complete-elements'
import { POLICY_SNIPPET } from './snippets'
import { completePrincipalKinds, completePrincipals } from './complete-principals'
import { completeResources } from './complete-resources'
import type { CompletionItem, CompletionRequest, EditorContext } from './completion'
import { findCursor, type PolicyCursor } from './policy-cursor'

type Complete = (request: CompletionRequest) => readonly CompletionItem[]

/** Where each kind of completion belongs: names from the statement down, a key or value, and how deep. */
const PLACES: readonly (readonly [at: PolicyCursor['at'], first: string, depth: number, complete: Complete])[] = [
  ['key', '', 0, completeElements],
  ['key', 'Principal', 1, completePrincipalKinds],
  ['key', 'NotPrincipal', 1, completePrincipalKinds],
  ['key', 'Condition', 1, completeOperators],
  ['key', 'Condition', 2, completeKeys],
  ['value', 'Version', 1, completeVersion],
  ['value', '', 0, completeStatements],
  ['value', 'Effect', 1, completeEffect],
  ['value', 'Sid', 1, completeSid],
  ['value', 'Action', 1, completeActions],
  ['value', 'NotAction', 1, completeActions],
  ['value', 'Resource', 1, completeResources],
  ['value', 'NotResource', 1, completeResources],
  ['value', 'Principal', 1, completePrincipals],
  ['value', 'Principal', 2, completePrincipals],
  ['value', 'NotPrincipal', 2, completePrincipals],
  ['value', 'Condition', 3, completeValues],
]

const WITH_VARIABLES = ['Resource', 'NotResource', 'Condition']

/** The names that lead from the statement, or from the policy above it, to the cursor. */
export function elementNames({ path }: PolicyCursor): readonly string[] {
  const names = path.filter((step) => typeof step === 'string')
  return names[0] === 'Statement' ? names.slice(1) : names
}

/** What can be written at an offset of a policy's text: all that fits the place, for the editor to narrow by what is typed. */
export function completePolicy(
  root: JsonNode | null,
  text: string,
  offset: number,
  context: EditorContext,
): readonly CompletionItem[] {
  if (text.trim() === '') return [{ ...POLICY_SNIPPET, span: [offset, offset] }]
  const cursor = findCursor(root, text, offset)
  if (!cursor) return []
  const steps = elementNames(cursor)
  const request = { ...context, cursor }
  if (cursor.at === 'value' && WITH_VARIABLES.includes(steps[0] ?? '')) {
    const variables = completeVariables(request)
    if (variables) return variables
  }
  const place = PLACES.find(
    ([at, first, depth]) => at === cursor.at && depth === steps.length && first === (steps[0] ?? ''),
  )
  return place ? place[3](request) : []
}
