import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { parseDenials } from '../../denial/parse-denials'
import { evaluate } from '../../evaluation/evaluate'
import { plainText } from '../../text/phrase'
import { explain } from '../explain'

const ERROR =
  'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::data/a" because no identity-based policy allows the s3:PutObject action'

/** The headline after a change to the caller's policy; nothing else is given. */
const headlineWith = (document: string, error = ERROR): string => {
  const accessCase: AccessCase = {
    version: 1,
    error,
    request: {
      principal: 'arn:aws:iam::111122223333:user/ana',
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::data/a',
    },
    policies: { identity: [{ name: 'p', document }], otherLayers: 'unknown' },
  }
  const [denial = null] = parseDenials(error)
  return plainText(explain({ evaluation: evaluate(accessCase), accessCase, denial, isChanged: true }).answer.headline)
}

const ALLOWS = '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"}}'

it('is said to fix what AWS reported where the layer that AWS names allows', () => {
  expect(headlineWith(ALLOWS)).toBe('Your change fixes what AWS reported.')
})

it('is not said to fix it where nobody can tell what that layer does', () => {
  for (const unsure of [ALLOWS.slice(0, -1), ALLOWS.replace('"Resource": "*"', '"Resource": "<bucket>/*"')])
    expect(headlineWith(unsure)).not.toContain('fixes')
})

it('is not said to fix it where AWS names a layer that is not given', () => {
  expect(headlineWith(ALLOWS, ERROR.replace('identity-based policy', 'permissions boundary'))).not.toContain('fixes')
})

describe('other checks of the same call', () => {
  const INSTANCE = 'arn:aws:ec2:eu-west-1:111122223333:instance/*'
  const factWith = (allowed: readonly string[]): string => {
    const document = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: allowed },
    }
    const asked = (resource: string): AccessCase => ({
      version: 1,
      request: { principal: 'arn:aws:iam::111122223333:user/ana', action: 'ec2:RunInstances', resource },
      policies: { identity: [{ name: 'p', document }], noneAttached: ['resource'], otherLayers: 'unknown' },
    })
    const checkOf = (resource: string, isRequest: boolean) => ({
      accessCase: asked(resource),
      evaluation: evaluate(asked(resource)),
      isCertain: true,
      isRequest,
    })
    const [denial = null] = parseDenials(
      `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ec2:RunInstances on resource: ${INSTANCE} because no identity-based policy allows the ec2:RunInstances action`,
    )
    const call = [checkOf(INSTANCE, true), checkOf('arn:aws:ec2:eu-west-1::image/ami-0a1b2c3d', false)]
    const { answer } = explain({ ...checkOf(INSTANCE, true), denial, isChanged: true, call })
    return plainText(answer.fact!.sentence)
  }

  it('are told where the policies still deny them', () => {
    expect(factWith([INSTANCE])).toMatch(/^The policies you pasted still deny another check of this call/)
  })

  it('are not told where they are allowed', () => {
    expect(factWith(['*'])).toMatch(/^Still unknown/)
  })
})
