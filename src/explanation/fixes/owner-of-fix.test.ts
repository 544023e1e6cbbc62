import { describe, expect, it } from 'vitest'
import { remedyOf } from '../../testing/pasted-case'

const KEY_OF = (account: string) => `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`

const ownerFor = (resource: string, action = 'kms:Decrypt') =>
  remedyOf(
    `User: arn:aws:sts::111122223333:assumed-role/reader/one is not authorized to perform: ${action} on resource: ${resource} because no resource-based policy allows the ${action} action`,
  ).fixes[0]?.ownerText

describe('who can make a fix', () => {
  it('is named by account where the resource is in another than the caller’s', () => {
    expect(ownerFor(KEY_OF('444455556666'))).toBe('An administrator of account 444455556666')
  })

  it('is the owner where it is the caller’s own account, or the ARN shows none', () => {
    expect(ownerFor(KEY_OF('111122223333'))).toBe('The owner of the resource')
    expect(ownerFor('"arn:aws:s3:::data/a"', 's3:GetObject')).toBe('The owner of the resource')
  })
})
