import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { takePaste } from '../draft/paste/take-paste'
import { plainText } from '../text/phrase'
import { diagnose } from './diagnose'

const answerTo = (paste: string) => {
  const { explanation, built } = diagnose(takePaste(EMPTY_DRAFT, paste).draft)
  const answer = explanation?.answer
  return {
    basis: answer?.basis,
    fact: plainText(answer?.fact?.sentence ?? []),
    remedy: plainText(answer?.causes[0]?.remedy ?? []),
    notes: (answer?.notes ?? []).map(plainText).join('\n'),
    context: built?.accessCase.request.context ?? {},
  }
}

const share = (condition: string, asked: string, how = 'because no identity-based policy allows') => `
User: arn:aws:sts::111122223333:assumed-role/net/one is not authorized to perform: ram:CreateResourceShare on resource: * ${how}${how.startsWith('because') ? ' the ram:CreateResourceShare action' : ''}

resource "aws_ram_resource_share" "tgw" {
  ${asked}
}

{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "ram:CreateResourceShare", "Resource": "*",
  "Condition": { ${condition} } }] }`

const IN_ORGANIZATION = '"Bool": { "ram:RequestedAllowsExternalPrincipals": "false" }'

describe('a value that the text shows beside its policies', () => {
  it('is put beside the test, and the call is told to change', () => {
    const told = answerTo(share(IN_ORGANIZATION, 'allow_external_principals = true'))
    expect(told.fact).toContain('and here it is true')
    expect(told.remedy).toContain('Set allow_external_principals to false in the call.')
    expect(told.notes).toContain('you pasted allow_external_principals = true')
  })

  it('is no proof: AWS says the same, or it is likely', () => {
    expect(answerTo(share(IN_ORGANIZATION, 'allow_external_principals = true')).basis).toBe('claimed')
    const bare = share(IN_ORGANIZATION, 'allow_external_principals = true', '')
    expect(answerTo(bare).basis).toBe('likely')
  })

  it('is left out where the policies would let the request through with it', () => {
    const told = answerTo(share(IN_ORGANIZATION, 'allow_external_principals = false'))
    expect(told.context).not.toHaveProperty('ram:RequestedAllowsExternalPrincipals')
    expect(told.notes).not.toContain('you pasted')
  })

  it('tells a pattern under an operator that reads none', () => {
    const told = answerTo(
      share('"StringEquals": { "ram:ResourceShareName": "net-*" }', 'resource_share_name = "net-prod"'),
    )
    expect(told.remedy).toBe('Test ram:ResourceShareName with StringLike: under StringEquals a * is a plain character.')
  })

  it('tells the end of a statement whose time is over', () => {
    const told = answerTo(
      `2026-11-03T08:12:45Z ERROR ${share('"DateLessThan": { "aws:CurrentTime": "2026-10-31T00:00:00Z" }', 'a = 1').trim()}`,
    )
    expect(told.remedy).toContain('The statement ended on 2026-10-31T00:00:00Z')
  })
})
