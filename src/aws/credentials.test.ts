import { describe, expect, it } from 'vitest'
import { CredentialHolder } from './credential-holder'
import { parseCredentials } from './credentials'

const NOW = Date.parse('2026-06-01T00:00:00Z')
const LATER = '2026-06-01T01:00:00Z'
const id = 'ASIAIOSFODNN7EXAMPLE'
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const token = 'IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVzLWVhc3QtMSJIMEYCIQ=='

/** As long as tokens are. */
const longToken = `IQoJb3JpZ2luX2VjEXAMPLE${'aB3/x+'.repeat(20)}==`

const forms: Record<string, string> = {
  'bash exports': `export AWS_ACCESS_KEY_ID="${id}"\nexport AWS_SECRET_ACCESS_KEY="${secret}"\nexport AWS_SESSION_TOKEN="${token}"`,
  'lines without export': `AWS_ACCESS_KEY_ID=${id}\r\nAWS_SECRET_ACCESS_KEY=${secret}\r\nAWS_SESSION_TOKEN=${token}`,
  'one line': `export AWS_ACCESS_KEY_ID=${id} && export AWS_SECRET_ACCESS_KEY=${secret} && export AWS_SESSION_TOKEN=${token}`,
  PowerShell: `$Env:AWS_ACCESS_KEY_ID="${id}"\n$env:AWS_SECRET_ACCESS_KEY="${secret}"\n$Env:AWS_SESSION_TOKEN="${token}"`,
  cmd: `set AWS_ACCESS_KEY_ID=${id}\nSET AWS_SECRET_ACCESS_KEY=${secret}\nset AWS_SESSION_TOKEN=${token}`,
  fish: `set -gx AWS_ACCESS_KEY_ID "${id}"\nset -gx AWS_SECRET_ACCESS_KEY "${secret}"\nset -gx AWS_SESSION_TOKEN "${token}"`,
  INI: `[123456789012_Reader]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\naws_session_token=${token}`,
  'curly quotes': `export AWS_ACCESS_KEY_ID=“${id}”\nexport AWS_SECRET_ACCESS_KEY=“${secret}”\nexport AWS_SESSION_TOKEN=“${token}”`,
  'one export': `export AWS_ACCESS_KEY_ID=${id} AWS_SECRET_ACCESS_KEY="${secret}" AWS_SESSION_TOKEN='${token}'`,
  'assignments before a command': `$ AWS_ACCESS_KEY_ID=${id} AWS_SECRET_ACCESS_KEY=${secret} AWS_SESSION_TOKEN=${token} aws s3 ls`,
  'PowerShell on one line': `$Env:AWS_ACCESS_KEY_ID="${id}"; $Env:AWS_SECRET_ACCESS_KEY="${secret}"; $Env:AWS_SESSION_TOKEN="${token}"`,
  'a command and its JSON': `PS C:\\> aws sts get-session-token\n${JSON.stringify({ Credentials: { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token } }, null, 2)}\nPS C:\\>`,
  'three values of a query': `${id}\t${secret}\t${token}`,
  'a profile beside one of long-lived keys': `[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = other\n\n[work]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\naws_session_token = ${token}`,
  'export-credentials': JSON.stringify({ Version: 1, AccessKeyId: id, SecretAccessKey: secret, SessionToken: token }),
  'assume-role': JSON.stringify({ Credentials: { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token } }),
  'sso get-role-credentials': JSON.stringify({
    roleCredentials: { accessKeyId: id, secretAccessKey: secret, sessionToken: token },
  }),
  'a call of Python with quotes and colons': `{'AccessKeyId': '${id}', 'SecretAccessKey': '${secret}', 'SessionToken': '${longToken}', 'Expiration': datetime.datetime(2026, 6, 1, 1, 0)}`,
  'an object of JavaScript': `const credentials = { accessKeyId: "${id}", secretAccessKey: "${secret}", sessionToken: "${longToken}" };`,
  'the environment in Python': `os.environ["AWS_ACCESS_KEY_ID"] = "${id}"\nos.environ["AWS_SECRET_ACCESS_KEY"] = "${secret}"\nos.environ["AWS_SESSION_TOKEN"] = "${longToken}"`,
  'JSON with commas at the end': `{"Credentials": {"AccessKeyId": "${id}", "SecretAccessKey": "${secret}", "SessionToken": "${longToken}",},}`,
  'a provider of Terraform': `provider "aws" {\n  access_key = "${id}"\n  secret_key = "${secret}"\n  token      = "${longToken}"\n}`,
  'parameters of PowerShell': `Set-AWSCredential -AccessKey ${id} -SecretKey ${secret} -SessionToken ${longToken}`,
  'XML of STS': `<Credentials><AccessKeyId>${id}</AccessKeyId><SecretAccessKey>${secret}</SecretAccessKey><SessionToken>${longToken}</SessionToken></Credentials>`,
  'YAML whose token is in the next line': `AccessKeyId: ${id}\nSecretAccessKey: ${secret}\nSessionToken: >-\n  ${longToken}`,
  'a table with semicolons': `AccessKeyId;SecretAccessKey;SessionToken\n${id};${secret};${longToken}`,
  'a token that a terminal broke': `export AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY=${secret}\nexport AWS_SESSION_TOKEN=${longToken.slice(0, 70)}\n${longToken.slice(70)}`,
  'what PowerShell prints, with the time of the place': `AccessKeyId     : ${id}\nExpiration      : 6/1/2020 1:00:00 AM\nSecretAccessKey : ${secret}\nSessionToken    : ${token.slice(0, 30)}\n                  ${token.slice(30)}`,
  'a dictionary of Python': `{\n  'AccessKeyId': '${id}',\n  'SecretAccessKey': '${secret}',\n  'SessionToken': '${token}',\n}`,
  'arguments of Python': `boto3.client('s3',\n    aws_access_key_id='${id}',\n    aws_secret_access_key='${secret}',\n    aws_session_token='${token}',\n)`,
  'a table of the CLI': `|  AccessKeyId     |  ${id}  |\n|  SecretAccessKey |  ${secret}  |\n|  SessionToken    |  ${token}  |`,
  'instance metadata': JSON.stringify({ Code: 'Success', AccessKeyId: id, SecretAccessKey: secret, Token: token }),
}

