import { namesOfTrait } from '../../facts/keys/condition-keys'
import { serviceOfAction } from '../../iam/action'
import { splitArn } from '../../iam/arn'
import { takesNoResource } from '../../iam/no-resource-actions'
import { actionOf } from '../../reference/action-name'
import { typesMatching } from '../../reference/arn-template'
import type { Reference } from '../../reference/reference'
import { setOwn } from '../../text/own'
import { pickTime } from '../log-entry'
import type { TrailEvent } from '../trail-event'

/** What is known of the resource of a call: its ARN, that its action takes none, or nothing. */
export type UsedResource =
  | {
      readonly kind: 'named'
      readonly arn: string
      /** Its star stands for a part that the trail does not say, and is no character of a name. */
      readonly isPattern?: true
    }
  /** The action has no resource-level permissions. */
  | { readonly kind: 'none' }
  /** The action takes a resource, and the trail does not say which. */
  | { readonly kind: 'notInTrail' }

/** What a principal did, as a policy sees it: one action on one resource, as often as it was done alike. */
export interface UsedCall {
  /** What policies are attached to: a user or a role. */
  readonly principal: string
  readonly action: string
  readonly resource: UsedResource
  /** The keys of `HINT_KEYS` that the events state. */
  readonly context: Readonly<Record<string, string>>
  readonly outcome: TrailEvent['outcome']
  readonly count: number
  readonly first: string
  readonly last: string
}

/** What is read of an event. */
export type CallEvent = Pick<
  TrailEvent,
  'principal' | 'actions' | 'resource' | 'resources' | 'context' | 'outcome' | 'time'
> & {
  /** How many events it stands for; one if left out. */
  readonly count?: number
  /** The time of the last of them. */
  readonly last?: string
  /** S3 objects stand for all in their bucket: the star at the end of an ARN is a pattern. */
  readonly isByBucket?: boolean
}

/** Context keys that a condition may be suggested of: those that tell where a call came from and whose it was. */
export const HINT_KEYS: readonly string[] = namesOfTrait('hint')

function hintContext(context: TrailEvent['context']): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const key of HINT_KEYS) {
    const value = Object.hasOwn(context, key) ? context[key] : undefined
    if (typeof value === 'string') setOwn(kept, key, value)
  }
  return kept
}

/** Where AWS, or a parameter alone, tells the resource, its last part may be a star: any instance, a stack of any id. */
const isPattern = (arn: string, { resources, isByBucket = false }: CallEvent): boolean =>
  splitArn(arn)?.[2] === 's3' ? isByBucket && arn.endsWith('/*') : arn.endsWith('*') && !resources.includes(arn)

/** The resources of an event that the action can work on. */
function resourcesFor(action: string, event: CallEvent, reference: Reference): readonly UsedResource[] {
  const arns = [...new Set([...(event.resource === null ? [] : [event.resource]), ...event.resources])].filter(
    (arn) => splitArn(arn) !== null,
  )
  const known = actionOf(action, reference)
  if (known !== null && known.resources.length === 0) return [{ kind: 'none' }]
  if (known === null && takesNoResource(action)) return [{ kind: 'none' }]
  const service = serviceOfAction(action)
  const fitting = arns.filter((arn) =>
    known === null ? splitArn(arn)?.[2] === service : typesMatching(known, arn).length > 0,
  )
  return fitting.length === 0
    ? [{ kind: 'notInTrail' }]
    : fitting.map((arn) => ({ kind: 'named', arn, ...(isPattern(arn, event) ? { isPattern: true } : {}) }))
}

/** A name that a policy takes for that action alone. */
const isPlainAction = (action: string): boolean => /^[a-z\d-]{1,64}:[A-Za-z\d]{1,128}$/.test(action)

/** The calls of an event: one for each action that it needs and each resource that the action can work on. */
export function callsOfEvent(event: CallEvent, reference: Reference): readonly UsedCall[] {
  const { principal, actions, outcome, time, count = 1, last = time } = event
  const { arn } = principal
  if (arn === null) return []
  const context = hintContext(event.context)
  return actions.filter(isPlainAction).flatMap((action) =>
    resourcesFor(action, event, reference).map((resource) => ({
      principal: arn,
      action,
      resource,
      context,
      outcome,
      count,
      first: time,
      last,
    })),
  )
}

const callKey = ({ principal, action, resource, context, outcome }: UsedCall): string =>
  JSON.stringify([principal, action, resource, context, outcome])

/** Calls that are alike, each once with how often it was made. */
export class CallSums {
  private readonly sums = new Map<string, UsedCall>()

  /** Counts a call in. */
  add(call: UsedCall): void {
    const key = callKey(call)
    const known = this.sums.get(key)
    this.sums.set(
      key,
      known === undefined
        ? call
        : {
            ...known,
            count: known.count + call.count,
            first: pickTime('first', known.first, call.first) ?? call.first,
            last: pickTime('last', known.last, call.last) ?? call.last,
          },
    )
  }

  /** All calls so far, in the order in which each first came. */
  get calls(): readonly UsedCall[] {
    return [...this.sums.values()]
  }
}
