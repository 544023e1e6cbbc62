import { describe, expect, it } from 'vitest'
import { accountClosed, failedEarlier, linkedRoleExists, notListed, otherVersionRead } from './printed-facts'

const ROLE = { action: 'sts:AssumeRole', resource: 'arn:aws:iam::444455556666:role/audit' }
const BUCKET = { action: 's3:DeleteBucket', resource: 'arn:aws:s3:::store' }
const LAYER = { action: 'lambda:GetLayerVersion', resource: 'arn:aws:lambda:eu-west-1:444455556666:layer:tools:7' }
const PROJECT = {
  action: 'codebuild:StartBuild',
  resource: 'arn:aws:codebuild:eu-west-1:111122223333:project/old-build',
}

const REFUSED = '09:03 Store DELETE_FAILED API: s3:DeleteBucket User: jo is not authorized to perform: s3:DeleteBucket'
const listed = (options: string, names: string) =>
  `$ aws codebuild list-projects${options}\n{"projects": [${names}]}\n$ aws codebuild batch-get-projects --names old-build\n`

describe('what a text prints of a request', () => {
  it('shows that the account is closed, and no other one', () => {
    expect(accountClosed('111122223333\tops\tACTIVE\n444455556666\tlab\tSUSPENDED', ROLE)).not.toBeNull()
    expect(accountClosed('{"Id": "444455556666", "Name": "lab", "Status": "PENDING_CLOSURE"}', ROLE)).not.toBeNull()
    expect(accountClosed('444455556666\tlab\tACTIVE\n777788889999\told\tSUSPENDED', ROLE)).toBeNull()
  })

  it('shows what a stack failed for, where only its clean-up was refused', () => {
    const quota = '09:01 Net CREATE_FAILED The maximum number of VPCs has been reached'
    expect(failedEarlier(`${REFUSED}\n${quota}`, BUCKET)?.[0]).toBe(quota)
    expect(failedEarlier(`${REFUSED}\n09:01 Net CREATE_FAILED Resource creation cancelled`, BUCKET)).toBeNull()
    // What is refused where something is made is the cause itself.
    expect(
      failedEarlier(`${quota}\n09:02 Store CREATE_FAILED not authorized to perform: s3:DeleteBucket`, BUCKET),
    ).toBeNull()
  })

  it('shows that other versions of a layer are read', () => {
    expect(otherVersionRead('6 2024-05-01T10:00:00.000+0000\n7 An error occurred', LAYER)).not.toBeNull()
    expect(otherVersionRead('version 6 works', LAYER)).not.toBeNull()
    expect(otherVersionRead('7 2024-05-01T10:00:00.000+0000', LAYER)).toBeNull()
    expect(otherVersionRead('version 6 fails too', LAYER)).toBeNull()
  })

  it('shows that a whole list of its kind has others alone', () => {
    expect(notListed(listed('', '"atlas-build", "atlas-test"'), PROJECT)).not.toBeNull()
    expect(notListed(listed('', '"atlas-build", "old-build"'), PROJECT)).toBeNull()
    expect(notListed(listed(' --region eu-north-1', '"atlas-build", "atlas-test"'), PROJECT)).toBeNull()
    expect(notListed(listed(' --max-items 2', '"atlas-build", "atlas-test"'), PROJECT)).toBeNull()
    expect(notListed(listed('', '"atlas-build"'), { ...PROJECT, action: 'codebuild:CreateProject' })).toBeNull()
  })

  it('shows that a service-linked role exists, and not by another one', () => {
    const refused = 'Unable to assume role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot'
    expect(linkedRoleExists(`${refused}\n"RoleName": "AWSServiceRoleForEC2Spot"`)).not.toBeNull()
    expect(linkedRoleExists(`${refused}\n"RoleName": "AWSServiceRoleForSupport"`)).toBeNull()
    expect(linkedRoleExists(refused)).toBeNull()
  })
})
