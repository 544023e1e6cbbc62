import type { KnowledgeRow } from './knowledge'

/** No row of this table has been compared with its page since it was written. */
const CHECKED = null
const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/'

const providers = ['aws', 'iam', 'list-open-id-connect-providers', '--output', 'json'] as const

/** What goes wrong between tokens and trust policies, whoever issues them. */
export const TOKEN_TRAPS = {
  'token-subject-in-other-case': {
    page: `${IAM}reference_policies_elements_condition_operators.html#Conditions_String`,
    checked: CHECKED,
    check: null,
  },
  'token-wildcard-under-equals': {
    page: `${IAM}reference_policies_elements_condition_operators.html#Conditions_String`,
    checked: CHECKED,
    check: null,
  },
  'token-audience-unusual': { page: `${IAM}id_roles_create_for-idp_oidc.html`, checked: CHECKED, check: providers },
  'token-key-of-other-issuer': { page: `${IAM}id_roles_create_for-idp_oidc.html`, checked: CHECKED, check: providers },
  'token-key-without-claim': { page: `${IAM}id_roles_create_for-idp_oidc.html`, checked: CHECKED, check: null },
  'token-ref-type-unknown': {
    page: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
    checked: CHECKED,
    check: null,
  },
  'token-of-another-pod': {
    page: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
    checked: CHECKED,
    check: null,
  },
  'token-role-or-provider': { page: `${IAM}id_roles_create_for-idp_oidc.html`, checked: CHECKED, check: providers },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of a row. */
export type TokenTrapId = keyof typeof TOKEN_TRAPS
