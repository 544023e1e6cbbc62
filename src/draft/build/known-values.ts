import { arnsOfKind } from '../../iam/arn-in-text'
import { sentInstead } from '../../facts/mistaken-sources'
import { sourceForm, sourcePattern } from '../../facts/service-sources'
import { apiBeside } from '../../facts/calls/api-in-text'
import { takerByCall, takerInText } from '../../facts/calls/taker-in-text'
import { serviceOfAction } from '../../iam/action'
import { ANY_PART } from '../../iam/any-part'
import { splitArn } from '../../iam/arn'
import { hasHole } from '../../iam/find-holes'
import { isPermissionSetRole, parsePrincipal } from '../../iam/principal'
import { isRegionName, regionsIn } from '../../iam/regions-in-text'
import { matchWildcard } from '../../iam/wildcard'
import { partsLike } from '../../iam/within-thing'
import { onlyOne } from '../../text/only-one'
import { oneValue, type PastedText, type PastedValue } from './pasted-value'
import type { TestedKey } from './tested-keys'

/**
 * MFA at the sign-in of IAM Identity Center, as of any identity provider, is none of AWS STS: no session of a permission set
 * carries it. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
function mfaOfCenter({ key, values }: TestedKey, { principal = '' }: PastedText): PastedValue | null {
  const caller = parsePrincipal(principal)
  const isOfMfa = /^aws:multifactorauth(?:present|age)$/i.test(key)
  if (!isOfMfa || caller?.kind !== 'roleSession' || !isPermissionSetRole(caller.name)) return null
  // A test for "false" is met by a value, and not by none.
  if (values.some((value) => value.toLowerCase() === 'false')) return null
  return { key, values: [], listed: [], written: caller.name, parameter: null }
}

/** A value that is whole: with no pattern and no blank in it. */
const isWhole = (value: string): boolean => !/[*?<]/.test(value) && !hasHole(value, 'request')

/** A subscription of a topic, which sends for the topic. */
const SUBSCRIPTION = /^(arn:aws[\w-]{0,12}:sns:[a-z\d-]{0,30}:\d{12}:[\w.-]{1,256}):.{1,80}$/

/** The one ARN of the text that the service can be calling for, by the form that it sends. */
function inText(form: string | null, text: string): string | null {
  if (form === null || !form.startsWith('arn:')) return null
  const pattern = form.replace(/\{[a-z]{1,30}\}/gi, '*')
  const arns = arnsOfKind(text, 'thing').map((arn) => arn.replace(/[.,:]$/, '').replace(SUBSCRIPTION, '$1'))
  return onlyOne(arns.filter((arn) => matchWildcard(pattern, arn))) ?? null
}

/** The thing that a policy names, in the one Region of the text, where it names it in another. */
function inOwnRegion(values: readonly string[], { text, resource }: PastedText): string | null {
  const [written = '', ...others] = values
  const [, partition, service, region = '', account, name = ''] = splitArn(written) ?? []
  const own = onlyOne(regionsIn(text))
  const asked = splitArn(resource)?.[3] || own
  if (own === undefined || others.length > 0 || !isRegionName(region) || region === own || asked !== own) return null
  const last = name.split(/[/:]/).at(-1) ?? ''
  return isWhole(name) && last.length > 2 && text.includes(last)
    ? ['arn', partition, service, own, account, name].join(':')
    : null
}

/** What stands for a gap of a form where its text doesn’t matter. */
const withoutGaps = (form: string): string => form.replace(/\{[a-z]{1,30}\}|\*/gi, 'x')

/** Does a policy take in every source of its kind in the one Region and account of the text? Then this one too, whatever its name is. */
function anyOfOwn(form: string | null, values: readonly string[], { text }: PastedText): string | null {
  const [, , service, , , rest] = splitArn(form ?? '') ?? []
  const [, partition, written, region = '', account = '', named = ''] = splitArn(values[0] ?? '') ?? []
  if (rest === undefined || written !== service || values.length > 1) return null
  const isOwn =
    named.endsWith('*') &&
    onlyOne(regionsIn(text)) === region &&
    onlyOne(text.match(/(?<!\d)\d{12}(?!\d)/g) ?? []) === account
  return isOwn && matchWildcard(named, withoutGaps(rest))
    ? ['arn', partition, service, region, account, named.replaceAll('*', ANY_PART)].join(':')
    : null
}

