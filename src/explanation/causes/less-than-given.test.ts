import { expect, it } from 'vitest'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'

const first = (paste: string, given: GivenPolicies): readonly string[] => {
  const [cause] = pastedCase(paste, given).answer.causes
  return cause === undefined ? [] : [cause.code, cause.layer]
}

const allowing = (Action: string, Condition?: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource: '*', ...(Condition && { Condition }) }],
  })

const ATTACH = `$ aws organizations attach-policy --policy-id p-1a2b3c4d --target-id ou-ab12-11112222

An error occurred (AccessDeniedException) when calling the AttachPolicy operation: You don't have permissions to access this resource.
$ aws sts get-caller-identity --query Arn
"arn:aws:sts::110022003300:assumed-role/policy-team/ana"`

it('a policy that hangs on a test of the call says more than what its words usually mean', () => {
  const tested = allowing('organizations:AttachPolicy', { StringEquals: { 'organizations:PolicyType': 'TAG_POLICY' } })
  expect(first(ATTACH, { identity: tested })).toEqual(['allow-unmet', 'identity'])
})

it('what its words usually mean comes first where the policies here allow the call', () => {
  expect(first(ATTACH, { identity: allowing('organizations:*') })).not.toContain('allow-unmet')
})

const CERTIFICATE = `$ aws_signing_helper credential-process --trust-anchor-arn arn:aws:rolesanywhere:eu-west-1:330044118822:trust-anchor/6a1f --role-arn arn:aws:iam::330044118822:role/lab
AccessDeniedException: Unable to assume role for arn:aws:iam::330044118822:role/lab`

const trusting = (Action: readonly string[], Condition: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'rolesanywhere.amazonaws.com' }, Action, Condition }],
  })

it('a trust policy that tests the certificate comes before what certificates need in general', () => {
  const given = trusting(['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'], {
    StringEquals: { 'aws:PrincipalTag/x509Subject/OU': 'Lab' },
  })
  expect(first(CERTIFICATE, { resource: given })).toEqual(['allow-unmet', 'trust'])
})

const BROWSER = `https://shop-media.s3.eu-west-1.amazonaws.com/a.png
$ curl https://shop-media.s3.eu-west-1.amazonaws.com/a.png
<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>9Y5Q</RequestId><HostId>mT2=</HostId></Error>`

const bucket = (Effect: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect, Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop-media/*' }],
  })

it('a Deny that is here is the cause, and not what a missing Allow usually means', () => {
  expect(first(BROWSER, { resource: bucket('Deny') })).toEqual(['deny-shown', 'resource'])
  expect(first(BROWSER, {})).toEqual(['object-asked-by-a-browser', 'resource'])
})
