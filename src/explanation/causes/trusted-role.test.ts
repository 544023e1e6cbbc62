import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { ofTrustedRole } from './trusted-role'

const { judged } = pastedCase('AccessDenied')

const documents = (trust: string, ...names: readonly string[]) => {
  const document = { Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }] }
  const policies = { resource: { name: trust, document }, identity: names.map((name) => ({ name, document })) }
  const asked = ofTrustedRole({ ...judged, accessCase: { ...judged.accessCase, policies } })
  return (asked.accessCase.policies.identity ?? []).map((one) => JSON.stringify(one.document).includes('sqs:*'))
}

it('leaves a role its own policies, where names tell whose the others are', () => {
  expect(documents('FilterRole trust', 'FilterRole permissions', 'deploy role (excerpt)')).toEqual([true, false])
})

it('leaves all of them where no name tells that one is its own, or one tells nothing', () => {
  expect(documents('trust policy', 'FilterRole permissions', 'deploy')).toEqual([true, true])
  expect(documents('FilterRole trust', 'deploy')).toEqual([true])
  expect(documents('FilterRole trust', 'FilterRole permissions', 'role policy')).toEqual([true, true])
})
