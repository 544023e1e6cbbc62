import { describe, expect, it } from 'vitest'
import { SITUATIONS } from '../../facts/situations/situations'
import { isKnownCause } from '../../knowledge/likely-causes'
import { ROW_VECTORS } from '../../knowledge/row-vectors'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import type { Cause } from '../answer'
import { isSupported } from './known-facts'
import { policyText } from '../../testing/statements'

const firstOf = (paste: string, given: GivenPolicies = {}): Cause | undefined =>
  pastedCase(paste, given).answer.causes[0]

/** An Allow of which nobody knows whether it applies: it hangs on values that no text shows. */
const OPEN = {
  Effect: 'Allow',
  Principal: '*',
  Action: '*',
  Resource: '*',
  Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333', 'aws:ResourceAccount': '111122223333' } },
}

/** A cause that names no more than a statement and what it hangs on. */
const isGeneric = (cause: Cause | undefined): boolean => cause?.code === 'allow-unmet'

/** One in three of all that rows are tried with. */
const pastes = [
  ...new Set(
    ROW_VECTORS.flatMap(({ fires }) => {
      const { paste } = fires as { readonly paste?: unknown }
      return typeof paste === 'string' ? [paste] : []
    }),
  ),
].filter((_, at) => at % 3 === 0)

describe('a policy that is added', () => {
  it('and is left open by its conditions puts nothing general before a cause that the text shows', () => {
    const supported = pastes.filter((paste) => {
      const first = firstOf(paste)
      return first !== undefined && isKnownCause(first.code) && isSupported(first)
    })
    expect(supported.length).toBeGreaterThan(12)
    const worse = supported.filter((paste) => isGeneric(firstOf(paste, { endpoint: policyText(OPEN) })))
    expect(worse).toEqual([])
  })

  const PULL =
    'CannotPullContainerError: failed to copy: httpReadSeeker: failed open: unexpected status code https://111122223333.dkr.ecr.eu-west-1.amazonaws.com/v2/web/blobs/sha256:7b: 403 Forbidden (redirected to prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com)'

  it('for the endpoint leaves the bucket first that the text names, and a cause of its own where none is named', () => {
    const endpoint = policyText(OPEN)
    expect(firstOf(PULL)?.code).toBe('image-layer-bucket')
    expect(firstOf(PULL, { endpoint })?.code).toBe('image-layer-bucket')
    const bare = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'
    expect(pastedCase(bare, { endpoint }).answer.causes.some(isGeneric)).toBe(true)
  })

  it('for the endpoint of S3 is no policy of ECR’s endpoint, and lacks the bucket of the layers', () => {
    const [bare = ''] = PULL.split(' (redirected')
    const own = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::web-media/*' }
    const { causes } = pastedCase(bare, { endpoint: policyText(own) }).answer
    expect(causes[0]?.code).toBe('layers-behind-endpoint')
    expect(causes.map(({ code }) => code)).not.toContain('layer-lacks')
  })

  it('names the bucket of the Region that the text names', () => {
    const [first] = pastedCase(PULL).answer.causes
    expect(JSON.stringify(first?.statements)).toContain(':s3:::prod-eu-west-1-starport-layer-bucket/*')
  })

  const READ =
    'aws s3api get-object --bucket depot --key a/b x\nAn error occurred (AccessDenied) when calling the GetObject operation: Access Denied'
  const ALLOWED = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::depot/*' }
  const OF_ROLE = policyText({ ...ALLOWED, Principal: { AWS: 'arn:aws:iam::111122223333:role/app' } })

  it('for the resource is not asked for the caller where the caller’s own policy is enough', () => {
    const causes = (given: GivenPolicies) => pastedCase(READ, given).answer.causes
    const [first, ...rest] = causes({ identity: policyText(ALLOWED), resource: OF_ROLE })
    expect(isGeneric(first)).toBe(false)
    expect(rest.find(isGeneric)?.speaksAgainst).not.toEqual([])
    expect(causes({ resource: OF_ROLE }).find(isGeneric)?.speaksAgainst).toEqual([])
  })

  it('of a bucket is judged for an object in it, where the words name no more than the bucket', () => {
    const error =
      'An error occurred (InvalidConfigurationRequest) when calling the ModifyLoadBalancerAttributes operation: Access Denied for bucket: web-logs. Please check S3bucket permission'
    const resource = policyText({
      Effect: 'Allow',
      Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::web-logs/AWSLogs/111122223333/*',
    })
    const said = pastedCase(error, { resource }).answer.causes.map(({ sentence }) => plainText(sentence))
    expect(said.filter((one) => one.includes('not on the bucket itself'))).toEqual([])
  })
})

const OTHER = policyText({ Effect: 'Allow', Action: 'sts:GetCallerIdentity', Resource: '*' })
const ALL = policyText({ Effect: 'Allow', Action: '*', Resource: '*' })

/** Pastes whose likeliest cause is that the caller’s own policies lack what was asked for. */
const lacking = pastes.filter((paste) => {
  const { answer, judged } = pastedCase(paste)
  const [first] = answer.causes
  return (
    answer.basis === 'likely' &&
    first?.layer === 'identity' &&
    first.decision === 'implicitDeny' &&
    first.about === null &&
    judged.accessCase.request.action !== ''
  )
})

/** Does a cause say that the layer lacks the request itself? What the call slips in, or needs besides, is another thing. */
const isOfLayer = ({ about, code, ground }: Cause): boolean =>
  about === null &&
  ground !== 'call-shown' &&
  (Object.hasOwn(SITUATIONS, code) || ['layer-lacks', 'layer-not-given', 'allow-unmet'].includes(code))

describe('the caller’s own policy, where it is added to a likely lack of one', () => {
  it('is the first cause where it lacks the action', () => {
    expect(lacking.length).toBeGreaterThan(5)
    const others = lacking.filter((paste) => firstOf(paste, { identity: OTHER })?.layer !== 'identity')
    expect(others).toEqual([])
  })

  it('is no cause where it provably allows', () => {
    const blamed = lacking.filter((paste) => {
      const { answer, judged } = pastedCase(paste, { identity: ALL })
      const [first] = answer.causes
      const isAllowed = judged.evaluation.layers.some(
        ({ layer, status }) => layer === 'identity' && status === 'allows',
      )
      return isAllowed && first?.layer === 'identity' && first.decision === 'implicitDeny' && isOfLayer(first)
    })
    expect(blamed).toEqual([])
  })
})
