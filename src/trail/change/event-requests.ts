import type { CaseRequest } from '../../case/access-case'
import { takesNoResource } from '../../iam/no-resource-actions'
import { parsePrincipal } from '../../iam/principal'
import { actionOf } from '../../reference/action-name'
import { typesMatching } from '../../reference/arn-template'
import type { Reference } from '../../reference/reference'
import type { TrailEvent } from '../trail-event'

/** What is read of an event to ask about it again. */
export type AskedEvent = Pick<
  TrailEvent,
  'principal' | 'actions' | 'resource' | 'resources' | 'resourceAccount' | 'context' | 'outcome' | 'time'
>

/** The resources that the action can work on; what the event does not say is the empty text. */
function resourcesOf(action: string, event: AskedEvent, reference: Reference): readonly string[] {
  const arns = [...new Set([...(event.resource === null ? [] : [event.resource]), ...event.resources])]
  const known = actionOf(action, reference)
  if (known === null ? takesNoResource(action) : known.resources.length === 0) return ['*']
  const fitting = known === null ? arns.slice(0, 1) : arns.filter((arn) => typesMatching(known, arn).length > 0)
  return fitting.length === 0 ? [''] : fitting
}

/**
 * The requests that an event stands for: one for each action and resource. Keys that the event does not carry are
 * unknown. None where it does not say who called.
 */
export function requestsOfEvent(event: AskedEvent, reference: Reference): readonly CaseRequest[] {
  const { principal, actions, context, resourceAccount } = event
  const { name } = principal
  if (name === null || parsePrincipal(name) === null) return []
  return actions.flatMap((action) =>
    resourcesOf(action, event, reference).map((resource) => ({
      principal: name,
      action,
      resource,
      ...(resourceAccount === null || resource === '' || resource === '*' ? {} : { resourceAccount }),
      context,
      otherContext: 'unknown' as const,
    })),
  )
}
