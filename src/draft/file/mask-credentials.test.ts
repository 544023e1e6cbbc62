import { describe, expect, it } from 'vitest'
import { maskCredentials } from './mask-credentials'

const KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const TOKEN = `IQoJb3JpZ2luX2VjEXAMPLE${'aB3/'.repeat(40)}==`

const HOLDING = [
  `export AWS_SECRET_ACCESS_KEY="${KEY}"`,
  `AWS_SECRET_ACCESS_KEY=${KEY}`,
  `$Env:AWS_SECRET_ACCESS_KEY="${KEY}"`,
  `set AWS_SECRET_ACCESS_KEY=${KEY}`,
  `set -gx AWS_SECRET_ACCESS_KEY "${KEY}"`,
  `export AWS_SECRET_ACCESS_KEY=“${KEY}”`,
  `[123456789012_Admin]\naws_access_key_id = ASIAIOSFODNN7EXAMPLE\naws_secret_access_key = ${KEY}`,
  `{"Version": 1, "SecretAccessKey": "${KEY}"}`,
  `{"roleCredentials":{"secretAccessKey":"${KEY}"}}`,
  `  SecretAccessKey: ${KEY}`,
  KEY,
  ` ${KEY}\n`,
]
const TOKENS = [
  `AWS_SESSION_TOKEN=${TOKEN}`,
  `aws_security_token=${TOKEN}`,
  `{"sessionToken": "${TOKEN}"}`,
  `{"Code":"Success","Token":"${TOKEN}"}`,
  `https://b.s3.amazonaws.com/k?X-Amz-Security-Token=${encodeURIComponent(TOKEN)}&X-Amz-Expires=60`,
  `X-Amz-Security-Token: ${TOKEN}`,
  TOKEN,
]
const SIGNATURE = '0123456789abcdef'.repeat(4)

describe('maskCredentials', () => {
  it.each(HOLDING)('takes a secret access key out of %j', (text) => {
    const masked = maskCredentials(text)
    expect(masked.text).not.toContain(KEY)
    expect(masked.removed).toBeGreaterThan(0)
  })

  it.each(TOKENS)('takes a session token out of %j', (text) => {
    expect(maskCredentials(text).text).not.toContain(TOKEN.slice(0, 60))
  })

  it.each(['Passwort: ', 'Contraseña: ', 'mot de passe : ', 'ansible_ssh_pass: ', 'Password: '])(
    'takes a password out behind %j',
    (label) => {
      expect(maskCredentials(`${label}Qm7zKp02xvTd`).text).toBe(`${label}[removed]`)
    },
  )

  it('leaves what only sounds like one of these', () => {
    for (const text of ['bypass: Qm7zKp02xvTd', 'the passe-partout: Qm7zKp02xvTd', 'compass Qm7zKp02xvTd'])
      expect(maskCredentials(text).text).toBe(text)
  })

  it('takes signatures, identity tokens and private keys out', () => {
    const texts = [
      `?X-Amz-Signature=${SIGNATURE}`,
      `Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-1/s3/aws4_request, Signature=${SIGNATURE}`,
      'token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.c2lnbmF0dXJlLWhlcmU',
      '-----BEGIN RSA PRIVATE KEY-----\nMIIBOgIBAAJB\n-----END RSA PRIVATE KEY-----',
    ]
    for (const text of texts) expect(maskCredentials(text)).toMatchObject({ removed: 1 })
    expect(texts.map((text) => maskCredentials(text).text).join()).not.toMatch(/0123456789abcdef|eyJhb|MIIBO/)
  })

  it('counts each, and leaves the rest as it is', () => {
    expect(maskCredentials(`a AWS_SECRET_ACCESS_KEY=${KEY} b AWS_SESSION_TOKEN=${TOKEN} c`)).toEqual({
      text: 'a AWS_SECRET_ACCESS_KEY=[removed] b AWS_SESSION_TOKEN=[removed] c',
      removed: 2,
    })
  })

  it.each([
    'The security token included in the request is invalid',
    'aws_secret_access_key is missing',
    '"accessKeyId": "ASIAIOSFODNN7EXAMPLE"',
    '"NextToken": "AAMA-EFRSURBSGhzMDAxMDAxMDAxMDAxMDAxMDAxMDAxMDAxMDAxMDAxMDAx"',
    'Encoded authorization failure message: aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/session_token-AbCdEf',
  ])('keeps %j', (text) => {
    expect(maskCredentials(text)).toEqual({ text, removed: 0 })
  })
})
