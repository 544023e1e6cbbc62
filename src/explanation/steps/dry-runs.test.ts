import { describe, expect, it } from 'vitest'
import { takePaste } from '../../draft/paste/take-paste'
import { buildCase } from '../../draft/build/build-case'
import { EMPTY_DRAFT } from '../../draft/draft'
import { evaluate } from '../../evaluation/evaluate'
import { plainText } from '../../text/phrase'
import { explainNextSteps } from './next-steps'

const dryRunFor = (paste: string) => {
  const { accessCase, denial } = buildCase(takePaste(EMPTY_DRAFT, paste).draft)
  const step = explainNextSteps({ accessCase, denial, evaluation: evaluate(accessCase) }).find(
    ({ code }) => code === 'dry-run',
  )
  return step && { command: step.commands[0]?.bash ?? null, sentence: plainText(step.sentence) }
}

const denied = (code: string, operation: string, action: string, resource: string) =>
  `An error occurred (${code}) when calling the ${operation} operation: User: arn:aws:iam::111122223333:user/maya is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`

const ec2 = (operation: string, resource: string) =>
  denied('UnauthorizedOperation', operation, `ec2:${operation}`, `arn:aws:ec2:eu-west-1:111122223333:${resource}`)

describe('a dry run', () => {
  it.each([
    [ec2('DeleteVolume', 'volume/vol-0a1'), 'aws ec2 delete-volume --volume-id vol-0a1 --dry-run --region eu-west-1'],
    [
      ec2('StopInstances', 'instance/i-0a1'),
      'aws ec2 stop-instances --instance-ids i-0a1 --dry-run --region eu-west-1',
    ],
    [
      denied(
        'AccessDeniedException',
        'Invoke',
        'lambda:InvokeFunction',
        'arn:aws:lambda:eu-west-1:111122223333:function:f',
      ),
      'aws lambda invoke --function-name f --invocation-type DryRun /dev/stdout --region eu-west-1',
    ],
  ])('names the resource that AWS names', (paste, command) => {
    expect(dryRunFor(paste)?.command).toBe(command)
  })

  it('takes the parameters of the command that the paste shows', () => {
    const shown = `$ aws ec2 run-instances --image-id ami-0a1 --instance-type t3.micro\n${ec2('RunInstances', 'instance/*')}`
    const command = dryRunFor(shown)?.command ?? ''
    for (const part of ['--image-id ami-0a1', '--instance-type t3.micro', '--dry-run']) expect(command).toContain(part)
  })

  it('makes no options of what an event has in the form of the API', () => {
    const event = JSON.stringify({
      eventSource: 'ec2.amazonaws.com',
      eventName: 'RunInstances',
      awsRegion: 'eu-west-1',
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage:
        'You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/maya is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/* because no identity-based policy allows the ec2:RunInstances action',
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/maya', accountId: '111122223333' },
      requestParameters: {
        instancesSet: { items: [{ imageId: 'ami-0a1', minCount: 1, maxCount: 1 }] },
        instanceType: 't3.micro',
      },
    })
    expect(dryRunFor(event)).toMatchObject({ command: null })
  })

  it('is told without a command where the parameters are not shown, with what its two answers mean', () => {
    const one = dryRunFor(ec2('RunInstances', 'instance/*'))
    expect(one?.command).toBeNull()
    expect(one?.sentence).toContain('DryRunOperation means that it would be allowed')
    const key = denied('AccessDeniedException', 'Decrypt', 'kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/0a1')
    expect(dryRunFor(key)?.sentence).toContain('DryRunOperationException')
  })

  it.each([
    ec2('ModifyVpcAttribute', 'vpc/vpc-0a1'),
    denied('AccessDenied', 'PutObject', 's3:PutObject', 'arn:aws:s3:::data/a'),
    denied('AccessDeniedException', 'CreateKey', 'kms:CreateKey', '*'),
  ])('is not offered where the operation has none', (paste) => {
    expect(dryRunFor(paste)).toBeUndefined()
  })
})
