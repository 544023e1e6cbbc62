import { expect, test } from 'vitest'
import { KEPT_POLICY_CHECKS } from '../../testing/kept-policy-checks'

test.each(KEPT_POLICY_CHECKS)('%s', (_, holds) => {
  expect(holds()).toBe(true)
})
