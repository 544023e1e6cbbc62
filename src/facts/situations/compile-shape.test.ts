import { expect, it } from 'vitest'
import { patternOfShape } from './compile-shape'

it('brackets around alternatives are a choice, and others stand in the sentence', () => {
  expect('the role was deleted').toMatch(patternOfShape('the role (was|is) deleted'))
  expect('the linked role (SLR) was deleted').toMatch(patternOfShape('linked role (SLR) was deleted'))
  expect('the linked role SLR was deleted').not.toMatch(patternOfShape('linked role (SLR) was deleted'))
})
