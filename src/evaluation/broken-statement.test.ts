import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../case/access-case'
import { evaluate } from './evaluate'

const ACTION = 'ec2:TerminateInstances'

/** What is decided by one statement for the request, where nobody says what else is attached. */
const decided = (statement: object | string, holes: readonly string[] = []): string => {
  const document =
    typeof statement === 'string'
      ? `{"Version":"2012-10-17","Statement":[${statement}]}`
      : { Version: '2012-10-17', Statement: [statement] }
  const accessCase: AccessCase = {
    version: 1,
    request: {
      principal: 'arn:aws:iam::111122223333:user/bob',
      action: ACTION,
      resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0abc',
      context: { 'aws:RequestedRegion': 'us-east-1' },
      otherContext: 'unknown',
    },
    policies: { identity: [{ name: 'guard', document }], otherLayers: 'unknown' },
    ...(holes.length === 0 ? {} : { holes }),
  }
  return evaluate(accessCase).decision
}

const DENY = { Effect: 'Deny', Action: ACTION, Resource: '*' }

describe('a Deny of which a part is not known', () => {
  it('denies as it stands where all of it is read', () => {
    expect(decided(DENY)).toBe('explicitDeny')
    expect(decided({ ...DENY, Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } })).toBe(
      'explicitDeny',
    )
  })

  it.each([
    ['the whole operator', { '...': { '...': '...' } }],
    ['the end of the operator', { 'StringNot...': { 'aws:RequestedRegion': 'us-east-1' } }],
    ['an operator with nothing under it', { '...': {} }],
    ['one operator beside another that holds', { StringEquals: { 'aws:RequestedRegion': 'us-east-1' }, '...': {} }],
  ])('is open where a hole stands for %s', (_, Condition) => {
    expect(decided({ ...DENY, Condition }, ['...'])).toBe('depends')
  })

  it('is ruled out all the same by a condition beside the hole that does not hold', () => {
    const Condition = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' }, '...': { '...': '...' } }
    const { layers } = evaluate({
      version: 1,
      request: {
        principal: 'arn:aws:iam::111122223333:user/bob',
        action: ACTION,
        resource: '*',
        context: { 'aws:RequestedRegion': 'us-east-1' },
      },
      policies: { identity: [{ name: 'guard', document: { Statement: [{ ...DENY, Condition }] } }] },
      holes: ['...'],
    })
    expect(layers.flatMap(({ statements }) => statements.map(({ matches }) => matches))).toEqual(['no'])
  })

  it.each([
    ['an operator that IAM does not know', { ...DENY, Condition: { StringEqualss: { 'aws:RequestedRegion': 'x' } } }],
    ['a misspelled element', { ...DENY, Conditions: { StringEquals: { 'aws:RequestedRegion': 'x' } } }],
    ['no Resource', { Effect: 'Deny', Action: ACTION }],
    [
      'a value that is no text',
      { ...DENY, Condition: { StringNotEquals: { 'aws:RequestedRegion': [null, 'eu-west-1'] } } },
    ],
    [
      'a key that stands twice',
      `{"Effect":"Deny","Action":"${ACTION}","Resource":"*",
        "Condition":{"StringEquals":{"aws:RequestedRegion":"x"},"StringEquals":{"aws:RequestedRegion":"us-east-1"}}}`,
    ],
  ])('is open with %s, since IAM stores no such statement and the real one may spare the request', (_, statement) => {
    expect(decided(statement)).toBe('depends')
  })
})
