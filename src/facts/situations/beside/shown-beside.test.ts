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
})
