import type { CaseFacts } from '../../case/access-case'
import { isAccountId, splitArn } from '../../iam/arn'
import { familyFacts } from '../../iam/condition-operators'
import { parseIpRange } from '../../iam/ip-address'
import { hasWildcard } from '../../iam/wildcard'
import type { ConditionEntry, Statement } from '../../policy/policy'
import type { CompiledLayer } from '../compile/compile-layers'
import type { EvaluatedRequest } from '../compile/request'
import { marksIn } from '../../case/holes'
import type { Filling } from '../holes/filling'
import { askTest, holeRequirement } from '../holes/hole-question'
import type { PossibleRefusal, Refusal } from './service-rules'

/**
 * Applies what the case says of Block Public Access and object ownership; null where they change nothing. The
 * resource-based policy then grants nothing, though it still may deny.
 */
export function refusalByS3(
  request: EvaluatedRequest,
  facts: CaseFacts,
  layers: readonly CompiledLayer[],
): Refusal | null {
  const { service, resourceAccount, principal } = request
  if (service !== 's3') return null
  const owner = facts.s3ObjectOwner
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
  if (owner !== undefined && owner !== resourceAccount && owner !== principal.account && asksObject(request)) {
    return { reason: 'object-owner-differs', layer: 'resource' }
  }
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
  const { kind } = principal
  const isOutside = kind === 'anonymous' || (kind !== 'service' && principal.account !== resourceAccount)
  if (facts.s3RestrictPublicBuckets === true && isOutside && hasPublicPolicy(layers)) {
    return { reason: 'public-access-blocked', layer: 'resource' }
  }
  return null
}

/** The same where it hangs on holes: it may be refused, as the holes turn out. */
export function possibleRefusalByS3(
  request: EvaluatedRequest,
  facts: CaseFacts,
  layers: readonly CompiledLayer[],
): PossibleRefusal | null {
  const { service, resource, resourceAccount, principal, holes } = request
  const owner = facts.s3ObjectOwner ?? ''
  const marks = marksIn(owner, resource, resourceAccount ?? '', principal.text)
  const isAsked = facts.s3ObjectOwner !== undefined || facts.s3RestrictPublicBuckets === true
  if (service !== 's3' || !isAsked || marks.length === 0) return null
  const passes = (filling: Filling): boolean => {
    const asked = request.filled(filling)
    const given = facts.s3ObjectOwner === undefined ? facts : { ...facts, s3ObjectOwner: filling.fill(owner) }
    return asked !== null && refusalByS3(asked, given, layers) !== null
  }
  const test = { id: 'refused by S3', marks, passes, examples: [] }
  const when = askTest(test, (holds) =>
    holeRequirement(resourceAccount ?? resource, 'StringEquals', [principal.account ?? ''], !holds, holes),
  )
  return {
    reason: facts.s3ObjectOwner === undefined ? 'public-access-blocked' : 'object-owner-differs',
    layer: 'resource',
    when,
  }
}

/**
 * What the bucket's owner may do with anyone's objects. https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-management.html#access-management-owners-rules
 */
const OF_BUCKET_OWNER: ReadonlySet<string> = new Set([
  's3:putobject',
  's3:deleteobject',
  's3:deleteobjectversion',
  's3:restoreobject',
])

/** Does it ask for an object, so that its owner counts? */
function asksObject({ arn, lowerAction }: EvaluatedRequest): boolean {
  if (arn === null || OF_BUCKET_OWNER.has(lowerAction)) return false
  return arn.resource.includes(arn.resource.startsWith('accesspoint/') ? '/object/' : '/')
}

function hasPublicPolicy(layers: readonly CompiledLayer[]): boolean {
  const resource = layers.find(({ layer }) => layer === 'resource')
  return (resource?.levels ?? []).some(({ policies }) => policies.some(({ statements }) => statements.some(isPublic)))
}

/** Keys that make an Allow for everyone non-public when a statement asks fixed values of them. */
const FIXING_KEYS: ReadonlySet<string> = new Set([
  'aws:sourceip',
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceaccount',
  'aws:sourceowner',
  'aws:userid',
  'aws:principalorgid',
  'aws:principalaccount',
  'aws:principalarn',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
])

/** Does the statement grant to anyone, by S3's reading: no fixed principal, and no condition on fixed values? */
export function isPublic({ effect, principal, conditions }: Statement): boolean {
  if (effect !== 'Allow' || principal === null) return false
  if (!principal.not && !principal.values.some(({ names }) => names.kind === 'everyone')) return false
  return !conditions.some(isFixed)
}

function isFixed({ operator, lowerKey, values }: ConditionEntry): boolean {
  if (!FIXING_KEYS.has(lowerKey) || operator.negated || operator.ifExists || operator.set === 'all') return false
  const { fixes } = familyFacts(operator.family)
  if (fixes === null || values.length === 0) return false
  return values.every(({ text }) => {
    if (fixes === 'range') {
      const range = parseIpRange(text)
      return range !== null && range.prefix >= (range.version === 4 ? 8 : 32)
    }
    if (text.includes('${')) return false
    return !hasWildcard(text) || (lowerKey === 's3:dataaccesspointarn' && namesAccessPointsOf(text))
  })
}

/** Access points of one account: of their ARN the name may be a wildcard. */
function namesAccessPointsOf(text: string): boolean {
  const fields = splitArn(text)
  return fields !== null && isAccountId(fields[4] ?? '') && fields.slice(0, 4).every((field) => !hasWildcard(field))
}
