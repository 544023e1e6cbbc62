import { describe, expect, it } from 'vitest'
import { SAME_WORK } from '../../facts/calls/same-work'
import { matchWildcard } from '../../iam/wildcard'
import { plainText } from '../../text/phrase'
import { remedyOf } from '../../testing/pasted-case'

type Statement = Readonly<Record<string, unknown>>

const ON = 'eu-west-1:111122223333'

const denied = (
  action: string,
  resource: string,
  ending = `because no identity-based policy allows the ${action} action`,
) =>
  `User: arn:aws:sts::111122223333:assumed-role/app/one is not authorized to perform: ${action} on resource: ${resource} ${ending}`

const fixesOf = (...pasted: Parameters<typeof remedyOf>) => remedyOf(...pasted).fixes

const statementsOf = ([fix]: ReturnType<typeof fixesOf>): readonly Statement[] =>
  (JSON.parse(fix?.changes[0]?.after ?? '{}') as { Statement?: Statement[] }).Statement ?? []

const actionsOf = (fixes: ReturnType<typeof fixesOf>) =>
  statementsOf(fixes)
    .flatMap(({ Action }) => [Action].flat())
    .toSorted()

const resourcesOf = (fixes: ReturnType<typeof fixesOf>) =>
  statementsOf(fixes).flatMap(({ Resource }) => [Resource].flat())

const REPOSITORY = `arn:aws:ecr:${ON}:repository/shop/web`
const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']

