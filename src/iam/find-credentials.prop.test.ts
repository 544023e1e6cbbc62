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
    ['a password with dots', 'DB_PASS = "Rain.Spoke-7196"', 'Rain.Spoke-7196'],
    ['a password in another language, with dots', "parola d'ordine: Rain.Spoke-5450", 'Rain.Spoke-5450'],
    ['a password by a shorter name', 'export DEPLOY_PSW=Rain-Spoke-1524', 'Rain-Spoke-1524'],
    ['a value before its name', '- value: Rain-Spoke-7305\n  name: POSTGRES_PASSWORD', 'Rain-Spoke-7305'],
    ['the default of a variable', 'variable "db_password" {\n  default = "Rain-Spoke-5296"\n}', 'Rain-Spoke-5296'],
    ['an output of Terraform', '{"db_password": {"sensitive": true, "value": "Rain-Spoke-8848"}}', 'Rain-Spoke-8848'],
    ['what a log is told to hide', '::add-mask::Rain-Spoke-7969', 'Rain-Spoke-7969'],
    ['a variable of a pipeline', '##vso[task.setvariable variable=a;issecret=true]Rain-Spoke-1157', 'Rain-Spoke-1157'],
    ['a file of Ansible', `$ANSIBLE_VAULT;1.1;AES256\n    ${'3f8a'.repeat(20)}\n    ${'9c0b'.repeat(20)}`, '9c0b9c0b'],
    ['a task of Windows', String.raw`schtasks /create /ru CORP\svc /rp Rain-Spoke-8429 /tr a.exe`, 'Rain-Spoke-8429'],
    ['a share of Windows', String.raw`net use Z: \\fs\share /user:CORP\bob Rain-Spoke-1046`, 'Rain-Spoke-1046'],
    ['a screen of Windows', "xfreerdp /v:10.0.0.9 /u:anna /p:'Rain-Spoke-6468'", 'Rain-Spoke-6468'],
    ['a driver of a database', 'SERVER=db;UID=sa;PWD={Rain-Spoke-7647};', 'Rain-Spoke-7647'],
    ['a login of SQL Server', "CREATE LOGIN svc WITH PASSWORD = N'Rain-Spoke-2085'", 'Rain-Spoke-2085'],
    ['a user of Oracle', 'CREATE USER app IDENTIFIED BY Rain_Spoke_7114 QUOTA 1M ON users', 'Rain_Spoke_7114'],
    ['a user of Redis', 'ACL SETUSER app on >Rain-Spoke-4340 ~* +@all', 'Rain-Spoke-4340'],
    ['a prompt of Redis', '127.0.0.1:6379> AUTH default Rain-Spoke-3978', 'Rain-Spoke-3978'],
    ['a device of a network', 'crypto isakmp key Rain-Spoke-4948 address 203.0.113.9', 'Rain-Spoke-4948'],
    ['a tunnel', '{"TunnelOptions": [{"PreSharedKey": "IhprssSMOKE1fv1HAGY8Cd6GObZ4Qza0"}]}', 'IhprssSM'],
    ['what a library signs in with', "requests.get(url, auth=('bob', 'Rain-Spoke-5435'))", 'Rain-Spoke-5435'],
    ['cookies of a command', "curl -s -b 'session=FbQVv-oob3TuTGq4APo4; theme=dark' https://x", 'FbQVv-oo'],
    ['the code of a sign-in', 'https://app.example.com/cb?code=4/0A1FACQB8Mgq23fw3FmnqZ&scope=email', '1FACQB8M'],
    ['a code of a device', 'aws sts get-session-token --token-code 144264', '144264'],
    ['a header that is named after a key', 'Fastly-Key: Eg4yBA3RGX8_X-ZmVwBRCHEqB8W6SqHt', 'Eg4yBA3R'],
    ['a password behind an anchor of YAML', 'password: &pw Rain7!Spoke#Owl', 'Rain7!Spoke#Owl'],
    ['a password with signs in a tag', '<password>Rain7!Spoke#Owl</password>', 'Rain7!Spoke#Owl'],
    ['one as an attribute', '<add key="ClearTextPassword" value="Rain7!Spoke#Owl" />', 'Rain7!Spoke#Owl'],
    ['one by a short name', '{"DB_PASS":"Rain7!Spoke#Owl"}', 'Rain7!Spoke#Owl'],
    ['one as C# has it', 'var password = @"Rain7!Spoke#Owl";', 'Rain7!Spoke#Owl'],
    ['one as Rust has it', 'let password: &str = "Rain7!Spoke#Owl";', 'Rain7!Spoke#Owl'],
    ['one that PHP defines', "define('DB_PASSWORD', 'Rain7!Spoke#Owl');", 'Rain7!Spoke#Owl'],
    ['one between three quotes', 'password = """Rain7!Spoke#Owl"""', 'Rain7!Spoke#Owl'],
    ['what a shell hands in', 'docker login -u bob --password-stdin x <<< "k7qx2tplm9zr"', 'k7qx2tplm9zr'],
    ['one that is assigned in Go', 'password := "Rain7!Spoke#Owl"', 'Rain7!Spoke#Owl'],
    ['letters with digits among them', '--master-user-password k7qx2tplm9zr', 'k7qx2tplm9zr'],
    ['such a secret', 'secret＝k7qx2tplm9zr', 'k7qx2tplm9zr'],
    ['such a password in a sentence', 'the password is k7qx2tplm9zr, user bob', 'k7qx2tplm9zr'],
    ['a word and a year', 'PGPASSWORD=winter2026 psql', 'winter2026'],
    ['a password of Oracle', 'jdbc:oracle:thin:scott/k7qx2tplm9zr@//db:1521/x', 'k7qx2tplm9zr'],
    ['what a command reads', 'echo "k7qx2tplm9zr" | docker login --username bob --password-stdin', 'k7qx2tplm9zr'],
    ['what sudo reads', 'echo k7qx2tplm9zr | sudo -S reboot', 'k7qx2tplm9zr'],
    ['what a script answers', 'expect "Password:"\nsend "k7qx2tplm9zr\\r"', 'k7qx2tplm9zr'],
    ['a user and a pass', 'user/pass: bob/k7qx2tplm9', 'k7qx2tplm9'],
    ['a token by its host', `{"github-oauth":{"github.com":"${'2f1b01dd'.repeat(5)}"}}`, '2f1b01dd'],
    ['a value with a number', 'password\nvalue 1: k7qx2tplm9zr', 'k7qx2tplm9zr'],
    ['a value with a version', 'db_password_value_v2=k7qx2tplm9zr', 'k7qx2tplm9zr'],
    ['what proves a key of PuTTY', `Private-MAC: ${'4978ebc2'.repeat(8)}`, '4978ebc2'],
    ['a key of an address', `GET /v1/x?key=${word.slice(0, 39)} HTTP/1.1`, word.slice(0, 39)],
    ['a private key of .NET', `<RSAKeyValue><D>${btoa(word.slice(0, 60))}</D>`, btoa(word.slice(0, 60))],
    ['the picture of a seed', `"QRCodePNG": "${token.slice(20, 90)}"`, token.slice(20, 90)],
    ['a token with a dot', `TABLES_TOKEN=patAbCdEfGh1jKlMn.${'4978ebc2'.repeat(4)}`, '4978ebc2'],
    ['a younger token', `it says xai-${word.slice(0, 80)}`, word.slice(0, 80)],
    ['a password with signs in the words of others', 'Пароль: cbc1!IFNF#J2MKx behind it', 'cbc1!IFNF'],
    ['a secret by the end of its name', 'JWT_SECRET=k7qx2tplm9zr', 'k7qx2tplm9zr'],
    ['a token of short parts', `BOT_TOKEN=MTA5.GabcdE.${word.slice(0, 38)}`, word.slice(0, 38)],
    ['a key in the words of the console', `Clé d'accès secrète : ${key}`, key],
    ['a key behind blanks that do not break', `aws_secret_access_key\u00a0=\u00a0${key}`, key],
    [
      'a private key of which lines are gone',
      `-----BEGIN PRIVATE KEY-----[removed] ${word.slice(0, 64)} [removed]-----END PRIVATE KEY-----`,
      word.slice(0, 64),
    ],
    ['a password in a mail', '> the new password is: Rain-Spoke-9652', 'Rain-Spoke-9652'],
    ['a password in a chat', 'pw is `Rain.Spoke-8221` pls dont share', 'Rain.Spoke-8221'],
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
    'MasterUserPassword: !Ref Db2Secret',
    'password: database1',
    'aws apigateway get-api-key --api-key a1b2c3d4e5',
    'GET /?key=images/2026/a1b2c3d4e5f6g7h8i9j0.png',
    String.raw`net use Z: \\fs\share /persistent:yes`,
    'echo done2026 | tee log',
    '-----BEGIN PRIVATE KEY-----[removed]-----END PRIVATE KEY-----',
    'chpasswd: (user root) pam_chauthtok() failed',
    'sqlplus / as sysdba',
    'resource "aws_s3_object" "a" {\n  data = {\n    "app.conf" = "production-eu-west-1"\n  }\n}',
    'new Sequelize(process.env.DATABASE_URL, { dialect: "postgres" })',
    'kind: ConfigMap\nmetadata:\n  name: db\ndata:\n  stage: production-eu-west-1\n',
    'kind: SecretStore\nmetadata:\n  name: db\ndata:\n  stage: production-eu-west-1\n',
    'kind: Secret\nmetadata:\n  name: db\n  namespace: orders\ntype: Opaque\n',
    'aws secretsmanager describe-secret KmsKeyId',
    'va\u00e9lue: production2, value: production2',
    '<AWSAccessKeyId>AKIAIOSFODNN7EXAMPLE</AWSAccessKeyId>',
    '<AWSAccessKeyId>AKIAIOSFODNN7EXAMPLE</AWSAccessKeyId',
    'USERNAME=anna,SECRET_HASH=<secret hash>',
    '[{"name": "STAGE", "value": "production-eu-west-1-blue"}]',
    'set-cookie: theme=dark; Path=/; Domain=console.example.com; Expires=Wed-01-Jan-2026',
    'main.tf:12:5:error: not allowed',
    '--web-identity-token "$JOB_TOKEN" --duration-seconds 3600',
    'data "aws_ecrpublic_authorization_token" "token" {\nprovider is aws.virginia (us-east-1), the rest eu-west-1',
    'password = module.db2.outputs.admin_password, password: settings.DB2_PASSWORD',
    'variable "db_password" {\n  type = string\n}\nvariable "stage" {\n  default = "eu-west-1-blue2"\n}',
    '- value: production2\n  name: STAGE',
    'net use Z: /delete, schtasks /query /fo LIST',
    'msbuild /p:Configuration=Release2',
    'snmp-server host 203.0.113.9, crypto isakmp policy 10',
    'AUTH LOGIN PLAIN2',
    'auth = boto3.Session("a", region2)',
    'https://console.aws.amazon.com/?errorcode=AccessDenied20261129&x=1',
    'Object-Key: QuarterlyReport2026, x-amz-meta-key: Ab3De5Gh7Jk9Mn1Pq3St5Vw7',
    'aws ecs execute-command --cluster a -b eu-west-1-blue2',
    'IDENTIFIED WITH AWSAuthenticationPlugin AS "RDS"',
    'the password is incorrect, user: anna on >= 2 hosts',
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
      (n: number) => 'password.'.repeat(n / 8),
      (n: number) => `password=${'Ab3.'.repeat(n / 4)}`,
      (n: number) => 'password { value="a '.repeat(n / 16),
      (n: number) => 'value: a12345, name: '.repeat(n / 16),
      (n: number) => 'net use \\\\\\\\a b /user:'.repeat(n / 16),
      (n: number) => 'OpenVPN Static key V1-----\nab12'.repeat(n / 32),
      (n: number) => 'curl -b a=b'.repeat(n / 8),
    ]
    for (const make of hostile) {
      const { isLinear, took } = growthOf(findCredentials, make)
      expect([make(16).slice(0, 30), isLinear, isLinear || took]).toEqual([make(16).slice(0, 30), true, true])
    }
  })
})
