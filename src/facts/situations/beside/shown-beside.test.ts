import { describe, expect, it } from 'vitest'
import { findSays } from '../find-says'
import { shownBeside } from './shown-beside'

/** What the sentences of a text mean beside what else it shows. */
const meant = (text: string): readonly string[] => findSays(text).map((said) => shownBeside(text, said))

const COPY = "ERROR: S3ServiceException:Access Denied,Status 403\nCOPY tides FROM 's3://heron-lake/2026/'\n"
const KEY = '"SSEAlgorithm": "aws:kms"\n'
const IMPORT = 'The service role vmimport does not exist or does not have sufficient permissions'
const QUERY = 'Unable to verify/create output bucket heron-results'

describe('what stands beside a sentence', () => {
  it('tells the key where the role may read this bucket and nothing allows the key', () => {
    const allowed = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::heron-lake/*"'
    expect(meant(COPY + KEY + allowed)).toEqual(['stored-data-key'])
  })

  it('tells no key where the policy is of another bucket: then S3 itself is not allowed', () => {
    const other = '"Action": "s3:GetObject", "Resource": "arn:aws:s3:::heron-archive/*"'
    expect(meant(COPY + KEY + other)).toEqual(['warehouse-data'])
  })

  it('tells no missing role by words of the service that leave it open, or by a condition', () => {
    expect(meant(IMPORT)).toEqual(['image-import-role'])
    expect(meant(`${IMPORT.replace(' does', ' provided does')}\nIf the role was deleted, who did it?`)).toEqual([
      'image-import-role',
    ])
  })

  it('tells a missing bucket by its own answer alone: 403 is no 404', () => {
    const look = '\n$ aws s3api head-bucket --bucket heron-results\n'
    expect(meant(`${QUERY}${look}An error occurred (404) when calling the HeadBucket operation: Not Found`)).toEqual([
      'bucket-not-there',
    ])
    expect(meant(`${QUERY}${look}An error occurred (403) when calling the HeadBucket operation: Forbidden`)).toEqual([
      'query-output-bucket',
    ])
  })

  it('tells the AWS managed key of a queue by what EventBridge says of it too', () => {
    const refused = 'RULE_ARN arn:aws:events:eu-west-1:111122223333:rule/heron\nERROR_CODE NO_PERMISSIONS\n'
    expect(meant(`${refused}{ "KmsMasterKeyId": "alias/aws/sqs" }`)).toEqual(['rule-target-key-of-aws'])
    expect(meant(`${refused}{ "KmsMasterKeyId": "alias/heron" }`)).toEqual(['rule-target-invoke'])
  })

  it('tells keys passed on without their token of a program with a role, not of a shell that lacks the token itself', () => {
    const unknown = 'InvalidClientTokenId: The security token included in the request is invalid\n'
    const passed = 'accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY'
    const handler = 'exports.handler = async () => client.send(command)'
    expect(meant(`${unknown}new S3Client({ credentials: { ${passed} } })\n${handler}`)).toEqual([
      'role-keys-without-token',
    ])
    expect(meant(`${unknown}new S3Client({ credentials: { ${passed} } })`)).toEqual(['session-token-missing'])
    const exported = 'export AWS_ACCESS_KEY_ID=ASIAHERON00000000000 AWS_SECRET_ACCESS_KEY=****'
    expect(meant(unknown + exported)).toEqual(['session-token-left-out'])
  })

  it('tells a name that DMS doesn’t look for of a role for DMS, not of another one that the run made', () => {
    const refused =
      'AccessDeniedFault: The IAM Role arn:aws:iam::111122223333:role/dms-vpc-role is not configured properly'
    const made = (address: string, name: string): string =>
      `aws_iam_role.${address}: Creation complete after 1s [id=${name}]\n${refused}`
    expect(meant(made('dms', 'heron-vpc'))).toEqual(['replication-role-other-name'])
    expect(meant(made('dms', 'dms-vpc-role'))).toEqual(['replication-service-role'])
    expect(meant(made('worker', 'heron-worker'))).toEqual(['replication-service-role'])
  })

  it('takes Cost Explorer’s word that an account is linked before what is said of it', () => {
    const linked = "An error occurred (AccessDeniedException): Linked account doesn't have access to cost explorer"
    expect(meant(`${linked}\n\nThis is a standalone account.`)).toEqual(['cost-explorer-hidden'])
  })

  it('tells no path of a role in aws-auth where the one that calls is mapped without one', () => {
    const printed =
      '{ "UserId": "AROAHERON:ida", "Account": "111122223333", "Arn": "arn:aws:sts::111122223333:assumed-role/heron/ida" }'
    const refused = `error: You must be logged in to the server (Unauthorized)\n${printed}\n`
    const node = '  - rolearn: arn:aws:iam::111122223333:role/tide/node\n'
    const caller = '  - rolearn: arn:aws:iam::111122223333:role/heron\n'
    expect(meant(refused + node)).toContain('cluster-role-with-path')
    expect(meant(refused + node + caller)).not.toContain('cluster-role-with-path')
  })

  it('tells nothing of a database where one of several has IAM authentication on', () => {
    const login = 'FATAL: PAM authentication failed for user "heron"\n'
    const off = '"IAMDatabaseAuthenticationEnabled": false'
    expect(meant(login + off)).toEqual(['database-iam-off'])
    expect(meant(`${login}${off}\n${off.replace('false', 'true')}`)).toEqual(['database-iam-login'])
  })

  // https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
  it('tells a Region that isn’t enabled where the same keys pass in others, and not where they pass in none', () => {
    const refused = 'eu-south-2: The security token included in the request is invalid.\n'
    expect(meant(`${refused}27 regions before that one were fine.`)).toEqual(['region-behind-credentials'])
    expect(meant(`${refused}No other region works, they all worked fine last week.`)).toEqual(['session-token-missing'])
    expect(meant(`${refused.replace('eu-south-2', 'eu-west-2')}The other regions work.`)).toEqual([
      'session-token-missing',
    ])
  })

  it('tells a role that isn’t among the roles that were printed, unless the list leaves some out', () => {
    const refused =
      'Could not assume role arn:aws:iam::111122223333:role/heron-train-A1. Please ensure that the role exists\n'
    const list = (options: string, ...names: readonly string[]) =>
      `${refused}$ aws iam list-roles ${options}\n${JSON.stringify(names)}\n`
    expect(meant(list('--query Roles[].RoleName', 'heron-train-B2'))).toEqual(['role-gone'])
    expect(meant(list('--query Roles[].RoleName', 'heron-train-A1', 'heron-train-B2'))).toEqual(['training-role'])
    expect(meant(list('--query "Roles[?contains(RoleName,\'web\')].RoleName"', 'heron-web'))).toEqual(['training-role'])
    expect(meant(list('--max-items 5', 'heron-web'))).toEqual(['training-role'])
  })

  it('tells an anonymous mount of a command without options, not of one that has them at its end', () => {
    const denied = 'mount.nfs4: access denied by server while mounting 127.0.0.1:/\n'
    expect(meant(`$ sudo mount -t efs fs-0heron:/ /mnt/heron\n${denied}`)).toEqual(['efs-mount-anonymous'])
    expect(meant(`$ sudo mount -t efs fs-0heron:/ /mnt/heron -o tls,iam\n${denied}`)).toEqual(['efs-mount-denied'])
  })

  it('tells no missing role of a policy of the role that was removed', () => {
    const refused =
      'Could not assume role arn:aws:iam::111122223333:role/heron-train. Please ensure that the role exists\n'
    expect(meant(`${refused}The role heron-train was deleted last week.`)).toEqual(['role-gone'])
    expect(meant(`${refused}The role's inline policy was removed last week.`)).toEqual(['training-role'])
    expect(meant(`${refused}The role policy was deleted last week.`)).toEqual(['training-role'])
    expect(meant(`${refused}We removed the role policy last week.`)).toEqual(['training-role'])
  })

  it('tells no key where the text says that there is none of one’s own', () => {
    const refused =
      'DataSync location access test failed: could not perform s3:GetObject in bucket heron. Access denied.\n'
    const allowed = 'The role policy already holds s3:GetObject; '
    expect(meant(`${refused}${allowed}the objects are under a customer managed key.`)).toEqual([
      'datasync-location-key',
    ])
    expect(meant(`${refused}${allowed}there is no KMS key on the bucket.`)).toEqual(['datasync-location'])
  })

  it('tells what sudo leaves behind of a command that calls AWS, not of one that installs something', () => {
    const missing = 'Unable to locate credentials. You can configure credentials by running "aws configure".'
    expect(meant(`$ sudo ./backup.sh\n${missing}`)).toEqual(['credentials-left-by-sudo'])
    expect(meant(`$ sudo apt-get install -y awscli\n$ aws s3 ls\n${missing}`)).toEqual(['credentials-missing'])
    expect(meant(`$ sudo ./aws/install\n$ aws s3 ls\n${missing}`)).toEqual(['credentials-missing'])
  })

  it('tells Docker Hub’s limit of Docker Hub alone', () => {
    const pull = (image: string): string =>
      `CannotPullContainerError: inspect image has been retried 1 time(s): httpReadSeeker: failed open: unexpected status code https://${image}: 429 Too Many Requests - Server message: toomanyrequests`
    expect(meant(pull('registry-1.docker.io/v2/library/heron/manifests/1'))).toEqual(['pull-rate-limit'])
    expect(meant(pull('public.ecr.aws/v2/heron/heron/manifests/1'))).not.toContain('pull-rate-limit')
  })

  it('tells no missing instance profile of a machine that is no instance', () => {
    const missing = 'panic: EC2RoleRequestError: no EC2 instance role found\n'
    expect(meant(`${missing}\t/Users/wren/heron/main.go:12`)).toEqual(['credentials-missing'])
    expect(meant(`${missing}\t/home/ec2-user/heron/main.go:12`)).toEqual(['metadata-token-required'])
    expect(meant(`${missing}i-0a1b2c3d4e5f60718, from my laptop by SSH`)).toEqual(['metadata-token-required'])
  })

  it('tells no way out of a subnet that has VPC endpoints', () => {
    const refused = 'NodeCreationFailure: Instances failed to join the kubernetes cluster\n'
    expect(meant(`${refused}The nodes are in a subnet with no NAT gateway.`)).toEqual(['nodes-without-way-out'])
    expect(meant(`${refused}The subnet has no NAT gateway, but it has VPC endpoints.`)).toEqual(['node-cannot-join'])
  })

  it('tells the channel for sessions of an instance that is online, not that its subnet has no way out', () => {
    const refused =
      'An error occurred (TargetNotConnected) when calling the StartSession operation: i-0a is not connected.\n'
    expect(meant(`${refused}No NAT, we use VPC endpoints. Run Command works.`)).toEqual(['session-channel-not-open'])
    expect(meant(`${refused}No NAT, we use VPC endpoints.`)).toEqual(['node-not-managed'])
    expect(meant(`${refused}No NAT, no VPC endpoints.`)).toEqual(['managed-node-without-way-out'])
  })

  it('tells a secret without a value by what Secrets Manager says, also where ECS repeats it', () => {
    const refused = 'ResourceInitializationError: unable to pull secrets or registry auth: ResourceNotFoundException: '
    const missing = "Secrets Manager can't find the specified secret"
    expect(meant(`${refused}${missing} value for staging label: AWSCURRENT`)).toContain('secret-without-value')
    expect(meant(`${refused}${missing}.`)).not.toContain('secret-without-value')
  })

  it('tells the sandbox by an address that mail only goes to, not by one that it comes from too', () => {
    const refused =
      'MessageRejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: ida@heron.example\n'
    expect(meant(`${refused}--from wren@heron.example --to ida@heron.example`)).toEqual(['recipient-in-sandbox'])
    expect(meant(`${refused}--from ida@heron.example --to ida@heron.example`)).toEqual(['email-identity-unverified'])
  })

  it('tells a code that is used up of several calls with it, not of several devices', () => {
    const refused = 'MultiFactorAuthentication failed with invalid MFA one time pass code.\n'
    expect(meant(`${refused}The first job works, all the others stop with this.`)).toEqual(['mfa-code-used-up'])
    expect(meant(`${refused}The first device works, the second one gives this.`)).toEqual(['mfa-code-rejected'])
  })

  it('tells a token of the global endpoint where an opt-in Region alone refuses it', () => {
    const refused = 'UnrecognizedClientException: The security token included in the request is invalid.\n'
    const from = 'The session comes from sts.amazonaws.com and is used in eu-west-1 and me-south-1. '
    expect(meant(`${refused}${from}The first one works, me-south-1 gives this.`)).toEqual([
      'global-token-in-opt-in-region',
    ])
    expect(meant(`${refused}${from}It works in no other Region.`)).toEqual(['session-token-missing'])
  })

  it('tells a VPC in another Region where the text names one, not where two accounts are in it', () => {
    const refused =
      'InvalidVPCId: The VPC vpc-0aa11bb22cc33dd44 in region us-west-2 that you provided is not authorized to make the association.\n'
    expect(meant(`${refused}The network is in eu-north-1.`)).toEqual(['zone-vpc-in-another-region'])
    expect(meant(`${refused}The network is in us-west-2.`)).toEqual(['zone-vpc-unusable'])
    expect(meant(`${refused}The network is in another account, in eu-north-1.`)).toEqual(['zone-vpc-unusable'])
    expect(
      meant(`${refused}arn:aws:iam::111122223333:role/heron, arn:aws:ec2:eu-north-1:444455556666:vpc/wren`),
    ).toEqual(['zone-vpc-unusable'])
  })

  it('tells cookies that were not sent where some are set, not where the request has the one that is missed', () => {
    const refused =
      '<Error><Code>MissingKey</Code><Message>Missing Key-Pair-Id query parameter or cookie value</Message></Error>\n'
    expect(meant(`${refused}Set-Cookie: CloudFront-Policy=x`)).toEqual(['signed-cookies-not-sent'])
    expect(meant(`${refused}> Cookie: CloudFront-Policy=x; CloudFront-Key-Pair-Id=y`)).toEqual([
      'signed-request-without-key',
    ])
    expect(meant(`${refused}Do I need signed URLs or signed cookies?`)).toEqual(['signed-request-without-key'])
  })

  it('tells a role that was too new by what is said of the same call later, whatever is concluded from it', () => {
    const refused =
      'Firehose is unable to assume role arn:aws:iam::111122223333:role/heron. Please check the role provided.\naws iam create-role runs just before.\n'
    expect(meant(`${refused}A minute later it works, so it can't be the trust policy.`)).toEqual(['role-was-new'])
    expect(meant(`${refused}A minute later it still can't.`)).not.toContain('role-was-new')
  })

  it('tells a role that is too new of a program that makes it and goes on at once, not of one that waits', () => {
    const refused =
      'ValidationException: The execution role you provide must allow AWS EventBridge Scheduler to assume the role.\n'
    const made = 'iam.create_role(RoleName=name, AssumeRolePolicyDocument={"Service": "scheduler.amazonaws.com"})\n'
    expect(meant(`${refused}${made}scheduler.create_schedule(Name=name)`)).toEqual(['role-just-made'])
    expect(meant(`${refused}${made}time.sleep(15)\nscheduler.create_schedule(Name=name)`)).not.toContain(
      'role-just-made',
    )
    expect(meant(`${refused}${made}The same call passes ten seconds later.`)).toEqual(['role-was-new'])
  })

  it('tells a missing instance profile by a look at the instance, unless Systems Manager manages those without one', () => {
    const refused =
      'An error occurred (TargetNotConnected) when calling the StartSession operation: i-0a is not connected.\n'
    const look = "$ aws ec2 describe-instances --query 'Reservations[].Instances[].[State.Name,IamInstanceProfile]'\n"
    expect(meant(`${refused}${look}[ [ "running", null ] ]`)).toEqual(['managed-node-without-profile'])
    expect(
      meant(`${refused}${look}[ [ "running", null ] ]\n"AWSSystemsManagerDefaultEC2InstanceManagementRole"`),
    ).toEqual(['node-not-managed'])
    expect(
      meant(
        `${refused}${look}[ [ "running", { "Arn": "arn:aws:iam::111122223333:instance-profile/teal" } ] ]\n$ echo null`,
      ),
    ).toEqual(['node-not-managed'])
  })
})
