import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { answerFixes } from '../fixes/answer-fixes'
import { answerInstructions } from '../fixes/instructions'
import { policyText } from '../../testing/statements'

const HOME = '111122223333'
const AWAY = '444455556666'

const pull = (where: string) =>
  pastedCase(
    `Failed to pull image "${AWAY}.dkr.ecr.eu-west-1.amazonaws.com/base/node:20": unexpected status from HEAD request to https://${AWAY}.dkr.ecr.eu-west-1.amazonaws.com/v2/base/node/manifests/20: 403 Forbidden\n${where}`,
    {
      identity: policyText({
        Effect: 'Allow',
        Action: [
          'ecr:GetAuthorizationToken',
          'ecr:BatchGetImage',
          'ecr:GetDownloadUrlForLayer',
          'ecr:BatchCheckLayerAvailability',
        ],
        Resource: '*',
      }),
    },
  ).answer

describe('a second account that the text names', () => {
  it('makes the policy of the resource the one that has to allow too', () => {
    const { layer, causes } = pull(`The nodes are in ${HOME}, the images in ${AWAY}.`)
    expect([layer, causes[0]?.code]).toEqual(['resource', 'layer-not-given'])
  })

  it('is none where the text names the account of the resource alone', () => {
    expect(pull(`Nodes and images are in ${AWAY}.`).layer).not.toBe('resource')
  })
})

