import { describe, expect, it } from 'vitest'
import { labelledValues } from '../../text/labelled-values'
import { pastedCase } from '../../testing/pasted-case'
import { pastedClaim, printedClaim } from './pasted-claims'

const GITHUB = 'token.actions.githubusercontent.com'
const CLUSTER = 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF'

const claim = (key: string, text: string) => pastedClaim(key, text, labelledValues(text))?.values[0] ?? null

it('a provider’s token is of the account of the role that it was sent for', () => {
  const call =
    'aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111122223333:role/kite\nAn error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity'
  const principalOf = (text: string) => pastedCase(text).judged.accessCase.request.principal
  expect(
    principalOf(`${call}\n"iss": "https://gitlab.com", "sub": "project_path:kite/api:ref_type:branch:ref:main"`),
  ).toBe('arn:aws:iam::111122223333:oidc-provider/gitlab.com')
  expect(principalOf(call)).toBe('')
})

describe('a claim of the token that a job gets', () => {
  it.each([
    [`${GITHUB}:sub`, 'GITHUB_REPOSITORY=kite/api GITHUB_REF=refs/heads/main', 'repo:kite/api:ref:refs/heads/main'],
    [`${GITHUB}:sub`, 'GITHUB_REPOSITORY: kite/api\nGITHUB_EVENT_NAME: pull_request', 'repo:kite/api:pull_request'],
    [
      `${GITHUB}:sub`,
      'jobs:\n  go:\n    runs-on: x\n    environment: live\nGITHUB_REPOSITORY=kite/api\nGITHUB_REF=refs/heads/main',
      'repo:kite/api:environment:live',
    ],
    [`${GITHUB}:actor`, 'GITHUB_ACTOR=renovate[bot]', 'renovate[bot]'],
    [
      'gitlab.com:sub',
      'CI_PROJECT_PATH=kite/api\nCI_COMMIT_REF_NAME=main',
      'project_path:kite/api:ref_type:branch:ref:main',
    ],
    ['gitlab.com:sub', 'CI_PROJECT_PATH=kite/api\nCI_COMMIT_TAG=v2', 'project_path:kite/api:ref_type:tag:ref:v2'],
    [
      'app.terraform.io:sub',
      'TFC_WORKSPACE_SLUG=kite/net TFC_PROJECT_NAME=core\nterraform plan',
      'organization:kite:project:core:workspace:net:run_phase:plan',
    ],
    [
      'app.terraform.io:sub',
      'HCP Terraform, organization: kite, project: Core Net, workspace: net\nterraform apply',
      'organization:kite:project:Core Net:workspace:net:run_phase:apply',
    ],
    [`${CLUSTER}:sub`, 'kubectl -n jobs describe pod a\nService Account: run', 'system:serviceaccount:jobs:run'],
    [`${CLUSTER}:sub`, 'kubectl get sa -n jobs run -o yaml', 'system:serviceaccount:jobs:run'],
    [`${CLUSTER}:sub`, 'service account: jobs/run, image: kite/api', 'system:serviceaccount:jobs:run'],
    [`${CLUSTER}:sub`, 'as "system:serviceaccount:jobs:run" it fails', 'system:serviceaccount:jobs:run'],
  ])('%s of %j is %s', (key, text, value) => {
    expect(claim(key, text)).toBe(value)
  })

  it('is what a token that is printed says, of whatever issuer', () => {
    const token = '"iss": "https://idp.example.com/main", "aud": "kite", "sub": "job:7"'
    const printed = (key: string, text: string) => printedClaim(key, labelledValues(text))?.values[0] ?? null
    expect(printed('idp.example.com/main:sub', token)).toBe('job:7')
    expect(printed('idp.example.com/main:aud', token)).toBe('kite')
    expect(printed('gitlab.com:sub', token)).toBeNull()
    expect(printed('idp.example.com/main:sub', `${token}\n${token.replace('job:7', 'job:8')}`)).toBeNull()
    expect(printed('idp.example.com/main:sub', token.replace('job:7', '<sub>'))).toBeNull()
  })

  it.each([
    [
      'nothing says whose workspace it is',
      'app.terraform.io:sub',
      'organization: kite, project: core, workspace: net\nterraform plan',
    ],
    ['no repository is named', `${GITHUB}:sub`, 'GITHUB_REF=refs/heads/main'],
    ['two are', `${GITHUB}:sub`, 'GITHUB_REPOSITORY=kite/api GITHUB_REPOSITORY=kite/web GITHUB_REF=refs/heads/main'],
    [
      'the environment is filled in later',
      `${GITHUB}:sub`,
      'runs-on: x\n    environment: ${{ inputs.env }}\nGITHUB_REPOSITORY=kite/api GITHUB_REF=refs/heads/main',
    ],
    ['the issuer is another', 'gitlab.com:sub', 'GITHUB_REPOSITORY=kite/api GITHUB_REF=refs/heads/main'],
    ['the form is not known', 'idp.example.com:sub', 'CI_PROJECT_PATH=kite/api CI_COMMIT_REF_NAME=main'],
    ['it is another claim', `${GITHUB}:aud`, 'GITHUB_REPOSITORY=kite/api GITHUB_REF=refs/heads/main'],
    ['an option follows, and no service account', `${CLUSTER}:sub`, 'kubectl get sa -n jobs'],
    ['a service account is made', `${CLUSTER}:sub`, 'serviceaccount/run created'],
    ['pods are of two namespaces', `${CLUSTER}:sub`, 'namespace: a\nnamespace: b\nserviceAccountName: run'],
  ])('is not told where %s', (_, key, text) => {
    expect(claim(key, text)).toBeNull()
  })
})
