import { printedLauncher } from './launching-role'
import { isLinkedRoleRefused } from '../../facts/situations/situations'
import { howDenied } from '../../denial/denial'
import type { ElementResult, LayerResult, StatementResult } from '../../evaluation/evaluation'
import { accountOfArn, isAccountId } from '../../iam/arn'
import type { Layer } from '../../iam/layers'
import { tokenIssuerOf } from '../../facts/keys/token-issuers'
import { denyingFact } from '../words/layer-fact'
import {
  CAUSE_REMEDIES,
  DENIED_FACTS,
  effectClause,
  hiddenClause,
  clausesOf,
  outsideClause,
  REMAINING,
  SPEAKS,
} from '../messages/answers'
import { LAYER_PHRASES } from '../messages/layers'
import { policyPhrase } from '../messages/statements'
import { evidenceOf, targetOf, type JudgedCase } from '../judged-case'
import type { Phrase } from '../../text/phrase'
import type { Cause, Ground } from '../answer'
import { isMissedException } from '../steps/missed-test'
import { layerCheck } from './checks'
import { isGrantedHere } from './granted'
import { hardlyApplies } from './hardly-applies'
import { unknownIssuer } from './other-issuer'
import { unsetKeys } from './unset-keys'
import { isRead, openAllows, possibleDenies } from '../words/claim-reading'
import { denyGrounds, namesNoDeny } from './rank-causes'
import { guardedStatement } from './guards'
import { allowRemedy, denyRemedy, isHidden, openElements } from './cause-remedies'
import { givenListedDenies } from '../words/named-statements'
import { isAcrossAccounts } from './across-accounts'
import { isEnoughInOneAccount, lacksAnyway, shownMissing } from './lacking-layer'
import { OF_REQUEST } from './cause-of-request'
import { widerElsewhere } from './narrower-first'

/** What a statement hangs on for having an effect, also where it is in a part of it that nobody sees. */
const openClauses = (statement: StatementResult, effect: 'Allow' | 'Deny'): readonly Phrase[] => {
  const shown = clausesOf(openElements(statement))
  if (statement.openEffect === true) return [effectClause(effect), ...shown]
  return isHidden(statement) ? [hiddenClause()] : shown
}

const who = (judged: JudgedCase, layer: Layer, statement: StatementResult): Phrase =>
  policyPhrase(statement, targetOf(judged, layer, statement))

