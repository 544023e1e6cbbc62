import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft'
import { restoreUnplaced } from './stored-unplaced'
import { takePaste } from './take-paste'

const POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'

const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('policies that wait for a layer', () => {
  const { asked } = takePaste(EMPTY_DRAFT, POLICY)

  it('come back as they were', () => {
    expect(asked).toHaveLength(1)
    expect(restoreUnplaced(kept(asked))).toEqual(asked)
  })

  it('come back without credentials', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    const tampered = [{ ...asked[0]!, policy: { ...asked[0]!.policy, text: `aws_secret_access_key = ${secret}` } }]
    const [restored] = restoreUnplaced(kept(tampered))
    expect(restored!.policy.text).not.toContain(secret.slice(0, 8))
  })

  it.each([[null], ['x'], [{}], [[1, null, {}]], [[{ policy: {}, reason: 'constructor' }]]])(
    'are none in %j',
    (value) => {
      expect(restoreUnplaced(value)).toEqual([])
    },
  )

  it('come back alone where another beside them does not fit', () => {
    expect(restoreUnplaced([{}, ...asked])).toEqual(asked)
  })
})
