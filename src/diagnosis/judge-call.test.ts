import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, type Draft } from '../draft/draft'
import { answerFixes } from '../explanation/fixes/answer-fixes'
import { checkTable } from './check-table'
import { diagnose } from './diagnose'

const ANN = 'arn:aws:iam::111122223333:user/ann'

type Statement = Readonly<Record<string, unknown>>

const allow = (Action: unknown, Resource: unknown = '*', Condition?: unknown): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition === undefined ? {} : { Condition }),
})

const draftOf = (paste: string, ...statements: readonly Statement[]): Draft => ({
  ...EMPTY_DRAFT,
  paste,
  layers: {
    ...EMPTY_DRAFT.layers,
    ...(statements.length === 0
      ? {}
      : {
          identity: {
            state: 'given',
            policies: [{ name: 'given', text: JSON.stringify({ Version: '2012-10-17', Statement: statements }) }],
          },
        }),
  },
})

const ec2 = (type: string, id = '*') => `arn:aws:ec2:eu-west-1:111122223333:${type}/${id}`

const LAUNCH = `$ aws ec2 run-instances --region eu-west-1 --image-id ami-1 --instance-type t3.micro --subnet-id subnet-1 --security-group-ids sg-1 sg-2 --key-name ci

An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: ${ANN} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1::image/ami-1 because no identity-based policy allows the ec2:RunInstances action.`

const rowsOf = (draft: Draft) =>
  checkTable(diagnose(draft)).map(({ action, resource, decision }) => `${decision} ${action} ${resource}`)

describe('the checks of the call that failed', () => {
  it('say that a command gives the resource only where the text has one', () => {
    const resourceIn = (paste: string) => diagnose(draftOf(paste)).built?.fields.resource
    const denied = 'not authorized to perform: ec2:RunInstances with an explicit deny in a service control policy'
    expect(resourceIn(denied)).toMatchObject({ origin: 'inferred', inference: 'resource-of-action' })
    expect(resourceIn(`$ aws ec2 run-instances --region eu-west-1 --image-id ami-1\n${denied}`)).toMatchObject({
      origin: 'inferred',
      inference: 'parameter-of-call',
    })
  })

  it('are one table, what is denied first, then what is allowed, then what nobody knows', () => {
    const rows = rowsOf(draftOf(LAUNCH, allow('ec2:RunInstances', [ec2('instance'), ec2('subnet')])))
    expect(rows.slice(0, 8)).toEqual([
      'denied ec2:RunInstances arn:aws:ec2:eu-west-1::image/ami-1',
      `denied ec2:RunInstances ${ec2('security-group', 'sg-1')}`,
      `denied ec2:RunInstances ${ec2('security-group', 'sg-2')}`,
      `denied ec2:RunInstances ${ec2('network-interface')}`,
      `denied ec2:RunInstances ${ec2('volume')}`,
      `denied ec2:RunInstances ${ec2('key-pair', 'ci')}`,
      `allowed ec2:RunInstances ${ec2('instance')}`,
      `allowed ec2:RunInstances ${ec2('subnet', 'subnet-1')}`,
    ])
    expect(rows.slice(8).every((row) => row.startsWith('depends kms:'))).toBe(true)
  })

  it('are denied where AWS says so of one, and of no other', () => {
    const said = `$ aws lambda create-function --function-name f --role arn:aws:iam::111122223333:role/exec --region eu-west-1
An error occurred (AccessDeniedException) when calling the CreateFunction operation: User: ${ANN} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/exec because no identity-based policy allows the iam:PassRole action`
    const [first, second] = checkTable(diagnose(draftOf(said)))
    expect([first?.action, first?.decision, first?.by]).toEqual(['iam:PassRole', 'denied', 'AWS says so'])
    expect([second?.action, second?.decision, second?.by]).toEqual(['lambda:CreateFunction', 'depends', ''])
  })

  it('name what AWS names in the place of everything, and the Region of the event', () => {
    const listed = `An error occurred (AccessDenied) when calling the ListUsers operation: User: ${ANN} is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111122223333:user/ because no identity-based policy allows the iam:ListUsers action`
    expect(rowsOf(draftOf(listed))).toEqual([])
    const event = JSON.stringify({
      eventVersion: '1.09',
      userIdentity: { type: 'IAMUser', arn: ANN, accountId: '111122223333' },
      eventTime: '2026-11-29T10:00:00Z',
      eventSource: 'ecs.amazonaws.com',
      eventName: 'RunTask',
      awsRegion: 'eu-west-1',
      errorCode: 'AccessDenied',
      errorMessage: `User: ${ANN} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/exec because no identity-based policy allows the iam:PassRole action`,
      requestParameters: {
        taskDefinition: 'job:3',
        overrides: { executionRoleArn: 'arn:aws:iam::111122223333:role/exec' },
      },
    })
    expect(rowsOf(draftOf(event))).toContain(
      'depends ecs:RunTask arn:aws:ecs:eu-west-1:111122223333:task-definition/job:3',
    )
  })

  it('are none where the call makes one, or the text tells no call', () => {
    const one = `$ aws sqs delete-message --queue-url https://sqs.eu-west-1.amazonaws.com/111122223333/jobs --receipt-handle x\nAn error occurred (AccessDenied) when calling the DeleteMessage operation: Access denied`
    expect(rowsOf(draftOf(one))).toEqual([])
    expect(rowsOf(draftOf('AccessDenied: Access Denied'))).toEqual([])
  })

  it('are all served by the first fix, where others are seen to fail too', () => {
    const { judged, explanation } = diagnose(
      draftOf(LAUNCH, allow('ec2:RunInstances', [ec2('instance'), ec2('subnet')])),
    )
    const [first, second] = answerFixes(judged!, explanation!.answer)
    const added = JSON.parse(first!.changes[0]!.after) as { readonly Statement: readonly Statement[] }
    expect(added.Statement.at(-1)?.Resource).toEqual([
      'arn:aws:ec2:eu-west-1::image/ami-1',
      ec2('security-group', 'sg-1'),
      ec2('security-group', 'sg-2'),
      ec2('network-interface'),
      ec2('volume'),
      ec2('key-pair', 'ci'),
    ])
    expect(second?.statement?.Resource).toBe('arn:aws:ec2:eu-west-1::image/ami-1')
  })

  it('leave the first fix to what AWS names, where nothing of the layer is here', () => {
    const paste = `$ aws states create-state-machine --name sm --role-arn arn:aws:iam::111122223333:role/sm --region eu-west-1
An error occurred (AccessDeniedException) when calling the CreateStateMachine operation: User: ${ANN} is not authorized to perform: states:CreateStateMachine on resource: arn:aws:states:eu-west-1:111122223333:stateMachine:sm because no identity-based policy allows the states:CreateStateMachine action`
    const { judged, explanation } = diagnose(draftOf(paste))
    const [first, second] = answerFixes(judged!, explanation!.answer)
    expect(first?.changes[0]?.after).not.toContain('iam:PassRole')
    expect(second?.changes[0]?.after).toContain('"iam:PassedToService": "states.amazonaws.com"')
  })
})

