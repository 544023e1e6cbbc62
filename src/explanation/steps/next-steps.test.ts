import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { parseDenials } from '../../denial/parse-denials'
import { evaluate } from '../../evaluation/evaluate'
import { plainText } from '../../text/phrase'
import { explainNextSteps } from './next-steps'
import type { Layer } from '../../iam/layers'
import { POLICY_READS } from '../../iam/policy-reads'

const steps = (accessCase: AccessCase) => {
  const denial = accessCase.error === undefined ? null : (parseDenials(accessCase.error)[0] ?? null)
  return explainNextSteps({ accessCase, evaluation: evaluate(accessCase), denial })
}

const openCase = (principal: string, action: string, resource: string, error?: string): AccessCase => ({
  version: 1,
  ...(error === undefined ? {} : { error }),
  request: { principal, action, resource },
  policies: { otherLayers: 'unknown' },
})

const named = (rest: string): readonly [string, string] => {
  const [service = ''] = rest.split(':')
  return [`${service}:Any`, `arn:aws:${service}:eu-west-1:111122223333:${rest.slice(service.length + 1)}`]
}

const user = 'arn:aws:iam::111122223333:user/alice'
const commandsFor = (layer: Layer, accessCase: AccessCase) =>
  steps(accessCase)
    .filter(({ settles }) => settles.layers.includes(layer) && settles.layers.length === 1)
    .flatMap(({ commands }) => commands)

const RESOURCES = [
  's3:data/a',
  's3:accesspoint/reports/object/a',
  'kms:key/1',
  'sqs:orders',
  'sns:news',
  'lambda:function:f',
  'secretsmanager:secret:s-AbCdEf',
  'dynamodb:table/t',
  'kinesis:stream/s',
  'ecr:repository/r',
  'logs:log-group:g',
  'events:event-bus/b',
  'elasticfilesystem:file-system/fs-1',
  'backup:backup-vault:v',
  'glue:table/d/t',
  'es:domain/d',
]

const pascal = (command: string): string =>
  command
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

describe('the operations of the commands that fetch policies', () => {
  it.each(RESOURCES)('are known, so that their failure is not taken for the error: %s', (resource) => {
    const [action, arn] = named(resource)
    const callers = [user, 'arn:aws:sts::111122223333:assumed-role/Deploy/run', 'arn:aws:iam::444455556666:user/bob']
    const lines = callers
      .flatMap((principal) => steps(openCase(principal, action, arn)))
      .filter(({ settles }) => settles.layers.length === 1)
      .flatMap(({ commands }) => commands.map(({ bash }) => bash))
    const operations = lines.flatMap((line) =>
      [...line.matchAll(/\baws [a-z\d-]+ ([a-z-]+)/g)].map((match) => pascal(match[1]!)),
    )
    expect(operations).toContain('ListAttachedUserPolicies')
    expect(operations.filter((operation) => !POLICY_READS.has(operation))).toEqual([])
  })
})

