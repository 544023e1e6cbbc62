import { serviceOfAction } from '../../iam/action'
import { ANY_PART } from '../../iam/any-part'
import { serviceOfArn } from '../../iam/arn'
import { LAYERS, type Layer } from '../../iam/layers'
import { fieldsOf, textsOf } from '../../text/fields'
import { own } from '../../text/own'
import { reachOfStatement } from '../../policy/reach'
import type { Phrase } from '../../text/phrase'
import { matchWildcard } from '../../iam/wildcard'
import { ARN_TRAPS, type ArnTrap } from '../../knowledge/arn-traps'
import { COMPARED_VALUES, type ComparedValueRow } from '../../knowledge/compared-values'
import type { Cause } from '../answer'
import { resourceIn, withTestsOfAction, type StatementJson } from '../causes/least-statement'
import type { Fix } from '../explanation'
import type { Refused, SituationShape } from '../../facts/situations/situation-row'
import { SITUATIONS, type SituationId } from '../../facts/situations/situations'
import { copierElsewhere, launcherElsewhere, launchingRole } from '../causes/launching-role'
import { namedRole } from '../causes/named-role'
import { withSource } from '../causes/service-source'
import * as say from '../messages/fixes'
import { saidOfSituation, type JudgedCase } from '../judged-case'
import { stepFacts } from '../steps/step-facts'
import { joinConditions, type ConditionJson } from '../causes/condition-json'
import { onlyOne } from '../../text/only-one'
import { withTextValues, textValues } from '../causes/text-values'
import { isAllowedAlready, statementsThere } from './does-work'
import { isOfKeys, isOfUnknownKey } from './key-of-service'
import { isCopyOf, isCovered, isTestedMore } from './same-statement'
import { withPatterns } from './fix-statements'
import { fitting } from '../causes/known-resource'
import { mergeStatements } from './merge-statements'
import { trustedPrincipal } from './named-caller'
import { blankResource } from './named-resource'
import { ownPart } from './own-part'
import { byService, withGrantApart } from './part-statements'
import { unproven } from './unproven-fix'
import { lastingFor } from './asked-objects'

/** Of a cause: which it is, and whose policy it is about. */
interface OfCause {
  readonly layer: Layer
  readonly code: string
}

/** What stands in a row for the resource of the request. */
const OF_REQUEST = '<resource>'

const TRAPS: Readonly<Record<string, ArnTrap>> = ARN_TRAPS
const COMPARED: Readonly<Record<string, ComparedValueRow>> = COMPARED_VALUES

/** Does a row write the resource of its statement as it is meant: all parts of a thing, or all that have a tag? */
const isAsWritten = (code: string): boolean =>
  own<SituationShape>(SITUATIONS, code)?.keys !== undefined ||
  own(TRAPS, code)?.isOfParts === true ||
  own(COMPARED, code)?.keepsResource === true

/**
 * The resource of a statement of a table: where the row leaves it to the request, that of the request, or the one that the
 * text names; where the row has a wider pattern, what is asked for of it.
 */
const resourceOf = (judged: JudgedCase, { layer, code }: OfCause, action: string, written: string): string => {
  const resource = judged.accessCase.request.resource.replaceAll(ANY_PART, '*')
  const ofEach = ownPart(judged, layer)
  if (ofEach !== null && matchWildcard(written, resource)) return ofEach.pattern
  const isAsked = resource.startsWith('arn:') && serviceOfArn(resource) === serviceOfAction(action)
  // Who names a thing for an action on its parts means all of them, and a tag tells which of them.
  if (isAsWritten(code) && written !== resource && written !== OF_REQUEST) return written
  if (written !== OF_REQUEST)
    // Who names the beginning of keys means what begins so.
    return isAsked && written !== `${resource}*` && matchWildcard(written, resource)
      ? lastingFor(judged, resource, action)
      : written
  return isAsked ? lastingFor(judged, resource, action) : blankResource(judged, action)
}

/** The actions of a statement that its resource can have: what another service does, no request does on it. */
const onResource = (actions: unknown, resource: string): unknown => {
  const service = serviceOfArn(resource)
  if (!Array.isArray(actions) || service === '') return actions
  const kept = actions.filter((one) => serviceOfAction(String(one)) === service)
  if (kept.length === 0) return actions
  return kept.length === 1 ? kept[0] : kept
}

/** Who was refused, as the situation of a cause has it. */
const refusedParty = (code: string): Refused | undefined => own<SituationShape>(SITUATIONS, code)?.refused

/** The role of the service that launches, where the situation says that it was refused. */
const refusedIn = (judged: JudgedCase, code: string): unknown =>
  refusedParty(code) === 'linked-role' ? launchingRole(judged)['linkedRole'] : undefined

/** What stands for parties that nothing names. */
const PARTY_BLANKS: Partial<Record<Refused, string>> = {
  'other-account': 'arn:aws:iam::<account that calls>:root',
  'given-role': '<ARN of the role>',
  'linked-role': '<ARN of the service-linked role>',
}