/** Is it about where services write for an account, which nobody names otherwise? */
const isFolderOfAccount = ({ element, values }: ElementResult): boolean =>
  element === 'Resource' && values.some(({ text }) => /\/AWSLogs\/\d{12}\//.test(text))

/** Does it hang on the resource, of which the text says nothing, and at most on a caller of whom it says nothing either? What a policy names is what people mean to reach. */
const isOfNamelessResource = ({ accessCase }: JudgedCase, open: readonly ElementResult[]): boolean => {
  const { principal, resource } = accessCase.request
  if (resource.includes('/AWSLogs/<account>/')) return open.length > 0 && open.every(isFolderOfAccount)
  const isNameless = ({ element }: ElementResult): boolean =>
    element === 'Resource' || (element === 'Principal' && principal === '')
  return resource === '' && open.some(({ element }) => element === 'Resource') && open.every(isNameless)
}

/** Does it hang on a caller of whom the text says nothing, where it names the account that is let in? */
const isOfNamedAccount = ({ accessCase }: JudgedCase, layer: Layer, open: readonly ElementResult[]): boolean => {
  const { request, error = '' } = accessCase
  const isNamed = (arn: string): boolean => isAccountId(accountOfArn(arn)) && error.includes(accountOfArn(arn))
  return (
    layer === 'resource' &&
    request.principal === '' &&
    open.length > 0 &&
    open.every(({ element, values }) => element === 'Principal' && values.some(({ text }) => isNamed(text)))
  )
}

/** Does it hang on a caller of whom the text says nothing, beside a Deny that hangs on the call itself? */
const isOfNamelessCaller = (
  { accessCase }: JudgedCase,
  { layer, statements }: LayerResult,
  open: readonly ElementResult[],
): boolean =>
  layer === 'resource' &&
  accessCase.request.principal === '' &&
  open.length > 0 &&
  open.every(({ element }) => element === 'Principal') &&
  statements.some(({ effect, matches }) => effect === 'Deny' && matches === 'unknown')

/** An account, a user or a role that no service made. */
const NO_LINKED_ROLE =
  /^(?:\d{12}|arn:aws[\w-]{0,12}:iam::\d{12}:(?:root|user\/[^*?$<]{1,200}|role\/(?!aws-service-role\/)[^*?$<]{1,200}))$/

/**
 * Was a service-linked role refused, and does a statement plainly name others? An account that a key policy names leaves the
 * key to identity-based policies, and that of such a role has no permission on keys.
 */
const isForNoLinkedRole = (judged: JudgedCase, statement: StatementResult): boolean => {
  const own = isLinkedRoleRefused(judged.denial?.situation) ? printedLauncher(judged) : null
  const isOther = (text: string): boolean => own !== null && !/[*?$<]/.test(text) && text !== own
  const named = openElements(statement).filter(({ element }) => element === 'Principal')
  return (
    isLinkedRoleRefused(judged.denial?.situation) &&
    named.length > 0 &&
    named.every(
      ({ values }) => values.length > 0 && values.every(({ text }) => NO_LINKED_ROLE.test(text) || isOther(text)),
    )
  )
}

/** An Allow of a layer that has no other, and that hangs on something unknown. */
export const openAllow = (judged: JudgedCase, result: LayerResult, statement: StatementResult): Cause => {
  const { layer } = result
  const clauses = openClauses(statement, 'Allow')
  const facts = { layer, who: who(judged, layer, statement), hangsOn: clauses, action: '' }
  const isSaid = howDenied(judged.denial) === 'implicitDeny'
  const open = openElements(statement)
  const unset = unsetKeys(judged, open)
  const guarded = isHidden(statement) ? null : guardedStatement(judged, layer, open)
  return {
    ...OF_REQUEST,
    ground:
      isEnoughInOneAccount(judged, layer) || isOfNamedAccount(judged, layer, open)
        ? 'unseen-account'
        : isOfNamelessResource(judged, open) || isOfNamelessCaller(judged, result, open)
          ? 'open-resource'
          : 'open-allow',
    // A statement that is known to name this caller was written for the call.
    weight: widerElsewhere(judged, layer, open) - open.filter(({ element }) => element !== 'Condition').length,
    code: 'allow-unmet',
    layer,
    decision: 'implicitDeny',
    sentence: isSaid ? REMAINING['allow-unmet'](facts) : REMAINING['allow-open'](facts),
    speaksFor: [
      ...(unset.length > 0 ? [SPEAKS['not-in-call'](unset)] : []),
      ...(namesNoDeny(judged) ? [SPEAKS['no-deny-named']()] : []),
    ],
    speaksAgainst: isEnoughInOneAccount(judged, layer) ? [SPEAKS['identity-allows']()] : [],
    evidence: evidenceOf(
      layer,
      statement,
      statement.elements.find(({ matches }) => matches === 'unknown'),
    ),
    check: layerCheck(judged, layer, statement),
    remedy: guarded
      ? CAUSE_REMEDIES['keep-guard'](open.flatMap(({ key }) => key ?? []))
      : allowRemedy(judged, layer, statement),
    statements: guarded ? [guarded] : [],
    page: LAYER_PHRASES[layer].page,
  }
}

const isListed = (judged: JudgedCase, statement: StatementResult): boolean =>
  givenListedDenies(judged).some((one) => one.statement === statement)

/** Does a statement test what a token says of who it was issued to? */
const isOfToken = (statement: StatementResult): boolean =>
  openElements(statement).some(({ key = '' }) => tokenIssuerOf(key.slice(0, key.lastIndexOf(':'))) !== null)

const groundOfDeny = (judged: JudgedCase, statement: StatementResult): Ground => {
  if (statement.openEffect === true) return 'open-effect'
  if (statement.matches === 'yes' || unknownIssuer(judged, statement) !== null) return 'deny-matches'
  return isOfToken(statement) ? 'deny-of-token' : 'open-deny'
}

const denyingSentence = (judged: JudgedCase, result: LayerResult, statement: StatementResult): Phrase => {
  const fact = denyingFact(judged, result, statement)
  const { layer } = result
  return DENIED_FACTS[fact.code]({ layer, action: judged.accessCase.request.action, ...fact })
}

/** A Deny that may match, for all that is known. */
export const openDeny = (judged: JudgedCase, result: LayerResult, statement: StatementResult): Cause => {
  const { layer } = result
  const ground = groundOfDeny(judged, statement)
  const issuer = unknownIssuer(judged, statement)
  const grounds = denyGrounds(judged)
  const hangsOn = [
    ...openClauses(statement, 'Deny'),
    ...statement.elements.filter(isMissedException).map(outsideClause),
  ]
  const facts = { layer, who: who(judged, layer, statement), hangsOn, action: '' }
  return {
    ...OF_REQUEST,
    ground,
    weight: hardlyApplies(statement, judged.accessCase.error ?? '') ? -1 : 0,
    code: 'deny-open',
    layer,
    decision: 'explicitDeny',
    sentence:
      ground === 'deny-matches' && hangsOn.length === 0
        ? denyingSentence(judged, result, statement)
        : isListed(judged, statement)
          ? REMAINING['deny-listed'](facts)
          : REMAINING['deny-open'](facts),
    speaksFor: [...grounds.speaksFor, ...(issuer === null ? [] : [SPEAKS['other-issuer'](issuer)])],
    speaksAgainst: grounds.speaksAgainst,
    evidence: evidenceOf(
      layer,
      statement,
      statement.elements.find(({ matches }) => matches === 'unknown'),
    ),
    check: layerCheck(judged, layer, statement),
    remedy: issuer === null ? denyRemedy(judged, statement) : CAUSE_REMEDIES['exempt-issuer'](`${issuer}:sub`),
    ...(issuer !== null && { isInWords: true as const }),
    statements: [],
    page: LAYER_PHRASES[layer].page,
  }
}

/** Is it the resource's side of two accounts by what the text says, which has to allow it beside the caller's own policies? */
const isOtherHalf = (judged: JudgedCase, { layer, statements }: LayerResult): boolean =>
  layer === 'resource' && statements.length > 0 && isAcrossAccounts(judged)

/** What a given layer can be the cause by. */
export const ofGiven = (judged: JudgedCase, result: LayerResult): readonly Cause[] => {
  const { status, statements, needed } = result
  if (status === 'implicitDeny' && (needed || isOtherHalf(judged, result))) return [shownMissing(judged, result)]
  if (status !== 'depends' || statements.length === 0) return []
  if (lacksAnyway(result)) return [shownMissing(judged, result)]
  const isAllowed = isGrantedHere(judged, result.layer)
  const denies = possibleDenies(result).map((one) => openDeny(judged, result, one))
  const open = isAllowed ? [] : openAllows(result)
  const allows = open.filter((one) => !isForNoLinkedRole(judged, one)).map((one) => openAllow(judged, result, one))
  const isLacking = isRead(result) && !isAllowed && open.length === 0 && denies.length === 0
  return [...denies, ...allows, ...(isLacking ? [shownMissing(judged, result)] : [])]
}
