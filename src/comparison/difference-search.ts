import type { Decision } from '../evaluation/evaluation'
import { kindOfAction, SERVICES_WITH_RULES } from '../evaluation/services/action-kind'
import { LAYERS, namesPrincipals } from '../iam/layers'
import { RCP_SERVICES } from '../iam/rcp-services'
import type { CaseRequest } from '../case/access-case'
import type { Reference } from '../reference/reference'
import { accessJudge, type AccessJudge } from './access-judge'
import { actionClasses, type ActionClass } from './action-classes'
import type { ChangeCollector } from './collect-changes'
import type { AccessQuestion, BeyondCode, Witness } from './comparison'
import { contextStates, type ContextState } from './context-states'
import { hangsOnMask, isAnyMasked, isVariedBy } from './doubts'
import type { GroundCompared } from './ground-compared'
import { ResourceClassifier } from './resource-classes'
import { idOfType } from './resource-types'
import {
  CALLER_KEYS,
  callerId,
  callersToTry,
  HOLDER,
  withUniqueIds,
  type CallersToTry,
  type TriedCaller,
} from './tried-callers'
import { neverCarriedBy, ownedBy, triedRequest, withMade, SOME_ACCOUNT, type Owned } from './tried-request'

/** More requests are not tried. */
const MOST_REQUESTS = 20_000
/** After so many of them it is asked whether the time is over. */
const ASKED_EACH = 16

/** Is a search to end, after so many requests that both sides were asked about? */
export type IsOver = (tried: number) => boolean

/** What was found, by what becomes of it. */
export interface Found {
  readonly opened: ChangeCollector
  readonly lost: ChangeCollector
  readonly same: ChangeCollector
}

/** The callers that are tried: those that the policies name, or the one whose policies they are. */
function callersFor(question: AccessQuestion, all: readonly GroundCompared[], owner: string): CallersToTry {
  const { layer, principal, role } = question
  if (layer !== null && namesPrincipals(layer)) return callersToTry(all, owner)
  const one: TriedCaller =
    layer === null
      ? { principal: principal ?? HOLDER.principal, is: 'named', ...(role === undefined ? {} : { role }) }
      : { ...HOLDER, principal: HOLDER.principal.replace(SOME_ACCOUNT, owner) }
  return { callers: layer === null ? withUniqueIds(one, all) : [one], isComplete: true }
}

interface Decided {
  readonly before: Decision
  readonly after: Decision
}

/** The same answer for the same key. */
function remember<Args extends readonly unknown[], T>(
  answer: (key: string, ...args: Args) => T,
): (key: string, ...args: Args) => T {
  const known = new Map<string, T>()
  return (key, ...args) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const found = answer(key, ...args)
    known.set(key, found)
    return found
  }
}

/** Services for which no other stands: rules of their own decide some of their calls, or a layer is about them alone. */
const servicesApart = (all: readonly GroundCompared[]): readonly string[] => [
  ...SERVICES_WITH_RULES,
  ...(all.some(({ layer }) => layer === 'rcp') ? RCP_SERVICES : []),
]

/** The keys, in lower case, that some statements test. */
const keysOf = (statements: readonly number[], all: readonly GroundCompared[]): readonly string[] => [
  ...new Set(statements.flatMap((i) => (all[i]?.statement.conditions ?? []).map(({ lowerKey }) => lowerKey))),
]

/** What a search is about, and where it puts what it finds. */
interface Searched {
  readonly question: AccessQuestion
  readonly all: readonly GroundCompared[]
  /** The statements that differ; null: all are looked at. */
  readonly changed: ReadonlySet<number> | null
  readonly reference: Reference
  readonly found: Found
  readonly beyond: Set<BeyondCode>
  readonly isOver: IsOver
}

/** A resource that an action is asked of, and the statements that take it in. */
interface OnResource {
  readonly of: ActionClass
  readonly areMasked: boolean
  readonly statements: readonly number[]
  /** The keys that these test. */
  readonly tested: readonly string[]
}

/** The same with a caller. */
interface ByCaller extends OnResource {
  readonly owned: Owned
  readonly caller: TriedCaller
}

/** Tries a request of each class that a changed statement takes in, or of each at all. Each step says whether the search goes on. */
export class DifferenceSearch {
  private readonly before: AccessJudge
  private readonly after: AccessJudge
  private readonly variables: readonly string[]
  private readonly isAllow: readonly boolean[]
  /** Of one layer nothing passes that it does not allow, but for one that allows all where no policy of its own does. */
  private readonly isAllowNeeded: boolean
  private readonly callers = new Map<string, CallersToTry>()
  private readonly decisions = new Map<string, Decided>()
  private readonly resources: ResourceClassifier
  private tried = 0

  constructor(private readonly about: Searched) {
    const { question, all, changed } = about
    const { layer } = question
    this.before = accessJudge(question, question.before)
    this.after = accessJudge(question, question.after)
    this.variables = [...new Set(all.flatMap(({ ground }) => ground.variables))]
    this.isAllow = all.map(({ statement }) => statement.effect === 'Allow')
    this.isAllowNeeded = layer !== null && LAYERS[layer].impliesAllow !== true
    this.resources = new ResourceClassifier(all, layer !== null && changed !== null ? this.isAllowNeeded : null)
  }

