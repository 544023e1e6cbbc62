import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { pastedCase } from '../../testing/pasted-case'

const denied = (reason: string): string =>
  `An error occurred (AccessDenied) when calling the CreateTrail operation: User: arn:aws:sts::111122223333:assumed-role/dev/ana is not authorized to perform: cloudtrail:CreateTrail on resource: arn:aws:cloudtrail:eu-west-1:111122223333:trail/main ${reason}`

const SCP = 'arn:aws:organizations::444455556666:policy/o-abcdefghij/service_control_policy/p-abcd1234'

const notesOf = (paste: string): string => pastedCase(paste).answer.notes.map(plainText).join('\n')

describe('a policy of the organization', () => {
  it('can be changed from the account that its ARN names', () => {
    expect(notesOf(denied(`with an explicit deny in a service control policy: ${SCP}`))).toContain(
      'management account 444455556666',
    )
    expect(notesOf(denied('with an explicit deny in a resource control policy'))).not.toContain('management account')
    expect(notesOf(denied('with an explicit deny in an identity-based policy'))).not.toContain('management account')
  })

  it('that allows nothing lacks an Allow at one level', () => {
    expect(notesOf(denied('because no service control policy allows the cloudtrail:CreateTrail action'))).toContain(
      'FullAWSAccess',
    )
    expect(notesOf(denied('with an explicit deny in a service control policy'))).not.toContain('FullAWSAccess')
  })

  it('is known by the name that a tool gives it', () => {
    const deny = denied('with an explicit deny in a service control policy')
    expect(notesOf(`${deny}\nattached: aws-guardrails-TXguOM`)).toContain('AWS Control Tower')
    expect(notesOf(`${deny}\nattached: AWSAccelerator-Guardrails-Part-1`)).toContain('Landing Zone Accelerator')
    expect(notesOf(`${deny}\nattached: our-guardrails`)).not.toContain('Control Tower')
  })

  it('is known by the control and by the statement that deny', () => {
    const deny = denied('with an explicit deny in a service control policy')
    for (const name of ['AWS-GR_REGION_DENY', 'GRCLOUDTRAILENABLED', 'CTS3PV1', 'CT.EC2.PV.4'])
      expect(notesOf(`${deny}\nSid: ${name}`)).toContain(`${name} is a name that AWS Control Tower uses`)
    for (const name of ['GROUPS', 'GREEN', 'CTRL', 'DenyRegions'])
      expect(notesOf(`${deny}\nSid: ${name}`)).not.toContain('Control Tower')
  })
})
