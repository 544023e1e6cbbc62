import type { TokenIssuerId } from '../facts/keys/token-issuers'
import type { KnowledgeRow } from './knowledge'

/** One shape that the subject of a provider's tokens takes. */
export interface TokenForm extends KnowledgeRow {
  readonly provider: TokenProviderId
  /** The `sub` claim, with gaps. */
  readonly subject: string
  /** Texts of the paste that speak for this form, in lower case. */
  readonly signs: readonly string[]
  /** The form in which a trust policy that misses this one has the same parts. */
  readonly usual?: string
  /** How a job writes what it runs on, by the name of the gap; not as a subject has it. */
  readonly ranOn?: RegExp
  /** Of the forms that trust policies miss, this is one of the usual ones. */
  readonly isCommon?: boolean
  /** What in the text of a job shows that its token has this form, whatever else is so. */
  readonly surelyBy?: RegExp
  /** The form that this one is not where that one is sure. */
  readonly unless?: string
  /** Does its subject stand for code that people outside may send? Then it is let in only where the text shows that it is meant. */
  readonly isOfOutside?: true
  /** Before what another run of the same job has otherwise: where the policy leaves that open, what is added does too. */
  readonly openEnd?: string
}

/** Who issues tokens for AssumeRoleWithWebIdentity. */
interface TokenProvider extends KnowledgeRow {
  /** What `aud` holds where nobody chose another, with gaps; empty: whatever the job asks for. */
  readonly audiences: readonly string[]
  /** Texts of the paste that speak for this provider, in lower case. */
  readonly signs: readonly string[]
}

/** CloudTrail keeps the subject of a refused token as the user name of its event. */
export const TOKEN_EVENTS =
  'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRoleWithWebIdentity --max-items 5 --output json'

const ofEvent = { check: TOKEN_EVENTS } as const

const GITHUB = {
  ...ofEvent,
  provider: 'github',
  page: 'https://docs.github.com/en/actions/reference/security/oidc',
  confirmed: '2026-11-26',
} as const
const GITLAB = {
  ...ofEvent,
  provider: 'gitlab',
  page: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
  confirmed: '2026-11-26',
} as const
const BITBUCKET = {
  ...ofEvent,
  provider: 'bitbucket',
  page: 'https://support.atlassian.com/bitbucket-cloud/docs/integrate-pipelines-with-resource-servers-using-oidc/',
  confirmed: 'unconfirmed',
} as const
const CIRCLECI = {
  ...ofEvent,
  provider: 'circleci',
  page: 'https://circleci.com/docs/openid-connect-tokens/',
  confirmed: '2026-11-26',
} as const
const TERRAFORM = {
  ...ofEvent,
  provider: 'terraform',
  page: 'https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens',
  confirmed: '2026-11-29',
} as const
const BUILDKITE = {
  ...ofEvent,
  provider: 'buildkite',
  page: 'https://buildkite.com/docs/pipelines/security/oidc/aws',
  confirmed: '2026-11-26',
} as const

const EKS = {
  ...ofEvent,
  provider: 'eks',
  page: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
  confirmed: '2026-11-26',
} as const
const COGNITO = {
  ...ofEvent,
  provider: 'cognito',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  confirmed: '2026-11-26',
} as const
const GOOGLE = {
  ...ofEvent,
  provider: 'google',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html',
  confirmed: 'unconfirmed',
} as const

const UUID = '{uuid}'

/** The providers. */
export const TOKEN_PROVIDERS = {
  github: {
    ...GITHUB,
    audiences: ['sts.amazonaws.com'],
    signs: ['configure-aws-credentials', 'githubusercontent.com', 'github_actions', 'github actions', 'with oidc'],
  },
  gitlab: { ...GITLAB, audiences: [], signs: ['gitlab', 'id_tokens'] },
  bitbucket: {
    ...BITBUCKET,
    audiences: [`ari:cloud:bitbucket::workspace/${UUID}`],
    signs: ['bitbucket'],
  },
  circleci: {
    ...CIRCLECI,
    audiences: [UUID],
    signs: ['circle_oidc_token', 'circleci'],
  },
  terraform: {
    ...TERRAFORM,
    audiences: ['aws.workload.identity'],
    signs: ['tfc_', 'app.terraform.io', 'terraform cloud', 'hcp terraform'],
  },
  buildkite: {
    ...BUILDKITE,
    audiences: ['sts.amazonaws.com', 'https://buildkite.com/{organization}'],
    signs: ['buildkite'],
  },
  eks: {
    ...EKS,
    audiences: ['sts.amazonaws.com'],
    signs: ['serviceaccount', 'service account', 'irsa', 'eksctl', 'oidc.eks', 'kube', 'webidentityerr'],
  },
  cognito: {
    ...COGNITO,
    audiences: [`{region}:${UUID}`],
    signs: ['cognito', 'identity pool'],
  },
  google: { ...GOOGLE, audiences: [], signs: ['google'] },
} as const satisfies Readonly<Record<TokenIssuerId, TokenProvider>>

/** The id of a provider. */
export type TokenProviderId = TokenIssuerId

