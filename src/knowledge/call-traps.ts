import type { KnowledgeRow } from './knowledge'

const DOCS = 'https://docs.aws.amazon.com/'

/** What is wrong with the name that the call gives, which no policy mends. */
export const CALL_TRAPS = {
  'arn-in-an-arn': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/reference-arns.html`,
    confirmed: '2026-11-28',
  },
  'secret-named-in-part': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}secretsmanager/latest/userguide/auth-and-access_examples_cross.html`,
    confirmed: '2026-11-29',
  },
  'named-in-own-account': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}secretsmanager/latest/userguide/auth-and-access_examples_cross.html`,
    confirmed: '2026-11-30',
  },
  'named-without-its-account': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html`,
    confirmed: '2026-11-30',
  },
  'named-for-its-account-alone': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}codecommit/latest/userguide/cross-account.html`,
    confirmed: '2026-11-30',
  },
  'role-arn-of-no-role': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/reference_identifiers.html`,
    confirmed: '2026-11-29',
  },
  'named-by-no-value': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/reference-arns.html`,
    confirmed: '2026-11-29',
  },
  'named-unlike-the-list': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/reference-arns.html`,
    confirmed: '2026-11-30',
  },
  'named-nearly-the-same': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/reference-arns.html`,
    confirmed: '2026-11-30',
  },
  'account-misspelt': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/reference-arns.html`,
    confirmed: '2026-11-30',
  },
  'role-without-its-path': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/reference_identifiers.html`,
    confirmed: '2026-11-30',
  },
  'vpc-of-another-account': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}Route53/latest/DeveloperGuide/hosted-zone-private-associate-vpcs-different-accounts.html`,
    confirmed: '2026-11-29',
  },
  'role-assumed-by-another-call': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/id_roles_manage-assume.html`,
    confirmed: '2026-11-29',
  },
  'asked-in-another-region': {
    isOfRequest: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/reference-arns.html`,
    confirmed: '2026-11-29',
  },
  'keys-before-profile': {
    isOfRequest: true,
    isOfCaller: true,
    check: null,
    page: `${DOCS}sdkref/latest/guide/standardized-credentials.html`,
    confirmed: '2026-11-30',
  },
  'pod-without-its-role': {
    isOfRequest: true,
    isOfCaller: true,
    check: null,
    page: `${DOCS}eks/latest/userguide/pod-configuration.html`,
    confirmed: '2026-11-30',
  },
  'pod-under-another-account': {
    isOfRequest: true,
    isOfCaller: true,
    check: null,
    page: `${DOCS}eks/latest/userguide/pod-configuration.html`,
    confirmed: '2026-11-30',
  },
  'pod-identity-not-used': {
    isOfRequest: true,
    isOfCaller: true,
    check: null,
    page: `${DOCS}eks/latest/userguide/pod-id-minimum-sdk.html`,
    confirmed: '2026-11-30',
  },
  'role-of-a-stranger': {
    isOfRequest: true,
    isOfCaller: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/id_roles_manage-assume.html`,
    confirmed: '2026-11-30',
  },
  'credentials-of-another-account': {
    isOfRequest: true,
    isOfCaller: true,
    check: null,
    page: `${DOCS}sdkref/latest/guide/standardized-credentials.html`,
    confirmed: '2026-11-30',
  },
  'called-as-printed-otherwise': {
    isOfRequest: true,
    isOfCaller: true,
    check: null,
    page: `${DOCS}sdkref/latest/guide/standardized-credentials.html`,
    confirmed: '2026-11-30',
  },
  'run-without-profile': {
    isOfRequest: true,
    isOfCaller: true,
    check: null,
    page: `${DOCS}cli/latest/userguide/cli-configure-files.html`,
    confirmed: '2026-11-30',
  },
  'task-without-role': {
    isOfRequest: true,
    isOfCaller: true,
    check: null,
    page: `${DOCS}AmazonECS/latest/developerguide/task-iam-roles.html`,
    confirmed: '2026-11-30',
  },
  'role-trusts-other-account': {
    isOfRequest: true,
    isOfCaller: true,
    check: null,
    page: `${DOCS}IAM/latest/UserGuide/id_roles_manage-assume.html`,
    confirmed: '2026-11-30',
  },
} as const satisfies Readonly<Record<string, KnowledgeRow>>

/** The id of a row. */
export type CallTrapId = keyof typeof CALL_TRAPS
