import type { FoundPolicy } from './found-policy'
import { looksLikeYaml } from './looks-like-yaml'
import { managedNeeds } from './managed-names'
import type { PolicyNeeds } from './policy-readers'

/** A member that each policy has one of, or that says what is attached: its name, as it ends, before what it is set to. */
const MEMBER =
  /(?:statements?|effect|actions?|condition|document|content|polic(?:y|ies)|boundary)["'`\\\u2018-\u201E]{0,9}\s{0,40}[:=]/i

/** Calls of programs that make a policy, and what configurations and commands make one of. */
const MADE =
  /(?:grant\w{0,40}|permission(?:command)?|policy(?:statement|document)|role)\s{0,9}\(|jsonencode|"aws_|::Permission|add-permission/i

/** Policies in another coding: percent-encoded, or with quotes that JSON writes as numbers. */
const CODED = /%[57]B|\\u0022/i

const hasSign = (text: string): boolean => MEMBER.test(text) || MADE.test(text) || CODED.test(text)

/**
 * May there be a policy in a text? Where not, `findPolicies` finds none without readers, and is therefore loaded only for a
 * text that has one of these signs: few bare errors do. `written`: what the text comes to, see `changedText`.
 */
export const mayHoldPolicies = (text: string, written: string): boolean => hasSign(text) || hasSign(written)

/** The name of a policy template of SAM, as the key of an object. */
const NAMES_TEMPLATE = /\b[A-Z][A-Za-z\d]{2,60}Policy"\s{0,8}:\s{0,8}(?:\{|null\b)/

/** What a text as it was written, with the policies that were found in it without any reader, needs readers for. */
export const policyNeeds = (written: string, found: readonly FoundPolicy[]): PolicyNeeds => ({
  yaml: looksLikeYaml(written) || NAMES_TEMPLATE.test(written),
  managed: managedNeeds(written, found),
})
