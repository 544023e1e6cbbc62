import { isOfName } from '../../text/is-of-name'
import { besidePolicies } from '../../draft/build/beside-policies'
import type { ElementResult, LayerResult, StatementResult } from '../../evaluation/evaluation'
import { parseArn, arnsIn } from '../../iam/arn'
import { familyFacts, parseOperator } from '../../iam/condition-operators'
import { LAYERS, type Layer } from '../../iam/layers'
import { matchWildcard } from '../../iam/wildcard'
import { blanksAsAny } from '../../text/blank'
import { isOfNoKind, kindOfArn, resourceInText } from './known-resource'
import { evidenceOf, layerResult, targetOf, type JudgedCase } from '../judged-case'
import type { Evidence } from '../evidence'
import type { Phrase } from '../../text/phrase'
import { SPEAKS } from '../messages/answers'
import { policyPhrase } from '../messages/statements'
import { askingCheck } from './asking-check'

/** Does nothing known of a layer stop the request: it allows it, or hangs on something? */
const mayLetIn = (result: LayerResult | null): result is LayerResult =>
  result?.status === 'allows' || result?.status === 'depends'

const sureAllow = ({ statements }: LayerResult): StatementResult | undefined =>
  statements.find(({ effect, matches }) => effect === 'Allow' && matches === 'yes')

/** Does an Allow surely let a check in, so that nothing but a Deny can still stop it in its layer? */
export const isLetInForSure = (result: LayerResult | null): boolean =>
  mayLetIn(result) && sureAllow(result) !== undefined

/** What lets a request in: the Allow, and its layer. */
export interface Grant {
  readonly result: LayerResult
  readonly statement: StatementResult
}

/** So short a name stands in any text. */
const LEAST_NAME = 3

/** Does a text hold a name as a whole, and not as a part of a longer one, or of a version or an alias of it? */
function holdsName(text: string, name: string): boolean {
  if (name.length < LEAST_NAME) return false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length
    const isLonger = isOfName(text.charAt(end)) || (text.charAt(end) === ':' && isOfName(text.charAt(end + 1)))
    if (!isOfName(text.charAt(at - 1)) && !isLonger) return true
  }
  return false
}

