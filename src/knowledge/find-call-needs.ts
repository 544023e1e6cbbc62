import { howDenied, claimedLayer } from '../denial/denial'
import { nameOfAction, serviceOfAction } from '../iam/action'
import { parsePrincipal } from '../iam/principal'
import { takesNoResource } from '../iam/no-resource-actions'
import { CALL_FACTS, type CallFact, type CallFactId } from '../facts/calls/call-facts'
import { BY_PARAMETER } from '../facts/calls/checks-of-call'
import { wordsOfWhen } from '../facts/calls/when'
import { SITUATIONS } from '../facts/situations/situations'
import { isCall, isOneOf } from '../iam/call-patterns'
import { allowsOf, isSurelyAllowed, mayCoverResource } from './given-policies'
import type { RowMatch, Clue, Facts, NeededStatement, Observation } from './knowledge'
import type { Layer } from '../iam/layers'
import { factsOf, fill, filledWords } from './observe'
import { isById, resourceState } from './resource-state'

/** Missing actions that are told. */
const MOST_MISSING = 2

const clue = (kind: Clue['kind'], text: string): Clue => ({ kind, text })

const nameOf = (text: string | null): string => nameOfAction(text ?? '').toLowerCase()

/** Is the action that of the operation itself? */
const isOwnAction = (operation: string | null, action: string | null): boolean =>
  operation !== null && nameOf(operation) === nameOf(action)

/** What was called: as AWS's message says, else as the command or the line of code beside it does. */
const calledIn = ({ operation, denial }: Observation): string | null =>
  operation ?? (denial?.call ? `${denial.call.service}:${denial.call.operation}`.toLowerCase() : null)

/** Is it one of the row's calls? What a call of an unknown service was refused for is most likely of the same service. */
const isCalled = (
  { calls, exceptCalls }: { readonly calls: CallFact['calls']; readonly exceptCalls?: CallFact['calls'] | undefined },
  called: string,
  action: string | null,
): boolean => {
  const names = called.startsWith(':') ? [called, `${serviceOfAction(action ?? '')}${called}`] : [called]
  return names.some((name) => isCall(calls, name) && !isOneOf(exceptCalls ?? [], name))
}

/** The action that AWS named is one that the call needs besides its own. */
const askedFor = (
  { needs, calls, exceptCalls, isIndirect, isNeverCalled, resources }: CallFact,
  seen: Observation,
): boolean => {
  const { action, resource, isActionNamed } = seen
  const called = calledIn(seen)
  if (!isActionNamed || !isOneOf(needs, action)) return false
  if (resources ? !isOneOf(resources, resource) : isOwnAction(called, action)) return false
  if (isNeverCalled === true) return true
  if (seen.operation === null && isIndirect === true) return true
  return called !== null && isCalled({ calls, exceptCalls }, called, action)
}

/** Is it the caller who was refused? A role or service that is refused for a call lacks what it does itself, and nothing that the call needs. */
const isOfCaller = (denial: Observation['denial']): boolean => {
  const { refused = 'caller' } = denial?.situation === undefined ? {} : SITUATIONS[denial.situation]
  return refused === 'caller'
}

/** Was the request's action called, for all that is seen? One that the words of a service only speak of was perhaps not. */
const isOfCall = (seen: Observation): boolean => {
  const { denial, action } = seen
  const { actions = [] } = denial?.situation === undefined ? {} : SITUATIONS[denial.situation]
  const isOfWords = denial?.action === null && actions.some((one) => isOneOf([one], action))
  return !isOfWords || isOwnAction(calledIn(seen), action)
}

const isOfKey = (action: string): boolean => serviceOfAction(action) === 'kms'

/** Do the words of the error tell that a key was refused, and is no key needed? */
const isBesideKey = (needs: readonly string[], denial: Observation['denial']): boolean => {
  const { actions = [] } = denial?.situation === undefined ? {} : SITUATIONS[denial.situation]
  return actions.length > 0 && actions.every(isOfKey) && !needs.some(isOfKey)
}

/** AWS named no action, and the call can need more than its own. */
const mayNeed = ({ calls, needs, exceptCalls, isOnlyNamed, isIndirect }: CallFact, seen: Observation): boolean => {
  const { denial, action, operation, isActionNamed } = seen
  if (denial?.kind === 'not-authorization' || isActionNamed || isOnlyNamed === true) return false
  if (operation !== null && isOneOf(exceptCalls ?? [], operation)) return false
  if (isBesideKey(needs, denial)) return false
  return (
    (operation !== null && isOfCaller(denial) && isCall(calls, operation)) ||
    isOneOf(calls, action) ||
    (operation === null && isIndirect === true && isOneOf(needs, action))
  )
}

