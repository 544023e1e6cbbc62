import { matchWildcard } from '../../iam/wildcard'

/** Who issues tokens for AssumeRoleWithWebIdentity: issuers without `https://`, as they begin the condition keys; `*` as in a policy. */
export const TOKEN_ISSUERS = {
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
