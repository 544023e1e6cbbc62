import { expect, test } from 'vitest'
import { isBriefAlike, isPreparedAlike, PREPARED_CHECKS } from '../testing/prepared-checks'
import type { Vector } from '../testing/vector'
import { vectorsIn } from '../testing/read-vectors'

const VECTORS = vectorsIn<Vector>('evaluation/vectors').filter(
  ({ request }) => request.action !== '' && request.resource !== '',
)

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
