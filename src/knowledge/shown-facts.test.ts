import { describe, expect, it } from 'vitest'
import { shownIn, toldToHold } from './find-shown-facts'
import type { AboutRequest } from './about-request'
import { SHOWN_FACTS, type ShownFactId } from './shown-facts'

const USER = 'arn:aws:iam::111122223333:user/jo'
const ROLE = 'arn:aws:sts::111122223333:assumed-role/loader/i-0a1b2c3d4e5f60718'

const NOBODY: AboutRequest = { principal: '', action: 's3:GetObject', resource: 'arn:aws:s3:::depot/in/a.csv' }

const idsIn = (text: string, about: Partial<AboutRequest> = {}): readonly ShownFactId[] =>
  shownIn(text, { ...NOBODY, ...about }).map(({ id }) => id)

/** By fact: texts that show it, and texts with the same words that don't. */
const VECTORS: Readonly<Record<ShownFactId, readonly [shows: readonly string[], silent: readonly string[]]>> = {
  'caller-allows-all': [
    [
      'I am AdministratorAccess',
      'even with AdministratorAccess',
      'I have admin rights',
      '{"PolicyName": "AdministratorAccess"}',
    ],
    [
      'It needs AdministratorAccess',
      'I do not have admin rights',
      'the admin says so',
      'With AdministratorAccess it works',
      'give it admin access',
    ],
  ],
  'works-for-a-time': [
    [
      'For the first hour everything works, then every call fails',
      'The first connections are fine; after about 15 minutes new ones are refused.',
      'It runs fine for 60 minutes. Then it is denied until we restart it.',
      'Works for an hour after the start, then this until I restart the pod.',
    ],
    [
      'It failed after 15 minutes',
      'A token should work for 15 minutes, then it fails',
      'For 10 minutes Terraform waits, then it fails with this',
      'It works for a colleague, and fails for me',
    ],
  ],
  'works-in-another-account': [
    [
      'The same template works in our staging account',
      'Identical Terraform goes through in another account, and fails here.',
      'In this account it is denied. The same stack went through in the sandbox account without any problem.',
    ],
    [
      'The same template fails in our staging account too',
      'From their account it works',
      'The same role should work in the other account',
      'Does the same stack work in another account?',
      'It works in the other Region with the same role',
    ],
  ],
  'works-without-option': [
    [
      'Without --acl public-read the same upload works',
      'It works if I leave out the tags',
      'With encryption it fails, without SSE it goes through',
    ],
    [
      'Without --acl it fails too',
      'It works without problems elsewhere',
      'Without a VPN it works',
      'It should work without the header',
      'The call is made without tags',
    ],
  ],
  'works-on-another-thing': [
    ['Another bucket works with the same role', 'the other tables are read fine, only this one fails'],
    ['Another bucket fails too', 'It is another bucket', 'Should another bucket work?'],
  ],
  'admins-refused-too': [
    [
      'My colleague has AdministratorAccess and gets the same error',
      'I also tried it with an admin role: same',
      'I tried with my own admin user, same message',
      'I have AdministratorAccess. A colleague gets the same error.',
      'Both of us are admins, both fail',
    ],
    [
      'My colleague gets the same error',
      'My colleague has PowerUserAccess and gets the same error',
      'I also tried it with an admin role: that works',
      'My colleague is not an admin and gets the same error',
      'I have AdministratorAccess in the same account',
      'Ask another admin whether he gets the same error',
    ],
  ],
  'root-user-calls': [
    ['I am signed in as the root user', 'logged in as root of our account', 'tried with root user credentials'],
    [
      'the script runs as root',
      'root@host',
      'logged in as root on the server',
      'As the root user of the account it works',
    ],
  ],
  'caller-allows-action': [
    [
      'The role has s3:GetObject on *',
      'inline policy: "s3:GetObject" on "*"',
      'policy: s3:GetObject on arn:aws:s3:::depot/*',
      'The role policy allows s3:GetObject on arn:aws:s3:::depot/in/a.csv.',
      '(user has s3:Get* on arn:aws:s3:::depot/*)',
      'Task role has s3:PutObject, GetObject and DeleteObject on *, no boundary',
      'the role has s3:* !!',
      'Trust is fine, s3:GetObject on the bucket is there, the Region is right.',
      'but it HAS s3:GetObject, PutObject, ListBucket etc. on depot',
      'Execution role has s3:GetObject on *, the object’s bucket policy allows the role.',
    ],
    [
      'The role needs s3:GetObject on *',
      'the role has no s3:GetObject on *',
      'policy: s3:GetObject on arn:aws:s3:::other/*',
      'The role has s3:PutObject on *',
      'Does the role have s3:GetObject on it?',
      'The bucket policy allows s3:GetObject on arn:aws:s3:::depot/*',
      'The trust policy of the role allows s3:GetObject',
      'Permissions required: s3:GetObject on *',
      'AccessDenied: the role with s3:GetObject on *',
      'The role used to have s3:GetObject on *',
      'We added s3:GetObject on * to the role',
      'the bucket policy is right, s3:PutObject is there',
      'is s3:GetObject there?',
    ],
  ],
  'caller-allows-elsewhere': [
    ['The role has s3:GetObject on arn:aws:s3:::other/*', 'user policy: s3:* on arn:aws:s3:::depot'],
    ['The role has s3:GetObject on arn:aws:s3:::depot/*', 'The role needs s3:GetObject on arn:aws:s3:::other/*'],
  ],
  'role-allows-these': [[], []],
  'trust-grants': [[], []],
  'trust-lets-in': [[], []],
  'key-policy-delegates': [[], []],
  'caller-allows-service': [['the role has s3:* on *'], ['the role has sqs:* on *', 'do I need s3:* on *']],
  'caller-named-admin': [[], []],
  'works-as-admin': [
    ['With AdministratorAccess it works', 'the same call works as an admin'],
    ['With AdministratorAccess it does not work', 'I have admin rights'],
  ],
  'works-for-another': [
    ['It works for another user', 'the same command works with the other role'],
    ['It fails for another user', 'works with another bucket'],
  ],
  'works-at-home': [
    ['from my laptop it works', 'works locally'],
    ['from my laptop it does not work', 'I ran it on my laptop'],
  ],
  // See printed-facts.test.ts: these are of one request.
  'role-deleted': [
    [],
    ['aws_iam_role.batch: Destruction complete after 1s', 'DELETE_COMPLETE AWS::IAM::Role BatchRole'],
  ],
  'account-closed': [[], []],
  'asked-by-coded-name': [
    ['key=in/Plan+A.csv\n2025-01-02 10:00:00 1200 Plan A.csv'],
    ['key=in/a+b.csv', 'key=in/plan.csv\n2025-01-02 10:00:00 1200 plan.csv'],
  ],
  'key-off': [
    ['"KeyState": "PendingDeletion"', 'KeyState: Disabled'],
    ['"KeyState": "Enabled"', 'the key is disabled'],
  ],
  'failed-earlier': [[], []],
  'other-version-read': [[], []],
  'not-in-listing': [[], []],
  'worked-before': [
    ['It worked until yesterday.', 'This was running fine for months', 'the job worked last week'],
    ['It never worked until yesterday.', 'It works now', 'the other job works for months'],
  ],
  'region-enabled': [
    ['{"RegionOptStatus": "ENABLED"}', '$ aws account get-region-opt-status --region-name af-south-1\nENABLED'],
    ['{"RegionOptStatus": "DISABLED"}', '{"RegionOptStatus": "ENABLING"}', 'Enabled: true'],
  ],
  'same-region': [
    ['bucket and function are in the same region', 'both are in eu-west-1'],
    ['they are not in the same region', 'both in different Regions'],
  ],
  'clock-right': [
    ['Wed Jan  8 09:30:01 UTC 2025\ndate: Wed, 08 Jan 2025 09:30:02 GMT'],
    ['Wed Jan  8 09:30:01 UTC 2025\ndate: Wed, 08 Jan 2025 09:44:02 GMT', 'date: Wed, 08 Jan 2025 09:30:02 GMT'],
  ],
  reachable: [
    [
      '# nc -zv 10.0.0.9 443\nNcat: Connected to 10.0.0.9:443.',
      '* Connected to sqs.eu-west-1.amazonaws.com (10.0.0.9)',
    ],
    ['# nc -zv 10.0.0.9 443\nNcat: TIMEOUT.'],
  ],
  'role-allows-all': [
    ['the task role even has AdministratorAccess', 'The role has full admin permissions'],
    [
      'Which role has AdministratorAccess?',
      'the role has no AdministratorAccess',
      'With AdministratorAccess the role works',
    ],
  ],
  'linked-role-exists': [
    ['{"Role": {"RoleName": "AWSServiceRoleForAutoScaling"}}'],
    ['AWSServiceRoleForAutoScaling is missing', '{"RoleName": "loader"}'],
  ],
  'ran-at-home': [['I ran it on my laptop'], ['from my laptop it works', 'the laptop is new']],
  'same-caller-elsewhere': [
    [
      'From my laptop the same keys work.',
      'outside the VPC the same role pulls fine',
      'curl in the pod: Forbidden\n# from my laptop, same key\n$ curl -sw "%{http_code}" https://x.example\n200',
    ],
    [
      'From my laptop the same keys do not work either.',
      'the same role works with the other bucket',
      'from my laptop it should work with the same keys',
      '# my laptop, same key\n$ curl https://x.example\n403',
    ],
  ],
  'simulated-allowed': [
    [
      'the simulator says allowed',
      'Policy simulator for s3:GetObject: allowed.',
      '"EvalActionName": "s3:GetObject", "EvalResourceName": "*", "EvalDecision": "allowed"',
    ],
    [
      'Simulator: s3:ListBucket allowed',
      'the simulator denies it',
      '"EvalActionName": "s3:GetObject", "EvalDecision": "implicitDeny"',
    ],
  ],
  'works-when-small': [[], []],
  'works-in-another-region': [[], []],
  'trust-names-deleted': [
    ['{"AWS": "AROAEXAMPLEGONE00001"}'],
    [
      '{"AWS": "arn:aws:iam::111122223333:role/build"}',
      // It is the caller’s own.
      '{"AWS": "AROAEXAMPLEHERE00001"} "RoleId": "AROAEXAMPLEHERE00001"',
    ],
  ],
  'object-exists': [
    ['2026-01-01 10:00:00      1234 a.csv', '{"ContentLength": 12}', '{"Key": "in/a.csv"}', 'The file exists.'],
    [
      '2026-01-01 10:00:00      1234 b.csv',
      '{"Key": "in/b.csv"}',
      'check whether the file exists',
      'the file does not exist',
      'does the file exist?',
      // What is printed of another object than the one that was refused.
      '$ aws s3api head-object --key in/a.csv\n(AccessDenied)\n$ aws s3api head-object --key in/z.csv\n{"ContentLength": 12}',
      '$ aws s3 ls s3://depot/out/\n2026-01-01 10:00:00      1234 a.csv',
    ],
  ],
  'asks-whether-it-exists': [
    ['  File "s3.py", line 40, in exists\n    head()', 'if not storage.exists(name):'],
    ['the object exists', 'File "s3.py", line 40, in read'],
  ],
  'environment-decides': [
    [
      'environment: staging\nWithout environment it works',
      'environment: prod\nIf I remove the environment line it works',
    ],
    ['environment: staging\nIt never works', 'Without environment it works'],
  ],
  'thing-exists': [
    ['the role exists since May'],
    ['Please make sure that this role exists', 'the role does not exist'],
  ],
  'listed-under-other-name': [[], []],
  'thing-not-found': [["I can't see that role in IAM"], ['I can see the role']],
  'made-at-once': [
    [
      'the policy is in the same template. No DependsOn.',
      'CREATE_IN_PROGRESS AWS::IAM::Policy FnPolicy 10:01:12\nCREATE_FAILED AWS::Lambda::EventSourceMapping Consumer 10:01:13',
      'CREATE_FAILED | AWS::Lambda::EventSourceMapping | Consumer\nCREATE_COMPLETE | AWS::IAM::Policy | FnPolicy',
      'FnRole:\n  Type: AWS::IAM::Role\nFnPolicy:\n  Type: AWS::IAM::ManagedPolicy\n  Properties:\n    Roles: [!Ref FnRole]\nFn:\n  DependsOn: FnRole\n',
    ],
    [
      'I added DependsOn, the same',
      'FnRole:\n  Type: AWS::IAM::Role\nFnPolicy:\n  Type: AWS::IAM::ManagedPolicy\n  Properties:\n    Roles: [!Ref FnRole]\nFn:\n  DependsOn: FnPolicy\n',
      'CREATE_IN_PROGRESS AWS::IAM::Policy FnPolicy\nCREATE_COMPLETE AWS::IAM::Policy FnPolicy\nCREATE_FAILED AWS::Lambda::EventSourceMapping Consumer',
    ],
  ],
  'works-when-done-again': [
    [
      'The role was just created. If I run the second command again it works',
      'If I deploy again it works.',
      'If I first deploy only the statement and then the event it works.',
      'The role is created. A minute later it works.',
      'CreateRole in the same handler. If we sleep 10 s it works',
      'second terraform apply: ok',
      'aws_iam_role.a: Creation complete after 1s\nError: cannot be assumed\n-- retry, 3 min later --\naws_x.b: Creation complete after 9s',
    ],
    [
      'If I deploy again it does not work.',
      'aws_iam_role.a: Creation complete after 1s\nError: cannot be assumed\n-- retry, 3 min later --\naws_x.c: Creation complete after 9s\nError: cannot be assumed',
      'deploy again',
      'The role is created, it works',
      'It is created. The second time, with the external id, it works.',
      'attached. After entering the MFA code the second run works',
      'the second time it works',
    ],
  ],
  'is-management-account': [[], []],
  'no-kms-key': [
    ['No KMS, only SSE-S3', '{"SSEAlgorithm": "AES256"}', 'the objects are not encrypted'],
    [
      'objects from before are AES256, the new ones SSE-KMS',
      '{"SSEAlgorithm": "aws:kms"} and before AES256',
      '"s3:x-amz-server-side-encryption": "AES256"',
    ],
  ],
  'no-scps': [
    ['There are no SCPs.', 'a standalone account', 'we are not in an organization'],
    ['no SCP allows it', 'because no service control policy allows the s3:GetObject action', 'if there are no SCPs'],
  ],
  'no-rcps': [['no RCPs here'], ['no resource control policy allows it']],
  'in-management-account': [
    ['I run it in the management account'],
    ['an SCP of the management account', 'in the management account we attached an SCP'],
  ],
  'no-boundary': [
    ['it has no permissions boundary'],
    ['no permissions boundary allows it', 'a permissions boundary is set'],
  ],
  'no-resource-policy': [
    ['There is no bucket policy.', 'An error occurred (NoSuchBucketPolicy)'],
    ['no bucket policy allows it', 'is it open with no bucket policy?'],
  ],
  'no-endpoint': [
    ['we have no VPC endpoints', 'the function is not in a VPC'],
    ['no VPC endpoint policy allows it', 'the VPC endpoint is new'],
  ],
  'endpoint-allows-all': [
    ['the endpoint policy is the default', 'with the default endpoint policy'],
    ['the endpoint policy is ours'],
  ],
  'owner-enforced': [
    ['{"ObjectOwnership": "BucketOwnerEnforced"}', 'ACLs are disabled'],
    ['{"ObjectOwnership": "ObjectWriter"}', 'ACLs are enabled'],
  ],
  'written-by-another': [
    [
      'A partner uploads the files',
      'the object was written by another account',
      'The reports are saved by the billing account 444455556666',
    ],
    ['we upload the files', 'the files are copied in our account'],
  ],
  'public-access-open': [
    [
      '{"BlockPublicAcls": false, "IgnorePublicAcls": false, "BlockPublicPolicy": false, "RestrictPublicBuckets": false}',
      'The bucket has PublicAccessBlockConfiguration: all false.',
    ],
    [
      '{"BlockPublicAcls": false, "IgnorePublicAcls": false, "BlockPublicPolicy": true, "RestrictPublicBuckets": false}',
    ],
  ],
  'same-account': [
    ['both are in the same account'],
    ['they are not in the same account', 'in the same account, or a different account'],
  ],
  'across-accounts': [['the bucket is in another account'], ['the bucket is in our account']],
}

