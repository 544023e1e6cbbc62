/** What the page sends first: the name of a lock that the worker holds for as long as it lives. */
interface Life {
  readonly life: string
}

const isLife = (data: unknown): data is Life => typeof (data as Partial<Life> | null)?.life === 'string'

/** What came before the lock is held; null where nothing waits for one. A worker at its work asks for none. */
let waiting: MessageEvent<unknown>[] | null = null

function begin(life: string) {
  const channel = new BroadcastChannel(life)
  channel.postMessage('begun')
  channel.close()
  setTimeout(() => {
    const held = waiting ?? []
    waiting = null
    for (const { data, ports } of held) dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }))
  })
}

// Imported first, so that no other listener of the worker hears of it.
addEventListener('message', (event: MessageEvent<unknown>) => {
  const { data } = event
  if (isLife(data)) {
    event.stopImmediatePropagation()
    waiting = []
    const { life } = data
    navigator.locks
      .request(life, () => {
        begin(life)
        return new Promise(() => undefined)
      })
      .catch(() => begin(life))
  } else if (waiting !== null) {
    event.stopImmediatePropagation()
    waiting.push(event)
  }
})

export {}
