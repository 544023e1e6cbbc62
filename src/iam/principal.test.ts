import { expect, it } from 'vitest'
import { arnBehind } from './principal'

const ACCOUNT = '111122223333'

it('is the role of a session, and the user itself', () => {
  expect(arnBehind(`arn:aws:sts::${ACCOUNT}:assumed-role/heron/one`)).toBe(`arn:aws:iam::${ACCOUNT}:role/heron`)
  expect(arnBehind(`arn:aws:iam::${ACCOUNT}:user/ada`)).toBe(`arn:aws:iam::${ACCOUNT}:user/ada`)
})

it('is not told by a session of a permission set, whose role has a path', () => {
  const session = `arn:aws:sts::${ACCOUNT}:assumed-role/AWSReservedSSO_Crew_0123456789abcdef/ann`
  expect(arnBehind(session)).toBeNull()
  const role = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Crew_0123456789abcdef`
  expect(arnBehind(role)).toBe(role)
})

it('is not told of a federated user, whom no service lists', () => {
  expect(arnBehind(`arn:aws:sts::${ACCOUNT}:federated-user/ann`)).toBeNull()
})
