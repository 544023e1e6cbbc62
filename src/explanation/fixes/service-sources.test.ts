import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { explainRemedies } from './remedies'
import { SERVICE_SOURCES, serviceOfSource, serviceSource } from '../../facts/service-sources'
import { SITUATIONS } from '../../facts/situations/situations'
import type { SituationShape } from '../../facts/situations/situation-row'
import { serviceOfAction } from '../../iam/action'
import { CIRCUMSTANCES, type Circumstance } from '../../knowledge/circumstances'
import { isForAnyAccount, sourceTest, withSource } from '../causes/service-source'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import type { JudgedCase } from '../judged-case'

interface LetIn {
  readonly row: string
  readonly service: string
  readonly layer: 'resource' | 'trust'
  readonly action: string
  readonly own: unknown
}

const rows: readonly LetIn[] = [
  ...Object.entries(SITUATIONS as Record<string, SituationShape>).flatMap(
    ([row, { decides, refused, actions, condition }]) =>
      (decides === 'resource' || decides === 'trust') && refused?.endsWith('.amazonaws.com')
        ? (actions ?? []).map((action) => ({ row, service: refused, layer: decides, action, own: condition }))
        : [],
  ),
  ...Object.entries(CIRCUMSTANCES as Record<string, Circumstance>).flatMap(([row, { grant }]) =>
    grant === undefined
      ? []
      : grant.actions.map((action) => ({
          row,
          service: grant.service,
          layer: 'resource' as const,
          action,
          own: grant.condition,
        })),
  ),
]

describe('every row that lets a service in', () => {
  it('is looked at', () => {
    expect(rows.length).toBeGreaterThan(60)
  })

  it.each(rows)('$row says for whom, or why not: $service $action', ({ service, layer, action, own }) => {
    const known = serviceSource(service, layer, serviceOfAction(action))
    expect(own !== undefined || known !== null).toBe(true)
  })
})

it('has each service once for what it calls', () => {
  const keys = SERVICE_SOURCES.map(({ service, in: place, calls }) => `${service} ${place} ${calls ?? ''}`)
  expect(new Set(keys).size).toBe(keys.length)
})

const HOME = '111122223333'
const FUNCTION = `arn:aws:lambda:eu-west-1:${HOME}:function:pay`

const judgedOf = (resource: string, action: string, error = ''): JudgedCase => {
  const accessCase: AccessCase = {
    version: 1,
    request: { principal: '', action, resource },
    policies: { otherLayers: 'none' },
    error,
  }
  return { accessCase, evaluation: evaluate(accessCase), denial: null }
}

const letIn = (service: string, Action: string, Condition?: object) => ({
  Effect: 'Allow',
  Principal: { Service: service },
  Action,
  ...(Condition && { Condition }),
})

