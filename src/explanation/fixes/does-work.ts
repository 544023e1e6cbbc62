import { blanksAsAny, blanksWithin } from '../../text/blank'
import { parseArn } from '../../iam/arn'
import { matchWildcard } from '../../iam/wildcard'
import { evaluate } from '../../evaluation/evaluate'
import { parseOperator } from '../../iam/condition-operators'
import { hasHoleInAction } from '../../iam/find-holes'
import { namesPrincipals, type Layer } from '../../iam/layers'
import { withDocument } from '../../case/case-documents'
import { fieldsOf, type Fields, textsOf } from '../../text/fields'
import type { Fix } from '../explanation'
import type { UnmetReason } from '../messages/unmet-standards'
import { neverInReference } from '../../reference/key-presence'
import { referenceOfPart } from '../../reference/reference-part'
import { judgedWith, layerResult, type JudgedCase } from '../judged-case'
import { isGrantedHere } from '../causes/granted'
import { statementsOfLayer } from '../../policy/statements-of-layer'
import { blankFiller } from './filled-blanks'
import { addedStatements, newStatements, testedKeys } from './fix-statements'
import { beneathPoint } from './fit-place'
import { isOfNoKind } from '../causes/known-resource'
import { isCopyOf, isCovered } from './same-statement'

/** The statements that the policies of a layer have. */
export const statementsThere = ({ accessCase }: JudgedCase, layer: Layer): readonly Fields[] =>
  statementsOfLayer(accessCase.policies, layer)

/** The resources on which the policies of a layer allow an action. */
export const resourcesThere = (judged: JudgedCase, layer: Layer, action: string): readonly string[] =>
  statementsThere(judged, layer)
    .filter((one) => one['Effect'] === 'Allow' && isCovered(action, textsOf(one['Action'])))
    .flatMap((one) => textsOf(one['Resource']))

/** `isTested`: what tests of the statement that there is ask for, the one that is made may ask otherwise. */
const allows = (accessCase: JudgedCase['accessCase'], judged: JudgedCase, layer: Layer, isTested: boolean): boolean => {
  const evaluation = evaluate(accessCase, judgedWith(judged))
  return isTested
    ? layerResult(evaluation, layer)?.status === 'allows'
    : isGrantedHere({ ...judged, accessCase, evaluation }, layer)
}

/** Whom a statement lets in, as a request names it; null: that is not one. */
const callerOf = (judged: JudgedCase, layer: Layer, statement: Fields): string | null => {
  if (!namesPrincipals(layer)) return judged.accessCase.request.principal
  const [named, ...others] = textsOf(fieldsOf(statement['Principal'])['Service'])
  if (named !== undefined) return others.length === 0 ? named : null
  return judged.accessCase.request.principal
}

/** Do the policies allow all that a statement allows, as they are? */
export const isAllowedAlready = (judged: JudgedCase, layer: Layer, statement: Fields): boolean => {
  const { accessCase } = judged
  if (statement['Effect'] !== 'Allow') return false
  const principal = callerOf(judged, layer, statement)
  const actions = textsOf(statement['Action'])
  const resources = textsOf(statement['Resource'])
  if (principal === null || actions.length === 0 || actions.some(hasHoleInAction) || resources.length === 0)
    return false
  const isOf = (action: string, resource: string): boolean => {
    const request = { ...accessCase.request, principal, action, resource }
    const holes = [...(accessCase.holes ?? []), ...blanksWithin(resource)]
    return allows({ ...accessCase, request, holes }, judged, layer, statement['Condition'] !== undefined)
  }
  return actions.every((action) => resources.every((resource) => resource !== '*' && isOf(action, resource)))
}

/** Does an ARN leave a blank for the thing itself, and not only for a part of it? S3’s ARNs begin with the bucket, without a type. */
function isOfUnnamed(arn: string): boolean {
  const { account = '', resource = '' } = parseArn(arn) ?? {}
  const name = account === '' ? resource : resource.replace(/^[a-z-]+[:/]/, '')
  return /^(?:<[^<>]{1,60}>\/?)+$/.test(name)
}

/** Is a statement for a thing that nobody names, where the policies allow the same on one of its kind by name? Perhaps that one was asked for. */
const isPerhapsThere = (judged: JudgedCase, layer: Layer, statement: Fields): boolean => {
  const actions = textsOf(statement['Action'])
  const resources = textsOf(statement['Resource']).map(blankFiller(judged))
  if (statement['Effect'] !== 'Allow' || resources.length === 0 || !resources.every(isOfUnnamed)) return false
  return actions.every((action) => {
    const there = resourcesThere(judged, layer, action)
    return resources.every((one) => there.some((named) => matchWildcard(blanksAsAny(one), named)))
  })
}

