import { expect, it } from 'vitest'
import { answerWaitsFor } from './answer-waits'
import { afterEngine, loadEngine } from './engine'

it('begins what stands beside an answer when the answer has all that it waits for, and all at once from then on', async () => {
  let come = () => undefined as void
  answerWaitsFor(
    new Promise((resolve) => {
      come = resolve
    }),
  )
  let asked = 0
  const load = afterEngine(async () => Promise.resolve((asked += 1)))
  const shown = load()
  await loadEngine()
  await new Promise((resolve) => {
    setTimeout(resolve, 20)
  })
  expect(asked).toBe(0)
  come()
  await shown
  expect(asked).toBeGreaterThan(0)
  const before = asked
  await load()
  expect(asked).toBe(before + 1)
})
