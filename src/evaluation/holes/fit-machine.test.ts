import { expect, test } from 'vitest'
import { FIT_MACHINE_CHECKS } from '../../testing/fit-machine-checks'

test.each(FIT_MACHINE_CHECKS)('%s', (_, holds) => {
  expect(holds()).toBe(true)
})
