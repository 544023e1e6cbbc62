import { describe, expect, it } from 'vitest'
import { readBuilt } from '../../.ci/built-reference'
import { createReference, fetchServices } from './create-reference'

describe('createReference', () => {
  it('reads a service when it is asked for, once, and no other', () => {
    const paths: string[] = []
    const reference = createReference((path) => {
      paths.push(path)
      return readBuilt(path)
    })
    expect(paths).toEqual([])
    expect(reference.service('sqs')?.byName.has('sendmessage')).toBe(true)
    expect(reference.service('sqs')).toBe(reference.service('sqs'))
    expect(reference.detail('sqs')?.actions.get('sendmessage')).toContain('message')
    expect(paths).toEqual(['services.json', 'service/sqs.json', 'detail/sqs.json'])
  })

  it('asks for no path that a list does not name', () => {
    const paths: string[] = []
    const reference = createReference((path) => {
      paths.push(path)
      return readBuilt(path)
    })
    expect(reference.service('../../package')).toBeNull()
    expect(reference.detail('constructor')).toBeNull()
    expect(reference.managedPolicy('../services')).toBeNull()
    expect(paths.every((path) => path === 'services.json' || path === 'managed-policies.json')).toBe(true)
    expect(reference.managedPolicy('AdministratorAccess')?.document).toMatchObject({ Version: '2012-10-17' })
  })

  it('does not know what is not here, and looks for it again', () => {
    const files = new Map<string, unknown>()
    const reference = createReference((path) => files.get(path))
    expect([reference.list, reference.actions, reference.service('s3'), reference.detail('s3')]).toEqual([
      null,
      null,
      null,
      null,
    ])
    files.set('services.json', readBuilt('services.json'))
    expect(reference.list?.services.has('s3')).toBe(true)
    expect(reference.service('s3')).toBeNull()
    files.set('service/s3.json', readBuilt('service/s3.json'))
    expect(reference.service('s3')?.name).toBe('Amazon S3')
    expect(reference.detail('s3')).toBeNull()
  })
})

describe('fetchServices', () => {
  const fetched = async (prefixes: readonly string[], isHere: (path: string) => boolean) => {
    const files = new Map<string, unknown>()
    const paths: string[] = []
    const reference = createReference((path) => files.get(path))
    const fetchFile = (path: string) => {
      paths.push(path)
      if (isHere(path)) files.set(path, readBuilt(path))
      return Promise.resolve()
    }
    await fetchServices(reference, prefixes, fetchFile)
    await fetchServices(reference, prefixes, fetchFile)
    return { reference, paths }
  }

  it('fetches each file once, and nothing for what is no service', async () => {
    const { reference, paths } = await fetched(['sns', 'sns', 'nope', '../x'], () => true)
    expect(paths).toEqual(['services.json', 'service/sns.json', 'detail/sns.json'])
    expect(reference.detail('sns')).not.toBeNull()
  })

  it('tries again what did not come', async () => {
    const { reference, paths } = await fetched(['sns'], (path) => path !== 'service/sns.json')
    expect(paths).toEqual(['services.json', 'service/sns.json', 'service/sns.json'])
    expect(reference.service('sns')).toBeNull()
  })
})
