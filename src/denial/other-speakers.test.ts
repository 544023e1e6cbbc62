import { describe, expect, it } from 'vitest'
import { isOfOtherProgram } from './other-speakers'
import { parseDenials } from './parse-denials'

const told = (text: string) => parseDenials(text).map(({ kind, situation }) => [kind, situation])

describe('texts that are not from AWS', () => {
  it('tell an action of another program by its prefix and its lower case', () => {
    expect(['orders:write', 'ledger:post', 'mutation:deleteBill'].every(isOfOtherProgram)).toBe(true)
    expect(['rds-db:connect', 's3:getobject', 'cloudsearch:search', 'newservice:GetBill'].some(isOfOtherProgram)).toBe(
      false,
    )
    expect(told('user 7 is not authorized to perform bills:void on resource bill/9')).toEqual([
      ['not-authorization', 'program-scope'],
    ])
  })

  it('leave an action of any form to the caller that AWS names', () => {
    const [denial] = parseDenials(
      'User: arn:aws:iam::111122223333:user/jo is not authorized to perform: bills:void on resource: *',
    )
    expect(denial).toMatchObject({ kind: 'denial', action: 'bills:void' })
  })

  it('take a code for that of the server that answered', () => {
    const answer = (endpoint: string) =>
      `An error occurred (AccountProblem) when calling the ListBuckets operation: Trial over\n(aws --endpoint-url=${endpoint} s3 ls)`
    expect(told(answer('https://s3.us-west-004.backblazeb2.com'))).toEqual([
      ['not-authorization', 'other-object-store'],
    ])
    expect(told(answer('https://s3.eu-west-1.amazonaws.com'))[0]?.[1]).not.toBe('other-object-store')
  })

  it('let the frame of an AWS client stand beside the trace of a web framework', () => {
    const trace = '\n\tat org.springframework.security.web.access.intercept.AuthorizationFilter.doFilter(A.java:9)'
    expect(told(`org.springframework.security.access.AccessDeniedException: Access Denied${trace}`)).toEqual([
      ['not-authorization', 'program-authorization'],
    ])
    const ofSdk =
      'com.amazonaws.services.s3.model.AmazonS3Exception: Access Denied (Service: Amazon S3; Status Code: 403; Error Code: AccessDenied; Request ID: K1)'
    expect(told(ofSdk + trace)[0]?.[0]).toBe('denial-no-detail')
  })

  it('read nothing off a test that passed, and all off one that failed', () => {
    const run = (result: string, summary: string) =>
      `fake := &store{err: &smithy.GenericAPIError{Code: "AccessDenied", Message: "Access Denied"}}\n--- ${result}: TestStops (0.01s)\n${summary}`
    expect(parseDenials(run('PASS', 'ok  \tmill.example/copy\t0.2s'))).toEqual([])
    expect(parseDenials(run('FAIL', 'FAIL\tmill.example/copy\t0.2s'))).not.toEqual([])
    const later =
      'Tests:  4 passed, 4 total\nAn error occurred (AccessDenied) when calling the PutObject operation: Access Denied'
    expect(told(later)[0]?.[0]).toBe('denial-no-detail')
  })
})
