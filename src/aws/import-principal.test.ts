import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFakeAws, type FakeAccount, type FakeAws } from '../../e2e/aws/fake-aws'
import { createClients, prepareRequest } from './client'
import { CredentialHolder } from './credential-holder'
import { GetUserCommand } from '@aws-sdk/client-iam'
import { endpointsOf } from './hosts'
import { importPrincipal } from './import-principal'
import { importTargetOf } from './import-target'

const ALLOW = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::b+c/*' }],
})
const READ = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
const LIMIT = 'arn:aws:iam::123456789012:policy/team/Limit'

const ACCOUNT: FakeAccount = {
  account: '123456789012',
  caller: { arn: 'arn:aws:sts::123456789012:assumed-role/Reader/me', userId: 'AROAEXAMPLE:me' },
  users: {
    alice: {
      path: '/team/',
      inline: { own: ALLOW('s3:GetObject') },
      attached: [READ],
      groups: ['G1'],
      boundary: LIMIT,
    },
  },
  groups: { G1: { inline: { shared: ALLOW('s3:PutObject') }, attached: [READ] } },
  roles: {
    App: {
      path: '/svc/',
      tags: { team: 'a b', stage: '' },
      inline: { a: ALLOW('sqs:*'), b: ALLOW('sns:*') },
      trust: ALLOW('sts:AssumeRole'),
    },
  },
  managed: { [READ]: ALLOW('*:Get*'), [LIMIT]: ALLOW('s3:*') },
}
const KEY = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret/+x', sessionToken: 'token+/=' }

let fake: FakeAws
let holder: CredentialHolder
beforeEach(async () => {
  fake = await startFakeAws(ACCOUNT, KEY)
  holder = new CredentialHolder()
  holder.hold({ ...KEY, expiration: null, region: null })
})
afterEach(() => fake.close())

const clients = () => createClients(endpointsOf('aws', undefined, fake.url), holder, null)
const read = (arn: string, options: Partial<Parameters<typeof importPrincipal>[2]> = {}) =>
  importPrincipal(clients().iam, importTargetOf(arn)!, { signal: new AbortController().signal, ...options })

describe('importPrincipal', () => {
  it('reads a user with inline, attached and group policies and a boundary, managed ones once', async () => {
    const user = await read('arn:aws:iam::123456789012:user/alice')
    expect(user.arn).toBe('arn:aws:iam::123456789012:user/team/alice')
    expect(user.identity.map(({ name, source }) => `${source} ${name}`).sort()).toEqual([
      'group:G1 ReadOnlyAccess',
      'group:G1 shared',
      'user ReadOnlyAccess',
      'user own',
    ])
    expect(JSON.parse(user.identity.find(({ name }) => name === 'own')!.text)).toEqual(ALLOW('s3:GetObject'))
    expect(user.boundary).toMatchObject({ name: 'Limit' })
    expect(user.failures).toEqual([])
    expect(fake.calls.filter(({ operation }) => operation === 'GetPolicyVersion')).toHaveLength(2)
    expect(user.calls).toBe(fake.calls.length)
  })

  it('reads a role by its session, with its trust policy, over several pages', async () => {
    fake.behaviour.pageSize = 1
    const role = await read('arn:aws:sts::123456789012:assumed-role/App/session')
    expect(role.arn).toBe('arn:aws:iam::123456789012:role/svc/App')
    expect(role.identity.map(({ name }) => name).sort()).toEqual(['a', 'b'])
    expect(role.trusts).toEqual([
      { role: 'arn:aws:iam::123456789012:role/svc/App', text: JSON.stringify(ALLOW('sts:AssumeRole'), null, 2) },
    ])
    expect(role.tags).toEqual({ team: 'a b', stage: '' })
    expect(role.boundary).toBeNull()
  })

  it('reports what it could not read and keeps the rest', async () => {
    fake.behaviour.denied.add('GetUser').add('ListGroupsForUser')
    const user = await read('arn:aws:iam::123456789012:user/alice')
    expect(user.identity.map(({ name }) => name).sort()).toEqual(['ReadOnlyAccess', 'own'])
    expect(user.boundary).toBeUndefined()
    expect(user.failures.map(({ operation, cause }) => [operation, cause])).toEqual([
      ['GetUser', 'not-allowed'],
      ['ListGroupsForUser', 'not-allowed'],
    ])
  })

  it('tries again when throttled', async () => {
    fake.behaviour.throttled.set('GetRole', 1)
    expect((await read('arn:aws:iam::123456789012:role/App')).failures).toEqual([])
  })

  it('stops when cancelled', async () => {
    const controller = new AbortController()
    const user = await read('arn:aws:iam::123456789012:user/alice', {
      signal: controller.signal,
      onProgress: (done) => done === 2 && controller.abort(),
    })
    expect(user.cancelled).toBe(true)
    expect(user.failures).toEqual([])
    expect(fake.calls.length).toBeLessThan(8)
  })

  it('answers for wrong and for forgotten credentials', async () => {
    holder.hold({ ...KEY, secretAccessKey: 'wrong', expiration: null, region: null })
    expect((await read('arn:aws:iam::123456789012:role/App')).failures[0]).toMatchObject({ cause: 'wrong-credentials' })
    holder.forget()
    expect((await read('arn:aws:iam::123456789012:role/App')).failures[0]).toMatchObject({ cause: 'no-credentials' })
  })
})

describe('the clients', () => {
  it('send no retry headers', async () => {
    await read('arn:aws:iam::123456789012:role/App')
    for (const { headers } of fake.calls) expect(headers.filter((name) => name.startsWith('amz-sdk'))).toEqual([])
  })

  it('show the exact request without sending or signing it', async () => {
    const request = await prepareRequest(endpointsOf('aws'), ({ iam }) =>
      iam.send(new GetUserCommand({ UserName: 'a' })),
    )
    expect(request).toEqual({
      host: 'https://iam.amazonaws.com',
      parameters: [
        ['Action', 'GetUser'],
        ['Version', '2010-05-08'],
        ['UserName', 'a'],
      ],
    })
    expect(fake.calls).toEqual([])
  })
})
