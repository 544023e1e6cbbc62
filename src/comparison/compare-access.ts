import type { CasePolicies, CaseRequest, ContextValue } from '../case/access-case'
import { compilePolicies, type CompiledPolicies } from '../evaluation/compile-policies'
import { neverOfKind } from '../evaluation/compile/never-carried'
import type { Decision } from '../evaluation/evaluation'
import { isTrustAction } from '../evaluation/services/service-rules'
import { serviceOfAction } from '../iam/action'
import { parseArn } from '../iam/arn'
import { caseLayerOf, namesPrincipals, type CaseLayer } from '../iam/layers'
import { parsePrincipal } from '../iam/principal'
import { NO_REFERENCE, type Reference } from '../reference/reference'
import { actionClasses, type ActionClass } from './action-classes'
import { CALLER_KEYS, callersToTry, HOLDER, type TriedCaller } from './tried-callers'
import { comparedStatements } from './compared-statements'
import type { AccessComparison, AccessQuestion, BeyondCode, AccessDifference, ProofCode } from './comparison'
import { ChangeCollector } from './collect-changes'
import { contextStates, type ContextState } from './context-states'
import { groundCompared, type GroundCompared } from './ground-compared'
import { sampleOf } from './ground-texts'
import { resourceClasses, takesResource } from './resource-classes'

/** More requests are not tried. */
const MOST_REQUESTS = 20_000

const OWNER = '111122223333'

interface Judge {
  readonly decide: (request: CaseRequest) => Decision
}

/** What one layer lets through: whether it allows, whatever the others do. */
function layerJudge(policies: CasePolicies, layer: CaseLayer): Judge {
  const compiled = compilePolicies({ ...policies, otherLayers: 'none' })
  return {
    decide: (request) => {
      const found = compiled.evaluate(request).layers.filter((one) => caseLayerOf(one.layer) === layer)
      if (found.some(({ status }) => status === 'explicitDeny')) return 'explicitDeny'
      return found.some(({ status }) => status === 'allows') ? 'allowed' : 'implicitDeny'
    },
  }
}

const wholeJudge = (compiled: CompiledPolicies): Judge => ({ decide: (request) => compiled.decide(request).decision })

const judgeOf = ({ layer, facts }: AccessQuestion, policies: CasePolicies): Judge =>
  layer === null ? wholeJudge(compilePolicies(policies, facts)) : layerJudge(policies, layer)

/** The first account that an ARN names, which is then the caller's and the owner's. */
const ownerOf = (resource: string): string => {
  const account = parseArn(resource)?.account ?? ''
  return /^\d{12}$/.test(account) ? account : OWNER
}

interface Found {
  readonly opened: ChangeCollector
  readonly lost: ChangeCollector
}

/** Does a change of these statements alone only take away, or only add? */
function monotone(statements: readonly GroundCompared[]): { onlyLess: boolean; onlyMore: boolean } {
  const changed = statements.filter(({ side }) => side !== 'both')
  const isLess = ({ side, statement }: GroundCompared): boolean =>
    (side === 'before') === (statement.effect === 'Allow')
  return { onlyLess: changed.every(isLess), onlyMore: changed.every((one) => !isLess(one)) }
}

function differenceOf(
  collected: ChangeCollector,
  beyond: ReadonlySet<BeyondCode>,
  proof: ProofCode | null,
): AccessDifference {
  const { changes } = collected
  if (changes.length > 0) {
    const isComplete = beyond.size === 0
    return { outcome: 'some', changes, isComplete, proof: isComplete ? 'every-class-tried' : null, beyond: [...beyond] }
  }
  const proven = proof ?? (beyond.size === 0 ? 'every-class-tried' : null)
  return {
    outcome: proven === null ? 'cannot-say' : 'nothing',
    changes,
    isComplete: proven !== null,
    proof: proven,
    beyond: proven === null ? [...beyond] : [],
  }
}

