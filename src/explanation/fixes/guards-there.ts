import { missesOf, type Miss } from '../../evaluation/describe/nearest-miss'
import type { LayerResult } from '../../evaluation/evaluation'
import { isKeyWith } from '../../facts/keys/condition-keys'
import { isOutsider, parsePrincipal } from '../../iam/principal'
import { namesPrincipals, type Layer } from '../../iam/layers'
import type { Fields } from '../../text/fields'
import type { JudgedCase } from '../judged-case'
import { statementsThere } from './does-work'
import { testedKeys } from './fix-statements'
import { isCovered } from './same-statement'
import { isAbsent, isByTests } from './written-tests'
import { textsOf } from '../../text/fields'

/** Keys that say who calls: where a policy names callers, the name says it too. */
const OF_CALLER = /^aws:(?:principal(?!type|isaws)\w*(?:\/.*)?|userid|username|sourceaccount|sourceowner)$/

/** Does a key, in lower case, say who calls? */
export const saysWho = (key: string): boolean => OF_CALLER.test(key)

/**
 * Is a key, in lower case, one that only calls of services carry, where a user or a role calls itself? A test of it lets nobody
 * like that in, so that a statement which names the caller takes nothing of it away.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcearn
 */
export const isOfServicesAlone = ({ accessCase }: JudgedCase, key: string): boolean => {
  const caller = parsePrincipal(accessCase.request.principal)
  return isKeyWith(key, 'ofSource') && caller !== null && ['user', 'role', 'roleSession'].includes(caller.kind)
}

/** Is an Allow for everyone? An endpoint grants nobody anything, and so its tests guard all the same. */
export const isForEveryone = (layer: Layer, { statement }: Miss): boolean =>
  namesPrincipals(layer) &&
  layer !== 'endpoint' &&
  statement.elements.some(({ element, values }) => element === 'Principal' && values.some(({ text }) => text === '*'))

/**
 * Does a test, by its key in lower case, guard something in policies of a layer? An endpoint names one caller by a test of
 * its ARN; that of an organization or a tag keeps others out.
 */
export const isGuardThere = (layer: Layer, key: string): boolean =>
  layer === 'endpoint' ? key !== 'aws:principalarn' : !namesPrincipals(layer) || !OF_CALLER.test(key)

/** The guards of an Allow: what lets the request in without them steps over them. */
export interface Guard {
  /** In lower case. */
  readonly keys: readonly string[]
  /** Is the Allow for everyone, so that its tests say who comes in? */
  readonly isForEveryone: boolean
}

/** Do statements allow an action, and each of them under tests alone? */
const isAllowedByTests = (there: readonly Fields[], action: string): boolean => {
  const allows = there.filter((one) => one['Effect'] === 'Allow' && isCovered(action, textsOf(one['Action'])))
  return allows.length > 0 && allows.every((one) => testedKeys(one).length > 0)
}

/** Does a statement allow without a test what the caller's policies allow under tests alone, whatever was asked for? */
export const isBareBeside = (judged: JudgedCase, layer: Layer, made: Fields): boolean =>
  made['Effect'] === 'Allow' &&
  !namesPrincipals(layer) &&
  testedKeys(made).length === 0 &&
  textsOf(made['Action']).some(
    (one) =>
      one.toLowerCase() !== judged.accessCase.request.action.toLowerCase() &&
      isAllowedByTests(statementsThere(judged, layer), one),
  )

const isUnnamed = ({ accessCase }: JudgedCase): boolean => {
  const caller = parsePrincipal(accessCase.request.principal)
  return caller === null || isOutsider(caller.kind)
}

/** The guards by which each Allow of a layer, or of one level, for the very request keeps it out, or may. */
export const guardsOf = (judged: JudgedCase, result: LayerResult, level: number | null): readonly Guard[] =>
  missesOf(result, judged.accessCase.request.action, level)
    .filter(isByTests)
    .map((miss) => ({
      keys: miss.failed
        .filter((test) => test.element === 'Condition' && !isAbsent(judged, test))
        .map(({ key = '' }) => key.toLowerCase())
        .filter((key) => !isOfServicesAlone(judged, key))
        // Who comes with a token, or unsigned, carries nothing that says who calls.
        .filter((key) => !(result.layer === 'endpoint' && isUnnamed(judged) && OF_CALLER.test(key))),
      isForEveryone: isForEveryone(result.layer, miss),
    }))
    .filter(({ keys }) => keys.length > 0)