/** What in the paste shows that the call uses what the row is about. */
const usesOf = ({ parameters, commands, when }: CallFact, { call, text }: Observation): readonly Clue[] => [
  ...parameters.flatMap((name) => {
    const written = call.parameters.get(name)
    return written === undefined ? [] : [clue('parameter', written)]
  }),
  ...(commands ?? []).filter((command) => call.commands.has(command)).map((command) => clue('text', `aws ${command}`)),
  ...[wordsOfWhen(when, text)].flatMap((words) => (words === null ? [] : [clue('text', words)])),
]

/** The commands of the AWS CLI that write objects. */
const TRANSFERS = ['s3 cp', 's3 mv', 's3 sync'] as const
const WRITTEN_BY_TRANSFERS = ['s3:putobject', 's3:createmultipartupload', 's3:uploadpart', 's3:copyobject'] as const

/** Does the call take along what is set on another thing? A copy does so with tags. */
const takesAlong = ({ when }: CallFact, { operation }: Observation): boolean =>
  when === 'sets-tags' && operation === 's3:copyobject'

/** How the AWS CLI spells an operation. */
const commandName = (operation: string): string => operation.replaceAll('-', '').toLowerCase()

/** Does the paste show the command that made the call? It shows all that the command asks for, unless a file says it. */
const isCommandShown = ({ call, operation, denial }: Observation): boolean => {
  if (operation === null || call.parameters.has('cliinputjson') || call.parameters.has('cliinputyaml')) return false
  if (isOneOf(WRITTEN_BY_TRANSFERS, operation) && TRANSFERS.some((one) => call.commands.has(one))) return true
  const called = denial?.operation?.toLowerCase()
  return [...call.commands].some((command) => commandName(command.split(' ')[1] ?? '') === called)
}

/** Does the command that made the call ask for nothing of it? */
const isLeftOut = (row: CallFact, seen: Observation): boolean =>
  BY_PARAMETER.has(row.when) &&
  !takesAlong(row, seen) &&
  row.parameters.length > 0 &&
  !askedFor(row, seen) &&
  usesOf(row, seen).length === 0 &&
  isCommandShown(seen)

/** Is it about what only a parameter shows, while nobody says what was called? */
const isIdle = (row: CallFact, seen: Observation): boolean =>
  row.parameters.length > 0 && !isOfCall(seen) && !askedFor(row, seen) && usesOf(row, seen).length === 0

const filled = (condition: NonNullable<CallFact['condition']>, facts: Facts): NonNullable<CallFact['condition']> =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, tests]) => [
      operator,
      Object.fromEntries(
        Object.entries(tests).map(([key, values]) => [key, values.map((value) => fill(value, facts))]),
      ),
    ]),
  )

const allowed = (actions: readonly string[], resource: string): NeededStatement => ({
  effect: 'Allow',
  actions,
  resource,
})

/** What was asked for comes first, so that it is what the answer names. */
const askedFirst = (needs: readonly string[], action: string | null): readonly string[] =>
  needs.toSorted((one, other) => Number(isOneOf([other], action)) - Number(isOneOf([one], action)))

/** Statements that allow actions on a resource; those that take none, on `*` in a statement of their own. */
const onTheirResources = (actions: readonly string[], resource: string): readonly NeededStatement[] => {
  const [none, some] = [actions.filter(takesNoResource), actions.filter((action) => !takesNoResource(action))]
  if (resource === '*' || none.length === 0) return [allowed(actions, resource)]
  return [allowed(none, '*'), ...(some.length > 0 ? [allowed(some, resource)] : [])]
}

/** A service that calls as itself has no policies of its own: what it needs of a key, the key's policy gives it. */
const layerOf = ({ layer, needs }: CallFact, { principal }: Observation): CallFact['layer'] =>
  layer === 'identity' &&
  parsePrincipal(principal ?? '')?.kind === 'service' &&
  needs.every((action) => serviceOfAction(action) === 'kms')
    ? 'resource'
    : layer

/** What a row's actions are asked for; a key that the text names by its ARN is that one. */
const resourceOf = ({ on }: CallFact, facts: Facts): string => {
  const { keyId = '' } = facts
  return on.endsWith(':key/{keyId}') && keyId.startsWith('arn:') ? keyId : fill(on, facts)
}

