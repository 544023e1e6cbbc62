import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate'

const judge = (key: string, unknownContext: readonly string[]) =>
  evaluate({
    version: 1,
    request: {
      principal: 'arn:aws:sts::111122223333:assumed-role/app/run',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::data/key',
      otherContext: 'absent',
      unknownContext,
    },
    policies: {
      identity: [
        {
          name: 'p',
          document: {
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Action: 's3:*',
              Resource: '*',
              Condition: { StringLike: { [key]: '*role/app*' } },
            },
          },
        },
      ],
    },
  })

describe('a key that is said to be unknown', () => {
  it('is unknown although other keys are absent', () => {
    expect(judge('aws:UserAgent', []).decision).toBe('implicitDeny')
    expect(judge('aws:UserAgent', ['AWS:useragent'])).toMatchObject({
      decision: 'depends',
      dependsOn: { keys: ['aws:UserAgent'] },
    })
  })

  it('is unknown although the principal would say it', () => {
    expect(judge('aws:PrincipalArn', []).decision).toBe('allowed')
    expect(judge('aws:PrincipalArn', ['aws:PrincipalArn']).decision).toBe('depends')
  })
})

describe('the Region of a check within another call', () => {
  const inRegion = (action: string) =>
    evaluate({
      version: 1,
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/app/run',
        action,
        resource: 'arn:aws:iam::111122223333:role/bot',
        otherContext: 'unknown',
      },
      policies: {
        identity: [
          {
            name: 'p',
            document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
          },
        ],
        boundary: {
          name: 'regions',
          document: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: '*', Resource: '*' },
              {
                Effect: 'Deny',
                Action: '*',
                Resource: '*',
                Condition: { StringEquals: { 'aws:RequestedRegion': 'us-west-2' } },
              },
            ],
          },
        },
      },
    }).decision

  it('is that of the call: a role can be handed over in any Region, a role is made in one', () => {
    expect(inRegion('iam:PassRole')).toBe('depends')
    expect(inRegion('iam:CreateRole')).toBe('allowed')
  })
})
