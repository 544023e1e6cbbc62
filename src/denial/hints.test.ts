import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

describe('the address of a distribution', () => {
  const callerOf = (text: string) => parseDenials(text)[0]?.inferred.principal
  const address = 'https://d111111abcdef8.cloudfront.net/'

  it('tells who read the bucket where its own answer follows, and nothing of a call that is refused beside it', () => {
    const answer = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'
    expect(callerOf(`$ curl ${address}\n${answer}`)).toBe('cloudfront.amazonaws.com')
    const refused = 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied'
    expect(callerOf(`${refused}\nThe site is ${address}`)).toBeUndefined()
    expect(callerOf(`The site is ${address}\n${refused}`)).toBeUndefined()
  })
})
