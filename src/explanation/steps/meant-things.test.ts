import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { answerFixes } from '../fixes/answer-fixes'
import { answerInstructions } from '../fixes/instructions'

const told = (action: string, resource: string, allowed: string, text = '') => {
  const error = `${text}An error occurred (AccessDenied) when calling the X operation: User: arn:aws:sts::111122223333:assumed-role/dev/kim is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
  const identity = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: allowed }],
  })
  const { judged, answer } = pastedCase(error, { identity })
  const instructions = answerInstructions(judged, answer)
  return {
    says: instructions.map(({ sentence }) => plainText(sentence)),
    commands: instructions.flatMap(({ commands }) => commands.map(({ bash }) => bash)),
    unmet: answerFixes(judged, answer).flatMap(({ failed = [] }) => failed.map(({ standard }) => standard)),
  }
}

describe('what an Allow covers in another Region', () => {
  const table = (region: string) => `arn:aws:dynamodb:${region}:111122223333:table/orders`

  it('is called there, with the command put right, before the other Region is opened', () => {
    const { says, commands, unmet } = told(
      'dynamodb:Scan',
      table('eu-west-2'),
      table('eu-west-1'),
      '$ aws dynamodb scan --table-name orders --region eu-west-2\n',
    )
    expect(says[0]).toMatch(/^Call in eu-west-1, where the policy allows it, not in eu-west-2:/)
    expect(commands).toEqual(['aws dynamodb scan --table-name orders --region eu-west-1'])
    expect(unmet).toContain('keeps guards')
  })

  it('is no matter of the call where the account differs too, or a model is reached in several Regions', () => {
    const other = 'arn:aws:dynamodb:eu-west-1:444455556666:table/orders'
    expect(told('dynamodb:Scan', table('eu-west-2'), other).says).toEqual([])
    const model = (region: string) => `arn:aws:bedrock:${region}::foundation-model/anthropic.claude-sonnet-4-6`
    expect(told('bedrock:InvokeModel', model('ap-northeast-3'), model('ap-northeast-1')).says).toEqual([])
  })
})

describe('what an Allow covers and the text names besides', () => {
  const zone = (id: string) => `arn:aws:route53:::hostedzone/${id}`
  const change = 'route53:ChangeResourceRecordSets'

  it('is named in the settings of a tool that took another', () => {
    expect(told(change, zone('Z0PUBLIC1'), zone('Z0PRIVATE2'), 'we want the zone Z0PRIVATE2 only\n').says).toEqual([
      'The policy allows Z0PRIVATE2, which your text names too. If that is the one, name it in the tool’s settings in place of Z0PUBLIC1, and leave the policy as it is.',
    ])
  })

  it('is not known to be meant where the text does not name it, or names a table beside another', () => {
    expect(told(change, zone('Z0PUBLIC1'), zone('Z0PRIVATE2')).says).toEqual([])
    const table = (name: string) => `arn:aws:dynamodb:eu-west-1:111122223333:table/${name}`
    expect(
      told('dynamodb:Query', table('users-archive'), table('users'), 'tables users, users-archive\n').says,
    ).toEqual([])
  })

  it('is a role that is there, where the one that is handed over is not', () => {
    const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`
    const both = 'our node role is teal-node\n'
    const missing = 'The role with name node-teal cannot be found.\n'
    expect(told('iam:PassRole', role('node-teal'), role('teal-node'), both + missing).says[0]).toMatch(/teal-node/)
    expect(told('iam:PassRole', role('node-teal'), role('teal-node'), both).says).toEqual([])
  })

  it('is one of the roles that may be passed, in place of an administrator’s', () => {
    const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`
    expect(told('iam:PassRole', role('Admin'), role('app-*')).says).toEqual([
      'Hand over a role that the policy lets you pass, app-*, in place of Admin.',
    ])
    expect(told('iam:PassRole', role('lambda-exec'), role('lambda-exec-*')).says).toEqual([])
  })
})
