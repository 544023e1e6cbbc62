import type { ElementResult, LayerResult, StatementResult, ValueResult } from '../../evaluation/evaluation'
import { missesOf, tellingElements } from '../../evaluation/describe/nearest-miss'
import { requestChangeOf } from '../../facts/keys/request-change'
import { composerOf } from '../../facts/service-sessions'
import type { Layer } from '../../iam/layers'
import { parseVariables } from '../../iam/policy-variables'
import { isPermissionSetRole, parsePrincipal } from '../../iam/principal'
import { join, type Phrase } from '../../text/phrase'
import { type CallerOfTags, CAUSE_REMEDIES, clausesOf } from '../messages/answers'
import { writtenValues } from '../messages/conditions'
import type { JudgedCase } from '../judged-case'
import { withFilledVariables } from '../steps/filled-variables'
import { missedException } from '../steps/missed-exception'
import {
  hasEnded,
  isMissedException,
  isOfOldVersion,
  listedBeside,
  missedTest,
  meantOperatorOf,
  operatorOfPatterns,
} from '../steps/missed-test'
import { nameChanges } from '../steps/name-changes'
import { requestChanges } from '../steps/request-changes'
import { isOfStartAlone, isSettledByCall } from '../steps/settled-by-call'
import { headlineFacts } from '../words/headline'
import { insteadOf } from './instead-keys'
import { unsetKeys } from './unset-keys'

const isUnknownElement = ({ matches }: ElementResult): boolean => matches === 'unknown'

/** The elements of a statement of which nobody knows whether they match. */
export const openElements = ({ elements }: StatementResult): readonly ElementResult[] =>
  elements.filter(isUnknownElement)

/** No call brings about a tag of what is there already. */
const isTagOfResource = (key: string): boolean => /^[\w-]+:(?:ResourceTag|ExistingObjectTag)\//i.test(key)

/** Is a part of it open that nobody sees? */
export const isHidden = (statement: StatementResult): boolean =>
  statement.openEffect === true || (statement.matches === 'unknown' && openElements(statement).length === 0)

/** Does the command of the text show that the request lacks the key, and has no option that would set it? */
const isWithoutOption = (judged: JudgedCase, { key = '' }: ElementResult): boolean =>
  key.toLowerCase() === 's3:delimiter' && isSettledByCall(judged, key, [])

/** What the caller can change in the call comes before a change of the policy, where a condition alone kept an Allow from applying. */
export const lackRemedy = (judged: JudgedCase, result: LayerResult): Phrase => {
  const { layer } = result
  const facts = headlineFacts(judged, layer)
  const [near] = missesOf(result, judged.accessCase.request.action)
  const ended = near && missedTest(near)
  if (ended && hasEnded(ended))
    return CAUSE_REMEDIES['later-date'](ended.key ?? '', writtenValues(ended), ended.actual ?? [])
  if (near?.failed.some(isOfOldVersion) === true && near.failed.every(({ element }) => element === 'Resource'))
    return CAUSE_REMEDIES['version-of-variables']()
  const named = near === undefined ? [] : nameChanges(judged, near.statement).map((change) => change.sentence)
  if (named.length > 0) return CAUSE_REMEDIES['change-request-or-allow'](named, facts, layer)
  if (near === undefined || tellingElements(near).some(({ element }) => element !== 'Condition'))
    return CAUSE_REMEDIES['add-allow'](facts, layer)
  const moved = near.failed.flatMap(({ isNever, key = '' }) => {
    const instead = isNever === true || !isTagOfResource(key) ? insteadOf(judged, key) : null
    return instead === null ? [] : [{ key, instead }]
  })
  if (moved.length > 0 && moved.length === near.failed.length) return CAUSE_REMEDIES['test-instead'](facts, moved)
  if (near.failed.every(({ isNever }) => isNever === true))
    return CAUSE_REMEDIES['without-test'](keysOf(near.failed), facts)
  if (near.failed.every((test) => isWithoutOption(judged, test)))
    return CAUSE_REMEDIES['without-option'](keysOf(near.failed))
  const changes = requestChanges(judged, near.statement).map((change) => change.sentence)
  const test = missedTest(near)
  const mended = test && mendRemedy(judged, test)
  if (mended) return join(...changes.flatMap((change) => [change, ' ']), mended(changes.length > 0))
  if (changes.length === 0) return CAUSE_REMEDIES['add-allow'](facts, layer)
  return near.failed.every(({ element }) => element === 'Condition')
    ? CAUSE_REMEDIES['meet-test'](changes)
    : CAUSE_REMEDIES['change-request-or-allow'](changes, facts, layer)
}