const requestOf = (draft: Draft) => {
  const { action, resource } = diagnose(draft).built!.accessCase.request
  return `${action} ${resource}`
}

describe('the check that the denial is of', () => {
  const bare = (command: string, operation: string) =>
    `$ aws ${command} --region eu-west-1\nAn error occurred (AccessDeniedException) when calling the ${operation} operation: Access denied`

  it('is the first that the policies do not let through, where AWS names none', () => {
    const create = bare(
      'lambda create-function --function-name f --role arn:aws:iam::111122223333:role/exec --handler a.b',
      'CreateFunction',
    )
    expect(requestOf(draftOf(create, allow('lambda:*')))).toBe('iam:PassRole arn:aws:iam::111122223333:role/exec')
    expect(requestOf(draftOf(create, allow('s3:*')))).toMatch(/^lambda:CreateFunction /)
    expect(requestOf(draftOf(create, allow(['lambda:*', 'iam:PassRole'])))).toMatch(/^lambda:CreateFunction /)
  })

  it('is the source of a copy whose target is allowed', () => {
    const copy = bare('s3api copy-object --bucket to --key b --copy-source from/a', 'CopyObject')
    expect(requestOf(draftOf(copy, allow('s3:PutObject', 'arn:aws:s3:::to/*')))).toBe(
      's3:GetObject arn:aws:s3:::from/a',
    )
  })

  it('is never another one than AWS names', () => {
    const named = LAUNCH.replaceAll('image/ami-1', 'image/ami-2')
    expect(requestOf(draftOf(named, allow('ec2:RunInstances', 'arn:aws:ec2:eu-west-1::image/*')))).toBe(
      'ec2:RunInstances arn:aws:ec2:eu-west-1::image/ami-2',
    )
  })

  it('has the keys that the call tells of it: who gets the role', () => {
    const paste = `An error occurred (AccessDeniedException) when calling the CreateProject operation: User: ${ANN} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/ci because no identity-based policy allows the iam:PassRole action`
    const command = `$ aws codebuild create-project --name ci --service-role arn:aws:iam::111122223333:role/ci\n\n${paste}`
    const { built, explanation } = diagnose(
      draftOf(command, allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } })),
    )
    expect(built?.accessCase.request.context?.['iam:PassedToService']).toBe('codebuild.amazonaws.com')
    expect(explanation?.answer.basis).toBe('proven')
  })
})

