import { expect, it } from 'vitest'
import { diagnose } from './diagnose'
import { draftOfTexts } from './draft-of-texts'
import { answerFixes } from '../explanation/fixes/answer-fixes'

const ERROR =
  'User: arn:aws:iam::111122223333:user/ci is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/* with an explicit deny in an identity-based policy'

/** What is told where a policy of this name denies. */
const told = async (name: string, Action: string) => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action, Resource: '*' }] })
  const { draft } = await draftOfTexts([
    { name: 'error.txt', text: ERROR, layer: null },
    { name, text, layer: 'identity' },
  ])
  const { explanation, judged } = diagnose(draft)
  const answer = explanation!.answer
  return { code: answer.causes[0]?.code, fixes: answerFixes(judged!, answer).length }
}

it('AWS attaches the quarantine where a key has leaked: it is AWS’s policy, and nobody edits it', async () => {
  for (const name of ['AWSCompromisedKeyQuarantineV3', 'AWSCompromisedKeyQuarantineV2 (excerpt)'])
    expect(await told(name, 'ec2:RunInstances')).toEqual({ code: 'key-in-quarantine', fixes: 0 })
})

it('a policy of people’s own is no quarantine, and one that does not deny the action is none of it', async () => {
  const own = await told('quarantine', 'ec2:RunInstances')
  expect(own.code).not.toBe('key-in-quarantine')
  expect(own.fixes).toBeGreaterThan(0)
  expect((await told('AWSCompromisedKeyQuarantineV3', 'iam:CreateUser')).code).not.toBe('key-in-quarantine')
})
