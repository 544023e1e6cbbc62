import { describe, expect, it } from 'vitest'
import { explainRemedies } from './remedies'
import { evaluate } from '../../evaluation/evaluate'
import { explain } from '../explain'
import { plainText } from '../../text/phrase'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { policyText } from '../../testing/statements'

const remedyOf = (paste: string, given: GivenPolicies, context: Readonly<Record<string, string>> = {}) => {
  const { judged: asPasted } = pastedCase(paste, given)
  const { request } = asPasted.accessCase
  const accessCase = { ...asPasted.accessCase, request: { ...request, context: { ...request.context, ...context } } }
  const judged = { ...asPasted, accessCase, evaluation: evaluate(accessCase) }
  return explainRemedies({ judged, answer: explain(judged).answer, together: null })
}

const denied = (caller: string, action: string, resource: string, by: string) =>
  `User: arn:aws:sts::111122223333:assumed-role/${caller} is not authorized to perform: ${action} on resource: ${resource} with an explicit deny in ${by}`

const codesOf = ({ fixes }: ReturnType<typeof remedyOf>) => fixes.map(({ codes }) => codes.join())

const letterOf = ({ message }: ReturnType<typeof remedyOf>) => message?.text ?? ''

// A list of the places that requests may come from is kept by adding the new one.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html
describe('a guard that lists where requests may come from', () => {
  const OBJECT = 'arn:aws:s3:::state/net/terraform.tfstate'
  const guard = (Condition: object) =>
    policyText({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['arn:aws:s3:::state', 'arn:aws:s3:::state/*'],
      Condition,
    })
  const GIVEN = {
    identity: policyText({ Effect: 'Allow', Action: 's3:*', Resource: '*' }),
    resource: guard({ StringNotEquals: { 'aws:SourceVpce': 'vpce-0aa55d6e7f8091a2b' } }),
  }
  const paste = denied('runner/i-1', 's3:GetObject', OBJECT, 'a resource-based policy')

  it('takes the new place in first, and the letter asks for that', () => {
    const remedy = remedyOf(paste, GIVEN, { 'aws:SourceVpce': 'vpce-0bb77c1d2e3f4a5b6' })
    expect(codesOf(remedy)[0]).toBe('add-exception')
    expect(plainText(remedy.fixes[0]?.sentence ?? [])).toMatch(/^Add vpce-0bb77c1d2e3f4a5b6 to the values/)
    expect(letterOf(remedy)).toMatch(/"vpce-0aa55d6e7f8091a2b",\s+"vpce-0bb77c1d2e3f4a5b6"/)
    expect(letterOf(remedy)).not.toMatch(/PrincipalArn/)
  })

  it('exempts the caller where the guard lists no place', () => {
    const resource = guard({ StringNotEquals: { 'aws:PrincipalTag/team': 'net' } })
    expect(codesOf(remedyOf(paste, { ...GIVEN, resource }))).not.toContain('add-exception')
  })
})

// https://docs.aws.amazon.com/singlesignon/latest/userguide/attributesforaccesscontrol.html
describe('a guard in a permission set', () => {
  const INSTANCE = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-05d6c7b8a9e0f1d23'
  const SESSION = 'AWSReservedSSO_Dev_0a1b2c3d4e5f6a7b/maria@example.com'
  const guarded = policyText(
    { Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
    {
      Effect: 'Deny',
      Action: ['ec2:StopInstances', 'ec2:RebootInstances'],
      Resource: 'arn:aws:ec2:*:*:instance/*',
      Condition: { StringNotEquals: { 'aws:ResourceTag/Team': '${aws:PrincipalTag/Team}' } },
    },
  )
  const of = (session: string) =>
    remedyOf(
      `${denied(session, 'ec2:StopInstances', INSTANCE, 'an identity-based policy')}\nTAGS\tTeam\ti-05d6c7b8a9e0f1d23\tinstance\tpayments`,
      { identity: guarded },
    )

  it('exempts nobody who signs in with it, and adds no plain value beside the caller’s own', () => {
    const remedy = of(SESSION)
    expect(codesOf(remedy)).toEqual([])
    expect(letterOf(remedy)).toMatch(/exception for this action on this resource alone\?/)
    expect(letterOf(remedy)).not.toMatch(/PrincipalArn/)
  })

  it('exempts a role of its own, last and with the reason', () => {
    const [first] = of('maintenance/i-1').fixes
    expect(first?.codes.join()).toMatch(/^exempt-principal-for/)
    expect(first?.failed?.map(({ standard }) => standard)).toContain('keeps guards')
  })
})

// The prefix of AWS WAF is wafv2: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafv2.html
describe('a guard that exempts the actions of services', () => {
  const guard = (NotAction: readonly string[]) =>
    policyText({
      Effect: 'Deny',
      NotAction,
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } },
    })

  it('asks its owner for the whole statement, where the condition stays as it is', () => {
    const remedy = remedyOf(
      denied(
        'edge/i-1',
        'wafv2:CreateWebACL',
        'arn:aws:wafv2:us-east-1:111122223333:global/webacl/web/*',
        'a service control policy',
      ),
      { scp: guard(['iam:*', 'waf:*']) },
    )
    expect(codesOf(remedy)[0]).toBe('correct-exception')
    expect(letterOf(remedy)).toContain('This statement in place of the Deny')
    expect(letterOf(remedy)).toContain('"wafv2:*"')
  })
})

