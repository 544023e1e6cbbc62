import type { ConditionEntry } from '../policy/policy'
import { matchWildcard } from '../iam/wildcard'
import { own, setOwn } from '../text/own'
import type { RowMatch, Clue, Facts, KnowledgeRow, NeededStatement, Observation } from './knowledge'
import { factsOf, someValues, filledWords } from './observe'
import { type TokenAllow } from './oidc-trust-statement'
import { type TokenFormId, type TokenProviderId } from './token-forms'
import { TOKEN_TRAPS, type TokenTrapId } from './token-traps'

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

/** Does a subject lack parts at its end that one of the values here asks for, as a branch behind a project? Whoever has it would be let in without them. */
const lacksParts = ({ subjects }: TokenAllow, value: string): boolean => {
  const parts = value.split('/')
  return subjects.some(({ values }) =>
    values.some(({ text }) => {
      const asked = text.split('/')
      return asked.length > parts.length && parts.every((part, at) => matchWildcard(asked[at] ?? '', part))
    }),
  )
}

/** A statement that lets in one subject more, with all else that the one that is there says; null: it would say less. */
export const lettingIn = (allow: TokenAllow, key: string, value: string): NeededStatement | null => {
  const { statement } = allow
  const provider = statement.principal?.values.find((one) => one.key === 'Federated')?.text
  if (provider === undefined || lacksParts(allow, value)) return null
  const condition: Record<string, Record<string, readonly string[]>> = {}
  const add = (operator: string, tested: string, values: readonly string[]) =>
    setOwn(condition, operator, { ...own(condition, operator), [tested]: values })
  for (const { operatorText, operator, key: tested, values } of statement.conditions)
    if (operator.negated || tested.toLowerCase() !== key.toLowerCase())
      add(
        operatorText,
        tested,
        values.map(({ text }) => text),
      )
  add(value.includes('*') ? 'StringLike' : 'StringEquals', key, [value])
  return { effect: 'Allow', principal: { Federated: provider }, actions: [WEB_IDENTITY_ACTION], condition }
}

/** What tells one cause of a token from another. */
interface TokenCause<Id extends TokenId> extends Pick<RowMatch<Id>, 'id' | 'strength' | 'for'> {
  readonly facts?: Facts
  /** What the trust policy would have to test. */
  readonly values?: readonly { readonly key: string; readonly value: string }[]
  readonly statement?: NeededStatement | null
}

/** A row on tokens as a cause: the trust policy does not let the token in. */
export const tokenCause = <Id extends TokenId>({
  id,
  row,
  facts = {},
  values = [],
  statement = null,
  ...signs
}: TokenCause<Id> & { readonly row: KnowledgeRow }): RowMatch<Id> => ({
  id,
  layer: 'trust',
  decision: 'implicitDeny',
  ...signs,
  against: [],
  check: filledWords(row.check, facts),
  fix: { layer: 'trust', statements: statement ? [statement] : [], values },
  page: row.page,
  confirmed: row.confirmed,
  facts,
})

/** A mistake that tokens show, with what the observation tells. */
export const tokenTrap = <Id extends TokenTrapId>(seen: Observation, found: TokenCause<Id>): RowMatch<Id> =>
  tokenCause({ ...found, row: TOKEN_TRAPS[found.id], facts: { ...factsOf(seen), ...found.facts } })
