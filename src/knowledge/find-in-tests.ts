import { findComparedValues } from './find-compared-values'
import { findConditionTraps } from './find-condition-traps'
import { LATE_IN_TESTS } from './likely-causes'

// The rows that tests of given policies show: what they compare with, and what they do beside what is expected of them.
LATE_IN_TESTS.give({ comparedValues: findComparedValues, conditionTraps: findConditionTraps })
