import { expect, it } from 'vitest'
import { wordsOfCommand } from './command-text'

it.each([
  ['aws iam get-role --role-name {role}', ['aws', 'iam', 'get-role', '--role-name', '{role}']],
  ['x --arn <ARN of the role>', ['x', '--arn', '<ARN of the role>']],
  ['x --set Id=<vpce-svc id>,Of={a}', ['x', '--set', 'Id=<vpce-svc id>,Of={a}']],
  ['x --query "A[?ends_with(B, \'c\')].[B,C]" --y', ['x', '--query', "A[?ends_with(B, 'c')].[B,C]", '--y']],
  ['x --resource {"Database":{"Name":"<database>"}}', ['x', '--resource', '{"Database":{"Name":"<database>"}}']],
  ['', []],
])('parts the words of %s', (command, words) => {
  expect(wordsOfCommand(command)).toEqual(words)
})
