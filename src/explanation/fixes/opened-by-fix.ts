import { textsOf } from '../../text/fields'
import { withDocument } from '../../case/case-documents'
import type { CasePolicies, CasePolicy, CaseRequest } from '../../case/access-case'
import { compareAccess } from '../../comparison/compare-access'
import { withAllAllowed } from '../../comparison/statement-beside'
import { comparedStatements } from '../../comparison/compared-statements'
import type { AccessChange, AccessComparison, AccessDifference, AccessQuestion } from '../../comparison/comparison'
import { changedActions, changedResources } from '../../comparison/describe-comparison'
import { namedActions } from '../../comparison/named-actions'
import type { TriedCaller } from '../../comparison/tried-callers'
import { serviceOfAction } from '../../iam/action'
import { accountOfArn, roleArnOfSession } from '../../iam/arn'
import { caseLayerOf, hasLevels, holdsOne, LAYERS, type CaseLayer, type Layer } from '../../iam/layers'
import { takesNoResource } from '../../iam/no-resource-actions'
import { mayNameNoResource } from '../../iam/optional-resources'
import { hasWildcard, matchAnyCase } from '../../iam/wildcard'
import { isBlankFor, isBlankForLasting } from './blank-for'
import { documentRow } from '../../policy/policy-documents'
import { exactly } from '../causes/least-statement'
import type { Fix, FixChange } from '../explanation'
import { OWN_RESOURCE } from '../messages/fixes'
import { whoGains, callerWords, opensExactly, opensMore, unblocksMore, type Gain } from '../messages/opened'
import { NO_REFERENCE } from '../../reference/reference'
import { referenceOfPart } from '../../reference/reference-part'
import { codes, say, type Phrase } from '../../text/phrase'
import type { JudgedCase } from '../judged-case'
import { contextValue } from '../steps/step-facts'
import { isKeptToTypes } from './keep-to-types'
import { isForCallerAlone, OF_CALLER, testsOfGain } from './opens-of-fix'
import { askedObjects, lastingFor } from './asked-objects'

/** More requests are not asked about: a fix is not held up by policies that take longer, and on each machine it is the same. */
const MOST_TRIED = { alone: 120, 'beside another': 40 } as const

/** Policies of one layer alone. */
const alone = (policies: CasePolicies, layer: Layer): CasePolicies => {
  const { key } = LAYERS[caseLayerOf(layer)]
  return { [key]: policies[key], otherLayers: 'none' }
}

const EMPTY: CasePolicy = { name: 'empty', document: '{"Version":"2012-10-17","Statement":[]}' }

/** A layer whose policies are not given, as one that allows nothing: then all of a change counts. */
function emptyLayer(layer: CaseLayer): CasePolicies {
  const held = hasLevels(layer) ? [{ target: '', policies: [EMPTY] }] : holdsOne(layer) ? EMPTY : [EMPTY]
  return { [LAYERS[layer].key]: held }
}

/** What stands for blanks of which AWS knows the form; other blanks are names like any. */
const STANDS_FOR = { '<account>': '123456789012', '<region>': 'us-east-1' } as const

const filled = (text: string): string =>
  Object.entries(STANDS_FOR)
    .reduce((one, [blank, value]) => one.replaceAll(blank, value), text)
    .replaceAll('arn:<partition>:', 'arn:aws:')

/** A text of a comparison with the blanks of a fix in the place of what stood for them. */
const withBlanksOf = ({ changes }: Fix, text: string): string =>
  Object.entries(STANDS_FOR).reduce(
    (one, [blank, value]) => (changes.some(({ after }) => after.includes(blank)) ? one.replaceAll(value, blank) : one),
    text,
  )

/** A sentence on what was compared, with these blanks too. */
const phraseWithBlanks = (fix: Fix, phrase: Phrase): Phrase =>
  phrase.map((word) => ({ ...word, text: withBlanksOf(fix, word.text) }))