describe('a fact that a text shows', () => {
  const all = Object.entries(VECTORS).map(([id, [shows, silent]]) => ({ id, shows, silent }))

  it.each(all)('$id is seen in its words', ({ id, shows }) => {
    expect(shows.filter((text) => !idsIn(text).includes(id as ShownFactId))).toEqual([])
  })

  it.each(all)('$id is not seen where they are turned around, wanted or AWS’s own', ({ id, silent }) => {
    expect(silent.filter((text) => idsIn(text).includes(id as ShownFactId))).toEqual([])
  })

  it('has vectors for each that words show', () => {
    expect(Object.keys(VECTORS).toSorted()).toEqual(Object.keys(SHOWN_FACTS).toSorted())
  })
})

describe('what a text says of a trust policy', () => {
  const about = { principal: USER, action: 'sts:AssumeRole' }
  const there = { ...about, resource: 'arn:aws:iam::444455556666:role/Ship' }
  const here = { ...about, resource: 'arn:aws:iam::111122223333:role/Ship' }

  it('tells that it lets in the caller’s account, so that the caller needs an Allow', () => {
    const texts = [
      'The trust policy of Ship has arn:aws:iam::111122223333:root as principal, no conditions.',
      'Trust relationship: {"AWS": "arn:aws:iam::111122223333:root"}',
      'Ship trusts account 111122223333.',
    ]
    expect(texts.filter((text) => !idsIn(text, there).includes('trust-lets-in'))).toEqual([])
    expect(idsIn('The role trusts arn:aws:iam::111122223333:user/jo', there)).toContain('trust-lets-in')
  })

  it('tells that a caller of its account is let in by name, so that nothing else has to', () => {
    expect(idsIn('The role trusts arn:aws:iam::111122223333:user/jo', here)).toEqual(['trust-grants'])
  })

  it('tells nothing where it is of another role or account, has a condition, or is only wanted', () => {
    const texts = [
      'The trust policy of Build has arn:aws:iam::111122223333:root as principal.',
      'Ship trusts account 777788889999.',
      'The trust policy has arn:aws:iam::111122223333:root with a condition on sts:ExternalId',
      'The trust policy should have arn:aws:iam::111122223333:root',
      'The trust policy does not name 111122223333',
      'The account 111122223333 has a role',
    ]
    const seen = texts.filter((text) => idsIn(text, there).some((id) => id.startsWith('trust-')))
    expect(seen).toEqual([])
  })
})

