import type { OperatorFamily } from '../../iam/condition-operators'
import { matchAnyCase } from '../../iam/wildcard'
import { CASE_LAYERS } from '../../iam/layers'
import { parsePolicy } from '../../policy/parse-policy'
import type { Statement } from '../../policy/policy'
import type { Draft } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'

/** A condition key that statements about the action test, or whose value they put into a pattern. */
export interface TestedKey {
  /** As the first statement spells it. */
  readonly key: string
  /** What the statements compare it with; empty of a variable. */
  readonly values: readonly string[]
  /** Under an operator that compares sets. */
  readonly isSet: boolean
  /** What its tests compare. */
  readonly families: readonly OperatorFamily[]
}

const mayName = ({ action: { values, not } }: Statement, action: string): boolean =>
  action === '' || not || values.some(({ text }) => matchAnyCase(text, action))

const VARIABLE = /\$\{([a-z][\w.-]{0,120}:[\w./:-]{1,120})\}/gi

const spokenBy = ({ conditions, resource }: Statement): readonly TestedKey[] => {
  const texts = [...(resource?.values ?? []), ...conditions.flatMap(({ values }) => values)].map(({ text }) => text)
  const variables = texts.flatMap((text) => [...text.matchAll(VARIABLE)].map(([, key]) => key!))
  return [
    ...conditions.map(({ key, operatorText, operator, values }): TestedKey => ({
      key,
      values: operator.family === 'null' ? [] : values.map(({ text }) => text),
      isSet: /^For(?:Any|All)Values?:/i.test(operatorText),
      families: [operator.family],
    })),
    ...variables.map((key): TestedKey => ({ key, values: [], isSet: false, families: [] })),
  ]
}

/** The keys on which the policies of a draft make an action depend, each once. */
export function keysTestedBy(draft: Draft, action: string): readonly TestedKey[] {
  const statements = CASE_LAYERS.flatMap((layer) =>
    draftPoliciesOf(draft.layers, layer).map((one) => [layer, one] as const),
  )
    .flatMap(([layer, { text }]) => parsePolicy(text, layer).statements)
    .filter((statement) => mayName(statement, action))
  const found = new Map<string, TestedKey>()
  for (const { key, values, isSet, families } of statements.flatMap(spokenBy)) {
    const lower = key.toLowerCase()
    const before = found.get(lower)
    found.set(lower, {
      key: before?.key ?? key,
      values: [...(before?.values ?? []), ...values],
      isSet: isSet || before?.isSet === true,
      families: [...(before?.families ?? []), ...families],
    })
  }
  return [...found.values()]
}