/** The callers that are tried: those that the policies name, or the one whose policies they are. */
function callersFor(question: AccessQuestion, all: readonly GroundCompared[], owner: string): readonly TriedCaller[] {
  const { layer, principal } = question
  if (layer === null) return [{ principal: principal ?? HOLDER.principal, is: 'named' }]
  if (namesPrincipals(layer)) return callersToTry(all, owner)
  return [{ ...HOLDER, principal: HOLDER.principal.replace(OWNER, owner) }]
}

/**
 * What a change of policies opens and what it takes away: requests that one side lets through and the other does not, each
 * found so by the evaluation of both sides, or that there is none. Never a guess: what was not tried is named in `beyond`.
 * Requests are tried by classes: those that match the same statements are decided alike.
 */
export function compareAccess(question: AccessQuestion, reference: Reference = NO_REFERENCE): AccessComparison {
  const { before, after } = question
  const { statements, isOtherwiseBuilt, isUnreadable } = comparedStatements(before, after)
  const all = groundCompared(statements)
  const found: Found = { opened: new ChangeCollector(all, 'after'), lost: new ChangeCollector(all, 'before') }
  const beyond = new Set<BeyondCode>(isUnreadable ? ['unreadable-policy'] : [])
  const changed = new Set(all.flatMap(({ side }, i) => (side === 'both' ? [] : [i])))
  if (changed.size === 0 && !isOtherwiseBuilt && !isUnreadable) {
    const same = differenceOf(found.opened, new Set(), 'same-statements')
    return { opened: same, lost: same }
  }
  if (all.some(({ ground }, i) => ground.isApproximate || (changed.has(i) && ground.variables.length > 0)))
    beyond.add('policy-variables')
  const { onlyLess, onlyMore } = monotone(all)
  search(question, all, isOtherwiseBuilt ? null : changed, reference, found, beyond)
  const isPlain = !isOtherwiseBuilt && !isUnreadable
  return {
    opened: differenceOf(found.opened, beyond, isPlain && onlyLess ? 'only-less' : null),
    lost: differenceOf(found.lost, beyond, isPlain && onlyMore ? 'only-less' : null),
  }
}

/** An account that no policy names. */
const OTHER_OWNER = '999988887777'

/**
 * Who can own the resource. Over all layers it matters whether that is the caller's account: both are tried, unless the
 * ARN or the case says it, or a policy tells the two apart.
 */
function ownedBy(
  { layer, principal, resourceAccount }: AccessQuestion,
  resource: string,
  statements: readonly number[],
  all: readonly GroundCompared[],
): readonly { readonly owner: string; readonly resource: string }[] {
  if (resourceAccount !== undefined) return [{ owner: resourceAccount, resource }]
  if (layer !== null) return [{ owner: ownerOf(resource), resource }]
  const own = parsePrincipal(principal ?? HOLDER.principal)?.account ?? OWNER
  const account = parseArn(resource)?.account ?? ''
  if (!/^\d{12}$/.test(account)) return [own, OTHER_OWNER].map((owner) => ({ owner, resource }))
  const owned = [own, OTHER_OWNER].map((owner) => ({ owner, resource: resource.replace(`:${account}:`, `:${owner}:`) }))
  const isSameClass = (other: string): boolean =>
    all.every((one, i) => takesResource(one, other) === takesResource(one, resource) || !statements.includes(i))
  return [{ owner: account, resource }, ...owned.filter((one) => one.owner !== account && isSameClass(one.resource))]
}

