import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { takePaste } from '../draft/paste/take-paste'
import { plainText } from '../text/phrase'
import { diagnose } from './diagnose'

const answerTo = (paste: string) => {
  const { explanation } = diagnose(takePaste(EMPTY_DRAFT, paste).draft)
  const { causes = [], basis, layer } = explanation?.answer ?? {}
  return { basis, layer, code: causes[0]?.code, remedy: plainText(causes[0]?.remedy ?? []) }
}

const onlyVia = (endpoint: string) =>
  `{ "Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/live/*", "Condition": { "StringNotEquals": { "aws:SourceVpce": "${endpoint}" } } }`

const api = (
  ...denies: readonly string[]
) => `User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:********3333:a1b2c3d4e5/live/GET/ with an explicit deny

API resource policy:

{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/live/*" },
  ${denies.join(',\n  ')} ] }`

describe('a Deny that the policies show', () => {
  it('is no missing Allow, and two lists that exempt different values become one', () => {
    const told = answerTo(api(onlyVia('vpce-0a1b2c3d'), onlyVia('vpce-0e5f6a7b')))
    expect(told).toMatchObject({ basis: 'proven', layer: 'resource', code: 'deny-shown' })
    expect(told.remedy).toContain('Put vpce-0a1b2c3d and vpce-0e5f6a7b into the list of one Deny')
  })

  it('offers nothing that no value of the key can give', () => {
    const { explanation } = diagnose(
      takePaste(EMPTY_DRAFT, api(onlyVia('vpce-0a1b2c3d'), onlyVia('vpce-0e5f6a7b'))).draft,
    )
    const codes = explanation?.answer.causes.map(({ code }) => code)
    expect(codes).not.toContain('deny-by-network-hits-services')
  })

  it('exempts by a pattern only under an operator that reads it, which is the mistake, and not the way of the call', () => {
    const told = answerTo(api(onlyVia('vpce-0a1b*')))
    expect(told).toMatchObject({ basis: 'proven', code: 'deny-shown' })
    expect(told.remedy).toContain('replace StringNotEquals with StringNotLike')
  })

  it('keeps its one list otherwise', () => {
    expect(answerTo(api(onlyVia('vpce-0a1b2c3d'))).remedy).not.toContain('into the list of one Deny')
  })

  it('comes before what usually lies behind words that no policy decides', () => {
    const paste = `An error occurred (AccessDeniedException) when calling the AttachPolicy operation: You don't have permissions to access this resource.

$ aws organizations attach-policy --policy-id p-1a2b3c4d --target-id ou-ab12-11112222
$ aws sts get-caller-identity --query Arn
"arn:aws:sts::111122223333:assumed-role/desk/kim"

identity policy:
{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "organizations:AttachPolicy", "Resource": "*",
  "Condition": { "StringEquals": { "organizations:PolicyType": "TAG_POLICY" } } }] }`
    expect(answerTo(`${paste}\n"Type": "SERVICE_CONTROL_POLICY"`)).toMatchObject({ layer: 'identity' })
  })
})

describe('that no other policy denied', () => {
  const saidOf = (paste: string) =>
    plainText(diagnose(takePaste(EMPTY_DRAFT, paste).draft).explanation?.answer.said ?? [])

  it('is taken from AWS’s message only where that names an Allow that is missing', () => {
    const trust = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"scheduler.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"},"ArnLike":{"aws:SourceArn":"arn:aws:scheduler:eu-west-1:111122223333:schedule/nightly/*"}}}]}`
    const ofService = saidOf(
      `An error occurred (ValidationException) when calling the CreateSchedule operation: The execution role you provide must allow AWS EventBridge Scheduler to assume the role.\nsched.create_schedule(GroupName="nightly", RoleArn=ROLE_ARN)\n\n${trust}`,
    )
    expect(ofService).toMatch(/^AWS names the role trust policy/)
    expect(ofService).not.toContain('no other policy')
  })
})
