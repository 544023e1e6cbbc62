import { changedText } from './change-signs'
import type { FoundPolicy } from './found-policy'
import { looksLikeYaml } from './looks-like-yaml'
import { managedNeeds } from './managed-names'
import type { PolicyNeeds } from './policy-readers'

/** Longer texts are exports, which nobody decorated. */
export const LONGEST_CLEANED = 2_000_000

/** A member that each policy has one of, or that says what is attached: its name, as it ends, before what it is set to. */
const MEMBER =
  /(?:statements?|effect|actions?|condition|document|content|polic(?:y|ies)|boundary)["'`\\\u2018-\u201E]{0,9}\s{0,40}[:=]/i

/** Calls of programs that make a policy, and what configurations and commands make one of. */
const MADE =
  /(?:grant\w{0,40}|permission(?:command)?|policy(?:statement|document)|role)\s{0,9}\(|jsonencode|"aws_|::Permission|add-permission/i

/** Policies in another coding: percent-encoded, or with quotes that JSON writes as numbers. */
const CODED = /%[57]B|\\u0022/i

const hasSign = (text: string): boolean => MEMBER.test(text) || MADE.test(text) || CODED.test(text)

const cleaned = (text: string): string => (text.length > LONGEST_CLEANED ? text : changedText(text).text)

/**
 * May there be a policy in a text? Where not, `findPolicies` finds none without readers, and is therefore loaded only for a
 * text that has one of these signs: few bare errors do.
 */
export const mayHoldPolicies = (text: string): boolean => hasSign(text) || hasSign(cleaned(text))

/** The name of a policy template of SAM, as the key of an object. */
const NAMES_TEMPLATE = /\b[A-Z][A-Za-z\d]{2,60}Policy"\s{0,8}:\s{0,8}(?:\{|null\b)/

/** What a text, with the policies that were found in it without any reader, needs readers for. */
export function policyNeeds(text: string, found: readonly FoundPolicy[]): PolicyNeeds {
  const clean = cleaned(text)
  return { yaml: looksLikeYaml(clean) || NAMES_TEMPLATE.test(clean), managed: managedNeeds(clean, found) }
}