/** Did AWS’s message name the action and the resource of the request? */
const awsNamed = ({ denial }: JudgedCase): boolean =>
  denial === null || (denial.action !== null && denial.resource !== null)

/** An action that is asked for with none of the resources that its statement names; what AWS itself asked is none. */
const isNeverAsked = (judged: JudgedCase, statement: Fields): boolean => {
  const resources = textsOf(statement['Resource'])
  const { action: asked, resource } = judged.accessCase.request
  const isAsked = (action: string): boolean =>
    action.toLowerCase() === asked.toLowerCase() &&
    resource !== '' &&
    awsNamed(judged) &&
    isCovered(resource, resources)
  if (statement['Effect'] !== 'Allow' || resources.length === 0) return false
  return textsOf(statement['Action']).some(
    (action) =>
      !hasHoleInAction(action) &&
      !isAsked(action) &&
      resources.every((one) => one !== '*' && isOfNoKind(judged, action, blanksAsAny(one))),
  )
}

/** Does a test of this operator fail for a key that isn't there? */
const needsKey = (operator: string): boolean => {
  const parsed = parseOperator(operator)
  return parsed !== null && parsed.family !== 'null' && !parsed.negated && !parsed.ifExists
}

/**
 * Does a statement for the request test a key that no check of this action on this resource carries? No request meets it,
 * as a test of the tags of a resource for an action that has none.
 */
const isNeverMet = ({ accessCase: { request }, services }: JudgedCase, statement: Fields): boolean => {
  if (services === undefined || statement['Effect'] !== 'Allow' || request.resource === '') return false
  if (!isCovered(request.action, textsOf(statement['Action']))) return false
  const isNever = neverInReference(referenceOfPart(services), request.action.toLowerCase(), request.resource)
  return testedKeys(statement).some(({ operator, key }) => needsKey(operator) && isNever(key))
}

/** Is a fix about what was asked for, and not about another check of the call? */
export const isOfRequest = ({ reaches }: Pick<Fix, 'reaches'>, action: string): boolean =>
  reaches.some(({ actions: { not, patterns } }) => isCovered(action, patterns) !== not)

/** What the request is for, as the policy that a fix changes names it: of an access point, what lies in its bucket. */
const askedBeneath = ({ changes: [change], layer }: Fix, resource: string): string =>
  layer === 'resource' && change !== undefined
    ? String(beneathPoint(change.before, { Resource: resource })['Resource'])
    : resource

/** Is a pattern what the request is for, as only the policy that a fix changes names it? */
export const isAskedBeneath = (fix: Fix, resource: string, pattern: unknown): boolean =>
  pattern !== resource && pattern === askedBeneath(fix, resource)

/** What the layer does of the request with the fix, its blanks filled in with whatever they can be. */
const staysDenied = (judged: JudgedCase, fix: Fix): boolean => {
  const { accessCase, evaluation } = judged
  if (fix.assumes === true || layerResult(evaluation, fix.layer) === null) return false
  if (!isOfRequest(fix, accessCase.request.action)) return false
  const changed = fix.changes.reduce((one, change) => withDocument(one, change, change.name, change.after), accessCase)
  const blanks = fix.changes.flatMap(({ after }) => blanksWithin(after))
  const request = { ...accessCase.request, resource: askedBeneath(fix, accessCase.request.resource) }
  const asked = { ...changed, request, holes: [...new Set([...(changed.holes ?? []), ...blanks])] }
  const now = layerResult(evaluate(asked, judgedWith(judged)), fix.layer)
  return now?.status === 'explicitDeny' || (now?.status === 'implicitDeny' && now.blocking)
}

/**
 * Why a fix does nothing for the request; null where it lets it through, or may once its blanks are filled in. A layer that
 * goes on to deny, a statement that is there already, and one that no request can ever meet are no help to anybody.
 */
export const whyNoHelp = (judged: JudgedCase, fix: Fix): UnmetReason | null => {
  const { changes, layer } = fix
  if (changes.length > 0 && changes.every(({ before, after }) => before === after)) return 'changes-nothing'
  const added = changes.flatMap(addedStatements)
  if (added.some((one) => isNeverAsked(judged, one))) return 'never-asked'
  const made = changes.flatMap(newStatements)
  if (made.length > 0 && made.every((one) => isNeverMet(judged, one))) return 'never-met'
  const there = statementsThere(judged, layer)
  if (added.some((one) => there.some((other) => isCopyOf(one, other)))) return 'copies-statement'
  if (added.length > 0 && added.every((one) => isPerhapsThere(judged, layer, one))) return 'perhaps-there'
  const isSame = added.length > 0 && added.every((one) => isAllowedAlready(judged, layer, one))
  if (isSame) return 'changes-nothing'
  return staysDenied(judged, fix) ? 'stays-denied' : null
}
