import { claimedLayer } from '../denial/denial'
import { serviceOfAction } from '../iam/action'
import { isAccountId, parseArn, roleOfSession } from '../iam/arn'
import { coversForm } from '../iam/claim-form'
import { hasHole } from '../iam/find-holes'
import { wholeApiArn } from '../iam/short-api-arn'
import { hasGaps } from './observe'
import { hasMark } from '../case/holes'
import { matchWildcard } from '../iam/wildcard'
import type { Statement } from '../policy/policy'
import { isAwsManaged } from '../policy/policy-documents'
import type { GivenPolicy, Observation } from './knowledge'
import { LAYERS, READING_ORDER, type Layer } from '../iam/layers'
import { namesAction } from '../policy/statement-names'

/** Does a statement allow, or may it, because its effect is not written? */
const mayAllow = ({ effect, open }: Statement): boolean =>
  effect === 'Allow' || (open !== undefined && open.effect !== null)

/** The layers whose Allow names resources. */
const ALLOWING = READING_ORDER.filter((layer) => LAYERS[layer].resource !== 'forbidden' && !LAYERS[layer].impliesAllow)

/** Of the layers whose Allow names resources the one that AWS names; all where it names none. */
export function allowingLayers(seen: Observation): readonly Layer[] {
  const claimed = claimedLayer(seen.denial)
  return claimed === null ? ALLOWING : ALLOWING.filter((layer) => layer === claimed)
}

/** The statements given for a layer that may allow an action, whatever their resources and conditions. */
export const allowsOf = (
  policies: readonly GivenPolicy[],
  layer: Layer,
  action: string,
): readonly { readonly given: GivenPolicy; readonly statement: Statement }[] =>
  policies
    .filter((given) => given.layer === layer)
    .flatMap((given) =>
      given.policy.statements
        .filter((statement) => mayAllow(statement) && namesAction(statement, action))
        .map((statement) => ({ given, statement })),
    )

/** Does an Allow given here name what was asked, in a layer that can lack it? */
export const isNamedByAllow = (seen: Observation): boolean => {
  const { action, policies } = seen
  return action !== null && allowingLayers(seen).some((layer) => allowsOf(policies, layer, action).length > 0)
}

/** Does a resource of a statement surely cover what was asked? A policy variable or a reference may be anything. */
const coversResource = ({ resource }: Statement, asked: string | null): boolean =>
  resource !== null &&
  !resource.not &&
  resource.values.some(({ text }) => !text.includes('${') && (asked === null || matchWildcard(text, asked)))

/** What stands in a policy's text is not all known: a variable, a reference or something hidden. */
const isTextOpen = (text: string): boolean => text.includes('${') || hasHole(text, 'policy') || hasMark(text)

/** May a statement cover a resource, for all that is written of both? */
export const mayCoverResource = ({ resource }: Statement, asked: string | null): boolean =>
  resource === null ||
  asked === null ||
  resource.values.some(({ text }) => isTextOpen(text)) ||
  (hasGaps(asked) && (resource.not || resource.values.some(({ text }) => coversForm(text, asked, true)))) ||
  (hasHole(asked) && !hasGaps(asked)) ||
  resource.values.some(({ text }) => matchWildcard(wholeApiArn(text, asked) ?? text, asked)) !== resource.not

/** Does an Allow of an identity-based policy given here cover the call itself, without a condition? */
export const isSurelyAllowed = ({ policies, action, resource }: Observation): boolean =>
  action !== null &&
  allowsOf(policies, 'identity', action).some(
    ({ statement }) =>
      statement.effect === 'Allow' && statement.conditions.length === 0 && coversResource(statement, resource),
  )

/** The endpoint's policy given here that is for an action's service, where none of its Allows can cover that action on a resource. */
export function endpointLacking(policies: readonly GivenPolicy[], action: string, asked: string): GivenPolicy | null {
  const service = serviceOfAction(action)
  // Each endpoint has a policy of its own: it is the one that speaks of the service by name.
  const given = policies.filter(
    ({ layer, policy }) => layer === 'endpoint' && policy.statements.some((one) => isOf(one, service)),
  )
  const isLet = allowsOf(given, 'endpoint', action).some(({ statement }) => mayCoverResource(statement, asked))
  return isLet ? null : (given[0] ?? null)
}

const isOf = ({ action }: Statement, service: string): boolean =>
  action.values.some(({ text }) => serviceOfAction(text) === service)

