import { wordsOfCommand } from '../../text/command-text'
import { nameOfAction } from '../../iam/action'
import { parseArn } from '../../iam/arn'
import { evaluate } from '../../evaluation/evaluate'
import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { familyFacts, parseOperator } from '../../iam/condition-operators'
import { hasHole } from '../../iam/find-holes'
import { withoutRegions } from '../../iam/regions-in-text'
import { parsePrincipal } from '../../iam/principal'
import { hasWildcard, matchWildcard } from '../../iam/wildcard'
import { keysNeverOf, valueFormOf } from '../../facts/keys/condition-keys'
import { requestChangeOf, wordsOfChange } from '../../facts/keys/request-change'
import { canBeOfForm } from '../../facts/keys/value-forms'
import type { CallOption, RequestChange } from '../../facts/keys/key-row'
import { hasEnded, operatorOfPatterns } from './missed-test'
import { toRun, type Instruction, type InstructionCommand } from '../instruction'
import { correctedCalls, correctedListing } from './corrected-call'
import { isFromElsewhere } from './forwarded-call'
import { isOfStartAlone, isSettledByCall } from './settled-by-call'
import { boundChange, PARAMETER_CHANGES, type BOUNDS } from '../messages/call-changes'
import { writtenValues } from '../messages/conditions'
import { rowPhrase } from '../words/row-phrase'
import { judgedWith, type JudgedCase } from '../judged-case'
import { asOfThing, isReachable, reachable, wantedOf, type WantedValue } from './wanted-value'
import { literal } from './script'
import { codes, join, type Phrase } from '../../text/phrase'

/** A value that can stand in a command: no pattern, no variable, no mask. */
const isLiteral = (value: string): boolean => /^[^*?${}<>]+$/.test(value) && !/^x{3,}$/i.test(value)

const wordsOf = ({ words }: CallOption, row: RequestChange, wanted: WantedValue, tag: string): readonly string[] => {
  const [first] = wanted.form === 'among' ? wanted.values.filter(isLiteral) : []
  const filled = { '{value}': first ?? `<${row.blank ?? 'value'}>`, '{tag}': isLiteral(tag) ? tag : '<key>' }
  return wordsOfCommand(words).map((word) =>
    Object.entries(filled).reduce((text, [gap, value]) => text.replaceAll(gap, () => value), word),
  )
}

/** The options that a call takes: those of its action, else those of any. */
const optionsFor = ({ adds = [] }: RequestChange, action: string): readonly CallOption[] => {
  const own = adds.find(({ actions }) => actions?.some((one) => matchWildcard(one, action.toLowerCase())))
  return own ? [own] : adds.filter(({ actions }) => actions === undefined)
}

const commandsOf = (
  judged: JudgedCase,
  row: RequestChange,
  wanted: WantedValue,
  tag: string,
): readonly InstructionCommand[] => {
  const options = optionsFor(row, judged.accessCase.request.action)
  // What has an option of its own is put right in the command itself, where the text shows it.
  const own = options.flatMap(({ words }) => /^(\S+) \{value\}$/.exec(words)?.[1] ?? [])
  const whole = [
    ...own.flatMap((option) => corrected(judged, option, wanted)),
    ...(options.some(({ command }) => command === 'aws s3 ls') && wanted.form === 'among'
      ? correctedListing(judged, wanted.values.filter(isLiteral))
      : []),
  ].slice(0, 1)
  if (wanted.form === 'absent' || whole.length > 0) return whole
  const run = row.run === undefined ? [] : [toRun(literal(wordsOfCommand(row.run)))]
  const added = options.map((option) => ({
    ...literal(wordsOf(option, row, wanted, tag)),
    is: 'added' as const,
    of: option.command ?? null,
  }))
  return [...run, ...added]
}

const sentenceOf = (template: string, values: readonly string[], tag: string): Phrase => {
  const [before = '', after] = template.split('{values}')
  const facts = { tag }
  return after === undefined
    ? rowPhrase(before, facts)
    : join(rowPhrase(before, facts), codes(values, 'or'), rowPhrase(after, facts))
}

/** Does no request of this kind of caller, or none of this call, carry the key? */
const isNeverCarried = (judged: JudgedCase, key: string): boolean => {
  const kind = parsePrincipal(judged.accessCase.request.principal)?.kind
  return isOfStartAlone(judged, key) || (kind !== undefined && keysNeverOf(kind).has(key.toLowerCase()))
}

/** A text that a template or a tool fills in; what a policy variable has is a prefix. */
const isPlaceholder = (value: string): boolean => /\$\{[^}:]{0,200}(?::?\}|::)/.test(value)