/** Does an Allow given for the layer name what was asked, on what may be its resource? What it depends on is then the question, and not that it is missing. */
const isNamedThere = ({ policies, action, resource }: Observation, layer: Layer): boolean =>
  action !== null &&
  allowsOf(policies, layer, action).some(
    ({ statement }) => statement.effect === 'Allow' && mayCoverResource(statement, resource),
  )

const causeOf = (id: CallFactId, row: CallFact, seen: Observation): RowMatch<CallFactId> => {
  const isAsked = askedFor(row, seen)
  const uses = usesOf(row, seen)
  const isGiven = seen.givenLayers.has('identity')
  const named = row.needs.filter((action) => allowsOf(seen.policies, 'identity', action).length > 0)
  const missing = row.needs.filter((action) => !named.includes(action))
  const isRequest = isOfCall(seen) && isSurelyAllowed(seen)
  const speaksFor = [
    ...(isAsked && seen.action
      ? [clue(isOwnAction(calledIn(seen), seen.action) ? 'asked-beside' : 'asked-for', seen.action)]
      : []),
    ...uses,
    ...(!isAsked && isRequest && seen.action ? [clue('call-named', seen.action)] : []),
    ...(isGiven ? missing.slice(0, MOST_MISSING).map((action) => clue('not-named', action)) : []),
  ]
  const isUnseen = !isAsked && row.parameters.length > 0 && uses.length === 0
  const { operationName, ...told } = factsOf(seen)
  const called = calledIn(seen)
  // A call of another service has the row's call made: that one creates.
  const isMadeByOther = called !== null && !isCalled(row, called, seen.action) && isOneOf(row.calls, seen.action)
  const facts: Facts = {
    ...told,
    ...(isMadeByOther ? { operationName: told['actionName'] ?? '' } : operationName !== undefined && { operationName }),
  }
  const isDenied = howDenied(seen.denial) === 'explicitDeny'
  const layer = (isAsked ? claimedLayer(seen.denial) : null) ?? layerOf(row, seen)
  // Of the caller's own policies the row says more: what such a statement tests, and for whom.
  const isNamed = layer !== 'identity' && isNamedThere(seen, layer)
  const condition = row.condition && { condition: filled(row.condition, facts) }
  const isOfService = layer === 'resource' && parsePrincipal(seen.principal ?? '')?.kind === 'service'
  const principal = isOfService && { principal: { Service: seen.principal ?? '' } }
  return {
    id,
    layer,
    decision: 'implicitDeny',
    strength: isDenied
      ? 'context'
      : (isAsked && !isNamed) || uses.length > 0 || (row.isCommon === true && isRequest && named.length === 0)
        ? 'supported'
        : 'possible',
    for: speaksFor,
    against: [...(isUnseen ? [clue('parameter-not-seen', '')] : []), ...named.map((action) => clue('named', action))],
    check: filledWords(row.check, facts),
    fix: {
      layer,
      statements:
        isAsked && seen.action !== null
          ? [{ ...allowed([seen.action], seen.resource ?? resourceOf(row, facts)), ...principal, ...condition }]
          : onTheirResources(askedFirst(row.needs, seen.action), resourceOf(row, facts)).map((one) => ({
              ...one,
              ...principal,
              ...condition,
            })),
    },
    page: row.page,
    confirmed: row.confirmed,
    facts,
    ...(row.carriesNo && { carriesNo: row.carriesNo }),
  }
}

/** Is it about tags at creation, while the request tags what is there by its id? */
const tagsExisting = ({ when, needs }: CallFact, { action, resource, operation }: Observation): boolean =>
  when === 'sets-tags' &&
  isOneOf(needs, action) &&
  isById(resource) &&
  resourceState(action, resource, operation) === 'existing'

/** Is it about a topic, while a message is sent to a phone number, which is asked for as all? */
const isOfNoTopic = ({ when }: CallFact, { resource }: Observation): boolean =>
  when === 'topic-encrypted' && resource === '*'

/** What the call needs besides, as far as what was seen leaves it open. */
export const findCallNeeds = (seen: Observation): readonly RowMatch<CallFactId>[] =>
  (Object.entries(CALL_FACTS) as [CallFactId, CallFact][])
    .filter(([, row]) => askedFor(row, seen) || mayNeed(row, seen))
    .filter(
      ([, row]) => !isOfNoTopic(row, seen) && !tagsExisting(row, seen) && !isIdle(row, seen) && !isLeftOut(row, seen),
    )
    .map(([id, row]) => causeOf(id, row, seen))
