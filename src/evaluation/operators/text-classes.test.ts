import { expect, test } from 'vitest'
import { TEXT_CLASS_CHECKS, TEXT_OF_BOTH_CHECKS } from '../../testing/text-class-checks'

test.each([...TEXT_CLASS_CHECKS, ...TEXT_OF_BOTH_CHECKS])('%s', (_, holds) => {
  expect(holds()).toBe(true)
})
