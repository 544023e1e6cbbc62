// What the page loads when it wants an editor.
export { createPolicyDiff } from './policy-diff'
export { createPolicyEditor } from './policy-editor'
export { adoptTheme } from './setup'