  run(): void {
    const { all, changed, reference } = this.about
    const grounds = all.map(({ ground }) => ground)
    const isSeen = (taken: readonly number[]) => this.isSeen(taken)
    actionClasses(grounds, changed, isSeen, reference, servicesApart(all)).every((one) => this.tryAction(one))
  }

  private isSeen(matched: readonly number[]): boolean {
    const { changed } = this.about
    return (
      (changed === null || matched.some((i) => changed.has(i))) &&
      (!this.isAllowNeeded || matched.some((i) => this.isAllow[i] === true))
    )
  }

  /** Is the time over? Then what was not tried is beyond the search. */
  private isTooLong(): boolean {
    const isOver = this.about.isOver(this.tried)
    if (isOver) this.about.beyond.add('too-long')
    return isOver
  }

  private readonly resourcesOf = remember((key: string, types: ActionClass['types'], statements: readonly number[]) =>
    this.resources.classesOf(types, statements),
  )

  private readonly contextsOf = remember((key: string, statements: readonly number[], never: ReadonlySet<string>) => {
    const { question, all } = this.about
    const fixed = question.layer === null || namesPrincipals(question.layer) ? CALLER_KEYS : new Set<string>()
    return contextStates(statements, all, fixed, never)
  })

  private tryAction(of: ActionClass): boolean {
    const { all, changed, beyond } = this.about
    const { types, statements } = of
    if (isVariedBy(statements, all, changed)) beyond.add('policy-variables')
    const areMasked = isAnyMasked(statements, all)
    if (areMasked) beyond.add('masked-text')
    if (this.isTooLong()) return false
    const kinds = types?.map(idOfType).join() ?? '?'
    const onTypes = this.resourcesOf(`${kinds} ${statements.join()}`, types, statements)
    if (!onTypes.isComplete) beyond.add('too-many-resources')
    return onTypes.classes.every(
      ({ resource, statements: onResource }) =>
        !this.isSeen(onResource) ||
        this.tryResource(resource, { of, areMasked, statements: onResource, tested: keysOf(onResource, all) }),
    )
  }

  private tryResource(resource: string, on: OnResource): boolean {
    if (this.isTooLong()) return false
    const { question, all, beyond } = this.about
    return withMade(ownedBy(question, resource, on.statements, all), on.tested, all).every((owned) => {
      const { callers, isComplete } = this.callersOf(owned)
      if (!isComplete) beyond.add('other-callers')
      return callers.every((caller) => this.tryCaller({ ...on, owned, caller }))
    })
  }

  private callersOf({ owner }: Owned): CallersToTry {
    const tryable = this.callers.get(owner) ?? callersFor(this.about.question, this.about.all, owner)
    this.callers.set(owner, tryable)
    return tryable
  }

  private tryCaller(by: ByCaller): boolean {
    const { reference, beyond } = this.about
    const { of, statements, tested, owned, caller } = by
    const never = new Set(
      tested.length === 0 ? [] : tested.filter(neverCarriedBy(caller, of.action, owned.resource, reference)),
    )
    const contexts = this.contextsOf(`${statements.join()} ${[...never].join()}`, statements, never)
    if (!contexts.isComplete) beyond.add('too-many-contexts')
    return contexts.states.every((state) => !this.isSeen(state.statements) || this.tryContext(by, state))
  }

  private tryContext(by: ByCaller, { context, statements: matched }: ContextState): boolean {
    const { all, beyond } = this.about
    const { of, areMasked, statements: byResource, owned, caller } = by
    const { resource } = owned
    if (areMasked && hangsOnMask({ resource, byAction: of.statements, byResource, matched }, all)) return true
    // What a variable stands for is then no sample any more.
    const isVaried = Object.keys(context).some((key) => this.variables.includes(key.toLowerCase()))
    if (isVaried) beyond.add('policy-variables')
    const request = triedRequest(caller, of.action, owned, context, this.variables)
    const decided = this.decide(request, isVaried ? null : alikeOf(by, matched))
    if (decided === null) return false
    this.collect(by, { request, ...decided }, matched)
    return true
  }

  /** What both sides decide; null where the search is over. Requests that are alike are decided once. */
  private decide(request: CaseRequest, alike: string | null): Decided | null {
    const known = alike === null ? undefined : this.decisions.get(alike)
    if (known !== undefined) return known
    if (++this.tried > MOST_REQUESTS) {
      this.about.beyond.add('too-many-requests')
      return null
    }
    if (this.tried % ASKED_EACH === 0 && this.isTooLong()) return null
    const decided = { before: this.before(request), after: this.after(request) }
    if (alike !== null) this.decisions.set(alike, decided)
    return decided
  }

  private collect(
    { of, statements: byResource, caller }: ByCaller,
    witness: Witness,
    matched: readonly number[],
  ): void {
    const { found } = this.about
    const { before, after } = witness
    if (before !== 'allowed' && after !== 'allowed') return
    const into = before === after ? found.same : after === 'allowed' ? found.opened : found.lost
    into.add({ actions: of.shown, caller, witness, byAction: of.statements, byResource, matched })
  }
}

/** Requests of one service and partition that match the same statements are decided alike. */
function alikeOf({ of, owned: { owner, resource }, caller }: ByCaller, matched: readonly number[]): string {
  const [, partition = ''] = resource.split(':', 2)
  const kind = `${kindOfAction(of.action.toLowerCase())} ${partition} ${resource === '*'}`
  return `${kind} ${callerId(caller)} ${owner} ${matched.join()}`
}
