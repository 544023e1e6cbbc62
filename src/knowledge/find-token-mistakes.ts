import { onlyOne } from '../text/only-one'
import { audiencesOf } from './token-subject'
import { hasHole } from '../iam/find-holes'
import { hasMark } from '../case/holes'
import { own, setOwn } from '../text/own'
import type { RowMatch, NeededStatement, Observation } from './knowledge'
import { federatedOf, isLiteral, tokenAllow, type TokenAllow } from './oidc-trust-statement'
import type { TokenTrapId } from './token-traps'
import { WEB_IDENTITY_ACTION, tokenTrap, comparedWith, lettingIn } from './token-cause'
import { TOKEN_FORMS, TOKEN_PROVIDERS, type TokenForm } from './token-forms'
import { coversForm } from '../iam/claim-form'
import type { ConditionEntry } from '../policy/policy'
import { namesAction } from '../policy/statement-names'

/** How surely a mistake of a statement keeps every token out: nothing else that is here lets one in. */
const sureOf = (allows: readonly TokenAllow[]): 'shown' | 'supported' => (allows.length === 1 ? 'shown' : 'supported')

/** The same statement for one issuer: as its principal, and in the keys of its tests. */
const underIssuer = (
  { statement, subjects, audiences }: TokenAllow,
  named: string,
  issuer: string,
  audience?: string,
): NeededStatement | null => {
  const provider = statement.principal?.values.find(({ key }) => key === 'Federated')?.text
  const tests = [...subjects, ...audiences]
  const isNamed = provider?.startsWith('arn:') === true || (named === issuer && provider?.startsWith('${') === true)
  if (provider === undefined || !isNamed || tests.length !== statement.conditions.length) return null
  const condition: Record<string, Record<string, readonly string[]>> = {}
  for (const test of tests) {
    const { operatorText, key, values } = test
    const isOther = audience !== undefined && audiences.includes(test)
    setOwn(condition, operatorText, {
      ...own(condition, operatorText),
      [`${issuer}${key.slice(key.lastIndexOf(':'))}`]: isOther ? [audience] : values.map(({ text }) => text),
    })
  }
  return {
    effect: 'Allow',
    principal: { Federated: provider.replace(named, issuer) },
    actions: [WEB_IDENTITY_ACTION],
    condition,
  }
}

/** The one audience that the text shows, where the tests of a statement let it not in; undefined: they do, or it shows none. */
const otherAudience = (seen: Observation, { audiences }: TokenAllow): string | undefined => {
  const audience = onlyOne(audiencesOf(seen))
  const isLetIn = audiences.some(({ values }) => values.some(({ text }) => text === audience || /[*?$]/.test(text)))
  return isLetIn ? undefined : audience
}

/** Tests with a wildcard under an operator that takes it as it stands: no token passes them, whatever it has. */
export const wildcardsTakenLiterally = (
  seen: Observation,
  allows: readonly TokenAllow[],
): readonly RowMatch<TokenTrapId>[] =>
  allows.flatMap((allow) =>
    [...allow.subjects, ...allow.audiences].filter(isLiteral).map((test) =>
      tokenTrap(seen, {
        id: 'token-wildcard-under-equals',
        facts: { operator: test.operatorText, written: test.values[0]?.text ?? '' },
        // No token can pass such a test, so that it tells more than what a token may have.
        strength: sureOf(allows),
        for: test.values.map(({ text }) => ({ kind: 'test-written', text })),
        // A fix compares patterns as patterns, and has the audience that the text shows where the statement has another.
        statement:
          test.operatorText === 'StringEquals'
            ? underIssuer(allow, allow.issuer, allow.issuer, otherAudience(seen, allow))
            : null,
      }),
    ),
  )

/** The subject with a wildcard that a trust policy takes as it stands, where none of its statements lets in another token. */
export function literalSubject(policies: Observation['policies']): string | null {
  const ofTokens = policies
    .flatMap(({ policy }) => policy.statements)
    .filter((one) => one.effect === 'Allow' && one.principal !== null && namesAction(one, WEB_IDENTITY_ACTION))
  const written = ofTokens.map((statement) => tokenAllow(statement).subjects.find(isLiteral))
  const [first] = written
  return first !== undefined && written.every((one) => one !== undefined) ? (first.values[0]?.text ?? null) : null
}

const isKnown = (text: string): boolean => !text.includes('${') && !hasHole(text, 'policy') && !hasMark(text)

/** https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html */
const EKS_ISSUER = /^oidc\.eks\.[a-z\d-]{5,20}\.amazonaws\.com(?:\.cn)?\/id\//

