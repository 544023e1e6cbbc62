import { describe, expect, it } from 'vitest'
import type { DenialSentence } from './denial-sentence'
import { isOfNoIdentity } from './role-of-service'

const told = (situation: DenialSentence['situation']): DenialSentence => ({ situation }) as DenialSentence

describe('what a provider’s token asks for', () => {
  it('is not blamed on the policies of a role, since nobody signs the call', () => {
    expect(isOfNoIdentity(told('service-role-lacks'), 'sts:AssumeRoleWithWebIdentity')).toBe(true)
    expect(isOfNoIdentity(told('service-role-lacks'), 'sts:AssumeRoleWithSAML')).toBe(true)
  })

  it('may be blamed on the trust policy, and a signed call on its caller’s policies', () => {
    expect(isOfNoIdentity(told('role-not-assumable'), 'sts:AssumeRoleWithWebIdentity')).toBe(false)
    expect(isOfNoIdentity(told('service-role-lacks'), 'sts:AssumeRole')).toBe(false)
    expect(isOfNoIdentity(told('service-role-lacks'), null)).toBe(false)
  })
})