/** A reference of a template or program that stands for a whole value, as `${aws_sqs_queue.mail.arn}`. */
const REFERENCE = /^\$\{([\w.[\]"-]{3,120})\}(?:\/\*)?$/

/** A thing of which a row of the tables knows no more than its kind. */
const BLANK_THING = /^(?:arn(?::[^:\s]{0,40}){4}:)?<[a-z][a-z ]{0,40}>$/

/** Does nothing say which thing is asked for? */
const isNameless = (resource: string): boolean => resource === '' || BLANK_THING.test(resource)

/** The name by which a text would speak of what a value is: of an ARN the thing, of a reference what it refers to; null: it has none; "": it is any. */
function nameOf(value: string): string | null {
  const [, referred] = REFERENCE.exec(value) ?? []
  if (referred !== undefined) return referred.replace(/^(?:var|local|module)\.|\.(?:arn|id|name)$/g, '')
  const arn = parseArn(value)
  if (arn === null) return /[*?$<]/.test(value) ? null : value
  const parts = arn.resource.split(/[/:]/).filter((one) => one !== '')
  // Of a bucket a part of its keys is less than what is asked for; a version, and what is in another thing, is another than that.
  if (arn.service === 's3' && !/^[^/]{1,80}(?:\/\*)?$/.test(arn.resource)) return null
  if (arn.service !== 's3' && parts.length > 2) return null
  const named = parts.filter((one) => !/[*?$<]/.test(one))
  if (named.length === 0) return parts.every((one) => one === '*') ? '' : null
  return (arn.service === 's3' ? named[0] : named.at(-1)) ?? null
}

/** How a text writes a bucket, and any other thing. */
const BUCKET = /\bs3:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])/g

/** So many resources of a text are compared. */
const MOST_COMPARED = 60

/** Does the text name another thing of the kind that a statement names, so that it doesn't tell which of them is meant? */
function namesAnother(values: ElementResult['values'], text: string): boolean {
  const own = values.map((one) => one.text).filter((one) => parseArn(one) !== null)
  const isOwn = (arn: string): boolean =>
    own.some((one) => matchWildcard(one, arn) || matchWildcard(one.replace(/\/\*$/, ''), arn))
  const kinds = new Set(own.map(kindOfArn))
  const buckets = [...text.matchAll(BUCKET)].map(([, name = '']) => `arn:aws:s3:::${name}`)
  const named = arnsIn(text)
    .slice(0, MOST_COMPARED)
    .map((arn) => arn.replace(/\/$/, ''))
  return [...buckets.slice(0, MOST_COMPARED), ...named].some((arn) => kinds.has(kindOfArn(arn)) && !isOwn(arn))
}

/** Keys of what a service works for, or of where a request comes from, of which a text tells by name. */
const OF_SOURCE = /^aws:source(?:arn|account|vpce|vpc)$/i

/** Does a test want one of some values, each written out? */
const wantsOneOf = ({ operator = '' }: ElementResult): boolean => {
  const parsed = parseOperator(operator)
  return (
    parsed !== null && !parsed.negated && parsed.comparison === 'equals' && familyFacts(parsed.family).fixes === 'text'
  )
}

/** Does the text beside the policies name what an open element of a statement is for? */
function isNamed(judged: JudgedCase, { element, matches, values, ...test }: ElementResult, text: string): boolean {
  if (matches === 'yes') return true
  if (matches === 'no') return false
  const { action } = judged.accessCase.request
  const names = (of: (value: string) => boolean): boolean =>
    values.some(({ text: value, matches: fits }) => {
      const name = fits === 'no' || !of(value) ? null : nameOf(value)
      return name !== null && (name === '' || holdsName(text, name))
    })
  if (element === 'Resource') {
    // Of what is named in part the name tells nothing more.
    const isOfAny = isNameless(judged.accessCase.request.resource) && !namesAnother(values, text)
    return names((value) => (REFERENCE.test(value) ? true : isOfAny && !isOfNoKind(judged, action, blanksAsAny(value))))
  }
  if (element !== 'Condition' || !OF_SOURCE.test(test.key ?? '')) return false
  const isOneOf = wantsOneOf({ element, matches, values, ...test })
  return isOneOf && !namesAnother(values, text) && names((value) => nameOf(value) !== '')
}

/** The Allow that lets the request in as far as the text tells what it is for. */
const namedAllow = (judged: JudgedCase, { statements }: LayerResult): StatementResult | undefined => {
  const open = statements.filter(
    ({ effect, openEffect, matches }) => effect === 'Allow' && openEffect !== true && matches === 'unknown',
  )
  if (open.length === 0) return undefined
  const text = besidePolicies(judged.accessCase.error ?? '')
  return open.find(
    ({ elements }) =>
      elements.some(({ matches }) => matches === 'unknown') && elements.every((one) => isNamed(judged, one, text)),
  )
}

const inLayer = (judged: JudgedCase, layer: Layer): Grant | null => {
  const result = layerResult(judged.evaluation, layer)
  if (!mayLetIn(result)) return null
  // A limit is written for many things: that the text names one of them doesn't tell that it is the one asked for.
  const statement = sureAllow(result) ?? (LAYERS[layer].role === 'grants' ? namedAllow(judged, result) : undefined)
  return statement === undefined ? null : { result, statement }
}

/**
 * The statement of a layer given here that grants what was asked for, as far as is known: it matches, or it hangs on nothing
 * but what the text names. Null: none does, or a Deny of the layer applies.
 */
export function grantOf(judged: JudgedCase, layer: Layer): Grant | null {
  const { action, resource } = judged.accessCase.request
  if (action === '') return null
  const status = layerResult(judged.evaluation, layer)?.status
  if (status !== 'depends' || !isNameless(resource)) return inLayer(judged, layer)
  const named = resourceInText(judged, action, besidePolicies(judged.accessCase.error ?? ''))
  const asked = named === null ? judged : askingCheck(judged, { principal: null, action, resource: named })
  return inLayer(asked, layer)
}

/** Do policies given here grant in a layer what was asked for, as far as is known? */
export const isGrantedHere = (judged: JudgedCase, layer: Layer): boolean => grantOf(judged, layer) !== null

/** Where the statement stands that grants it. */
export const evidenceOfGrant = ({ result, statement }: Grant): Evidence => evidenceOf(result.layer, statement)

/** Which policy grants an action, and on which line; `line` is null where a sentence is shown with its place. */
export const saidOfGrant = (
  judged: JudgedCase,
  { result: { layer }, statement }: Grant,
  action: string,
  line: number | null,
): Phrase => {
  const who = policyPhrase(statement, targetOf(judged, layer, statement))
  return SPEAKS['allows-check'](action, who, line, statement.matches === 'yes')
}
