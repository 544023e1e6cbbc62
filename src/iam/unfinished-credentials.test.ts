import { expect, it } from 'vitest'
import { unfinishedCredentials } from './unfinished-credentials'

const SECRET = 'k7Qx2TpLm9Zr4WbN8vYc3HsJ6fDgA1eUoRi5tXqB'

/** What is left of a text in which each value that is being written is gone. */
function left(text: string): string {
  let at = 0
  const pieces = unfinishedCredentials(text).map(([start, end]) => {
    const piece = text.slice(at, start)
    at = end
    return piece
  })
  return [...pieces, text.slice(at)].join('')
}

it.each([
  'export AWS_SECRET_ACCESS_KEY=',
  'SET AWS_SECRET_ACCESS_KEY=',
  'aws_secret_access_key%3D',
  'https://b.s3.amazonaws.com/k?X-Amz-Expires=60&X-Amz-Signature=',
  '{"name": "DB_PASSWORD", "value": "',
  'AWS Secret Access Key [None]: ',
  '--conf spark.hadoop.fs.s3a.secret.key=',
  'postgres://app:',
  'AKIAIOSFODNN7EXAMPLE ',
])('nothing is left of what is being written behind %s', (announced) => {
  for (let length = 2; length < SECRET.length; length += 1)
    expect(left(announced + SECRET.slice(0, length))).toBe(announced)
})

it.each(['MINIO_ROOT_PASSWORD: ', 'psycopg2.connect(host="h", password="', 'gpg --passphrase ', 'db:\n  pass: "'])(
  'nothing is left of words that are joined behind %j',
  (announced) => {
    for (const words of ['Rain', 'Rain-', 'Rain-Sp', 'Rain_Spoke', 'Rain-Spoke-50'])
      expect(left(announced + words)).toBe(announced)
  },
)

it.each([
  'SERVER=db;UID=sa;PWD={',
  'the new password is: ',
  'pw is `',
  'variable "db_password" {\n  default = "',
  'net user deployer ',
  '<td>Secret access key</td><td>',
])('nothing is left of a password behind %j, as soon as it is more than a word', (announced) => {
  for (const words of ['Rain-S', 'Rain_Spoke', 'Rain-Spoke-50']) expect(left(announced + words)).toBe(announced)
})

it.each([
  'my secret access key is ',
  'Geheimer Zugriffsschlüssel: ',
  'bob,AKIAIOSFODNN7EXAMPLE,',
  'kubectl create secret generic aws --from-literal=key=',
  '{"kty":"RSA","n":"abc","d":"',
  '-----BEGIN PRIVATE KEY-----[removed]\n[removed]\n> ',
  '"-----BEGIN RSA PRIVATE KEY-----[removed]", "',
  'AUTH default ',
  'Chiave di accesso segreta ',
  'jdbc:oracle:thin:scott/',
  'client_secret＝',
])('nothing is left of a key behind %j, as soon as it is more than a word', (announced) => {
  for (let length = 5; length < SECRET.length; length += 1)
    expect(left(announced + SECRET.slice(0, length))).not.toContain(SECRET.slice(0, 5))
})

it('nothing is left of sixteen characters that chance drew, where the text ends', () => {
  expect(left(`here: ${SECRET.slice(0, 16)}`)).toBe('here: ')
  for (const text of [
    `${SECRET.slice(0, 16)} behind it`,
    'AWSServiceRoleForEC2Spot',
    `arn:aws:s3:::b/${SECRET.slice(0, 16)}`,
  ])
    expect(left(text)).toBe(text)
})

it.each([
  ['what a command is told on its input', 'echo "', '" | docker login -u bob --password-'],
  ['what another is told', "printf '%s' '", "' | helm registry login x --pass"],
  ['the first member of a parameter', '{"Parameter": {"Value": "', '", "Name": "/x", "Type": "Sec'],
  ['a value before its name', '- value: ', '\n  name: DB_'],
  ['the private half of a key', '{"d": "', '", "kt'],
])('nothing is left of %s before what stands behind it tells that it is a secret', (_, before, behind) => {
  for (let length = 0; length <= behind.length; length += 1)
    expect(left(before + SECRET + behind.slice(0, length))).not.toContain(SECRET.slice(0, 8))
})

it('nothing is left of the lines of a private key up to its closing one, nor of one in base64', () => {
  const line = `${SECRET}/${SECRET.slice(0, 23)}`
  for (const end of ['', '\n', `\n${line}\n${line.slice(0, 20)}`, `\n${line}\nabcd==\n-----END RSA`])
    expect(left(`the key:\n${line}${end}`)).not.toContain(SECRET.slice(0, 8))
  expect(left(`the hash:\n${'0f1e2d3c'.repeat(8)}`)).toContain('0f1e2d3c')
  expect(left(`KEY=${btoa(`-----BEGIN PRIVATE KEY-----\n${line}`)}`)).toBe('KEY=')
  const certificate = `ca: ${btoa('-----BEGIN CERTIFICATE-----\n'.padEnd(120, 'M'))}`
  expect(left(certificate)).toBe(certificate)
})

it('nothing is left of a key with a word in it', () => {
  expect(left('key uMj5CDfeeuhdCWq5E35/T5E0')).toBe('key ')
})

it('nothing is left of what a terminal coloured', () => {
  expect(left('AWS_SECRET_ACCESS_KEY\u001b[0m=\u001b[33mk7Qx2TpLm9')).not.toContain('k7Qx')
})

it('nothing is left of a token that begins with its own name, but for its name', () => {
  expect(left('it says ghp_k7Qx2TpLm9')).toBe('it says ')
  expect(left('sent with xoxb-123456')).toBe('sent with ')
})

it.each([
  '"Action": [\n  "secretsmanager:GetSecretValue",\n  "s3:Get',
  'curl --header "Authorization: Bearer $TOKEN" --insecure',
  'credential_type=federation_token policy_document=-<<EOF',
  'the access key id AKIAIOSFODNN7EXAMPLE does not exist',
  'http://localhost:8080',
  'key-policy',
  'the password is Expired',
  'the secret is people/kim-Qw3rTy',
  '<AWSAccessKeyId>AKIAIOSFODNN7EXAMPLE</AWSAccessKeyId><StringToSign>PUT',
  'bedrock-agentcore:CompleteResourceTokenAuth bedrock-agentcore:GetWorkloadAccessTokenForJWT',
  'on resource: arn:aws:iam::111122223333:role/TargetRole',
  "Access denied for user 'app'@'10.0.3.17' (using password: YES)",
  'permissions:\n  id-token: write',
  'echo "deploying to eu-west-1"',
  'echo $AWS_REGION | tee log',
  '{"Value": "production-eu-west-1", "Key": "',
  'secret access key AccessDenied',
  'auth: aws-iam',
  'password: DB_PASSWORD',
  'secret = config.secret',
  'aws iam update-login-profile --user-name bob --password-reset-required',
  'gitlab-runner register --token TOKEN_OF_RUNNER',
  'when calling the GetSessionToken operation:',
  'matches the GetFederationToken session',
  'StringLike *:111122223333:secret:prod/*',
  'when calling the RotateSecret operation',
  'aws secretsmanager describe-secret KmsKeyId',
  'DatabaseSecret:\n  PolicyDocument:',
  'because no identity-based policy allows the secretsmanager:GetSecretValue action',
  'is not authorized to perform: ssm:GetParameterSecret on',
  '"aws:TokenIssueTime": "2026-01-01',
])('%j is left as it is', (text) => {
  expect(left(text)).toBe(text)
})
