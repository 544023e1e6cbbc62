import { JSON_MESSAGES } from '../text/json-messages'
import { POLICY_MESSAGES } from './policy-messages'

/** What is said of a policy that is no JSON, or no policy. */
export const PROBLEM_MESSAGES = { ...JSON_MESSAGES, ...POLICY_MESSAGES }