/** The forms of each provider's subjects. */
export const TOKEN_FORMS = {
  'github-subject-of-environment': {
    ...GITHUB,
    isCommon: true,
    subject: 'repo:{owner}/{repo}:environment:{environment}',
    signs: ['environment:', 'environment "', 'production environment'],
    surelyBy: /^[ \t]{0,40}environment:[ \t]{0,4}(?:\n[ \t]{1,40}name:[ \t]{0,4})?["']?[\w$]/m,
  },
  'github-subject-of-pull-request': {
    ...GITHUB,
    isCommon: true,
    subject: 'repo:{owner}/{repo}:pull_request',
    signs: ['pull_request', 'refs/pull/', 'pull request'],
    unless: 'github-subject-of-environment',
    isOfOutside: true,
  },
  'github-subject-of-branch': {
    ...GITHUB,
    subject: 'repo:{owner}/{repo}:ref:refs/heads/{branch}',
    signs: ['refs/heads/', 'push to '],
    ranOn: /(?<!ref:|[\w/])refs\/heads\/(?<branch>[\w./-]{0,200}\w)/g,
    unless: 'github-subject-of-environment',
  },
  'github-subject-of-tag': {
    ...GITHUB,
    subject: 'repo:{owner}/{repo}:ref:refs/tags/{tag}',
    signs: ['refs/tags/', 'release:'],
    ranOn: /(?<!ref:|[\w/])refs\/tags\/(?<tag>[\w./-]{0,200}\w)/g,
    unless: 'github-subject-of-environment',
  },
  'github-subject-with-ids': {
    ...GITHUB,
    isCommon: true,
    subject: 'repo:{owner}@{ownerId}/{repo}@{repoId}:{context}',
    usual: 'repo:{owner}/{repo}:{context}',
    signs: [],
  },
  'github-subject-with-workflow': {
    ...GITHUB,
    subject: 'repo:{owner}/{repo}:{context}:job_workflow_ref:{workflow}',
    signs: ['job_workflow_ref', 'workflow_call', 'reusable workflow'],
  },
  'github-subject-of-workflow': {
    ...GITHUB,
    subject: 'job_workflow_ref:{workflow}',
    signs: ['job_workflow_ref:'],
  },
  'github-subject-of-owner': {
    ...GITHUB,
    subject: 'repository_owner:{anything}',
    signs: ['repository_owner:'],
  },
  'github-subject-of-id': {
    ...GITHUB,
    subject: 'repository_{owned}:{number}',
    signs: ['repository_id:', 'repository_owner_id:'],
  },
  'gitlab-subject-of-branch': {
    ...GITLAB,
    subject: 'project_path:{path}:ref_type:branch:ref:{branch}',
    signs: ['ci_commit_branch'],
  },
  'gitlab-subject-of-tag': {
    ...GITLAB,
    isCommon: true,
    subject: 'project_path:{path}:ref_type:tag:ref:{tag}',
    signs: ['ci_commit_tag'],
  },
  'bitbucket-subject-of-step': {
    ...BITBUCKET,
    isCommon: true,
    subject: '{repositoryUuid}:{stepUuid}',
    signs: [],
  },
  'bitbucket-subject-of-deployment': {
    ...BITBUCKET,
    isCommon: true,
    subject: '{repositoryUuid}:{environmentUuid}:{stepUuid}',
    signs: ['deployment:'],
  },
  'circleci-subject': {
    ...CIRCLECI,
    isCommon: true,
    subject: 'org/{organization}/project/{project}/user/{user}',
    signs: ['circle_oidc_token'],
  },
  'circleci-subject-with-branch': {
    ...CIRCLECI,
    isCommon: true,
    subject: 'org/{organization}/project/{project}/user/{user}/vcs-origin/{origin}/vcs-ref/{ref}',
    signs: ['circle_oidc_token_v2'],
  },
  'terraform-subject-of-plan': {
    ...TERRAFORM,
    isCommon: true,
    subject: 'organization:{organization}:project:{project}:workspace:{workspace}:run_phase:plan',
    openEnd: ':run_phase:',
    signs: ['plan'],
  },
  'terraform-subject-of-apply': {
    ...TERRAFORM,
    isCommon: true,
    subject: 'organization:{organization}:project:{project}:workspace:{workspace}:run_phase:apply',
    openEnd: ':run_phase:',
    signs: ['apply'],
  },
  'terraform-subject-of-stack': {
    ...TERRAFORM,
    page: 'https://developer.hashicorp.com/terraform/language/stacks/deploy/authenticate',
    confirmed: '2026-11-30',
    subject:
      'organization:{organization}:project:{project}:stack:{stack}:deployment:{deployment}:operation:{operation}',
    signs: ['deployment', 'tfdeploy', 'stack'],
  },
  'buildkite-subject-of-branch': {
    ...BUILDKITE,
    subject: 'organization:{organization}:pipeline:{pipeline}:ref:refs/heads/{branch}:commit:{commit}:step:{step}',
    signs: [],
  },
  'buildkite-subject-of-tag': {
    ...BUILDKITE,
    subject: 'organization:{organization}:pipeline:{pipeline}:ref:refs/tags/{tag}:commit:{commit}:step:{step}',
    signs: ['buildkite_tag'],
  },
  'eks-subject-of-service-account': {
    ...EKS,
    isCommon: true,
    subject: 'system:serviceaccount:{namespace}:{serviceAccount}',
    signs: [],
  },
  'cognito-subject-of-identity': {
    ...COGNITO,
    subject: '{region}:{identity}',
    signs: [],
  },
  'google-subject-of-account': {
    ...GOOGLE,
    subject: '{number}',
    signs: [],
  },
} as const satisfies Readonly<Record<string, TokenForm>>

/** The id of a form. */
export type TokenFormId = keyof typeof TOKEN_FORMS
