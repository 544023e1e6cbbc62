// What finds the mistake of a policy that AWS did not accept, with all checks of policies; see diagnoser.ts.
export { documentMistake } from '../../explanation/causes/document-mistake'
