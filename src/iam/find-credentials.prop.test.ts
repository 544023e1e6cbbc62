import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCredentials } from './find-credentials'
import { CARRIERS, ENCODINGS, holds, withoutEscapes, secretsOf } from './secret-wrappers'

const secrets = fc.noShrink(fc.noBias(fc.integer())).map(secretsOf)

/** The text with each span taken out. */
function without(whole: string): string {
  let at = 0
  const pieces = findCredentials(whole).map(([start, end]) => {
    const piece = whole.slice(at, start)
    at = end
    return piece
  })
  return [...pieces, whole.slice(at)].join('\n[removed]\n')
}

const RUNS = Number(process.env.LAWS_RUNS ?? 1500)

describe('credentials', () => {
  it(`are found in each of ${Object.keys(CARRIERS).length} forms and ${Object.keys(ENCODINGS).length} encodings`, () => {
    fc.assert(
      fc.property(
        secrets,
        fc.constantFrom(...Object.keys(CARRIERS)),
        fc.constantFrom(...Object.keys(ENCODINGS)),
        (generated, carrier, encoding) => {
          const left = withoutEscapes(without(ENCODINGS[encoding]!(CARRIERS[carrier]!(generated))))
          expect([carrier, encoding, holds(left, generated.key), holds(left, generated.token)]).toEqual([
            carrier,
            encoding,
            null,
            null,
          ])
        },
      ),
      { numRuns: RUNS },
    )
  })

  it.each([
    'arn:aws:s3:::reports/2026/QuarterlyReportOfTheFinanceDepartment.pdf',
    'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_0123456789abcdef',
    'arn:aws:s3:::bucket/aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF3hJ5lM7o',
    'MyCompanyReportsForTheQuarterOfTwentyOne',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'request id 3a1b7c9d-0e2f-4a5b-8c6d-7e8f9a0b1c2d, extended request id dGhpcyBpcyBhIHJlcXVlc3QgaWQgb2YgUzMgYW5kIG5vIHNlY3JldCBhdCBhbGwsIHJlYWxseSE=',
    'the secret access key is missing in the configuration',
    'password reset required',
    '"NextToken": "AAMA-EFRSURBSGhzMDAxMDAxMDAxMDAxMDAxMDAxMDAxMDAxMDAxMDAxMDAx"',
    'Encoded authorization failure message: aB3-_'.padEnd(400, 'xY9-wQ2_'),
    '"kms:EncryptionContext:SecretARN": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf"',
    'secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/token-AbCdEf',
    '"token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main"',
    'Authorization: AWS4-HMAC-SHA256',
  ])('are not seen in %j', (harmless) => {
    expect(findCredentials(harmless)).toEqual([])
  })

  it('are looked for in time that grows with the text', () => {
    const hostile = [
      (n: number) => 'eyJ'.repeat(n),
      (n: number) => 'eyJhbGci.'.repeat(n),
      (n: number) => 'secret '.repeat(n),
      (n: number) => '%25'.repeat(n),
      (n: number) => '\\'.repeat(n * 3),
      (n: number) => 'aB3/'.repeat(n),
      (n: number) => `token=${'aB3/dE5+'.repeat(5)}\n`.repeat(n / 8),
      (n: number) => '-----BEGIN PRIVATE KEY-----'.repeat(n / 8),
      (n: number) => '-----BEGIN '.repeat(n),
    ]
    const size = 20_000
    for (const make of hostile) {
      const time = (n: number) => {
        const text = make(n)
        // Processor time: a busy machine does not lengthen it.
        const begun = process.cpuUsage()
        findCredentials(text)
        return process.cpuUsage(begun).user / 1000
      }
      time(size)
      const [once, eight] = [Math.min(time(size), time(size)), Math.min(time(8 * size), time(8 * size))]
      // Eight times the text in about eight times the time; a square would be sixty-four.
      expect([make(1).slice(0, 30), eight < 30 * Math.max(once, 2)]).toEqual([make(1).slice(0, 30), true])
    }
  })
})
