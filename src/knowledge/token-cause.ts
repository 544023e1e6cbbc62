import type { ConditionEntry } from '../policy/policy'
import type { RowMatch, Clue, Facts, KnowledgeRow, NeededStatement } from './knowledge'
import { fill, someValues } from './observe'
import { type TokenAllow } from './oidc-trust-statement'
import { type TokenFormId, type TokenProviderId } from './token-forms'
import { type TokenTrapId } from './token-traps'

/** The id of any row on tokens. */
export type TokenId = TokenFormId | TokenProviderId | TokenTrapId

/** The action that hands out a role for a token. */
export const WEB_IDENTITY_ACTION = 'sts:AssumeRoleWithWebIdentity'

/** What tests compare a claim with. */
export const comparedWith = (tests: readonly ConditionEntry[]): readonly Clue[] =>
  tests
    .flatMap(({ values }) => values)
    .slice(0, 4)
    .map(({ text }) => ({ kind: 'compared-with', text }))

/** The values that tests let in, as one text. */
export const acceptedBy = (tests: readonly ConditionEntry[]): string =>
  someValues([...new Set(tests.flatMap(({ values }) => values.map(({ text }) => text)))])

/** A text that a claim is compared with. */
export const comparedWithText = (text: string): readonly Clue[] => [{ kind: 'compared-with', text }]

/** A statement that lets in one subject more, with the principal and the audience of one that is there. */
export const lettingIn = ({ statement, audiences }: TokenAllow, key: string, value: string): NeededStatement | null => {
  const provider = statement.principal?.values.find((one) => one.key === 'Federated')?.text
  if (provider === undefined) return null
  const operator = value.includes('*') ? 'StringLike' : 'StringEquals'
  const wanted = audiences.map((test) => [test.key, test.values.map(({ text }) => text)] as const)
  const tests: Record<string, Record<string, readonly string[]>> = { StringEquals: Object.fromEntries(wanted) }
  tests[operator] = { ...tests[operator], [key]: [value] }
  const condition = Object.fromEntries(Object.entries(tests).filter(([, keys]) => Object.keys(keys).length > 0))
  return { effect: 'Allow', principal: { Federated: provider }, actions: [WEB_IDENTITY_ACTION], condition }
}

/** What the rows have in common. */
export const cause = <Id extends TokenId>(
  id: Id,
  row: KnowledgeRow,
  facts: Facts,
  found: Pick<RowMatch, 'strength' | 'for' | 'against'>,
  values: readonly { readonly key: string; readonly value: string }[] = [],
  statement: NeededStatement | null = null,
): RowMatch<Id> => ({
  id,
  layer: 'trust',
  decision: 'implicitDeny',
  ...found,
  check: row.check?.map((word) => fill(word, facts)) ?? null,
  fix: { layer: 'trust', statements: statement ? [statement] : [], values },
  page: row.page,
  confirmed: row.confirmed,
  facts,
})
