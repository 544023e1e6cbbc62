import type { CaseRequest } from '../../case/access-case'
import { compilePolicies, type CompiledPolicies } from '../../evaluation/compile-policies'
import type { Evaluation } from '../../evaluation/evaluation'
import type { Reference } from '../../reference/reference'
import { pickTime } from '../log-entry'
import type { TrailEvent } from '../trail-event'
import { decidingLine, type DecidingLine } from './deciding-line'
import { requestsOfEvent, type AskedEvent } from './event-requests'
import { unaskedOf, withoutSession, type Unasked } from './mentioned-keys'
import { askedOf, policiesFor, policiesKey, type AskedOf, type PolicySets } from './policy-sets'

/** What a change means for somebody who was allowed, or was not. */
export type ChangeKind = 'breaks' | 'mayBreak' | 'opens' | 'mayOpen' | 'otherDenial' | 'staysOpen'

/** Calls of a principal that a change decides otherwise, in the same way. */
export interface DecisionChange {
  readonly kind: ChangeKind
  /** The role or user behind the calls. */
  readonly principal: string
  readonly action: string
  readonly outcome: TrailEvent['outcome']
  readonly before: DecidingLine
  readonly after: DecidingLine
  readonly count: number
  readonly first: string
  readonly last: string
  /** Some of the resources; the empty text stands for one that the event does not say. */
  readonly resources: readonly string[]
  readonly resourceCount: number
  /** One of the requests, to be looked at as a case. */
  readonly sample: CaseRequest
}

/** How a trail fares under a change. */
export interface ChangeReport {
  readonly changes: readonly DecisionChange[]
  /** Checks that were asked: an event has one for each action and resource. */
  readonly asked: number
  readonly unchanged: number
  /** Different checks: what was evaluated. */
  readonly classes: number
  /** Events that don’t show the caller or the action. */
  readonly unread: number
  /** Checks that AWS allowed and that the policies before deny: something of them is missing or not as it was. */
  readonly contradicted: number
  /** Checks that depend on something unknown on both sides, and on the same. */
  readonly open: number
}

/** What both sides decide of one request. */
interface Compared {
  readonly before: Evaluation['decision']
  readonly isChanged: boolean
  readonly isOpen: boolean
  readonly lines: readonly [DecidingLine, DecidingLine] | null
}

/** The policies of both sides, prepared. */
type Sides = Readonly<Record<'before' | 'after', CompiledPolicies>>

const hangsOn = ({ dependsOn, sufficientConditions }: Evaluation): string =>
  JSON.stringify([dependsOn, sufficientConditions])

/** Do two evaluations of one request decide otherwise? Where both depend, they do if it is on something else. */
export const decidesOtherwise = (before: Evaluation, after: Evaluation): boolean =>
  before.decision !== after.decision || (before.decision === 'depends' && hangsOn(before) !== hangsOn(after))

/** Of a call that failed for another reason it is not known whether it was allowed, unless the policies say so. */
function kindOf(
  outcome: TrailEvent['outcome'],
  before: Evaluation['decision'],
  after: Evaluation['decision'],
): ChangeKind {
  const wasAllowed = outcome === 'allowed' || before === 'allowed'
  if (after === 'allowed') return 'opens'
  const mayHave = wasAllowed || (outcome === 'failed' && before === 'depends')
  if (after === 'depends') return mayHave ? 'mayBreak' : before === 'depends' ? 'staysOpen' : 'mayOpen'
  return wasAllowed ? 'breaks' : mayHave ? 'mayBreak' : 'otherDenial'
}

/** What both sides decide; the whole of it where they may differ. */
function evaluateBoth(request: CaseRequest, { before: old, after: young }: Sides): Compared {
  // Without a resource the decision alone takes as long as the whole.
  if (request.resource !== '') {
    const before = old.decide(request).decision
    const isSame = before !== 'depends' && before === young.decide(request).decision
    if (isSame) return { before, isChanged: false, isOpen: false, lines: null }
  }
  const evaluations = [old.evaluate(request), young.evaluate(request)] as const
  const before = evaluations[0].decision
  const isChanged = decidesOtherwise(...evaluations)
  return {
    before,
    isChanged,
    isOpen: before === 'depends' && !isChanged,
    lines: isChanged ? [decidingLine(evaluations[0]), decidingLine(evaluations[1])] : null,
  }
}

