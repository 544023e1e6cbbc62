import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { withTextValues, textValues } from '../causes/text-values'
import type { JudgedCase } from '../judged-case'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import { referencePart } from '../../reference/reference-part'
import { fitting, namedByPolicies, resourceInText } from './known-resource'

const judgedOf = (error: string, policies: AccessCase['policies'] = {}): JudgedCase => {
  const accessCase: AccessCase = {
    version: 1,
    request: { principal: '', action: '', resource: '' },
    policies: { otherLayers: 'none', ...policies },
    error,
  }
  return { accessCase, evaluation: evaluate(accessCase), denial: null }
}

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders'

describe('the resource that a text names beside the error', () => {
  it.each([
    ['sqs:SendMessage', `sending to ${QUEUE}.`, QUEUE],
    ['sqs:SendMessage', `${QUEUE}, again ${QUEUE}: refused`, QUEUE],
    // Two of them: neither.
    ['sqs:SendMessage', `${QUEUE} or ${QUEUE}-dead`, null],
    // Of another service.
    ['sns:Publish', QUEUE, null],
    // A pattern names no resource.
    ['sqs:SendMessage', `${QUEUE}*`, null],
    // A text names callers and targets alike.
    ['iam:PassRole', 'arn:aws:iam::111122223333:role/app', null],
    ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/app', null],
    // Whoever comes with a token has no role yet.
    [
      'sts:AssumeRoleWithWebIdentity',
      'trust policy of arn:aws:iam::111122223333:role/app for arn:aws:iam::111122223333:oidc-provider/x.example.com',
      'arn:aws:iam::111122223333:role/app',
    ],
    ['sts:AssumeRoleWithWebIdentity', 'arn:aws:iam::111122223333:role/app or arn:aws:iam::111122223333:role/web', null],
  ])('%s: %s', (action, text, arn) => {
    expect(resourceInText(judgedOf(text), action)).toBe(arn)
  })

  it('is that of its own policy where nothing else is named', () => {
    const document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: QUEUE }],
    }
    expect(resourceInText(judgedOf('', { resource: { name: 'queue policy', document } }), 'sqs:SendMessage')).toBe(
      QUEUE,
    )
  })
})

describe('the parts of an ARN that a text says', () => {
  it('are filled in by their names', () => {
    const values = textValues(judgedOf('at https://sts.eu-west-1.amazonaws.com for 1:111122223333:x'))
    expect(withTextValues('arn:aws:kms:<region>:<account>:key/<key id>', values)).toBe(
      'arn:aws:kms:eu-west-1:111122223333:key/<key id>',
    )
  })

  it('stay blank where the text has several', () => {
    const values = textValues(judgedOf('from eu-west-1 :111122223333: to us-east-1 :444455556666:'))
    expect(withTextValues('<region> <account>', values)).toBe('<region> <account>')
  })
})

describe('a resource that an action can be asked for with', () => {
  const judged = { ...judgedOf(''), services: referencePart(BUILT_REFERENCE, ['s3', 'logs', 'dynamodb']) }

  it.each([
    // What the thing is in.
    ['s3:ListBucket', 'arn:aws:s3:::photos/2026/a.png', 'arn:aws:s3:::photos'],
    [
      'dynamodb:PutItem',
      'arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-day',
      'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
    ],
    // The parts of the thing.
    ['s3:GetObject', 'arn:aws:s3:::photos', 'arn:aws:s3:::photos/*'],
    // It is right as it is, or nothing fits.
    ['s3:GetObject', 'arn:aws:s3:::photos/a.png', 'arn:aws:s3:::photos/a.png'],
    ['s3:ListBucket', '*', '*'],
  ])('%s on %s', (action, resource, expected) => {
    expect(fitting(judged, action, resource)).toBe(expected)
  })
})

describe('what the given policies name of a service', () => {
  const named = (...resources: readonly string[]) => {
    const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: resources }] }
    return namedByPolicies(judgedOf('', { identity: [{ name: 'app', document }] }), 'es:ESHttpPost')
  }

  it('is meant where it is one, and none where they name two, or another service', () => {
    expect(named('arn:aws:es:eu-west-1:111122223333:domain/search')).toEqual({ domain: 'search' })
    expect(
      named('arn:aws:es:eu-west-1:111122223333:domain/search', 'arn:aws:es:eu-west-1:111122223333:domain/logs'),
    ).toEqual({})
    expect(named('arn:aws:sqs:eu-west-1:111122223333:search')).toEqual({})
  })
})
