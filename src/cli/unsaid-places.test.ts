import { describe, expect, it } from 'vitest'
import { diagnoseTexts } from './diagnose-texts'

const allow = (action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] })

const REFUSED =
  'User: arn:aws:iam::111122223333:user/noor is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs because no service control policy allows the sqs:SendMessage action'

describe('what nobody said', () => {
  it('is no part of an answer: at which level an SCP is attached', async () => {
    const { document } = await diagnoseTexts(
      [
        { name: 'error.txt', text: REFUSED, layer: null },
        { name: 'OnlyThese', text: allow('ec2:*'), layer: 'scp' },
      ],
      null,
    )
    const said = JSON.stringify([document.fact, document.fixes.map(({ sentence }) => sentence)])
    expect(said).toContain('No statement of OnlyThese allows it')
    expect(said).not.toContain('on account')
    // At the level of an allow list, FullAWSAccess would undo the list.
    expect(said).not.toContain('FullAWSAccess')
  })

  it('is no part of an answer: which of two roles called', async () => {
    const { document } = await diagnoseTexts(
      [
        {
          name: 'error.txt',
          text: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied\ns3://depot-one/a/b.csv',
          layer: null,
        },
        { name: 'release role', text: allow('s3:*'), layer: 'identity' },
        { name: 'build role', text: allow('logs:*'), layer: 'identity' },
      ],
      null,
    )
    expect(document.headline).not.toContain('caller’s policies you pasted allow')
  })
})
