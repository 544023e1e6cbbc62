import type { Draft, DraftPolicy } from '../draft/draft'
import { decidingRow } from '../draft/build/row-question'
import { draftPoliciesOf } from '../draft/edit/edit-layers'
import { isOfOtherResource } from '../draft/paste/policy-owner'
import { questionOf, type DraftQuestion } from '../draft/paste/relation'
import { serviceOfAction } from '../iam/action'
import { parseArn } from '../iam/arn'
import { isServicePrincipal } from '../iam/principal'
import { namedTexts, namesAction } from '../policy/statement-names'
import { NOTHING_BESIDE } from '../policy/found-policy'
import { isKeyPolicy } from '../policy/key-policy'
import { parsePolicy } from '../policy/parse-policy'
import { onlyOne } from '../text/only-one'
import { own } from '../text/own'
import type { Memo } from './memo'

type OneOf = 'resource' | 'endpoint'

const policyOf = (draft: Draft, layer: OneOf) => draftPoliciesOf(draft.layers, layer)[0] ?? null

/** The one service that the actions of a policy are of; null where they are of several, or of all. */
function serviceOf(text: string, layer: OneOf): string | null {
  const { statements } = parsePolicy(text, layer)
  const services = statements.flatMap(({ action }) =>
    action.not ? [''] : action.values.map((one) => serviceOfAction(one.text)),
  )
  return onlyOne(services) || null
}

/** The service whose policy is asked, as far as AWS's words or its request tell. */
function serviceAsked({ denial, request }: DraftQuestion): string {
  if (request.action !== '') return serviceOfAction(request.action)
  return decidingRow(denial)?.decides === 'trust' ? 'sts' : ''
}

/** Services of which a call also passes the endpoint of another: ECR's layers are in S3. https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html */
const ALSO_PASSES: Readonly<Record<string, string>> = { ecr: 's3' }

/** Can a policy not be the one that was asked: of another service, or of another resource of the same one? */
function isOfAnother(text: string, layer: OneOf, question: DraftQuestion): boolean {
  const asked = serviceAsked(question)
  const service = serviceOf(text, layer)
  if (asked === '' || service === null) return false
  if (layer === 'endpoint' && own(ALSO_PASSES, asked) === service) return false
  if (service !== asked) return true
  const found = { ...NOTHING_BESIDE, name: '', text, layer, candidates: [layer], service, span: [0, 0] as const }
  return layer === 'resource' && isOfOtherResource({ ...found, recognisedAs: 'document' }, question.request.resource)
}

/** Does the policy of an endpoint limit nothing, as AWS’s default one? */
function letsAll(text: string): boolean {
  const { statements } = parsePolicy(text, 'endpoint')
  const isAny = (values: readonly { readonly text: string }[] = []): boolean => values.some((one) => one.text === '*')
  return (
    statements.length > 0 &&
    statements.every(
      ({ effect, action, resource, conditions }) =>
        effect === 'Allow' && !action.not && isAny(action.values) && isAny(resource?.values) && conditions.length === 0,
    )
  )
}

/** Does the name of a policy name what was asked, as "automation (account 444455556666)" a role of that name? */
function namesAsked(name: string, resource: string): boolean {
  const asked = parseArn(resource)?.resource.split(/[/:]/).at(-1) ?? ''
  return asked !== '' && name.split(/[^\w+=,.@-]+/).includes(asked)
}

/** Does a trust policy trust services alone? Then it is not the one that a role or user asked. */
function trustsServicesAlone(text: string): boolean {
  const { statements } = parsePolicy(text, 'resource')
  const trusted = statements.flatMap(({ principal }) => principal?.values ?? [])
  return trusted.length > 0 && trusted.every(({ key }) => key === 'Service')
}

/** Does the policy of a key let in a service that asks, whatever it asks for? Then that of what the key encrypts tells more. */
function letsServiceIn(text: string, { principal, action }: DraftQuestion['request']): boolean {
  return (
    isServicePrincipal(principal) &&
    parsePolicy(text, 'resource').statements.some(
      (one) =>
        one.effect === 'Allow' &&
        one.conditions.length === 0 &&
        namesAction(one, action) &&
        namedTexts(one.principal).includes(principal),
    )
  )
}

/** What shows of a policy that it is not the one that was asked, or limits nothing: the surest first. */
const OF_ANOTHER: Readonly<Record<OneOf, readonly ((policy: DraftPolicy, question: DraftQuestion) => boolean)[]>> = {
  resource: [
    ({ text }, question) => isOfAnother(text, 'resource', question),
    ({ name }, { request }) => !namesAsked(name, request.resource),
    ({ text }, { request }) => parseArn(request.principal) !== null && trustsServicesAlone(text),
  ],
  endpoint: [({ text }, question) => isOfAnother(text, 'endpoint', question), ({ text }) => letsAll(text)],
}

/**
 * A layer that holds one policy was given two: the draft as it was before or is after, by the policy that what was asked is
 * asked of. A trust policy is that of a role, each resource and each VPC endpoint has its own, and a key has one beside that
 * of what it encrypts, which stays in the text.
 */
export function keptOfTwo(before: Draft, after: Draft, layer: OneOf, denialsOf: Memo['denialsOf']): Draft {
  const [first, second] = [policyOf(before, layer), policyOf(after, layer)]
  if (first === null || second === null || first.text === second.text || before.paste === '') return after
  const question = questionOf(before, denialsOf)
  if (layer === 'resource' && isKeyPolicy(first.text) !== isKeyPolicy(second.text)) {
    const key = isKeyPolicy(first.text) ? first : second
    const isKeyAsked = serviceOfAction(question.request.action) === 'kms'
    const isOfKey = isKeyAsked && !(question.denial?.action === null && letsServiceIn(key.text, question.request))
    const stays = isKeyPolicy(first.text) === isOfKey ? before : after
    const beside = stays === before ? second : first
    return { ...stays, paste: `${stays.paste}\n\n${beside.name}\n${beside.text}` }
  }
  const telling = OF_ANOTHER[layer].find((isOther) => isOther(first, question) !== isOther(second, question))
  return telling === undefined || telling(first, question) ? after : before
}
