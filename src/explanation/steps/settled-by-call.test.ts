import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import type { Denial } from '../../denial/denial'
import { evaluate } from '../../evaluation/evaluate'
import type { JudgedCase } from '../judged-case'
import { isOfStartAlone, isSettledByCall } from './settled-by-call'

const HOME = '111122223333'

const judgedOf = (action: string, resource: string, error = '', operation = ''): JudgedCase => {
  const accessCase: AccessCase = {
    version: 1,
    error,
    request: { principal: `arn:aws:iam::${HOME}:user/ann`, action, resource },
    policies: {},
  }
  return { accessCase, evaluation: evaluate(accessCase), denial: { operation } as Denial }
}

const TABLE = `arn:aws:dynamodb:us-east-1:${HOME}:table/t`
const isSettled = (judged: JudgedCase) => isSettledByCall(judged, 'aws:RequestedRegion', ['eu-west-1'])

describe('a value that the call itself settles', () => {
  it('is the Region of a global service, of a thing that is there, and of a call that went there already', () => {
    expect(isSettled(judgedOf('iam:CreateUser', `arn:aws:iam::${HOME}:user/bob`))).toBe(true)
    expect(isSettled(judgedOf('dynamodb:GetItem', TABLE))).toBe(true)
    expect(isSettled(judgedOf('ec2:RunInstances', '*', 'aws ec2 run-instances --region eu-west-1'))).toBe(true)
  })

  it('is not the Region of what a call makes', () => {
    expect(isSettled(judgedOf('dynamodb:CreateTable', TABLE))).toBe(false)
    expect(isSettled(judgedOf('ec2:RunInstances', '*', 'aws ec2 run-instances --region us-east-1'))).toBe(false)
  })

  it('is the Region in which CloudFront looks for functions, certificates and web ACLs', () => {
    const made = (region: string) => judgedOf('lambda:CreateFunction', `arn:aws:lambda:${region}:${HOME}:function:f`)
    expect([made('us-east-1'), made('us-east-2')].map(isSettled)).toEqual([true, false])
  })

  it('is the service that a call hands a role to', () => {
    const role = `arn:aws:iam::${HOME}:role/app`
    const handed = (values: readonly string[], operation: string) =>
      isSettledByCall(judgedOf('iam:PassRole', role, '', operation), 'iam:PassedToService', values)
    expect(handed(['ec2.amazonaws.com'], 'CreateFunction')).toBe(true)
    expect(handed(['lambda.amazonaws.com'], 'CreateFunction')).toBe(false)
    expect(handed(['ec2.amazonaws.com'], '')).toBe(false)
  })
})

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html
describe('a header that only the start of an upload in parts takes', () => {
  const OBJECT = 'arn:aws:s3:::scans/one.tif'
  const isOfStart = (operation: string, key: string, error = '') =>
    isOfStartAlone(judgedOf('s3:PutObject', OBJECT, error, operation), key)

  it('is not carried by a part, by its operation or by the address that was refused', () => {
    expect(isOfStart('UploadPart', 's3:x-amz-acl')).toBe(true)
    expect(isOfStart('CompleteMultipartUpload', 's3:x-amz-server-side-encryption')).toBe(true)
    const refused = 'PUT https://scans.s3.amazonaws.com/one.tif?partNumber=2&uploadId=abc 403 (Forbidden)'
    expect(isOfStart('', 's3:x-amz-acl', refused)).toBe(true)
  })

  it('is carried by the start and by a whole object, and other keys by each', () => {
    expect(isOfStart('CreateMultipartUpload', 's3:x-amz-acl')).toBe(false)
    expect(isOfStart('PutObject', 's3:x-amz-acl', 'PUT https://scans.s3.amazonaws.com/one.tif 403')).toBe(false)
    expect(isOfStart('UploadPart', 'aws:SourceIp')).toBe(false)
  })
})
