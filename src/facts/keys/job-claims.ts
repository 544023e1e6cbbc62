import type { TokenIssuerId } from './token-issuers'

/** How texts show something of the job that asks for a token. */
interface JobFact {
  /** Variables that hold it, as they are spelled; what else shows it counts only without them. */
  readonly names?: readonly string[]
  /** Words that show it, in their first group. */
  readonly shows?: readonly RegExp[]
  /** Where these words stand in the text too. */
  readonly near?: RegExp
  readonly fits: RegExp
}

/** A claim of a token, made of what is shown of its job. */
interface JobClaim {
  readonly issuer: TokenIssuerId
  readonly claim: string
  /** Its value, with facts as gaps. */
  readonly value: string
  /** Facts that it takes besides. */
  readonly where?: JobFactId
}

const NAME = /^[\w.@-]{1,100}$/
/** What shows that a workspace, a project and an organization are those of HCP Terraform. */
const OF_TERRAFORM = /\bTFC_|\bapp\.terraform\.io\b|\bHCP Terraform\b|\bTerraform Cloud\b/i
const UUID = /^\{[\da-f-]{36}\}$/

/** What texts show of jobs. */
const JOB_FACTS = {
  // https://docs.github.com/en/actions/reference/workflows-and-actions/variables
  repository: {
    names: ['GITHUB_REPOSITORY'],
    shows: [
      /\bgithub\.com\/([\w.-]{1,60}\/[\w.-]{1,100})\/actions\/runs\//g,
      /\bSyncing repository: ([\w.-]{1,60}\/[\w.-]{1,100})/g,
    ],
    fits: /^[\w.-]{1,60}\/[\w.-]{1,100}$/,
  },
  ref: {
    names: ['GITHUB_REF'],
    shows: [/(?<![\w/])(refs\/(?:heads|tags)\/[\w./-]{1,200})/g],
    fits: /^refs\/(?:heads|tags)\/[\w./@-]{1,200}$/,
  },
  pullRequest: {
    shows: [
      /\bGITHUB_EVENT_NAME["']?\s{0,3}[:=]\s{0,3}["']?pull_request\b/g,
      /\bGITHUB_REF["']?\s{0,3}[:=]\s{0,3}["']?refs\/pull\/\d{1,9}\/merge/g,
    ],
    fits: /^$/,
  },
  environment: {
    shows: [
      /^[ \t]{2,12}environment:[ \t]{0,4}(?:\n[ \t]{4,16}name:[ \t]{0,4})?["']?([^\s"'#][^\n"'#]{0,100})["']?[ \t]{0,4}(?:#|$)/gm,
    ],
    near: /\bruns-on:/,
    fits: /^[\w.@/-]{1,100}$/,
  },
  actor: {
    shows: [/\bGITHUB_ACTOR["']?\s{0,3}[:=]\s{0,3}["']?([\w-]{1,60}(?:\[bot\])?)/g],
    fits: /^[\w-]{1,60}(?:\[bot\])?$/,
  },
  // https://docs.gitlab.com/ci/variables/predefined_variables/
  projectPath: { names: ['CI_PROJECT_PATH'], fits: /^[\w.-]{1,100}(?:\/[\w.-]{1,100}){1,12}$/ },
  branch: {
    names: ['CI_COMMIT_BRANCH', 'CI_COMMIT_REF_NAME', 'CI_MERGE_REQUEST_SOURCE_BRANCH_NAME'],
    fits: /^[\w./@-]{1,200}$/,
  },
  tag: { names: ['CI_COMMIT_TAG'], fits: /^[\w./@-]{1,200}$/ },
  // https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
  repositoryUuid: { shows: [/\bBITBUCKET_REPO_UUID["']?\s{0,3}[:=]\s{0,3}["']?(\{[\da-f-]{36}\})/g], fits: UUID },
  environmentUuid: {
    shows: [/\bBITBUCKET_DEPLOYMENT_ENVIRONMENT_UUID["']?\s{0,3}[:=]\s{0,3}["']?(\{[\da-f-]{36}\})/g],
    fits: UUID,
  },
  stepUuid: { shows: [/\bBITBUCKET_STEP_UUID["']?\s{0,3}[:=]\s{0,3}["']?(\{[\da-f-]{36}\})/g], fits: UUID },
  // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/run/run-environment
  organization: {
    shows: [
      /\bTFC_WORKSPACE_SLUG["']?\s{0,3}[:=]\s{0,3}["']?([\w-]{1,80})\/[\w-]{1,100}/g,
      /\bapp\.terraform\.io\/app\/([\w-]{1,80})\//g,
      /(?<![\w.-])organization["']?\s{0,3}[:=]\s{0,3}["']?([\w-]{1,80})(?![\w:.*-])/g,
    ],
    near: OF_TERRAFORM,
    fits: NAME,
  },
  project: {
    names: ['TFC_PROJECT_NAME'],
    shows: [/(?<![\w.-])project["']?\s{0,3}[:=]\s{0,3}["']?([\w-]{1,40}(?: [\w-]{1,40}){0,3})(?=["',;)]|\s{2}|\n|$)/g],
    near: OF_TERRAFORM,
    fits: /^[\w -]{1,80}$/,
  },
  workspace: {
    names: ['TFC_WORKSPACE_NAME'],
    shows: [
      /\bTFC_WORKSPACE_SLUG["']?\s{0,3}[:=]\s{0,3}["']?[\w-]{1,80}\/([\w-]{1,100})/g,
      /(?<![\w.-])workspace["']?\s{0,3}[:=]\s{0,3}["']?([\w-]{1,100})(?![\w:.*-])/g,
    ],
    near: OF_TERRAFORM,
    fits: NAME,
  },
  phase: {
    shows: [/\bterraform (plan|apply)\b/g, /\brun_phase["']?[:= ]{1,4}["']?(plan|apply)\b/g],
    fits: /^(?:plan|apply)$/,
  },
  // https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/
  pod: {
    shows: [/\bsystem:serviceaccount:([a-z\d-]{1,63}:[a-z\d.-]{1,200}[a-z\d])/g],
    fits: /^[a-z\d-]{1,63}:[a-z\d.-]{1,253}$/,
  },
  namespace: {
    names: ['namespace', 'Namespace', 'NAMESPACE', 'POD_NAMESPACE'],
    shows: [
      /\bkubectl\b[^\n]{0,200}? -n[ =]?([a-z\d-]{1,63})(?=\s|$)/g,
      /\s--namespace[ =]([a-z\d-]{1,63})(?=\s|$)/g,
      /\b[Ss]ervice ?[Aa]ccount"?:? ["'`]?([a-z\d-]{1,63})\/[a-z\d][a-z\d.-]{0,199}(?=[\s"'`,;)]|$)/g,
    ],
    fits: /^[a-z\d][a-z\d-]{0,62}$/,
  },
  serviceAccount: {
    names: ['serviceAccountName', 'serviceAccount', 'SERVICE_ACCOUNT', 'Service Account'],
    shows: [
      /\bkubectl\b[^\n]{0,120} (?:sa|serviceaccounts?)(?: (?:-n|--namespace)[ =]?[a-z\d-]{1,63})?[ /]([a-z\d][a-z\d.-]{0,199})(?=\s|$)/g,
      /\bserviceAccountName\}?["'`]{0,2}\n["']?([a-z\d.-]{1,200})["']?$/gm,
      /^kind: ServiceAccount\n(?:[^\n]{0,200}\n){0,6}? {2}name: ["']?([a-z\d.-]{1,200})["']?$/gm,
      /\b[Ss]ervice ?[Aa]ccount"?:? ["'`]?[a-z\d-]{1,63}\/([a-z\d][a-z\d.-]{0,199})(?=[\s"'`,;)]|$)/g,
      /\biamserviceaccount\b[^\n]{0,200}? --name[ =]([a-z\d.-]{1,200})(?=\s|$)/g,
    ],
    fits: /^[a-z\d][a-z\d.-]{0,252}$/,
  },
  // https://buildkite.com/docs/pipelines/configure/environment-variables
  slug: { names: ['BUILDKITE_ORGANIZATION_SLUG'], fits: NAME },
  pipeline: { names: ['BUILDKITE_PIPELINE_SLUG'], fits: NAME },
  builtBranch: { names: ['BUILDKITE_BRANCH'], fits: /^[\w./@-]{1,200}$/ },
  commit: { names: ['BUILDKITE_COMMIT'], fits: /^[\da-f]{40}$/ },
  step: { names: ['BUILDKITE_STEP_KEY'], fits: NAME },
} as const satisfies Readonly<Record<string, JobFact>>

/** The id of a fact. */
export type JobFactId = keyof typeof JOB_FACTS

/** The facts, whatever columns they have. */
export const jobFact = (id: JobFactId): JobFact => JOB_FACTS[id]

/**
 * What a token of a job holds where nobody gave its subject another form. Of one claim the first of which all facts are
 * shown; one that is shown in several ways ends the search.
 */
export const JOB_CLAIMS: readonly JobClaim[] = [
  // https://docs.github.com/en/actions/reference/security/oidc
  { issuer: 'github', claim: 'sub', value: 'repo:{repository}:environment:{environment}' },
  { issuer: 'github', claim: 'sub', value: 'repo:{repository}:pull_request', where: 'pullRequest' },
  { issuer: 'github', claim: 'sub', value: 'repo:{repository}:ref:{ref}' },
  { issuer: 'github', claim: 'repository', value: '{repository}' },
  { issuer: 'github', claim: 'environment', value: '{environment}' },
  { issuer: 'github', claim: 'ref', value: '{ref}' },
  { issuer: 'github', claim: 'actor', value: '{actor}' },
  // https://docs.gitlab.com/ci/secrets/id_token_authentication/
  { issuer: 'gitlab', claim: 'sub', value: 'project_path:{projectPath}:ref_type:tag:ref:{tag}' },
  { issuer: 'gitlab', claim: 'sub', value: 'project_path:{projectPath}:ref_type:branch:ref:{branch}' },
  // https://support.atlassian.com/bitbucket-cloud/docs/integrate-pipelines-with-resource-servers-using-oidc/
  { issuer: 'bitbucket', claim: 'sub', value: '{repositoryUuid}:{environmentUuid}:{stepUuid}' },
  { issuer: 'bitbucket', claim: 'sub', value: '{repositoryUuid}:{stepUuid}' },
  // https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/workload-identity-tokens
  {
    issuer: 'terraform',
    claim: 'sub',
    value: 'organization:{organization}:project:{project}:workspace:{workspace}:run_phase:{phase}',
  },
  // https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
  { issuer: 'eks', claim: 'sub', value: 'system:serviceaccount:{pod}' },
  { issuer: 'eks', claim: 'sub', value: 'system:serviceaccount:{namespace}:{serviceAccount}' },
  // https://buildkite.com/docs/pipelines/security/oidc/aws
  {
    issuer: 'buildkite',
    claim: 'sub',
    value: 'organization:{slug}:pipeline:{pipeline}:ref:refs/heads/{builtBranch}:commit:{commit}:step:{step}',
  },
]
