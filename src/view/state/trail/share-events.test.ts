import { expect, it } from 'vitest'
import { EventClasses } from '../../../trail/asks/event-classes'
import { readTrail } from '../../../testing/read-at-once'
import { sampleTrail } from '../../../trail/sample-trail'
import { takeShared } from '../log/ask-file'
import { shareEvents } from './share-events'

it('what is handed over sums up to what every event by itself does', async () => {
  const records = [...sampleTrail({ events: 3_000, seed: 3 })]
  const { store, events } = readTrail(JSON.stringify({ Records: records }))
  const alone = new EventClasses()
  for (const event of events) alone.add(event)

  const { port1, port2 } = new MessageChannel()
  const shared = new EventClasses()
  const told: number[] = []
  const taken = takeShared(port2, shared, (done) => void told.push(done))
  await shareEvents(store, port1)
  await taken

  const byText = (classes: EventClasses) =>
    classes
      .of(null)
      .map((one) => JSON.stringify(Object.entries(one).sort()))
      .sort()
  expect(byText(shared)).toEqual(byText(alone))
  expect(shared.events).toBe(3_000)
  expect(shared.callers).toEqual(alone.callers)
  expect(told.at(-1)).toBeLessThan(3_000)
})
