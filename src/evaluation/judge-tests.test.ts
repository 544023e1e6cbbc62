import { expect, test } from 'vitest'
import { KEPT_TEST_CHECKS } from '../testing/kept-test-checks'

test.each(KEPT_TEST_CHECKS)('%s', (_, holds) => {
  expect(holds()).toBe(true)
})
