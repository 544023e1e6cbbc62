import { describe, expect, it } from 'vitest'
import type { Call } from '../../denial/call'
import { labelledValues } from '../../text/labelled-values'
import { namedParameters, nestedLabels } from './named-parameter'

const call = (operation: string, parameters: Call['parameters']): Call => ({
  service: 'codebuild',
  operation,
  parameters,
  isWhole: true,
  span: [0, 0],
})

const set = (key: string, parameters: Call['parameters'], action = 'codebuild:CreateProject') =>
  namedParameters(call('CreateProject', parameters), key, action, []).flatMap(({ values }) => values)

describe('the parameter of a call that has the name of a key', () => {
  it('lies where a key that is a path says', () => {
    const environment = '{"computeType":"BUILD_GENERAL1_SMALL","fleet":{"type":"x"}}'
    expect(set('codebuild:environment.computeType', { environment })).toEqual(['BUILD_GENERAL1_SMALL'])
    expect(set('codebuild:environment.type', { environment })).toEqual([])
  })

  it('is named by the last of what leads to it', () => {
    expect(set('x:blockStorageEnabled', { storageConfig: '{"blockStorage":{"enabled":true}}' })).toEqual(['true'])
    expect(set('x:Encrypted', { volumes: 'Encrypted=false' })).toEqual(['false'])
    // A name of so many things says something of the call alone.
    expect(set('x:Type', { type: 'A' })).toEqual(['A'])
    expect(set('x:Type', { filter: 'Type=A' })).toEqual([])
  })

  it('can be turned off by its option', () => {
    expect(set('x:DeletionProtection', { noDeletionProtection: true })).toEqual(['false'])
    expect(set('x:DeletionProtection', { deletionProtection: true })).toEqual(['true'])
  })

  it('may differ by the form of its value, where none has the name itself', () => {
    expect(set('x:EngineType', { engine: 'redis' })).toEqual(['redis'])
    expect(set('x:EngineType', { engine: 'redis', engineType: 'valkey' })).toEqual(['valkey'])
    expect(set('x:UserArn', { userId: 'u-1' })).toEqual([])
  })

  it('is none of another call', () => {
    expect(set('x:Engine', { engine: 'redis' }, 'iam:PassRole')).toEqual([])
  })
})

describe('what a template sets within others', () => {
  const nested = (text: string, key: string) =>
    nestedLabels(text, key, 'x:CreateThing', labelledValues(text)).flatMap(({ values }) => values)

  it('is found by what it lies in', () => {
    const hcl = 'resource "x" "y" {\n  environment {\n    compute_type = "SMALL"\n  }\n  compute_type = "OTHER"\n}'
    expect(nested(hcl, 'x:environment.computeType')).toEqual(['SMALL'])
    expect(
      nested('Properties:\n  MetadataOptions:\n    HttpTokens: optional\n', 'x:MetadataOptionsHttpTokens'),
    ).toEqual(['optional'])
    expect(nested('Properties:\n  HttpTokens: optional\n', 'x:MetadataOptionsHttpTokens')).toEqual([])
  })
})
