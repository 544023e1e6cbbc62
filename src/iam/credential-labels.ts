/** What a secret is, as far as the name before it tells. */
export type CredentialKind = 'secret-key' | 'token' | 'signature' | 'password' | 'key' | 'named'

/** Names that stand before secrets, as tools write them: in lower case, letters alone. The longest that fits counts. */
const LABELS: Readonly<Record<CredentialKind, readonly string[]>> = {
  'secret-key': [
    'secretaccesskey',
    'secretkey',
    'seckey',
    'awssecret',
    'secretaccesskeyid',
    'secretkeybase',
    'accesskeysecret',
    'accesssecret',
  ],
  token: [
    'sessiontoken',
    'securitytoken',
    'accesstoken',
    'refreshtoken',
    'idtoken',
    'authtoken',
    'bearertoken',
    'bearertokenbedrock',
    'customerkey',
    'webidentitytoken',
    'devicecode',
    'authorizationtoken',
    'awstoken',
    'samlassertion',
    'samlresponse',
    'plaintext',
    'stringseed',
    'secretbinary',
    'secrethash',
    'qrcodepng',
    'bearer',
    'basic',
  ],
  signature: ['signature', 'xamzsignature'],
  password: [
    'password',
    'passwd',
    'clientsecret',
    'secretvalue',
    'secretstring',
    'passphrase',
    'passwort',
    'kennwort',
    // ñ and accents are no letters here.
    'contrasea',
    'motdepasse',
    'storepass',
    'passcode',
    'keypass',
    'presharedkey',
    'passworddata',
  ],
  key: ['apikey', 'applicationkey', 'privatekey', 'accountkey', 'sharedaccesskey'],
  named: [
    ...[
      'encryptionkey',
      'encryptkey',
      'signingkey',
      'masterkey',
      'appkey',
      'sessionkey',
      'cookiekey',
      'jwtkey',
      'hmackey',
    ],
    ...['webhookkey', 'licensekey', 'cipherkey', 'authkey', 'deploykey', 'salt'],
  ],
}

/** Tokens that say where a list or a change goes on, and open nothing. Any other name that ends so is one of a secret. */
const PLACE_TOKEN =
  /(?:next|page|pagination|continuation|starting|marker|client|request|idempotency|sequence|change|lock)token$/
const isTokenName = (name: string) => name.endsWith('token') && name.length > 'token'.length && !PLACE_TOKEN.test(name)

/** A password in the words of other languages, as the whole of what stands before the sign. */
export const FOREIGN_PASSWORD =
  "senha|parola d['’]ordine|wachtwoord|hasło|пароль|heslo|salasana|lösenord|adgangskode|passord|şifre|jelszó|パスワード|密码|密碼|口令|비밀번호|암호|mật khẩu|kata sandi|סיסמה|كلمة المرور"
/** The same of a secret access key, as the console has it. */
const FOREIGN_KEY =
  "geheimer zugriffsschlüssel|clé d['’]accès secrète|clave de acceso secreta|chave de acesso secreta|chiave di accesso segreta|シークレットアクセスキー|シークレット アクセスキー|秘密访问密钥|私密存取金鑰|보안 액세스 키|비밀 액세스 키"
