import { describe, expect, it } from 'vitest'
import { readArrival } from './address'

describe('readArrival', () => {
  it.each([
    ['#1/abc', '', { kind: 'link', fragment: '1/abc' }],
    ['#99/abc', '', { kind: 'link', fragment: '99/abc' }],
    ['#error=Access%20Denied', '', { kind: 'error', text: 'Access Denied' }],
    ['', '?error=Access+Denied', { kind: 'error', text: 'Access Denied' }],
    ['#error=from+the+fragment', '?error=from+the+query', { kind: 'error', text: 'from the fragment' }],
  ])('reads %s %s', (hash, search, arrival) => {
    expect(readArrival({ hash, search })).toEqual(arrival)
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
