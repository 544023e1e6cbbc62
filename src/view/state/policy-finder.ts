// What finds policies in a text, as a part of its own.
export { findPolicies } from '../../policy/find-policies'
