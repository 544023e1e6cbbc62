import { describe, expect, it } from 'vitest'
import { pastedCase } from '../testing/pasted-case'

const asked = (resource: string) =>
  pastedCase(
    `User: arn:aws:sts::111122223333:assumed-role/app/CognitoIdentityCredentials is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/Plans/index/byDay because no identity-based policy allows the dynamodb:Query action\nconst owner = user.attributes.sub`,
    {
      identity: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'dynamodb:Query',
            Resource: `arn:aws:dynamodb:eu-west-1:111122223333:table/${resource}`,
            Condition: {
              'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${cognito-identity.amazonaws.com:sub}'] },
            },
          },
        ],
      }),
    },
  ).answer.causes.map(({ code }) => code)

describe('the subject of a user pool in the place of an identity’s id', () => {
  it('comes after what AWS refuses first, that the statement is on another resource', () => {
    expect(asked('Plans').slice(0, 2)).toEqual(['table-is-not-its-index', 'sub-of-user-pool'])
  })

  it('is first where the statement is on the resource', () => {
    expect(asked('Plans/index/*')[0]).toBe('sub-of-user-pool')
  })
})
