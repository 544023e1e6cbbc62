import { splitAction } from '../../reference/action-name'
import type { ActionReference } from '../../reference/service-reference'
import { expandActions } from '../../reference/statement-actions'
import type { Statement } from '../policy'
import type { CheckContext } from './check'

/**
 * All actions that a statement's Action names; null where it cannot be told, because of NotAction, of `*` alone, or
 * because one of its services is not loaded.
 */
export function knownActions({ action }: Statement, { reference }: CheckContext): readonly ActionReference[] | null {
  if (action.not) return null
  const patterns = action.values.map(({ text }) => text)
  const loaded = patterns.every((pattern) => reference.service(splitAction(pattern)?.service ?? '') !== null)
  return loaded ? expandActions(patterns, reference) : null
}
