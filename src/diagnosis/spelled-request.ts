import type { BuiltCase } from '../draft/build/build-case'
import { spelledAction } from '../reference/action-name'
import type { Reference } from '../reference/reference'

/** Some services name an action in lower case alone; what is to be written into a policy is spelled as people know it. */
export function withSpelledAction(built: BuiltCase, reference: Reference | undefined): BuiltCase {
  const { accessCase } = built
  const action = reference === undefined ? '' : spelledAction(accessCase.request.action, reference)
  if (action === '' || action === accessCase.request.action) return built
  return { ...built, accessCase: { ...accessCase, request: { ...accessCase.request, action } } }
}
