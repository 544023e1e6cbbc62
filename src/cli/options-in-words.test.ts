import { describe, expect, it } from 'vitest'
import { diagnoseTexts } from './diagnose-texts'

const toDo = async (error: string, session?: object) => {
  const given =
    session === undefined ? [] : [{ name: 'session', text: JSON.stringify(session), layer: 'session' as const }]
  const { document } = await diagnoseTexts([{ name: 'error.txt', text: error, layer: null }, ...given], null)
  return document.instructions
}

const commandsOf = (steps: Awaited<ReturnType<typeof toDo>>) => steps.flatMap(({ commands }) => commands)

const PASSED = {
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Action: 's3:ListBucket',
    Resource: 'arn:aws:s3:::shared-lake',
    Condition: { StringLike: { 's3:prefix': 'team-4/*' } },
  },
}

const LISTING = (command: string) =>
  `$ ${command}\nAn error occurred (AccessDenied) when calling the ListObjectsV2 operation: User: arn:aws:sts::111122223333:assumed-role/tenant/team-4 is not authorized to perform: s3:ListBucket on resource: arn:aws:s3:::shared-lake because no session policy allows the s3:ListBucket action`

describe('the commands of what to do', () => {
  it('say in words what is left out of the call', async () => {
    const steps = await toDo(
      'An error occurred (AccessControlListNotSupported) when calling the PutObject operation: The bucket does not allow ACLs',
    )
    expect(steps[0]?.sentence).toContain('Leave out of the call: --acl')
    expect(commandsOf(steps).filter((command) => command.startsWith('--'))).toEqual([])
  })

  it('are the whole call, where the text shows it', async () => {
    const steps = await toDo(LISTING('aws s3 ls s3://shared-lake/team-4'), PASSED)
    expect(commandsOf(steps)).toContain('aws s3 ls s3://shared-lake/team-4/')
  })

  it('say in words what is added to a call of which the text shows nothing', async () => {
    const steps = await toDo(LISTING('aws s3 ls "s3://$LAKE"'), PASSED)
    expect(commandsOf(steps).filter((command) => !/^[a-z]/.test(command) || command.startsWith('s3:'))).toEqual([])
    expect(steps.map(({ sentence }) => sentence).join()).toContain('Add to the call: aws s3 ls s3://')
  })
})
