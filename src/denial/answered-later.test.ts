import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const REFUSED =
  'An error occurred (AccessDeniedException) when calling the PutItem operation: User: arn:aws:iam::111122223333:user/dana is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/locks because no identity-based policy allows the dynamodb:PutItem action\n'
const answered = (code: string, words: string, operation = 'PutItem') =>
  `An error occurred (${code}) when calling the ${operation} operation: ${words}\n`
const CONFLICT = answered('ConditionalCheckFailedException', 'The conditional request failed')
const firstOf = (text: string) => parseDenials(text)[0]

describe('a call that was refused and later answered otherwise', () => {
  it('is told by what it was answered last: its permissions were enough by then', () => {
    expect(firstOf(`${REFUSED}added it, now:\n${CONFLICT}`)).toMatchObject({
      kind: 'not-authorization',
      operation: 'PutItem',
    })
    expect(parseDenials(`${REFUSED}${CONFLICT}`)).toHaveLength(2)
  })

  it('is refused still where the refusal came last, or was of another call', () => {
    expect(firstOf(CONFLICT + REFUSED)?.kind).toBe('denial')
    expect(firstOf(REFUSED + CONFLICT + REFUSED.replace('locks', 'other'))?.kind).toBe('denial')
    const other = answered('ConditionalCheckFailedException', 'The conditional request failed', 'UpdateItem')
    expect(firstOf(REFUSED + other)?.kind).toBe('denial')
  })

  it('is refused still where the later answer is told of a call that was changed: it says nothing of this one', () => {
    expect(firstOf(`${REFUSED}# without the condition I get: ${CONFLICT}`)?.kind).toBe('denial')
    expect(firstOf(`${REFUSED}# when I shorten the key: ${CONFLICT}`)?.kind).toBe('denial')
    expect(firstOf(`${REFUSED}# the same command, today: ${CONFLICT}`)?.kind).toBe('not-authorization')
  })

  it('is refused still where the later answer came before permissions are looked at', () => {
    expect(firstOf(REFUSED + answered('ThrottlingException', 'Rate exceeded'))?.kind).toBe('denial')
  })
})
