import { pastedValues } from '../draft/build/pasted-values'
import { FIND_IN_TESTS } from '../knowledge/find-in-tests'
import type { GivenPart } from './whole-parts'
import { explainFindings } from './findings/explain-findings'

/** Whatever needs a policy to be given, as a part of its own. */
export const GIVEN_PART: GivenPart = { pastedValues, findInTests: FIND_IN_TESTS, explainFindings }
