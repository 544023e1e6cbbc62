import { splitAction } from '../../iam/action'
import { findConditionKey, typesOf, CONDITION_KEYS } from '../../facts/keys/condition-keys'
import type { KeyType } from '../../iam/key-type'
import { hasWildcard } from '../../iam/wildcard'
import { carriesKey, findKey, matchKeyName } from '../../reference/action-keys'
import { didYouMean } from '../../reference/did-you-mean'
import { matchOperatorType, TYPE_NAMES, USUAL_OPERATOR } from '../../reference/operator-types'
import type { ActionReference, KeyReference } from '../../reference/service-reference'
import type { ConditionEntry, Statement } from '../policy'
import { allows, eachStatement, type Check, type CheckContext, type CheckHit, type QuickFix } from './check'

type EntryCheck = (entry: ConditionEntry, statement: Statement, context: CheckContext) => Iterable<CheckHit>

/** A check of each key under each operator. */
export const eachCondition = (find: EntryCheck): Check['find'] =>
  eachStatement(function* (statement, context) {
    for (const entry of statement.conditions) yield* find(entry, statement, context)
  })

const GLOBAL = 'aws:'

/** What is documented of a key: of a global one, or of a key of a loaded service. Null: nothing is known of it. */
function documented(key: string, { reference }: CheckContext): { type: KeyType; multivalued: boolean } | null {
  const service = reference.service(splitAction(key)?.service ?? '')
  return findConditionKey(key) ?? (service ? findKey(service, key) : null)
}

/** The key as JSON writes it, at the start of the entry's place. */
const keySpan = ({ span, key }: ConditionEntry): CheckHit['span'] =>
  span ? [span[0], span[0] + JSON.stringify(key).length] : null

function renameKey(entry: ConditionEntry, names: readonly string[]): readonly QuickFix[] {
  const span = keySpan(entry)
  if (!span) return []
  return names.map((text) => ({ code: 'replace-with', data: { text }, edits: [{ span, text: JSON.stringify(text) }] }))
}

/** The operator as the policy writes it, where this key is all that stands under it. */
function useOperator(
  entry: ConditionEntry,
  statement: Statement,
  operator: string,
  { text }: CheckContext,
): readonly QuickFix[] {
  const alone = statement.conditions.filter(({ operatorText }) => operatorText === entry.operatorText).length === 1
  const written = JSON.stringify(entry.operatorText)
  const at = text && entry.span ? text.lastIndexOf(written, entry.span[0]) : -1
  if (!alone || at < 0) return []
  return [
    {
      code: 'use-operator',
      data: { operator },
      edits: [{ span: [at, at + written.length], text: JSON.stringify(operator) }],
    },
  ]
}

const withBase = ({ operator }: ConditionEntry, base: string) => operator.name.replace(operator.base, base)

function* malformedKey({ key, span }: ConditionEntry): Iterable<CheckHit> {
  if (!/^[^:\s]+:\S+$/.test(key)) yield { span, data: { key } }
}

function* tagWithoutName({ key, lowerKey, span }: ConditionEntry): Iterable<CheckHit> {
  if (/^aws:(?:request|resource|principal)tag\/?$/.test(lowerKey)) yield { span, data: { key: key.replace('/', '') } }
}

function* unknownGlobalKey(entry: ConditionEntry): Iterable<CheckHit> {
  const { key, lowerKey } = entry
  if (!lowerKey.startsWith(GLOBAL) || findConditionKey(key) || /^aws:\w+tag$/.test(lowerKey)) return
  const names = CONDITION_KEYS.map(({ name }) => name).filter((name) => name.startsWith(GLOBAL))
  yield { span: keySpan(entry), data: { key }, fixes: renameKey(entry, didYouMean(key, names)) }
}

function* unknownServiceKey(entry: ConditionEntry, _: Statement, { reference }: CheckContext): Iterable<CheckHit> {
  const { key, lowerKey } = entry
  const service = reference.service(splitAction(key)?.service ?? '')
  if (lowerKey.startsWith(GLOBAL) || !service || findConditionKey(key) || findKey(service, key)) return
  const near = didYouMean(
    key,
    service.keys.map(({ name }) => name).filter((name) => !name.includes('$') && !name.includes('<')),
  )
  yield { span: keySpan(entry), data: { key, service: service.name }, fixes: renameKey(entry, near) }
}

