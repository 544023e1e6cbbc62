import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft'
import { applyFoundPolicy } from './apply-found-policy'
import { callByFile } from './call-by-file'
import { readPaste } from './read-paste'

const document = (action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] })
const namesIn = (text: string, file: string) => callByFile(readPaste(text), file).policies.map(({ name }) => name)

describe('a policy of a file', () => {
  it('is called as its file, also in the layer that it is put into, and beside another of that name', () => {
    const [read, list] = ['sqs:ReceiveMessage', 'sqs:ListQueues'].map(
      (action) => callByFile(readPaste(document(action)), 'queue-reader.json').policies[0]!,
    )
    const draft = applyFoundPolicy(applyFoundPolicy(EMPTY_DRAFT, read!, 'identity'), list!, 'identity')
    expect(draft.layers.identity.policies.map(({ name }) => name)).toEqual(['queue-reader', 'queue-reader 2'])
  })

  it.each([
    ['dev-boundary.json', 'boundary'],
    ['scp-regions.json', 'scp'],
    ['team-session-policy.json', 'session'],
    ['reader.json', null],
    ['policies.json', null],
    // A bucket policy has a principal.
    ['bucket-policy.json', null],
  ])('%s belongs where its name says, if its form can be of that layer: %s', (file, layer) => {
    const [policy] = callByFile(readPaste(document('sqs:ListQueues')), file).policies
    expect(policy?.layer).toBe(layer)
    expect(policy?.name).toBe(file.replace('.json', ''))
  })

  it('keeps a name that its text gives, and is not told from others of one file by it', () => {
    const printed = `{"RoleName":"loader","PolicyName":"Load","PolicyDocument":${document('sqs:SendMessage')}}`
    expect(namesIn(printed, 'out.json')).toEqual(['Load'])
    const two = `${document('sqs:SendMessage')}\n\n${document('sqs:ListQueues')}`
    expect(namesIn(two, 'both.json')).not.toContain('both')
  })
})