const isMatchingTestOf = (key: string, { element, matches, key: tested = '' }: ElementResult): boolean =>
  element === 'Condition' && matches === 'yes' && tested.toLowerCase() === key.toLowerCase()

/** Is the request denied for this key with each of the values as well, as by two lists that exclude each other? */
const isDeniedAnyway = (judged: JudgedCase, key: string, values: readonly string[]): boolean => {
  const { accessCase } = judged
  if (values.length === 0 || !values.every(isLiteral)) return false
  return values.every((value) => {
    const context = { ...accessCase.request.context, [key]: value }
    const tried = evaluate({ ...accessCase, request: { ...accessCase.request, context } }, judgedWith(judged))
    return tried.layers.some(({ statements }) =>
      statements.some(
        ({ effect, matches, elements }) =>
          effect === 'Deny' && matches === 'yes' && elements.some((one) => isMatchingTestOf(key, one)),
      ),
    )
  })
}

/**
 * Is the request for one resource that is there, and that lies in a Region? Then the resource decides where the request goes.
 * A bucket has its Region, though its ARN does not name it.
 */
const isOfPlaced = ({ accessCase: { request } }: JudgedCase): boolean => {
  const { action, resource } = request
  const arn = parseArn(resource)
  if (arn === null || hasWildcard(arn.resource) || nameOfAction(action).toLowerCase().startsWith('create')) return false
  return arn.service === 's3' || arn.region !== ''
}

/** Is a value of another form than the key's, also as a pattern that its operator takes as it stands? */
const isOfOtherForm = ({ key = '', operator = '', values }: ElementResult, value: string): boolean => {
  const form = valueFormOf(key.toLowerCase())
  const family = parseOperator(operator)?.family
  const isPlain = values.some(({ text, reason }) => text === value && reason === 'wildcard-is-literal')
  return (
    form !== null &&
    family !== undefined &&
    !hasHole(value, 'policy') &&
    (isPlain || !canBeOfForm(form, value, familyFacts(family).takesWildcards))
  )
}

/** Does the request carry the value of another Region, and otherwise what is asked for? Where the thing lies decides that, and no call. */
const isOfOtherRegion = ({ actual = [] }: ElementResult, values: readonly string[]): boolean => {
  const [has = '', ...others] = (actual ?? []).map((text) => withoutRegions(text, '*'))
  return (
    others.length === 0 &&
    has.includes('*') &&
    has !== '*' &&
    values.every((value) => withoutRegions(value, '*') === has)
  )
}

interface Change extends Instruction {
  readonly id: string
}

