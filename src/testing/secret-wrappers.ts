// For tests: the forms in which secrets reach a paste box.

/** A secret access key and a session token, as generated. */
export interface Secrets {
  readonly id: string
  readonly key: string
  readonly token: string
}

const json = (value: unknown) => JSON.stringify(value)
const wrapped = (text: string, width: number, between: string) =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(between)
const unicode = (text: string) =>
  text.replace(/[/+=]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** What tools print or people write; each holds the key, the token, or both. */
export const CARRIERS: Readonly<Record<string, (secrets: Secrets) => string>> = {
  'export lines': ({ id, key, token }) =>
    `export AWS_ACCESS_KEY_ID="${id}"\nexport AWS_SECRET_ACCESS_KEY="${key}"\nexport AWS_SESSION_TOKEN="${token}"`,
  'one export line': ({ id, key, token }) =>
    `export AWS_ACCESS_KEY_ID=${id} AWS_SECRET_ACCESS_KEY=${key} AWS_SESSION_TOKEN=${token}; aws s3 ls`,
  fish: ({ key, token }) => `set -gx AWS_SECRET_ACCESS_KEY ${key}\nset -gx AWS_SESSION_TOKEN ${token}`,
  powershell: ({ key, token }) => `$Env:AWS_SECRET_ACCESS_KEY='${key}'\n$Env:AWS_SESSION_TOKEN='${token}'`,
  cmd: ({ key }) => `C:\\> set AWS_SECRET_ACCESS_KEY=${key}`,
  'ini profile': ({ id, key, token }) =>
    `[dev]\naws_access_key_id = ${id}\naws_secret_access_key = ${key}\naws_session_token = ${token}`,
  'get-session-token': ({ id, key, token }) =>
    `{"Credentials":{"AccessKeyId":"${id}","SecretAccessKey":"${key}","SessionToken":"${token}","Expiration":"2026-01-01T00:00:00Z"}}`,
  'sso role credentials': ({ key, token }) =>
    json({ roleCredentials: { secretAccessKey: key, sessionToken: token, expiration: 1 } }),
  'instance metadata': ({ id, key, token }) =>
    `{"Code":"Success","AccessKeyId":"${id}","SecretAccessKey":"${key}","Token":"${token}"}`,
  'cli as text': ({ id, key, token }) => `CREDENTIALS\t${id}\t2026-01-01T00:00:00+00:00\t${key}\t${token}`,
  'cli as table': ({ key, token }) => `||  SecretAccessKey |  ${key}  ||\n||  SessionToken    |  ${token}  ||`,
  'cli as yaml': ({ key, token }) => `Credentials:\n  SecretAccessKey: ${key}\n  SessionToken: ${token}`,
  'kebab-case yaml': ({ key, token }) => `aws:\n  secret-access-key: ${key}\n  session-token: '${token}'`,
  'helm values': ({ key }) => `env:\n  - name: AWS_SECRET_ACCESS_KEY\n    value: "${key}"`,
  'console csv': ({ id, key }) => `User name,Access key ID,Secret access key\nalice,${id},${key}`,
  'console csv, quoted': ({ id, key }) => `"Access key ID","Secret access key"\n"${id}","${key}"`,
  prose: ({ key }) => `my Secret access key: ${key} does not work any more`,
  'prose with is': ({ key }) => `the secret key is ${key}, what now?`,
  'id and key': ({ id, key }) => `${id}:${key}`,
  'id, key and token': ({ id, key, token }) => `${id}:${key}:${token}`,
  'basic url': ({ id, key }) => `s3://${id}:${key}@my-bucket/path`,
  terraform: ({ id, key, token }) =>
    `provider "aws" {\n  access_key = "${id}"\n  secret_key = "${key}"\n  token      = "${token}"\n}`,
  'terraform, plan': ({ key }) => `  + secret            = "${key}"`,
  'sts xml': ({ id, key, token }) =>
    `<GetSessionTokenResult><Credentials><AccessKeyId>${id}</AccessKeyId><SecretAccessKey>${key}</SecretAccessKey><SessionToken>${token}</SessionToken></Credentials></GetSessionTokenResult>`,
  'sts xml, laid out': ({ key, token }) =>
    `<Credentials>\n  <SecretAccessKey>\n    ${key}\n  </SecretAccessKey>\n  <SessionToken>${token}</SessionToken>\n</Credentials>`,
  'botocore debug': ({ key, token }) =>
    `botocore.parsers - DEBUG - Response body:\nb'<Credentials>\\n  <SecretAccessKey>${key}</SecretAccessKey>\\n  <SessionToken>${token}</SessionToken>\\n</Credentials>'`,
  'python dict': ({ key, token }) => `{'SecretAccessKey': '${key}', 'SessionToken': '${token}'}`,
  'boto3 call': ({ id, key, token }) =>
    `boto3.client('s3', aws_access_key_id='${id}', aws_secret_access_key='${key}', aws_session_token='${token}')`,
  'java properties': ({ key }) => `aws.secretKey=${key}`,
  'java builder': ({ id, key, token }) => `BasicSessionCredentials.create("${id}", "${key}", "${token}")`,
  'javascript object': ({ id, key, token }) =>
    `new S3Client({ credentials: { accessKeyId: '${id}', secretAccessKey: '${key}', sessionToken: '${token}' } })`,
  'docker flags': ({ key, token }) => `docker run -e AWS_SECRET_ACCESS_KEY=${key} -e AWS_SESSION_TOKEN=${token} app`,
  'kubernetes secret': ({ key }) => `stringData:\n  aws_secret_access_key: >-\n    ${key}`,
  'presigned url': ({ id, token }) =>
    `https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${id}%2F20260101%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Security-Token=${encodeURIComponent(token)}&X-Amz-SignedHeaders=host`,
  'request headers': ({ token }) => `POST / HTTP/1.1\nHost: sts.amazonaws.com\nX-Amz-Security-Token: ${token}`,
  'python headers': ({ token }) => `{'X-Amz-Security-Token': b'${token}', 'Host': b'x'}`,
  'bearer header': ({ token }) => `Authorization: Bearer ${token}`,
  'curl header': ({ token }) => `curl -H "X-Amz-Security-Token: ${token}" https://s3.amazonaws.com`,
  'wrapped token': ({ token }) => `aws_session_token = ${wrapped(token, 76, '\n')}`,
  'wrapped, indented': ({ token }) => `"SessionToken": "${wrapped(token, 60, '\n      ')}"`,
  'wrapped in a box': ({ token }) => `│ SessionToken: ${wrapped(token, 70, '\n│ ')}`,
  'wrapped key': ({ key }) => `aws_secret_access_key = ${key.slice(0, 24)}\n${key.slice(24)}`,
  'unicode escapes': ({ key, token }) => `{"SecretAccessKey":"${unicode(key)}","SessionToken":"${unicode(token)}"}`,
  'escaped slashes': ({ key, token }) =>
    `{"SecretAccessKey":"${key.replaceAll('/', '\\/')}","SessionToken":"${token.replaceAll('/', '\\/')}"}`,
  'html entities': ({ key }) =>
    `<td>SecretAccessKey</td><td>${key.replaceAll('/', '&#x2F;').replaceAll('+', '&#43;')}</td>`,
  'token alone': ({ token }) => `here it is\n${token}\nthanks`,
  'key alone': ({ key }) => `here it is\n${key}\nthanks`,
  markdown: ({ key }) => `- **Secret access key**: \`${key}\``,
  'log line': ({ id, key }) => `2026-01-01T00:00:00Z DEBUG creds AccessKey{id=${id}, secret=${key}}`,
  'joined in javascript': ({ key, token }) =>
    `secretAccessKey: '${key.slice(0, 20)}' + '${key.slice(20)}',\nsessionToken: '${wrapped(token, 60, "' +\n  '")}'`,
  'joined in python': ({ token }) => `aws_session_token=("${wrapped(token, 60, '"\n  "')}")`,
  'with line numbers': ({ token }) => `  12  aws_session_token = ${wrapped(token, 60, '\n  13  ')}`,
  'continued in a shell': ({ token }) => `export AWS_SESSION_TOKEN=${wrapped(token, 60, '\\\n')}`,
  'in colours': ({ key, token }) =>
    `\u001b[33mAWS_SECRET_ACCESS_KEY\u001b[0m=\u001b[32m${key}\u001b[0m\nAWS_SESSION_TOKEN=\u001b[1;32m${token}\u001b[0m`,
  'with characters that nobody sees': ({ key, token }) =>
    `aws_secret_access_key = ${wrapped(key, 20, '\u200b')}\naws_session_token = ${wrapped(token, 40, '\u00ad')}`,
  // Of a last line that is shorter, and typed key by key, nobody can tell that it is no word.
  'a mail in quoted-printable': ({ key }) => `aws_secret_access_key=3D${key.slice(0, 22)}=\n${key.slice(22)}`,
  'cut in the middle': ({ token }) => `"SessionToken": "${token.slice(0, 60)}...${token.slice(-20)}"`,
  'cut at its end': ({ key }) => `aws_secret_access_key = ${key.slice(0, 30)}…`,
  'lines with times': ({ token }) =>
    `2026-01-01T00:00:00.000Z aws_session_token=${wrapped(token, 100, '\n2026-01-01T00:00:00.100Z ')}`,
  'lines of a cell': ({ token }) => `| SessionToken | ${wrapped(token, 64, ' |\n|              | ')} |`,
  'named entities': ({ key }) => `<b>Secret key</b>: ${key.replaceAll('/', '&sol;').replaceAll('+', '&plus;')}`,
  'id/key': ({ id, key }) => `${id}/${key}`,
  'adjacent texts': ({ key }) => `aws_secret_access_key = ("${key.slice(0, 20)}"\n   "${key.slice(20)}")`,
  'in an arn': ({ key }) => `arn:aws:s3:::bucket/secretAccessKey=${key}`,
  'with a version': ({ key }) => `"ses_smtp_password_v4": "B${key}AA="`,
  'older presigned url': ({ id, key }) =>
    `https://b.s3.amazonaws.com/k?AWSAccessKeyId=${id}&Signature=${encodeURIComponent(`${key.slice(0, 27)}=`)}&Expires=1`,
  'a key of the customer': ({ key }) => `x-amz-server-side-encryption-customer-key: ${key}AAA=`,
  'a signed token laid out': ({ token }) =>
    `ewogICJhbGciOiAiUlMyNTYiCn0.${token.replace(/\W/g, 'x').slice(0, 200)}.${token.replace(/\W/g, 'x').slice(200)}`,
  'a key of bedrock': ({ token }) => `AWS_BEARER_TOKEN_BEDROCK=ABSKQmVkcm9ja0FQSUtleS${token.slice(20, 120)}`,
  'lines of a private key alone': ({ token }) => wrapped(token.replaceAll('=', '').slice(-600), 64, '\n'),
  'the end of a private key': ({ token }) => `${wrapped(token, 64, '\n')}\n-----END RSA PRIVATE KEY-----`,
  'two bytes a sign': ({ key }) => Array.from(`aws_secret_access_key = ${key}`).join('\0'),
  'php, dumped': ({ key }) => `["secret"]=>\n  string(40) "${key}"`,
  'docker config': ({ key }) =>
    `{"auths":{"111122223333.dkr.ecr.eu-west-1.amazonaws.com":{"auth":"${btoa(`AWS:${key}`)}"}}}`,
  'cookies in a header': ({ token }) => `Cookie: theme=dark; session=${token}`,
  'any scheme in a header': ({ token }) => `{"Authorization": "Bot ${token}"}`,
  'a name and a password of curl': ({ key }) => `curl -s -u alice:'${key}' https://example.com/`,
  'a password of mysql': ({ key }) => `mysql -h db.example.com -uroot -p${key} app`,
  'a password of docker': ({ key }) => `docker login -u AWS -p ${key} 111122223333.dkr.ecr.eu-west-1.amazonaws.com`,
  'a secure string': ({ key }) => `aws ssm put-parameter --type SecureString --name /db/key --value "${key}"`,
  'a secure string, said later': ({ key }) =>
    `aws ssm put-parameter --value '${key}' --name /db/key --type SecureString`,
  'a file of passwords': ({ key }) => `db.example.com:5432:app:alice:${key}`,
  'a name and its value': ({ key }) => `"environment": [{"name": "DB_PASSWORD", "value": "${key}"}]`,
  'a name and its value as yaml': ({ key }) => `env:\n  - name: AWS_SECRET_ACCESS_KEY\n    value: ${key}`,
  'a prompt': ({ key }) => `AWS Secret Access Key [****************ABCD]: ${key}`,
  'a password with signs': ({ key }) => `aws iam create-login-profile --user-name bob --password '!${key}'`,
  'a seed of codes': ({ token }) => `{"Base32StringSeed": "${token.slice(20, 84)}"}`,
  'an address without a user': ({ key }) => `redis://:${key.replaceAll('/', '-')}@cache.example.com:6379/0`,
  'a token of a cluster': ({ token }) => `token: k8s-aws-v1.${token.replaceAll(/\W/g, '-').slice(0, 200)}`,
  'go struct': ({ id, key, token }) => `{AccessKeyID:${id} SecretAccessKey:${key} SessionToken:${token} Source:x}`,
}

/** How a text is written into another; each may hold any carrier. */
export const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'json string': (text) => json({ message: text }),
  'json in json': (text) => json({ body: json({ message: text }) }),
  'percent-encoded': (text) => `https://example.com/?data=${encodeURIComponent(text)}`,
  'percent-encoded json': (text) => encodeURIComponent(json({ text })),
}

