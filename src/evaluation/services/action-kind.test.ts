import { expect, test } from 'vitest'
import { ACTION_KIND_CHECKS } from '../../testing/action-kind-checks'

test.each(ACTION_KIND_CHECKS)('%s', (_, holds) => {
  expect(holds()).toBe(true)
})
