import { expect, test } from 'vitest'
import { TEXT_CLASS_CHECKS } from '../../testing/text-class-checks'

test.each(TEXT_CLASS_CHECKS)('%s', (_, holds) => {
  expect(holds()).toBe(true)
})
