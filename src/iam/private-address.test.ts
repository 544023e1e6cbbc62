import { describe, expect, it } from 'vitest'
import { isPrivateAddress } from './private-address'

describe('isPrivateAddress', () => {
  it.each([
    '10.0.0.0/8',
    '10.1.2.3',
    '172.16.0.0/12',
    '172.31.255.1',
    '192.168.7.0/24',
    '100.64.0.0/10',
    '100.127.0.1',
    'fd12::1',
    '10.*',
    '172.16.*',
  ])('%s is', (text) => {
    expect(isPrivateAddress(text)).toBe(true)
  })

  it.each([
    '172.15.0.1',
    '172.32.0.0/16',
    '100.63.0.1',
    '100.128.0.1',
    '192.169.0.1',
    '198.51.100.7',
    '11.0.0.0/8',
    '2001:db8::1',
    '10.x',
    '172.16*',
    '*',
    '',
  ])('%s is not', (text) => {
    expect(isPrivateAddress(text)).toBe(false)
  })
})
