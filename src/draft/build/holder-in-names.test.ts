import { expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../draft'
import { holderInNames } from './holder-in-names'

const named = (...names: readonly string[]): Draft => ({
  ...EMPTY_DRAFT,
  paste: 'AccessDenied',
  layers: {
    ...EMPTY_DRAFT.layers,
    identity: { state: 'given', policies: names.map((name) => ({ name, text: '{"Statement":[]}' })) },
  },
})

const WEB = 'arn:aws:iam::111122223333:role/web'

it('is the role whose ARN the names of its policies have', () => {
  expect(holderInNames(named(`pull on ${WEB}`, 'inline policy'))).toBe(WEB)
})

it('is nobody where the names have no ARN, or those of two', () => {
  expect(holderInNames(named('web role'))).toBeNull()
  expect(holderInNames(named(`pull on ${WEB}`, `push on ${WEB}-ci`))).toBeNull()
})
