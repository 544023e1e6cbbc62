import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growthOf } from '../testing/growth'
import { findCredentials } from './find-credentials'
import { anyCarried } from '../testing/arbitrary-carried'
import { CARRIERS, ENCODINGS, holds, withoutEscapes, secretsOf } from '../testing/secret-wrappers'

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

const RUNS = Number(process.env.LAWS_RUNS ?? 800)

describe('credentials', () => {
  it(`are found in each of ${Object.keys(CARRIERS).length} forms and ${Object.keys(ENCODINGS).length} encodings`, () => {
    fc.assert(
      fc.property(anyCarried, ({ seed, carrier, encoding }) => {
        const generated = secretsOf(seed)
        const left = withoutEscapes(without(ENCODINGS[encoding]!(CARRIERS[carrier]!(generated))))
        expect([carrier, encoding, holds(left, generated.key), holds(left, generated.token)]).toEqual([
          carrier,
          encoding,
          null,
          null,
        ])
      }),
      { numRuns: RUNS },
    )
  })

  const { key, token } = secretsOf(7)
  const word = token.replace(/[^a-z\d]/gi, '7')
  it.each([
    ['a file of credentials in base64', btoa(`[dev]\naws_secret_access_key = ${key}\n`), btoa(key).slice(4, -4)],
    ['a link to sign in', `https://signin.aws.amazon.com/federation?Action=login&SigninToken=${word}`, word],
    ['an assertion', `--saml-assertion ${btoa(`<saml2p:Response ID="${word}">`)}`, btoa(word).slice(4, -4)],
    ['a data key', `{"Plaintext": "${token.slice(0, 44)}"}`, token.slice(0, 44)],
    ['a token of GitHub by its name', `GITHUB_TOKEN=ghp_${word.slice(0, 36)}`, word.slice(0, 36)],
    ['a token of GitHub in an address', `https://ghp_${word.slice(0, 36)}@github.com/a/b`, word.slice(0, 36)],
    ['a token of a chat', `xoxb-123456789012-${word.slice(0, 24)}`, word.slice(0, 24)],
    ['a token of a package registry', `//registry.example.com/:_authToken=${word}`, word],
    ['a password in an address', `postgres://user:${word.slice(0, 20)}@db.example.com/x`, word.slice(0, 20)],
    ['one in an address in a URL', `?url=postgres%3A%2F%2Fu%3A${word.slice(0, 20)}%40db`, word.slice(0, 20)],
    // A hash that looks like a word here and there is one by its length and its padding.
    [
      'an older presigned URL',
      'https://b.s3.amazonaws.com/k?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=jyOanvxBdklrFDmtbdooke6KfqB%3D&Expires=1',
      'jyOanvxBdklrFDmtbdooke6KfqB',
    ],
    ['a private key in a URL', `-----BEGIN%20OPENSSH%20PRIVATE%20KEY-----%0A${word}%0A-----END`, word],
    ['a private key of PGP', `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${word}\n=abcd\n-----END`, word],
    ['a private key of PuTTY', `Private-Lines: 2\n${word.slice(0, 64)}\n${word.slice(64)}\nPrivate-MAC: x`, word],
    [
      'a wrapped token that is cut off',
      `aws_session_token = ${token.slice(0, 76)}\n${token.slice(76, 152)}\nwOegLoGG`,
      'wOegLoGG',
    ],
    [
      'the hash that a client proves itself with',
      `USERNAME=anna,SECRET_HASH=${token.slice(20, 63)}=`,
      token.slice(20, 63),
    ],
    ['a parameter', `{"Name": "/db", "Type": "SecureString", "Value": "Rain7Spoke!Owl"}`, 'Rain7Spoke!Owl'],
    ['a parameter of two words', `"Type": "SecureString", "Value": "rain spoke owl", "Version": 3`, 'rain spoke owl'],
    ['a parameter with its value first', `{"Value": "Rain7Spoke!Owl", "Type": "SecureString"}`, 'Rain7Spoke!Owl'],
    [
      'a parameter in JSON in JSON',
      String.raw`{\"Type\": \"SecureString\", \"Value\": \"Rain7Spoke!Owl\"}`,
      'Rain7Spoke!Owl',
    ],
    ['a parameter as YAML', 'Parameter:\n  Type: SecureString\n  Value: Rain7Spoke!Owl\n', 'Rain7Spoke!Owl'],
    ['a parameter in a table', '|  Type   | SecureString   |\n|  Value  |  Rain7Spoke!Owl |', 'Rain7Spoke!Owl'],
    [
      'a parameter as text',
      'PARAMETER\tarn:aws:ssm:::p\ttext\t1.7\t/db\tSecureString\tRain7Spoke!Owl\t3',
      'Rain7Spoke!Owl',
    ],
    [
      'what a mail server is told',
      `AUTH PLAIN ${btoa(`\0anna\0${word.slice(0, 44)}`)}`,
      btoa(word.slice(0, 44)).slice(8, 40),
    ],
    ['what a mail server asks for', `334 UGFzc3dvcmQ6\n${btoa(word.slice(0, 44))}`, btoa(word.slice(0, 44))],
    ['a secret of letters alone', 'WEBHOOK_SECRET=KqXyTbVzWmNrPlDs', 'KqXyTbVzWmNrPlDs'],
    ['a short secret', 'WEBHOOK_SECRET=KqXy7bVz', 'KqXy7bVz'],
    ['a line for chpasswd', 'echo "ubuntu:Rain-Spoke-5016" | sudo chpasswd', 'Rain-Spoke-5016'],
    [
      'a password by its short name',
      String.raw`"SecretString": "{\"host\":\"h\",\"pass\":\"Rain-Spoke-9433\"}"`,
      'Rain-Spoke-9433',
    ],
    ['a password as people say it', 'user: bob / pw: Rain-Spoke-5533', 'Rain-Spoke-5533'],
    ['the key of a network', 'network={\n  ssid="office"\n  psk="Rain-Spoke-8050"\n}', 'Rain-Spoke-8050'],
    [
      'what a database is connected with',
      `new Sequelize('orders', 'app', 'Rain-Spoke-8968', { host: 'h' })`,
      'Rain-Spoke-8968',
    ],
    [
      'a token of two parts',
      `"accessToken": "aoaAAAAAGZ${word.slice(0, 60)}:${token.slice(20, 90)}"`,
      token.slice(20, 90),
    ],
    [
      'the manifest of a Secret, whatever its values are called',
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  config.ini: Rain-Spoke-4246\n',
      'Rain-Spoke-4246',
    ],
    [
      'a block in such a manifest',
      'kind: Secret\ndata:\n  app.env: |\n    mode=Rain-Spoke-4246\ntype: Opaque',
      'Rain-Spoke-4246',
    ],
    [
      'such a manifest in JSON',
      '{"kind": "Secret", "data": {"a.txt": "cmFpbi1zcG9rZS00MjQ2"}}',
      'cmFpbi1zcG9rZS00MjQ2',
    ],
    ['a token behind a signed one', `a=eyJhbGciOiJIUzI1NiJ9.${word}.${word}&refreshToken=${word}`, word],
  ])('are found in %s', (_, text, secret) => {
    expect(holds(without(text), secret)).toBeNull()
  })

  it.each([
    '"StartingToken": "AAMA-EFRSURBSGhzMDAxMDAxMDAxMDAxMDAxMDAxMDAxMDAx"',
    'clientRequestToken=3a1b7c9d-0e2f-4a5b-8c6d-7e8f9a0b1c2d',
    'https://user:${PASSWORD}@host.example.com/, https://user:<password>@host.example.com/',
    'https://bucket.s3.amazonaws.com:443/key@2026',
    btoa('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}'),
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
    '{"Authorization": "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-1/s3/aws4_request"}',
    'mysql -h db.example.com -P 3306 -u root app',
    'docker login -u AWS -p $(aws ecr get-login-password)',
    'aws ssm put-parameter --type SecureString --name /db/key --value file://key.txt',
    '"type": "SecureString", "value": "HIDDEN_DUE_TO_SECURITY_REASONS"',
    'type = "SecureString"\n  value = random_password.db.result',
    '{"Name": "/stage", "Type": "String", "Value": "production-eu-west-1"}',
    '250-AUTH PLAIN LOGIN XOAUTH2',
    '--- PASS: TestReadsNothing2 (0.00s)',
    'all checks pass: 12 of 12',
    'chpasswd: (user root) pam_chauthtok() failed',
    'sqlplus / as sysdba',
    'resource "aws_s3_object" "a" {\n  data = {\n    "app.conf" = "production-eu-west-1"\n  }\n}',
    'new Sequelize(process.env.DATABASE_URL, { dialect: "postgres" })',
    'kind: ConfigMap\nmetadata:\n  name: db\ndata:\n  stage: production-eu-west-1\n',
    'kind: SecretStore\nmetadata:\n  name: db\ndata:\n  stage: production-eu-west-1\n',
    'kind: Secret\nmetadata:\n  name: db\n  namespace: orders\ntype: Opaque\n',
    'aws secretsmanager describe-secret KmsKeyId',
    '<AWSAccessKeyId>AKIAIOSFODNN7EXAMPLE</AWSAccessKeyId>',
    '<AWSAccessKeyId>AKIAIOSFODNN7EXAMPLE</AWSAccessKeyId',
    'USERNAME=anna,SECRET_HASH=<secret hash>',
    '[{"name": "STAGE", "value": "production-eu-west-1-blue"}]',
    'set-cookie: theme=dark; Path=/; Domain=console.example.com; Expires=Wed-01-Jan-2026',
    'main.tf:12:5:error: not allowed',
    '"Password": "${DB_PASSWORD}", "SecretKey": "<your secret key here>"',
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
      (n: number) => 'Private-Lines: 1 '.repeat(n / 8),
      (n: number) => `token=${'aB3/dE5+aB3/dE5+&'.repeat(n / 8)}`,
      (n: number) => `${btoa('It denies no request at all, said the policy. ').repeat(2)}\n`.repeat(n / 64),
      (n: number) => btoa('aws_secret_access_key '.repeat(n / 16)),
      (n: number) => '://a:b'.repeat(n / 4),
      (n: number) => '\u200b\u001b[0m'.repeat(n / 8),
      (n: number) => '\\u001b'.repeat(n / 2),
      (n: number) => '-----END PRIVATE '.repeat(n / 8),
      (n: number) => `${'aB3/'.repeat(16)}\n`.repeat(n / 64) + '-----END PRIVATE KEY-----',
      (n: number) => `${'aB3/'.repeat(16)}\n-----END PRIVATE KEY-----`.repeat(n / 80),
      (n: number) => `token=${'aB3/dE5+aB3/dE5+...'.repeat(n / 16)}`,
      (n: number) => `token=${'aB3/dE5+aB3/dE5+ |\n| '.repeat(n / 16)}`,
      (n: number) => 'a\0'.repeat(n),
      (n: number) => 'SecureString Value: "a b'.repeat(n / 8),
      (n: number) => 'kind: Secret\n'.repeat(n / 8),
      (n: number) => `kind: Secret\ndata:\n${'  a:    b\n'.repeat(n / 8)}`,
      (n: number) => `kind: Secret\n${'data:\n data:\n  data:\n'.repeat(n / 16)}`,
      (n: number) => `kind: Secret\ndata:\n  a:${'    '.repeat(n)}b`,
      (n: number) => `"kind": "Secret", "data": {${'"a": "b"'.repeat(n / 8)}`,
      (n: number) => `new PDO(${"'a', ".repeat(n / 4)}`,
      (n: number) => 'Value: "a b" SecureString'.repeat(n / 8),
      (n: number) => `token='${"aB3/dE5+aB3/dE5+'+'".repeat(n / 16)}`,
    ]
    for (const make of hostile) {
      const { isLinear, took } = growthOf(findCredentials, make)
      expect([make(16).slice(0, 30), isLinear, isLinear || took]).toEqual([make(16).slice(0, 30), true, true])
    }
  })
})
