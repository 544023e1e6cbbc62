import { describe, expect, it } from 'vitest'
import { parseSession, secondsPassed, toggled, writeSession, type Session } from './session-in-progress'

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

describe('a session in a stored text', () => {
  it('is the one that was written, with its timer', () => {
    const session: Session = { minutes: new Map([['a-deny-wins', 9]]), passed: 61_000, startedAt: 5_000 }
    expect(parseSession(writeSession(session))).toEqual(session)
    expect(secondsPassed(parseSession(writeSession(session)), 10_000)).toBe(66)
  })

  it('is a new one where the text is another', () => {
    const fresh = parseSession(null)
    expect(fresh.minutes.size).toBeGreaterThan(0)
    for (const text of ['', '{', 'null', '[]', '{"minutes":[],"passed":-1,"startedAt":null}', '{"minutes":{}}'])
      expect(parseSession(text)).toEqual(fresh)
    expect(
      parseSession('{"minutes":[["a",3],["b",0],["c",61],["d","9"],5,["e"]],"passed":0,"startedAt":null}').minutes,
    ).toEqual(new Map([['a', 3]]))
  })
})
