import { describe, expect, it } from 'vitest'
import { diagnose } from './diagnose'
import { EMPTY_DRAFT } from '../draft/draft'
import { takePaste } from '../draft/paste/take-paste'
import { plainText } from '../text/phrase'
import { answerInstructions } from '../explanation/fixes/instructions'

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs'

const denied = (caller: string, ending = ' because no identity-based policy allows the sqs:SendMessage action') =>
  `An error occurred (AccessDenied) when calling the SendMessage operation: User: ${caller} is not authorized to perform: sqs:SendMessage on resource: ${QUEUE}${ending}`

const WORKER = 'arn:aws:sts::111122223333:assumed-role/worker/i-0a1b'
const WEB = 'arn:aws:sts::111122223333:assumed-role/web/i-0a1b'
const USER = 'arn:aws:iam::111122223333:user/maya'

const terraform = (name: string, action = 'sqs:SendMessage') => `
resource "aws_iam_role" "this" {
  name = "${name}"
}

resource "aws_iam_role_policy" "send" {
  role   = aws_iam_role.this.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "${action}", Resource = "${QUEUE}" }] })
}`

const attached = `
resource "aws_iam_role" "this" {
  name = "worker"
}

resource "aws_iam_policy" "send" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "${QUEUE}" }] })
}

resource "aws_iam_role_policy_attachment" "send" {
  role       = aws_iam_role.this.name
  policy_arn = aws_iam_policy.send.arn
}`

const printed = `{ "RoleName": "worker", "PolicyName": "send", "PolicyDocument": { "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "${QUEUE}" }] } }`

const sam = `{ "Resources": { "WorkerFunction": { "Type": "AWS::Serverless::Function", "Properties": { "Policies": [{
  "Statement": [{ "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "${QUEUE}" }] }] } } } }`

const madeFor = (logicalId: string) => `arn:aws:sts::111122223333:assumed-role/shop-${logicalId}-1A2B3C4D5E6F/run`

function answerOf(...parts: readonly string[]) {
  const { draft } = takePaste(EMPTY_DRAFT, parts.join('\n\n'))
  const { explanation, judged } = diagnose(draft)
  const [first] = explanation!.answer.causes
  return { answer: explanation!.answer, judged: judged!, first: first! }
}

describe('a policy that allows the request, and belongs to another', () => {
  it.each([
    ['of a role, printed by the command line', WEB, printed, 'the role worker'],
    ['of a role, in Terraform', WEB, terraform('worker'), 'the role worker'],
    ['of a role, while a user calls', USER, terraform('worker'), 'the role worker'],
    ['attached to a role in Terraform', WEB, attached, 'the role worker'],
    ['of a role whose name has a known end', WEB, terraform('${var.stage}-worker'), '-worker'],
    ['of a role whose name has a known start', WEB, terraform('worker-').replace('name =', 'name_prefix ='), 'worker-'],
    ['of the role of another function', madeFor('WebFunctionRole'), sam, 'the role WorkerFunctionRole'],
  ])('%s: is told as the cause', (_, caller, policy, holder) => {
    const { answer, first } = answerOf(denied(caller), policy)
    expect(first.code).toBe('policy-of-another')
    expect(plainText(first.sentence)).toContain(holder)
    expect(answer).toMatchObject({ basis: 'claimed', layer: 'identity', decision: 'implicitDeny' })
  })

  it('is likely where AWS says no more than that it denied', () => {
    const { answer, first } = answerOf(denied(WEB, ''), printed)
    expect(first.code).toBe('policy-of-another')
    expect(answer.basis).toBe('likely')
  })

  it('says first who should call', () => {
    const { judged, answer } = answerOf(denied(WEB), printed)
    expect(plainText(answerInstructions(judged, answer)[0]!.sentence)).toMatch(/^Make the call as the role worker\./)
  })

  it('tells whose policy it is by the line above it, where the text has that name', () => {
    const bare = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: QUEUE }],
    })
    const above = (name: string) =>
      `role-arn: arn:aws:iam::111122223333:role/worker\n\nPolicy of the role ${name}:\n${bare}`
    expect(answerOf(denied(WEB), above('worker')).first.code).toBe('policy-of-another')
    expect(answerOf(denied(WEB), above('web')).first.code).not.toBe('policy-of-another')
    expect(answerOf(denied(WEB), above('somebody')).first.code).not.toBe('policy-of-another')
  })

  it('is told of a resource that nobody knows too', () => {
    const error = 'psql: FATAL: PAM authentication failed for user "dump"'
    const task =
      '"executionRoleArn": "arn:aws:iam::111122223333:role/dump-exec",\n"taskRoleArn": "arn:aws:iam::111122223333:role/dump-task"'
    const bare = (action: string) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: action, Resource: 'arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABC/dump' },
        ],
      })
    const above = (action: string) => `Policy is attached to dump-exec:\n\n${bare(action)}`
    expect(answerOf(error, above('rds-db:connect'), task).first.code).toBe('policy-of-another')
    expect(answerOf(error, above('rds-db:describe'), task).first.code).not.toBe('policy-of-another')
  })

  it('says how a pod comes to call as its own role', () => {
    const node = 'arn:aws:sts::111122223333:assumed-role/eks-node-role/i-0a1b2c3d4e5f60718'
    const account = 'kind: ServiceAccount\n  eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/worker'
    const { judged, answer } = answerOf(denied(node), account, printed)
    const [first] = answer.causes
    expect(first!.code).toBe('pod-without-its-role')
    expect(first!.speaksFor.map(plainText).join(' ')).toContain('attached to the role worker')
    expect(plainText(answerInstructions(judged, answer)[0]!.sentence)).toContain('Restart the pod')
  })

  it.each([
    ['the caller has it', WORKER, terraform('worker')],
    ['the caller can be the one of a name that is not whole', WORKER, terraform('${var.stage}')],
    ['CloudFormation made the caller’s role for this function', madeFor('WorkerFunctionRole'), sam],
    ['somebody else named the caller’s role', WEB, sam],
    ['it would not allow the request either', WEB, terraform('worker', 'sqs:ReceiveMessage')],
  ])('is no cause where %s', (_, caller, policy) => {
    expect(answerOf(denied(caller), policy).answer.causes.map(({ code }) => code)).not.toContain('policy-of-another')
  })

  it('is never mended for what another calls', () => {
    const { answer } = answerOf(denied(USER), terraform('worker', 's3:GetObject'))
    expect(answer).toMatchObject({ basis: 'claimed', layer: 'identity' })
    expect(plainText(answer.fact!.sentence)).not.toContain('s3:GetObject')
  })
})
