import { describe, expect, it } from 'vitest'
import { FULL_AWS_ACCESS } from '../policy/organizations'
import { draftOfTexts } from './draft-of-texts'
import { levelsByName } from './levels-by-name'

const DENY = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"ec2:*","Resource":"*"}]}'
const FULL = FULL_AWS_ACCESS.text
const scp = (name: string, text: string) => ({ layer: 'scp' as const, name, text })

describe('the levels of an organization, by what its policies are called', () => {
  it('are read where each name says one', () => {
    const levels = levelsByName([
      scp('FullAWSAccess (attached to account 111122223333)', FULL),
      scp('limits (attached to OU Apps, nothing else)', DENY),
      scp('FullAWSAccess (attached to the root)', FULL),
    ])
    expect(levels?.map(({ target, policies }) => [target, policies.map(({ name }) => name)])).toEqual([
      ['Root', ['FullAWSAccess']],
      ['OU Apps', ['limits']],
      ['111122223333', ['FullAWSAccess']],
    ])
  })

  it('are not known where a name says none, or FullAWSAccess is left out', () => {
    expect(levelsByName([scp('FullAWSAccess (attached to Root)', FULL), scp('limits', DENY)])).toBeNull()
    expect(levelsByName([scp('a (attached to Root)', DENY), scp('b (attached to OU Apps)', DENY)])).toBeNull()
    expect(levelsByName([scp('FullAWSAccess (attached to OU Apps)', FULL)])).toBeNull()
  })

  // AWS asks every level for an Allow, and where it says that none allows, a level that holds a Deny alone is why.
  const levelsOf = async (reason: string) => {
    const error = `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:111122223333:jobs ${reason}`
    const { draft } = await draftOfTexts([
      { name: 'error.txt', text: error, layer: null },
      { name: 'FullAWSAccess (attached to Root)', text: FULL, layer: 'scp' },
      { name: 'limits (attached to OU Apps)', text: DENY, layer: 'scp' },
    ])
    return draft.layers.scp.levels.map(({ target }) => target)
  }

  it('count where AWS says that no service control policy allows it', async () => {
    expect(await levelsOf('because no service control policy allows the sqs:SendMessage action')).toEqual([
      'Root',
      'OU Apps',
    ])
    expect(await levelsOf('with an explicit deny in a service control policy')).toEqual(['Root', '111122223333'])
  })
})
