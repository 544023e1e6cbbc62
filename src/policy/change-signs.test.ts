import { expect, it } from 'vitest'
import { applyEdits } from '../text/text-edit'
import { changeSigns } from './change-signs'

const changed = (text: string): string =>
  applyEdits(
    text,
    changeSigns(text).map(({ start, end, to }) => ({ span: [start, end], text: to })),
  )

it('takes away what a change takes away, and the signs of what it adds', () => {
  expect(JSON.parse(changed('@@ -1,3 +1,3 @@\n {\n-  "a": 1\n+  "a": 2\n }'))).toEqual({ a: 2 })
  expect(JSON.parse(changed('    + {\n    +   "a": 2\n    + }'))).toEqual({ a: 2 })
})

it('leaves the lists of YAML', () => {
  const yaml = 'Statement:\n  - Effect: Allow\n    Action: sqs:*\n- Effect: Deny'
  expect(changed(yaml)).toBe(yaml)
})
