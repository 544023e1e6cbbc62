import { blanksWithin, hasBlank } from '../../text/blank'
import { splitArn, isAccountId, keyOfObject } from '../../iam/arn'
import { takesNoResource } from '../../iam/no-resource-actions'
import { mayNameNoResource } from '../../iam/optional-resources'
import { SITUATIONS } from '../../facts/situations/situations'
import { isPhoneNumber } from '../../iam/phone-number'
import { resourceShapes } from '../../iam/resource-shapes'
import type { Facts } from '../../knowledge/knowledge'
import { observe, onlyBucket } from '../../knowledge/observe'
import { evaluate } from '../../evaluation/evaluate'
import { parsePrincipal } from '../../iam/principal'
import { ANY_PART } from '../../iam/any-part'
import { matchWildcard } from '../../iam/wildcard'
import { onlyOne } from '../../text/only-one'
import { withTextValues, textValues } from '../causes/text-values'
import { judgedWith, type JudgedCase } from '../judged-case'
import { own } from '../../text/own'
import { blankOfType, fitting, namedByPolicies, resourceInText } from '../causes/known-resource'
import { unmasked } from './masked-account'
import { nameMasks } from './name-masks'
import { serviceOfAction } from '../../iam/action'

/** Stands for the resource where nobody names it: to be filled in by whoever applies the fix. */
const UNNAMED = '<ARN of the resource>'

const OBJECT_GAPS: Readonly<Record<string, string>> = { '{name}': '<bucket>', '{rest}': '<key>' }
/** A service that reads a bucket reads any of its objects. */
const OBJECTS_GAPS: Readonly<Record<string, string>> = { ...OBJECT_GAPS, '{rest}': '*' }
const GAPS: Readonly<Record<string, string>> = { '{name}': '<name>', '{rest}': '<name>', '{region}': '<region>' }

/** A name as it stands alone, in place of an ARN. */
const PLAIN_NAME = /^[\w/+=.@-]+$/

/**
 * What follows the name in the ARN of a secret: six characters that nobody chooses, which a policy leaves open.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
 */
const SUFFIXES: Readonly<Record<string, string>> = { secretsmanager: '-??????' }

/** The last part of an ARN, where AWS’s message gives a name in place of the ARN. */
const restOf = (denial: JudgedCase['denial'], service: string): string | null =>
  denial?.resource && PLAIN_NAME.test(denial.resource) ? denial.resource + (own(SUFFIXES, service) ?? '') : null

/** The ARN that the resource of a request has, with a named blank for each part that nobody says. */
export const blankResource = (judged: JudgedCase, action = judged.accessCase.request.action): string => {
  const { accessCase, denial } = judged
  const { principal, resourceAccount } = accessCase.request
  const inText = resourceInText(judged, action)
  if (inText !== null) return inText
  if (mayNameNoResource(action)) return '*'
  const [shape, ...others] = resourceShapes(action.toLowerCase()) ?? []
  const isOne = shape !== undefined && (others.length === 0 || /^(?:kms|sts):/i.test(action))
  if (!isOne) return blankOfType(judged, action) ?? UNNAMED
  const caller = parsePrincipal(principal)
  const known = resourceAccount ?? caller?.account ?? ''
  const account = isAccountId(known) ? known : '<account>'
  const gaps = shape.startsWith('s3:') ? (caller?.kind === 'service' ? OBJECTS_GAPS : OBJECT_GAPS) : GAPS
  const parts: Readonly<Record<string, string | null>> = {
    '{account}': account,
    '{rest}': others.length === 0 && !shape.startsWith('s3:') ? restOf(denial, serviceOfAction(shape)) : null,
  }
  const filled = shape.replace(/\{[a-z]+\}/g, (gap) => own(parts, gap) ?? own(gaps, gap) ?? gap)
  return withTextValues(`arn:${caller?.partition ?? 'aws'}:${filled}`, regionIn(judged))
}

/** Is a resource of which nobody says what it is called? */
export const isUnnamed = (resource: string): boolean => /<[^<>]{1,60}>$/.test(resource)

/** Of the values of a text the Region: what it calls a name may be that of another thing. */
const regionIn = (judged: JudgedCase): Facts => {
  const { region } = textValues(judged)
  return region === undefined ? {} : { region }
}

/** An ARN with the Region and the account that the text tells, and what the policies name of its service, in the place of blanks. */
function inPlace(judged: JudgedCase, resource: string): string {
  if (!hasBlank(resource)) return resource
  const { region, account } = textValues(judged)
  const named = namedByPolicies(judged, judged.accessCase.request.action)
  return withTextValues(resource, { ...named, ...(region && { region }), ...(account && { account }) })
}

const OF_SOME_BUCKET = /^(arn:aws[a-z-]{0,12}:s3:::)<bucket>(?=\/|$)/

