import { describe, expect, it } from 'vitest'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { policyText } from '../../testing/statements'
import { plainText } from '../../text/phrase'
import { addedStatements } from './fix-statements'
import { explainRemedies } from './remedies'

const firstStatement = (paste: string) => {
  const { judged, answer } = pastedCase(paste)
  return explainRemedies({ judged, answer, together: null }).fixes[0]?.statement
}

const SAID = 'InvalidArgument: Unable to validate the following destination configurations'

it.each([
  ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:load'],
  ['sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:uploads'],
])('of several kinds of destination the one that the text names is let send to: %s', (action, arn) => {
  expect(firstStatement(`${SAID}. ArgumentName1: ${arn}, null`)).toMatchObject({ Action: action, Resource: arn })
})

const statements = (paste: string, given: GivenPolicies = {}) => {
  const { judged, answer } = pastedCase(paste, given)
  return explainRemedies({ judged, answer, together: null }).fixes.map(({ changes }) =>
    changes.flatMap(addedStatements),
  )
}

describe('where it names none', () => {
  it('each kind has a policy of its own, and so a change of its own', () => {
    const actions = statements(SAID).map((all) => all.map(({ Action }) => Action))
    expect(actions).toEqual([['sns:Publish'], ['sqs:SendMessage'], ['lambda:InvokeFunction']])
  })

  it('one of them is enough, each lets in the service alone, and nobody else that a policy may name', () => {
    const { judged, answer } = pastedCase(SAID)
    const { fixes } = explainRemedies({ judged, answer, together: null })
    expect(fixes.map(({ isForOneService }) => isForOneService)).toEqual([true, true, true])
    expect(fixes.map(({ opens }) => plainText(opens))).toEqual(
      fixes.map(() => 'Gives this access to s3.amazonaws.com only.'),
    )
    expect(fixes.every(({ proof }) => plainText(proof).includes('Needed only if the call uses this service.'))).toBe(
      true,
    )
  })

  it('the one whose policy is given is meant: no other kind is let send', () => {
    const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:load'
    const Condition = { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::letters' } }
    const resource = policyText({
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: arn,
      Condition,
    })
    const actions = statements(SAID, { resource }).flatMap((all) => all.map(({ Action }) => Action))
    expect(actions.filter((action) => action !== 'lambda:InvokeFunction')).toEqual([])
  })

  it('a key is needed beside the queue that it encrypts', () => {
    const { judged, answer } = pastedCase(`${SAID}\nKmsMasterKeyId: alias/aws/sqs`)
    const { fixes } = explainRemedies({ judged, answer, together: null })
    const ofKeys = fixes.filter(({ reach }) => reach.actions.patterns.some((one) => one.startsWith('kms:')))
    expect(ofKeys.every(({ isForOneService }) => isForOneService === undefined)).toBe(true)
  })

  it('a service needs the key’s own policy, which is AWS’s where nothing says that the key is one’s own', () => {
    const resource = policyText({
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: 'arn:aws:sqs:eu-west-1:111122223333:letters',
    })
    const { judged, answer } = pastedCase(`${SAID}\nbucket_arn: arn:aws:s3:::letters, queue encrypted with KMS`, {
      resource,
    })
    const { fixes } = explainRemedies({ judged, answer, together: null })
    const cause = answer.causes.find(({ code }) => code === 'queue-with-own-key')
    expect(plainText(cause?.remedy ?? [])).toContain('lets none in')
    expect(plainText(cause?.remedy ?? [])).not.toContain('trusts the account')
    const ofKey = fixes.find(({ reach }) => reach.actions.patterns.some((one) => one.startsWith('kms:')))
    expect(plainText(ofKey?.sentence ?? [])).toContain('only with a customer managed one')
  })

  it('the kind that the sentence names is meant', () => {
    const [first, ...others] = statements(
      'Could not write to bucket: inbound-mail (Error Code: InvalidS3Configuration)',
    )
    expect(first).toMatchObject([{ Action: 's3:PutObject', Resource: 'arn:aws:s3:::inbound-mail/*' }])
    expect(others.flat().some(({ Action }) => Action === 'lambda:InvokeFunction')).toBe(false)
  })
})

describe('what a service writes below one prefix', () => {
  const BALANCER = 'InvalidConfigurationRequest: Access Denied for bucket: edge-logs. Please check S3bucket permission'
  const resourceOf = (paste: string, given: GivenPolicies = {}) => statements(paste, given)[0]?.[0]?.['Resource']

  it('is let in there alone, behind the prefix that the text sets', () => {
    expect(resourceOf(BALANCER)).toBe('arn:aws:s3:::edge-logs/AWSLogs/<account>/*')
    expect(
      resourceOf(`${BALANCER}\naccess_logs { bucket = "edge-logs", prefix = "web" } in account 111122223333`),
    ).toBe('arn:aws:s3:::edge-logs/web/AWSLogs/111122223333/*')
  })

  it('also beside a policy that lets another service write anywhere', () => {
    const policy = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'delivery.logs.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: 'arn:aws:s3:::edge-logs/*',
        },
      ],
    }
    expect(resourceOf(`${BALANCER} in account 111122223333`, { resource: JSON.stringify(policy) })).toBe(
      'arn:aws:s3:::edge-logs/AWSLogs/111122223333/*',
    )
  })
})

it('a key of CloudTrail is given all that its page asks for', () => {
  const [first] = statements(
    'InsufficientEncryptionPolicyException: Insufficient permissions to access S3 bucket trails or KMS key arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-1111-2222-3333-444455556666.',
  )
  expect(first).toMatchObject([{ Action: ['kms:GenerateDataKey*', 'kms:DescribeKey'] }])
})

it('lets X-Ray write to both of its log groups', () => {
  const [first] = statements('XRay does not have permission to call PutLogEvents on the aws/spans Log Group.')
  expect(first).toMatchObject([
    {
      Resource: [
        expect.stringContaining('log-group:aws/spans:*'),
        expect.stringContaining('log-group:/aws/application-signals/data:*'),
      ],
    },
  ])
})
