import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { answerFixes } from './answer-fixes'

const opensOf = (action: string, resource: string): string => {
  const error = `User: arn:aws:iam::111122223333:user/dev is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
  const identity = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}]}'
  const { judged, answer } = pastedCase(error, { identity })
  return plainText(answerFixes(judged, answer)[0]?.opens ?? [])
}

it('says of a permission that leads to more what its holder can come to', () => {
  const user = 'arn:aws:iam::111122223333:user/dev'
  expect(opensOf('iam:AttachUserPolicy', user)).toContain('can attach any policy to a user, also to themselves.')
  expect(opensOf('iam:GetUser', user)).toMatch(/^Opens exactly this request [^.]+\.$/)
})