describe('a part that is taken out of a guard', () => {
  const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders'
  const of = (Condition?: object) =>
    codesOf(
      remedyOf(denied('app/i-1', 'sqs:SendMessage', QUEUE, 'an identity-based policy'), {
        identity: policyText(
          { Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
          {
            Effect: 'Deny',
            Action: ['sqs:SendMessage', 'sqs:PurgeQueue'],
            Resource: '*',
            ...(Condition && { Condition }),
          },
        ),
      }),
    )

  it('is no fix where a request can pass the guard', () => {
    expect(of({ Bool: { 'aws:SecureTransport': 'false' } })).not.toContain('take-action-out')
  })

  it('is one where nothing passes it', () => {
    expect(of()).toContain('take-action-out')
  })
})

// A plan that drops an argument makes a call that nobody may have meant. https://developer.hashicorp.com/terraform/cli/commands/plan
describe('a guard that keeps what a plan takes away', () => {
  const ROLE = 'arn:aws:iam::111122223333:role/worker'
  const CEILING = 'arn:aws:iam::111122223333:policy/ceiling'
  const boundary = policyText(
    { Effect: 'Allow', Action: '*', Resource: '*' },
    { Sid: 'Keep', Effect: 'Deny', Action: 'iam:DeleteRolePermissionsBoundary', Resource: '*' },
  )
  const error = denied('deploy/run', 'iam:DeleteRolePermissionsBoundary', ROLE, 'a permissions boundary')
  const plan = `  ~ resource "aws_iam_role" "this" {\n      - permissions_boundary = "${CEILING}" -> null\n    }\n`

  it('is kept: the argument is set again, nobody is asked for an exception, and no fix opens the guard', () => {
    const { instructions, fixes, message, primary } = remedyOf(`${plan}${error}`, { boundary })
    expect(plainText(instructions[0]?.sentence ?? [])).toContain(`The plan removes permissions_boundary (${CEILING})`)
    expect([instructions.length, fixes, message, primary.kind]).toEqual([1, [], null, 'none'])
  })

  it('is asked about where no plan shows that the argument is gone, or where it gets another value', () => {
    const other = plan.replace('-> null', '-> "arn:aws:iam::111122223333:policy/other"')
    for (const paste of [error, `${other}${error}`]) {
      const { fixes, message } = remedyOf(paste, { boundary })
      // Whoever may take a boundary away is bound by none: no exception for them is offered.
      expect([fixes.length, message?.text.includes('exception')]).toEqual([0, true])
    }
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
describe('a guard that asks for a boundary on what is made', () => {
  const ROLE = 'arn:aws:iam::111122223333:role/quota-Monitor-1M8F2ZHBM59NZ'
  const CEILING = 'arn:aws:iam::111122223333:policy/workload'
  const guard = policyText(
    { Effect: 'Allow', Action: 'iam:*', Resource: '*' },
    {
      Effect: 'Deny',
      Action: 'iam:CreateRole',
      Resource: '*',
      Condition: { StringNotEquals: { 'iam:PermissionsBoundary': CEILING } },
    },
  )
  const paste = `${denied('dev/mia', 'iam:CreateRole', ROLE, 'an identity-based policy')}\nType: AWS::IAM::Role\nAssumeRolePolicyDocument: {}`
  const firstOf = (given: GivenPolicies) => plainText(remedyOf(paste, given).instructions[0]?.sentence ?? [])

  it('says which one where its statement is here, and tells to ask where it is not', () => {
    expect(firstOf({ identity: guard })).toContain(CEILING)
    expect(firstOf({})).toMatch(/^Ask which boundary is prescribed/)
  })
})

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
describe('a guard that spares somebody by name', () => {
  const guard = (statement: object) =>
    policyText({
      Effect: 'Deny',
      Action: 's3:*',
      Resource: ['arn:aws:s3:::ledger', 'arn:aws:s3:::ledger/*'],
      ...statement,
    })
  const paste = denied('books/ida', 's3:ListBucket', 'arn:aws:s3:::ledger', 'a resource-based policy')

  it('keeps the thing that it guards', () => {
    const codes = codesOf(
      remedyOf(paste, { resource: guard({ NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/books' } }) }),
    )
    expect(codes.length).toBeGreaterThan(0)
    expect(codes).not.toContain('take-resource-out')
  })

  it('one that spares nobody can lose a thing', () => {
    expect(codesOf(remedyOf(paste, { resource: guard({ Principal: '*' }) }))).toContain('take-resource-out')
  })
})

// The account that owns the key and the one that launches are the same: nobody is left to be named.
it('a group whose instances don’t come up launches as Auto Scaling’s own role', () => {
  const paste =
    'Launching a new EC2 instance: i-0c0ffee. Status Reason: Instance became unhealthy while waiting for instance to be in InService state. Termination Reason: Client.InvalidKMSKey.InvalidState: The KMS key provided is in an incorrect state'
  const owner = { AWS: 'arn:aws:iam::111122223333:root' }
  const { fixes } = remedyOf(paste, {
    resource: policyText({ Effect: 'Allow', Principal: owner, Action: 'kms:*', Resource: '*' }),
  })
  expect(fixes.flatMap(({ changes }) => changes.map(({ after }) => after)).join()).toContain(
    'role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
  )
})