const MOST_RESOURCES = 5

/** Compares the decisions on the events of a trail before and after a change. Requests that are alike are evaluated once. */
export class ChangeAudit {
  private readonly sets: PolicySets
  private readonly sides = new Map<string, Sides>()
  private readonly unasked: Unasked
  private readonly reference: Reference
  private readonly compared = new Map<string, Compared>()
  private readonly changes = new Map<string, DecisionChange & { readonly seen: Set<string> }>()
  private asked = 0
  private unread = 0
  private contradicted = 0
  private unchanged = 0
  private open = 0

  constructor(sets: PolicySets, reference: Reference) {
    this.sets = sets
    this.unasked = unaskedOf([sets.before, sets.after])
    this.reference = reference
  }

  /** Asks about an event, or about as many as are alike. */
  add(event: AskedEvent & { readonly count?: number; readonly last?: string }): void {
    const requests = requestsOfEvent(event, this.reference)
    const { count = 1 } = event
    if (requests.length === 0) this.unread += count
    for (const request of requests) {
      this.asked += count
      const found = this.compare(request, askedOf(event.principal.arn, request, event.outcome === 'allowed'))
      if (event.outcome === 'allowed' && found.before !== 'allowed' && found.before !== 'depends')
        this.contradicted += count
      if (found.isOpen) this.open += count
      if (found.isChanged) this.note(found, request, event, count)
      else this.unchanged += count
    }
  }

  /** What was found so far. */
  get report(): ChangeReport {
    const changes = [...this.changes.values()].map(({ seen, ...change }) => ({ ...change, resourceCount: seen.size }))
    const { asked, unread, contradicted, unchanged, open } = this
    return { changes, asked, unchanged, classes: this.compared.size, unread, contradicted, open }
  }

  private sidesFor(asked: AskedOf): Sides {
    const key = policiesKey(this.sets, asked)
    const known = this.sides.get(key)
    if (known !== undefined) return known
    const sides: Sides = {
      before: compilePolicies(policiesFor(this.sets, 'before', asked)),
      after: compilePolicies(policiesFor(this.sets, 'after', asked)),
    }
    this.sides.set(key, sides)
    return sides
  }

  private compare(request: CaseRequest, asked: AskedOf): Compared {
    const context = Object.entries(request.context ?? {})
      .filter(([key]) => !this.unasked.keys.has(key.toLowerCase()))
      .sort(([a], [b]) => (a < b ? -1 : 1))
    const { action, resource, resourceAccount = null } = request
    const principal = this.unasked.isSessionUnasked ? withoutSession(request.principal) : request.principal
    const key = JSON.stringify([
      principal,
      asked.principal,
      action,
      resource,
      resourceAccount,
      context,
      asked.wasAllowed,
    ])
    const known = this.compared.get(key)
    if (known !== undefined) return known
    const found = evaluateBoth({ ...request, principal, context: Object.fromEntries(context) }, this.sidesFor(asked))
    this.compared.set(key, found)
    return found
  }

  private note(
    { lines }: Compared,
    request: CaseRequest,
    event: AskedEvent & { readonly last?: string },
    count: number,
  ): void {
    if (lines === null) return
    const [before, after] = lines
    const principal = event.principal.arn ?? request.principal
    const { action, resource } = request
    const { outcome, time, last = time } = event
    const key = JSON.stringify([principal, action, outcome, before, after])
    const known = this.changes.get(key)
    if (known === undefined) {
      const kind = kindOf(outcome, before.decision, after.decision)
      const seen = new Set([resource])
      const base = { kind, principal, action, outcome, before, after, count, first: time, last, sample: request }
      this.changes.set(key, { ...base, resources: [resource], resourceCount: 1, seen })
      return
    }
    known.seen.add(resource)
    this.changes.set(key, {
      ...known,
      count: known.count + count,
      first: pickTime('first', known.first, time) ?? time,
      last: pickTime('last', known.last, last) ?? last,
      resources: [...known.seen].slice(0, MOST_RESOURCES),
    })
  }
}
