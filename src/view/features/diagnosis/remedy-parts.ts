// What is loaded once there is a verdict: how to repair, and what to fetch; see use-remedies.ts.

export { explainTreatment, scopeRemedy } from '../../../explanation/fixes/remedies'
export { besideQuestion, shownFirst } from './beside-question'
export { CombinedFixes } from './CombinedFixes'
export { FixList, OwnerMessageCard } from './FixList'
export { NextStepList } from './NextStepList'
export { FixTab } from './FixTab'
