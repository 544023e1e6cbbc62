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

  it('is known of what a reference stands for, unless another one covers what was asked', () => {
    const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/0a1b'
    const OBJECT = 'arn:aws:s3:::sea-depot/a'
    const asked = (action: string, resource: string, ...resources: readonly string[]) => {
      const Statement = resources.map((Resource) => ({ Effect: 'Allow', Action: '*', Resource }))
      const identity = [{ name: 'signer', document: { Version: '2012-10-17', Statement } }]
      const error = `User: arn:aws:sts::111122223333:assumed-role/tides/one is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
      const request = { principal: 'arn:aws:sts::111122223333:assumed-role/tides/one', action, resource }
      const seen = observe({ version: 1, error, request, policies: { identity } }, parseDenials(error)[0]!, [])
      return findResourceCauses(seen)
    }
    const [alias] = asked('kms:Sign', KEY, '${data.aws_kms_alias.seal.arn}')
    expect(alias).toMatchObject({ id: 'alias-is-not-its-key', strength: 'shown' })
    expect(alias?.fix.statements[0]?.resource).toBe(KEY)
    expect(asked('kms:Sign', KEY, '${data.aws_kms_alias.seal.target_key_arn}')).toEqual([])
    expect(asked('s3:GetObject', OBJECT, '${aws_s3_bucket.depot.arn}')[0]?.id).toBe('bucket-is-not-its-objects')
    expect(asked('s3:GetObject', OBJECT, '${aws_s3_bucket.depot.arn}', '${aws_s3_bucket.depot.arn}/*')).toEqual([])
  })
})
