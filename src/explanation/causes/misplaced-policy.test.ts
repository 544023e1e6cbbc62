import { describe, expect, it } from 'vitest'
import { explainRemedies } from '../fixes/remedies'
import { plainText } from '../../text/phrase'
import { pastedCase } from '../../testing/pasted-case'

const CALLER = 'arn:aws:iam::111122223333:user/jo'
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001'
const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:news'

const policy = (action: string, resource: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: action, Resource: resource }],
  })

const fixesOf = (resource: string, ending: string) => {
  const paste = `An error occurred (KMSAccessDenied) when calling the Publish operation: User: ${CALLER} is not authorized to perform: kms:GenerateDataKey on resource: ${KEY}${ending}`
  const { judged, answer } = pastedCase(paste, { resource })
  return explainRemedies({ judged, answer, together: null }).fixes
}

describe('the policy of a topic that was put where that of its key belongs', () => {
  it.each([
    ['AWS names the layer', ' because no resource-based policy allows the kms:GenerateDataKey action'],
    ['AWS says no more than that it denied', ''],
  ])('does not get the statement for the key where %s', (_, ending) => {
    const fixes = fixesOf(policy('sns:Publish', TOPIC), ending)
    expect(fixes.length).toBeGreaterThan(0)
    const texts = fixes.flatMap(({ changes }) => changes.map(({ after }) => after))
    for (const text of texts) expect(text).not.toContain('sns:Publish')
    expect(texts.some((text) => text.includes('kms:GenerateDataKey'))).toBe(true)
  })

  it('proves nothing of the key, which AWS’s word is left to tell', () => {
    const paste = `An error occurred (KMSAccessDenied) when calling the Publish operation: User: ${CALLER} is not authorized to perform: kms:GenerateDataKey on resource: ${KEY} because no resource-based policy allows the kms:GenerateDataKey action`
    const of = (resource: string) => pastedCase(paste, { resource }).answer
    expect(of(policy('sns:Publish', TOPIC))).toMatchObject({ basis: 'claimed', layer: 'resource' })
    expect(plainText(of(policy('sns:Publish', TOPIC)).said)).toContain('belongs to another service')
    expect(of(policy('kms:Encrypt', '*'))).toMatchObject({ basis: 'proven', layer: 'resource' })
  })

  it('while a key policy does', () => {
    const fixes = fixesOf(policy('kms:Encrypt', '*'), '')
    expect(
      fixes.flatMap(({ changes }) => changes.map(({ after }) => after)).some((text) => text.includes('kms:Encrypt')),
    ).toBe(true)
  })
})
