import type { LayerRow } from '../iam/layers'
import type { JsonReader } from '../text/json-reader'
import type { Span } from '../text/span'
import { parseConditions } from './parse-conditions'
import { parsePrincipalElement } from './parse-principal-element'
import { isMark } from '../case/holes'
import type { ConditionEntry, PolicyText, PrincipalElement, Statement, ValuesElement } from './policy'
import { kindInWords, type PolicyProblems } from './policy-problems'

const NO_CONDITIONS: readonly ConditionEntry[] = []

/** Reads one statement by the rules of its policy type; null when it says too little to be judged. */
export function parseStatement<N>(
  node: N,
  index: number,
  reader: JsonReader<N>,
  rules: LayerRow,
  problems: PolicyProblems,
): Statement | null {
  const span = reader.span(node)
  const { fatalities } = problems
  const whole = holeIn(node, reader)
  if (whole !== null) return unknownStatement(whole, index, span)
  if (reader.kind(node) !== 'object') {
    problems.fatal('statement-not-object', span, { found: kindInWords(reader.kind(node)) })
    return null
  }
  let sid: string | null = null
  let effect: Statement['effect'] | null = null
  let effectSpan: Span | null = null
  let hasEffect = false
  let principal: PrincipalElement | null = null
  let action: ValuesElement | null = null
  let resource: ValuesElement | null = null
  let conditions = NO_CONDITIONS
  let openEffect: string | null = null
  let openRest: string | null = null
  const { keys, values } = reader.fields(node)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    const value = values[i] as N
    switch (key) {
      case 'Sid':
        if (reader.kind(value) === 'string') {
          sid = reader.scalar(value)
          problems.placeholders(sid, reader.span(value))
        } else {
          const found = kindInWords(reader.kind(value))
          problems.fatal('element-not-text', reader.span(value), { element: key, found })
        }
        break
      case 'Effect':
        hasEffect = true
        effectSpan = reader.span(value)
        openEffect = holeIn(value, reader)
        effect = openEffect === null ? parseEffect(value, reader, problems) : 'Deny'
        break
      case 'Action':
      case 'NotAction':
        if (action !== null) problems.fatal('statement-both-elements', reader.keySpan(node, i), { element: 'Action' })
        action = parseValues(key, key === 'NotAction', value, reader, problems)
        break
      case 'Resource':
      case 'NotResource':
        if (resource !== null)
          problems.fatal('statement-both-elements', reader.keySpan(node, i), { element: 'Resource' })
        resource = parseValues(key, key === 'NotResource', value, reader, problems)
        if (rules.resource === 'forbidden') {
          problems.warn('statement-resource-forbidden', reader.keySpan(node, i), { type: rules.name, element: key })
        }
        break
      case 'Principal':
      case 'NotPrincipal':
        if (principal !== null)
          problems.fatal('statement-both-elements', reader.keySpan(node, i), { element: 'Principal' })
        principal = parsePrincipalElement(value, key === 'NotPrincipal', reader, problems)
        if ((key === 'Principal' ? rules.principal : rules.notPrincipal) === 'forbidden') {
          problems.fatal('statement-principal-forbidden', reader.keySpan(node, i), { type: rules.name, element: key })
        }
        break
      case 'Condition':
        openRest = holeIn(value, reader)
        if (openRest === null) {
          const read = parseConditions(value, reader, problems)
          conditions = read.entries
          openRest = read.open
        }
        break
      default:
        problems.fatal('policy-unknown-element', reader.keySpan(node, i), { key })
    }
  }
  if (!hasEffect) problems.fatal('statement-without-effect', span)
  if (action === null) problems.fatal('statement-without-action', span)
  if (resource === null && rules.resource === 'required') problems.fatal('statement-without-resource', span)
  if (principal === null && rules.principal === 'required') {
    problems.fatal('statement-without-principal', span, { type: rules.name })
  }
  if (principal?.not === true && effect === 'Allow') {
    problems.warn('statement-not-principal-with-allow', principal.span)
  }
  if (effect === null || action === null) return null
  const statement = { index, span, sid, effect, effectSpan, principal, action, resource, conditions }
  if (problems.fatalities > fatalities) return { ...statement, broken: true }
  const isOpen = openEffect !== null || openRest !== null
  return isOpen ? { ...statement, open: { effect: openEffect, rest: openRest } } : statement
}

/** The hole that stands for all of it; null where none does. */
function holeIn<N>(node: N, reader: JsonReader<N>): string | null {
  if (reader.kind(node) !== 'string') return null
  const text = reader.scalar(node)
  return text.length === 1 && isMark(text) ? text : null
}

/** A statement of which nothing is known: it may allow or deny anything. */
const unknownStatement = (mark: string, index: number, span: Span | null): Statement => ({
  index,
  span,
  sid: null,
  effect: 'Deny',
  effectSpan: null,
  principal: null,
  action: { not: false, span, values: [{ text: '*', span }] },
  resource: null,
  conditions: NO_CONDITIONS,
  open: { effect: mark, rest: mark },
})

function parseEffect<N>(node: N, reader: JsonReader<N>, problems: PolicyProblems): Statement['effect'] | null {
  const kind = reader.kind(node)
  const text = kind === 'string' ? reader.scalar(node) : kindInWords(kind)
  if (kind === 'string' && (text === 'Allow' || text === 'Deny')) return text
  problems.fatal('statement-invalid-effect', reader.span(node), { found: text })
  return null
}

function parseValues<N>(
  element: string,
  not: boolean,
  node: N,
  reader: JsonReader<N>,
  problems: PolicyProblems,
): ValuesElement {
  const span = reader.span(node)
  const kind = reader.kind(node)
  if (kind === 'string') {
    const text = reader.scalar(node)
    problems.placeholders(text, span)
    return { not, span, values: [{ text, span }] }
  }
  if (kind !== 'array') {
    problems.fatal('element-not-text', span, { element, found: kindInWords(kind) })
    return { not, span, values: [] }
  }
  const items = reader.items(node)
  if (items.length === 0) problems.warn('element-empty', span, { element })
  const values = new Array<PolicyText>(items.length)
  let count = 0
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as N
    const itemKind = reader.kind(item)
    const itemSpan = reader.span(item)
    if (itemKind === 'string') {
      const text = reader.scalar(item)
      problems.placeholders(text, itemSpan)
      values[count++] = { text, span: itemSpan }
    } else problems.fatal('element-not-text', itemSpan, { element, found: kindInWords(itemKind) })
  }
  if (count < items.length) values.length = count
  return { not, span, values }
}
