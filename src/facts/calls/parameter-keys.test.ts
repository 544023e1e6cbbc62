import { describe, expect, it } from 'vitest'
import { keysOfParameters } from './parameter-keys'
import { parameterValues } from './parameter-values'

const told = (
  action: string,
  parameters: Record<string, string>,
  { isWhole = true, unread = [] }: { readonly isWhole?: boolean; readonly unread?: readonly string[] } = {},
) =>
  Object.fromEntries(
    keysOfParameters(parameterValues(parameters), action, null, isWhole, unread).map(({ key, value }) => [key, value]),
  )

describe('the condition keys that parameters fill', () => {
  it('are absent without the parameter, where the whole call is shown', () => {
    const call = { modelId: 'm' }
    expect(told('bedrock:InvokeModel', call)).toEqual({ 'bedrock:GuardrailIdentifier': null })
    expect(told('bedrock:InvokeModel', call, { isWhole: false })).toEqual({})
    expect(told('bedrock:InvokeModel', call, { unread: ['guardrailconfig'] })).toEqual({})
    expect(told('bedrock:InvokeModel', { ...call, guardrailIdentifier: 'g' })).toEqual({})
  })

  it('are open where the parameter tells them in another form', () => {
    expect(told('ec2:RunInstances', { imageId: 'ami-1' })).toEqual({ 'ec2:LaunchTemplate': null })
    expect(told('ec2:RunInstances', { launchTemplate: 'LaunchTemplateId=lt-1' })).toEqual({})
  })

  it('have what the API takes where the parameter is not there', () => {
    expect(told('dynamodb:Query', { tableName: 't' })).toMatchObject({ 'dynamodb:Select': 'ALL_ATTRIBUTES' })
    expect(told('dynamodb:Query', { indexName: 'i' })).toMatchObject({ 'dynamodb:Select': 'ALL_PROJECTED_ATTRIBUTES' })
    expect(told('dynamodb:Scan', { projectionExpression: 'a' })).toMatchObject({
      'dynamodb:Select': 'SPECIFIC_ATTRIBUTES',
    })
    expect(told('dynamodb:Query', { select: 'COUNT' })).toMatchObject({ 'dynamodb:Select': 'COUNT' })
    expect(told('dynamodb:Query', { tableName: 't' }, { unread: ['projectionexpression'] })).toEqual({})
  })
})