describe('a statement that lets a service in', () => {
  it('is kept to the API whose address the text holds', () => {
    const text = 'GET https://ab12cd34ef.execute-api.eu-west-1.amazonaws.com/live/pay'
    const judged = judgedOf(FUNCTION, 'lambda:InvokeFunction', text)
    expect(sourceTest(judged, 'resource', 'apigateway.amazonaws.com', 'lambda:InvokeFunction')).toEqual({
      ArnLike: { 'aws:SourceArn': `arn:aws:execute-api:eu-west-1:${HOME}:ab12cd34ef/*` },
    })
  })

  it('has a blank for each part that nobody says', () => {
    const statement = letIn('cloudfront.amazonaws.com', 'kms:Decrypt')
    expect(withSource(judgedOf('', 'kms:Decrypt'), 'resource', statement)).toMatchObject({
      Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudfront::<account>:distribution/<distribution>' } },
    })
  })

  it.each([
    ['the Region had to be enabled', 'fails in il-central-1, not in eu-west-1', 'guardduty.il-central-1.amazonaws.com'],
    ['each account has the Regions', 'fails in us-east-2, not in eu-west-1', 'guardduty.amazonaws.com'],
    ['several had to be enabled', 'fails in il-central-1 and ap-east-1', 'guardduty.amazonaws.com'],
  ])('names the Region of a service whose principal has it: %s', (_, text, service) => {
    const made = withSource(
      judgedOf('', 'kms:GenerateDataKey', text),
      'resource',
      letIn('guardduty.amazonaws.com', 'kms:GenerateDataKey'),
    )
    expect(made).toMatchObject({ Principal: { Service: service } })
  })

  it('keeps the name of a service that has none there', () => {
    const made = withSource(
      judgedOf('', 's3:PutObject', 'fails in il-central-1'),
      'resource',
      letIn('cloudtrail.amazonaws.com', 's3:PutObject'),
    )
    expect(made).toMatchObject({ Principal: { Service: 'cloudtrail.amazonaws.com' } })
  })

  it('has no account where several are in play', () => {
    const text = 'bucket of arn:aws:iam::444455556666:role/writer'
    const judged = judgedOf(FUNCTION, 'lambda:InvokeFunction', text)
    expect(sourceTest(judged, 'resource', 'secretsmanager.amazonaws.com', 'lambda:InvokeFunction')).toEqual({
      StringEquals: { 'aws:SourceAccount': '<account>' },
    })
  })

  it('keeps the test that it has, and gets no second one', () => {
    const kept = letIn('s3.amazonaws.com', 'sns:Publish', { StringEquals: { 'aws:SourceAccount': HOME } })
    expect(withSource(judgedOf('', 'sns:Publish'), 'resource', kept)).toEqual(kept)
  })

  it('joins its other tests', () => {
    const encrypted = letIn('s3.amazonaws.com', 's3:PutObject', { StringEquals: { 's3:x-amz-acl': 'private' } })
    expect(withSource(judgedOf('', 's3:PutObject'), 'resource', encrypted)).toMatchObject({
      Condition: { StringEquals: { 's3:x-amz-acl': 'private', 'aws:SourceAccount': '<account>' } },
    })
  })

  it.each([
    ['pods.eks.amazonaws.com', 'trust', 'sts:AssumeRole'],
    ['lambda.amazonaws.com', 'trust', 'sts:AssumeRole'],
    // EventBridge sends none of them to the key of a topic.
    ['events.amazonaws.com', 'resource', 'kms:Decrypt'],
  ] as const)('has no test that %s never meets (%s, %s)', (service, layer, action) => {
    const statement = letIn(service, action)
    expect(withSource(judgedOf('', action), layer, statement)).toEqual(statement)
    expect(isForAnyAccount(layer, statement)).toBe(false)
  })

  it('names Logs with its Region in a key policy', () => {
    const judged = judgedOf(`arn:aws:kms:eu-west-1:${HOME}:key/k`, 'kms:Encrypt')
    expect(withSource(judged, 'resource', letIn('logs.amazonaws.com', 'kms:Encrypt*'))).toMatchObject({
      Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
      Condition: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:${HOME}:log-group:<log group>` },
      },
    })
  })

  it('is no matter of roles and accounts', () => {
    const role = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME}:root` }, Action: 'sns:Publish' }
    expect(isForAnyAccount('resource', role)).toBe(false)
    expect(withSource(judgedOf('', 'sns:Publish'), 'resource', role)).toEqual(role)
  })
})

describe('an ARN of a resource in whose name a service calls', () => {
  const ALARM = `arn:aws:cloudwatch:eu-west-1:${HOME}:alarm:too-many`

  it.each([
    [ALARM, 'sns', 'cloudwatch.amazonaws.com'],
    [ALARM, 'lambda', 'lambda.alarms.cloudwatch.amazonaws.com'],
    [`arn:aws:events:eu-west-1:${HOME}:rule/nightly`, 'sqs', 'events.amazonaws.com'],
    [`arn:aws:sns:eu-west-1:${HOME}:orders`, 'sqs', 'sns.amazonaws.com'],
    // Two services send a bucket’s ARN, and callers themselves send none.
    ['arn:aws:s3:::docs', 'sns', null],
    [`arn:aws:iam::${HOME}:role/app`, 'sns', null],
    [`arn:aws:sts::${HOME}:assumed-role/app/one`, 'sns', null],
  ])('%s calls %s as %s', (arn, calls, service) => expect(serviceOfSource(arn, calls)).toBe(service))

  const refused = (who: string) =>
    `${who} is not authorized to perform: SNS:Publish on resource: arn:aws:sns:eu-west-1:${HOME}:ops because no resource-based policy allows the SNS:Publish action`

  const madeFor = (paste: string): string => {
    const { fixes } = explainRemedies({ ...pastedCase(paste), together: null })
    return JSON.stringify(fixes.map(({ statement }) => statement))
  }

  it('is the service that is let in for it, as no policy can name the alarm', () => {
    const made = madeFor(refused(`Resource: ${ALARM}`))
    expect(made).toContain('"Service":"cloudwatch.amazonaws.com"')
    expect(made).not.toContain(`"AWS":"${ALARM}"`)
  })

  it('is nobody to name where no service is known for it', () =>
    expect(madeFor(refused('Resource: arn:aws:glue:eu-west-1:111122223333:job/nightly'))).not.toContain('"AWS":"arn:'))

  it('of a role stays the role', () =>
    expect(madeFor(refused(`User: arn:aws:sts::${HOME}:assumed-role/app/one`))).toContain(`${HOME}:role/app"`))
})