/** Keys of sessions, which go with whatever the session calls, and keys of identity providers. */
const OF_SESSIONS =
  /^(?:ec2:(?:roledelivery|sourceinstancearn)|lambda:sourcefunctionarn|ssm:sourceinstancearn|codebuild:(?:buildarn|projectarn)|glue:\w+|identitystore:userid|kms:viaservice)$/

/** Does an action carry the key? What each service calls it is looked up once. */
function carriersOf(key: string, { reference }: CheckContext): (action: ActionReference) => boolean {
  const meant = new Map<string, readonly KeyReference[]>()
  return (action) => {
    let keys = meant.get(action.service)
    if (!keys) {
      keys = reference.service(action.service)?.keys.filter((one) => matchKeyName(one, key)) ?? []
      meant.set(action.service, keys)
    }
    return keys.some((each) => carriesKey(action, each))
  }
}

function* unsupportedKey(entry: ConditionEntry, statement: Statement, context: CheckContext): Iterable<CheckHit> {
  const { key, lowerKey } = entry
  const prefix = splitAction(key)?.service ?? ''
  const actions = context.actions(statement)
  if (lowerKey.startsWith(GLOBAL) || !actions?.length || OF_SESSIONS.test(lowerKey)) return
  if (!context.reference.list?.services.has(prefix)) return
  const carries = carriersOf(key, context)
  const without = actions.filter((action) => !carries(action))
  if (without.length === 0 || entry.operator.ifExists || entry.operator.family === 'null') return
  yield {
    span: keySpan(entry),
    data: {
      key,
      actions: without
        .slice(0, 3)
        .map(({ service, name }) => `${service}:${name}`)
        .join(', '),
      without: without.length,
      all: actions.length,
    },
  }
}

/** None of the actions carries the key, or only some do. */
const unsupportedBy = (all: boolean): EntryCheck =>
  function* (entry, statement, context) {
    for (const hit of unsupportedKey(entry, statement, context))
      if ((hit.data?.without === hit.data?.all) === all) yield hit
  }

const typeMismatch = (fit: 'never' | 'loose'): EntryCheck =>
  function* (entry, statement, context) {
    const known = documented(entry.key, context)
    if (!known || matchOperatorType(entry.operator, known.type) !== fit) return
    if (typesOf(entry.lowerKey, known.type).some((type) => matchOperatorType(entry.operator, type) === 'fits')) return
    const usual = entry.operator.negated ? null : withBase(entry, USUAL_OPERATOR[known.type])
    yield {
      span: entry.span,
      data: { key: entry.key, type: TYPE_NAMES[known.type], operator: entry.operatorText },
      fixes: usual ? useOperator(entry, statement, usual, context) : [],
    }
  }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
function* missingSetOperator(entry: ConditionEntry, statement: Statement, context: CheckContext): Iterable<CheckHit> {
  const { operator } = entry
  if (operator.set !== 'none' || operator.family === 'null' || !documented(entry.key, context)?.multivalued) return
  const set = allows(statement) && !operator.negated ? 'ForAnyValue' : 'ForAllValues'
  yield {
    span: entry.span,
    data: { key: entry.key, operator: entry.operatorText },
    fixes: [set, set === 'ForAnyValue' ? 'ForAllValues' : 'ForAnyValue'].flatMap((prefix) =>
      useOperator(entry, statement, `${prefix}:${operator.name}`, context),
    ),
  }
}

/** What AWS says of a global key holds; the type that a service documents of its own is now and then too wide. */
const missingSet = (global: boolean): EntryCheck =>
  function* (entry, statement, context) {
    if ((findConditionKey(entry.key) !== null) === global) yield* missingSetOperator(entry, statement, context)
  }

