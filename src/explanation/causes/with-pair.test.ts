import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const stepsOf = (paste: string) =>
  (pastedCase(paste).answer.noPolicy?.changes ?? []).map(({ sentence }) => plainText(sentence))

describe('two places that show why a service said its sentence', () => {
  const REFUSED = 'An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access'
  const profile = (name: string) =>
    `${REFUSED}\n[profile audit]\nsso_role_name = ${name}\n{ "roleName": "AuditReadOnly" }`

  it('come before what it usually means, with the line of each', () => {
    const { answer } = pastedCase(profile('AuditReadonly'))
    expect(answer.basis).toBe('likely')
    expect(answer.causes[0]?.code).toBe('permission-set-unlike-the-listed')
    expect(answer.causes[0]?.speaksFor.map(plainText)).toEqual([
      'Line 3 has sso_role_name = AuditReadonly.',
      'Line 4 has { "roleName": "AuditReadOnly" }.',
    ])
    expect(stepsOf(profile('AuditReadonly'))[0]).toContain('AuditReadOnly')
  })

  it('say nothing where they agree', () => {
    expect(pastedCase(profile('AuditReadOnly')).answer.causes.map(({ code }) => code)).not.toContain(
      'permission-set-unlike-the-listed',
    )
  })

  it('leave the headline to AWS where its own words say what it is', () => {
    const text =
      'An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: Incorrect token audience\naud: https://git.tea.example\n"ClientIDList": ["sts.amazonaws.com"]'
    const { answer } = pastedCase(text)
    expect(answer.basis).toBe('claimed')
    expect(plainText(answer.fact?.sentence ?? [])).toContain('https://git.tea.example')
  })

  it('tell of a word for no value, which a service answers as any other', () => {
    const forbidden = (token: string) =>
      `GET https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/live/tea?token=${token}\n403 Forbidden\n{"message":"Forbidden"}`
    expect(pastedCase(forbidden('undefined')).answer.causes[0]?.code).toBe('value-of-nothing')
    expect(pastedCase(forbidden('eyJ0eXAi')).answer.causes.map(({ code }) => code)).not.toContain('value-of-nothing')
  })
})