describe('next steps', () => {
  it('fetch all policies of a user, those of groups too', () => {
    const bash = commandsFor('identity', openCase(user, 's3:GetObject', 'arn:aws:s3:::data/a')).map((one) => one.bash)
    expect(bash).toMatchInlineSnapshot(`
      [
        "for arn in $(aws iam list-attached-user-policies --user-name alice --query 'AttachedPolicies[].PolicyArn' --output text); do
        aws iam get-policy-version --policy-arn "$arn" --version-id "$(aws iam get-policy --policy-arn "$arn" --query Policy.DefaultVersionId --output text)" --query "{UserName:'alice',PolicyName:'\${arn}',PolicyDocument:PolicyVersion.Document}" --output json
      done",
        "for name in $(aws iam list-user-policies --user-name alice --query 'PolicyNames[]' --output text); do
        aws iam get-user-policy --user-name alice --policy-name "$name" --output json
      done",
        "for group in $(aws iam list-groups-for-user --user-name alice --query 'Groups[].GroupName' --output text); do
        for arn in $(aws iam list-attached-group-policies --group-name "$group" --query 'AttachedPolicies[].PolicyArn' --output text); do
          aws iam get-policy-version --policy-arn "$arn" --version-id "$(aws iam get-policy --policy-arn "$arn" --query Policy.DefaultVersionId --output text)" --query "{GroupName:'\${group}',PolicyName:'\${arn}',PolicyDocument:PolicyVersion.Document}" --output json
        done
        for name in $(aws iam list-group-policies --group-name "$group" --query 'PolicyNames[]' --output text); do
          aws iam get-group-policy --group-name "$group" --policy-name "$name" --output json
        done
      done",
      ]
    `)
  })

  it('loop in PowerShell as well', () => {
    const [first] = commandsFor('identity', openCase(user, 's3:GetObject', 'arn:aws:s3:::data/a'))
    expect(first?.powershell).toMatchInlineSnapshot(
      `
      "foreach ($arn in (aws iam list-attached-user-policies --user-name alice --query 'AttachedPolicies[].PolicyArn' --output text) -split '\\s+' -ne '') {
        aws iam get-policy-version --policy-arn $arn --version-id (aws iam get-policy --policy-arn $arn --query Policy.DefaultVersionId --output text) --query "{UserName:'alice',PolicyName:'\${arn}',PolicyDocument:PolicyVersion.Document}" --output json
      }"
    `,
    )
  })

  it('see where Block Public Access is on, and ask for no policy, where AWS names its setting', () => {
    const error = `User: ${user} is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::data" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`
    const shown = steps(openCase(user, 's3:PutBucketPolicy', 'arn:aws:s3:::data', error))
    expect(shown.map(({ code, isPasted }) => ({ code, isPasted }))).toEqual([
      { code: 'bucket-public-access-block', isPasted: false },
      { code: 'account-public-access-block', isPasted: false },
    ])
    expect(shown.flatMap(({ commands }) => commands).map(({ bash }) => bash)).toEqual([
      'aws s3api get-public-access-block --bucket data --output json',
      'aws s3control get-public-access-block --account-id 111122223333 --output json',
    ])
  })

  it('walk from the account to the root for service control policies', () => {
    const [scp] = commandsFor('scp', openCase(user, 's3:GetObject', 'arn:aws:s3:::data/a'))
    expect(scp).toMatchInlineSnapshot(`
      {
        "bash": "target=111122223333
      while [ -n "$target" ]; do
        for id in $(aws organizations list-policies-for-target --target-id "$target" --filter SERVICE_CONTROL_POLICY --query 'Policies[].Id' --output text); do
          aws organizations describe-policy --policy-id "$id" --query "{Target:'\${target}',PolicySummary:Policy.PolicySummary,Content:Policy.Content}" --output json
        done
        case "$target" in
          r-*) target= ;;
          *) target=$(aws organizations list-parents --child-id "$target" --query 'Parents[0].Id' --output text) ;;
        esac
      done",
        "powershell": "$target = '111122223333'
      while ($target) {
        foreach ($id in (aws organizations list-policies-for-target --target-id $target --filter SERVICE_CONTROL_POLICY --query 'Policies[].Id' --output text) -split '\\s+' -ne '') {
          aws organizations describe-policy --policy-id $id --query "{Target:'\${target}',PolicySummary:Policy.PolicySummary,Content:Policy.Content}" --output json
        }
        $target = if ($target -notlike 'r-*') { aws organizations list-parents --child-id $target --query 'Parents[0].Id' --output text }
      }",
      }
    `)
  })

  it.each([
    ['s3:GetObject', 'arn:aws:s3:::data/a', 'aws s3api get-bucket-policy --bucket data --output json'],
    [
      'kms:Decrypt',
      'arn:aws:kms:eu-west-1:111122223333:key/1234',
      'aws kms get-key-policy --key-id arn:aws:kms:eu-west-1:111122223333:key/1234 --policy-name default --region eu-west-1 --output json',
    ],
    [
      'secretsmanager:GetSecretValue',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-Ab12Cd',
      'aws secretsmanager get-resource-policy --secret-id arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-Ab12Cd --region eu-west-1 --output json',
    ],
    [
      'sqs:SendMessage',
      'arn:aws:sqs:eu-west-1:111122223333:orders',
      'aws sqs get-queue-attributes --attribute-names Policy QueueArn --queue-url "$(aws sqs get-queue-url --queue-name orders --queue-owner-aws-account-id 111122223333 --query QueueUrl --output text --region eu-west-1)" --region eu-west-1 --output json',
    ],
    [
      'lambda:GetLayerVersion',
      'arn:aws:lambda:eu-west-1:111122223333:layer:otel:15',
      'aws lambda get-layer-version-policy --layer-name arn:aws:lambda:eu-west-1:111122223333:layer:otel --version-number 15 --region eu-west-1 --output json',
    ],
    [
      'sts:AssumeRole',
      'arn:aws:iam::111122223333:role/app/Reader',
      'aws iam get-role --role-name Reader --output json',
    ],
  ])('fetch the policy of the resource for %s', (action, resource, command) => {
    const layer = action.startsWith('sts:') ? 'trust' : 'resource'
    expect(commandsFor(layer, openCase(user, action, resource)).map(({ bash }) => bash)).toEqual([command])
  })

  it.each([
    ['ecr:BatchGetImage', 'Values=*.ecr.*'],
    ['kinesis:PutRecord', 'Values=*.kinesis-streams,*.kinesis-streams-fips'],
    ['cloudwatch:PutMetricData', 'Values=*.monitoring,*.monitoring-fips'],
    ['sqs:SendMessage', 'Values=*.sqs,*.sqs-fips'],
  ])('look for the VPC endpoints of %s under the names that they have', (action, values) => {
    const [endpoint] = commandsFor('endpoint', openCase(user, action, '*'))
    expect(endpoint?.bash).toBe(`aws ec2 describe-vpc-endpoints --filters 'Name=service-name,${values}' --output json`)
  })

  it.each<readonly [string, string]>([
    ['s3:GetObject', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/reports/object/a'],
    ['s3:GetObject', 'arn:aws:s3:::data/a'],
    ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/Reader'],
    ...['kms:key/1', 'sqs:q', 'sns:t', 'lambda:function:f', 'secretsmanager:secret:s', 'dynamodb:table/t'].map(named),
    ...['kinesis:stream/s', 'ecr:repository/r', 'logs:log-group:g', 'events:event-bus/b', 'glue:catalog'].map(named),
    ...['elasticfilesystem:file-system/fs-1', 'backup:backup-vault:v', 'es:domain/d'].map(named),
  ])('get JSON from the AWS CLI wherever it is pasted back, however that is set: %s on %s', (action, resource) => {
    const pasted = steps(openCase(user, action, resource)).filter(
      ({ isPasted, code }) => isPasted && code !== 'cloud-trail' && code !== 'condition-key',
    )
    expect(pasted.length).toBeGreaterThan(4)
    for (const { bash, powershell } of pasted.flatMap(({ commands }) => commands)) {
      expect(bash).toContain('--output json')
      expect(powershell).toContain('--output json')
    }
  })

  it('stay in the partition and region of the request', () => {
    const commands = steps(
      openCase(
        'arn:aws-cn:iam::111122223333:role/Deploy',
        'kms:Decrypt',
        'arn:aws-cn:kms:cn-northwest-1:111122223333:key/1',
      ),
    ).flatMap((step) => step.commands.map(({ bash }) => bash))
    expect(commands.find((bash) => bash.includes('list-attached-role-policies'))).toContain('--region cn-north-1')
    expect(commands.find((bash) => bash.includes('get-key-policy'))).toContain('--region cn-northwest-1')
  })

  it('quote what was pasted, so that it stays an argument', () => {
    const evil = "x'; rm -rf ~ #$(id)`id`"
    const commands = steps(
      openCase(`arn:aws:iam::111122223333:user/${evil}`, `s3:${evil}`, `arn:aws:s3:::${evil}`),
    ).flatMap((step) => step.commands)
    expect(commands.length).toBeGreaterThan(3)
    for (const { bash, powershell } of commands) {
      expect(unquoted(bash, `'\\''`)).not.toContain('rm -rf')
      expect(unquoted(powershell, `''`)).not.toContain('rm -rf')
    }
  })

  it('look for the event of the key, where another service used it for the caller', () => {
    const error = `An error occurred (KMS.AccessDeniedException) when calling the SendMessage operation: null (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException)`
    const trail = steps(openCase(user, 'kms:GenerateDataKey', 'arn:aws:kms:eu-west-1:111122223333:key/1', error))
      .flatMap(({ commands }) => commands)
      .filter(({ bash }) => bash.includes('EventName'))
    expect(trail.some(({ bash }) => bash.includes('AttributeValue=GenerateDataKey'))).toBe(true)
    expect(trail.some(({ bash }) => bash.includes('SendMessage'))).toBe(false)
  })

  it.each([
    ['arn:aws:sts::111122223333:federated-user/report-viewer', 'GetFederationToken'],
    ['arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/jane', 'AssumeRoleWithSAML'],
    ['arn:aws:sts::111122223333:assumed-role/Deploy/run', 'AssumeRole'],
  ])('look for the session policy in the call that made the session of %s', (principal, call) => {
    const [session] = commandsFor('session', openCase(principal, 's3:GetObject', 'arn:aws:s3:::data/a'))
    expect(session?.bash).toContain(`AttributeValue=${call} `)
  })

  it('ask for the layer that AWS names, and for no other', () => {
    const error = `User: ${user} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::data/a" with an explicit deny in a service control policy`
    const wanted = steps(openCase(user, 's3:GetObject', 'arn:aws:s3:::data/a', error)).filter(({ needed }) => needed)
    expect(wanted.map(({ code }) => code)).toEqual(['service-control-policies'])
  })

  describe('come in the order in which a specialist asks', () => {
    const wanted = (accessCase: AccessCase) =>
      steps(accessCase)
        .filter(({ needed }) => needed)
        .map(({ code }) => code)
    const limits = ['permissions-boundary', 'service-control-policies', 'endpoint-policy', 'resource-control-policies']
    const of = (principal: string, action: string, resource: string) =>
      openCase(
        principal,
        action,
        resource,
        `User: ${principal} is not authorized to perform: ${action} on resource: ${resource}`,
      )

    it('what has to allow before what can only limit', () => {
      expect(wanted(of(user, 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:orders'))).toEqual([
        ...['managed-policies', 'inline-policies', 'group-policies', 'resource-policy'],
        ...limits,
      ])
    })

    it('the trust policy of a role and the policy of a key before all else', () => {
      expect(wanted(of(user, 'sts:AssumeRole', 'arn:aws:iam::444455556666:role/Deploy'))[0]).toBe('trust-policy')
      expect(wanted(of(user, 'kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/1'))[0]).toBe('resource-policy')
    })

    it('the keys that a given policy tests before the layers that can only limit, all that one event tells at once', () => {
      const tests = { StringNotEquals: { 'aws:SourceVpce': 'vpce-0abc', 'aws:SourceVpc': 'vpc-0abc' } }
      const document = JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 's3:*', Resource: '*' },
          { Effect: 'Deny', Action: 's3:*', Resource: '*', Condition: tests },
        ],
      })
      const guarded: AccessCase = {
        ...of(user, 's3:GetObject', 'arn:aws:s3:::data/a'),
        request: { principal: user, action: 's3:GetObject', resource: 'arn:aws:s3:::data/a', otherContext: 'unknown' },
        policies: { identity: [{ name: 'app', document }], otherLayers: 'unknown' },
      }
      expect(wanted(guarded)).toEqual(['resource-policy', 'condition-key', ...limits])
      const key = steps(guarded).find(({ code }) => code === 'condition-key')
      expect(key?.settles.keys.toSorted()).toEqual(['aws:SourceVpc', 'aws:SourceVpce'])
    })
  })

  it('let AWS decode its own message', () => {
    const blob = 'aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789'.repeat(8)
    const error = `An error occurred (UnauthorizedOperation) when calling the StartInstances operation: You are not authorized to perform this operation. User: ${user} is not authorized to perform: ec2:StartInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc1234. Encoded authorization failure message: ${blob}`
    const [first, ...others] = steps(
      openCase(user, 'ec2:StartInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc1234', error),
    )
    expect(first?.commands[0]?.bash).toBe(
      `aws sts decode-authorization-message --encoded-message ${blob} --query DecodedMessage --output text --region eu-west-1`,
    )
    const dryRun = others.find(({ code }) => code === 'dry-run')
    expect(dryRun?.commands[0]?.bash).toBe(
      'aws ec2 start-instances --instance-ids i-0abc1234 --dry-run --region eu-west-1',
    )
  })

  it('ask for the whole message, and decode none that is cut off', () => {
    const error =
      'An error occurred (UnauthorizedOperation) when calling the StartInstances operation: You are not authorized to perform this operation. Encoded authorization failure message: aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789...'
    const codes = steps(openCase('', 'ec2:StartInstances', '', error)).map(({ code }) => code)
    expect(codes).toContain('encoded-message-cut')
    expect(codes).not.toContain('decode-message')
  })

  it('ask first who asks, when nothing is known', () => {
    expect(steps(openCase('', '', '')).map(({ commands }) => commands[0]?.bash)).toEqual([
      'aws sts get-caller-identity',
    ])
  })

  it('find the event first, where the text of a denial names no action', () => {
    const [first, second] = steps(openCase('', '', '', 'Access Denied'))
    expect(first?.commands[0]?.bash).toBe(
      "aws cloudtrail lookup-events --max-items 500 --query 'Events[?contains(CloudTrailEvent, '\\''AccessDenied'\\'') || contains(CloudTrailEvent, '\\''UnauthorizedOperation'\\'')].CloudTrailEvent' --output text",
    )
    expect(first?.isPasted).toBe(true)
    expect(second?.code).toBe('who-am-i')
  })

  it('find the very event, where a denial has a request id', () => {
    const error =
      'AccessDeniedException: Access denied (Status Code: 403, Request ID: 4442587f-b7d0-4a2f-9c1e-0a1b2c3d4e5f)'
    const bash = steps(openCase('', '', '', error))[0]?.commands[0]?.bash
    expect(bash).toContain('4442587f-b7d0-4a2f-9c1e-0a1b2c3d4e5f')
    expect(bash).not.toContain('UnauthorizedOperation')
  })

  it('search no events for what S3 answers in XML: what is done with objects is not among them', () => {
    const error =
      '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>'
    const all = steps(openCase('', '', '', error)).flatMap(({ commands }) => commands.map(({ bash }) => bash))
    expect(all.join()).not.toContain('lookup-events')
  })

  it('fetch nothing when everything is known', () => {
    const known: AccessCase = {
      version: 1,
      request: { principal: user, action: 's3:GetObject', resource: 'arn:aws:s3:::data/a' },
      policies: {},
    }
    expect(steps(known).filter(({ needed }) => needed)).toEqual([])
  })

  it('speak in sentences', () => {
    for (const { sentence, page } of steps(openCase(user, 's3:GetObject', 'arn:aws:s3:::data/a'))) {
      expect(plainText(sentence)).toMatch(/^[A-Z].*\.$/)
      expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
    }
  })
})

/** A command without its single-quoted arguments. */
const unquoted = (line: string, escape: string): string =>
  line
    .replaceAll(escape, '')
    .split("'")
    .filter((_, index) => index % 2 === 0)
    .join('')