/** The policies of a fix's layer with its changes. */
function changedPolicies(
  { accessCase }: JudgedCase,
  layer: Layer,
  changes: readonly FixChange[],
  isEmpty: boolean,
): CasePolicies {
  const from = isEmpty ? { ...accessCase, policies: emptyLayer(caseLayerOf(layer)) } : accessCase
  const changed = changes.reduce((one, change) => withDocument(one, change, change.name, filled(change.after)), from)
  return alone(changed.policies, layer)
}

/** Is nothing known of the policies that a fix is added to? */
const isIntoNothing = ({ changes, isSupposed }: Fix): boolean =>
  changes.every(({ policy, isIntoUnseen }) => policy === null && (isSupposed === true || isIntoUnseen === true))

function questionOf(judged: JudgedCase, before: Fix | null, after: Fix): AccessQuestion {
  const { layer } = after
  const isEmpty = isIntoNothing(after)
  return {
    before: changedPolicies(judged, layer, before?.changes ?? [], isEmpty),
    after: changedPolicies(judged, layer, after.changes, isEmpty),
    layer: caseLayerOf(layer),
    areBlanksNames: true,
  }
}

const compared = (judged: JudgedCase, question: AccessQuestion, most: number): AccessComparison =>
  compareAccess(
    question,
    judged.services === undefined ? NO_REFERENCE : referenceOfPart(judged.services),
    (tried) => tried > most,
  )

/** What the policies of a layer let through with one fix and not with another, or not as they are. */
export const compareFixes = (judged: JudgedCase, before: Fix | null, after: Fix): AccessComparison =>
  compared(judged, questionOf(judged, before, after), MOST_TRIED[before === null ? 'alone' : 'beside another'])

/**
 * What a Deny of a layer that grants blocks no longer. What other policies allow counts too, so everything is taken for
 * allowed. Null: no Deny is narrowed, or the layer only limits.
 */
function liftedByFix(judged: JudgedCase, fix: Fix): AccessDifference | null {
  const question = questionOf(judged, null, fix)
  const layer = caseLayerOf(fix.layer)
  if (LAYERS[fix.layer].role !== 'grants') return null
  const { statements } = comparedStatements(question.before, question.after)
  if (!statements.some(({ side, statement }) => side === 'before' && statement.effect === 'Deny')) return null
  const hasResource = statements.some(({ statement }) => statement.resource !== null)
  const [before, after] = [question.before, question.after].map((one) => withAllAllowed(one, layer, hasResource))
  if (before === undefined || after === undefined) return null
  return compared(judged, { ...question, before, after }, MOST_TRIED.alone).opened
}

/** Is a caller that was tried the one of the request? */
function isAsking({ evaluation, accessCase }: JudgedCase, fix: Fix, { principal, role }: TriedCaller): boolean {
  const asked = accessCase.request.principal
  const arn = contextValue(evaluation.context, 'aws:PrincipalArn') ?? roleArnOfSession(asked) ?? asked
  const tried = role ?? roleArnOfSession(principal) ?? principal
  return principal === asked || tried === arn || isBlankFor(withBlanksOf(fix, tried), arn)
}

/** Do policies of this layer name callers, and let them in by that? */
const letsIn = (layer: Layer): boolean => LAYERS[layer].role === 'grants' && LAYERS[layer].side === 'resource'

/** What was asked: the request, and the other checks of its call. */
const askedOf = ({ accessCase, call = [] }: JudgedCase): readonly CaseRequest[] => [
  accessCase.request,
  ...call.filter(({ isRequest }) => !isRequest).map((check) => check.accessCase.request),
]