const singleUnderSet = (dangerous: boolean): EntryCheck =>
  function* (entry, statement, context) {
    const { operator } = entry
    const known = documented(entry.key, context)
    if (operator.set === 'none' || !known || known.multivalued) return
    if ((operator.set === 'all' && allows(statement)) !== dangerous) return
    const plain = operator.name.slice(operator.name.indexOf(':') + 1)
    yield {
      span: entry.span,
      data: { key: entry.key, operator: entry.operatorText },
      fixes: useOperator(entry, statement, plain, context),
    }
  }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
function* forAllAllows(entry: ConditionEntry, statement: Statement, context: CheckContext): Iterable<CheckHit> {
  if (entry.operator.set !== 'all' || !allows(statement) || !documented(entry.key, context)?.multivalued) return
  const demanded = statement.conditions.some(
    ({ operator, lowerKey, values }) =>
      // A request that sets a tag names it, and so has the list of names.
      (entry.lowerKey === 'aws:tagkeys' &&
        lowerKey.startsWith('aws:requesttag/') &&
        operator.family !== 'null' &&
        operator.set === 'none' &&
        !operator.ifExists &&
        !operator.negated) ||
      (lowerKey === entry.lowerKey &&
        (operator.set === 'any' ||
          (operator.family === 'null' && values.some(({ text }) => text.toLowerCase() === 'false')))),
  )
  if (!demanded) yield { span: entry.span, data: { key: entry.key } }
}

/** Who asks and from where must not be left open; what the request asks for may be. */
const forAllWithoutKey = (who: boolean): EntryCheck =>
  function* (entry, statement, context) {
    const isWho = entry.lowerKey.startsWith(GLOBAL) && entry.lowerKey !== 'aws:tagkeys'
    if (isWho === who) yield* forAllAllows(entry, statement, context)
  }

function* plainWildcard(entry: ConditionEntry, statement: Statement, context: CheckContext): Iterable<CheckHit> {
  if (entry.operator.family !== 'string') return
  const like = withBase(entry, entry.operator.negated ? 'StringNotLike' : 'StringLike')
  for (const { text, span } of entry.values) {
    if (!hasWildcard(text.replace(/\$\{[*?$]\}/g, ''))) continue
    yield { span, data: { text, operator: entry.operatorText }, fixes: useOperator(entry, statement, like, context) }
  }
}

/** Several values where a single-valued key can be only one. */
function* severalBooleans(
  { key, operator, values, span }: ConditionEntry,
  _: Statement,
  context: CheckContext,
): Iterable<CheckHit> {
  if (operator.family === 'bool' && values.length > 1 && documented(key, context)?.multivalued === false)
    yield { span, data: { key } }
}

const row = (code: Check['code'], severity: Check['severity'], find: EntryCheck): Check => ({
  code,
  severity,
  find: eachCondition(find),
})

/** Checks of condition keys and their operators. */
export const CONDITION_CHECKS: readonly Check[] = [
  row('key-malformed', 'error', malformedKey),
  row('key-tag-without-name', 'error', tagWithoutName),
  row('key-unknown-global', 'error', unknownGlobalKey),
  row('key-unknown', 'warning', unknownServiceKey),
  row('key-for-no-action', 'warning', unsupportedBy(true)),
  row('key-for-some-actions', 'suggestion', unsupportedBy(false)),
  row('operator-never-matches', 'error', typeMismatch('never')),
  row('operator-meant-for-another', 'suggestion', typeMismatch('loose')),
  row('key-needs-set-operator', 'error', missingSet(true)),
  row('key-listed-as-multivalued', 'warning', missingSet(false)),
  row('key-for-all-allows-absent', 'securityWarning', singleUnderSet(true)),
  row('key-takes-no-set-operator', 'warning', singleUnderSet(false)),
  row('for-all-allows-without-key', 'securityWarning', forAllWithoutKey(true)),
  row('for-all-passes-without-key', 'suggestion', forAllWithoutKey(false)),
  row('operator-takes-no-wildcard', 'warning', plainWildcard),
  row('bool-several-values', 'error', severalBooleans),
]
