import { restoreCase } from '../draft/file/case-file'
import { findPolicies } from '../policy/find-policies'
import type { WholeParts } from './whole-parts'
import { GIVEN_PART } from './late-given'
import { ROW_MESSAGES } from './late-rows'
import { TELLING } from './late-telling'

/** Every part of an answer, for who does not load them one by one. */
export const ALL_PARTS: WholeParts = {
  rows: ROW_MESSAGES,
  policies: { findPolicies, restoreCase },
  given: GIVEN_PART,
  telling: TELLING,
}
