// What the page loads when it wants an editor.
export { createPolicyEditor } from './policy-editor'
export { adoptTheme } from './setup'
