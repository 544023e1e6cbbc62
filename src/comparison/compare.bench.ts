// What the bench of comparisons is made of (.ci/compare-bench.mjs).
export { createReference } from '../reference/create-reference'
export { compareAccess } from './compare-access'
export { policiesOfText } from './policies-of-text'
