import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { diagnose } from './diagnose'
import { EMPTY_DRAFT } from '../draft/draft'
import { takePaste } from '../draft/paste/take-paste'
import { answerFixes } from '../explanation/fixes/answer-fixes'

const IMAGE = 'arn:aws:ec2:eu-west-1::image/ami-0c55b159cbfafe1f0'
const error = (resource: string) =>
  `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/ann is not authorized to perform: ec2:RunInstances on resource: ${resource} because no identity-based policy allows the ec2:RunInstances action`
const COMMAND =
  '$ aws ec2 run-instances --image-id ami-0c55b159cbfafe1f0 --instance-type t3.micro --subnet-id subnet-0a1b2c3d --region eu-west-1'

const fixesFor = (paste: string, condition: object) => {
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*', Condition: condition }],
  }
  const { draft } = takePaste(takePaste(EMPTY_DRAFT, paste).draft, JSON.stringify(policy, null, 2))
  const { judged, explanation } = diagnose(draft, { reference: BUILT_REFERENCE })
  return judged && explanation ? answerFixes(judged, explanation.answer) : []
}

describe('a test of a key that instances alone have', () => {
  const TYPE = { StringEquals: { 'ec2:InstanceType': 't3.micro' } }

  it('stays where it is: the image, and what else the call uses, get a statement without it', () => {
    const [whole, single] = fixesFor(`${COMMAND}\n\n${error(IMAGE)}`, TYPE)
    expect(single?.statement).toMatchObject({ Action: 'ec2:RunInstances', Resource: IMAGE })
    expect(single?.statement).not.toHaveProperty('Condition')
    expect(whole?.statement?.Resource).toEqual(
      expect.arrayContaining([IMAGE, 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1b2c3d']),
    )
    expect(JSON.stringify(whole?.statement)).not.toContain(':instance/')
    expect(whole?.changes[0]?.after).toContain('"ec2:InstanceType"')
  })

  it('is kept for an instance', () => {
    const fixes = fixesFor(`${error('arn:aws:ec2:eu-west-1:111122223333:instance/*')}`, TYPE)
    for (const { statement } of fixes.filter(({ statement: one }) => one !== null))
      expect(JSON.stringify(statement)).toContain('ec2:InstanceType')
  })
})

describe('a creation of which AWS names no resource', () => {
  const refused = (action: string) =>
    `Error: UnauthorizedOperation: You are not authorized to perform this operation. User: arn:aws:iam::111122223333:user/ann is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`
  const answered = (paste: string, condition: object) => {
    const statement = {
      Effect: 'Allow',
      Action: ['ec2:CreateVolume', 'ec2:DeleteVolume'],
      Resource: '*',
      Condition: condition,
    }
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
    const { draft } = takePaste(takePaste(EMPTY_DRAFT, paste).draft, policy)
    const { explanation } = diagnose(draft, { reference: BUILT_REFERENCE })
    return explanation?.answer
  }

  it('has no tag to test yet: that is the cause for certain', () => {
    const answer = answered(refused('ec2:CreateVolume'), { StringEquals: { 'aws:ResourceTag/team': 'blue' } })
    expect(answer).toMatchObject({ basis: 'proven', layer: 'identity' })
    expect(answer?.causes[0]?.code).toBe('tag-of-resource-that-is-being-made')
  })

  it('and what is there has its tags: those may lack the value', () => {
    const answer = answered(refused('ec2:DeleteVolume'), { StringEquals: { 'aws:ResourceTag/team': 'blue' } })
    expect(answer?.basis).not.toBe('proven')
    expect(answer?.causes[0]?.code).toBe('allow-unmet')
  })
})
