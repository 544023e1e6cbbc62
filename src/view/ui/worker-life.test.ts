import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

it('a worker begins its work when it holds its lock, and says so first', async () => {
  const told: string[] = []
  const target = new EventTarget()
  let grant: () => unknown = () => undefined
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target))
  vi.stubGlobal('dispatchEvent', target.dispatchEvent.bind(target))
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      constructor(private readonly name: string) {}
      postMessage(message: string) {
        told.push(`${this.name}: ${message}`)
      }
      close() {
        return undefined
      }
    },
  )
  const request = (name: string, held: () => unknown) => {
    told.push(`asks for ${name}`)
    grant = held
    return new Promise(() => undefined)
  }
  vi.stubGlobal('navigator', { locks: { request } })
  await import('./worker-life')
  target.addEventListener('message', (event) => told.push(String((event as MessageEvent).data)))
  const send = (data: unknown) => target.dispatchEvent(new MessageEvent('message', { data }))

  send({ life: 'lock' })
  send('first')
  send('second')
  expect(told).toEqual(['asks for lock'])
  grant()
  await vi.waitFor(() => expect(told).toHaveLength(4))
  send('third')
  expect(told).toEqual(['asks for lock', 'lock: begun', 'first', 'second', 'third'])
})
