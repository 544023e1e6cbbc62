import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startTwice, whenWorkerFails } from './worker-failure'

class Hired extends EventTarget {
  isEnded = false
  terminate = () => {
    this.isEnded = true
  }
}

beforeEach(() => {
  vi.stubGlobal('navigator', {})
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Workers of `startTwice`, and how often their work was begun and said to have failed. */
function start() {
  const hired: Hired[] = []
  const [begun, failed] = [vi.fn(), vi.fn()]
  const hire = () => {
    const worker = new Hired()
    hired.push(worker)
    return worker as unknown as Worker
  }
  return { hired, begun, failed, twice: startTwice(hire, begun, failed) }
}

it('a worker that fails is ended, and another begins anew; where that fails too it is said once', () => {
  const { hired, begun, failed } = start()
  hired[0]!.dispatchEvent(new Event('error'))
  hired[0]!.dispatchEvent(new Event('messageerror'))
  expect(hired.map(({ isEnded }) => isEnded)).toEqual([true, false])
  expect(begun.mock.calls).toEqual([[hired[0]], [hired[1]]])
  expect(failed).not.toHaveBeenCalled()
  hired[1]!.dispatchEvent(new Event('error'))
  hired[1]!.dispatchEvent(new Event('error'))
  expect(failed).toHaveBeenCalledOnce()
  expect(hired).toHaveLength(2)
})

it('nothing begins anew, and nothing is said, once it was ended', () => {
  const { hired, failed, twice } = start()
  twice.end()
  hired[0]!.dispatchEvent(new Event('error'))
  vi.runAllTimers()
  expect([hired.length, hired[0]!.isEnded, failed.mock.calls.length]).toEqual([1, true, 0])
})

it('where the browser starts none it is said after this turn', () => {
  const failed = vi.fn()
  const none = () => {
    throw new Error('none')
  }
  startTwice(none, () => undefined, failed)
  expect(failed).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(failed).toHaveBeenCalledOnce()
})

it.each([
  ['a worker that ends without a word has failed', false, 1],
  ['one that the page ends has not, though its lock is given when it was ended', true, 0],
])('%s', (_, isEnded, times) => {
  let free = () => {}
  const request = (_name: string, _options: object, granted: () => void) => {
    free = granted
    return new Promise(() => {})
  }
  vi.stubGlobal('navigator', { locks: { request } })
  const channel = Object.assign(new EventTarget(), { close: () => {} })
  vi.stubGlobal('BroadcastChannel', function opened() {
    return channel
  })
  const worker = Object.assign(new Hired(), { postMessage: () => {} })
  const failed = vi.fn()
  whenWorkerFails(worker as unknown as Worker, failed)
  channel.dispatchEvent(new Event('message'))
  if (isEnded) worker.terminate()
  free()
  expect(failed).toHaveBeenCalledTimes(times)
})