/** What stands for whoever was refused, where nothing names them: the role that a service works with, or who called. */
const blankFor = (judged: JudgedCase, code: string): string => {
  const refused = refusedParty(code)
  const launcher = refused === 'other-account' ? (launcherElsewhere(judged) ?? copierElsewhere(judged)) : null
  if (launcher !== null) return `arn:aws:iam::${launcher}:root`
  return (refused === undefined ? undefined : PARTY_BLANKS[refused]) ?? '<ARN of the caller>'
}

/** Whom a statement names where the table does not say it: what an endpoint lets through is kept to a resource. */
const unnamedCaller = (judged: JudgedCase, { layer, code }: OfCause): unknown => {
  const refused = layer === 'resource' ? refusedIn(judged, code) : undefined
  if (refused !== undefined) return { AWS: refused }
  if (layer === 'endpoint') return '*'
  if (layer === 'trust') return trustedPrincipal(judged)
  const { entity } = stepFacts(judged)
  const named = entity === null || /[<*]/.test(entity.arn) ? null : namedRole(entity.arn)
  return named?.condition === null ? named.principal : { AWS: blankFor(judged, code) }
}

/** Keys by which a statement says for whom a service comes. */
const OF_SOURCE = /^aws:source(?:arn|account|orgid)$/i

/** Whom the policy of the resource lets in for actions of a service, where that is one, with what it tests of whom it works for. */
const letInBeside = (judged: JudgedCase, layer: Layer, service: string): StatementJson | null => {
  const there = statementsThere(judged, layer)
    .filter(
      (one) =>
        one['Effect'] === 'Allow' &&
        [one['Action']].flat().some((action) => serviceOfAction(String(action)) === service),
    )
    .map((one) => {
      const tests = Object.entries(fieldsOf(one['Condition'])).flatMap(([operator, keys]) =>
        Object.entries(fieldsOf(keys)).flatMap(([key, value]) =>
          OF_SOURCE.test(key) ? [[operator, { [key]: value }] as const] : [],
        ),
      )
      return {
        Principal: one['Principal'],
        ...(tests.length === 0
          ? {}
          : { Condition: joinConditions(...tests.map((test) => Object.fromEntries([test]) as ConditionJson)) }),
      }
    })
  const found = onlyOne(there.map((one) => JSON.stringify(one)))
  const beside = found === undefined ? null : (JSON.parse(found) as StatementJson)
  return [fieldsOf(beside?.['Principal'])['Service']].flat().some((one) => typeof one === 'string') ? beside : null
}

/** Whom a statement names where the table does not say it, and the text names nobody. */
const ofUnnamed = (judged: JudgedCase, of: OfCause, action: string): StatementJson => {
  const { layer } = of
  const isUnknown = layer === 'resource' && judged.accessCase.request.principal === ''
  const { action: asked } = judged.accessCase.request
  return (
    (isUnknown
      ? (letInBeside(judged, layer, serviceOfAction(action)) ?? letInBeside(judged, layer, serviceOfAction(asked)))
      : null) ?? {
      Principal: unnamedCaller(judged, of),
    }
  )
}

/** A statement of a table for one of its actions, with the elements that a document of its kind takes. */
const inDocument = (judged: JudgedCase, of: OfCause, statement: StatementJson): StatementJson => {
  const { layer } = of
  const { Effect: effect, Principal: principal, Action: action, Resource: resource, ...rest } = statement
  if (typeof action !== 'string' || (resource !== undefined && typeof resource !== 'string')) return statement
  const on = resource === undefined ? null : fitting(judged, action, resourceOf(judged, of, action, resource))
  const written = on === null ? null : resourceIn(layer, action, on)
  const isOpen = principal === undefined && LAYERS[layer].principal === 'required'
  const { Principal: named = principal, Condition: tests } = isOpen ? ofUnnamed(judged, of, action) : {}
  const condition = joinConditions(
    (rest['Condition'] ?? null) as ConditionJson | null,
    (tests ?? null) as ConditionJson | null,
  )
  return {
    Effect: effect,
    ...(named === undefined ? {} : { Principal: named }),
    Action: action,
    ...rest,
    ...(written === null ? {} : { Resource: written }),
    ...(condition === null ? {} : { Condition: condition }),
  }
}

/** A statement of a table, action by action: what is asked for of a thing is not asked for of what it is in. */
const byAction = (judged: JudgedCase, of: OfCause, statement: StatementJson): readonly StatementJson[] => {
  const { Action: actions, Resource: resource } = statement
  const { action: asked } = judged.accessCase.request
  // Of actions of several services the request has one; its resource is of that service.
  const first = [actions].flat().includes(asked) ? asked : [actions].flat()[0]
  if (typeof first !== 'string' || typeof resource !== 'string') return [statement]
  // Where nobody names the resource, each action has one of its own.
  const isUnnamed = resource === OF_REQUEST && judged.accessCase.request.resource === ''
  if (isUnnamed) return [actions].flat().map((action) => ({ ...statement, Action: action }))
  const on = fitting(judged, first, resourceOf(judged, of, first, resource))
  return [onResource(actions, on)].flat().map((action) => ({ ...statement, Action: action }))
}

