import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { policyText } from '../../testing/statements'

const PAGE = `$ curl -si https://shop.example.com/news.html
HTTP/2 403
x-cache: Error from cloudfront
<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>9Y5Q</RequestId><HostId>mT2=</HostId></Error>`

const IDENTITY = { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE' }
const SERVICE = { Service: 'cloudfront.amazonaws.com' }

const letIn = (...who: readonly object[]) =>
  policyText(
    ...who.map((Principal) => ({
      Effect: 'Allow',
      Principal,
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::shop-site/*',
    })),
  )

const guard = (Condition: object) =>
  policyText({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition })

/** Lets in the organization and AWS services, as the usual data perimeter does. */
const OWN_AND_SERVICES = guard({
  StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
})

const first = (resource: string, rcp?: string) => {
  const { causes, layer } = pastedCase(PAGE, { resource, ...(rcp !== undefined && { rcp }) }).answer
  return [causes[0]?.code, layer]
}

it('an origin access identity is in no organization and no service principal: the guard stops it though the bucket lets it in', () => {
  expect(first(letIn(IDENTITY), OWN_AND_SERVICES)).toEqual(['deny-open', 'rcp'])
})

it('a service principal passes the same guard: the bucket’s policy is not what denies', () => {
  expect(first(letIn(SERVICE), OWN_AND_SERVICES)).toEqual(['object-missing-behind-cloudfront', 'none'])
})

it('where both are let in, nobody knows which of them asked', () => {
  expect(first(letIn(IDENTITY, SERVICE), OWN_AND_SERVICES)[0]).toBe('object-missing-behind-cloudfront')
})

it('a guard that hangs on the call and not on the caller lets usual calls pass', () => {
  const tls = guard({ Bool: { 'aws:SecureTransport': 'false' } })
  expect(first(letIn(IDENTITY), tls)[0]).toBe('object-missing-behind-cloudfront')
  expect(first(letIn(IDENTITY))[0]).toBe('object-missing-behind-cloudfront')
})

it('a bucket that lets in neither is blamed', () => {
  expect(first(letIn({ AWS: '111122223333' }))[1]).toBe('resource')
})