describe('parseCredentials', () => {
  it.each(Object.entries(forms))('reads %s', (_name, text) => {
    expect(parseCredentials(text, NOW)).toEqual({
      credentials: {
        accessKeyId: id,
        secretAccessKey: secret,
        sessionToken: text.includes(longToken.slice(0, 70)) ? longToken : token,
        expiration: null,
        region: null,
      },
    })
  })

  it.each([
    `User name,Password,Access key ID,Secret access key\nada,,AKIAIOSFODNN7EXAMPLE,${secret}`,
    `"Access key ID","Secret access key"\n"AKIAIOSFODNN7EXAMPLE","${secret}"`,
    `|  AccessKeyId     |  AKIAIOSFODNN7EXAMPLE  |\n|  SecretAccessKey |  ${secret}  |`,
    `--------------------\n|  AccessKeyId  |  CreateDate  | SecretAccessKey |\n| AKIAIOSFODNN7EXAMPLE | 2026-01-01T00:00:00Z | ${secret} |`,
  ])('refuses the long-lived keys of a table: %s', (text) => {
    expect(parseCredentials(text, NOW)).toEqual({ problem: 'long-lived-key' })
  })

  it('reads the expiry as text or as milliseconds, and the Region', () => {
    const base = { AccessKeyId: id, SecretAccessKey: secret, SessionToken: token }
    for (const Expiration of [LATER, Date.parse(LATER), Date.parse(LATER) / 1000])
      expect(parseCredentials(JSON.stringify({ ...base, Expiration }), NOW)).toMatchObject({
        credentials: { expiration: Date.parse(LATER) },
      })
    expect(parseCredentials(`${forms['bash exports']}\nexport AWS_REGION=eu-west-1`, NOW)).toMatchObject({
      credentials: { region: 'eu-west-1' },
    })
  })

  it('reads the text output of assume-role and of sso get-role-credentials', () => {
    const millis = String(Date.parse(LATER))
    for (const row of [
      `ASSUMEDROLEUSER\tarn:aws:sts::111122223333:assumed-role/r/s\tAROAEXAMPLE:s\nCREDENTIALS\t${id}\t${LATER}\t${secret}\t${token}`,
      `ROLECREDENTIALS\t${id}\t${millis}\t${secret}\t${token}`,
    ])
      expect(parseCredentials(row, NOW)).toMatchObject({
        credentials: { accessKeyId: id, secretAccessKey: secret, sessionToken: token, expiration: Date.parse(LATER) },
      })
  })

  it('asks which of several profiles, and never mixes their parts', () => {
    const profile = (name: string, key: string) =>
      `[${name}]\naws_access_key_id=${key}\naws_secret_access_key=${secret}\naws_session_token=${token}\n`
    const other = 'ASIAI44QH8DHBEXAMPLE'
    const file = `${profile('111122223333_Reader', id)}[empty]\nregion = eu-west-1\n${profile('profile admin', other)}`
    expect(parseCredentials(file, NOW)).toEqual({ profiles: ['111122223333_Reader', 'admin'] })
    expect(parseCredentials(file, NOW, 'admin')).toMatchObject({ credentials: { accessKeyId: other, region: null } })
    const apart = `[a]\naws_access_key_id=${id}\n[b]\naws_secret_access_key=${secret}\naws_session_token=${token}`
    expect(parseCredentials(apart, NOW)).toEqual({ problem: 'secret-missing' })
  })

  it.each([
    ['long-lived-key', `AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=${secret}`],
    ['session-token-missing', `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}`],
    ['secret-missing', `AWS_ACCESS_KEY_ID=${id}\nAWS_SESSION_TOKEN=${token}`],
    ['key-id-missing', `AWS_SECRET_ACCESS_KEY=${secret}\nAWS_SESSION_TOKEN=${token}`],
    ['not-a-temporary-key', `AWS_ACCESS_KEY_ID=AROAEXAMPLE\nAWS_SECRET_ACCESS_KEY=x`],
    ['nothing-found', 'hello'],
    ['nothing-found', '{"a": 1}'],
    ['nothing-found', ''],
    ['too-long', 'x'.repeat(30_000)],
    [
      'expired',
      JSON.stringify({
        AccessKeyId: id,
        SecretAccessKey: secret,
        SessionToken: token,
        Expiration: '2026-05-31T00:00:00Z',
      }),
    ],
  ])('answers %s', (problem, text) => {
    expect(parseCredentials(text, NOW)).toEqual({ problem })
  })
})

