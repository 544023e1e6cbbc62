import { expect, it } from 'vitest'
import { evaluate } from '../../evaluation/evaluate'
import { plainText } from '../../text/phrase'
import { whateverPhrase } from './depends'

/** What of a request may have any value, where its identity policy allows one resource, or one condition. */
function whatever(resource: string, allowed: object): readonly [string, string] {
  const request = {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource,
    resourceAccount: '111122223333',
    otherContext: 'unknown',
  } as const
  const statement = { Effect: 'Allow', Action: 's3:GetObject', ...allowed }
  const document = { Version: '2012-10-17', Statement: [statement] }
  const evaluation = evaluate({
    version: 1,
    request,
    policies: { identity: [{ name: 'p', document }], otherLayers: 'none' },
  })
  const identity = evaluation.layers.find(({ layer }) => layer === 'identity')!
  return [evaluation.decision, plainText(whateverPhrase(identity, evaluation, request))]
}

it('what no value of would allow a request is its mask, or the key that is tested', () => {
  // One mask stands for one text, and none is 1 and 2 at once.
  const two = { Resource: 'arn:aws:s3:::bucket-1/team-2' }
  expect(whatever('arn:aws:s3:::bucket-<n>/team-<n>', two)).toEqual(['implicitDeny', '<n>'])
  const never = {
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' }, StringNotEquals: { 'aws:PrincipalTag/team': 'a' } },
  }
  expect(whatever('arn:aws:s3:::data/<key>', never)).toEqual(['implicitDeny', 'aws:PrincipalTag/team'])
})