describe('an action that no client asks for alone', () => {
  it('is allowed with the rest of a push', () => {
    const [first, ...others] = fixesOf(denied('ecr:InitiateLayerUpload', REPOSITORY))
    expect(actionsOf([first!])).toEqual(
      [
        ...PULL.filter((one) => !one.includes('Url')),
        'ecr:CompleteLayerUpload',
        'ecr:InitiateLayerUpload',
        'ecr:PutImage',
        'ecr:UploadLayerPart',
      ].toSorted(),
    )
    expect(resourcesOf([first!])).toEqual([REPOSITORY])
    expect(plainText(first!.sentence)).toMatch(/It also allows the rest of pushing an image/)
    expect([first?.least, others]).toEqual([true, []])
  })

  it('is allowed with the rest at an endpoint that all of it goes through, for the same caller', () => {
    const fixes = fixesOf(
      `docker pull shop/web\n${denied('ecr:BatchGetImage', REPOSITORY, 'because no VPC endpoint policy allows the ecr:BatchGetImage action')}`,
      {
        endpoint: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }],
        }),
      },
    )
    const allowed = statementsOf(fixes).filter(({ Effect }) => Effect === 'Allow')
    expect(allowed.flatMap(({ Action }) => [Action].flat()).toSorted()).toEqual(PULL)
    for (const one of allowed)
      expect(one).toMatchObject({
        Principal: '*',
        Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/app' } },
      })
    // The agent's other calls go through endpoints of their own.
    const ofAgent = fixesOf(
      denied(
        'ssm:UpdateInstanceInformation',
        '*',
        'because no VPC endpoint policy allows the ssm:UpdateInstanceInformation action',
      ),
    )
    expect(actionsOf(ofAgent)).not.toContain('ssmmessages:CreateDataChannel')
  })

  it('is allowed on the key of a volume with the rest of the driver’s work, the grant for AWS services alone', () => {
    const KEY = `arn:aws:kms:${ON}:key/0a1b2c3d-1111-2222-3333-444455556666`
    const paste = denied('kms:GenerateDataKeyWithoutPlaintext', KEY)
    const statements = statementsOf(fixesOf(`ebs.csi.aws.com failed to provision volume\n${paste}`))
    expect(statements.map(({ Action }) => [Action].flat())).toEqual([
      ['kms:GenerateDataKeyWithoutPlaintext', 'kms:Decrypt', 'kms:DescribeKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
      ['kms:CreateGrant'],
    ])
    expect(statements[1]?.['Condition']).toEqual({ Bool: { 'kms:GrantIsForAWSResource': ['true'] } })
    expect(actionsOf(fixesOf(paste))).toEqual(['kms:GenerateDataKeyWithoutPlaintext'])
  })

  it('is told by the words of the text where two kinds of work begin with it', () => {
    const check = denied('ecr:BatchCheckLayerAvailability', REPOSITORY)
    expect(actionsOf(fixesOf(`docker push shop/web\n${check}`))).toContain('ecr:PutImage')
    expect(actionsOf(fixesOf(`docker pull shop/web\n${check}`))).toEqual(PULL)
    // What a role is called tells nothing of what it does.
    expect(
      actionsOf(fixesOf(`docker pull shop/web\n${check.replace('assumed-role/app', 'assumed-role/push')}`)),
    ).toEqual(PULL)
  })

  it('keeps the leases of a Kinesis consumer with the rest of it, and opens one action to any other program', () => {
    const table = `arn:aws:dynamodb:${ON}:table/clicks`
    const leases = fixesOf(`software.amazon.kinesis.leases: ${denied('dynamodb:DescribeTable', table)}`)
    expect(actionsOf(leases)).toContain('dynamodb:PutItem')
    expect(resourcesOf(leases)).toEqual([table, `${table}/index/*`])
    expect(actionsOf(fixesOf(denied('dynamodb:DescribeTable', table)))).toEqual(['dynamodb:DescribeTable'])
  })

  it('tags for Velero only what the same call makes', () => {
    const velero = fixesOf(`level=error logSource="velero" ${denied('ec2:DescribeVolumes', '*')}`)
    const tags = statementsOf(velero).filter(({ Action }) => [Action].flat().includes('ec2:CreateTags'))
    expect(tags.length).toBeGreaterThan(0)
    expect(tags.every(({ Condition }) => JSON.stringify(Condition).includes('ec2:CreateAction'))).toBe(true)
  })

  it('leaves out what the policies here allow already', () => {
    const identity = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['ecr:BatchGetImage', 'ecr:BatchCheckLayerAvailability'], Resource: '*' }],
    })
    const fixes = fixesOf(denied('ecr:GetDownloadUrlForLayer', REPOSITORY), { identity })
    expect(plainText(fixes[0]!.sentence)).not.toMatch(/the rest of/)
  })

  it('covers a model in every Region of its profile, through that profile alone', () => {
    const profile = `arn:aws:bedrock:${ON}:inference-profile/eu.acme.writer-v1:0`
    expect(statementsOf(fixesOf(denied('bedrock:InvokeModel', profile)))).toEqual([
      { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: profile },
      {
        Effect: 'Allow',
        Action: 'bedrock:InvokeModel',
        Resource: 'arn:aws:bedrock:*::foundation-model/acme.writer-v1:0',
        Condition: { StringLike: { 'bedrock:InferenceProfileArn': [profile] } },
      },
    ])
    expect(
      resourcesOf(
        fixesOf(denied('bedrock:InvokeModel', 'arn:aws:bedrock:eu-west-1::foundation-model/acme.writer-v1:0')),
      ),
    ).toHaveLength(1)
  })

  it('writes logs in one statement on the group, and creates the group only for an agent', () => {
    const stream = `arn:aws:logs:${ON}:log-group:/shop/web:log-stream:one`
    expect(statementsOf(fixesOf(denied('logs:PutLogEvents', stream)))).toEqual([
      {
        Effect: 'Allow',
        Action: expect.arrayContaining(['logs:CreateLogStream', 'logs:PutLogEvents']) as unknown,
        Resource: `arn:aws:logs:${ON}:log-group:/shop/web:*`,
      },
    ])
    const group = denied('logs:CreateLogGroup', `arn:aws:logs:${ON}:log-group:/shop/web`)
    expect(actionsOf(fixesOf(group))).toEqual(['logs:CreateLogGroup'])
    expect(actionsOf(fixesOf(`[output:cloudwatch_logs:cloudwatch_logs.0] ${group}`))).toContain('logs:PutLogEvents')
  })

  it('locks a Terraform state, and opens nothing more for another table', () => {
    const lock = denied('dynamodb:PutItem', `arn:aws:dynamodb:${ON}:table/locks`)
    expect(actionsOf(fixesOf(`Error: Error acquiring the state lock\n${lock}`))).toContain('dynamodb:DeleteItem')
    expect(actionsOf(fixesOf(lock))).toEqual(['dynamodb:PutItem'])
  })

  it('deletes the lock file of a Terraform state that it writes, and never the state', () => {
    const whole = ['s3:DeleteObject', 's3:GetObject', 's3:PutObject']
    expect(actionsOf(fixesOf(denied('s3:PutObject', 'arn:aws:s3:::vault/net/app.tfstate.tflock')))).toEqual(whole)
    const state = denied('s3:PutObject', 'arn:aws:s3:::vault/net/app.tfstate')
    expect(actionsOf(fixesOf(`Error saving state\n${state}\nrefreshing state`))).not.toContain('s3:DeleteObject')
  })

  it('reads or writes the objects of a folder that a command copies, in the direction of the copy', () => {
    const list = denied('s3:ListBucket', 'arn:aws:s3:::depot')
    expect(actionsOf(fixesOf(`$ aws s3 sync s3://depot/a ./a\n${list}`))).toEqual(['s3:GetObject', 's3:ListBucket'])
    expect(actionsOf(fixesOf(`$ aws s3 sync ./a s3://depot/a\n${list}`))).toEqual(['s3:ListBucket', 's3:PutObject'])
    expect(actionsOf(fixesOf(`$ aws s3 sync s3://other/a s3://depot/a\n${list}`))).toEqual(['s3:ListBucket'])
  })

  it('covers the folder that a command copies and no more, and deletes only where the copy mirrors', () => {
    const list = denied('s3:ListBucket', 'arn:aws:s3:::depot')
    expect(resourcesOf(fixesOf(`$ aws s3 sync ./a s3://depot/a\n${list}`))).toContain('arn:aws:s3:::depot/a/*')
    const mirror = fixesOf(`$ aws s3 sync ./a s3://depot --delete\n${list}`)
    expect(actionsOf(mirror)).toEqual(['s3:DeleteObject', 's3:ListBucket', 's3:PutObject'])
    expect(resourcesOf(mirror)).toContain('arn:aws:s3:::depot/*')
  })

  it('lets a caller of another account list a bucket and read the folder, in the one policy of both', () => {
    const fixes = fixesOf(
      `$ aws s3 sync s3://depot/a ./a\n${denied('s3:ListBucket', 'arn:aws:s3:::depot', 'because no resource-based policy allows the s3:ListBucket action')}`,
    )
    expect(statementsOf(fixes)).toEqual([
      expect.objectContaining({ Action: 's3:ListBucket', Resource: 'arn:aws:s3:::depot' }),
      expect.objectContaining({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::depot/a/*' }),
    ])
  })

  const NO_ALLOW = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }],
  })
  const atEndpoint = (said: string) =>
    fixesOf(
      `${said}\n${denied('ecr:BatchGetImage', REPOSITORY, 'because no VPC endpoint policy allows the ecr:BatchGetImage action')}`,
      { endpoint: NO_ALLOW },
    )

  it('signs in at an endpoint only where the policy is on that of the sign-in too', () => {
    const token = 'ecr:GetAuthorizationToken'
    expect(actionsOf(atEndpoint('the same policy is on ecr.api and ecr.dkr'))).toContain(token)
    expect(actionsOf(atEndpoint('the policy of ecr.dkr'))).not.toContain(token)
    // Who is refused an image has signed in, by what the caller’s own policies say.
    expect(actionsOf(fixesOf(`ecr.api\n${denied('ecr:BatchGetImage', REPOSITORY)}`))).toEqual(PULL)
  })

  it('covers each repository whose image could not be pulled, and none that is only named or is of another registry', () => {
    const failed = (account: string, name: string) =>
      `Failed to pull image "${account}.dkr.ecr.eu-west-1.amazonaws.com/${name}:4": 403 Forbidden`
    const said = [
      failed('111122223333', 'shop/web'),
      failed('111122223333', 'shop/cart'),
      failed('444455556666', 'shop/base'),
      'Successfully pulled image "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/tools:1"',
    ].join('\n')
    expect(resourcesOf(atEndpoint(said)).toSorted()).toEqual([REPOSITORY.replace('web', 'cart'), REPOSITORY])
    expect(plainText(atEndpoint(said)[0]!.sentence)).toContain('shop/cart too, which failed in the same way')
  })

  it('opens the channels of a session with a container, and nothing that only instances call', () => {
    const shell = denied('ssmmessages:CreateControlChannel', '*')
    const session = actionsOf(fixesOf(`$ aws ecs execute-command --cluster c --task t\n${shell}`))
    expect(session).toHaveLength(4)
    expect(session.every((one) => String(one).startsWith('ssmmessages:'))).toBe(true)
    expect(actionsOf(fixesOf(shell))).toContain('ssm:UpdateInstanceInformation')
  })

  it('restores a volume from each snapshot that the driver makes, and from the one alone for who calls by hand', () => {
    const snapshot = 'arn:aws:ec2:eu-west-1::snapshot/snap-0a1b2c3d4e5f60718'
    const restore = denied('ec2:CreateVolume', snapshot)
    const identity = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'ec2:CreateVolume', Resource: 'arn:aws:ec2:*:*:volume/*' }],
    })
    const [, added] = statementsOf(fixesOf(`ebs.csi.aws.com_ebs-csi-controller\n${restore}`, { identity }))
    expect(added?.['Resource']).toBe('arn:aws:ec2:*:*:snapshot/*')
    expect(resourcesOf(fixesOf(restore))).toEqual([snapshot])
  })

  it('is allowed in an SCP that lists what it allows, with the rest', () => {
    const scp = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:*', 'ecr:BatchCheckLayerAvailability'], Resource: '*' }],
    })
    const ending = 'because no service control policy allows the ecr:BatchGetImage action'
    const [first] = fixesOf(`docker pull\n${denied('ecr:BatchGetImage', REPOSITORY, ending)}`, { scp })
    expect(statementsOf([first!]).at(-1)).toMatchObject({
      Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      Resource: REPOSITORY,
    })
  })

  it('lets a caller of another account do all of it in the policy of the repository', () => {
    const fixes = fixesOf(
      denied(
        'ecr:PutImage',
        REPOSITORY.replace('111122223333', '444455556666'),
        'because no resource-based policy allows the ecr:PutImage action',
      ),
    )
    const [statement, ...others] = statementsOf(fixes.filter(({ layer }) => layer === 'resource'))
    expect(statement?.['Principal']).toEqual({ AWS: 'arn:aws:iam::111122223333:role/app' })
    expect([statement?.['Resource'], others]).toEqual([undefined, []])
    expect(statement?.['Action']).toContain('ecr:CompleteLayerUpload')
  })

  it('of a queue that a function reads is all three actions, of one that a program reads the one that was refused', () => {
    const refused = denied('sqs:ReceiveMessage', 'arn:aws:sqs:eu-west-1:111122223333:jobs')
    const read = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
    expect(actionsOf(fixesOf(`CREATE_FAILED AWS::Lambda::EventSourceMapping\n${refused}`))).toEqual(
      expect.arrayContaining(read),
    )
    expect(actionsOf(fixesOf(refused))).toEqual(['sqs:ReceiveMessage'])
  })

  it('leaves a transform alone, which is no stack', () => {
    const transform = 'arn:aws:cloudformation:eu-west-1:aws:transform/Serverless-2016-10-31'
    expect(actionsOf(fixesOf(denied('cloudformation:CreateChangeSet', transform)))).toEqual([
      'cloudformation:CreateChangeSet',
    ])
  })

  it('is allowed in each Region where the model is called through a profile of several', () => {
    const model = 'foundation-model/anthropic.claude-3-5-sonnet-20241022-v2:0'
    const refused = denied('bedrock:InvokeModel', `arn:aws:bedrock:us-east-2::${model}`)
    const profile = 'modelId = "us.anthropic.claude-3-5-sonnet-20241022-v2:0"'
    expect(resourcesOf(fixesOf(`${profile}\n${refused}`).slice(0, 1))).toEqual([`arn:aws:bedrock:*::${model}`])
    expect(resourcesOf(fixesOf(refused).slice(0, 1))).toEqual([`arn:aws:bedrock:us-east-2::${model}`])
  })

  it('is allowed with the rest in a boundary that is here', () => {
    const instance = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0e9f8a7b6c5d4e3f2'
    const boundary = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
    })
    const ending = 'because no permissions boundary allows the ssm:UpdateInstanceInformation action'
    const fixes = fixesOf(denied('ssm:UpdateInstanceInformation', instance, ending), { boundary })
    expect(actionsOf(fixes)).toEqual(expect.arrayContaining(['ssmmessages:OpenDataChannel', 'ec2messages:GetMessages']))
  })

  it('is no answer to a Deny, and none in another layer', () => {
    for (const ending of [
      'with an explicit deny in an identity-based policy',
      'because no permissions boundary allows the ecr:PutImage action',
    ])
      expect(actionsOf(fixesOf(denied('ecr:PutImage', REPOSITORY, ending)))).not.toContain('ecr:UploadLayerPart')
  })
})

describe('what a template makes', () => {
  const QUEUE = `arn:aws:sqs:${ON}:jobs`

  it('is made and read back, by Terraform with more reads than by CloudFormation', () => {
    const refused = denied('sqs:CreateQueue', QUEUE)
    expect(actionsOf(fixesOf(`│ with aws_sqs_queue.jobs,\n${refused}`))).toEqual([
      'sqs:CreateQueue',
      'sqs:GetQueueAttributes',
      'sqs:ListQueueTags',
    ])
    const role = 'arn:aws:iam::111122223333:role/worker'
    expect(
      actionsOf(fixesOf(`CREATE_FAILED AWS::IAM::Role Worker Resource handler: ${denied('iam:CreateRole', role)}`)),
    ).toEqual(['iam:CreateRole', 'iam:GetRole'])
    expect(actionsOf(fixesOf(refused))).toEqual(['sqs:CreateQueue'])
  })

  it('is only read where a read was refused, and where another type is named, nothing more', () => {
    const refused = denied('s3:GetBucketAcl', 'arn:aws:s3:::depot')
    const read = actionsOf(fixesOf(`│ with aws_s3_bucket.depot,\n${refused}`))
    expect(read).toEqual(expect.arrayContaining(['s3:GetBucketAcl', 's3:GetBucketVersioning']))
    expect(read).not.toContain('s3:CreateBucket')
    expect(actionsOf(fixesOf(`│ with aws_s3_bucket_acl.depot,\n${refused}`))).toEqual(['s3:GetBucketAcl'])
  })
})

describe('a key that others may use for the same', () => {
  const OTHER = 'arn:aws:iam::444455556666:role/backups'
  const CALLER = 'arn:aws:iam::444455556666:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup'
  const refused =
    'User: arn:aws:sts::444455556666:assumed-role/AWSServiceRoleForBackup/AWSBackup-AWSServiceRoleForBackup is not authorized to perform: kms:DescribeKey on resource: ' +
    `arn:aws:kms:${ON}:key/0a1b2c3d-1111-2222-3333-444455556666 because no resource-based policy allows the kms:DescribeKey action`
  const use = {
    Sid: 'Use',
    Effect: 'Allow',
    Principal: { AWS: OTHER },
    Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    Resource: '*',
  }
  const grants = {
    Sid: 'Grants',
    Effect: 'Allow',
    Principal: { AWS: [OTHER] },
    Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
    Resource: '*',
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  }
  const policy = (...statements: readonly Statement[]) =>
    JSON.stringify({ Version: '2012-10-17', Statement: statements })

  it('lets the caller in beside them, in each of their statements', () => {
    const fixes = fixesOf(refused, { resource: policy(use, grants) })
    expect(statementsOf(fixes)).toEqual([
      { ...use, Principal: { AWS: [OTHER, CALLER] } },
      { ...grants, Principal: { AWS: [OTHER, CALLER] } },
    ])
    expect(plainText(fixes[0]!.sentence)).toMatch(/to the principals of the statements Use and Grants/)
  })

  it('gets statements of its own where theirs allow more, and a grant for AWS services alone', () => {
    const added = statementsOf(fixesOf(refused, { resource: policy({ ...use, Action: 'kms:*' }) })).slice(1)
    expect(added.map(({ Principal }) => Principal)).toEqual([{ AWS: CALLER }, { AWS: CALLER }])
    expect(added.find(({ Action }) => [Action].flat().includes('kms:CreateGrant'))?.['Condition']).toEqual({
      Bool: { 'kms:GrantIsForAWSResource': ['true'] },
    })
  })
})

describe('the rest of other work', () => {
  it.each([
    ['Converse: Model access is denied', 'aws-marketplace:ViewSubscriptions', '*', 'aws-marketplace:Subscribe'],
    [
      'consumer',
      'kafka-cluster:DescribeGroup',
      `arn:aws:kafka:${ON}:group/orders/7a2b/readers`,
      'kafka-cluster:AlterGroup',
    ],
    ['ipamd.go:515 AllocENI', 'ec2:DescribeSubnets', '*', 'ec2:DescribeSecurityGroups'],
    [
      'CreateAccountAssignment',
      'iam:GetSAMLProvider',
      'arn:aws:iam::111122223333:saml-provider/AWSSSO_77ab_DO_NOT_DELETE',
      'iam:CreateRole',
    ],
  ])('%s: %s', (text, action, resource, next) => {
    expect(actionsOf(fixesOf(`${text}\n${denied(action, resource)}`))).toEqual(expect.arrayContaining([action, next]))
  })

  it('is on whatever id the next try gets, where a stack creates an API', () => {
    const asked = denied('apigateway:PUT', 'arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5')
    const fixes = fixesOf(`AWS::ApiGateway::RestApi CREATE_FAILED ${asked}`)
    expect(resourcesOf(fixes)).toContain('arn:aws:apigateway:eu-west-1::/restapis/*')
    expect(actionsOf(fixes)).toEqual(expect.arrayContaining(['apigateway:POST', 'apigateway:GET']))
    expect(resourcesOf(fixesOf(asked))).toEqual(['arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5'])
  })

  it('is that work alone: the same call of another program takes no more', () => {
    expect(actionsOf(fixesOf(denied('ec2:DescribeSubnets', '*')))).toEqual(['ec2:DescribeSubnets'])
    const provider = 'arn:aws:iam::111122223333:saml-provider/office'
    expect(actionsOf(fixesOf(denied('iam:GetSAMLProvider', provider)))).toEqual(['iam:GetSAMLProvider'])
  })
})

describe('the table of works', () => {
  it.each(SAME_WORK.map((row) => [row.asked.join(), row] as const))(
    '%s: what was asked is among what it grants',
    (_, { asked, grants }) => {
      const granted = grants.flatMap(({ actions }) => actions.map((one) => one.toLowerCase()))
      expect(granted.length).toBeGreaterThan(0)
      for (const action of asked)
        expect(granted.some((one) => one === '{action}' || matchWildcard(action, one))).toBe(true)
    },
  )
})