const BASE64 = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')

/** Base64 drawn by chance: nothing shrinks or leans towards small values, since a secret does neither. */
export function secretsOf(seed: number): Secrets {
  let state = seed | 1
  const next = (below: number) => {
    state = Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5
    const mixed = state ^ (state + Math.imul(state ^ (state >>> 7), state | 61))
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
  const text = (length: number) => Array.from({ length }, () => BASE64[next(64)]).join('')
  const start = ['IQoJb3JpZ2luX2Vj', 'FwoGZXIvYXdzE', ''][next(3)]!
  return { id: 'ASIAIOSFODNN7EXAMPLE', key: text(40), token: `${start}${text(300 + next(600))}==` }
}

/** Escapes undone as far as they go: what somebody who reads the output could get. */
export function withoutEscapes(written: string): string {
  let read = written
  for (let depth = 0; depth < 4; depth += 1) {
    read = read
      .replace(/\\{1,16}u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/&#x?([\da-f]+);/gi, (whole, code: string) =>
        String.fromCharCode(Number.parseInt(code, whole.startsWith('&#x') ? 16 : 10)),
      )
      .replace(/\\(?=[/"'\\])/g, '')
  }
  return read
}

/** Does the text hold eight characters of the secret? */
export function holds(written: string, secret: string): string | null {
  for (let at = 0; at + 8 <= secret.length; at += 1) {
    const piece = secret.slice(at, at + 8)
    if (written.includes(piece)) return piece
  }
  return null
}