/** Does the text or the form of an issuer show that it is one? */
const isShown = ({ text }: Observation, issuer: string): boolean =>
  EKS_ISSUER.test(issuer) || text.includes(`oidc-provider/${issuer}`)

const otherIssuer = (seen: Observation, allows: readonly TokenAllow[]): readonly RowMatch<TokenTrapId>[] =>
  allows.flatMap((allow) => {
    const { statement, issuer, subjects, audiences } = allow
    const federated = federatedOf(statement)
    const [test] = [...subjects, ...audiences]
    if (federated === null || test === undefined || !isKnown(federated) || !isKnown(issuer)) return []
    if (federated.toLowerCase() === issuer.toLowerCase()) return []
    // The principal is the mistake where only the issuer of the keys is shown to be one.
    const isOfKeys = isShown(seen, issuer) && !EKS_ISSUER.test(federated)
    return [
      tokenTrap(seen, {
        id: 'token-key-of-other-issuer',
        facts: { issuer: federated, written: test.key },
        strength: sureOf(allows),
        for: [{ kind: 'compared-with', text: test.key }],
        statement: underIssuer(allow, federated, isOfKeys ? issuer : federated),
      }),
    ]
  })

/** Tests of a key that is an issuer alone: every key of a token is the issuer, a colon and the claim. */
const keysWithoutClaim = (seen: Observation, allows: readonly TokenAllow[]): readonly RowMatch<TokenTrapId>[] =>
  allows.flatMap(({ statement }) => {
    const federated = federatedOf(statement)?.toLowerCase()
    const test = statement.conditions.find(({ lowerKey }) => lowerKey === federated)
    if (test === undefined) return []
    return [
      tokenTrap(seen, {
        id: 'token-key-without-claim',
        facts: { written: test.key },
        strength: sureOf(allows),
        for: comparedWith([test]),
      }),
    ]
  })

const FORMS: readonly TokenForm[] = Object.values(TOKEN_FORMS)

/** A test of one claim with what a token of the provider has as the other. */
const claimsMixedUp = (seen: Observation, allows: readonly TokenAllow[]): readonly RowMatch<TokenTrapId>[] =>
  allows.flatMap((allow) => {
    const { provider, subjects, audiences } = allow
    if (provider === null) return []
    const usual: readonly string[] = TOKEN_PROVIDERS[provider].audiences
    const forms = FORMS.filter((form) => form.provider === provider)
    // The id of an identity pool looks as the id of an identity in it does: such a value is no subject for sure.
    const isAudience = (text: string) => usual.some((form) => coversForm(text, form, true))
    const isSubject = (text: string) =>
      !isAudience(text) && forms.some(({ subject }) => coversForm(text, subject, true))
    const areAll = ({ values }: ConditionEntry, isOther: (text: string) => boolean) =>
      values.length > 0 && values.every(({ text }) => isKnown(text) && isOther(text))
    const asAudience = audiences.find((test) => areAll(test, isSubject))
    const asSubject = subjects.find((test) => areAll(test, (text) => usual.includes(text)))
    const test = asAudience ?? asSubject
    const written = test?.values[0]?.text
    if (test === undefined || written === undefined) return []
    const [claim, other] = asAudience ? ['aud', 'sub'] : ['sub', 'aud']
    const audience = asAudience && subjects.length === 0 ? usual[0] : undefined
    const key = `${allow.issuer}:${other}`
    const conditions = allow.statement.conditions.filter((one) => one !== test)
    const rest = { ...allow, audiences: [], statement: { ...allow.statement, conditions } }
    const statement = audience === undefined ? null : lettingIn(rest, key, written)
    const tests = statement?.condition?.StringEquals
    return [
      tokenTrap(seen, {
        id: 'token-claims-mixed-up',
        facts: { claim: claim!, other: other!, written },
        strength: sureOf(allows),
        for: comparedWith([test]),
        statement:
          statement && audience !== undefined
            ? {
                ...statement,
                condition: { ...statement.condition, StringEquals: { [test.key]: [audience], ...tests } },
              }
            : null,
      }),
    ]
  })

/** The other mistakes in how a statement is written, for which it lets in no token at all. */
export const writtenMistakes = (seen: Observation, allows: readonly TokenAllow[]): readonly RowMatch<TokenTrapId>[] => [
  ...otherIssuer(seen, allows),
  ...keysWithoutClaim(seen, allows),
  ...claimsMixedUp(seen, allows),
]