/** What names one thing, and is no choice of the call: an id, an ARN, an address, a pattern. */
const NAMES_ONE = /^arn:|^[a-z]{1,12}-(?=[a-z]{0,40}\d)[\da-z]{1,60}$|^\d{12}$|[/*?$<]/i

/** The other side of a bound: what a Deny of it leaves. */
const BEYOND = {
  lessThan: 'greaterThanEquals',
  lessThanEquals: 'greaterThan',
  greaterThan: 'lessThanEquals',
  greaterThanEquals: 'lessThan',
} as const satisfies Readonly<Record<keyof typeof BOUNDS, keyof typeof BOUNDS>>

/** What to set a number to, where a policy bounds it. */
function bounded(parameter: string, element: ElementResult, effect: 'Allow' | 'Deny', id: string): Change | null {
  const operator = parseOperator(element.operator ?? '')
  const [value, ...others] = writtenValues(element)
  if (operator?.family !== 'numeric' || operator.comparison === 'equals') return null
  if (value === undefined || others.length > 0 || !/^-?\d+(?:\.\d+)?$/.test(value)) return null
  const { comparison } = operator
  const sentence = boundChange(parameter, effect === 'Allow' ? comparison : BEYOND[comparison], value)
  return { id, sentence, commands: [], page: null }
}

/** The command of the text as it has to be, where one value, or none, is what an option of it has to have. */
const corrected = (judged: JudgedCase, option: string, { form, values }: WantedValue): readonly InstructionCommand[] =>
  correctedCalls(judged, option, form === 'absent' ? [null] : form === 'among' ? values.filter(isLiteral) : [])

/** What to set a parameter to that the text shows, where no row says how a call brings the key about. */
const parameterChange = (judged: JudgedCase, element: ElementResult, effect: 'Allow' | 'Deny'): Change | null => {
  const lower = (element.key ?? '').toLowerCase()
  const set = judged.pasted?.find(({ key }) => key.toLowerCase() === lower)
  const wanted = element.element === 'Condition' && !element.isNever ? wantedOf(element, effect) : null
  if (set === undefined || set.parameter === null || wanted === null || isOfStartAlone(judged, lower)) return null
  if (wanted.form === 'compared') return bounded(set.parameter, element, effect, lower)
  if (wanted.values.some((value) => NAMES_ONE.test(value))) return null
  // A flag is on by standing there.
  const isOff = set.written === `--${set.parameter}` && wanted.values.every((value) => /^false$/i.test(value))
  return {
    id: lower,
    sentence: PARAMETER_CHANGES[isOff ? 'absent' : wanted.form](isOff ? set.written : set.parameter, wanted.values),
    commands: corrected(judged, `--${set.parameter}`, isOff ? { ...wanted, form: 'absent' } : wanted),
    page: null,
  }
}

/** What to change in the request so that one condition holds; for a Deny, so that it does not. Null: a call cannot. */
const changeFor = (judged: JudgedCase, element: ElementResult, effect: 'Allow' | 'Deny'): Change | null =>
  keyChange(judged, element, effect) ?? parameterChange(judged, element, effect)

/** The same by what the row of the key says. */
const keyChange = (judged: JudgedCase, element: ElementResult, effect: 'Allow' | 'Deny'): Change | null => {
  const found = element.element === 'Condition' && !element.isNever ? requestChangeOf(element.key ?? '') : null
  const asked = found && wantedOf(element, effect)
  const change = found && asOfThing(judged, found.change)
  const wanted = change && asked && reachable(change, asked)
  if (found === null || !change || !wanted || wanted.values.some(isPlaceholder)) return null
  if (change.setByServices !== undefined && found.rest.startsWith(change.setByServices)) return null
  const { source } = found
  const key = element.key ?? ''
  const isPlaced = change.wordsOfPlaced !== undefined && isOfPlaced(judged)
  const words = wordsOfChange(change, judged.accessCase.request.action, isPlaced)
  const template = words[wanted.form]
  // What the key never holds, no call brings it to.
  if (wanted.form === 'among' && wanted.values.every((value) => isOfOtherForm(element, value))) return null
  // A pattern that is compared as it stands is the statement’s mistake: no call is to carry it.
  if (effect === 'Allow' && operatorOfPatterns(element) !== null) return null
  if (wanted.form === 'among' && isOfOtherRegion(element, wanted.values)) return null
  if (template === undefined || !isReachable(judged, change, wanted) || isFromElsewhere(judged, key)) return null
  // No call is made before it is made.
  if (effect === 'Allow' && hasEnded(element)) return null
  if (wanted.form !== 'absent' && isNeverCarried(judged, key)) return null
  if (wanted.form === 'among' && !isPlaced && isSettledByCall(judged, key, wanted.values)) return null
  if (effect === 'Deny' && wanted.form === 'among' && isDeniedAnyway(judged, key, wanted.values)) return null
  return {
    id: found.id,
    sentence: sentenceOf(template, wanted.values, found.rest),
    commands: isPlaced ? [] : commandsOf(judged, change, wanted, found.rest),
    page: source.page,
    ...(change.isOwn === true && { isOwn: true as const }),
    ...(source.confirmed === 'unconfirmed' && { isUnconfirmed: true }),
  }
}

/**
 * What to change in the request so that a Deny does not match, each by itself, or so that an Allow does, all together;
 * none where the request cannot bring it about.
 */
export const requestChanges = (
  judged: JudgedCase,
  { effect, openEffect, elements }: Pick<StatementResult, 'effect' | 'openEffect' | 'elements'>,
): readonly Instruction[] => {
  if (openEffect === true) return []
  if (effect === 'Deny') {
    const tests = elements.filter(({ element, matches }) => element === 'Condition' && matches !== 'no')
    const changes = tests.map((one) => changeFor(judged, one, 'Deny')).filter((one) => one !== null)
    const each = [...new Map(changes.toReversed().map((one) => [one.id, one])).values()].toReversed()
    // To let a service call is another design, and no step where something else helps.
    const nearer = each.filter(({ id }) => id.toLowerCase() !== 'aws:viaawsservice')
    return nearer.length > 0 ? nearer : each
  }
  const certain = elements.filter(({ matches }) => matches === 'no')
  // What is not known of the resource or the caller can be as the statement wants it; what fails for certain has to change.
  const failed = elements.filter(
    ({ element, matches }) =>
      matches === 'no' || (matches === 'unknown' && (certain.length === 0 || element === 'Condition')),
  )
  const changes = failed.map((one) => changeFor(judged, one, 'Allow')).filter((one) => one !== null)
  return changes.length === failed.length ? changes : []
}
