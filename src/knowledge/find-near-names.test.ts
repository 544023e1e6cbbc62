import { describe, expect, it } from 'vitest'
import { isSlip } from './find-near-names'

describe('two names of which one is a slip of the other', () => {
  it.each([
    ['a letter that was doubled', 'teal-up', 'teal-upp'],
    ['a letter that was left out', 'prod/db-password', 'prod/db-pasword'],
    ['two letters that changed places', 'table/orders', 'table/ordres'],
    ['another letter', 'invoices', 'involces'],
    ['the case of a letter, also in a short name', 'jobs', 'Jobs'],
    ['a stroke of another kind', 'teal_archive', 'teal-archive'],
  ])('%s', (_, one, other) => {
    expect(isSlip(one, other)).toBe(true)
    expect(isSlip(other, one)).toBe(true)
  })

  it.each([
    ['the same name', 'orders', 'orders'],
    ['a number that tells two things apart', 'shard-1', 'shard-2'],
    ['a stage', 'orders-dev', 'orders-prod'],
    ['short names', 'api', 'app'],
    ['a short word of its own', 'data-in', 'data-on'],
    ['one letter for a name', 'feed-a', 'feed-b'],
    ['an id', 'i-0a1b2c3d', 'i-0a1b2c3e'],
    ['a longer name', 'orders', 'orders-archive'],
    ['something that is hidden', 'orders', 'order*'],
  ])('but not %s', (_, one, other) => {
    expect(isSlip(one, other)).toBe(false)
    expect(isSlip(other, one)).toBe(false)
  })
})
