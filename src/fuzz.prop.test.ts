import { describe, expect, it } from 'vitest'
import { fuzz } from './fuzz.bench'

const RUNS = 3000

describe('hostile inputs', () => {
  // How long each takes is for the benchmark: here a machine may be slow.
  it(`are read by every entry without an error: ${RUNS} of them`, { timeout: 300_000 }, () => {
    expect(fuzz(RUNS, 1, { longest: Infinity })).toEqual([])
  })

  it('are told where one takes longer than it may', () => {
    expect(fuzz(20, 1, { longest: -1 })).toHaveLength(20)
  })
})
