import { describe, expect, it } from 'vitest'
import { decodeCommand, importCommands, simulateCommand } from './commands'

describe('commands that do what a button does', () => {
  it('print JSON, however the AWS CLI is set', () => {
    const commands = [
      decodeCommand('abc'),
      ...importCommands({ kind: 'user', name: 'alice', arn: 'arn:aws:iam::111122223333:user/alice' }),
      ...importCommands({ kind: 'role', name: 'App', arn: 'arn:aws:iam::111122223333:role/App' }),
      simulateCommand('custom', { ActionNames: ['s3:GetObject'] }),
    ]
    for (const { line } of commands) for (const text of Object.values(line)) expect(text).toMatch(/ --output json$/)
  })

  it('hand JSON over whole: as one argument, or through a file that every PowerShell can write', () => {
    const { line } = simulateCommand('principal', {
      PolicySourceArn: 'arn:aws:iam::111122223333:user/zoë',
      Note: "it's",
    })
    expect(line).toEqual({
      bash: `aws iam simulate-principal-policy --cli-input-json '{"PolicySourceArn":"arn:aws:iam::111122223333:user/zo\\u00eb","Note":"it'\\''s"}' --output json`,
      powershell: `$request = [IO.Path]::GetTempFileName(); [IO.File]::WriteAllText($request, '{"PolicySourceArn":"arn:aws:iam::111122223333:user/zo\\u00eb","Note":"it''s"}'); aws iam simulate-principal-policy --cli-input-json "file://$request" --output json`,
    })
  })
})
