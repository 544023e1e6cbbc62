import { joinConditions, type ConditionJson } from './condition-json'
import { IAM_DOCS } from '../../iam/aws-docs'

/** What a trust policy tests of the tokens of an identity provider, so that not every token of it is let in. */
interface TokenTests {
  readonly issuer: RegExp
  /** Operator, key and what stands for the value where nobody knows it; `{issuer}` is the issuer’s address. */
  readonly tests: readonly (readonly [operator: string, key: string, value: string])[]
  readonly page: string
}

const SUBJECT = ['StringEquals', '{issuer}:sub', '<subject of the token>'] as const
const audience = (value: string) => ['StringEquals', '{issuer}:aud', value] as const

/** In this order; the first whose issuer it is. */
const TOKENS: readonly TokenTests[] = [
  {
    issuer: /^cognito-identity\.amazonaws\.com$/,
    tests: [audience('<id of the identity pool>'), ['ForAnyValue:StringLike', '{issuer}:amr', 'authenticated']],
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  },
  {
    issuer: /^(?:www\.amazon\.com|graph\.facebook\.com)$/,
    tests: [['StringEquals', '{issuer}:app_id', '<id of the app>']],
    page: `${IAM_DOCS}reference_policies_iam-condition-keys.html#condition-keys-wif`,
  },
  {
    issuer: /^accounts\.google\.com$/,
    tests: [audience('<client id of the app>'), SUBJECT],
    page: `${IAM_DOCS}reference_policies_iam-condition-keys.html#condition-keys-wif`,
  },
  {
    issuer: /^token\.actions\.githubusercontent\.com(?:$|\/)|^oidc\.eks\./,
    tests: [audience('sts.amazonaws.com'), SUBJECT],
    page: `${IAM_DOCS}id_roles_create_for-idp_oidc.html`,
  },
  {
    issuer: /^/,
    tests: [audience('<audience of the token>'), SUBJECT],
    page: `${IAM_DOCS}id_roles_create_for-idp_oidc.html`,
  },
]

const SAML: TokenTests['tests'] = [['StringEquals', 'SAML:aud', 'https://signin.aws.amazon.com/saml']]

const OIDC = ':oidc-provider/'

/** The address of a provider, as it stands in the keys of its tokens. */
const issuerOf = (provider: string): string => {
  const at = provider.indexOf(OIDC)
  return at < 0 ? provider : provider.slice(at + OIDC.length)
}

/**
 * The tests of a statement that lets in tokens of a provider. `valueOf`: what is known of a claim; the audience of a
 * provider of AWS is known, everything else is to be filled in.
 */
export function tokenTests(
  action: string,
  provider: string | null,
  valueOf: (key: string) => string | null,
): ConditionJson {
  const issuer = provider === null ? '<issuer of the token>' : issuerOf(provider)
  const tests = /saml$/i.test(action) ? SAML : (TOKENS.find((one) => one.issuer.test(issuer))?.tests ?? [])
  const parts = tests.map(([operator, named, value]) => {
    const key = named.replace('{issuer}', () => issuer)
    return { [operator]: { [key]: valueOf(key) ?? value } }
  })
  return joinConditions(...parts) ?? {}
}
