import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { diagnoseTexts } from './diagnose-texts'

const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement })

const refused = (action: string, resource: string) =>
  `User: arn:aws:sts::111122223333:assumed-role/tides/one is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`

describe('a test of a tag that no such call sends', () => {
  const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:sea/salt-a1B2c3'
  const answered = async (action: string, resource: string, identity: string) =>
    (
      await diagnoseTexts(
        [
          { name: 'error', text: refused(action, resource), layer: null },
          { name: 'role', text: identity, layer: 'identity' },
        ],
        BUILT_REFERENCE,
      )
    ).document
  const under = (Action: string, Condition: object) =>
    policy({ Effect: 'Allow', Action, Resource: '*', Condition: { StringEquals: Condition } })

  it('of what is there is meant as a test of the tag that it has', async () => {
    const { causes, fixes } = await answered(
      'secretsmanager:GetSecretValue',
      SECRET,
      under('secretsmanager:*', { 'aws:RequestTag/team': 'sea' }),
    )
    expect(causes[0]?.remedy).toContain('aws:ResourceTag/team instead of aws:RequestTag/team')
    expect(fixes[0]?.changes[0]?.diff).toContain('aws:ResourceTag/team')
  })

  it('beside what a launch makes, it is no test of the tag of what is there', async () => {
    const { causes, fixes } = await answered(
      'ec2:RunInstances',
      'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1b2c3d',
      under('ec2:RunInstances', { 'aws:RequestTag/team': 'sea' }),
    )
    expect(JSON.stringify([causes[0], fixes])).not.toContain('aws:ResourceTag/team')
  })

  it('of a document of AWS, which has no tags, is left out for it, and kept for the rest', async () => {
    const document = 'arn:aws:ssm:eu-west-1::document/AWS-StartSSHSession'
    const { causes, fixes } = await answered(
      'ssm:StartSession',
      document,
      policy({
        Effect: 'Allow',
        Action: 'ssm:StartSession',
        Resource: ['arn:aws:ec2:*:*:instance/*', 'arn:aws:ssm:*:*:document/AWS-StartSSHSession'],
        Condition: { StringLike: { 'ssm:resourceTag/Name': 'sea*' } },
      }),
    )
    expect(causes[0]?.remedy).toContain('without ssm:resourceTag/Name')
    expect(fixes[0]?.changes[0]?.diff).toContain(`+      "Resource": "${document}"`)
    expect(fixes[0]?.changes[0]?.diff).not.toMatch(/^-/m)
  })
})