/** How a policy writes the resource of a request. */
function writtenAs(judged: JudgedCase, layer: Layer, { action, resource }: CaseRequest): ReadonlySet<string> {
  const isOwn =
    layer === 'trust' ||
    (layer === 'resource' && documentRow(layer, serviceOfAction(action)).resource !== 'ARN of the resource')
  const isOfAll = isOwn || takesNoResource(action) || resource === '' || mayNameNoResource(action)
  // What has no ARN of its own is covered by what covers all: that is not this one.
  const named = [resource, lastingFor(judged, resource, action), lastingFor(judged, exactly(judged, true), action)]
  return new Set([...named.filter((one) => one !== '*').map(filled), ...(isOfAll ? ['*'] : [])])
}

/** In what a change goes beyond what was asked. */
interface Beyond {
  readonly action: boolean
  readonly resource: boolean
  readonly caller: boolean
}

function beyondOf(judged: JudgedCase, fix: Fix, { actions, callers, grounds }: AccessChange): Beyond {
  const { layer } = fix
  const { named, othersOf } = namedActions(actions)
  const isOf = (action: string) => (one: CaseRequest) => one.action.toLowerCase() === action.toLowerCase()
  const asked = askedOf(judged).filter((one) => named.some((action) => isOf(action)(one)))
  const isAskedBy =
    (text: string) =>
    (one: CaseRequest): boolean =>
      writtenAs(judged, layer, one).has(text) ||
      isBlankFor(withBlanksOf(fix, text), one.resource) ||
      isBlankForLasting(withBlanksOf(fix, text), one) ||
      (!hasWildcard(text) && isBlankFor(filled(one.resource), text))
  // Each action is asked for on a resource of its own.
  const ofEach = named.map((action) => asked.filter(isOf(action))).filter((some) => some.length > 0)
  const isAsked = (text: string): boolean => ofEach.length > 0 && ofEach.every((some) => some.some(isAskedBy(text)))
  return {
    action: othersOf.length > 0 || !named.every((action) => asked.some(isOf(action))),
    resource: grounds.resources.some((text) => !isAsked(text)),
    caller: letsIn(layer) && callers.some((one) => !isAsking(judged, fix, one)),
  }
}

/** So many kinds of requests are told. */
const MOST_TOLD = 2

const WIDEST: readonly TriedCaller['is'][] = [
  'anonymous',
  'other-account',
  'other-of-account',
  'service',
  'named',
  'holder',
]

/** Who gains access by a change of a layer. */
function whoOf({ layer, reach }: Fix, { callers }: AccessChange): Gain['who'] {
  // Who has an id is one, whoever the callers are that were tried with it.
  const id = letsIn(layer) ? reach.when.find(({ key }) => /^aws:userid$/i.test(key)) : undefined
  if (id !== undefined) return say`Whoever has the id ${codes(id.values, 'or')}`
  const widest = WIDEST.find((is) => callers.some((one) => one.is === is)) ?? 'holder'
  if (!letsIn(layer) || widest === 'holder') return whoGains(layer, reach.principal)
  const arns = callers
    .filter(({ is }) => is === widest)
    // A policy that names an id says nothing of the ARN: the one that was tried with it is made up.
    .map(({ principal, role, userId }) => userId?.split(':', 1)[0] ?? role ?? roleArnOfSession(principal) ?? principal)
  return callerWords(widest, [...new Set(widest === 'other-of-account' ? arns.map(accountOfArn) : arns)])
}

/** On what others gain access: a policy of one thing that says "*" means that thing. */
const onResources = ({ layer }: Fix, { grounds }: AccessChange): Phrase =>
  (grounds.resources.includes('*') && grounds.except.length === 0 ? OWN_RESOURCE[layer] : null) ??
  say` on ${changedResources(grounds)}`

const gainOf = (fix: Fix, change: AccessChange): Gain => ({
  who: whoOf(fix, change),
  actions: changedActions(change.actions),
  onResources: onResources(fix, change),
  ...testsOfGain(fix, change),
  isStopped: change.grounds.isStopped,
  onlyIf: change.grounds.onlyIf,
})

const isMore = ({ action, resource, caller }: Beyond): boolean => action || resource || caller