/** What to correct of the nearest statement of a layer, where the text shows the value that misses its one test; else null. */
export const mendOf = (judged: JudgedCase, result: LayerResult): Phrase | null => {
  const [near] = missesOf(result, judged.accessCase.request.action)
  // What no such request carries has no value that could be let in.
  if (near?.failed.every(({ isNever }) => isNever === true) === true) return lackRemedy(judged, result)
  const test = near === undefined ? null : missedTest(near)
  return test === null ? null : (mendRemedy(judged, test)?.(false) ?? null)
}

/** The keys that a value names as variables, where one of them has no value in the request. */
const lackingVariables = ({ text, reason }: ValueResult): readonly string[] =>
  reason === 'variable-without-value'
    ? (parseVariables(text) ?? []).flatMap((part) =>
        part.kind === 'variable' && part.fallback === null ? [part.key] : [],
      )
    : []

/** The tags that tests ask of the resource: a variable of the caller as what it stands for here. */
const tagsAsked = ({ evaluation }: JudgedCase, tests: readonly ElementResult[]): readonly Phrase[] =>
  clausesOf(tests.map((test) => withFilledVariables(test, evaluation.context)))

/** What is wrong with the one test that is missed, where the text shows the value of the request; null: nothing tells. */
const mendRemedy = (judged: JudgedCase, test: ElementResult): ((isOther: boolean) => Phrase) | null => {
  const { key = '', operator = '' } = test
  if (isOfOldVersion(test)) return () => CAUSE_REMEDIES['version-of-variables']()
  const meant = meantOperatorOf(test)
  if (meant !== null) return () => CAUSE_REMEDIES['meant-operator'](key, operator, meant)
  const lacking = new Set(test.values.flatMap(lackingVariables))
  if (lacking.size > 0 && test.values.every((value) => lackingVariables(value).length > 0))
    return () => CAUSE_REMEDIES['other-variable']([...lacking])
  // What a variable stands for is the caller's own: the thing is to be marked so, and no other value to be let in.
  if (isTagOfResource(key) && test.values.some(({ text }) => text.includes('${')))
    return () => CAUSE_REMEDIES['tag-resource'](tagsAsked(judged, [test]))
  const listed = listedBeside(judged, test)
  return listed.length === 0 ? null : (isOther) => CAUSE_REMEDIES['add-value'](key, listed, isOther)
}

/** What would keep a Deny from applying: a change of the request where it can bring that about, or an exception. */
export const denyRemedy = (judged: JudgedCase, statement: StatementResult): Phrase => {
  if (isHidden(statement)) return CAUSE_REMEDIES['see-whole']()
  const changes = requestChanges(judged, statement).map((change) => change.sentence)
  if (changes.length > 0) return CAUSE_REMEDIES['change-request-or-ask'](changes)
  const missed = missedException(judged, statement)
  if (missed !== null) return CAUSE_REMEDIES['correct-exception'](missed)
  const keys = unknownKeys(judged, openElements(statement))
  const list = statement.elements.find(isMissedException)
  if (list !== undefined && keys.length > 0)
    return CAUSE_REMEDIES['join-exceptions'](keys, list.key ?? '', list.actual ?? [])
  return keys.length > 0 ? CAUSE_REMEDIES['compare-keys-or-ask'](keys) : CAUSE_REMEDIES['escape-deny']()
}

/** The condition keys of some elements, each once. */
const keysOf = (elements: readonly ElementResult[]): readonly string[] => [
  ...new Set(elements.flatMap(({ element, key }) => (element === 'Condition' && key !== undefined ? [key] : []))),
]

