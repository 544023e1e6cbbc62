import type { Decision } from '../evaluation/evaluation'
import { kindOfAction, SERVICES_WITH_RULES } from '../evaluation/services/action-kind'
import { LAYERS, namesPrincipals } from '../iam/layers'
import { RCP_SERVICES } from '../iam/rcp-services'
import { hasWildcard } from '../iam/wildcard'
import { NO_REFERENCE, type Reference } from '../reference/reference'
import { accessJudge } from './access-judge'
import { actionClasses, type ActionClass } from './action-classes'
import { ChangeCollector } from './collect-changes'
import { comparedStatements } from './compared-statements'
import type { AccessComparison, AccessQuestion, BeyondCode } from './comparison'
import { contextStates } from './context-states'
import { hangsOnMask, isAnyMasked, isVariedBy } from './doubts'
import { differenceOf, monotone } from './difference'
import { groundCompared, type GroundCompared } from './ground-compared'
import { keptActions } from './kept-actions'
import { ofOthers } from './layers-of-others'
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
import { neverCarriedBy, ownedBy, triedRequest, withMade, SOME_ACCOUNT } from './tried-request'

/** More requests are not tried. */
const MOST_REQUESTS = 20_000
/** After so many of them it is asked whether the time is over. */
const ASKED_EACH = 16

/** Is a search to end, after so many requests that both sides were asked about? */
export type IsOver = (tried: number) => boolean

