import type { KnowledgeRow } from './knowledge'
import { IAM_DOCS } from '../iam/aws-docs'

const providers = 'aws iam list-open-id-connect-providers --output json'

/** What goes wrong between tokens and trust policies, whoever issues them. */
export const TOKEN_TRAPS = {
  'token-subject-in-other-case': {
    page: `${IAM_DOCS}reference_policies_elements_condition_operators.html#Conditions_String`,
    confirmed: '2026-11-26',
    check: null,
  },
  'token-subject-of-called-workflow': {
    page: 'https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/using-openid-connect-with-reusable-workflows',
    confirmed: '2026-12-02',
    check: null,
  },
  'token-wildcard-under-equals': {
    page: `${IAM_DOCS}reference_policies_elements_condition_operators.html#Conditions_String`,
    confirmed: '2026-11-26',
    check: null,
  },
  'token-audience-of-another': {
    page: `${IAM_DOCS}id_roles_create_for-idp_oidc.html`,
    confirmed: '2026-11-29',
    check: null,
  },
  'token-of-another-pool': {
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
    confirmed: '2026-12-01',
    check: null,
  },
  'token-audience-without-subject': {
    page: `${IAM_DOCS}id_roles_create_for-idp_oidc.html`,
    confirmed: '2026-12-01',
    check: null,
  },
  'token-issuer-of-another': {
    page: 'https://repost.aws/knowledge-center/eks-troubleshoot-irsa-errors',
    confirmed: '2026-11-29',
    check: providers,
  },
  'token-issuer-misspelt': {
    page: `${IAM_DOCS}id_roles_create_for-idp_oidc.html`,
    confirmed: '2026-11-29',
    check: providers,
  },
  'token-subject-of-another': {
    page: `${IAM_DOCS}id_roles_create_for-idp_oidc.html`,
    confirmed: '2026-11-29',
    check: null,
  },
  'token-audience-unusual': {
    page: `${IAM_DOCS}id_roles_create_for-idp_oidc.html`,
    confirmed: '2026-11-26',
    check: providers,
  },
  'token-key-of-other-issuer': {
    page: `${IAM_DOCS}id_roles_create_for-idp_oidc.html`,
    confirmed: '2026-11-26',
    check: providers,
  },
  'token-key-without-claim': {
    page: `${IAM_DOCS}reference_policies_iam-condition-keys.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'token-claims-mixed-up': {
    page: `${IAM_DOCS}reference_policies_iam-condition-keys.html`,
    confirmed: '2026-11-30',
    check: null,
  },
  'token-ref-type-unknown': {
    page: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
    confirmed: '2026-11-26',
    check: null,
  },
  'token-of-another-pod': {
    page: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
    confirmed: '2026-11-26',
    check: null,
  },
  'token-role-or-provider': {
    page: `${IAM_DOCS}id_roles_create_for-idp_oidc.html`,
    confirmed: 'unconfirmed',
    check: providers,
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of a row. */
export type TokenTrapId = keyof typeof TOKEN_TRAPS
