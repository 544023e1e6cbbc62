import { serviceOfAction } from '../../iam/action'
import { namedTexts } from '../../policy/statement-names'
import { onlyOne } from '../../text/only-one'
import { allowsOf } from '../given-policies'
import type { Observation } from '../knowledge'
import type { Disagreement, FindPair } from './pair-finder'
import { clueOf, placesOf, withoutPolicies, type TextPlace } from './text-places'

/** The ARN of a function, of which the name is read even where people hide the rest. */
const FUNCTION =
  /\barn:aws[\w-]{0,12}:lambda:[^:\s"']{0,60}:[^:\s"']{0,60}:function:([\w-]{1,140}(?::[\w$-]{1,128})?)(?![\w$:-])/g

/** How Terraform names a function, or one of its versions or aliases, where something is to call it. */
const REFERENCE =
  /\b(?:\w{1,40}_)?(?:arn|uri)\s{0,20}=\s{0,4}(aws_lambda_(?:function|alias)\.[\w-]{1,64}(?:\[[^\]\n]{1,20}\])?\.(?:qualified_arn|qualified_invoke_arn|arn|invoke_arn))\b/g

const IS_QUALIFIED = /^aws_lambda_alias\.|\.qualified_/

/** A function by its name, with the version or alias; empty where it is the bare function. */
interface Named {
  readonly name: string
  readonly qualifier: string
}

const FORM = /(?:^|:function:)(\$\{[^{}]{1,120}\}|[\w-]{1,140})(?::([\w$-]{1,128}|\$\{[^{}]{1,120}\}))?$/

const namedIn = (written: string): Named => {
  const [, name = '', qualifier = ''] = FORM.exec(written) ?? []
  return { name, qualifier }
}

/** What the policies of functions here let services invoke, each with its name. */
const permissions = (seen: Observation): readonly (Named & { readonly text: string })[] =>
  allowsOf(seen.policies, 'resource', 'lambda:InvokeFunction')
    .filter(({ statement: { principal } }) => principal?.values.some(({ key }) => key === 'Service') === true)
    .flatMap(({ statement: { resource } }) => namedTexts(resource))
    .map((text) => ({ text, ...namedIn(text) }))
    .filter(({ name }) => name !== '')

const shortOf = ({ name, qualifier }: Named): string => (qualifier === '' ? name : `${name}:${qualifier}`)

/** What is called by an ARN, where permissions on other versions or aliases of it are all that is here. */
function byArn(targets: readonly TextPlace[], given: ReturnType<typeof permissions>): Disagreement | null {
  const [first] = targets
  if (first === undefined || onlyOne(targets.map(({ value }) => value)) === undefined) return null
  const { name, qualifier } = namedIn(first.value)
  const of = given.filter((one) => one.name === name)
  const [there] = of
  if (there === undefined || qualifier === '$LATEST' || of.some((one) => one.qualifier === qualifier)) return null
  return {
    facts: { asked: first.value, there: shortOf(there) },
    clues: [clueOf(first), { kind: 'resource-written', text: there.text }],
  }
}

/** The same where Terraform names the function: one side is qualified and the other is not. */
function byReference(targets: readonly TextPlace[], given: ReturnType<typeof permissions>): Disagreement | null {
  const [first] = targets
  const [there] = given
  if (first === undefined || there === undefined) return null
  const [asked, name] = [onlyOne(targets.map(({ value }) => value)), onlyOne(given.map((one) => one.name))]
  const isQualified = IS_QUALIFIED.test(first.value)
  if (asked === undefined || name === undefined) return null
  if (given.some(({ qualifier }) => (qualifier !== '') === isQualified)) return null
  return {
    facts: { asked, there: shortOf(there) },
    clues: [clueOf(first), { kind: 'resource-written', text: there.text }],
  }
}

/** Where a command prints or makes the function itself: that is no place from which it is called. */
const OF_FUNCTION = /(?<![a-z])function_?arn\b|\b(?:get|create|update|publish)-function\b/i

/** A permission on a function counts for the version or alias alone that it was made on. */
export const otherQualifier: FindPair = (seen) => {
  if (seen.action !== null && seen.action.toLowerCase() !== 'lambda:invokefunction') return null
  const given = permissions(seen)
  if (given.length === 0) return null
  const text = withoutPolicies(seen.text)
  const names = new Set(given.map(({ name }) => name))
  const targets = placesOf(text, FUNCTION).filter(
    ({ value, words }) => names.has(namedIn(value).name) && !OF_FUNCTION.test(words),
  )
  return targets.length > 0 ? byArn(targets, given) : byReference(placesOf(text, REFERENCE), given)
}

/** A function’s ARN that has to end in a number, and ends in an alias or in none. */
export const aliasForVersion: FindPair = (seen) => {
  if (serviceOfAction(seen.action ?? '') !== 'greengrass') return null
  const [first] = placesOf(
    seen.text,
    /["']?\blambdaArn["']?\s{0,3}[:=]\s{0,3}["']?(arn:aws[\w-]{0,12}:lambda:[^\s"']{1,250})/gi,
  )
  if (first === undefined || /:function:[^:]{1,140}:\d{1,9}$/.test(first.value)) return null
  return { facts: { asked: first.value, there: first.value }, clues: [clueOf(first)] }
}
