// What the second stage of the first load holds; see engine.ts.
export { applyFoundPolicy } from '../../draft/apply-found-policy'
export { setPaste } from '../../draft/set-paste'
export { DiagnosisView } from '../diagnosis/DiagnosisView'
export { EvidenceDetails } from '../evidence/EvidenceDetails'
export { LayerBody } from '../policies/LayerBody'
export { diagnose } from './diagnose'
export { takeEvidence } from './take-evidence'
