import { matchWildcard } from '../../iam/wildcard'

/** Who issues tokens for AssumeRoleWithWebIdentity: issuers without `https://`, as they begin the condition keys; `*` as in a policy. */
const TOKEN_ISSUERS = {
  github: [
    ...['token.actions.githubusercontent.com', 'token.actions.githubusercontent.com/*'],
    ...['token.actions.*.ghe.com', '*/_services/token'],
  ],
  gitlab: ['gitlab.com', '*gitlab*'],
  bitbucket: ['api.bitbucket.org/2.0/workspaces/*/pipelines-config/identity/oidc'],
  circleci: ['oidc.circleci.com/org/*'],
  terraform: ['app.terraform.io', '*terraform*'],
  buildkite: ['agent.buildkite.com'],
  eks: ['oidc.eks.*.amazonaws.com/id/*', 'oidc.eks.*.amazonaws.com.cn/id/*'],
  cognito: ['cognito-identity.amazonaws.com'],
  google: ['accounts.google.com'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** The id of an issuer. */
export type TokenIssuerId = keyof typeof TOKEN_ISSUERS

const ISSUERS = Object.entries(TOKEN_ISSUERS) as readonly (readonly [TokenIssuerId, readonly string[]])[]

/** Whose tokens an address issues; null: nobody’s that has a row. */
export const tokenIssuerOf = (issuer: string): TokenIssuerId | null =>
  ISSUERS.find(([, all]) => all.some((one) => matchWildcard(one, issuer.toLowerCase())))?.[0] ?? null

/** The issuer in the ARN of a provider of tokens, as it begins the keys of its claims. */
export const issuerOfProvider = (text: string): string | undefined => /:oidc-provider\/(.{1,300})$/.exec(text)?.[1]

/** Issuers of one name alone, or with a path that is each customer’s own. */
const OF_ONE_NAME = ['github', 'bitbucket', 'circleci', 'buildkite', 'cognito', 'google'] as const

/**
 * The issuer that a name is meant to be which bears a provider’s own and is none of its issuers; null: it may be one. A gap
 * stands for what is each customer’s own.
 */
export function issuerMeant(issuer: string): string | null {
  const named = OF_ONE_NAME.find((id) => issuer.toLowerCase().includes(id))
  if (named === undefined || tokenIssuerOf(issuer) !== null) return null
  return TOKEN_ISSUERS[named][0].replace('*', '<organization>')
}
