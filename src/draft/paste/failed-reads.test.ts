import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft'
import { failedCalls } from './failed-reads'
import { takePaste } from './take-paste'

const denied = (operation: string, rest = 'Access Denied') =>
  `An error occurred (AccessDenied) when calling the ${operation} operation: ${rest}`
const ERROR = denied(
  'PutObject',
  'User: arn:aws:iam::111122223333:user/dana is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::harbour/a" because no identity-based policy allows the s3:PutObject action',
)
const NO_GROUPS = denied(
  'ListGroupsForUser',
  'User: arn:aws:iam::111122223333:user/dana is not authorized to perform: iam:ListGroupsForUser on resource: user dana because no identity-based policy allows the iam:ListGroupsForUser action',
)
const NO_BUCKET_POLICY =
  'An error occurred (NoSuchBucketPolicy) when calling the GetBucketPolicy operation: The bucket policy does not exist'
const POLICY = JSON.stringify({
  UserName: 'dana',
  PolicyName: 'Read',
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] },
})

const standing = takePaste(EMPTY_DRAFT, ERROR).draft

describe('what the commands that fetch policies print', () => {
  it.each([
    ['a policy, and a call that is denied', `${POLICY}\n\n${NO_GROUPS}`, ['iam:ListGroupsForUser (AccessDenied)']],
    ['a policy, and a bare refusal', `${POLICY}\n${denied('GetBucketPolicy')}`, ['s3:GetBucketPolicy (AccessDenied)']],
    [
      'nothing but calls that are denied',
      `${NO_GROUPS}\n${denied('ListUserPolicies')}`,
      ['iam:ListGroupsForUser (AccessDenied)', 'iam:ListUserPolicies (AccessDenied)'],
    ],
    ['that there is no policy', NO_BUCKET_POLICY, ['s3:GetBucketPolicy (NoSuchBucketPolicy)']],
  ])('leaves the error that they were run for: %s', (_, printed, calls) => {
    const { draft, failedReads } = takePaste(standing, printed)
    expect(draft.paste).toBe(ERROR)
    expect(failedCalls(failedReads)).toEqual(calls)
  })

  it('puts its policies where they belong, whatever else failed', () => {
    const { draft, placed } = takePaste(standing, `${POLICY}\n\n${NO_GROUPS}`)
    expect(placed).toMatchObject([{ policy: { name: 'Read' }, layer: 'identity', by: 'paste' }])
    expect(draft.layers.identity.state).toBe('given')
  })

  it('is an answer where it says that the bucket has no policy, and nothing else is known of it', () => {
    expect(takePaste(standing, NO_BUCKET_POLICY).draft.layers.resource.state).toBe('none')
    const printed = `${POLICY}\n${NO_GROUPS}\n${NO_BUCKET_POLICY}`
    expect(takePaste(standing, printed).draft.layers).toMatchObject({
      identity: { state: 'given' },
      resource: { state: 'none' },
    })
    const ofQueue = { ...standing, paste: ERROR.replaceAll('s3:PutObject', 'sqs:SendMessage') }
    expect(takePaste(ofQueue, NO_BUCKET_POLICY).draft.layers.resource.state).toBe('notGiven')
    const refused = denied('GetBucketPolicy')
    expect(takePaste(standing, `${POLICY}\n${refused}`).draft.layers.resource.state).toBe('notGiven')
  })

  it('is an answer where it says that the account is in no organization, for the account that it was asked for', () => {
    const alone =
      'An error occurred (AWSOrganizationsNotInUseException) when calling the ListPoliciesForTarget operation: Your account is not a member of an organization.'
    expect(takePaste(standing, alone).empty).toEqual(['scp', 'rcp'])
    expect(takePaste(standing, alone).draft.layers).toMatchObject({ scp: { state: 'none' }, rcp: { state: 'none' } })
    const across = { ...standing, request: { resourceAccount: '444455556666' } }
    expect(takePaste(across, alone).empty).toEqual(['scp'])
  })

  it.each([
    ['the one such call that somebody asks about', standing, NO_GROUPS],
    ['where no case stands', EMPTY_DRAFT, `${NO_GROUPS}\n${denied('ListUserPolicies')}`],
    ['beside an error of another kind', standing, `${NO_GROUPS}\n${denied('DeleteBucket')}`],
  ])('is not meant: %s', (_, before, printed) => {
    const { draft, failedReads } = takePaste(before, printed)
    expect(draft.paste).toBe(printed)
    expect(failedReads).toEqual([])
  })
})
