// What finds the mistake of a policy that AWS did not accept, with all checks of policies; see workbench-store.ts.
export { documentMistake } from '../../explanation/causes/document-mistake'
