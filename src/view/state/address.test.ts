import { describe, expect, it } from 'vitest'
import { MAX_ERROR } from '../../permalink/error-link'
import { readArrival } from './address'

describe('readArrival', () => {
  it.each([
    ['#1/abc', '', { kind: 'link', fragment: '1/abc' }],
    ['#99/abc', '', { kind: 'link', fragment: '99/abc' }],
    ['#1/abc&step=3', '', { kind: 'link', fragment: '1/abc&step=3' }],
    ['#error=Access%20Denied', '', { kind: 'error', text: 'Access Denied' }],
    ['', '?error=Access+Denied', { kind: 'error', text: 'Access Denied' }],
    ['#error=from+the+fragment', '?error=from+the+query', { kind: 'error', text: 'from the fragment' }],
  ])('reads %s %s', (hash, search, arrival) => {
    expect(readArrival({ hash, search })).toEqual(arrival)
  })

  it.each([
    ['#error=', ''],
    ['', '?error='],
  ])('says of an error behind %s%s that it is too long', (hash, search) => {
    const error = 'a'.repeat(MAX_ERROR + 1)
    expect(readArrival({ hash: hash && hash + error, search: search && search + error })).toMatchObject({
      kind: 'problem',
      problem: { code: 'error-too-long' },
    })
  })

  it.each([
    ['', ''],
    ['#/learn', ''],
    ['#/trail', ''],
    ['#error=', '?error=%20'],
    ['#x/1', '?other=1'],
  ])('finds nothing in %s %s', (hash, search) => {
    expect(readArrival({ hash, search })).toBeNull()
  })
})
