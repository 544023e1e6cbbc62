import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { pastedCase } from '../../testing/pasted-case'
import { answerInstructions } from './instructions'

const instructionsFor = (text: string) => {
  const { judged, answer } = pastedCase(text)
  return {
    answer,
    told: answerInstructions(judged, answer).map(({ sentence, commands }) => ({
      says: plainText(sentence),
      runs: commands.map(({ bash }) => bash),
    })),
  }
}

const across = (action: string, resource: string): string =>
  `User: arn:aws:sts::444455556666:assumed-role/ci/x is not authorized to perform: ${action} on resource: ${resource} because no resource-based policy allows the ${action} action`

describe('a thing of another account that takes no policy', () => {
  const IMAGE = 'arn:aws:ec2:eu-west-1:111122223333:image/ami-0123456789abcdef0'

  it.each([
    ['ec2:RunInstances', IMAGE, '--launch-permission'],
    [
      'ec2:CreateVolume',
      'arn:aws:ec2:eu-west-1:111122223333:snapshot/snap-0123456789abcdef0',
      'createVolumePermission',
    ],
    ['rds:CopyDBSnapshot', 'arn:aws:rds:eu-west-1:111122223333:snapshot:nightly', '--attribute-name restore'],
  ])('is shared by its owner where an attribute of it says for whom: %s', (action, resource, word) => {
    const [first] = instructionsFor(across(action, resource)).told
    expect(first?.says).toContain('In account 111122223333, share it with account 444455556666.')
    expect(first?.runs.join()).toContain(word)
    expect(first?.runs.join()).toContain('444455556666')
  })

  it.each([
    ['ec2:DeregisterImage', IMAGE],
    ['ec2:StopInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0'],
  ])('is reached by a role of its account alone where no attribute lets others do that: %s', (action, resource) => {
    const [first] = instructionsFor(across(action, resource)).told
    expect(first?.says).toContain('Assume a role in account 111122223333')
    expect(first?.runs).toEqual([])
  })
})

describe('what Kubernetes refuses to a role', () => {
  const refusal = (rest: string): string =>
    `Error from server (Forbidden): pods is forbidden: User "arn:aws:iam::111122223333:role/dev" cannot list resource "pods" in API group "" ${rest}`
  const scopeOf = (rest: string) =>
    instructionsFor(refusal(rest))
      .told.flatMap(({ runs }) => runs)
      .find((run) => run.includes('--access-scope'))

  it('is opened for the namespace that the sentence names, and for the cluster where it names none', () => {
    expect(scopeOf('in the namespace "shop"')).toMatch(/--access-scope type=namespace,namespaces=shop$/)
    expect(scopeOf('at the cluster scope')).toMatch(/--access-scope type=cluster$/)
  })
})

describe('KMS’s sentence for three cases', () => {
  it('gives three reasons, and not none', () => {
    const said = (text: string) => plainText(instructionsFor(text).answer.said)
    const three =
      'An error occurred (AccessDeniedException) when calling the ReceiveMessage operation: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access. (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException)'
    expect(said(three)).toContain('names three possible reasons')
    const bare = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'
    expect(said(bare)).not.toContain('three possible reasons')
  })
})