/** A part of the thing that the text names, where the values of the policy are parts of one; null: nothing says which part of the same thing it is. */
function asDeepAs(values: readonly string[], named: string): string | null {
  const part = onlyOne(values.map((value) => partsLike(named, value)))
  if (part === undefined) return named
  return values.includes(part) || !values.some((value) => value.startsWith(named))
    ? part.replaceAll('*', ANY_PART)
    : null
}

/** The API in the ARN of what calls, and what the console’s test or a log says of the call. */
const API_OF_SOURCE = /^arn:aws[\w-]{0,12}:execute-api:[^:]{1,30}:[^:]{1,20}:([a-z\d]{10})\//
const CALLED = /\bHTTP Method: ([A-Z]{3,7}), Resource Path: (\/[^\s,]{0,200})/

/** The API that the text names as the one that calls, where the policy lets in others alone. */
function anotherApi(values: readonly string[], { text }: PastedText): string | null {
  const written = values.map((value) => API_OF_SOURCE.exec(value)?.[1] ?? '')
  const api = written.includes('') ? undefined : apiBeside(text, written)
  const [, partition, service, region, account] = splitArn(values[0] ?? '') ?? []
  const [, method = ANY_PART, path = `/${ANY_PART}`] = CALLED.exec(text) ?? []
  return api === undefined
    ? null
    : ['arn', partition, service, region, account, `${api}/test-invoke-stage/${method}${path}`].join(':')
}

/** The resource for which an AWS service calls: what it sends in place of a mistaken one, what the text names of its kind, or what the policy names where that is. */
function sourceOfCall(tested: TestedKey, seen: PastedText): PastedValue | null {
  const { key, values } = tested
  const { principal = '', action, text, isOfService } = seen
  if (!isOfService || key.toLowerCase() !== 'aws:sourcearn' || values.length === 0) return null
  const sent = values.map((value) => sentInstead(principal, value)?.meant ?? '')
  const [first = ''] = sent
  if (first !== '' && isWhole(first) && sent.every((one) => one === first)) return oneValue(key, first, values[0]!)
  const place = /^sts:AssumeRole$/i.test(action) ? 'trust' : 'resource'
  const called = serviceOfAction(action)
  const named =
    inText(sourceForm(principal, place, called), text) ??
    inOwnRegion(values, seen) ??
    anotherApi(values, seen) ??
    anyOfOwn(sourcePattern(principal, place, called), values, seen)
  const sentFor = named === null ? null : asDeepAs(values, named)
  return named === null || sentFor === null ? null : oneValue(key, sentFor, named)
}

/**
 * For an encrypted topic EventBridge uses the key without saying for whom: neither key is there.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
function notSentForTopic({ key }: TestedKey, { principal = '', action, text }: PastedText): PastedValue | null {
  if (principal !== 'events.amazonaws.com' || serviceOfAction(action) !== 'kms') return null
  const topic = arnsOfKind(text, 'topic')[0]
  const isOfSource = /^aws:source(?:arn|account|orgid|orgpaths)$/i.test(key)
  return topic === undefined || !isOfSource ? null : { key, values: [], listed: [], written: topic, parameter: null }
}

/** The service that gets a role with what the template of a text makes, or by the call that it shows. */
function takerOfRole({ key }: TestedKey, { action, text }: PastedText): PastedValue | null {
  if (key.toLowerCase() !== 'iam:passedtoservice' || !/^iam:PassRole$/i.test(action)) return null
  const found = takerInText(text) ?? takerByCall(text)
  return found === undefined ? null : oneValue(key, found.taker, found.written)
}

/** What AWS is known to give a key, by who calls and for what. */
export const knownOfCall = (tested: TestedKey, seen: PastedText): PastedValue | null =>
  mfaOfCenter(tested, seen) ?? notSentForTopic(tested, seen) ?? sourceOfCall(tested, seen) ?? takerOfRole(tested, seen)
