import { ANY_PART } from '../../iam/any-part'
import { WHOLE_ARN, isArnOf } from '../../iam/arn'
import { partsLike } from '../../iam/within-thing'
import { blanksAsAny, hasBlank } from '../../text/blank'
import { serviceOfAction } from '../../iam/action'
import { isOptInRegion, regionsInNames } from '../../iam/regions-in-text'
import { isDestination } from '../../facts/destination-account'
import { sentInstead } from '../../facts/mistaken-sources'
import { serviceSource, type ServiceSource } from '../../facts/service-sources'
import type { Layer } from '../../iam/layers'
import { matchWildcard, matchAnyCase } from '../../iam/wildcard'
import { statementsOfLayer } from '../../policy/statements-of-layer'
import { fieldsOf, textsOf } from '../../text/fields'
import { own } from '../../text/own'
import type { JudgedCase } from '../judged-case'
import { contextValue } from '../steps/step-facts'
import { withBlanks } from '../words/row-phrase'
import { fill } from '../../knowledge/observe'
import type { ConditionJson } from './condition-json'
import { onlyOne } from '../../text/only-one'
import { textValues } from './text-values'

/** Keys that say for which resource, account or organization a service works, or what stands for them. */
const SAYS_SOURCE =
  /^(?:aws:source(?:arn|account|orgid|orgpaths)|aws:principalorgid|sts:externalid|kms:encryptioncontext:.{1,128}|aws:requesttag\/.{1,128}|[\w.-]{1,64}:(?:aud|sub))$/i

const placeOf = (layer: Layer): ServiceSource['in'] | null => (layer === 'trust' || layer === 'resource' ? layer : null)

/** A service that is in no table sends its account at least, where it calls a resource. */
const OF_ACCOUNT: ConditionJson = { StringEquals: { 'aws:SourceAccount': '{account}' } }

const testOfRow = (layer: Layer, service: string, action: string): ConditionJson | null => {
  const place = placeOf(layer)
  if (place === null) return null
  const row = serviceSource(service, place, serviceOfAction(action))
  if (row !== null) return row.test
  return place === 'resource' ? OF_ACCOUNT : null
}

const servicesOf = (statement: Readonly<Record<string, unknown>>): readonly string[] =>
  textsOf(fieldsOf(statement['Principal'])['Service'])

/** Can a value be what another becomes once its blanks are filled in? */
const isInstance = (value: string, withBlank: string): boolean =>
  hasBlank(withBlank) && matchWildcard(blanksAsAny(withBlank), value)

/** Does a statement name an action, so that it is the one that misses, and what it tests is not met? */
const isFor = (statement: Readonly<Record<string, unknown>>, action: string): boolean =>
  [statement['Action']].flat().some((one) => matchAnyCase(String(one), action))

/** What the policies given for the resource test of a service for other actions, by a key: one value that fits, or nothing. */
const valueBeside = (
  judged: JudgedCase,
  layer: Layer,
  [service, action]: readonly [service: string, action: string],
  key: string,
  withBlank: string,
): string | null => {
  const values = statementsOfLayer(judged.accessCase.policies, layer)
    .filter(
      (statement) =>
        statement['Effect'] === 'Allow' && servicesOf(statement).includes(service) && !isFor(statement, action),
    )
    .flatMap((statement) =>
      Object.values(fieldsOf(statement['Condition'])).flatMap((tests) => Object.entries(fieldsOf(tests))),
    )
    .flatMap(([name, value]) => (name.toLowerCase() === key.toLowerCase() ? [value].flat() : []))
    .filter((value) => typeof value === 'string' && isInstance(value, withBlank))
  const found = onlyOne(values)
  return typeof found === 'string' ? found : null
}

/** The sources that the policies test of a service which they let in. */
const sourcesThere = (judged: JudgedCase, layer: Layer, service: string): readonly string[] =>
  statementsOfLayer(judged.accessCase.policies, layer)
    .filter((statement) => statement['Effect'] === 'Allow' && servicesOf(statement).includes(service))
    .flatMap((statement) => Object.values(fieldsOf(statement['Condition'])))
    .flatMap((tests) => Object.entries(fieldsOf(tests)))
    .flatMap(([name, value]) => (name.toLowerCase() === 'aws:sourcearn' ? [value].flat().map(String) : []))

/** What the service sends in the place of the one mistaken source that the policies test of it; null: there is none. */
const sentInsteadThere = (judged: JudgedCase, layer: Layer, service: string, key: string): string | null =>
  key.toLowerCase() === 'aws:sourcearn'
    ? (onlyOne(sourcesThere(judged, layer, service).flatMap((value) => sentInstead(service, value)?.meant ?? [])) ??
      null)
    : null

/** The parts of a source, where the policies test parts of one like it. */
const asDeepAsThere = (judged: JudgedCase, layer: Layer, service: string, source: string): string =>
  onlyOne(sourcesThere(judged, layer, service).map((value) => partsLike(source, value))) ?? source

/** The one ARN of a text that can be what the form of a source means, in place of the form; that of a whole service means all. */
const sourceNamedIn = (text: string, form: string): string =>
  form.startsWith('arn:') && /[*<]/.test(form) && !/:\*$/.test(form)
    ? (onlyOne(
        [...text.slice(0, MOST_TEXT).matchAll(WHOLE_ARN)].flatMap(([arn]) =>
          matchWildcard(blanksAsAny(form), arn) ? [arn] : [],
        ),
      ) ?? form)
    : form

