// What is loaded once there is a verdict: how to repair, and what to fetch; see use-remedies.ts.
export { explainRemedies } from '../../../explanation/remedies'
export { FixList } from './FixList'
export { NextStepList } from './NextStepList'
