import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { answerFixes } from '../fixes/answer-fixes'
import { answerInstructions } from '../fixes/instructions'

const told = (action: string, resource: string, allowed: string, before = '') => {
  const error = `${before}User: arn:aws:sts::111122223333:assumed-role/dev/kim is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
  const identity = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: allowed }],
  })
  const { judged, answer } = pastedCase(error, { identity })
  return {
    says: answerInstructions(judged, answer).map(({ sentence }) => plainText(sentence)),
    commands: answerInstructions(judged, answer).flatMap(({ commands }) => commands.map(({ bash }) => bash)),
    unmet: answerFixes(judged, answer).flatMap(({ failed = [] }) => failed.map(({ standard }) => standard)),
  }
}

const IAM = 'arn:aws:iam::111122223333:'

describe('what a call names that a statement misses by the name alone', () => {
  it('gets the path that the statement allows, before the statement is widened', () => {
    const role = told('iam:CreateRole', `${IAM}role/ci`, `${IAM}role/team/*`)
    expect(role.says).toEqual(['Set Path to /team/ in the call: the statement allows it there.'])
    expect(role.commands).toEqual(['--path /team/'])
    expect(role.unmet).toContain('keeps guards')
  })

  it('gets the workgroup that the statement allows', () => {
    const groups = 'arn:aws:athena:eu-west-1:111122223333:workgroup/'
    expect(told('athena:StartQueryExecution', `${groups}primary`, `${groups}analysts`).commands).toEqual([
      '--work-group analysts',
    ])
  })

  it('gets the name that the statement prescribes', () => {
    const functions = 'arn:aws:lambda:eu-west-1:111122223333:function:'
    expect(told('lambda:CreateFunction', `${functions}thumbs`, `${functions}team-*`).says).toEqual([
      'Name it as the statement prescribes: team-*, not thumbs.',
    ])
  })

  it('gets the path that it left out, where the text names the thing with it', () => {
    const all = 'arn:aws:ecr:eu-west-1:111122223333:repository/'
    const ask = (before: string) => told('ecr:PutImage', `${all}web`, `${all}mirror/*`, before)
    const named = ask('the repository mirror/web is there\n')
    expect(named.says).toEqual(['Name mirror/web in the call, not web: the statement allows it there.'])
    expect(named.unmet).toContain('keeps guards')
    for (const other of ['', 'the repository mirror/webs is there\n', 'the repository my-mirror/web is there\n'])
      expect(ask(other).says).toEqual([])
    const bucket = 'arn:aws:s3:::shop/'
    expect(told('s3:PutObject', `${bucket}a.txt`, `${bucket}in/*`, 'cp s3://shop/in/a.txt\n').says).toEqual([])
  })

  it('stays as it is where the thing is there, is of another kind or account, or the statement names one thing', () => {
    const functions = 'arn:aws:lambda:eu-west-1:111122223333:function:'
    expect(told('lambda:InvokeFunction', `${functions}thumbs`, `${functions}team-*`).says).toEqual([])
    expect(told('lambda:CreateFunction', `${functions}thumbs`, `${functions}other`).says).toEqual([])
    const other = 'arn:aws:lambda:eu-west-1:444455556666:function:team-*'
    expect(told('lambda:CreateFunction', `${functions}thumbs`, other).says).toEqual([])
    expect(told('iam:CreateRole', `${IAM}role/ci`, `${IAM}user/team/*`).says).toEqual([])
  })
})
