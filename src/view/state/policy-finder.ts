import { restoreCase } from '../../draft/file/case-file'
import type { PolicyPart } from '../../draft/paste/read-paste-with'
import { findPolicies } from '../../policy/find-policies'

/** What finds policies in a text, and reads the case of a file, as a part of its own. */
export const POLICY_PART: PolicyPart = { findPolicies, restoreCase }
