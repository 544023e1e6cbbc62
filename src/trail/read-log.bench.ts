import { bench, describe } from 'vitest'
import { excerptOf } from './excerpt'
import { readLog } from './read-log'
import { sampleLog } from '../testing/sample-log'

const MEGABYTE = 1_000_000

function readWhole(text: string) {
  const reading = readLog(text)
  for (;;) {
    const step = reading.next()
    if (step.done) return step.value
  }
}

describe('reading a log is linear in its size', () => {
  for (const size of [1, 2, 5, 10]) {
    const text = sampleLog({ length: size * MEGABYTE, denials: size * 100 })
    bench(`${size} MB, ${size * 100} denials`, () => void readWhole(text), { iterations: 3, warmupIterations: 1 })
  }
})

describe('opening one denial of 10 MB', () => {
  const reading = readWhole(sampleLog({ length: 10 * MEGABYTE, denials: 1_000 }))
  if (reading.kind !== 'log') throw new Error('This was not read as a log.')
  bench('its excerpt', () => void reading.denials.slice(500, 501).map((denial) => excerptOf(reading.text, denial)))
})
