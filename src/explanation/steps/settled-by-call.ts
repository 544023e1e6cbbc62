import { ONLY_IN, WITHOUT_REGION } from '../../facts/keys/shared-values'
import { kmsCallerOf, roleTakerOf } from '../../facts/calls/needs-of-call'
import { nameOfAction, serviceOfAction } from '../../iam/action'
import { regionOfArn } from '../../iam/arn'
import { serviceOfOperation } from '../../iam/operations'
import { resourceState } from '../../knowledge/resource-state'
import { own } from '../../text/own'
import type { JudgedCase } from '../judged-case'

/**
 * What CloudFront uses: certificates, Lambda@Edge functions and web ACLs are in this Region, or CloudFront does not find them.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html
 */
const OF_CLOUDFRONT = { region: 'us-east-1', services: ['acm', 'lambda', 'wafv2'] } as const

/** Calls that make a thing, and so can make it elsewhere. */
const MAKES = /^(?:create|run|put|import|register|start|request|allocate|list|describe)/i

const settledRegion = (judged: JudgedCase, values: readonly string[]): boolean => {
  const { request, error = '' } = judged.accessCase
  const service = serviceOfAction(request.action)
  if (WITHOUT_REGION.includes(service) || own(ONLY_IN, service)?.every((one) => !values.includes(one))) return true
  // The call went there already: what it reached in another Region is not its choice.
  if (values.some((value) => error.includes(`--region ${value}`) || error.includes(`.${value}.amazonaws.com`)))
    return true
  const region = regionOfArn(request.resource)
  // Nothing here tells whether CloudFront is to use it; if so, no other Region will do.
  if (region === OF_CLOUDFRONT.region && OF_CLOUDFRONT.services.some((one) => one === service)) return true
  return region !== '' && !values.includes(region) && !MAKES.test(nameOfAction(request.action))
}

/** A service that calls KMS for the caller is the one that was called. */
const settledService = ({ denial }: JudgedCase): boolean => {
  const called = denial?.operation ?? null
  return called !== null && kmsCallerOf(`${serviceOfOperation(called) ?? ''}:${called}`) !== null
}

/** A command that lists all below a prefix asks for no delimiter, and has no option for one. */
const settledDelimiter = ({ pasted = [] }: JudgedCase): boolean =>
  pasted.some(({ key, values }) => key.toLowerCase() === 's3:delimiter' && values.length === 0)

/** Keys whose value the call itself settles, so that it cannot be asked to carry another one. */
const SETTLED: ReadonlyMap<string, (judged: JudgedCase, values: readonly string[]) => boolean> = new Map([
  ['aws:requestedregion', settledRegion],
  ['kms:viaservice', settledService],
  ['s3:delimiter', settledDelimiter],
  // Whoever asks KMS for a grant makes it: no service can be asked to.
  ['kms:grantisforawsresource', ({ denial }: JudgedCase) => /^CreateGrant$/i.test(denial?.operation ?? '')],
  ['kms:encryptioncontext', settledService],
  [
    'iam:passedtoservice',
    ({ denial }: JudgedCase, values: readonly string[]) => {
      const called = denial?.operation ?? ''
      const taker = roleTakerOf(`${serviceOfOperation(called)}:${called}`)
      return taker !== null && !values.includes(taker)
    },
  ],
])

/** Does the call settle the value of a key, so that no other value can be asked for? */
export const isSettledByCall = (judged: JudgedCase, key: string, values: readonly string[]): boolean =>
  isOtherTag(judged, key, values) ||
  SETTLED.get(key.toLowerCase().replace(/^(kms:encryptioncontext):.*$/, '$1'))?.(judged, values) === true

/** What only the start of an upload in parts says of the object. https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html */
const OF_START = /^s3:x-amz-(?:acl|grant-[a-z-]{4,20}|storage-class|server-side-encryption(?:-aws-kms-key-id)?)$/i
const BEHIND_START = /^(?:uploadpart(?:copy)?|completemultipartupload)$/i

/** A part of an object that was refused, as a log of requests has it. */
const REFUSED_PART = /\bPUT\s{1,12}\S{1,500}[?&]partNumber=\d{1,5}&uploadId=\S{1,200}\s{1,8}403\b/

/** Can the call not carry a key, as it is a later one of an upload in parts? */
export const isOfStartAlone = ({ accessCase: { error = '' }, denial }: JudgedCase, key: string): boolean =>
  OF_START.test(key) && (BEHIND_START.test(denial?.operation ?? '') || REFUSED_PART.test(error))

const OF_TAG = /^aws:resourcetag\/(.*)$/i

/**
 * Does a test ask for a tag that no owner sets: of a thing that is being made, of each caller's own by a variable, or beside
 * one of the same family that the resource has?
 */
const isOtherTag = (judged: JudgedCase, key: string, values: readonly string[]): boolean => {
  const tag = OF_TAG.exec(key)?.[1]
  if (tag === undefined) return false
  const family = tag.slice(0, tag.lastIndexOf('/') + 1)
  const isRelative = Object.keys(judged.accessCase.request.context ?? {}).some((one) => {
    const other = OF_TAG.exec(one)?.[1] ?? ''
    return family !== '' && other !== tag && other.startsWith(family)
  })
  const { action, resource } = judged.accessCase.request
  const isMade = resourceState(action, resource, `:${judged.denial?.operation ?? ''}`.toLowerCase()) === 'new'
  return isRelative || isMade || values.some((value) => value.includes('${'))
}
