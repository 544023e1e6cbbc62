import { statementsOfLayer } from '../../policy/statements-of-layer'
import { textsOf } from '../../text/fields'
import { onlyOne } from '../../text/only-one'
import { own } from '../../text/own'
import type { LayerResult } from '../../evaluation/evaluation'
import { lastInPath } from '../../iam/arn'
import { parseVariables, type VariablePart } from '../../iam/policy-variables'
import { matchWildcard } from '../../iam/wildcard'
import type { Layer } from '../../iam/layers'
import type { Instruction } from '../instruction'
import { OWN_PART_MESSAGES, VARIABLE_HOLDS } from '../messages/own-part'
import { layerResult, type JudgedCase } from '../judged-case'
import { contextValue } from '../steps/step-facts'
import { rowPhrase } from '../words/row-phrase'

/** A part of a resource that each caller has of its own, by a policy variable. */
export interface OwnPart {
  readonly key: string
  /** What stands in its place in the request. */
  readonly asked: string
  /** The pattern that leaves it to each caller. */
  readonly pattern: string
  /** The policy has no version in which variables are read. */
  readonly isUnread: boolean
}

/** Keys of IAM have a colon; what templates write in the same way has none, or two. */
const IS_KEY = /^[\w.-]{1,128}:[\w/.:=+@-]{1,128}$/

const isVariableKey = (key: string): boolean => IS_KEY.test(key) && !key.includes('::')

/** Does a value of a policy hold a variable, by which each caller has another value there? */
export const hasVariable = (text: string): boolean =>
  (parseVariables(text) ?? []).some((part) => part.kind === 'variable' && isVariableKey(part.key))

/** Parts of a pattern as a text, with something in the place of what is no plain text. */
const textOf = (parts: readonly VariablePart[], other: string): string =>
  parts.map((one) => (one.kind === 'text' ? one.text : other)).join('')

/** Does a value of a policy cover what another, by a variable, leaves to each caller: all of it, or a part that is another caller's? */
export const opensOwnPart = (value: string, ofEach: string): boolean => {
  if (!value.endsWith('/*') || hasVariable(value) || !hasVariable(ofEach)) return false
  const parts = parseVariables(ofEach) ?? []
  return (
    matchWildcard(value, textOf(parts, 'name')) || matchWildcard(textOf(parts, '*'), `${value.slice(0, -1)}folder/name`)
  )
}

const partIn = (pattern: string, resource: string): Omit<OwnPart, 'isUnread'> | null => {
  const parts = parseVariables(pattern) ?? []
  const at = parts.findIndex(({ kind }) => kind === 'variable')
  const variable = parts[at]
  if (variable?.kind !== 'variable' || !isVariableKey(variable.key)) return null
  if (!matchWildcard(textOf(parts, '*'), resource)) return null
  const before = textOf(parts.slice(0, at), '*').split('/').length
  const asked = resource.split('/')[before - 1] ?? ''
  return { key: variable.key, asked, pattern }
}

/**
 * Is it the caller's own user, below a path that the pattern lacks? Then nothing of another is asked for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
const isOwnBelowPath = ({ accessCase: { request } }: JudgedCase, { asked }: OwnPart): boolean =>
  request.resource === request.principal && asked !== lastInPath(request.resource)

/** An Allow that gives each caller a part of the resource, as far as the others of its elements let the request pass. */
const partOfResult = ({ statements }: LayerResult, resource: string): OwnPart | null => {
  for (const { effect, elements } of statements) {
    const isNear =
      effect === 'Allow' && elements.every(({ element, matches }) => element === 'Resource' || matches !== 'no')
    const values = isNear ? (elements.find(({ element }) => element === 'Resource')?.values ?? []) : []
    for (const { text, matches, reason } of values) {
      const found = matches === 'yes' ? null : partIn(text, resource)
      if (found !== null) return { ...found, isUnread: reason === 'variables-need-version-2012' }
    }
  }
  return null
}

