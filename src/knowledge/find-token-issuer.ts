import { issuerMeant } from '../facts/keys/token-issuers'
import { onlyOne } from '../text/only-one'
import { own, setOwn } from '../text/own'
import type { NeededStatement, Observation, RowMatch } from './knowledge'
import { federatedOf, type TokenAllow } from './oidc-trust-statement'
import { tokenTrap, WEB_IDENTITY_ACTION } from './token-cause'
import type { TokenTrapId } from './token-traps'

/** An issuer as `describe-cluster` prints that of a cluster, and as a token names its own. */
const SHOWN =
  /https:\/\/(oidc\.eks\.[a-z\d-]{5,30}\.amazonaws\.com(?:\.cn)?\/id\/[A-F\d]{32})\b|["']?\biss["']?\s{0,3}[:=]\s{0,3}["']?https:\/\/([\w.-]{3,120}(?:\/[\w./-]{1,200}\w)?)/gi

/** The one issuer that a text shows beside its policies. */
const issuerIn = (text: string): string | undefined =>
  onlyOne([...text.matchAll(SHOWN)].map(([, ofCluster, ofToken]) => ofCluster ?? ofToken ?? ''))

/** The same statement for the tokens of another issuer. */
function ofIssuer({ statement }: TokenAllow, federated: string, issuer: string): NeededStatement | null {
  const provider = statement.principal?.values.find(({ key }) => key === 'Federated')?.text ?? ''
  const condition: Record<string, Record<string, readonly string[]>> = {}
  for (const { operatorText, key, values } of statement.conditions) {
    const at = key.lastIndexOf(':')
    // A key may name the right issuer already.
    if (![federated, issuer].some((one) => key.slice(0, at).toLowerCase() === one.toLowerCase())) return null
    const tests = { ...own(condition, operatorText), [issuer + key.slice(at)]: values.map(({ text }) => text) }
    setOwn(condition, operatorText, tests)
  }
  if (!provider.startsWith('arn:') || !provider.endsWith(federated)) return null
  const named = provider.slice(0, provider.length - federated.length) + issuer
  return { effect: 'Allow', principal: { Federated: named }, actions: [WEB_IDENTITY_ACTION], condition }
}

/** A trust policy that names a provider by a name that is no issuer’s. */
export const misspeltIssuer = (seen: Observation, allows: readonly TokenAllow[]): readonly RowMatch<TokenTrapId>[] =>
  allows.flatMap((allow) => {
    const federated = federatedOf(allow.statement) ?? ''
    const issuer = /^[\w./:-]+$/.test(federated) ? issuerMeant(federated) : null
    if (issuer === null) return []
    return [
      tokenTrap(seen, {
        id: 'token-issuer-misspelt',
        facts: { issuer, written: federated },
        strength: 'shown',
        for: [{ kind: 'compared-with', text: federated }],
        statement: ofIssuer(allow, federated, issuer),
      }),
    ]
  })

/** The text shows who issues the tokens, and the trust policy lets in those of other issuers alone. */
export function issuerOfAnother(seen: Observation, allows: readonly TokenAllow[]): readonly RowMatch<TokenTrapId>[] {
  const issuer = issuerIn(seen.text)
  const named = allows.map(({ statement }) => federatedOf(statement) ?? '')
  const isKnown = named.length > 0 && named.every((one) => /^[\w.-]+\.[a-z]+(?:\/[\w./-]+)?$/i.test(one))
  const [allow] = allows
  const [federated = ''] = named
  if (issuer === undefined || !isKnown || allow === undefined) return []
  if (named.some((one) => one.toLowerCase() === issuer.toLowerCase())) return []
  return [
    tokenTrap(seen, {
      id: 'token-issuer-of-another',
      facts: { issuer, written: federated },
      strength: 'shown',
      for: [
        { kind: 'text', text: issuer },
        { kind: 'compared-with', text: federated },
      ],
      statement: ofIssuer(allow, federated, issuer),
    }),
  ]
}
