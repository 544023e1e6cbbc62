import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { EMPTY_DRAFT } from '../draft/draft'
import { takePaste } from '../draft/paste/take-paste'
import { answerFixes } from '../explanation/fixes/answer-fixes'
import { addedStatements } from '../explanation/fixes/fix-statements'
import { answerInstructions } from '../explanation/fixes/instructions'
import { withPolicies, type GivenPolicies } from '../testing/pasted-case'
import { policyText } from '../testing/statements'
import { plainText } from '../text/phrase'
import { diagnose } from './diagnose'

const told = (paste: string, given: GivenPolicies = {}) => {
  const { explanation, judged } = diagnose(withPolicies(takePaste(EMPTY_DRAFT, paste).draft, given), {
    reference: BUILT_REFERENCE,
  })
  const answer = explanation?.answer
  const fixes = answer && judged ? answerFixes(judged, answer) : []
  return {
    layer: answer?.layer,
    codes: answer?.causes.map(({ code }) => code) ?? [],
    layers: answer?.causes.map(({ layer }) => layer) ?? [],
    remedy: plainText(answer?.causes[0]?.remedy ?? []),
    fixes: fixes.map(({ sentence }) => plainText(sentence)),
    opens: fixes.map(({ opens }) => plainText(opens)),
    after: fixes.flatMap(({ changes }) => changes.map((one) => one.after)).join('\n'),
    launch: fixes
      .slice(0, 1)
      .flatMap(({ changes }) => changes.flatMap(addedStatements))
      .filter((one) => one['Action'] === 'ec2:RunInstances')
      .map((one) => JSON.stringify(one))
      .join('\n'),
    toDo: answer && judged ? answerInstructions(judged, answer).map(({ sentence }) => plainText(sentence)) : [],
  }
}

const USER = 'arn:aws:iam::111122223333:user/dana'
const refused = (action: string, resource: string, why: string) =>
  `User: ${USER} is not authorized to perform: ${action} on resource: ${resource} because ${why}`

describe('a test that the call can meet', () => {
  it('stays in an Allow: none without it is offered', () => {
    const role = 'arn:aws:iam::444455556666:role/loom'
    const { remedy } = told(
      `$ aws sts assume-role --role-arn ${role} --role-session-name s\nAn error occurred (AccessDenied) when calling the AssumeRole operation: User: ${USER} is not authorized to perform: sts:AssumeRole on resource: ${role}`,
      {
        resource: policyText({
          Effect: 'Allow',
          Principal: { AWS: USER },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'loom-7' } },
        }),
      },
    )
    expect(remedy).toContain('loom-7')
    expect(remedy).toContain('Keep the test')
    expect(remedy).not.toContain('Otherwise allow')
  })

  it('is met by the call where a Deny asks for it of everyone: nobody is let off', () => {
    const { fixes, toDo } = told(
      'User: arn:aws:sts::111122223333:assumed-role/trainer/SageMaker is not authorized to perform: sagemaker:CreateTrainingJob on resource: arn:aws:sagemaker:eu-west-1:111122223333:training-job/loom with an explicit deny in a service control policy',
      {
        scp: policyText({
          Effect: 'Deny',
          Action: 'sagemaker:CreateTrainingJob',
          Resource: '*',
          Condition: { Null: { 'sagemaker:VpcSubnets': 'true' } },
        }),
      },
    )
    expect(fixes).toEqual([])
    expect(toDo[0]).toContain('security_group_ids')
  })
})

it('nothing that is there gets another name: a table that an endpoint policy leaves out is let through', () => {
  const { remedy } = told(
    refused(
      'dynamodb:PutItem',
      'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
      'no VPC endpoint policy allows the dynamodb:PutItem action',
    ),
    {
      endpoint: policyText({
        Effect: 'Allow',
        Principal: '*',
        Action: 'dynamodb:*',
        Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/prod-*',
      }),
    },
  )
  expect(remedy).toBe('Allow dynamodb:PutItem in the VPC endpoint policy.')
})

describe('a launch that is refused for an image by a tag', () => {
  const given = {
    identity: policyText({
      Effect: 'Allow',
      Action: 'ec2:RunInstances',
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestTag/Team': 'loom' } },
    }),
  }
  const image = 'arn:aws:ec2:eu-west-1::image/ami-0a1b2c3d4e5f60718'
  const paste = (tags: string) =>
    `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. ${refused('ec2:RunInstances', image, 'no identity-based policy allows the ec2:RunInstances action')}\n$ aws ec2 run-instances --image-id ami-0a1b2c3d4e5f60718 --subnet-id subnet-0aa11bb22cc33dd44 --tag-specifications '${tags}'`

  it('is let through for its network interface too, and its volumes where only the instance is tagged', () => {
    const { launch, opens } = told(paste('ResourceType=instance,Tags=[{Key=Team,Value=loom}]'), given)
    expect(launch).toContain(':network-interface/*')
    expect(launch).toContain(':volume/*')
    expect(opens[0]).toContain('the checks of this call')
  })

  it('leaves volumes to their tag where they are tagged', () => {
    const both = "ResourceType=instance,Tags=[{Key=Team,Value=loom}]' 'ResourceType=volume,Tags=[{Key=Team,Value=loom}]"
    const { launch } = told(paste(both), given)
    expect(launch).toContain(':network-interface/*')
    expect(launch).not.toContain(':volume/*')
  })
})

describe('who has no identity-based policies to edit', () => {
  it('is everyone who calls a public function URL: the execution role is not opened', () => {
    const { codes, layers, after } = told(
      '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}\nAuth type is NONE',
      { identity: policyText({ Effect: 'Allow', Action: 'logs:*', Resource: '*' }) },
    )
    expect(codes[0]).toBe('function-url-public')
    expect(layers).not.toContain('identity')
    expect(after).not.toContain('logs:*')
  })

  it('is the service-linked role of a launch: what the key policy lets others do doesn’t concern it', () => {
    const paste = 'Client.InternalError: Client error on launch. Auto Scaling group loom, encrypted volume'
    const bare = told(paste)
    expect(bare.layers[0]).toBe('resource')
    expect(bare.layers).not.toContain('identity')
    expect(bare.fixes).toHaveLength(1)
    const resource = policyText({
      Effect: 'Allow',
      Principal: { AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:role/keeper'] },
      Action: 'kms:*',
      Resource: '*',
    })
    expect(told(paste, { resource }).codes).not.toContain('allow-unmet')
  })
})

it('CloudFront reads objects: a key policy given beside the bucket’s that leaves it out is the cause', () => {
  const allows = (principal: unknown, actions: string, resource: string) =>
    policyText({ Effect: 'Allow', Principal: principal, Action: actions, Resource: resource })
  const key = allows({ AWS: 'arn:aws:iam::111122223333:root' }, 'kms:*', '*')
  const { codes, layer } = told(
    `https://d1a2b3c4d5e6f7.cloudfront.net/loom.png\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>\nThe new objects are encrypted with our key. Its policy:\n${key}`,
    { resource: allows({ Service: 'cloudfront.amazonaws.com' }, 's3:GetObject', 'arn:aws:s3:::loom/*') },
  )
  expect([codes[0], layer]).toEqual(['key-policy-lacks', 'resource'])
})
