import type { TokenId } from '../token-cause'
import type { RowMessage } from './row-message'

const ADD = 'Add `{subject}` to the allowed values of `sub`.'

/** What the tokens of each provider look like, and what keeps them out. */
export const TOKEN_MESSAGES: Readonly<Record<TokenId, RowMessage>> = {
  'github-subject-of-environment': {
    says: 'A GitHub job with an `environment` has the `sub` `repo:OWNER/REPO:environment:NAME`, whatever its branch. The trust policy doesn’t allow that subject.',
    fix: 'Add `{subject}` to the allowed values of `sub`, with `%3A` for a colon in its name. Or remove `environment` from the job.',
  },
  'github-subject-of-pull-request': {
    says: 'A GitHub job started by a pull request has the `sub` `repo:OWNER/REPO:pull_request`, without a branch. The trust policy doesn’t allow that subject.',
    fix: `${ADD} This allows every pull request of the repository.`,
  },
  'github-subject-of-branch': {
    says: 'A GitHub job without an `environment` that runs on a branch has the `sub` `repo:OWNER/REPO:ref:refs/heads/BRANCH`. The trust policy doesn’t allow that subject.',
    fix: ADD,
  },
  'github-subject-of-tag': {
    says: 'A GitHub job that runs on a tag has the `sub` `repo:OWNER/REPO:ref:refs/tags/TAG`. The trust policy doesn’t allow that subject.',
    fix: ADD,
  },
  'github-subject-with-ids': {
    says: 'For repositories created, renamed or moved after 15 July 2026, or on request, GitHub writes IDs into the `sub`: `repo:OWNER@OWNER-ID/REPO@REPO-ID:…`. The trust policy doesn’t allow that subject.',
    fix: 'Copy the `sub` from the token or the CloudTrail event, and add it to the allowed values.',
  },
  'github-subject-with-workflow': {
    says: 'An organization or repository can customize the `sub`, for example with `job_workflow_ref` at its end. The trust policy doesn’t allow that subject.',
    fix: 'Copy the `sub` from the token or the CloudTrail event, and add it to the allowed values.',
  },
  'github-subject-of-workflow': {
    says: 'An organization or repository can customize the `sub` to be only the path of the reusable workflow: `job_workflow_ref:OWNER/REPO/.github/workflows/FILE@REF`. The trust policy doesn’t allow that subject.',
    fix: 'Copy the `sub` from the token or the CloudTrail event, and add it to the allowed values.',
  },
  'github-subject-of-owner': {
    says: 'An organization or repository can customize the `sub` to begin with its owner: `repository_owner:OWNER:…`. The trust policy doesn’t allow that subject.',
    fix: 'Copy the `sub` from the token or the CloudTrail event, and add it to the allowed values.',
  },
  'github-subject-of-id': {
    says: 'An organization or repository can customize the `sub` to be an ID: `repository_id:ID` or `repository_owner_id:ID`. The trust policy doesn’t allow that subject.',
    fix: 'Copy the `sub` from the token or the CloudTrail event, and add it to the allowed values.',
  },
  'gitlab-subject-of-branch': {
    says: 'A GitLab job on a branch has the `sub` `project_path:GROUP/PROJECT:ref_type:branch:ref:BRANCH`. The trust policy doesn’t allow that subject.',
    fix: ADD,
  },
  'gitlab-subject-of-tag': {
    says: 'A GitLab job on a tag has the `sub` `project_path:GROUP/PROJECT:ref_type:tag:ref:TAG`. The trust policy doesn’t allow that subject.',
    fix: ADD,
  },
  'bitbucket-subject-of-step': {
    says: 'A Bitbucket step has the `sub` `{REPOSITORY-UUID}:{STEP-UUID}`, with the braces. The step’s part changes each time, so the pattern must end in `:*`.',
    fix: 'Compare `sub` under `StringLike` with the repository’s UUID in braces, followed by `:*`.',
  },
  'bitbucket-subject-of-deployment': {
    says: 'A Bitbucket step with a `deployment` has the `sub` `{REPOSITORY-UUID}:{ENVIRONMENT-UUID}:{STEP-UUID}`, with the braces. The trust policy doesn’t allow that subject.',
    fix: 'Compare `sub` under `StringLike` with both UUIDs in braces, followed by `:*`.',
  },
  'circleci-subject': {
    says: 'The token in `CIRCLE_OIDC_TOKEN` has the `sub` `org/ORG-ID/project/PROJECT-ID/user/USER-ID`, with IDs, not names. The trust policy doesn’t allow that subject.',
    fix: 'Compare `sub` under `StringLike` with the IDs, and `*` for the user.',
  },
  'circleci-subject-with-branch': {
    says: 'In `CIRCLE_OIDC_TOKEN_V2`, the token’s `sub` continues after the user: `/vcs-origin/ORIGIN/vcs-ref/REF`. The trust policy doesn’t allow that subject.',
    fix: 'End the pattern in `*` under `StringLike`, or use the token in `CIRCLE_OIDC_TOKEN`.',
  },
  'terraform-subject-of-plan': {
    says: 'A plan of HCP Terraform has the `sub` `organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:plan`. The trust policy doesn’t allow that subject.',
    fix: `${ADD} A pattern that ends in \`run_phase:*\` lets in plan and apply.`,
  },
  'terraform-subject-of-apply': {
    says: 'An apply of HCP Terraform has the `sub` `organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:apply`. The trust policy doesn’t allow that subject.',
    fix: `${ADD} A pattern that ends in \`run_phase:*\` lets in plan and apply.`,
  },
  'terraform-subject-of-stack': {
    says: 'A Stack of HCP Terraform has the `sub` `organization:ORG:project:PROJECT:stack:STACK:deployment:DEPLOYMENT:operation:plan`, or `apply`, and no workspace. The trust policy doesn’t allow that subject.',
    fix: ADD,
  },
  'buildkite-subject-of-branch': {
    says: 'A Buildkite job on a branch has the `sub` `organization:ORG:pipeline:PIPELINE:ref:refs/heads/BRANCH:commit:COMMIT:step:STEP`. The trust policy doesn’t allow that subject.',
    fix: 'Compare `sub` under `StringLike` with a pattern that ends in `:*`, because commit and step change.',
  },
  'buildkite-subject-of-tag': {
    says: 'A Buildkite job of a tag has the `sub` `organization:ORG:pipeline:PIPELINE:ref:refs/tags/TAG:commit:COMMIT:step:STEP`. The trust policy doesn’t allow that subject.',
    fix: 'Compare `sub` under `StringLike` with a pattern that ends in `:*`, because commit and step change.',
  },
  'eks-subject-of-service-account': {
    says: 'A pod’s token has the `sub` `system:serviceaccount:NAMESPACE:SERVICE-ACCOUNT`. The trust policy doesn’t allow that subject.',
    fix: 'Write the namespace, then the service account, exactly as in the cluster. Use `StringEquals`, or `StringLike` with wildcards.',
  },
  'cognito-subject-of-identity': {
    says: 'The `sub` of a Cognito identity is its ID, for example `eu-west-1:…`, not a user name. The trust policy doesn’t allow that subject.',
    fix: 'Test `cognito-identity.amazonaws.com:aud` for the identity pool and `amr` for `authenticated` or `unauthenticated` instead.',
  },
  'google-subject-of-account': {
    says: 'The `sub` of a Google token is the account’s number, not an email address. The trust policy doesn’t allow that subject.',
    fix: 'Compare `accounts.google.com:sub` with the account’s unique ID.',
  },
  github: {
    says: 'GitHub’s `sub` is `repo:OWNER/REPO:environment:NAME` for a job with an `environment`, and `repo:OWNER/REPO:pull_request` for a pull request. Otherwise it is `repo:OWNER/REPO:ref:refs/heads/BRANCH` or `ref:refs/tags/TAG`. Repositories created, renamed or moved after 15 July 2026 have IDs after `@`. `aud` is `sts.amazonaws.com`. If the trust policy doesn’t match, AWS says no more than this.',
    fix: 'Make the role’s trust policy match this job’s `sub` exactly. Spell owner and repository in the same case as GitHub.',
  },
  gitlab: {
    says: 'GitLab’s `sub` is `project_path:GROUP/PROJECT:ref_type:branch:ref:BRANCH`, with `tag` for a tag, and its `aud` is what the job sets under `id_tokens`. If the trust policy doesn’t match, AWS says no more than this.',
    fix: 'Make the trust policy match both; the identity provider in IAM must list the audience too.',
  },
  bitbucket: {
    says: 'Bitbucket’s `sub` is `{REPOSITORY-UUID}:{STEP-UUID}`, with `{ENVIRONMENT-UUID}:` between them for a deployment, and its `aud` is `ari:cloud:bitbucket::workspace/WORKSPACE-UUID`. If the trust policy doesn’t match, AWS says no more than this.',
    fix: 'Make the trust policy match both, with the braces, under `StringLike` with `:*` at the end.',
  },
  circleci: {
    says: 'CircleCI’s `sub` is `org/ORG-ID/project/PROJECT-ID/user/USER-ID`, followed by `/vcs-origin/…/vcs-ref/…` in `CIRCLE_OIDC_TOKEN_V2`. Its `aud` is the organization’s ID. If the trust policy doesn’t match, AWS says no more than this.',
    fix: 'Make the trust policy match both, with IDs, not names.',
  },
  terraform: {
    says: 'HCP Terraform’s `sub` is `organization:ORG:project:PROJECT:workspace:WORKSPACE:run_phase:plan`, or `apply`, and its `aud` is `aws.workload.identity`. If the trust policy doesn’t match, AWS says no more than this.',
    fix: 'Make the trust policy match both; `run_phase:*` allows plan and apply.',
  },
  buildkite: {
    says: 'Buildkite’s `sub` is `organization:ORG:pipeline:PIPELINE:ref:REF:commit:COMMIT:step:STEP`, and its `aud` is what the step sets. If the trust policy doesn’t match, AWS says no more than this.',
    fix: 'Make the trust policy match both, under `StringLike` with `:*` at the end.',
  },
  eks: {
    says: 'The `sub` of a pod’s token is `system:serviceaccount:NAMESPACE:SERVICE-ACCOUNT`, its `aud` is `sts.amazonaws.com`, and the provider is this cluster’s own. If the trust policy doesn’t match, AWS says no more than this.',
    fix: 'Name the cluster’s own provider in the trust policy’s principal and keys. Also name the pod’s namespace and service account.',
  },
  cognito: {
    says: 'For Cognito `aud` is the identity pool and `amr` is `authenticated` or `unauthenticated`. If the trust policy doesn’t match, AWS says no more than this.',
    fix: 'Make the trust policy name the identity pool, and the kind of identity that asks.',
  },
  google: {
    says: 'Google’s `sub` is the account’s number. Its `aud` is the client that the token is for. If the trust policy doesn’t match, AWS says no more than this.',
    fix: 'Use these numbers in the trust policy.',
  },
  'token-subject-in-other-case': {
    says: 'The token’s subject, `{subject}`, differs from what the trust policy wants in upper and lower case only. Claims are compared with their case.',
    fix: 'Write `{subject}` in the trust policy, exactly as in the token.',
  },
  'token-subject-of-called-workflow': {
    says: 'The trust policy names `{holder}`, which holds the reusable workflow. The token’s `sub` has the repository that calls it; the workflow’s own place is in `job_workflow_ref` alone.',
    fix: 'Allow the calling repository: a `sub` like `{subject}`. To let only that workflow in, have the organization put `job_workflow_ref` into the `sub` and test that too.',
  },
  'token-wildcard-under-equals': {
    says: 'Under `{operator}`, the `*` in `{written}` is a plain character, so no token matches.',
    fix: 'Use `StringLike` for this key.',
  },
  'token-audience-of-another': {
    says: 'The token’s `aud` is `{audience}`, but the trust policy accepts only `{accepted}`.',
    fix: 'Add `{audience}` to the allowed values of `aud`, and to the client IDs of the identity provider. Or request the token for `{written}`.',
  },
  'token-of-another-pool': {
    says: 'The identity pool’s ID is `{audience}`, but the trust policy accepts only `{accepted}` as `aud`.',
    fix: 'Set `aud` to `{audience}`. Check `amr` in the same policy too: `unauthenticated` for the role of guests, `authenticated` for that of signed-in users.',
  },
  'token-audience-without-subject': {
    says: 'The token’s `aud` is `{audience}`, but the trust policy accepts only `{accepted}`. It doesn’t test `sub`.',
    fix: 'First compare `sub` with the one job or service account that may use the role. Then change the value of `aud` to `{audience}`. Without the test of `sub`, every token of the provider would get in.',
  },
  'token-issuer-of-another': {
    says: 'The token’s issuer is `{issuer}`, but the trust policy names the provider `{written}`.',
    fix: 'Name `{issuer}` in the trust policy’s principal and condition keys. It must also be an identity provider in IAM.',
  },
  'token-issuer-misspelt': {
    says: 'The trust policy names `{written}`, which issues no tokens. The issuer’s name is `{issuer}`.',
    fix: 'Name `{issuer}` in the trust policy’s principal and condition keys. It must also be an identity provider in IAM, or one that IAM has built in.',
  },
  'token-subject-of-another': {
    says: 'The token’s `sub` is `{subject}`, but the trust policy accepts only `{accepted}`.',
    fix: 'Add `{subject}` to the allowed values of `sub`.',
  },
  'token-audience-unusual': {
    says: 'The trust policy requires the audience `{written}`. By default, it is `{audience}`.',
    fix: 'Compare `aud` with what the job sets. The identity provider in IAM must list it too.',
  },
  'token-key-of-other-issuer': {
    says: 'The trust policy allows tokens of `{issuer}` and tests `{written}`. No token of that issuer carries this key. A key is the issuer (without `https://`, not an ARN), a colon, then a claim such as `sub` or `aud`.',
    fix: 'Name the token’s issuer in both the principal and the key. An EKS cluster’s issuer is `oidc.eks.REGION.amazonaws.com/id/ID`.',
  },
  'token-key-without-claim': {
    says: 'The trust policy tests `{written}`, which is only the issuer. A token’s key is the issuer, a colon, then a claim such as `sub` or `aud`. No token carries this one.',
    fix: 'Add what to test: `{written}:sub` for the subject, `{written}:aud` for the audience.',
  },
  'token-claims-mixed-up': {
    says: 'The trust policy compares `{claim}` with `{written}`, which is what a token has as `{other}`. So no token passes.',
    fix: 'Compare `{other}` with `{written}`, not `{claim}`.',
  },
  'token-ref-type-unknown': {
    says: 'GitLab’s `ref_type` is only `branch` or `tag`. No token has `{refType}`. A merge request’s pipeline has its source branch.',
    fix: 'Compare `sub` with `ref_type:branch:ref:BRANCH`, or with `ref_type:tag:ref:TAG`, under `StringLike` with `*` for several of them.',
  },
  'token-of-another-pod': {
    says: 'The trust policy allows only the service account `{serviceAccount}` of the namespace `{namespace}`. A pod in another namespace, or with another service account, has another `sub`.',
    fix: 'Run the pod with that service account in that namespace. Or add the pod’s own to the trust policy, as `system:serviceaccount:NAMESPACE:SERVICE-ACCOUNT`.',
  },
  'token-role-or-provider': {
    says: 'AWS says the same where the role does not exist, or where its trust policy names another identity provider or account.',
    fix: 'Compare the ARN of the role, letter by letter, and the provider in its trust policy with the one of this account.',
  },
}
