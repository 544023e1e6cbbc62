import { expect, it } from 'vitest'
import { FIND_IN_TESTS } from './find-in-tests'
import { matchingRows } from './likely-causes'
import { observe } from './observe'

const TAG = '${aws:PrincipalTag/crew}'

const rows = (statement: object) => {
  const request = {
    principal: 'arn:aws:sts::111122223333:assumed-role/ops/ana',
    action: 'rds:StopDBInstance',
    resource: 'arn:aws:rds:eu-west-1:111122223333:db:desk',
  }
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'rds:Stop*', ...statement }] }
  const accessCase = { version: 1 as const, request, policies: { identity: [{ name: 'p', document }] } }
  return matchingRows(observe(accessCase, null, []), FIND_IN_TESTS).map(({ id }) => id)
}

it.each([
  [
    'a resource with another tag',
    { Resource: '*', Condition: { StringNotEquals: { 'aws:ResourceTag/crew': TAG } } },
    true,
  ],
  ['other resources', { NotResource: '*', Condition: { StringNotEquals: { 'aws:ResourceTag/crew': TAG } } }, false],
  ['the same tag', { Resource: '*', Condition: { StringEqualsIfExists: { 'aws:ResourceTag/crew': TAG } } }, false],
  ['itself', { Resource: '*', Condition: { StringNotEquals: { 'aws:PrincipalTag/crew': TAG } } }, false],
])(
  'a missing tag of the caller lets a Deny apply that compares it with that of %s: or not',
  (_, statement, isCause) => {
    expect(rows(statement).includes('tag-of-caller-denies')).toBe(isCause)
  },
)
