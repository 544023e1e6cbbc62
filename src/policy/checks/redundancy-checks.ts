import { compileGlob, hasWildcard, matchGlob } from '../../iam/wildcard'
import type { ConditionEntry, PolicyText, Statement, ValuesElement } from '../policy'
import { allows, eachStatement, removeFromList, type Check, type CheckContext, type CheckHit } from './check'
import { eachCondition } from './condition-checks'

/** A pattern that covers whatever the text names; texts are compared as they are, `*` inside one is a plain letter. */
interface Cover {
  readonly text: string
  readonly covers: (other: string) => boolean
}

function coverOf(text: string): Cover {
  const glob = compileGlob(text)
  return { text, covers: (other) => matchGlob(glob, other) }
}

/** What stands before the first colon; a pattern with a wildcard there reaches across all. */
function partOf(text: string): string {
  const part = text.slice(0, text.indexOf(':') + 1)
  return hasWildcard(part) ? '' : part
}

/**
 * Values of a list that another value of the list covers already: for each the coverer. Only patterns are tried against
 * the rest, and equal texts are found by name, so that long lists stay quick.
 */
function covered(
  values: readonly PolicyText[],
  fold: (text: string) => string,
): readonly (readonly [PolicyText, string])[] {
  const patterns = new Map<string, Cover[]>()
  for (const text of new Set(values.map((value) => fold(value.text)).filter(hasWildcard))) {
    const list = patterns.get(partOf(text)) ?? []
    list.push(coverOf(text))
    patterns.set(partOf(text), list)
  }
  const seen = new Set<string>()
  const found: (readonly [PolicyText, string])[] = []
  for (const value of values) {
    const text = fold(value.text)
    const near = [...(patterns.get(partOf(text)) ?? []), ...(partOf(text) === '' ? [] : (patterns.get('') ?? []))]
    const by = seen.has(text) ? value.text : near.find((cover) => cover.text !== text && cover.covers(text))?.text
    if (by !== undefined) found.push([value, by])
    seen.add(text)
  }
  return found
}

const lower = (text: string) => text.toLowerCase()
const same = (text: string) => text

function* redundantIn(
  element: ValuesElement | null,
  fold: (text: string) => string,
  { text }: CheckContext,
): Iterable<CheckHit> {
  if (!element || element.values.length < 2) return
  for (const [value, by] of covered(element.values, fold))
    yield { span: value.span, data: { text: value.text, by }, fixes: removeFromList(text, value.span) }
}

/** Do the patterns cover all of these? */
const coversAll = (patterns: readonly PolicyText[], texts: readonly PolicyText[], fold: (text: string) => string) => {
  const equal = new Set(patterns.map(({ text }) => fold(text)))
  const covers = [...equal].filter(hasWildcard).map(coverOf)
  return texts.every(({ text }) => equal.has(fold(text)) || covers.some((cover) => cover.covers(fold(text))))
}

const MOST_STATEMENTS = 200

const plain = ({ action, resource }: Statement) =>
  !action.not && (resource === null || !resource.not) && action.values.length > 0

/** Is all that one statement speaks of spoken of by the other? Who is named must be named in the same words. */
function speaksOfAll(wide: Statement, narrow: Statement): boolean {
  if (!plain(wide) || !plain(narrow)) return false
  if ((wide.resource === null) !== (narrow.resource === null)) return false
  const who = (statement: Statement) =>
    JSON.stringify([statement.principal?.not, statement.principal?.values.map(({ key, text }) => [key, text])])
  return (
    who(wide) === who(narrow) &&
    coversAll(wide.action.values, narrow.action.values, lower) &&
    coversAll(wide.resource?.values ?? [], narrow.resource?.values ?? [], same)
  )
}

const conditionsOf = ({ conditions }: Statement) =>
  JSON.stringify(
    conditions.map(({ operator, lowerKey, values }) => [operator.name, lowerKey, values.map(({ text }) => text)]),
  )

const unconditional = ({ conditions }: Statement) => conditions.length === 0

function* redundantStatement({ policy }: CheckContext): Iterable<CheckHit> {
  const { statements } = policy
  if (statements.length > MOST_STATEMENTS) return
  for (const narrow of statements) {
    const wide = statements.find(
      (other) =>
        other !== narrow &&
        other.effect === narrow.effect &&
        (unconditional(other) || conditionsOf(other) === conditionsOf(narrow)) &&
        speaksOfAll(other, narrow) &&
        // Of two that say the same the later one is too many.
        (other.index < narrow.index || !speaksOfAll(narrow, other) || conditionsOf(other) !== conditionsOf(narrow)),
    )
    if (wide) yield { span: narrow.span, data: { number: wide.index + 1 } }
  }
}

function* alwaysDenied({ policy }: CheckContext): Iterable<CheckHit> {
  const { statements } = policy
  if (statements.length > MOST_STATEMENTS) return
  const denies = statements.filter((statement) => !allows(statement) && unconditional(statement))
  for (const statement of statements.filter(allows)) {
    const deny = denies.find((other) => speaksOfAll(other, statement))
    if (deny) yield { span: statement.span, data: { number: deny.index + 1 } }
  }
}

/** `Null: true` asks that the key is absent; another operator on it then cannot hold. */
function* contradiction(entry: ConditionEntry, statement: Statement): Iterable<CheckHit> {
  const isAbsent = entry.operator.family === 'null' && entry.values.every(({ text }) => text.toLowerCase() === 'true')
  if (!isAbsent || entry.values.length === 0) return
  const other = statement.conditions.find(
    ({ lowerKey, operator }) =>
      lowerKey === entry.lowerKey &&
      operator.family !== 'null' &&
      !operator.negated &&
      !operator.ifExists &&
      operator.set !== 'all',
  )
  if (other) yield { span: entry.span, data: { key: entry.key, operator: other.operatorText } }
}

/** Checks of what is said twice, or in vain. */
export const REDUNDANCY_CHECKS: readonly Check[] = [
  {
    code: 'action-redundant',
    severity: 'suggestion',
    find: eachStatement(({ action }, context) => redundantIn(action, lower, context)),
  },
  {
    code: 'resource-redundant',
    severity: 'suggestion',
    find: eachStatement(({ resource }, context) => redundantIn(resource, same, context)),
  },
  {
    code: 'condition-value-redundant',
    severity: 'suggestion',
    find: eachStatement(function* ({ conditions }, { text }) {
      for (const { values } of conditions) {
        const seen = new Set<string>()
        for (const value of values) {
          if (seen.has(value.text))
            yield { span: value.span, data: { text: value.text }, fixes: removeFromList(text, value.span) }
          seen.add(value.text)
        }
      }
    }),
  },
  { code: 'condition-contradiction', severity: 'warning', find: eachCondition(contradiction) },
  { code: 'statement-redundant', severity: 'suggestion', find: redundantStatement },
  { code: 'allow-always-denied', severity: 'warning', find: alwaysDenied },
]