const at = (partition = 'aws', account: string | null = null) => ({ partition, account })

describe('CredentialHolder', () => {
  const parsed = parseCredentials(forms['bash exports']!, NOW)
  const credentials = 'credentials' in parsed ? parsed.credentials : undefined

  it('shows nothing secret, whichever way it is looked at', () => {
    const holder = new CredentialHolder()
    holder.hold(credentials!)
    const seen = [JSON.stringify(holder), JSON.stringify(holder.shown()), String(holder), ...Object.keys(holder)].join()
    for (const part of [id, secret, token]) expect(seen).not.toContain(part)
    expect(holder.reveal(at())).toBe(credentials)
  })

  it('gives them to the partition that they were first used in, and to no other unless the user says so', () => {
    const holder = new CredentialHolder()
    holder.hold(credentials!)
    expect(holder.reveal(at())).toBe(credentials)
    expect(() => holder.reveal(at('aws-cn'))).toThrow(/aws-cn/)
    expect(holder.reveal(at())).toBe(credentials)
    holder.unbind()
    expect(holder.reveal(at('aws-cn'))).toBe(credentials)
    holder.hold(credentials!)
    expect(holder.reveal(at())).toBe(credentials)
  })

  it('gives them to ask about the account that they were first used for, or that AWS says they are of', () => {
    const holder = new CredentialHolder()
    holder.hold(credentials!)
    expect(holder.reveal(at('aws', '111122223333'))).toBe(credentials)
    expect(() => holder.reveal(at('aws', '444455556666'))).toThrow(/111122223333.*444455556666/)
    expect(holder.reveal(at('aws', null))).toBe(credentials)
    holder.bindTo('777788889999', holder.shown()!.serial - 1)
    expect(holder.reveal(at('aws', '111122223333'))).toBe(credentials)
    holder.bindTo('444455556666', holder.shown()!.serial)
    expect(holder.reveal(at('aws', '444455556666'))).toBe(credentials)
    expect(() => holder.reveal(at('aws', '111122223333'))).toThrow(/444455556666.*111122223333/)
  })

  it('forgets on request and at expiry, and tells its listeners', () => {
    const holder = new CredentialHolder()
    let told = 0
    holder.subscribe(() => (told += 1))
    holder.hold(credentials!)
    holder.forget()
    expect(holder.reveal(at())).toBeNull()
    holder.hold({ ...credentials!, expiration: Date.now() - 1 })
    expect(holder.reveal(at())).toBeNull()
    expect(holder.shown()).toBeNull()
    expect(told).toBe(4)
  })
})
