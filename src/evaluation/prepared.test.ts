import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isBriefAlike, isPreparedAlike, PREPARED_CHECKS } from '../testing/prepared-checks'
import type { Vector } from '../testing/vector'

const folder = new URL('./vectors/', import.meta.url)
const VECTORS = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as readonly Vector[])
  .filter(({ request }) => request.action !== '' && request.resource !== '')

test.each(PREPARED_CHECKS)('%s', (_, holds) => {
  expect(holds()).toBe(true)
})

test('policies prepared once answer as each case alone, and a decision in brief is the one at length', () => {
  const some = VECTORS.filter((_, index) => index % 30 === 0)
  expect(some.length).toBeGreaterThan(90)
  const isPlain = ({ holes = [] }: Vector) => holes.length === 0
  expect(some.filter((vector) => isPlain(vector) && !isPreparedAlike(vector)).map(({ id }) => id)).toEqual([])
  expect(some.filter((vector) => !isBriefAlike(vector)).map(({ id }) => id)).toEqual([])
})