/** Does one of them hold this very request? */
const holdsRequest = ({ accessCase: { request } }: JudgedCase, changes: readonly AccessChange[]): boolean =>
  changes.some(({ actions }) => actions.some((one) => matchAnyCase(one, request.action)))

/** The pattern that takes the place of a resource whose id is used once, where the change opens that. */
function lastingPattern(judged: JudgedCase, fix: Fix, changes: readonly AccessChange[]): string | null {
  const { request } = judged.accessCase
  const pattern = lastingFor(judged, request.resource, request.action)
  if (pattern === request.resource || pattern === '*') return null
  const opened = changes.flatMap(({ grounds }) => grounds.resources)
  if (opened.includes(filled(pattern))) return pattern
  return opened.map((text) => withBlanksOf(fix, text)).find((text) => isBlankForLasting(text, request)) ?? null
}

/**
 * The fix with what it opens, found by comparing the policies of its layer before and after it: exactly what was asked, or
 * what else. Its words stay as they were where that could not be compared to the end, and nothing is beyond.
 */
export function withOpened(judged: JudgedCase, fix: Fix): Fix {
  const { opened } = compareFixes(judged, null, fix)
  const lifted = liftedByFix(judged, fix)
  const changes = [...opened.changes, ...(lifted?.changes ?? [])]
  const isComplete = opened.isComplete && lifted?.isComplete !== false
  const beyondIn = (some: readonly AccessChange[]) =>
    some.map((change) => ({ change, beyond: beyondOf(judged, fix, change) })).filter(({ beyond }) => isMore(beyond))
  const [gained, freed] = [beyondIn(opened.changes), beyondIn(lifted?.changes ?? [])]
  const wider = [...gained, ...freed]
  if (changes.length === 0 || (wider.length === 0 && !isComplete)) return { ...fix, beyond: null }
  const beyond: Beyond = {
    action: wider.some((one) => one.beyond.action),
    resource: wider.some((one) => one.beyond.resource),
    caller: wider.some((one) => one.beyond.caller),
  }
  if (wider.length > 0) {
    // A blank is told as a blank, and not as what stands for it here.
    // What of a Deny is kept is told with the types that it is kept to.
    if ((fix.blanks ?? []).length > 0 || isKeptToTypes(fix)) return { ...fix, opensTo: 'wider', beyond }
    // What the layer itself then allows comes first; else what its Deny no longer blocks.
    const told = gained.length > 0 ? gained : freed
    const gains = told.slice(0, MOST_TOLD).map(({ change }) => gainOf(fix, change))
    const rest = told.length - gains.length
    const words = (gained.length > 0 ? opensMore : unblocksMore)(gains, {
      rest,
      isComplete,
      holdsRequest: holdsRequest(judged, changes),
    })
    return { ...fix, opens: phraseWithBlanks(fix, words), opensTo: 'wider', beyond }
  }
  const isForCaller = isForCallerAlone(fix) || fix.layer === 'session' || letsIn(fix.layer)
  const isOfCaller = (key: string) => fix.reach.principal !== null && /^aws:principalarn$/i.test(key)
  const tests = [
    ...new Set([...(fix.reach.tests ?? []), ...opened.changes.flatMap(({ grounds }) => grounds.onlyIf)]),
  ].filter((key) => !isOfCaller(key))
  const isOfCall =
    textsOf(fix.statement?.['Resource']).length > 1 || changes.some((change) => !holdsRequest(judged, [change]))
  const pattern = lastingPattern(judged, fix, changes)
  const { resource, action } = judged.accessCase.request
  return {
    ...fix,
    opens: opensExactly(
      fix.layer,
      isOfCall ? null : { ...fix.reach, tests },
      isForCaller,
      pattern === null ? null : { text: pattern, isOfObjects: askedObjects(judged, resource, action) !== null },
    ),
    opensTo: isForCaller || OF_CALLER.includes(fix.layer) ? 'request' : 'wider',
    beyond,
  }
}