describe('a call that is no command', () => {
  const decided = (paste: string, ...statements: readonly Statement[]) => requestOf(draftOf(paste, ...statements))

  it('is a resource of Terraform, with what fails when it is made', () => {
    const paste = `resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::111122223333:role/api-exec"
}

Error: creating Lambda Function (api): operation error Lambda: CreateFunction, https response error StatusCode: 403, RequestID: 1, AccessDeniedException: `
    expect(decided(paste, allow('lambda:*'))).toBe('iam:PassRole arn:aws:iam::111122223333:role/api-exec')
  })

  it('is a resource of CloudFormation', () => {
    const paste = `Resources:
  Job:
    Type: AWS::Glue::Job
    Properties:
      Name: nightly
      Role: arn:aws:iam::111122223333:role/glue-nightly
Outputs: {}

An error occurred (AccessDeniedException) when calling the CreateJob operation: Access denied`
    expect(decided(paste, allow('glue:*'))).toBe('iam:PassRole arn:aws:iam::111122223333:role/glue-nightly')
  })

  it('is an event of CloudTrail, with its parameters', () => {
    const event = {
      eventVersion: '1.08',
      userIdentity: { type: 'IAMUser', arn: ANN, accountId: '111122223333' },
      eventSource: 'ec2.amazonaws.com',
      eventName: 'AttachVolume',
      awsRegion: 'eu-west-1',
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage: 'You are not authorized to perform this operation.',
      requestParameters: { volumeId: 'vol-01', instanceId: 'i-02' },
    }
    expect(decided(JSON.stringify(event), allow('ec2:AttachVolume', ec2('instance')))).toBe(
      `ec2:AttachVolume ${ec2('volume', 'vol-01')}`,
    )
  })

  it('is a line of code, with its lists', () => {
    const paste = `ec2.run_instances(ImageId='ami-1', SubnetId='subnet-9', SecurityGroupIds=['sg-1', 'sg-2'])
botocore.exceptions.ClientError: An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation.`
    const rows = rowsOf(draftOf(paste, allow('ec2:RunInstances')))
    expect(rows.filter((row) => row.includes('security-group/sg-'))).toHaveLength(2)
  })
})

describe('a transcript', () => {
  const callerOf = (paste: string) => diagnose(draftOf(paste)).built!.accessCase.request.principal
  const refused =
    '\n$ aws iam list-users\nAn error occurred (AccessDenied) when calling the ListUsers operation: Access Denied'

  it.each([
    ['a query', `$ aws sts get-caller-identity --query Arn --output text\n${ANN}`],
    [
      'YAML',
      `$ aws sts get-caller-identity --output yaml\nAccount: '111122223333'\nArn: ${ANN}\nUserId: AIDAEXAMPLEEXAMPLE`,
    ],
    ['JSON', `{\n  "UserId": "AIDAEXAMPLEEXAMPLE",\n  "Account": "111122223333",\n  "Arn": "${ANN}"\n}`],
  ])('tells the caller by %s', (_, identity) => {
    expect(callerOf(identity + refused)).toBe(ANN)
  })

  it('tells by a decoded message what an encoded one is of, where its call can need that', () => {
    const decoded = (action: string) =>
      `\n{"allowed":false,"explicitDeny":false,"matchedStatements":{"items":[]},"failures":{"items":[]},"context":{"principal":{"id":"AIDAX","name":"ann","arn":"${ANN}"},"action":"${action}","resource":"arn:aws:iam::111122223333:role/web","conditions":{"items":[]}}}`
    const encoded = `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. Encoded authorization failure message: ${'aB3-xyz_'.repeat(12)}`
    expect(diagnose(draftOf(encoded + decoded('iam:PassRole'))).reading?.denials).toHaveLength(1)
    expect(diagnose(draftOf(encoded + decoded('ec2:StopInstances'))).reading?.denials).toHaveLength(2)
  })

  it('tells by the path of a request what of a domain it is for', () => {
    const paste = `POST /orders/_search HTTP/1.1\nHost: search-shop-abcdef123456.eu-west-1.es.amazonaws.com\n\nHTTP/1.1 403 Forbidden\n{"Message":"User: ${ANN} is not authorized to perform: es:ESHttpPost because no identity-based policy allows the es:ESHttpPost action"}`
    const { built, explanation } = diagnose(
      draftOf(paste, allow('es:ESHttp*', 'arn:aws:es:eu-west-1:111122223333:domain/shop')),
    )
    expect(built?.accessCase.request.resource).toBe('arn:aws:es:eu-west-1:<account>:domain/shop/orders/_search')
    expect(explanation?.answer.basis).toBe('proven')
  })

  it('tells by a request of curl that nobody signed it, and which header it lacks', () => {
    const bucketPolicy = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-pictures/*' },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::acme-pictures/*',
          Condition: { StringNotLike: { 'aws:Referer': 'https://acme.example/*' } },
        },
      ],
    }
    const judged = (command: string) => {
      const draft = draftOf(`$ ${command}\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>`)
      const resource = { state: 'given' as const, policies: [{ name: 'bucket', text: JSON.stringify(bucketPolicy) }] }
      return diagnose({ ...draft, layers: { ...draft.layers, resource } }).evaluation?.decision
    }
    const url = 'https://acme-pictures.s3.amazonaws.com/logo.png'
    expect(judged(`curl -s ${url}`)).toBe('explicitDeny')
    expect(judged(`curl -s -e https://acme.example/a ${url}`)).not.toBe('explicitDeny')
    expect(judged(`curl -s --aws-sigv4 aws:amz:us-east-1:s3 ${url}`)).not.toBe('explicitDeny')
  })
})
