import { describe, expect, it } from 'vitest'
import { fuzz } from './fuzz.bench'

const RUNS = 3000

describe('hostile inputs', () => {
  it(`are read by every entry without an error and in time: ${RUNS} of them`, () => {
    expect(fuzz(RUNS, 1)).toEqual([])
  })
})
