import { findComparedValues } from './find-compared-values'
import { findConditionTraps } from './find-condition-traps'
import type { FindInTests } from './likely-causes'

/** The rows that tests of given policies show: what they compare with, and what they do beside what is expected of them. */
export const FIND_IN_TESTS: FindInTests = { comparedValues: findComparedValues, conditionTraps: findConditionTraps }
