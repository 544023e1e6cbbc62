import { keysWith } from '../../facts/keys/condition-keys'
import type { CaseFacts } from '../../case/access-case'
import { isAccountId, splitArn } from '../../iam/arn'
import { familyFacts } from '../../iam/condition-operators'
import { parseIpRange } from '../../iam/ip-address'
import { compileParts, hasWildcard, matchGlob } from '../../iam/wildcard'
import type { ConditionEntry, Statement } from '../../policy/policy'
import type { CompiledLayer } from '../compile/compile-layers'
import type { EvaluatedRequest } from '../compile/request'
import type { Holes } from '../../case/holes'
import type { Filling } from '../holes/filling'
import { askTest, comparison, equality, fitRequirement, holeRequirement } from '../holes/hole-question'
import { asPattern } from '../holes/marked-text'
import { equalMarked, matchMarked } from '../holes/match-marked'
import { NO, UNKNOWN, YES } from '../kleene'
import { noneOf, type Question } from '../question'
import type { PossibleRefusal, Refusal } from './service-rules'

/**
 * Applies what the case says of Block Public Access and object ownership. Where it refuses, the resource-based policy
 * grants nothing, though it still may deny; where that hangs on holes, it may.
 */
export function refusalsByS3(
  request: EvaluatedRequest,
  facts: CaseFacts,
  layers: readonly CompiledLayer[],
): readonly PossibleRefusal[] {
  return request.service === 's3' ? [...ofForeignObject(request, facts), ...ofPublicBucket(request, facts, layers)] : []
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
function ofForeignObject(request: EvaluatedRequest, { s3ObjectOwner: owner }: CaseFacts): readonly PossibleRefusal[] {
  if (owner === undefined) return []
  const { resourceAccount, principal, holes } = request
  const owners = [resourceAccount, principal.account].map((account) => isSameAccount(owner, account, holes))
  return unless([asksNoObject(request), ...owners], 'object-owner-differs')
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
function ofPublicBucket(
  { principal, resourceAccount, holes }: EvaluatedRequest,
  facts: CaseFacts,
  layers: readonly CompiledLayer[],
): readonly PossibleRefusal[] {
  const { kind, account } = principal
  if (facts.s3RestrictPublicBuckets !== true || kind === 'service' || !hasPublicPolicy(layers)) return []
  const isInside = kind !== 'anonymous' && isSameAccount(account, resourceAccount, holes)
  return unless([isInside], 'public-access-blocked')
}

/** Refused unless one of these is so. */
function unless(exceptions: readonly (boolean | Question)[], reason: Refusal['reason']): readonly PossibleRefusal[] {
  if (exceptions.includes(true)) return []
  const open = exceptions.filter((one) => typeof one !== 'boolean')
  return [{ reason, layer: 'resource', when: open.length === 0 ? null : noneOf(open) }]
}

/** Are two accounts one? Asked where holes decide. */
function isSameAccount(a: string | null, b: string | null, holes: Holes): boolean | Question {
  if (a === null || b === null) return a === b
  const same = equalMarked(a, b, holes)
  if (same !== UNKNOWN) return same === YES
  const test = equality('accounts', a, b, ({ fill }) => fill(a) === fill(b), holes)
  return askTest(test, (holds) => holeRequirement(a, 'StringEquals', [b], holds, holes))
}

/**
 * What the bucket's owner may do with anyone's objects. https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-management.html#access-management-owners-rules
 */
export const OF_BUCKET_OWNER: ReadonlySet<string> = new Set([
  's3:putobject',
  's3:deleteobject',
  's3:deleteobjectversion',
  's3:restoreobject',
])

/** Does it ask for no object, so that no owner counts? Asked where holes decide. */
function asksNoObject({ arn, lowerAction, holes }: EvaluatedRequest): boolean | Question {
  if (arn === null || OF_BUCKET_OWNER.has(lowerAction)) return true
  const { resource } = arn
  const pattern = asPattern(resource.startsWith('accesspoint/') ? '*/object/*' : '*/*')
  const isObject = matchMarked(pattern, resource, holes)
  if (isObject !== UNKNOWN) return isObject === NO
  const passes = ({ fill }: Filling): boolean => matchGlob(compileParts(pattern), fill(resource))
  const test = comparison('object', pattern, resource, passes, holes)
  return noneOf([askTest(test, (holds) => fitRequirement(pattern, resource, holds, holes))])
}

function hasPublicPolicy(layers: readonly CompiledLayer[]): boolean {
  const resource = layers.find(({ layer }) => layer === 'resource')
  const policies = (resource?.levels ?? []).flatMap((level) => level.policies)
  return policies.flatMap(({ statements }) => statements).some(isPublic)
}

/** Keys that make an Allow for everyone non-public when a statement asks fixed values of them. */
const FIXING_KEYS = keysWith('fixesPublicGrant')

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
