// What the second stage of the first load holds; see engine.ts.
export { callChecks } from '../../diagnosis/call-checks'
export { putPolicy, takeEvidence } from '../../diagnosis/take-evidence'
export { maskTyped } from '../../draft/file/mask-credentials'
export { withoutCredentials } from '../../draft/file/without-credentials'
export { draftSize } from '../../draft/draft-size'
export { setPaste } from '../../draft/paste/set-paste'
export { worstOf } from '../../evaluation/call-outcome'
export { createDiagnoser } from './diagnoser'
export { fetchLateParts, LOAD_SITUATIONS } from './late-parts'
export { finderFor, readText, withNameOfFile } from './read-text'

/** What writes and reads a case as it is stored: no answer waits for it. */
export const loadStoredCases = () => import('./keep/stored-case')