describe('what a text says that a role holds', () => {
  const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']

  it('is told where it names each action, a wildcard over them, or a policy of AWS’s that holds them', () => {
    const texts = [
      'service role has ecr:BatchGetImage, GetDownloadUrlForLayer on *',
      'The execution role allows ecr:*',
      'The role has ecr:BatchGetImage.\nThe role policy allows ecr:Get* on *.',
    ]
    expect(texts.filter((text) => toldToHold(text, PULL) === null)).toEqual([])
  })

  it('is not told of some of them, of a user, of things that nobody knows, or as a wish or a guess', () => {
    const texts = [
      'service role has ecr:BatchGetImage on *',
      'My user has ecr:*',
      'The task role has ecr:* on *',
      'The role has ecr:* on arn:aws:ecr:eu-west-1:111122223333:repository/web',
      'The role should have ecr:*',
      'I guess that the role has ecr:*',
      'Give the role ecr:* on *.',
    ]
    expect(texts.filter((text) => toldToHold(text, PULL) !== null)).toEqual([])
  })
})

describe('what a text says of a key policy', () => {
  const about = { principal: USER, action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' }
  const tells = (text: string, more: Partial<AboutRequest> = {}) =>
    idsIn(text, { ...about, ...more }).includes('key-policy-delegates')

  it('tells that it leaves it to the policies of the caller’s account', () => {
    expect(tells('Key policy has root with kms:*')).toBe(true)
    expect(tells('- key policy: account root kms:*')).toBe(true)
    expect(tells('The key has the default key policy.')).toBe(true)
    expect(tells('The key policy allows kms:* to arn:aws:iam::111122223333:root')).toBe(true)
  })

  it('tells nothing where it is the root of another account, only wanted, or nothing was asked of a key', () => {
    expect(tells('Key policy has root with kms:*', { principal: 'arn:aws:iam::444455556666:user/al' })).toBe(false)
    expect(tells('The key policy allows kms:* to arn:aws:iam::444455556666:root')).toBe(false)
    expect(tells('The root volume is encrypted with our own key')).toBe(false)
    expect(tells('The key policy should have root with kms:*')).toBe(false)
    expect(tells('Key policy has root with kms:* under a condition')).toBe(false)
    expect(tells('Key policy has root with kms:*', { action: 's3:GetObject' })).toBe(false)
  })
})

describe('whose permissions a text tells of', () => {
  it('are those of a user who writes, and not those of a role that a program took', () => {
    expect(idsIn('I am admin', { principal: USER })).toContain('caller-allows-all')
    expect(idsIn('I am admin', { principal: ROLE })).not.toContain('caller-allows-all')
    expect(idsIn('My own user is admin', { principal: ROLE })).not.toContain('caller-allows-all')
    expect(idsIn('My own user is admin', { principal: USER })).toContain('caller-allows-all')
    expect(idsIn('the role has AdministratorAccess', { principal: ROLE })).toContain('caller-allows-all')
  })

  it('are nobody’s where a program calls that is not named', () => {
    expect(idsIn('I am admin. The Lambda fails.')).not.toContain('caller-allows-all')
  })

  it('are those of the one who is named', () => {
    expect(idsIn('user jo has AdministratorAccess', { principal: USER })).toContain('caller-allows-all')
    const listed = (user: string) =>
      `$ aws iam list-attached-user-policies --user-name ${user}\n{ "AttachedPolicies": [{ "PolicyName": "AdministratorAccess" }] }`
    expect(idsIn(listed('jo'), { principal: USER })).toContain('caller-allows-all')
    expect(idsIn(listed('kim'), { principal: USER })).not.toContain('caller-allows-all')
    expect(idsIn('user kim has AdministratorAccess', { principal: USER })).not.toContain('caller-allows-all')
  })

  it('are seen by the name of a role that AWS makes', () => {
    const principal = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_AdministratorAccess_0a1b2c3d4e5f6071/kim'
    expect(idsIn('Access Denied', { principal })).toEqual(['caller-named-admin'])
  })

  it('of an organization’s management account, by its id as a command prints it', () => {
    const printed = (id: string) =>
      `$ aws organizations describe-organization --query Organization.MasterAccountId\n"${id}"`
    expect(idsIn(printed('111122223333'), { principal: ROLE })).toContain('is-management-account')
    expect(idsIn(printed('444455556666'), { principal: ROLE })).not.toContain('is-management-account')
  })

  it('of a thing, are not there where a command that names it found nothing', () => {
    const asked = (name: string) =>
      `An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name ${name} cannot be found.`
    const resource = 'arn:aws:iam::111122223333:role/depot'
    expect(idsIn(asked('depot'), { resource })).toContain('thing-not-found')
    expect(idsIn(asked('other'), { resource })).not.toContain('thing-not-found')
  })

  it('of a thing, are seen by its ARN as a command prints it', () => {
    const resource = 'arn:aws:iam::111122223333:role/depot'
    expect(idsIn(`{"Arn": "${resource}"}`, { resource })).toContain('thing-exists')
    expect(idsIn(`{"RoleArn": "${resource}"}`, { resource })).not.toContain('thing-exists')
  })
})

describe('a listing of the text', () => {
  const ofParameter = (name: string) => ({
    action: 'ssm:GetParameter',
    resource: `arn:aws:ssm:eu-west-1:111122223333:parameter/${name}`,
  })
  const LISTED = '$ aws ssm describe-parameters\n"/shop/live/DB_HOST"\n"/shop/live/DB_USER"\n$ echo DB_PASS'

  it('shows the name of what was asked for by another, with its path or in other letters', () => {
    expect(idsIn(LISTED, ofParameter('DB_HOST'))).toContain('listed-under-other-name')
    expect(idsIn(LISTED, ofParameter('shop/live/db-host'))).toContain('listed-under-other-name')
  })

  it('shows none where it has the name, nothing like it, or is of another service', () => {
    const silent = [
      idsIn(LISTED, ofParameter('shop/live/DB_HOST')),
      idsIn(LISTED, ofParameter('DB_PASS')),
      idsIn(LISTED.replace('aws ssm', 'aws sqs'), ofParameter('DB_HOST')),
      idsIn('$ aws secretsmanager list-secrets\n"app/one"', {
        action: 'secretsmanager:GetSecretValue',
        resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:app/one-Ab12Cd',
      }),
    ]
    for (const ids of silent) expect(ids).not.toContain('listed-under-other-name')
  })
})

describe('the same call that goes through elsewhere', () => {
  const part = 'upload failed: An error occurred (AccessDenied) when calling the UploadPart operation: Access Denied'
  const put = { action: 's3:PutObject', resource: 'arn:aws:s3:::depot/big.iso' }

  it('tells of an upload that only its size is refused: a small object takes the same permission to write', () => {
    expect(idsIn(`upload: ./a.txt to s3://depot/a.txt\n${part}`, put)).toContain('works-when-small')
    expect(idsIn(`${part}\nSmall files work.`, put)).toContain('works-when-small')
    // The write itself is refused, or nothing else passed.
    expect(idsIn(`Small files work.\n(AccessDenied) when calling the PutObject operation`, put)).toEqual([])
    expect(idsIn(part, put)).toEqual([])
  })

  it('tells of a Region where the resource lies in another one', () => {
    const queue = { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs' }
    expect(idsIn('In us-east-1 the same works.', queue)).toContain('works-in-another-region')
    expect(idsIn('In eu-west-1 it works.', queue)).toEqual([])
    expect(idsIn('In us-east-1 it should work.', queue)).toEqual([])
  })
})

describe('what a text says of a bucket', () => {
  const put = { action: 's3:PutObject', resource: 'arn:aws:s3:::depot/a.csv' }

  it('is of the bucket of the request: another one has its own encryption, policy and settings', () => {
    const printed = (bucket: string) =>
      `$ aws s3api get-bucket-encryption --bucket ${bucket}\n{"SSEAlgorithm": "AES256"}\n`
    expect(idsIn(printed('depot'), put)).toContain('no-kms-key')
    expect(idsIn(printed('elsewhere'), put)).toEqual([])
    expect(idsIn('$ aws s3 cp a.csv s3://elsewhere/a.csv  # AES256', put)).toEqual([])
    expect(idsIn('The old bucket has SSE-S3.', put)).toEqual([])
    expect(idsIn(`${printed('elsewhere')}\nOurs has SSE-S3.`, put)).toContain('no-kms-key')
  })
})
