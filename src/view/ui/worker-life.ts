/** What the page sends first: the name of a lock that the worker holds for as long as it lives. */
interface Life {
  readonly life: string
}

const isLife = (data: unknown): data is Life => typeof (data as Partial<Life> | null)?.life === 'string'

// Imported first, so that no other listener of the worker hears of it.
addEventListener('message', (event: MessageEvent<unknown>) => {
  const { data } = event
  if (!isLife(data)) return
  event.stopImmediatePropagation()
  void navigator.locks.request(data.life, () => new Promise(() => undefined))
  const channel = new BroadcastChannel(data.life)
  channel.postMessage('begun')
  channel.close()
})
