import { tokenIssuerOf, type TokenIssuerId } from '../facts/keys/token-issuers'
import { replaceHoles } from '../iam/find-holes'
import { familyFacts } from '../iam/condition-operators'
import { matchWildcard } from '../iam/wildcard'
import type { ConditionEntry, Statement } from '../policy/policy'
import { coversForm } from '../iam/claim-form'

/** A statement that lets tokens in, with its tests of the subject and the audience. */
export interface TokenAllow {
  readonly statement: Statement
  readonly issuer: string
  readonly provider: TokenIssuerId | null
  readonly subjects: readonly ConditionEntry[]
  readonly audiences: readonly ConditionEntry[]
}

/** Values of one test that are looked at; with more, the test is taken to let everything in. */
const MAX_VALUES = 60

/** A value of a test as a pattern: what is hidden or filled in later may be anything. */
const patternOf = (text: string): string => replaceHoles(text.replace(/\$\{[^{}\n]{0,200}\}/g, '*'), 'policy', '*')

const TEXTS: ReadonlySet<string> = new Set(['string', 'stringIgnoreCase', 'stringLike'])

const takesWildcards = ({ operator }: ConditionEntry): boolean => familyFacts(operator.family).takesWildcards

const isPositive = ({ operator }: ConditionEntry): boolean => !operator.negated && TEXTS.has(operator.family)

const testsOf = ({ conditions }: Statement, claim: ':sub' | ':aud'): readonly ConditionEntry[] =>
  conditions.filter((entry) => entry.lowerKey.endsWith(claim) && isPositive(entry))

/** The provider that the principal of a statement names: its issuer, or its name as it is written. */
export const federatedOf = ({ principal }: Statement): string | null => {
  const text = principal?.values.find(({ key }) => key === 'Federated')?.text ?? null
  return text === null ? null : text.slice(text.indexOf('oidc-provider/') < 0 ? 0 : text.indexOf('oidc-provider/') + 14)
}

/** Reads a statement as one that lets tokens in. */
export const tokenAllow = (statement: Statement): TokenAllow => {
  const subjects = testsOf(statement, ':sub')
  const audiences = testsOf(statement, ':aud')
  const key = [...subjects, ...audiences][0]?.key ?? null
  const issuer = key === null ? (federatedOf(statement) ?? '') : key.slice(0, -':sub'.length)
  return { statement, issuer, provider: tokenIssuerOf(issuer), subjects, audiences }
}

/** Does a test take its wildcards as they stand, so that no token passes it? */
export const isLiteral = ({ operator, values }: ConditionEntry): boolean =>
  operator.family === 'string' && values.every(({ text }) => /[*?]/.test(text))

/** Does a test let in some text of this form? What is masked or filled in later may be anything. */
export const admits = (test: ConditionEntry, form: string): boolean =>
  test.values.length > MAX_VALUES ||
  test.values.some(({ text }) => {
    const known = patternOf(text)
    return coversForm(known, form, takesWildcards(test) || known !== text)
  })

/** Does a test let in this very text? */
export const admitsText = (test: ConditionEntry, text: string, isCaseless: boolean): boolean => {
  const fold = (one: string) => (isCaseless || test.operator.family === 'stringIgnoreCase' ? one.toLowerCase() : one)
  return test.values.some(({ text: value }) => {
    const known = patternOf(value)
    return takesWildcards(test) || known !== value ? matchWildcard(fold(known), fold(text)) : fold(value) === fold(text)
  })
}