/** The Allows of a resource's policies given here that name everybody, if only under conditions. */
const openToAll = (policies: readonly GivenPolicy[]): readonly Statement[] =>
  policies
    .filter(({ layer }) => layer === 'resource')
    .flatMap(({ policy }) => policy.statements)
    .filter(
      ({ effect, principal }) =>
        effect === 'Allow' && principal?.not === false && principal.values.some(({ text }) => text === '*'),
    )

/** Does a policy of the resource that is given let in everybody, if only under conditions? */
export const letsInEverybody = (policies: readonly GivenPolicy[]): boolean => openToAll(policies).length > 0

/** Does one let in everybody without a condition? */
export const isUnconditionallyOpen = (policies: readonly GivenPolicy[]): boolean =>
  openToAll(policies).some(({ conditions }) => conditions.length === 0)

/** All of an API, as its policy can write it. */
const WHOLE_API = /^(?:\*|execute-api:\/\*|arn:[^/]{1,200}(?:\/\*)?)$/

/** Does the policy of an API that is given let in everybody on all paths, and deny nothing? */
export const isWholeApiOpen = (policies: readonly GivenPolicy[]): boolean =>
  openToAll(policies).some(
    ({ conditions, resource }) =>
      conditions.length === 0 && resource?.not === false && resource.values.some(({ text }) => WHOLE_API.test(text)),
  ) &&
  policies.every(
    ({ layer, policy }) => layer !== 'resource' || policy.statements.every(({ effect }) => effect === 'Allow'),
  )

/** The accounts that the Allows of a resource's policy given here name for an action. */
const accountsFor = (policies: readonly GivenPolicy[], action: string): readonly string[] =>
  allowsOf(policies, 'resource', action).flatMap(({ statement: { principal } }) =>
    principal === null || principal.not
      ? []
      : principal.values.flatMap(({ text }) => (isAccountId(text) ? text : parseArn(text)?.account || [])),
  )

/**
 * The account that a bucket's policy given here lets write objects, where those who read are others: whom it lets read, or a
 * caller whose own policies allow it; null: none is.
 */
export const foreignWriter = (seen: Observation): string | null => {
  const readers = accountsFor(seen.policies, 's3:GetObject')
  const writers = accountsFor(seen.policies, 's3:PutObject')
  const isRead = readers.length > 0 || isSurelyAllowed(seen)
  return isRead ? (writers.find((account) => !readers.includes(account)) ?? null) : null
}

const OF_AWS = 'arn:aws:iam::aws:policy/'

/** The ARNs of the AWS managed policies given here that deny what was asked. Behind a space a name tells which part of the policy it is. */
export const denyingOfAws = ({ policies, action }: Observation): readonly string[] =>
  policies
    .filter(({ policy }) =>
      policy.statements.some(
        (one) => one.effect === 'Deny' && one.action.not === false && action !== null && namesAction(one, action),
      ),
    )
    .filter(({ name }) => isAwsManaged(name))
    .map(({ name }) => (name.startsWith('arn:') ? name : `${OF_AWS}${name.split(' ', 1)[0]}`))

/** The origin access identity of CloudFront that a resource's policy given here lets in, where none lets in CloudFront itself. */
export function originIdentityAlone(policies: readonly GivenPolicy[]): string | null {
  const names = policies
    .filter(({ layer }) => layer === 'resource')
    .flatMap(({ policy }) => policy.statements)
    .flatMap(({ effect, principal }) => (effect === 'Allow' && principal?.not === false ? principal.values : []))
    .map(({ text }) => text)
  return names.includes('cloudfront.amazonaws.com')
    ? null
    : (names.find((name) => matchWildcard('arn:*:iam::cloudfront:user/*', name)) ?? null)
}

/** The role of the session that calls, where a Deny spares it by NotPrincipal without the session itself. */
export const roleSparedAlone = ({ policies, principal }: Observation): string | null => {
  const session = parseArn(principal ?? '')
  const role = session && roleOfSession(session)
  if (principal === null || session === null || role === null) return null
  const { account } = session
  const spared = policies
    .flatMap(({ policy }) => policy.statements)
    .filter((statement) => statement.effect === 'Deny' && statement.principal?.not === true)
    .map((statement) => statement.principal?.values.map(({ text }) => text) ?? [])
    .find((names) => names.some((name) => isRoleOf(name, account, role)) && !names.includes(principal))
  return spared?.find((name) => isRoleOf(name, account, role)) ?? null
}

/** Is an ARN that of a role of this name, whatever its path? */
const isRoleOf = (arn: string, account: string, role: string): boolean =>
  arn.includes(`:iam::${account}:role/`) && arn.endsWith(`/${role}`)
