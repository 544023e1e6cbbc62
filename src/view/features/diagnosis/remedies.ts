// What is loaded once there is a verdict: how to repair, and what to fetch; see use-remedies.ts.
export { answerFixes } from '../../../explanation/answer/answer-fixes'
export { ownerMessage } from '../../../explanation/answer/owner-message'
export { primaryAction } from '../../../explanation/answer/primary-action'
export { explainChecklist } from '../../../explanation/checklist'
export { explainNextSteps } from '../../../explanation/steps/next-steps'
export { oneScript } from '../../../explanation/steps/one-script'
export { FixList } from './FixList'
export { NextStepList } from './NextStepList'
