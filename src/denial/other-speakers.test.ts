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

  it('take an action of a service that AWS doesn’t have for a program’s, unless AWS is named near it', () => {
    const sentence = 'User mara@heron.example is not authorized to perform bills:Void on bill/9'
    expect(told(sentence)).toEqual([['not-authorization', 'program-scope']])
    expect(told(`${sentence} (Service: Bills, Status Code: 403)`)[0]?.[0]).not.toBe('not-authorization')
    expect(told('User mara is not authorized to perform s3:GetObject')[0]?.[0]).not.toBe('not-authorization')
  })

  it('let AWS speak behind another that refused something else nearby', () => {
    const aws = 'An error occurred (AccessDenied) when calling the PutObject operation: Access Denied'
    for (const other of [
      'mara is not in the sudoers file.',
      "mkdir: cannot create directory '/data': Permission denied",
      '203.0.113.9 - - [02/Mar/2026:08:00:00 +0000] "GET / HTTP/1.1" 403 12 "-" "curl"',
      'admission webhook "rules.heron.example" denied the request: no label',
    ])
      expect(told(`${other}\n$ aws s3 cp a s3://heron-data/a\n${aws}`)[0]?.[0], other).toBe('denial-no-detail')
    const xml = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>K1</RequestId></Error>'
    expect(told(`HTTP/1.1 403 Forbidden\nServer: nginx\n\n${xml}`)[0]?.[0]).toBe('denial-no-detail')
  })

  it('read nothing off what a stand-in answers, off a query, or off what a release changed', () => {
    const sentence = 'User: arn:aws:iam::111122223333:user/mara is not authorized to perform: iam:ListRoles'
    const stub = `stub.add_client_error(\n  "list_roles",\n  service_error_code="AccessDenied",\n  service_message="${sentence}",\n)`
    expect(parseDenials(stub)).toEqual([])
    expect(told(`${stub}\n1 failed\n${sentence}`)[0]?.[0]).toBe('denial')
    expect(parseDenials('fields @message\n| filter errorCode = "AccessDenied"\n| limit 5')).toEqual([])
    const record = '{"eventSource":"s3.amazonaws.com","eventName":"PutObject","errorCode":"AccessDenied"}'
    expect(parseDenials(`filter errorCode = "AccessDenied"\n${record}`)).not.toEqual([])
    const notes =
      "## 2.4.1 (May 2, 2025)\n\nBUG FIXES:\n\n* Don't fail with `AccessDeniedException` on tags\n* Keep the order\n"
    expect(parseDenials(notes)).toEqual([])
    expect(parseDenials('botocore: AccessDeniedException: cannot read tags')).not.toEqual([])
  })
})