const OF_KEY = new RegExp(`(?:${FOREIGN_KEY})$`, 'iu')
const FOREIGN = new RegExp(`(?:^|[^\\p{L}])(?:${FOREIGN_PASSWORD})$`, 'iu')
/** A part of every label: a run far from all of them can be a secret by its own shape alone, and has to be long. */
export const LABEL_PART = new RegExp(
  String.raw`secret|seckey|token|signature|\bsig\b|password|passwd|pwd|psw|passphrase|passwort|kennwort|contrase|mot[ _-]?de[ _-]?passe|pass\b|passcode|(?<![a-z\d])pw\b|\bpsk\b|pre[_-]?shared[_-]?key|device_?code|apikey|api[_ -]key|(?:private|customer|account|sharedaccess|application|app|encryption|encrypt|signing|master|session|cookie|jwt|hmac|webhook|license|cipher|auth|deploy)[_ -]?key|bearer|basic|authorization|\b_?auth\b|saml|plaintext|stringseed|qrcodepng|salt\b|${FOREIGN_PASSWORD}|${FOREIGN_KEY}`,
  'gi',
)
/** What stands before a value that is written as base64 or in hexadecimal. */
const WRITTEN_AS = /(?:base64|hex):$/i
/** The letters before the quote of a text, as SQL and Python have them. */
const OF_QUOTE = /(?<=[\s=:(,])[bnruf]{1,2}(?=["']$)/i
/** Any other name that ends so is one of a secret, where its value looks like one. */
const SECRET_NAME = /.secret$/

/** A password’s name in short, behind what it is for, as `ansible_ssh_pass`. */
const SHORT_NAME =
  /[a-z\d][_-](?:pass|psw|pwd|pw|PASS|PSW|PWD|PW)$|[A-Z\d]_(?:PASS|PSW|PWD|PW)$|[a-z\d](?:Pass|Pwd|Psw)$/
/** One that stands by itself; tools that report tests write theirs in capitals. */
const SHORT_BY_ITSELF = /(?:^|[^\w-])(?:pass|psk|PSK|pswd|pw|PW)$/

/** A name that means a token only where it is the whole name. */
const WHOLE: Readonly<Record<string, CredentialKind>> = {
  token: 'token',
  secret: 'secret-key',
  auth: 'token',
  authorization: 'token',
  sig: 'signature',
}

const ROWS = Object.entries(LABELS).flatMap(([kind, names]) =>
  names.map((name) => [name, kind as CredentialKind] as const),
)

/** An access key id announces the key that stands right behind it, or behind the time that follows. */
const ACCESS_KEY_ID = /(?:^|[^A-Z\d])A[KS]IA[A-Z\d]{12,18}(?:\s{1,8}\d{4}-\d\d-\d\dT[\d:.+Z-]{5,30})?$/

/** Signs that may stand between a name and its value. */
const SEPARATORS = ' \u00a0\t\r\n:=：＝"\'`“”‘’<>{}[](),;|*_\\→-'
const LONGEST_NAME = 48

const isPartOfName = (char: string) => /[\w\p{L} .-]/u.test(char)
/** What a prompt shows of the value that it would replace. */
const PROMPTED = /[ \t]\[[\w*]{0,24}\]: ?$/
/** What YAML calls a value, or says of its kind. */
const ANCHOR = /(?<=[:-] {1,4})(?:&|!!)[\w.-]{1,40} {1,4}$/
/** What a sentence has for the sign. */
const IS = /\s(?:is|was)\s?:?\s{1,3}["'`]?$/i

/** The kind of secret that the end of `text` announces, e.g. `"SecretAccessKey": "`; null where it announces none. */
export function labelBefore(written: string): CredentialKind | null {
  const asked = written.replace(PROMPTED, ': ').replace(WRITTEN_AS, '').replace(OF_QUOTE, '').replace(ANCHOR, '')
  const text = asked.replace(IS, ': ')
  let end = text.length
  while (end > 0 && text.length - end < 24 && SEPARATORS.includes(text[end - 1]!)) end -= 1
  // A closing tag, as </AccessKeyId> before the next value, announces nothing; nor does a name without a sign behind it.
  if (end === text.length) return null
  if (ACCESS_KEY_ID.test(text.slice(Math.max(0, end - 64), end))) return 'secret-key'
  if (FOREIGN.test(text.slice(Math.max(0, end - 24), end))) return 'password'
  if (OF_KEY.test(text.slice(Math.max(0, end - 32), end))) return 'secret-key'
  let start = end
  while (start > 0 && end - start < LONGEST_NAME && isPartOfName(text[start - 1]!)) start -= 1
  const named = text.slice(start, end)
  const name = named
    .toLowerCase()
    .replace(/_v\d{1,2}$/, '')
    .replace(/[^a-z]/g, '')
  const fits = ROWS.find(([label]) => name.endsWith(label))
  if (text !== asked) return fits?.[1] === 'password' || fits?.[1] === 'secret-key' ? fits[1] : null
  if (fits) return fits[1]
  if (isTokenName(name)) return 'token'
  if (SHORT_NAME.test(named) || SHORT_BY_ITSELF.test(named)) return 'password'
  if (SECRET_NAME.test(name)) return 'named'
  // What is called a value is one of what was named before it, as in `name: DB_PASSWORD, value: …`.
  if (name.endsWith('value')) {
    const own = named.slice(0, [...named.matchAll(/value/gi)].at(-1)?.index ?? 0)
    return (own === '' ? null : labelBefore(`${own}:`)) ?? (start > 0 ? labelBefore(text.slice(0, start)) : null)
  }
  const word = named
    .slice(named.lastIndexOf('.') + 1)
    .trim()
    .replace(/^[_ -]+/, '')
    .toLowerCase()
  return Object.hasOwn(WHOLE, word) ? WHOLE[word]! : null
}
