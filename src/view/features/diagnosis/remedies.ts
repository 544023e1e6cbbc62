// What is loaded once there is a verdict: how to repair, and what to fetch; see use-remedies.ts.
export { explainChecklist } from '../../../explanation/checklist'
export { explainFixes } from '../../../explanation/fixes/explain-fixes'
export { explainNextSteps } from '../../../explanation/steps/next-steps'
export { FixList } from './FixList'
export { NextStepList } from './NextStepList'
