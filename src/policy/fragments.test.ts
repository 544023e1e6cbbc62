import { describe, expect, it } from 'vitest'
import { parseYaml } from '../text/parse-yaml'
import { findPolicies } from './find-policies'
import type { FoundPolicy } from './found-policy'

const only = (paste: string): FoundPolicy => {
  const found = findPolicies(paste, { yaml: parseYaml })
  expect(found).toHaveLength(1)
  return found[0]!
}
const statementsOf = ({ text }: FoundPolicy): readonly unknown[] => {
  const { Statement } = JSON.parse(text) as { readonly Statement: unknown }
  return Array.isArray(Statement) ? Statement : [Statement]
}

const READ = { Effect: 'Allow', Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], Resource: 'arn:aws:sqs:*:*:jobs' }
const GUARD = {
  Effect: 'Deny',
  Action: 'sqs:*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
}
const json = (value: unknown) => JSON.stringify(value, null, 2)
const unbraced = (value: unknown) => json(value).slice(1, -1)

describe('fragments of policies', () => {
  it.each([
    ['one statement', json(READ), [READ]],
    ['a statement with a comma', `${json(READ)},`, [READ]],
    ['several statements with a comma at the end', `    ${json(READ)},\n    ${json(GUARD)},\n`, [READ, GUARD]],
    ['statements without commas', `${json(READ)}\n\n${json(GUARD)}`, [READ, GUARD]],
    ['members without braces', unbraced(READ), [READ]],
    ['members of two statements without braces', `${unbraced(READ)},\n${unbraced(GUARD)}`, [READ, GUARD]],
    ['a list under its key alone', `"Statement": ${json([READ, GUARD])},`, [READ, GUARD]],
    ['the end of a document', `${json(READ)},\n${json(GUARD)}\n  ]\n}`, [READ, GUARD]],
    ['brackets of the end without what they close', `${unbraced(GUARD)}}\n]}`, [GUARD]],
    ['a list that is not closed', `{"Statement": ${json([READ, GUARD]).trimEnd().slice(0, -1)}`, [READ, GUARD]],
  ])('reads %s', (_, paste, statements) => {
    expect(statementsOf(only(paste))).toEqual(statements)
  })

  it('takes documents in a row for as many policies', () => {
    const paste = [READ, GUARD].map((each) => json({ Version: '2012-10-17', Statement: [each] })).join('\n')
    expect(findPolicies(paste).map(statementsOf)).toEqual([[READ], [GUARD]])
  })

  it('has an ellipsis for each element that is missing', () => {
    const condition = { StringEquals: { 'token.example.com:aud': 'sts.amazonaws.com' } }
    const policy = only(`"Condition": ${json(condition)}`)
    expect(statementsOf(policy)).toEqual([{ Condition: condition, Effect: '...', Action: '...', Resource: '...' }])
    expect(policy.holes).toEqual(['...'])
    expect(policy.notes).toContainEqual({ code: 'left-out', data: {} })
    const { Effect, ...rest } = READ
    expect(Effect).toBe('Allow')
    expect(statementsOf(only(json(rest)))).toEqual([{ ...rest, Effect: '...' }])
  })

  it('has a principal and no resource for a statement of a trust policy', () => {
    const action = { Action: 'sts:AssumeRoleWithWebIdentity' }
    const own = { Effect: '...', Principal: { Federated: '...' } }
    expect(statementsOf(only(`"Action": "sts:AssumeRoleWithWebIdentity", "Condition": {}`))).toEqual([
      { ...action, Condition: {}, ...own },
    ])
  })

  it('has an ellipsis for what a text that was cut off had next', () => {
    const start = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", '
    const rest = { '...': { '...': '...' } }
    expect(statementsOf(only(`${start}"Action": ["sqs:Send`))).toEqual([
      { Effect: 'Allow', Action: ['sqs:Send...'], Resource: '...', Condition: rest },
    ])
    expect(statementsOf(only(`${start}"Action": ["sqs:SendMessage", "sqs:ListQueues",`))).toEqual([
      { Effect: 'Allow', Action: ['sqs:SendMessage', 'sqs:ListQueues', '...'], Resource: '...', Condition: rest },
    ])
    expect(statementsOf(only(`${start}"Action": "sqs:*", "Resource": "*",`))).toEqual([
      { Effect: 'Allow', Action: 'sqs:*', Resource: '*', Condition: rest },
    ])
    expect(statementsOf(only(`${start}"Action": "sqs:*", "Resource": "*"`))).toEqual([
      { Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
    ])
    expect(statementsOf(only(`${start}"Action": "sqs:*", "Resource": "*", "Condition": {"Bool": {"a:b":`))).toEqual([
      { Effect: 'Allow', Action: 'sqs:*', Resource: '*', Condition: { Bool: { 'a:b': '...' }, ...rest } },
    ])
  })

  it('has a statement of which nothing is known for one that was left out', () => {
    const unknown = { Effect: '...', Action: '...', Resource: '...' }
    for (const paste of [
      `{"Statement": [${json(READ)}, ...]}`,
      `{"Statement": [\n${json(READ)},\n// ... the other statements\n]}`,
      `{"Statement": [\n${json(READ)},\n# …\n]}`,
    ])
      expect(statementsOf(only(paste))).toEqual([READ, unknown])
    expect(statementsOf(only('{"Statement": [{"Effect": "Allow", "Action": "sqs:*", ... }]}'))).toEqual([
      { Effect: 'Allow', Action: 'sqs:*', Resource: '...', Condition: { '...': { '...': '...' } } },
    ])
  })

  it('reads the literals of programs', () => {
    const document = { Version: '2012-10-17', Statement: [READ] }
    const python = `policy = {\n    'Version': '2012-10-17',  # v\n    'Statement': [{\n        'Effect': 'Allow',\n        'Action': ['sqs:ReceiveMessage', "sqs:DeleteMessage",],\n        'Resource': 'arn:aws:sqs:*:*:jobs',\n    }],\n}`
    const script = `const policy: PolicyDocument = {\n  Version: '2012-10-17',\n  Statement: [{\n    Effect: "Allow",\n    Action: ['sqs:ReceiveMessage', \`sqs:DeleteMessage\`],\n    Resource: 'arn:aws:sqs:*:*:jobs', // all\n  }],\n}\n`
    const ruby = `policy = { "Version" => "2012-10-17", "Statement" => [{ "Effect" => "Allow", "Action" => ["sqs:ReceiveMessage", "sqs:DeleteMessage"], "Resource" => "arn:aws:sqs:*:*:jobs" }] }`
    const printed = `{'PolicyName': 'jobs', 'RoleName': 'worker', 'PolicyDocument': ${json(document).replaceAll('"', "'")}, 'ResponseMetadata': {'HTTPStatusCode': 200, 'RetryAttempts': 0, 'X': None}}`
    for (const paste of [python, script, ruby, printed]) expect(statementsOf(only(paste))).toEqual([READ])
    expect(only(printed)).toMatchObject({ name: 'jobs', layer: 'identity', owner: 'role/worker' })
  })

  it('has the name of a reference where a value is put together', () => {
    const of = (resource: string) =>
      statementsOf(only(`{ Effect: 'Allow', Action: 's3:GetObject', Resource: ${resource} }`))[0]
    for (const [written, resource] of [
      ['bucket.arn', '${bucket.arn}'],
      ["bucket.arn + '/*'", '${bucket.arn}/*'],
      ["'arn:aws:s3:::' + name + '/*'", 'arn:aws:s3:::${name}/*'],
      ['`arn:aws:s3:::${this.name}/*`', 'arn:aws:s3:::${this.name}/*'],
      ['f"arn:aws:s3:::{name}/*"', 'arn:aws:s3:::${name}/*'],
      ['"arn:aws:s3:::%s/*" % name', 'arn:aws:s3:::${name}/*'],
      ['"arn:aws:s3:::%s-%s/*" % (stage, name)', 'arn:aws:s3:::${stage}-${name}/*'],
      ["isProd ? a.arn : 'arn:aws:s3:::b'", '${isProd_a.arn_arn_aws_s3_b_}'],
    ])
      expect(of(written!)).toMatchObject({ Resource: resource })
    expect(of('"arn:aws:s3:::homes/${aws:username}/*"')).toMatchObject({
      Resource: 'arn:aws:s3:::homes/${aws:username}/*',
    })
    expect(only(`{ Effect: 'Allow', Action: 's3:GetObject', Resource: bucket.arn }`).holes).toEqual(['${bucket.arn}'])
  })

  it('reads JSON in a string in JSON, in an environment file and in a shell', () => {
    const document = JSON.stringify({ Version: '2012-10-17', Statement: [READ] })
    for (const paste of [
      JSON.stringify({ values: JSON.stringify({ policy: document }) }),
      `IAM_POLICY='${document}'\nOTHER=1`,
      `IAM_POLICY=${JSON.stringify(document)}`,
      `export IAM_POLICY=${document}`,
      `aws iam put-role-policy --role-name r --policy-name p --policy-document '${document}'`,
    ])
      expect(statementsOf(only(paste))).toEqual([READ])
  })

  it('shows a document that came on one line over several', () => {
    const document = { Version: '2012-10-17', Statement: [READ] }
    expect(only(JSON.stringify(document)).text).toBe(json(document))
  })

  it.each([
    'The role has the action sqs:SendMessage on the resource, but the effect is "Deny".',
    'Action: sqs:SendMessage\nResource: arn:aws:sqs:eu-west-1:111122223333:jobs\nStatus: failed',
    '{"errorCode": "AccessDenied", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:::jobs"}',
    '{"context": {"principal": {"id": "A"}, "action": "sqs:SendMessage", "resource": "arn:aws:sqs:::q", "conditions": {"items": []}}}',
    'const effect = useEffect(() => { setState({ Action: next, Resource: other }) }, [])',
    'store.dispatch({ Action: "save", Resource: "page" })',
    '"Condition": {"type": "Ready", "status": {"code": 1}}',
    '{"Condition": "Ready", "Action": ["retry"]}',
    'if (statement.effect === Effect.ALLOW) { actions.push(statement.actions) }',
    'resource "aws_instance" "web" {\n  ami = "ami-1"\n  tags = { Action = "start" }\n}',
    'def lambda_handler(event, context):\n    return {"statusCode": 403, "body": "Effect"}',
  ])('finds none in %j', (paste) => {
    expect(findPolicies(paste, { yaml: parseYaml })).toEqual([])
  })
})