/**
 * The part of the resource that a statement leaves to each caller, where it covers the request but for that. The literal
 * resource in such a policy would open what is one caller’s to everyone who has the policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export const ownPart = (judged: JudgedCase, layer: Layer): OwnPart | null => {
  const result = layerResult(judged.evaluation, layer)
  const { resource } = judged.accessCase.request
  const part = result === null || !resource.startsWith('arn:') ? null : partOfResult(result, resource)
  return part !== null && isOwnBelowPath(judged, part) ? null : part
}

/** What Secrets Manager adds to the name of a secret. */
const SUFFIX = /(:secretsmanager:.*)-[A-Za-z\d]{6}$/

/**
 * The resource of a request with the variable of a statement in the place of the caller's own value, where the statement gives
 * each caller a part in another form; null: it has no variable, or the request is for nothing of the caller's.
 */
export const ownForm = (judged: JudgedCase, layer: Layer): string | null => {
  const { resource } = judged.accessCase.request
  const result = layerResult(judged.evaluation, layer)
  if (result === null || !resource.startsWith('arn:')) return null
  for (const { effect, elements } of result.statements) {
    const isNear =
      effect === 'Allow' && elements.every(({ element, matches }) => element === 'Resource' || matches !== 'no')
    const values = isNear ? (elements.find(({ element }) => element === 'Resource')?.values ?? []) : []
    for (const { text } of values)
      for (const part of parseVariables(text) ?? []) {
        const value = part.kind === 'variable' ? contextValue(judged.evaluation.context, part.key) : null
        if (part.kind !== 'variable' || !isVariableKey(part.key) || value === null || value.length < 2) continue
        const written = resource.replace(SUFFIX, '$1-??????')
        const at = written.indexOf(value, written.lastIndexOf(':'))
        if (at >= 0) return `${written.slice(0, at)}\${${part.key}}${written.slice(at + value.length)}`
      }
  }
  return null
}

/** Is it a pattern for parts of a thing, and the request for one, or for neither? */
const isOfSameDepth = (pattern: string, resource: string): boolean =>
  pattern.endsWith('*') === (lastInPath(resource) !== resource.split(':').at(-1))

/**
 * The pattern by which an Allow for other actions leaves to each caller what the request is for, as far as anybody can tell;
 * null: none does. What everyone who has the policy may do on theirs, they are meant to do on no more.
 */
export const formOfOthers = ({ accessCase }: JudgedCase, layer: Layer): string | null => {
  const { resource } = accessCase.request
  const patterns = statementsOfLayer(accessCase.policies, layer)
    .filter((statement) => statement['Effect'] === 'Allow')
    .flatMap((statement) => textsOf(statement['Resource']))
  const found = patterns.filter(
    (text) =>
      hasVariable(text) &&
      isOfSameDepth(text, resource) &&
      matchWildcard(textOf(parseVariables(text) ?? [], '*'), resource),
  )
  return onlyOne(found) ?? null
}

const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html'

const USER_POOL_SUB = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/** What to do about it in the call: the path has to hold what the variable holds. */
export function ownPartInstructions(judged: JudgedCase, layer: Layer | 'none'): readonly Instruction[] {
  const found = layer === 'none' ? null : ownPart(judged, layer)
  if (found === null) return []
  const { key, asked } = found
  const value = contextValue(judged.evaluation.context, key)
  const isPoolSub = key.toLowerCase() === 'cognito-identity.amazonaws.com:sub' && USER_POOL_SUB.test(asked)
  // What the variable holds is what is asked for: it is not read as one.
  const unread: Instruction = {
    kind: 'setting',
    sentence: rowPhrase(OWN_PART_MESSAGES.unread, {}),
    commands: [],
    page: PAGE,
  }
  if (value !== null && value === asked) return [unread]
  const facts = { variable: `\${${key}}`, asked, value: value ?? '' }
  const holds = own(VARIABLE_HOLDS, key.toLowerCase()) ?? VARIABLE_HOLDS.other
  const template =
    value !== null
      ? OWN_PART_MESSAGES.known
      : `${holds} ${isPoolSub ? OWN_PART_MESSAGES.poolSub : OWN_PART_MESSAGES.asked}`
  const call: Instruction = { kind: 'call', sentence: rowPhrase(template, facts), commands: [], page: PAGE }
  // With the variable read, the request would still ask for another's part.
  return found.isUnread ? [unread, call] : [call]
}
