import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { findResourceCauses } from './find-arn-traps'
import { observe } from './observe'

const INDEX = 'arn:aws:dynamodb:eu-west-1:111122223333:table/visits/index/byDay'
const DENIED = `User: arn:aws:sts::111122223333:assumed-role/reports/one is not authorized to perform: dynamodb:Query on resource: ${INDEX} because no identity-based policy allows the dynamodb:Query action`

const idsOf = (paste: string) => {
  const denial = parseDenials(paste)[0]!
  const request = { principal: denial.principal!, action: 'dynamodb:Query', resource: INDEX }
  return findResourceCauses(observe({ version: 1, error: paste, request, policies: {} }, denial, [])).map(
    ({ id }) => id,
  )
}

describe('a resource that people write in the place of another', () => {
  it('is thought of where the resource of the request alone suggests it', () => {
    expect(idsOf(DENIED)).toContain('table-is-not-its-index')
  })

  it('is not where the text says that the other one is granted', () => {
    expect(idsOf(`${DENIED}\nthe role has Scan on table/visits and table/visits/index/*`)).not.toContain(
      'table-is-not-its-index',
    )
  })

  it('is shown by the policy alone where no call of the action ever asks for it, as for an alias of a key', () => {
    const ofKey = (action: string, ...resources: readonly string[]) => {
      const Statement = resources.map((Resource) => ({ Effect: 'Allow', Action: 'kms:*', Resource }))
      const identity = [{ name: 'reader', document: { Version: '2012-10-17', Statement } }]
      const request = { principal: '', action, resource: '' }
      return findResourceCauses(observe({ version: 1, error: '', request, policies: { identity } }, null, [])).map(
        ({ id }) => id,
      )
    }
    const alias = 'arn:aws:kms:eu-west-1:111122223333:alias/parameters'
    expect(ofKey('kms:Decrypt', alias)).toContain('alias-is-not-its-key')
    expect(ofKey('kms:Decrypt', alias, 'arn:aws:kms:eu-west-1:111122223333:key/0a1b')).toEqual([])
    expect(ofKey('kms:UpdateAlias', alias)).toEqual([])
  })
})
