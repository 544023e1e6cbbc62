import fc from 'fast-check'
import { CARRIERS, ENCODINGS } from './secret-wrappers'

/** For tests: what draws a secret (a seed, see `secretsOf`), the name of what it is written in, and of how that is encoded. */
export const anyCarried = fc.record({
  // Nothing shrinks or leans towards small values, since a secret does neither.
  seed: fc.noShrink(fc.noBias(fc.integer())),
  carrier: fc.constantFrom(...Object.keys(CARRIERS)),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
})
