import { expect, it } from 'vitest'
import { authorizationIdsIn } from './authorization-ids'

const ERROR =
  'User: arn:aws:iam::111122223333:user/ann is not authorized to perform: iam:GetRole on resource: role app because no identity-based policy allows the iam:GetRole action. Go to https://eu-west-1.console.aws.amazon.com/iam/home?region=eu-west-1#/authorization-details/abc123def456ghi789 for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: abc123def456ghi789'

it('finds each id of a text once, and no stand-in for one', () => {
  expect(authorizationIdsIn(ERROR)).toEqual(['abc123def456ghi789'])
  expect(authorizationIdsIn(ERROR.replaceAll('abc123def456ghi789', 'exampleauthorization1'))).toEqual([])
  expect(authorizationIdsIn('authorization id is missing')).toEqual([])
})
