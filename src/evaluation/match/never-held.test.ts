import { describe, expect, it } from 'vitest'
import { evaluate } from '../evaluate'

interface Test {
  readonly version?: string
  readonly effect?: 'Allow' | 'Deny'
  readonly operator?: string
  readonly key: string
  readonly value: string | readonly string[]
}

/** What becomes of a statement whose one test has a key of which nothing is known. */
const matchesOf = ({ version = '2012-10-17', effect = 'Allow', operator = 'StringEquals', key, value }: Test) => {
  const statement = { Effect: effect, Action: '*', Resource: '*', Condition: { [operator]: { [key]: value } } }
  const { layers } = evaluate({
    version: 1,
    request: {
      principal: 'arn:aws:sts::111122223333:assumed-role/press/print-3',
      action: 'sqs:SendMessage',
      resource: 'arn:aws:sqs:eu-west-1:111122223333:plates',
      unknownContext: [key, 'aws:PrincipalTag/guild'],
    },
    policies: { identity: [{ name: 'press', document: { Version: version, Statement: [statement] } }] },
  })
  return layers.find(({ layer }) => layer === 'identity')?.statements[0]?.matches
}

const TOPICS = 'arn:aws:sns:eu-west-1:111122223333:proofs-*'
const OWN_TAG = '${aws:PrincipalTag/guild}'

describe('tests for what no request carries', () => {
  it.each<[string, Test, string]>([
    ['a pattern that is read as it stands is met by no ARN', { key: 'aws:SourceArn', value: TOPICS }, 'no'],
    [
      'of a list one value that can be met is enough',
      { key: 'aws:SourceArn', value: [TOPICS, TOPICS.slice(0, -2)] },
      'unknown',
    ],
    ['an operator for patterns reads it', { operator: 'StringLike', key: 'aws:SourceArn', value: TOPICS }, 'unknown'],
    ['so do those for ARNs', { operator: 'ArnEquals', key: 'aws:SourceArn', value: TOPICS }, 'unknown'],
    [
      'log groups end in a star themselves',
      { key: 'aws:SourceArn', value: 'arn:aws:logs:eu-west-1:111122223333:log-group:press:*' },
      'unknown',
    ],
    ['a prefix can be any text', { key: 's3:prefix', value: 'plates/*' }, 'unknown'],
    [
      'a path of an organization holds no star',
      { operator: 'ForAnyValue:StringEquals', key: 'aws:PrincipalOrgPaths', value: 'o-a1b2c3d4e5/r-ab12/*' },
      'no',
    ],
    [
      'without the key it is met where that is said',
      { operator: 'StringEqualsIfExists', key: 'aws:SourceArn', value: TOPICS },
      'unknown',
    ],
    [
      'what has to fail always does',
      { effect: 'Deny', operator: 'StringNotEquals', key: 'aws:SourceArn', value: TOPICS },
      'yes',
    ],
    [
      'a variable is plain text in the older version, and no tag',
      { version: '2008-10-17', key: 'aws:ResourceTag/guild', value: OWN_TAG },
      'no',
    ],
    ['in the newer one it stands for a value', { key: 'aws:ResourceTag/guild', value: OWN_TAG }, 'unknown'],
    ['a prefix may be written so', { version: '2008-10-17', key: 's3:prefix', value: '${aws:username}/' }, 'unknown'],
    [
      'a plain tag is the same in both',
      { version: '2008-10-17', key: 'aws:ResourceTag/guild', value: 'press' },
      'unknown',
    ],
  ])('%s', (_, test, expected) => {
    expect(matchesOf(test)).toBe(expected)
  })
})