/** An ARN in a bucket that the text does not name: where the policies here speak of one alone, people mean that one. */
function ofOnlyBucket({ accessCase, denial, evaluation }: JudgedCase, resource: string): string {
  if (!OF_SOME_BUCKET.test(resource)) return resource
  const bucket = onlyBucket(observe(accessCase, denial, evaluation.context).policies)
  return bucket === null ? resource : resource.replace(OF_SOME_BUCKET, (_, before: string) => before + bucket)
}

/** Do policies here speak of a part of the objects of a bucket? Then nobody is let in to all of them. */
const isParted = ({ accessCase, denial, evaluation }: JudgedCase, any: string): boolean =>
  observe(accessCase, denial, evaluation.context).policies.some(({ policy }) =>
    policy.statements.some(({ resource }) =>
      resource?.values.some(({ text }) => text !== any && matchWildcard(any, text) && !text.startsWith('*')),
    ),
  )

/**
 * The same where nothing names the resource: of the one bucket that the policies speak of, any object. What a caller of an
 * account asks for is known where its own policies are given; a service has none, and the bucket’s policy is of that bucket.
 */
const ofAnyObject = (judged: JudgedCase): string => {
  const { request, policies } = judged.accessCase
  const blank = blankResource(judged)
  const named = ofOnlyBucket(judged, blank)
  const isKnown = (policies.identity ?? []).length > 0 || parsePrincipal(request.principal)?.kind === 'service'
  if (named === blank || !isKnown) return blank
  return isParted(judged, named.replace(/<key>$/, '*')) ? named : named.replace(/\/<key>$/, `/${ANY_PART}`)
}

/**
 * The part of a thing that an action is asked for with, where the text names the thing alone, as a bucket for its objects: as
 * the policy of the resource names parts of it, else any.
 */
function ofParts(judged: JudgedCase, resource: string): string {
  const { accessCase, denial, evaluation } = judged
  // A command for a whole folder is refused for one of the objects in it.
  if (denial?.action === null && denial.resource === null && keyOfObject(resource)?.endsWith('/'))
    return resource + ANY_PART
  const parts = fitting(judged, accessCase.request.action, resource)
  if (parts === resource || denial === null || denial.action !== null) return resource
  const named = observe(accessCase, denial, evaluation.context)
    .policies.filter(({ layer }) => layer === 'resource')
    .flatMap(({ policy }) => policy.statements.flatMap((one) => one.resource?.values.map(({ text }) => text) ?? []))
  const within = named.filter((text) => text !== parts && matchWildcard(parts, text) && text.endsWith('*'))
  return (onlyOne(within) ?? parts).replaceAll('*', ANY_PART)
}

/** The caller with the blank of the resource for its account, where both had one mask: they are in one account. */
function inSameAccount({ principal, resource }: JudgedCase['accessCase']['request'], named: string): string {
  const [asked, blank, caller] = [resource, named, principal].map((text) => splitArn(text)?.[4] ?? '')
  if (asked === undefined || blank === undefined || asked === '' || asked === blank || asked !== caller)
    return principal
  const fields = splitArn(principal)
  return fields === null ? principal : [...fields.slice(0, 4), blank, fields[5]].join(':')
}

/** Does what the service said mean every resource, as that of a text message, which has no topic? */
const isOnAll = ({ denial, accessCase }: JudgedCase): boolean => {
  const { situation } = denial ?? {}
  if (situation === undefined) return false
  const { on, actions } = SITUATIONS[situation]
  return on === '*' && actions?.includes(accessCase.request.action) === true
}

/**
 * The judged case with a resource of named blanks for all of it that the request does not name, or masks as AWS would write
 * wildcards: what is unknown stays a hole of the case, and a statement can be made for the very resource.
 */
export const withNamedResource = (judged: JudgedCase): JudgedCase => {
  const { accessCase } = judged
  const { action, resource } = accessCase.request
  if (action === '') return judged
  const missing = takesNoResource(action) || isPhoneNumber(resource) || isOnAll(judged) ? '*' : ofAnyObject(judged)
  const isName = resource !== '' && resource !== '*' && !/^(?:arn:|[<$%[{])/.test(resource)
  const named =
    resource === '' || isName
      ? missing
      : nameMasks(ofParts(judged, ofOnlyBucket(judged, inPlace(judged, unmasked(judged, resource)))))
  if (named === resource) return judged
  const blanks = blanksWithin(named)
  const asked = {
    ...accessCase,
    request: { ...accessCase.request, resource: named, principal: inSameAccount(accessCase.request, named) },
    holes: [...(accessCase.holes ?? []), ...blanks],
  }
  return { ...judged, accessCase: asked, evaluation: evaluate(asked, judgedWith(judged)) }
}
