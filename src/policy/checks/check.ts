import type { Reference } from '../../reference/reference'
import type { ActionReference } from '../../reference/service-reference'
import type { Problem, Severity } from '../../text/problem'
import type { Span } from '../../text/span'
import type { Policy, Statement } from '../policy'
import type { CheckCode } from './check-messages'
import type { QuickFixCode } from './fix-messages'
import { READING_ORDER, canGrant, namesPrincipals, type Layer } from '../../iam/layers'

/** A change of the policy's text that answers a finding. */
export interface QuickFix {
  readonly code: QuickFixCode
  readonly data: Problem['data']
  readonly edits: readonly { readonly span: Span; readonly text: string }[]
}

/** What a check found: a problem, with the ways to fix it where they are obvious, the likeliest first. */
export interface CheckFinding extends Problem<CheckCode> {
  readonly code: CheckCode
  readonly fixes: readonly QuickFix[]
}

/** A policy that hangs on the same holder, and what it is called. */
export interface PolicyBeside {
  readonly name: string
  readonly policy: Policy
}

/** What the checks know of a policy. */
export interface CheckContext {
  readonly policy: Policy
  /** The policy as text; null when it did not come from one: sizes are then unknown and nothing can be edited. */
  readonly text: string | null
  readonly type: Layer
  readonly reference: Reference
  /** Actions, in lower case, that a message of AWS itself names: they exist, whatever the reference lists. */
  readonly namedByAws: ReadonlySet<string>
  /** The other policies of the same type and holder. */
  readonly beside: readonly PolicyBeside[]
  /** All actions that a statement's Action names; null where it cannot be told. */
  readonly actions: (statement: Statement) => readonly ActionReference[] | null
}

/** One place where a check fires. */
export interface CheckHit {
  readonly span: Span | null
  readonly data?: Problem['data']
  readonly fixes?: readonly QuickFix[]
}

/** One row of the table of checks. */
export interface Check {
  readonly code: CheckCode
  readonly severity: Severity
  /** The policy types that it is for; it says nothing where it is for all. */
  readonly types?: readonly Layer[]
  readonly find: (context: CheckContext) => Iterable<CheckHit>
}

/** Policy types that name who they are about. */
export const WITH_PRINCIPAL = READING_ORDER.filter(namesPrincipals)
/** Policy types that give permissions by themselves. */
export const GRANTING = READING_ORDER.filter(canGrant)

/** A check that looks at one statement at a time. */
export const eachStatement = (
  find: (statement: Statement, context: CheckContext) => Iterable<CheckHit>,
): Check['find'] =>
  function* (context) {
    for (const statement of context.policy.statements) yield* find(statement, context)
  }

/** The fix that puts another text into the place of a JSON string. */
export function replaceString(span: Span | null, text: string): readonly QuickFix[] {
  return span ? [{ code: 'replace-with', data: { text }, edits: [{ span, text: JSON.stringify(text) }] }] : []
}

/** One replacement for each candidate. */
export const replaceWithEach = (span: Span | null, candidates: readonly string[]): readonly QuickFix[] =>
  candidates.flatMap((text) => replaceString(span, text))

/** The fix that takes a value out of its list, with the comma and the space that part it from its neighbour. */
export function removeFromList(text: string | null, span: Span | null): readonly QuickFix[] {
  if (text === null || span === null) return []
  const [start, end] = span
  const after = /^\s{0,200},\s{0,200}/.exec(text.slice(end, end + 402))?.[0]
  if (after) return [{ code: 'remove', data: {}, edits: [{ span: [start, end + after.length], text: '' }] }]
  const before = text.slice(Math.max(0, start - 402), start)
  const comma = before.lastIndexOf(',')
  if (comma === -1 || before.slice(comma + 1).trim() !== '') return []
  return [{ code: 'remove', data: {}, edits: [{ span: [start - (before.length - comma), end], text: '' }] }]
}

/** Does the statement allow something? */
export const allows = (statement: Statement): boolean => statement.effect === 'Allow'

/** Does one of the statement's conditions test one of these keys (in lower case)? */
export const testsKey = (statement: Statement, keys: readonly string[]): boolean =>
  statement.conditions.some(({ lowerKey }) => keys.includes(lowerKey))
