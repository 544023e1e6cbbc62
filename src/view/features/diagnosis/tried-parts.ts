// What is shown of a change that is tried here; it is loaded beside what can be tried, see use-remedies.ts.

export { TriedActions, TriedChange, wordsOfBlank } from './TriedChange'
export { triedChanges } from '../../../diagnosis/tried-fix'
