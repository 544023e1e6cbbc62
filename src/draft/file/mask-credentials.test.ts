import { describe, expect, it } from 'vitest'
import { maskCredentials, maskForKeeping, maskTyped } from './mask-credentials'

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

  it.each([
    ['BASIC_AUTH=admin:', ''],
    ['htmltest --basic-auth admin:', ' https://x'],
    ['credentials: "svc-user:', '"'],
    ["CREATE USER 'app'@'%' IDENTIFIED BY '", "'"],
    ['Server=db;Uid=app;Pwd=', ';Encrypt=yes'],
    ['ldapsearch -x -D cn=admin -w ', ' -b dc=corp'],
    ['smbclient //srv/share -U corp/bob%', ''],
    ['openssl rsa -in k.pem -passin pass:', ' -out k2.pem'],
    ['keytool -list -storepass ', ''],
    ['net user bob ', ' /add'],
    ['ConvertTo-SecureString "', '" -AsPlainText'],
    ['The password is ', ''],
    ['password for admin: ', ''],
    ['Parameters:\n  Db:\n    Type: String\n    NoEcho: true\n    Default: ', '\n'],
    ['[{"ParameterKey":"DBPassword","ParameterValue":"', '"}]'],
    ['{"type":"random_password","instances":[{"attributes":{"length":14,"result":"', '"}}]}'],
    ['{"kty":"EC","crv":"P-256","d":"x7Kp02xvTdx7Kp02', '"}'],
    ['JWT_SECRET=', ''],
    ['APP_KEY=base64:', ''],
    ['Senha: ', ''],
    ['Пароль: ', ''],
    ['密码：', ''],
    ['kubeadm join --token abcdef.', ' --discovery'],
    ['psc_', 'x7Kp02xvTdQm7zKp02xvTdLw9'],
  ])('takes what stands behind %j and before %j', (before, after) => {
    const secret = 'Qm7zKp02xvTdLw'
    const { text } = maskCredentials(before + secret + after)
    expect(text).toContain('[removed]')
    for (let at = 0; at + 6 <= secret.length; at += 1) expect(text).not.toContain(secret.slice(at, at + 6))
  })

  it.each([
    'auth: s3:ListObjectsV2',
    'credentials: arn:aws:iam::111122223333:role/App2Role',
    'PWD=/home/runner2/work',
    'The password is required to be 12 characters long',
    'Parameters:\n  Stage:\n    Type: String\n    Default: prod2Stage\n',
    '"Condition": {"StringEquals": {"aws:PrincipalTag/team": "Blue7Team"}}',
    'encryption_key: alias/app-key',
    'AWSReservedSSO_ReadOnlyAccess_0123456789abcdef',
    'arn:aws:sts::111122223333:assumed-role/deploy_Qm7zKp02xvTdQm7zKp02xvTdLw9x/run',
    'subnet_id = subnet-0123456789abcdef0',
  ])('leaves %j', (text) => {
    expect(maskCredentials(text)).toEqual({ text, removed: 0 })
  })

  it.each([
    'because no identity-based policy allows the secretsmanager:GetSecretValue action',
    'because no identity-based policy allows the ecr:GetAuthorizationToken action',
    'An error occurred (AccessDeniedException) when calling the RotateSecret operation',
  ])('leaves what AWS says, also as it is kept: %j', (text) => {
    expect(maskForKeeping(text).text).toBe(text)
  })

  it('leaves the host of an address behind its password, which goes on', () => {
    const before = maskTyped('', 'postgres://app:Qm7zKp02xvTd@db.internal/x').text
    expect(before).toBe('postgres://app:[removed]@db.internal/x')
    expect(maskTyped('postgres://app:[removed]', before).text).toBe(before)
  })

  it('leaves the name of a member behind one whose value only sounds like a name of a password', () => {
    for (const text of ['{"":"Ps","####A0":""}', String.raw`{\"Sid\":\"Pw\",\"Ef#A1fect\":\"Allow\"}`])
      expect(maskCredentials(text).text).toBe(text)
    expect(maskCredentials('["password","Hunter2!x"]').text).toBe('["password","[removed]"]')
    expect(maskCredentials('wrong password "Hunter2!x": too short').text).toBe('wrong password "[removed]": too short')
  })

  it('leaves a word below the lines of a key, and no last line of it that is nine letters', () => {
    const lines = [1, 2, 3]
      .map((at) => `qW8r3fLnlaJkKltUF5vmI5Q21cEDIMcXzuSne3+3UMz233jnXyi2ltnDiHCU2o4${at}`)
      .join('\n')
    const below = (last: string) => maskCredentials(`${lines}\n${last}`).text
    expect(below('Regards')).toBe('[removed]\nRegards')
    expect(below('Permission denied (publickey).')).toBe('[removed]\nPermission denied (publickey).')
    expect(below('Jkwlwrsfn')).toBe('[removed]')
  })

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
