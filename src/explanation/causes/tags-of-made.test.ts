import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web'

const refused = (resource: string) =>
  `User: arn:aws:sts::111122223333:assumed-role/ingress/one is not authorized to perform: elasticloadbalancing:AddTags on resource: ${resource} because no identity-based policy allows the elasticloadbalancing:AddTags action`

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Action: 'elasticloadbalancing:AddTags',
    Resource: '*',
    Condition: { Null: { 'aws:RequestTag/team': 'true', 'aws:ResourceTag/team': 'false' } },
  },
})

const told = (resource: string) => {
  const { answer } = pastedCase(refused(resource), { identity: POLICY })
  const cause = answer.causes.find(({ code }) => code === 'allow-unmet')
  return { remedy: plainText(cause?.remedy ?? []), check: cause?.check?.command?.bash ?? '' }
}

describe('a test of the tag of the resource', () => {
  it('is not met by tagging what is only being made, and its event has the name of the call that makes it', () => {
    const { remedy, check } = told(`${GROUP}/*`)
    expect(remedy).not.toContain('Tag the resource')
    expect(remedy).toContain('tests aws:RequestTag/team instead of aws:ResourceTag/team')
    expect(check).not.toContain('AttributeValue=AddTags')
  })

  it('is met by tagging what is there', () => {
    const { remedy, check } = told(`${GROUP}/0123456789abcdef`)
    expect(remedy).toContain('Tag the resource')
    expect(check).not.toContain('contains(CloudTrailEvent')
  })
})
