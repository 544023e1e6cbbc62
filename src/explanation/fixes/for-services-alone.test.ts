import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { answerFixes } from './answer-fixes'

const FUNCTION = 'arn:aws:lambda:eu-central-1:111122223333:function:greet'

const policyFor = (Principal: unknown) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal, Action: 'lambda:InvokeFunction', Resource: FUNCTION },
  })

const REFUSED = `User: arn:aws:iam::444455556666:user/noor is not authorized to perform: lambda:InvokeFunctionUrl on resource: ${FUNCTION} because no resource-based policy allows the lambda:InvokeFunctionUrl action`
const UNNAMED = `$ curl https://q1w2e3r4t5y6u7i8o9p0.lambda-url.eu-central-1.on.aws/\n{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}`

const codesOf = (paste: string, Principal: unknown) => {
  const { judged, answer } = pastedCase(paste, { resource: policyFor(Principal) })
  return answerFixes(judged, answer).flatMap(({ codes }) => codes)
}

describe('a statement that lets in services alone', () => {
  it.each([UNNAMED, REFUSED])('is not extended for a caller that is none', (paste) => {
    expect(codesOf(paste, { Service: 'events.amazonaws.com' })).not.toContain('add-action')
  })

  it('is no reason against one that names the caller', () => {
    expect(codesOf(REFUSED, { AWS: 'arn:aws:iam::444455556666:user/noor' })).toContain('add-action')
  })
})
