import { splitAction } from '../../iam/action'
import type { Reference } from '../../reference/reference'
import type { ActionReference } from '../../reference/service-reference'
import { expandActions } from '../../reference/statement-actions'
import type { Statement } from '../policy'

/**
 * All actions that a statement's Action names; null where it cannot be told, because of NotAction, of `*` alone, or
 * because one of its services is not loaded.
 */
function knownActions({ action }: Statement, reference: Reference): readonly ActionReference[] | null {
  if (action.not) return null
  const patterns = action.values.map(({ text }) => text)
  const loaded = patterns.every((pattern) => reference.service(splitAction(pattern)?.service ?? '') !== null)
  return loaded ? expandActions(patterns, reference) : null
}

/** The same for all checks of one policy: each statement is expanded once. */
export function actionsOfStatements(reference: Reference): (statement: Statement) => readonly ActionReference[] | null {
  const found = new Map<Statement, readonly ActionReference[] | null>()
  return (statement) => {
    const before = found.get(statement)
    if (before !== undefined) return before
    const actions = knownActions(statement, reference)
    found.set(statement, actions)
    return actions
  }
}