/** The keys behind some tests that nobody knows: those that are tested, and those that their values stand for. */
const unknownKeys = ({ evaluation }: JudgedCase, elements: readonly ElementResult[]): readonly string[] => {
  const known = new Set(evaluation.context.map(({ key }) => key.toLowerCase()))
  const compared = elements
    .flatMap(({ values }) => values)
    .flatMap(({ text }) => (text.includes('${') ? (parseVariables(text) ?? []) : []))
    .flatMap((part) => (part.kind === 'variable' && /^[\w.-]+:\w/.test(part.key) ? [part.key] : []))
  const keys = [...new Set([...keysOf(elements), ...compared])]
  const open = keys.filter((key) => !known.has(key.toLowerCase()))
  return open.length > 0 ? open : keys
}

/** What is to be done about tests that no change of the call is known to meet. */
const unmetRemedy = (judged: JudgedCase, layer: Layer, tests: readonly ElementResult[]): Phrase => {
  const { principal, resource } = judged.accessCase.request
  const by = composerOf(principal, resource)
  const ofCaller = tests.every(({ key = '' }) => requestChangeOf(key) !== null)
  return by !== null && ofCaller
    ? CAUSE_REMEDIES['sent-by-service'](by, keysOf(tests), headlineFacts(judged, layer))
    : unsetKeys(judged, tests).length === keysOf(tests).length
      ? CAUSE_REMEDIES['set-in-call'](clausesOf(tests))
      : CAUSE_REMEDIES['compare-keys'](keysOf(tests))
}

/** Is a tag of the resource compared with one of the caller, so that either of the two may be missing? */
const isByCallerTag = ({ values }: ElementResult): boolean =>
  values.length > 0 && values.every(({ text }) => /^\$\{aws:PrincipalTag\/[^{},]{1,128}\}$/i.test(text))

/** Where the tags of a caller come from. */
const callerKind = (principal: string): CallerOfTags => {
  const caller = parsePrincipal(principal)
  if (caller?.kind !== 'roleSession') return caller?.kind === 'user' ? 'user' : 'caller'
  return isPermissionSetRole(caller.name) ? 'center' : 'session'
}

/** What would make a statement allow the request, as far as it shows what it asks. */
export const allowRemedy = (judged: JudgedCase, layer: Layer, statement: StatementResult): Phrase => {
  if (isHidden(statement)) return CAUSE_REMEDIES['add-allow'](headlineFacts(judged, layer), layer)
  const changes = requestChanges(judged, statement).map((change) => change.sentence)
  if (changes.length > 0) return CAUSE_REMEDIES['change-request'](changes)
  const tests = openElements(statement).filter(({ element }) => element === 'Condition')
  for (const test of tests) {
    const meant = operatorOfPatterns(test)
    if (meant !== null) return CAUSE_REMEDIES['meant-operator'](test.key ?? '', test.operator ?? '', meant)
  }
  const moved = tests.flatMap(({ key = '' }) => {
    const instead = insteadOf(judged, key)
    return instead === null ? [] : [{ key, instead }]
  })
  // What is being made has no tags to be given first, whatever else the statement tests.
  const made = moved.filter(({ key, instead }) => isTagOfResource(key) && instead.startsWith('aws:RequestTag/'))
  if (made.length > 0 || (moved.length > 0 && moved.length === tests.length))
    return CAUSE_REMEDIES['test-instead'](headlineFacts(judged, layer), made.length > 0 ? made : moved)
  const [test] = tests.filter(({ key = '' }) => isOfStartAlone(judged, key))
  if (test !== undefined) return CAUSE_REMEDIES['test-if-there'](test.key ?? '', test.operator ?? '')
  const all = tests.filter(({ key }) => isTagOfResource(key ?? ''))
  const matched = all.filter(isByCallerTag)
  const tags = all.filter((one) => !matched.includes(one))
  const rest = tests.filter((one) => !all.includes(one))
  const others = openElements(statement).filter(({ element }) => element !== 'Condition')
  const parts = [
    ...(tags.length === 0 ? [] : [CAUSE_REMEDIES['tag-resource'](tagsAsked(judged, tags))]),
    ...(matched.length === 0
      ? []
      : [CAUSE_REMEDIES['match-tags'](clausesOf(matched), callerKind(judged.accessCase.request.principal))]),
    ...(rest.length === 0 ? [] : [unmetRemedy(judged, layer, rest)]),
    ...others.map(CAUSE_REMEDIES['cover-request']),
  ]
  return join(...parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part])))
}
