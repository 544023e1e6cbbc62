import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startHeavyWorker } from '../heavy/start-worker'
import { readLogFile } from './log-reader'

/** A worker that does what it is told in place of answering. */
const workerThat = (act: (worker: EventTarget) => void) =>
  class extends EventTarget {
    postMessage() {
      act(this)
    }
    terminate = () => undefined
  }

const FAILURES: Readonly<Record<string, (worker: EventTarget) => void>> = {
  'breaks or does not load': (worker) => queueMicrotask(() => worker.dispatchEvent(new Event('error'))),
  'says what cannot be read': (worker) => queueMicrotask(() => worker.dispatchEvent(new Event('messageerror'))),
  'cannot be asked': () => {
    throw new Error('DataCloneError')
  },
}

// A browser without locks: what is told is told by events alone.
beforeEach(() => vi.stubGlobal('navigator', {}))
afterEach(() => vi.unstubAllGlobals())

it('a log whose worker fails is read in another one, once', async () => {
  let started = 0
  vi.stubGlobal(
    'Worker',
    workerThat((worker) => {
      started += 1
      const data = { kind: 'log', log: { entries: [], records: null, length: 4, removed: 0 } }
      queueMicrotask(() =>
        worker.dispatchEvent(started === 1 ? new Event('error') : new MessageEvent('message', { data })),
      )
    }),
  )
  const { outcome } = readLogFile(new Blob(['line']), () => undefined)
  expect(await outcome).toMatchObject({ kind: 'log', log: { length: 4 } })
  expect(started).toBe(2)
})

describe('a worker that gives no answer', () => {
  it.each(Object.entries(FAILURES))('is told by the log that it reads: one that %s', async (_what, act) => {
    vi.stubGlobal('Worker', workerThat(act))
    const { outcome, excerpt } = readLogFile(new Blob(['line']), () => undefined)
    expect(await outcome).toEqual({ kind: 'problem', problem: 'worker-failed' })
    expect(await excerpt(0)).toBeNull()
  })

  it.each(['error', 'messageerror'])('is told to who hired it: %s', (event) => {
    const hired = new EventTarget()
    // A constructor that gives an object gives this one.
    vi.stubGlobal('Worker', function () {
      return hired
    })
    const failed = vi.fn()
    startHeavyWorker(() => undefined, failed)
    hired.dispatchEvent(new Event(event))
    expect(failed).toHaveBeenCalledOnce()
  })
})
