import { expect, it } from 'vitest'
import { decodeActions, NO_REFERENCE, type Reference } from '../reference/reference'
import { readPaste } from '../draft/paste/read-paste'
import { withServices } from './named-operation'

const REFERENCE: Reference = {
  ...NO_REFERENCE,
  actions: decodeActions({
    synthetics: ['StartCanary CreateGroup', 'WW'],
    'resource-groups': ['CreateGroup', 'W'],
    appsync: ['CreateApi', 'W'],
  }),
}

const actionOf = (paste: string, reference: Reference = REFERENCE) =>
  withServices(readPaste(paste).denials, reference).map(({ action, inferred }) => inferred.action ?? action)

const called = (operation: string) =>
  `An error occurred (AccessDeniedException) when calling the ${operation} operation: Access denied`

it('an operation that one service alone has names its action', () => {
  expect(actionOf(called('StartCanary'))).toEqual(['synthetics:StartCanary'])
})

it.each([
  ['two services have one', called('CreateGroup')],
  ['API Gateway calls its actions by HTTP methods', called('CreateApi')],
  ['no service has it', called('StartNothing')],
])('it names none where %s', (_, paste) => {
  expect(actionOf(paste)).toEqual([null])
})

it('a service that is named is kept', () => {
  expect(
    actionOf('operation error Resource Groups: CreateGroup, api error AccessDeniedException: Access denied'),
  ).toEqual(['resource-groups:CreateGroup'])
})

it('nothing is named before the reference is loaded', () => {
  expect(actionOf(called('StartCanary'), NO_REFERENCE)).toEqual([null])
})