/** Does the context hold a key that no request of this caller carries? Of the holder of a policy nothing is known. */
function isNeverCarried({ principal, is }: TriedCaller, action: string, context: ContextState['context']): boolean {
  const kind = is === 'holder' ? undefined : parsePrincipal(principal)?.kind
  if (kind === undefined) return false
  const isNever = neverOfKind(kind, serviceOfAction(action), action.toLowerCase())
  return Object.entries(context).some(([key, value]) => value !== null && isNever(key.toLowerCase()))
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

/** Tries a request of each class that a changed statement takes in, or of each at all. */
function search(
  question: AccessQuestion,
  all: readonly GroundCompared[],
  changed: ReadonlySet<number> | null,
  reference: Reference,
  found: Found,
  beyond: Set<BeyondCode>,
): void {
  const first = judgeOf(question, question.before)
  const second = judgeOf(question, question.after)
  const variables = [...new Set(all.flatMap(({ ground }) => ground.variables))]
  const callers = new Map<string, readonly TriedCaller[]>()
  const fixed = question.layer === null || namesPrincipals(question.layer) ? CALLER_KEYS : new Set<string>()
  const isChanged = (matched: readonly number[]): boolean => changed === null || matched.some((i) => changed.has(i))
  const contextsOf = remember((key: string, statements: readonly number[]) => contextStates(statements, all, fixed))
  const resourcesOf = remember((key: string, types: ActionClass['types'], statements: readonly number[]) =>
    resourceClasses(types, statements, all),
  )
  const decisions = new Map<string, Decided>()
  let tried = 0
  for (const { actions, types, statements } of actionClasses(
    all.map(({ ground }) => ground),
    changed,
    reference,
  )) {
    const [action = ''] = actions
    const service = serviceOfAction(action)
    const resources = resourcesOf(
      `${types?.map(({ arn }) => arn).join() ?? '?'} ${statements.join()}`,
      types,
      statements,
    )
    if (!resources.isComplete) beyond.add('too-many-resources')
    for (const { resource, statements: onResource } of resources.classes) {
      if (!isChanged(onResource)) continue
      const contexts = contextsOf(onResource.join(), onResource)
      if (!contexts.isComplete) beyond.add('too-many-contexts')
      for (const { owner, resource: owned } of ownedBy(question, resource, onResource, all)) {
        const tryable = callers.get(owner) ?? callersFor(question, all, owner)
        callers.set(owner, tryable)
        for (const { context, statements: matched } of contexts.states) {
          if (!isChanged(matched)) continue
          // What a variable stands for is then no sample any more.
          const isVaried = Object.keys(context).some((key) => variables.includes(key.toLowerCase()))
          if (isVaried) beyond.add('policy-variables')
          for (const caller of tryable) {
            if (isNeverCarried(caller, action, context)) continue
            const request = requestOf(caller.principal, action, owned, owner, context, variables)
            // Requests of one service that match the same statements are decided alike.
            const alike = `${service} ${isTrustAction(action.toLowerCase())} ${caller.principal} ${owner} ${owned === '*'} ${matched.join()}`
            let decided = isVaried ? undefined : decisions.get(alike)
            if (decided === undefined) {
              if (++tried > MOST_REQUESTS) {
                beyond.add('too-many-requests')
                return
              }
              decided = { before: first.decide(request), after: second.decide(request) }
              if (!isVaried) decisions.set(alike, decided)
            }
            const { before, after } = decided
            if ((before === 'allowed') === (after === 'allowed')) continue
            const into = after === 'allowed' ? found.opened : found.lost
            into.add({
              actions,
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

function requestOf(
  principal: string,
  action: string,
  resource: string,
  owner: string,
  states: Readonly<Record<string, ContextValue | null>>,
  variables: readonly string[],
): CaseRequest {
  const context: Record<string, ContextValue> = {}
  const absentContext: string[] = []
  for (const key of variables) context[key] = sampleOf(key)
  for (const [key, value] of Object.entries(states)) {
    delete context[key.toLowerCase()]
    if (value === null) absentContext.push(key)
    else context[key] = value
  }
  const hasOwner = parseArn(resource)?.account !== ''
  return {
    principal,
    action,
    resource,
    ...(hasOwner && resource !== '*' ? {} : { resourceAccount: owner }),
    context,
    ...(absentContext.length === 0 ? {} : { absentContext }),
    otherContext: 'absent',
  }
}
