import { describe, expect, it } from 'vitest'
import { secondsPassed, toggled, type Session } from './session-in-progress'

const NEW: Session = { minutes: new Map(), passed: 0, startedAt: null }

describe('the timer of a session', () => {
  it('goes by the clock, however seldom it is looked at', () => {
    const running = toggled(NEW, 1_000)
    expect(secondsPassed(running, 1_999)).toBe(0)
    expect(secondsPassed(running, 601_000)).toBe(600)
  })

  it('stands while it is stopped, and goes on from there', () => {
    const stopped = toggled(toggled(NEW, 1_000), 61_000)
    expect(secondsPassed(stopped, 999_000)).toBe(60)
    expect(secondsPassed(toggled(stopped, 1_000_000), 1_005_000)).toBe(65)
  })

  it('never runs back where the clock of the machine is set back', () => {
    expect(secondsPassed(toggled(NEW, 10_000), 5_000)).toBe(0)
  })
})