describe('an account in the name of a bucket', () => {
  const copy = (bucket: string) =>
    pastedCase(
      `copy failed: s3://${bucket}/a/big.bin to s3://here/a/big.bin An error occurred (AccessDenied) when calling the GetObjectTagging operation: Access Denied`,
      {
        identity: policyText({ Effect: 'Allow', Action: 's3:GetObject*', Resource: '*' }),
        resource: policyText({
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${HOME}:role/mover` },
          Action: 's3:GetObject',
          Resource: `arn:aws:s3:::${bucket}/*`,
        }),
      },
    ).answer

  it('that is not the one whose role its policy lets in makes that policy the one that lacks the action', () => {
    const { layer, causes } = copy(`outbox-${AWAY}`)
    expect([layer, causes[0]?.code]).toEqual(['resource', 'layer-lacks'])
  })

  it('that is the same, or is none, makes it no other account', () => {
    for (const bucket of [`outbox-${HOME}`, 'outbox', `outbox-${AWAY}9`])
      expect(copy(bucket).causes[0]?.code).not.toBe('layer-lacks')
  })
})

describe('the policies of two accounts', () => {
  const copied = (given: Parameters<typeof pastedCase>[1]) =>
    pastedCase(
      'copy failed: s3://partner-out/a.csv to s3://desk-in/a.csv An error occurred (AccessDenied) when calling the GetObjectTagging operation: Access Denied\nThe bucket is of another account.',
      given,
    ).answer
  const allow = (more: object, ...actions: readonly string[]) =>
    policyText({ Effect: 'Allow', Action: actions, Resource: 'arn:aws:s3:::partner-out/*', ...more })
  const letIn = { Principal: { AWS: `arn:aws:iam::${HOME}:role/copy` } }

  it('are told together where both lack the action', () => {
    const { causes } = copied({ identity: allow({}, 's3:GetObject'), resource: allow(letIn, 's3:GetObject') })
    expect(plainText(causes[0]?.sentence ?? [])).toContain('both accounts')
  })

  it('are told apart where one of them allows it', () => {
    const given = { identity: allow({}, 's3:GetObject*'), resource: allow(letIn, 's3:GetObject') }
    expect(
      copied(given)
        .causes.map(({ sentence }) => plainText(sentence))
        .join(' '),
    ).not.toContain('both accounts')
  })
})

describe('the other half of a request across accounts', () => {
  const sent = (account: string) =>
    pastedCase(
      `An error occurred (AccessDenied) when calling the SendMessage operation: User: arn:aws:iam::${HOME}:user/ana is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:${account}:jobs`,
      { identity: policyText({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }) },
    ).answer.causes.map(({ layer, ground }) => [layer, ground])

  it('comes first where the caller\u2019s own side allows, and is no cause within one account', () => {
    expect(sent(AWAY)[0]).toEqual(['resource', 'unseen-half'])
    expect(sent(HOME).map(([, ground]) => ground)).not.toContain('unseen-half')
  })
})

describe('a thing that takes no policy of its own', () => {
  const asked = (action: string, resource: string) =>
    pastedCase(
      `User: arn:aws:iam::${AWAY}:user/bea is not authorized to perform: ${action} on resource: ${resource} because no resource-based policy allows the ${action} action`,
    )
  const told = ({ judged, answer }: ReturnType<typeof asked>) => ({
    headline: plainText(answer.headline),
    fixes: answerFixes(judged, answer).map(({ layer }) => layer),
    first: plainText(answerInstructions(judged, answer)[0]?.sentence ?? []),
  })

  it('is reached with a role of its own account, since no policy lets in another one', () => {
    const { headline, fixes, first } = told(
      asked('ec2:StartInstances', `arn:aws:ec2:eu-west-1:${HOME}:instance/i-0123456789abcdef0`),
    )
    expect(headline).toBe('No resource-based policy allows ec2:StartInstances.')
    expect(fixes).toEqual([])
    expect(first).toContain(`Assume a role in account ${HOME}`)
  })

  it('is a role too, which nobody passes across accounts', () => {
    const { headline, fixes, first } = told(asked('iam:PassRole', `arn:aws:iam::${HOME}:role/worker`))
    expect(headline).not.toContain('trust policy')
    expect(fixes).not.toContain('resource')
    expect(first).toContain('only within its own account')
  })

  it('is no queue: its policy lets in another account', () => {
    const { headline, fixes } = told(asked('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${HOME}:orders`))
    expect(headline).toContain('queue policy')
    expect(fixes).toContain('resource')
  })
})

describe('accounts that the text gives two buckets', () => {
  const EVENT =
    '{"s3":{"object":{"key":"silo/7/day.csv","size":12}},"replicationEventData":{"replicationRuleId":"far","destinationBucket":"arn:aws:s3:::grain-far","failureReason":"DstPutObjectNotPermitted"}}'
  const allow = (key: string, more: object) =>
    policyText({ Effect: 'Allow', Action: 's3:ReplicateObject', Resource: `arn:aws:s3:::grain-far/${key}`, ...more })
  const replicated = (said: string) =>
    pastedCase(`${EVENT}\n${said}`, {
      identity: allow('*', {}),
      resource: allow('barn/*', { Principal: { AWS: `arn:aws:iam::${HOME}:role/copy` } }),
    })

  it('make what the policy of the one leaves out the cause, and no more permissions of the role the repair', () => {
    const { answer, judged } = replicated(`Grain is in account ${HOME}, grain-far in account ${AWAY}.`)
    expect([answer.layer, answer.causes[0]?.code]).toEqual(['resource', 'layer-lacks'])
    expect(answerFixes(judged, answer).map(({ layer }) => layer)).not.toContain('identity')
  })

  it('are none where it is one account', () => {
    expect(replicated(`Both are in account ${HOME}.`).answer.layer).not.toBe('resource')
  })
})

describe('a Deny of the account that is called, for a caller of another', () => {
  const perimeter = policyText({
    Effect: 'Deny',
    Principal: '*',
    Action: 'sts:AssumeRole',
    Resource: '*',
    Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
  })
  const trust = policyText({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${HOME}:role/scan` },
    Action: 'sts:AssumeRole',
  })
  const refused = (caller: string, ending = '') =>
    pastedCase(
      `User: arn:aws:sts::${caller}:assumed-role/scan/7 is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${AWAY}:role/look${ending}`,
      { resource: trust, rcp: perimeter },
    ).answer.causes.find(({ code }) => code === 'deny-open')?.speaksAgainst

  it('is not spoken against by a message that gives no reason', () => {
    // AWS tells policies of the caller's own account and organization alone.
    expect(refused(HOME)).toEqual([])
  })

  it('is spoken against where the message gives another reason', () => {
    const ending = ' because no identity-based policy allows the sts:AssumeRole action'
    expect(refused(HOME, ending)?.length ?? 1).toBe(1)
  })
})

describe('a bucket of which the text says that it is in another account than the caller’s', () => {
  const COPY =
    'An error occurred (AccessDenied) when calling the GetObjectTagging operation: Access Denied\ns3://intake-wheels/a.whl'
  const given = {
    identity: policyText({ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }),
    resource: policyText({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${HOME}:role/mover` },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::intake-wheels/*',
    }),
  }

  it('has to allow it by its own policy, whose principals tell the caller’s account', () => {
    const [first] = pastedCase(`${COPY}\nthe bucket is in ${AWAY}`, given).answer.causes
    expect(first).toMatchObject({ code: 'layer-lacks', layer: 'resource', isRefuted: false })
  })

  it('need not where the text names no other account', () => {
    for (const where of ['', `\nthe bucket is in ${HOME}`]) {
      const [first] = pastedCase(COPY + where, given).answer.causes
      expect(first?.code === 'layer-lacks' && first.layer === 'resource').toBe(false)
    }
  })
})

describe('a repository that its policy shares with one other account', () => {
  const pulled = (account: string) =>
    pastedCase(
      `CannotPullContainerError: failed to resolve ref ${AWAY}.dkr.ecr.eu-west-1.amazonaws.com/app:1: pulling from host ${AWAY}.dkr.ecr.eu-west-1.amazonaws.com failed with status code [manifests 1]: 403 Forbidden`,
      {
        identity: policyText({ Effect: 'Allow', Action: 'ecr:*', Resource: '*' }),
        resource: policyText({
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account}:role/runner` },
          Action: 'ecr:GetDownloadUrlForLayer',
        }),
      },
    ).answer

  it('has to allow what the caller’s own policies allow', () => {
    expect([pulled(HOME).layer, pulled(HOME).causes[0]?.code]).toEqual(['resource', 'layer-lacks'])
  })

  it('need not where it speaks of its own account', () => {
    expect(pulled(AWAY).layer).not.toBe('resource')
  })
})
