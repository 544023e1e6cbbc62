import { memberOf } from '../../case/case-documents'
import { parsePrincipal } from '../../iam/principal'
import { parseJson } from '../../text/parse-json'
import { fieldsOf, type Fields, textsOf } from '../../text/fields'
import { valueOfNode } from '../../text/json-value'
import { applyEdits } from '../../text/text-edit'
import type { StatementJson } from '../causes/least-statement'
import { addValue } from './edit-json'
import { testedKeys } from './fix-statements'
import { isCovered } from './same-statement'

/** What is left of some statements once their principal stands beside others, and where it was put. */
export interface BesidePrincipals {
  readonly text: string
  /** The names of the statements that name the principal now. */
  readonly sids: readonly string[]
  readonly left: readonly StatementJson[]
}

/** Roles and users that a statement names and nothing else: what holds for one of them can hold for one more. */
const namedBy = (statement: Fields): readonly string[] => {
  const principal = fieldsOf(statement['Principal'])
  const named = textsOf(principal['AWS'])
  const areOnes = named.every((one) => ['role', 'user'].includes(parsePrincipal(one)?.kind ?? ''))
  return Object.keys(principal).join() === 'AWS' && areOnes ? named : []
}

const sorted = (values: readonly string[]): string => JSON.stringify(values.toSorted())

const testsOf = (statement: Fields): string =>
  sorted(testedKeys(statement).map(({ operator, key, values }) => `${operator} ${key} ${sorted(values)}`))

/** Does a statement allow others a part of what another one allows, on the same, and nothing else? */
const isPartOf = (there: Fields, made: StatementJson): boolean => {
  const actions = textsOf(there['Action'])
  return (
    there['Effect'] === 'Allow' &&
    namedBy(there).length > 0 &&
    actions.length > 0 &&
    actions.every((one) => isCovered(one, textsOf(made['Action']))) &&
    sorted(textsOf(there['Resource'])) === sorted(textsOf(made['Resource'])) &&
    testsOf(there) === testsOf(made)
  )
}

/** The statement without the actions that another one allows; null: none is left. */
const without = (made: StatementJson, actions: readonly string[]): StatementJson | null => {
  const left = textsOf(made['Action']).filter((one) => !isCovered(one, actions))
  return left.length === 0 ? null : { ...made, Action: left.length === 1 ? left[0] : left }
}

/** Puts whom some statements let in beside the others whom the policy lets in for the same, where it opens nothing more. */
export function besidePrincipals(before: string, statements: readonly StatementJson[]): BesidePrincipals {
  let text = before
  const sids: string[] = []
  const left = statements.flatMap((made) => {
    let rest: StatementJson | null = made
    const [who, ...more] = namedBy(made)
    const { root } = parseJson(text)
    const held = root?.kind === 'object' ? memberOf(root, 'Statement')?.value : undefined
    if (who === undefined || more.length > 0 || held?.kind !== 'array') return [made]
    for (const at of held.items.keys()) {
      const { root: now } = parseJson(text)
      const list = now?.kind === 'object' ? memberOf(now, 'Statement')?.value : undefined
      const node = list?.kind === 'array' ? list.items[at] : undefined
      const there = fieldsOf(node && valueOfNode(node))
      const principal = node?.kind === 'object' ? memberOf(node, 'Principal')?.value : undefined
      const named = principal?.kind === 'object' ? memberOf(principal, 'AWS')?.value : undefined
      if (rest === null || named === undefined || !isPartOf(there, rest)) continue
      text = applyEdits(text, [addValue(text, named, who)])
      sids.push(typeof there['Sid'] === 'string' ? there['Sid'] : String(at + 1))
      rest = without(rest, textsOf(there['Action']))
    }
    return rest === null ? [] : [rest]
  })
  return { text, sids, left }
}
