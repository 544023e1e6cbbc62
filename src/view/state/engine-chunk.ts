// What the second stage of the first load holds; see engine.ts.
export { applyFoundPolicy } from '../../draft/apply-found-policy'
export { setPaste } from '../../draft/set-paste'
export { evaluateLinked } from '../../evaluation/evaluate-linked'
export { outcomeOf, worstOf } from '../../explanation/call'
export { explain } from '../../explanation/explain'
export { diagnose } from './diagnose'
export { takeEvidence } from './take-evidence'
