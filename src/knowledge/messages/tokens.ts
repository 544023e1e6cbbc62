import type { TokenId } from '../token-cause'
import type { RowMessage } from './row-message'

const ADD = 'Add `{subject}` to the values of the test of `sub`, beside those that are there.'

/** What the tokens of each provider look like, and what keeps them out. */
export const TOKEN_MESSAGES: Readonly<Record<TokenId, RowMessage>> = {
  'github-subject-of-environment': {
    says: 'A GitHub job that names an `environment` has the `sub` `repo:OWNER/REPO:environment:NAME`, whatever its branch; the trust policy lets in no such subject.',
    fix: 'Add `{subject}` to the values of the test of `sub`, with `%3A` for a colon in its name, or take `environment` out of the job.',
  },
  'github-subject-of-pull-request': {
    says: 'A GitHub job that a pull request starts has the `sub` `repo:OWNER/REPO:pull_request`, without a branch; the trust policy lets in no such subject.',
    fix: `${ADD} It lets in every pull request of the repository.`,
  },
  'github-subject-of-branch': {
    says: 'A GitHub job without an `environment` that runs on a branch has the `sub` `repo:OWNER/REPO:ref:refs/heads/BRANCH`; the trust policy lets in no such subject.',
    fix: ADD,
  },
  'github-subject-of-tag': {
    says: 'A GitHub job that runs on a tag has the `sub` `repo:OWNER/REPO:ref:refs/tags/TAG`; the trust policy lets in no such subject.',
    fix: ADD,
  },
  'github-subject-with-ids': {
    says: 'GitHub writes ids into the `sub` of repositories that were made, renamed or moved after 15 July 2026, or that asked for it: `repo:OWNER@OWNER-ID/REPO@REPO-ID:…`; the trust policy lets in no such subject.',
    fix: 'Take the `sub` from the token or the CloudTrail event, and add it to the values of the test, beside those that are there.',
  },
  'github-subject-with-workflow': {
    says: 'An organization or a repository can have its own template for the `sub`, for example with `job_workflow_ref` at its end; the trust policy lets in no such subject.',
    fix: 'Take the `sub` from the token or the CloudTrail event, and add it to the values of the test.',
  },
  'github-subject-of-workflow': {
    says: 'A template of an organization or repository can make the `sub` the path of the reusable workflow alone: `job_workflow_ref:OWNER/REPO/.github/workflows/FILE@REF`; the trust policy lets in no such subject.',
    fix: 'Take the `sub` from the token or the CloudTrail event, and add it to the values of the test.',
  },
  'github-subject-of-owner': {
    says: 'A template of an organization or repository can make the `sub` begin with its owner: `repository_owner:OWNER:…`; the trust policy lets in no such subject.',
    fix: 'Take the `sub` from the token or the CloudTrail event, and add it to the values of the test.',
  },
  'github-subject-of-id': {
    says: 'A template of an organization or repository can make the `sub` an id: `repository_id:ID` or `repository_owner_id:ID`; the trust policy lets in no such subject.',
    fix: 'Take the `sub` from the token or the CloudTrail event, and add it to the values of the test.',
  },
  'gitlab-subject-of-branch': {
    says: 'A GitLab job on a branch has the `sub` `project_path:GROUP/PROJECT:ref_type:branch:ref:BRANCH`; the trust policy lets in no such subject.',
    fix: ADD,
  },
  'gitlab-subject-of-tag': {
    says: 'A GitLab job on a tag has the `sub` `project_path:GROUP/PROJECT:ref_type:tag:ref:TAG`; the trust policy lets in no such subject.',
    fix: ADD,
  },
  'bitbucket-subject-of-step': {
    says: 'A Bitbucket step has the `sub` `{REPOSITORY-UUID}:{STEP-UUID}`, with the braces; the step’s part is new each time, so that the pattern has to end in `:*`.',
    fix: 'Compare `sub` under `StringLike` with the repository’s UUID in braces and `:*` behind it.',
  },
  'bitbucket-subject-of-deployment': {
    says: 'A Bitbucket step with a `deployment` has the `sub` `{REPOSITORY-UUID}:{ENVIRONMENT-UUID}:{STEP-UUID}`, with the braces; the trust policy lets in no such subject.',
    fix: 'Compare `sub` under `StringLike` with both UUIDs in braces and `:*` behind them.',
  },
  'circleci-subject': {
    says: 'The token in `CIRCLE_OIDC_TOKEN` has the `sub` `org/ORG-ID/project/PROJECT-ID/user/USER-ID`, with ids and no names; the trust policy lets in no such subject.',
    fix: 'Compare `sub` under `StringLike` with the ids and `*` for the user.',
  },
  'circleci-subject-with-branch': {
    says: 'The token in `CIRCLE_OIDC_TOKEN_V2` has more behind the user in its `sub`: `/vcs-origin/ORIGIN/vcs-ref/REF`; the trust policy lets in no such subject.',
    fix: 'End the pattern in `*` under `StringLike`, or use the token in `CIRCLE_OIDC_TOKEN`.',
  },
  'terraform-subject-of-plan': {
    says: 'A plan of HCP Terraform has the `sub` `organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:plan`; the trust policy lets in no such subject.',
    fix: `${ADD} A pattern that ends in \`run_phase:*\` lets in plan and apply.`,
  },
  'terraform-subject-of-apply': {
    says: 'An apply of HCP Terraform has the `sub` `organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:apply`; the trust policy lets in no such subject.',
    fix: `${ADD} A pattern that ends in \`run_phase:*\` lets in plan and apply.`,
  },
  'terraform-subject-of-stack': {
    says: 'A Stack of HCP Terraform has the `sub` `organization:ORG:project:PROJECT:stack:STACK:deployment:DEPLOYMENT:operation:plan`, or `apply`, and no workspace; the trust policy lets in no such subject.',
    fix: ADD,
  },
  'buildkite-subject-of-branch': {
    says: 'A Buildkite job on a branch has the `sub` `organization:ORG:pipeline:PIPELINE:ref:refs/heads/BRANCH:commit:COMMIT:step:STEP`; the trust policy lets in no such subject.',
    fix: 'Compare `sub` under `StringLike` with a pattern that ends in `:*`, since commit and step change.',
  },
  'buildkite-subject-of-tag': {
    says: 'A Buildkite job of a tag has the `sub` `organization:ORG:pipeline:PIPELINE:ref:refs/tags/TAG:commit:COMMIT:step:STEP`; the trust policy lets in no such subject.',
    fix: 'Compare `sub` under `StringLike` with a pattern that ends in `:*`, since commit and step change.',
  },
  'eks-subject-of-service-account': {
    says: 'A pod’s token has the `sub` `system:serviceaccount:NAMESPACE:SERVICE-ACCOUNT`; the trust policy lets in no such subject.',
    fix: 'Write namespace and service account as the cluster has them, in this order, under `StringEquals`, or under `StringLike` with wildcards.',
  },
  'cognito-subject-of-identity': {
    says: 'The `sub` of a Cognito identity is its id, such as `eu-west-1:…`, and no user name; the trust policy lets in no such subject.',
    fix: 'Test `cognito-identity.amazonaws.com:aud` for the identity pool and `amr` for `authenticated` or `unauthenticated` instead.',
  },
  'google-subject-of-account': {
    says: 'The `sub` of a Google token is the number of the account, and no e-mail address; the trust policy lets in no such subject.',
    fix: 'Compare `accounts.google.com:sub` with the unique id of the account.',
  },
  github: {
    says: 'GitHub’s `sub` is `repo:OWNER/REPO:environment:NAME` for a job with an `environment`, else `repo:OWNER/REPO:pull_request` for a pull request, else `repo:OWNER/REPO:ref:refs/heads/BRANCH` or `ref:refs/tags/TAG`; with ids behind `@` for repositories made, renamed or moved after 15 July 2026. `aud` is `sts.amazonaws.com`. A trust policy that does not match says no more than this.',
    fix: 'Make the trust policy of the role match the `sub` of this very job, letter by letter: owner and repository in GitHub’s own case.',
  },
  gitlab: {
    says: 'GitLab’s `sub` is `project_path:GROUP/PROJECT:ref_type:branch:ref:BRANCH`, with `tag` for a tag, and its `aud` is what the job asks for under `id_tokens`. A trust policy that does not match says no more than this.',
    fix: 'Make the trust policy match both; the audience has to be among those of the identity provider in IAM too.',
  },
  bitbucket: {
    says: 'Bitbucket’s `sub` is `{REPOSITORY-UUID}:{STEP-UUID}`, with `{ENVIRONMENT-UUID}:` between them for a deployment, and its `aud` is `ari:cloud:bitbucket::workspace/WORKSPACE-UUID`. A trust policy that does not match says no more than this.',
    fix: 'Make the trust policy match both, with the braces, under `StringLike` with `:*` at the end.',
  },
  circleci: {
    says: 'CircleCI’s `sub` is `org/ORG-ID/project/PROJECT-ID/user/USER-ID`, with `/vcs-origin/…/vcs-ref/…` behind it in `CIRCLE_OIDC_TOKEN_V2`, and its `aud` is the id of the organization. A trust policy that does not match says no more than this.',
    fix: 'Make the trust policy match both, with ids and no names.',
  },
  terraform: {
    says: 'HCP Terraform’s `sub` is `organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:plan`, or `apply`, and its `aud` is `aws.workload.identity`. A trust policy that does not match says no more than this.',
    fix: 'Make the trust policy match both; `run_phase:*` lets in plan and apply.',
  },
  buildkite: {
    says: 'Buildkite’s `sub` is `organization:ORG:pipeline:PIPELINE:ref:REF:commit:COMMIT:step:STEP`, and its `aud` is what the step asks for. A trust policy that does not match says no more than this.',
    fix: 'Make the trust policy match both, under `StringLike` with `:*` at the end.',
  },
  eks: {
    says: 'The `sub` of a pod’s token is `system:serviceaccount:NAMESPACE:SERVICE-ACCOUNT`, its `aud` is `sts.amazonaws.com`, and the provider is that of this very cluster. A trust policy that does not match says no more than this.',
    fix: 'Make the trust policy name the cluster’s own provider, in the principal and in its keys, and the namespace and service account of the pod.',
  },
  cognito: {
    says: 'For Cognito `aud` is the identity pool and `amr` is `authenticated` or `unauthenticated`. A trust policy that does not match says no more than this.',
    fix: 'Make the trust policy name the identity pool, and the kind of identity that asks.',
  },
  google: {
    says: 'Google’s `sub` is the number of the account, and its `aud` the client that the token is for. A trust policy that does not match says no more than this.',
    fix: 'Make the trust policy name these numbers.',
  },
  'token-subject-in-other-case': {
    says: 'The subject differs from what the trust policy wants in upper and lower case only, and claims are compared with their case.',
    fix: 'Write `{subject}` as the token has it.',
  },
  'token-wildcard-under-equals': {
    says: 'Under `{operator}` a `*` in `{written}` is a plain character, so that no token matches.',
    fix: 'Use `StringLike` for this key.',
  },
  'token-audience-unusual': {
    says: 'The trust policy wants the audience `{written}`; where nobody chose another, it is `{audience}`.',
    fix: 'Compare `aud` with what the job asks for; it has to be among the audiences of the identity provider in IAM too.',
  },
  'token-key-of-other-issuer': {
    says: 'The trust policy lets in tokens of `{issuer}` and tests `{written}`, a key that no token of that issuer carries: the key is the issuer itself, without `https://` and without an ARN, a colon, and `sub`, `aud` or the like.',
    fix: 'Let the principal and the key name the same issuer, as the token has it; that of an EKS cluster is `oidc.eks.REGION.amazonaws.com/id/ID`.',
  },
  'token-key-without-claim': {
    says: 'The trust policy tests `{written}`, the issuer alone: a key of a token is the issuer, a colon, and `sub`, `aud` or the like, so that nothing carries this one.',
    fix: 'Write behind it what is tested: `{written}:sub` for the subject, `{written}:aud` for the audience.',
  },
  'token-ref-type-unknown': {
    says: 'GitLab’s `ref_type` is `branch` or `tag` and nothing else: no token has `{refType}`. A pipeline of a merge request has the branch that it comes from.',
    fix: 'Compare `sub` with `ref_type:branch:ref:BRANCH`, or with `ref_type:tag:ref:TAG`, under `StringLike` with `*` for more of them.',
  },
  'token-of-another-pod': {
    says: 'The trust policy lets in the service account `{serviceAccount}` of the namespace `{namespace}` only: a pod in another namespace, or with another service account, has another `sub`.',
    fix: 'Run the pod with that service account in that namespace, or write its own as `system:serviceaccount:NAMESPACE:SERVICE-ACCOUNT` into the trust policy.',
  },
  'token-role-or-provider': {
    says: 'AWS says the same where the role does not exist, or where its trust policy names another identity provider or account.',
    fix: 'Compare the ARN of the role, letter by letter, and the provider in its trust policy with the one of this account.',
  },
}