/** A statement with each blank that the text fills. */
const withPartsOfText = (judged: JudgedCase, statement: StatementJson): StatementJson => {
  const values = textValues(judged)
  return JSON.parse(JSON.stringify(statement), (_, value: unknown) =>
    typeof value === 'string' && value.includes('<') ? withTextValues(value, values) : value,
  ) as StatementJson
}

const asDocument = (judged: JudgedCase, of: OfCause, statement: StatementJson): StatementJson =>
  withSource(judged, of.layer, withPartsOfText(judged, inDocument(judged, of, statement)))

const asDocuments = (judged: JudgedCase, of: OfCause, statement: StatementJson): readonly StatementJson[] =>
  byAction(judged, of, withTestsOfAction(judged, of.layer, statement)).map((one) => asDocument(judged, of, one))

/** What of a statement the policies do not allow already: its other actions; all of it where they allow none, or each. */
const lackingOf = (judged: JudgedCase, layer: Layer, statement: StatementJson): StatementJson | null => {
  const actions = [statement['Action']].flat()
  const there = statementsThere(judged, layer)
  // What is allowed without a test is allowed with one.
  const isThere = ({ Condition: tests, ...one }: StatementJson) =>
    isAllowedAlready(judged, layer, { ...one, ...(tests !== undefined && { Condition: tests }) }) ||
    there.some((other) => isCopyOf(other['Condition'] === undefined ? one : { ...one, Condition: tests }, other)) ||
    there.some((other) => isTestedMore(tests, other) && isCopyOf({ ...one, Condition: other['Condition'] }, other))
  const lacking = actions.filter((action) => !isThere({ ...statement, Action: action }))
  if (lacking.length === 0) return null
  return lacking.length === actions.length
    ? statement
    : { ...statement, Action: lacking.length === 1 ? lacking[0] : lacking }
}

/** What is said of a fix: what the table says, with the blanks that the text fills, unless less is missing than it says. */
const sentenceOf = (
  judged: JudgedCase,
  { layer, remedy }: Pick<Cause, 'remedy'> & { readonly layer: Layer },
  statements: readonly StatementJson[],
  isLess: boolean,
): Phrase => {
  const values = textValues(judged)
  const filled = remedy.map((one) => ({ ...one, text: withTextValues(one.text, values) }))
  if (!isLess) return filled
  return say.together(statements.map((one) => say.addToUnseen(layer, reachOfStatement(one))))
}

/** Does nothing name the caller, and the policy of the resource let in services alone for the action? */
const isReadByService = (judged: JudgedCase): boolean => {
  const { action, principal } = judged.accessCase.request
  const allows = statementsThere(judged, 'resource').filter(
    (one) => one['Effect'] === 'Allow' && isCovered(action, textsOf(one['Action'])),
  )
  const isForServices = ({ Principal: named }: (typeof allows)[number]) =>
    Object.keys(fieldsOf(named)).join() === 'Service'
  return principal === '' && action !== '' && allows.length > 0 && allows.every(isForServices)
}

/** What a service's own words ask for first, where they are what a cause is known by. */
const saidFirst = (judged: JudgedCase, code: string) =>
  Object.hasOwn(SITUATIONS, code) ? saidOfSituation(judged, code as SituationId)?.changes[0] : undefined

/** The fixes of what a likely cause asks for besides the request itself. */
export const causeFix = (judged: JudgedCase, cause: Cause): readonly Fix[] => {
  const { code, statements, remedy } = cause
  if (cause.layer === 'none' || statements.length === 0) return []
  const isOfService = cause.layer === 'identity' && isReadByService(judged)
  // A service has no policies of its own: the key lets it in by its policy.
  if (isOfService && !isOfKeys(statements)) return []
  const layer = isOfService ? 'resource' : cause.layer
  const all = mergeStatements(
    statements
      .flatMap(withGrantApart)
      .flatMap((one) => asDocuments(judged, { layer, code }, one))
      .map(withPatterns),
  )
  const lacking = all.map((one) => lackingOf(judged, layer, one)).filter((one) => one !== null)
  // What a command does in another place is no change of this policy.
  const isOfCommand = saidFirst(judged, code)?.run !== undefined
  const isLess = isOfService || isOfCommand || JSON.stringify(lacking) !== JSON.stringify(all)
  // What is allowed already is no repair.
  if (lacking.length === 0) return []
  // What services call is let in by a policy of each, which no other one can stand in for.
  const each = layer === 'resource' ? byService(lacking) : [lacking]
  // A key is needed beside what it encrypts; else the call has one such resource, and the text doesn’t tell of which service.
  const kinds = each.filter((made) => !isOfKeys(made))
  return each.map((made) => {
    const sentence = sentenceOf(judged, { layer, remedy }, made, isLess || each.length > 1)
    const fix = unproven(judged, layer, made, say.answersCause(), sentence)
    if (kinds.length < 2 || isOfKeys(made))
      return isOfUnknownKey(judged, code, made) ? { ...fix, isOfUnknownKey: true } : fix
    return { ...unproven(judged, layer, made, say.answersKind(), sentence), isForOneService: true }
  })
}
