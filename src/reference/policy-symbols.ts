import type { JsonNode } from '../text/json-node'
import type { Span } from '../text/span'
import { codeList } from './describe'
import { elementStrings, nodeAt } from './policy-cursor'
import { statementsOf } from './statement-actions'

/** A part of a policy for an outline. */
export interface PolicySymbol {
  readonly name: string
  readonly detail: string
  readonly span: Span
  readonly children: readonly PolicySymbol[]
}

/** The statements of a policy with their elements, for an outline. */
export function policySymbols(root: JsonNode | null): readonly PolicySymbol[] {
  return statementsOf(root).map((statement, index): PolicySymbol => {
    const [sid] = elementStrings(statement, 'Sid')
    const [effect = ''] = elementStrings(statement, 'Effect')
    const actions = [...elementStrings(statement, 'Action'), ...elementStrings(statement, 'NotAction')]
    return {
      name: sid ? sid : `Statement ${index + 1}`,
      detail: `${effect} ${codeList(actions, 3).replaceAll('`', '')}`.trim(),
      span: statement.span,
      children: elementsOf(statement),
    }
  })
}

const elementsOf = (statement: JsonNode): readonly PolicySymbol[] =>
  statement.kind !== 'object'
    ? []
    : statement.members.map(({ key, keySpan, value }) => ({
        name: key,
        detail: elementStrings(statement, key).slice(0, 3).join(', '),
        span: [keySpan[0], value.span[1]],
        children: value.kind === 'object' ? conditionsOf(nodeAt(statement, [key])) : [],
      }))

const conditionsOf = (node: JsonNode | null): readonly PolicySymbol[] =>
  node?.kind !== 'object'
    ? []
    : node.members.map(({ key, keySpan, value }) => ({
        name: key,
        detail: value.kind === 'object' ? value.members.map((member) => member.key).join(', ') : '',
        span: [keySpan[0], value.span[1]],
        children: [],
      }))
