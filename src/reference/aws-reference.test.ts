import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  completeService,
  dependentActions,
  operationExceptions,
  readServiceFile,
  readServiceList,
} from '../../.ci/aws-reference.mjs'
import { encodeService } from '../../.ci/reference-encode.mjs'
import { decodeService, type ServiceFile } from './service-reference'

const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.url))
const BOOKS: unknown = JSON.parse(readFileSync(join(FIXTURES, 'books.json'), 'utf8'))

describe("AWS's own service reference", () => {
  const books = readServiceFile(BOOKS)

  it('gives each action the level that its properties mean', () => {
    expect(books.actions.map(({ name, accessLevel }) => [name, accessLevel])).toEqual([
      ['GetBook', 'Read'],
      ['LendBook', 'Write'],
      ['ListBooks', 'List'],
      ['TagBook', 'Tagging'],
      ['PutBookPolicy', 'Permissions management'],
    ])
  })

  it('tells operations of another name, and what an operation needs besides its own action', () => {
    expect(operationExceptions(books)).toEqual({ HeadBook: ['books:GetBook'] })
    expect(dependentActions(books)).toEqual({ 'books:LendBook': ['iam:PassRole'] })
  })

  it('adds what is new to the reference of the build, and keeps what that says', () => {
    const known = {
      prefix: 'books',
      name: 'Books',
      actions: [{ name: 'getbook', accessLevel: 'Read', description: 'kept', conditionKeys: [], resourceTypes: [] }],
      resourceTypes: [],
      keys: [{ key: 'books:color', type: 'String', description: 'kept' }],
    }
    const both = completeService(known, books)
    const service = decodeService(encodeService(both) as ServiceFile)
    expect(service.actions.map(({ name }) => name)).toEqual([
      'LendBook',
      'ListBooks',
      'PutBookPolicy',
      'TagBook',
      'getbook',
    ])
    expect(both.actions.find(({ name }) => name === 'getbook')).toMatchObject({ description: 'kept' })
    expect(service.byName.get('lendbook')?.resources.map(({ type }) => type.name)).toEqual(['book'])
  })

  it('refuses another format with a sentence', () => {
    expect(() => readServiceList({})).toThrow('the list of services is not a list')
    expect(() => readServiceFile({ Name: 'x', Actions: [{}] })).toThrow('an action has no Name')
    expect(() => readServiceFile({ Name: 'x', Actions: {} })).toThrow('Actions is not a list')
  })

  it('is written by the refresh as the build and the reader of errors take it', () => {
    const to = mkdtempSync(join(tmpdir(), 'refresh-'))
    const script = fileURLToPath(new URL('../../.ci/reference-refresh.mjs', import.meta.url))
    const { status, stderr } = spawnSync(process.execPath, [script, '--from', FIXTURES, '--to', to], {
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
    const written = (path: string) => JSON.parse(readFileSync(join(to, path), 'utf8'))
    expect(written('iam/aws-operations.json').operations).toEqual({ books: { HeadBook: ['books:GetBook'] } })
    expect(written('reference/aws-dependents.json').actions).toEqual({ 'books:LendBook': ['iam:PassRole'] })
    expect(Object.keys(written('reference/aws-reference.json').services)).toEqual(['books'])
    rmSync(to, { recursive: true })
  })
})