interface Found {
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

/**
 * What a change of policies opens and what it takes away: requests that one side lets through and the other does not, each
 * found so by the evaluation of both sides, or that there is none. Never a guess: what was not tried is named in `beyond`.
 * Requests are tried by classes: those that match the same statements are decided alike. `isOver` ends the search: it is
 * asked now and then, and what was not tried is then beyond it.
 */
export function compareAccess(
  question: AccessQuestion,
  reference: Reference = NO_REFERENCE,
  isOver: IsOver = () => false,
): AccessComparison {
  const { before, after } = question
  const { statements, isOtherwiseBuilt, isUnreadable } = comparedStatements(before, after)
  const all = groundCompared(statements, question.areBlanksNames === true ? null : (question.holes ?? []))
  const found: Found = {
    opened: new ChangeCollector(all, 'after'),
    lost: new ChangeCollector(all, 'before'),
    same: new ChangeCollector(all, 'both'),
  }
  const unchanged = all.filter(({ side }) => side === 'both').length
  const beyond = new Set<BeyondCode>(isUnreadable ? ['unreadable-policy'] : [])
  const changed = new Set(all.flatMap(({ side }, i) => (side === 'both' ? [] : [i])))
  if (changed.size === 0 && !isOtherwiseBuilt && !isUnreadable) {
    const same = differenceOf(found.opened, new Set(), 'same-statements')
    return { opened: same, lost: same, same: { changes: [], unchanged, idle: [], kept: [] } }
  }
  if (all.some(({ ground }) => ground.isApproximate)) beyond.add('policy-variables')
  if (isAnyMasked([], all)) beyond.add('masked-text')
  const { onlyLess, onlyMore } = monotone(all)
  search(question, all, isOtherwiseBuilt ? null : changed, reference, found, beyond, isOver)
  // With Block Public Access a statement less can let others in: the bucket is then not public any more.
  const isPlain = !isOtherwiseBuilt && !isUnreadable && question.facts?.s3RestrictPublicBuckets !== true
  const others = question.isOfCases === true ? ofOthers(question, (one) => compareAccess(one, reference, isOver)) : null
  return {
    opened: differenceOf(
      found.opened,
      new Set([...beyond, ...(others?.opened ?? [])]),
      isPlain && onlyLess ? 'only-less' : null,
    ),
    lost: differenceOf(
      found.lost,
      new Set([...beyond, ...(others?.lost ?? [])]),
      isPlain && onlyMore ? 'only-less' : null,
    ),
    same: {
      changes: found.same.changes,
      unchanged,
      idle: beyond.size > 0 ? [] : idleActions(all, found),
      kept: keptActions(all, question.layer ?? 'identity'),
    },
  }
}

/** Actions that only the new statements name, and of which no request passes by them. */
function idleActions(all: readonly GroundCompared[], { opened, same }: Found): readonly string[] {
  const named = all.flatMap(({ side, statement: { effect, action } }) =>
    side === 'after' && effect === 'Allow' && !action.not ? action.values.map(({ text }) => text) : [],
  )
  const passing = new Set([opened, same].flatMap(({ actions }) => actions.map((action) => action.toLowerCase())))
  return [...new Set(named)].filter((action) => !hasWildcard(action) && !passing.has(action.toLowerCase()))
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

/** Tries a request of each class that a changed statement takes in, or of each at all. */
function search(
  question: AccessQuestion,
  all: readonly GroundCompared[],
  changed: ReadonlySet<number> | null,
  reference: Reference,
  found: Found,
  beyond: Set<BeyondCode>,
  isOver: IsOver,
): void {
  const first = accessJudge(question, question.before)
  const second = accessJudge(question, question.after)
  const variables = [...new Set(all.flatMap(({ ground }) => ground.variables))]
  const callers = new Map<string, CallersToTry>()
  const fixed = question.layer === null || namesPrincipals(question.layer) ? CALLER_KEYS : new Set<string>()
  const isAllow = all.map(({ statement }) => statement.effect === 'Allow')
  // Of one layer nothing passes that it does not allow, but for one that allows all where no policy of its own does.
  const isAllowNeeded = question.layer !== null && LAYERS[question.layer].impliesAllow !== true
  const isSeen = (matched: readonly number[]): boolean =>
    (changed === null || matched.some((i) => changed.has(i))) &&
    (!isAllowNeeded || matched.some((i) => isAllow[i] === true))
  const contextsOf = remember((key: string, statements: readonly number[], never: ReadonlySet<string>) =>
    contextStates(statements, all, fixed, never),
  )
  const isOneLayer = question.layer !== null && changed !== null
  const resources = new ResourceClassifier(all, isOneLayer ? isAllowNeeded : null)
  const resourcesOf = remember((key: string, types: ActionClass['types'], statements: readonly number[]) =>
    resources.classesOf(types, statements),
  )
  const decisions = new Map<string, Decided>()
  let tried = 0
  for (const { action, shown, types, statements } of actionClasses(
    all.map(({ ground }) => ground),
    changed,
    isSeen,
    reference,
    servicesApart(all),
  )) {
    if (isVariedBy(statements, all, changed)) beyond.add('policy-variables')
    const areMasked = isAnyMasked(statements, all)
    if (areMasked) beyond.add('masked-text')
    if (isOver(tried)) return void beyond.add('too-long')
    const kinds = types?.map(idOfType).join() ?? '?'
    const onTypes = resourcesOf(`${kinds} ${statements.join()}`, types, statements)
    if (!onTypes.isComplete) beyond.add('too-many-resources')
    for (const { resource, statements: onResource } of onTypes.classes) {
      if (!isSeen(onResource)) continue
      if (isOver(tried)) return void beyond.add('too-long')
      const tested = keysOf(onResource, all)
      for (const owned of withMade(ownedBy(question, resource, onResource, all), tested, all)) {
        const { owner } = owned
        const tryable = callers.get(owner) ?? callersFor(question, all, owner)
        callers.set(owner, tryable)
        if (!tryable.isComplete) beyond.add('other-callers')
        for (const caller of tryable.callers) {
          const never = new Set(
            tested.length === 0 ? [] : tested.filter(neverCarriedBy(caller, action, owned.resource, reference)),
          )
          const contexts = contextsOf(`${onResource.join()} ${[...never].join()}`, onResource, never)
          if (!contexts.isComplete) beyond.add('too-many-contexts')
          for (const { context, statements: matched } of contexts.states) {
            if (!isSeen(matched)) continue
            const { resource: asked } = owned
            const written = { resource: asked, byAction: statements, byResource: onResource, matched }
            if (areMasked && hangsOnMask(written, all)) continue
            // What a variable stands for is then no sample any more.
            const isVaried = Object.keys(context).some((key) => variables.includes(key.toLowerCase()))
            if (isVaried) beyond.add('policy-variables')
            const request = triedRequest(caller, action, owned, context, variables)
            // Requests of one service and partition that match the same statements are decided alike.
            const isOfNone = owned.resource === '*'
            const [, partition = ''] = asked.split(':', 2)
            const kind = `${kindOfAction(action.toLowerCase())} ${partition} ${isOfNone}`
            const alike = `${kind} ${callerId(caller)} ${owner} ${matched.join()}`
            let decided = isVaried ? undefined : decisions.get(alike)
            if (decided === undefined) {
              if (++tried > MOST_REQUESTS) {
                beyond.add('too-many-requests')
                return
              }
              if (tried % ASKED_EACH === 0 && isOver(tried)) return void beyond.add('too-long')
              decided = { before: first(request), after: second(request) }
              if (!isVaried) decisions.set(alike, decided)
            }
            const { before, after } = decided
            if (before !== 'allowed' && after !== 'allowed') continue
            const into = before === after ? found.same : after === 'allowed' ? found.opened : found.lost
            into.add({
              actions: shown,
              caller,
              witness: { request, before, after },
              byAction: statements,
              byResource: onResource,
              matched,
            })
          }
        }
      }
    }
  }
}
