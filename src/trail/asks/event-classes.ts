import { setOwn } from '../../text/own'
import type { AskedEvent } from '../change/event-requests'
import { pickTime } from '../log-entry'
import { dataServiceOf } from '../needs/unseen-calls'
import type { TrailEvent } from '../trail-event'

/** Events that are alike in all that a policy could ask, but for the moment and the client. */
export interface EventClass extends AskedEvent {
  readonly count: number
  readonly last: string
  /** S3 objects stand for all in their bucket. */
  readonly isByBucket: boolean
}

/** A user or role that called, with how often. */
export interface TrailCaller {
  readonly arn: string
  readonly count: number
  readonly denied: number
}

/** So many are kept; what is another again after them is counted, and told. */
const MOST_CLASSES = 250_000

/** Keys that are another in every event. Where a policy asks for one it is unknown. */
const MOMENTARY: ReadonlySet<string> = new Set([
  'aws:CurrentTime',
  'aws:EpochTime',
  'aws:TokenIssueTime',
  'aws:UserAgent',
])

function lasting(context: TrailEvent['context']): TrailEvent['context'] {
  const kept: Record<string, string | readonly string[]> = {}
  for (const [key, value] of Object.entries(context)) if (!MOMENTARY.has(key)) setOwn(kept, key, value)
  return kept
}

/** The events of a trail summed up for questions about policies. */
export class EventClasses {
  private readonly classes = new Map<string, EventClass>()
  private readonly seenData = new Set<string>()
  /** Events so far. */
  events = 0
  /** Events that found no room. */
  leftOut = 0

  /** Takes an event, or as many as are alike. */
  add(event: TrailEvent, count = 1, last = event.time, isByBucket = false): void {
    this.events += count
    const data = dataServiceOf(event)
    if (data !== null) this.seenData.add(data)
    if (event.actions.length === 0) return
    const { principal, actions, resource, resources, resourceAccount, outcome, time } = event
    const context = lasting(event.context)
    const key = JSON.stringify([
      principal.name,
      principal.arn,
      actions,
      resource,
      resources,
      resourceAccount,
      context,
      outcome,
      isByBucket,
    ])
    const known = this.classes.get(key)
    if (known === undefined && this.classes.size >= MOST_CLASSES) {
      this.leftOut += count
      return
    }
    const first = known?.time ?? time
    this.classes.set(key, {
      ...(known ?? { principal, actions, resource, resources, resourceAccount, context, outcome, isByBucket }),
      count: (known?.count ?? 0) + count,
      time: pickTime('first', first, time) ?? time,
      last: pickTime('last', known?.last ?? last, last) ?? last,
    })
  }

  /** The classes, of one user or role or of all. */
  of(principal: string | null): readonly EventClass[] {
    const all = [...this.classes.values()]
    return principal === null ? all : all.filter((one) => one.principal.arn === principal)
  }

  /** Who called, the busiest first. */
  get callers(): readonly TrailCaller[] {
    const callers = new Map<string, TrailCaller>()
    for (const { principal, count, outcome } of this.classes.values()) {
      const { arn } = principal
      if (arn === null) continue
      const before = callers.get(arn) ?? { arn, count: 0, denied: 0 }
      const denied = before.denied + (outcome === 'denied' ? count : 0)
      callers.set(arn, { arn, count: before.count + count, denied })
    }
    return [...callers.values()].sort((a, b) => b.count - a.count)
  }

  /** The services of which data events were seen. */
  get dataServices(): ReadonlySet<string> {
    return this.seenData
  }
}