const MOST_TEXT = 50_000

/**
 * The alarms of an account share their topics: one of them is named by the form of all, as AWS’s page has it.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
const ofAllAlarms = (source: string): string =>
  isArnOf(source, 'cloudwatch', 'alarm:') ? source.replace(/:alarm:.*$/, ':alarm:*') : source

/** The values of a test, filled with what is known; each part that nobody says is a blank with a name. */
const filled = (
  judged: JudgedCase,
  layer: Layer,
  called: readonly [service: string, action: string],
  test: ConditionJson,
): ConditionJson => {
  const values = textValues(judged)
  // What another service than S3 is called for, a bucket of the text is the source.
  const { bucket } = values
  const isSource = bucket !== undefined && serviceOfAction(called[1]) !== 's3'
  const facts = isSource ? { sourceBucket: bucket, ...values } : values
  const { context } = judged.evaluation
  const { error = '' } = judged.accessCase
  // What is written to is not where the service works.
  const filling = isDestination(error, facts['account'] ?? '') ? { ...facts, account: '<source account>' } : facts
  const fillOf = (key: string, value: unknown): string => {
    const text = sourceNamedIn(error, withBlanks(fill(String(value), filling)))
    const known = contextValue(context, key) ?? sentInsteadThere(judged, layer, called[0], key)
    const other = known ?? valueBeside(judged, layer, called, key, text)
    return ofAllAlarms((other ?? asDeepAsThere(judged, layer, called[0], text)).replaceAll(ANY_PART, '*'))
  }
  return Object.fromEntries(
    Object.entries(test).map(([operator, tests]) => [
      operator,
      Object.fromEntries(Object.entries(tests).map(([key, value]) => [key, fillOf(key, value)])),
    ]),
  )
}

/**
 * What a statement that lets a service in has to test, so that it does not let it in for every account of AWS; null: the
 * service does not send it.
 */
export const sourceTest = (judged: JudgedCase, layer: Layer, service: string, action: string): ConditionJson | null => {
  const test = testOfRow(layer, service, action)
  return test === null ? null : filled(judged, layer, [service, action], test)
}

/** What stands for one key of it; null: the service that calls does not send the key. */
export const sourceValue = (judged: JudgedCase, layer: Layer, service: string, key: string): string | null => {
  const test = sourceTest(judged, layer, service, judged.accessCase.request.action)
  const values = Object.values(test ?? {}).flatMap((tests) => Object.entries(tests))
  const value = values.find(([one]) => one.toLowerCase() === key.toLowerCase())?.[1]
  return typeof value === 'string' ? value : null
}

/** Does a statement test for whom a service works, or what stands for it? */
export const saysSource = (statement: Readonly<Record<string, unknown>>): boolean =>
  Object.values(fieldsOf(statement['Condition'])).some((tests) =>
    Object.keys(fieldsOf(tests)).some((key) => SAYS_SOURCE.test(key)),
  )

/** Does a statement let in a service for whoever uses it, where it sends for whom? */
export const isForAnyAccount = (layer: Layer, statement: Readonly<Record<string, unknown>>): boolean => {
  const [action] = [statement['Action']].flat()
  return (
    statement['Effect'] === 'Allow' &&
    !saysSource(statement) &&
    servicesOf(statement).some((service) => testOfRow(layer, service, String(action)) !== null)
  )
}

/** The Region of the case that its account had to enable, where it names one. */
const optInRegionOf = ({ accessCase: { error = '' } }: JudgedCase): string | undefined =>
  onlyOne(regionsInNames(error).filter(isOptInRegion))

/** The principal as AWS’s page names it. */
const principalOf = (judged: JudgedCase, layer: Layer, service: string, action: string): string => {
  const place = placeOf(layer)
  const row = place === null ? null : serviceSource(service, place, serviceOfAction(action))
  if (row?.principal !== undefined) return withBlanks(fill(row.principal, textValues(judged)))
  const region = row?.namesOptInRegion ? optInRegionOf(judged) : undefined
  return region === undefined ? service : service.replace(/\.amazonaws\.com$/, `.${region}.amazonaws.com`)
}

/** A statement that lets a service in, with what keeps it to its own account. */
export const withSource = (
  judged: JudgedCase,
  layer: Layer,
  statement: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const [action] = [statement['Action']].flat().map(String)
  const [service, ...others] = servicesOf(statement)
  if (service === undefined || others.length > 0 || action === undefined) return statement
  const named = { ...statement, Principal: { Service: principalOf(judged, layer, service, action) } }
  const test = isForAnyAccount(layer, statement) ? sourceTest(judged, layer, service, action) : null
  if (test === null) return named
  return { ...named, Condition: joined(test, fieldsOf(statement['Condition'])) }
}

const joined = (test: ConditionJson, kept: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const operators = new Set([...Object.keys(kept), ...Object.keys(test)])
  return Object.fromEntries(
    [...operators].map((operator) => [operator, { ...fieldsOf(own(kept, operator)), ...own(test, operator) }]),
  )
}
