import type { Span } from '../text/span'
import { unescapeRun } from '../text/unescape-run'
import { FOREIGN_PASSWORD } from './credential-labels'
import { isOfAllKinds } from './credential-values'
import { isRandom } from './is-random'

/** A place where a secret stands whatever it looks like: the group `secret` of what matches. */
interface Place {
  /** A word that no such place is without, where the pattern does not begin with one: most texts have it nowhere. */
  readonly word: string
  readonly pattern: RegExp
  readonly isSecret: (text: string) => boolean
}

/** What stands for a secret that is filled in elsewhere, and what names a thing. */
const isNone = (text: string) =>
  /^(?:[$*<[{%]|x+$|arn:|https?:|fileb?:|hidden_due|(?:null|none|true|false|string|securestring)$)/i.test(text)
const isGiven = (text: string) => !isNone(text) && /[a-z]/i.test(text)
const isMixed = (text: string) => isGiven(text) && (/\d/.test(text) || isRandom(text))
const isStrong = (text: string) => isGiven(text) && isOfAllKinds(text)
/** The second half of a pair, and no action such as `s3:ListObjectsV2`. */
const isAction = (text: string) => /^(?:[A-Z][a-z]{1,20}){2,6}[A-Z\d]{0,3}$/.test(text)
const isOfPair = (text: string) => isMixed(text) && !isAction(text)
/** Signs that keys and tokens do not have, and passwords have: without one, the name before it and its form tell. */
const hasSign = (text: string) => /[!@$^*(){}?|:,<>#%&;]/.test(text) && isMixed(text)

const QUOTE = String.raw`\\{0,4}["'\x60]`
/** What an option, an assignment or a header puts between a name and its value. */
const ASSIGNED = String.raw`(?:${QUOTE})?\s{0,4}(?:=>|[:=]|\s)\s{0,4}`
/** The same with a sign: a blank alone parts the words of a sentence too. */
const BY_SIGN = String.raw`(?:${QUOTE})?\s{0,4}(?:=>|[:=])\s{0,4}`
const VALUE = String.raw`[^\s"'\x60\\]`
const PASSWORD = String.raw`(?:password(?:[_-]?data)?|passwd|passphrase|secret[_-]?key(?:[_-]base)?|[a-z\d]_?pass|(?<![\w-])(?:pass|p[sw]k?)|pwd|passwort|kennwort|contrase[nñ]a|mot de passe|${FOREIGN_PASSWORD})`
/** What stands between such a name and a value with signs: also the name of the value itself, a tag's end, and what YAML calls it. */
const GIVES = String.raw`(?:${QUOTE})?(?:[\s,]{1,40}(?:${QUOTE})?value(?:${QUOTE})?)?\s{0,4}(?::\s?&?[\w.]{1,24}\s?=|:=|[=-]>|\sis:?\s|[:=>,：＝]|\s)\s{0,4}(?:(?:&|!!)[\w.-]{1,40}\s{1,4})?(?:[@$bnruf]{1,2}(?=["'])|\[{1,2}|"{2})?`
/** Not the value of one member of an object before the name of the next: `"Sid": "Password", "Action": …`. */
const NO_MEMBER = String.raw`(?!${QUOTE}\s{0,40},\s{0,40}${QUOTE}[^"'\x60\n]{1,200}${QUOTE}\s{0,4}:)`
/** Names that are of secrets in whatever language of configuration. */
const OF_SECRET = String.raw`(?:password|passwd|passphrase|secret|token)`
/** The same command, up to the option in question. */
const WITH = String.raw`[^\n|;]{0,200}?[ \t]`

const placeOf = (pattern: string, isSecret: Place['isSecret'], flags = '', word = ''): Place => ({
  word,
  pattern: new RegExp(pattern, `dg${flags}`),
  isSecret,
})

const PLACES: readonly Place[] = [
  // Whatever scheme authorizes a request but AWS's own, whose signature has a name.
  placeOf(
    String.raw`\bauthorization${ASSIGNED}(?:${QUOTE})?(?!AWS)(?:[A-Za-z][\w-]{1,20} )?(?<secret>${VALUE}{8,4000})`,
    isMixed,
    'i',
  ),
  // Options of commands: a name and a password in one, and short ones whose meaning the command tells.
  placeOf(
    String.raw`\bcurl\b${WITH}(?:-u|--user|--proxy-user)[ =]?(?:${QUOTE})?[^\s:"'\\]{1,128}:(?:${QUOTE})?(?<secret>${VALUE}{4,256})`,
    isGiven,
  ),
  placeOf(String.raw`\b(?:mysql|mariadb|7z)[\w-]{0,12}\b${WITH}-p(?:${QUOTE})?(?<secret>${VALUE}{4,128})`, isGiven),
  placeOf(
    String.raw`\b(?:sshpass|docker login|podman login|mongosh?|psexec(?:64)?(?:\.exe)?)\b${WITH}-p[ =]?(?:${QUOTE})?(?<secret>${VALUE}{4,128})`,
    isGiven,
  ),
  placeOf(
    String.raw`(?:${QUOTE}|\s)[\w.-]{1,64}:(?:${QUOTE})?(?<secret>${VALUE}{4,128})(?:\\n)?(?:${QUOTE})?[ \t]{0,4}\|[ \t]{0,4}(?:sudo[ \t]{1,4})?chpasswd\b`,
    isGiven,
    '',
    'chpasswd',
  ),
  placeOf(String.raw`\bchpasswd\b[^;]{0,120}?(?:${QUOTE}|\s)[\w.-]{1,64}:(?<secret>${VALUE}{4,128})`, isGiven),
  placeOf(
    String.raw`\b(?:(?:sqlplus|sqlldr|expdp|impdp|rman)\b${WITH}(?:${QUOTE})?|jdbc:oracle:\w{3,4}:)[\w$#]{1,60}\/(?<secret>[^\s"'\x60\\@/]{4,128})(?=$|[@\s"'\x60])`,
    isGiven,
  ),
  // Commands of Windows, and what connects to its screens and shares.
  placeOf(
    String.raw`\b(?:[xw]?freerdp\w?|schtasks|cmdkey|winrs|rdesktop|plink|pscp)\b${WITH}[/-](?:r?p|pw|pass|password)[: ](?:${QUOTE})?(?<secret>${VALUE}{4,128})`,
    isGiven,
    'i',
  ),
  placeOf(
    String.raw`\bnet\s{1,4}use\b(?:${WITH}\/user:[^\s]{1,80}|[ \t]{1,4}(?:[a-z*]:?[ \t]{1,4})?\\{2,4}[^\s]{1,128})[ \t]{1,4}(?<secret>[^\s"'\x60\\/]${VALUE}{3,128})`,
    isGiven,
    'i',
  ),
  // What a command is told on its input, what a script answers to a question, and the values of stores of secrets.
  placeOf(
    String.raw`\b(?:echo|printf)(?:[ \t]-\w{1,3})?[ \t]{1,4}(?:${QUOTE}(?:%s(?:\\n)?${QUOTE} ${QUOTE})?)?(?<secret>[^\s"'\x60\\|]{4,4000})(?=(?:\\n)?(?:${QUOTE})?[ \t]{0,4}\|[^\n|]{0,200}?(?:-stdin\b|--with-token|\bsudo[^\n|]{0,40} -S|-fd[ =]0))`,
    isGiven,
  ),
  placeOf(
    String.raw`assword[^\n]{0,80}\s{1,20}send(?:line)?[ \t(]{1,4}(?:--[ \t])?(?:${QUOTE})(?<secret>${VALUE}{4,128})`,
    isGiven,
  ),
  placeOf(
    String.raw`(?:\bsecret set \S{1,80}[ \t](?:--body|-b)[= ]|--from-literal[= ](?:${QUOTE})?[\w.-]{1,80}=)(?:${QUOTE})?(?<secret>${VALUE}{4,4000})`,
    isGiven,
    '',
    'secret',
  ),
  placeOf(
    String.raw`\buser(?:name)?\s?\/\s?pass(?:word)?\s{0,2}[:=]\s{0,2}[\w.@-]{1,64}\s?[/:]\s?(?<secret>${VALUE}{4,128})`,
    isMixed,
    'i',
  ),
  placeOf(String.raw`-stdin\b[^\n|]{0,200}?<<<\s{0,4}(?:${QUOTE})?(?<secret>${VALUE}{4,4000})`, isGiven),
  // What the log of a build is told to hide.
  placeOf(String.raw`(?:::add-mask::|\bissecret=true[^\]\n]{0,80}\])(?<secret>${VALUE}{4,4000})`, isGiven),
  // Devices of a network.
  placeOf(
    String.raw`\b(?:snmp-server community|(?:isakmp|tacacs-server|radius-server) key(?: \d)?|(?:password|secret|key) [057]) (?<secret>${VALUE}{4,128})`,
    isGiven,
    'i',
  ),
  placeOf(String.raw`<auth-user-pass>\s{1,8}\S{1,64}\s{1,8}(?<secret>[^\s<]{4,128})`, isMixed),
  placeOf(
    String.raw`(?:\$ANSIBLE_VAULT;[\d.]{1,8};AES256|OpenVPN Static key V\d-----)(?:\s{0,40}\[removed\]){0,200}(?<secret>(?:(?:\s|\\n){1,40}[\da-f]{2,160}(?!\w)){1,200})`,
    () => true,
  ),
  placeOf(String.raw`\b(?:requirepass|masterauth)[ \t]{1,4}(?:${QUOTE})?(?<secret>${VALUE}{4,512})`, isGiven),
  placeOf(String.raw`\b(?:SETUSER\b${WITH}|user [\w.@-]{1,64} on )>(?<secret>${VALUE}{4,512})`, isGiven),
  placeOf(
    String.raw`^[\w.:[\]-]{0,80}(?:> ?)?AUTH (?:[\w-]{1,64} )?(?!PLAIN|LOGIN|XOAUTH2)(?<secret>[^\s"'\x60\\]{4,512})$`,
    isMixed,
    'm',
  ),
  placeOf(String.raw`\bredis-cli\b${WITH}-a (?:${QUOTE})?(?<secret>${VALUE}{4,128})`, isGiven),
  placeOf(String.raw`\bsqlcmd\b${WITH}-P ?(?:${QUOTE})?(?<secret>${VALUE}{4,128})`, isGiven),
  placeOf(String.raw`\bSecureString\b[^|;]{0,200}?--value[ =](?:${QUOTE})?(?<secret>${VALUE}{4,4000})`, isGiven),
  placeOf(
    String.raw`--value[ =](?:${QUOTE})?(?<secret>${VALUE}{4,4000})(?!${VALUE})(?=[^|;]{0,200}\bSecureString\b)`,
    isGiven,
    '',
    'SecureString',
  ),
  // A parameter that was read in the clear, as each form of the command line's answer has it.
  placeOf(
    String.raw`\bSecureString\b[^{}]{0,200}?\bvalue${ASSIGNED}(${QUOTE})(?<secret>(?:(?!\1).){4,4000})`,
    isGiven,
    'i',
  ),
  placeOf(
    String.raw`\bvalue${ASSIGNED}(${QUOTE})(?<secret>(?:(?!\1).){4,4000})\1(?=[^{}]{0,200}\bSecureString\b)`,
    isGiven,
    'i',
  ),
  placeOf(
    String.raw`\bSecureString(?:\b[^{}]{0,200}?\bvalue\s{0,4}[:|]\s{0,40}|\t)(?<secret>[^\s"'\x60\\|]{4,4000})`,
    isGiven,
    'i',
  ),
  // A name and a password as mail servers take them.
  placeOf(
    String.raw`\b(?:AUTH (?:PLAIN|LOGIN|XOAUTH2) |334 UGFzc3dvcmQ6\s{1,8})(?<secret>[\w+/]{8,4000}={0,2})`,
    isMixed,
  ),
  placeOf(String.raw`\bldap[a-z]{0,12}\b${WITH}-w[ =]?(?:${QUOTE})?(?<secret>${VALUE}{4,128})`, isGiven),
  placeOf(
    String.raw`\bsmbclient\b${WITH}(?:-U|--user)[ =]?(?:${QUOTE})?[^\s%"']{1,64}%(?<secret>${VALUE}{4,128})`,
    isGiven,
  ),
  placeOf(String.raw`\bpass(?:in|out)?[ =]pass:(?<secret>${VALUE}{4,128})`, isGiven),
  placeOf(String.raw`\bnet\s{1,4}user\s{1,4}[\w.@-]{1,64}\s{1,4}(?<secret>${VALUE}{6,128})`, isMixed, 'i'),
  placeOf(String.raw`\/pass:(?:${QUOTE})?(?<secret>${VALUE}{4,128})`, isGiven, 'i'),
  placeOf(String.raw`\bConvertTo-SecureString\b[^|;\n]{0,80}?(${QUOTE})(?<secret>(?:(?!\1)\S){4,400})\1`, isGiven, 'i'),
  placeOf(
    String.raw`--(?:token|api-?key|auth-?token|access-?token)[ =](?:${QUOTE})?(?<secret>${VALUE}{12,4000})`,
    isMixed,
    'i',
  ),
  placeOf(
    String.raw`\b[a-z]{2,20} (?:auth|login) (?:token )?(?<secret>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})`,
    isGiven,
    '',
    '-',
  ),
  placeOf(String.raw`(?:--token-code[ =]|\bTokenCode${ASSIGNED}(?:${QUOTE})?)(?<secret>\d{6})\b`, () => true),
  // What proves a sign-in: the code of one, and the answer to a challenge.
  placeOf(String.raw`[?&]code=(?<secret>[\w/%.~-]{20,2000})`, isMixed),
  placeOf(String.raw`[?&]key=(?<secret>[\w-]{24,200})(?![\w/.-])`, isRandom),
  placeOf(String.raw`\bDigest\b[^\n]{0,400}?\bresponse=\\{0,4}"?(?<secret>[\da-f]{32,128})`, isGiven, 'i'),
  // A header that is named after a key; those of AWS's own end otherwise.
  placeOf(
    String.raw`(?:^|${QUOTE}|> )(?!(?:public|object|cache|partition|host|surrogate|idempotency|x-amz)-)(?:[a-z]{2,20}-){1,3}(?:key|token|secret):\s{0,4}(?<secret>[\w-]{20,400})(?![\w.-])`,
    isRandom,
    'im',
  ),
  // A name and its password as one value.
  placeOf(
    String.raw`(?:auth|userpass|credentials?|creds|login)${ASSIGNED}(?:${QUOTE})?(?!arn:|https?:|aws:)[\w.@-]{1,64}:(?<secret>[^\s"'\x60\\:,;{}]{6,128})`,
    isOfPair,
    'i',
  ),
  // The third thing that those who connect to a database are given, behind two that are in quotes.
  placeOf(
    String.raw`\b(?:mysqli(?:_connect)?|oci_connect|pymysql\.connect|new PDO|new Sequelize|DriverManager\.getConnection)\s?\(\s{0,20}(?:(?:${QUOTE})[^"'\x60\n]{0,200}(?:${QUOTE})\s{0,4},\s{0,20}){2}(?:${QUOTE})(?<secret>[^"'\x60\s\\]{4,200})`,
    isGiven,
  ),
  // The second of those that sign in, behind a name in quotes.
  placeOf(
    String.raw`(?:NetworkCredential|UsernamePasswordCredentials|UsernamePasswordAuthenticationToken|PasswordAuthentication|HTTPBasicAuth|HTTPDigestAuth|\bauth\s?=\s?|\.login|\.auth|basicAuth)\s?\(\s{0,20}(?:${QUOTE})[^"'\x60\n]{0,200}(?:${QUOTE})\s{0,4},\s{0,20}(?:${QUOTE})(?<secret>[^"'\x60\s\\]{4,200})`,
    isGiven,
  ),
  // Statements and files of databases and directories.
  placeOf(
    String.raw`\bIDENTIFIED\s{1,4}(?:WITH\s{1,4}\S{1,40}\s{1,4})?(?:BY|AS)\s{1,4}(${QUOTE})(?<secret>(?:(?!\1)\S){4,200})\1`,
    isGiven,
    'i',
  ),
  placeOf(String.raw`\bIDENTIFIED\s{1,4}BY\s{1,4}(?!PASSWORD|VALUES)(?<secret>[\w$#]{6,60})`, isMixed, 'i'),
  placeOf(String.raw`\b(?:bindpw|rootpw)\s{1,8}(?<secret>${VALUE}{4,128})`, isGiven, 'i'),
  placeOf(String.raw`\b(?:pwd|passwd)\s{0,2}=\s{0,2}\{?(?![/~.])(?<secret>[^\s"'\x60\\;,}]{6,200})`, isMixed, 'i'),
  // What a person tells another.
  placeOf(
    String.raw`\b(?:(?:password|passwd|passphrase|pwd)(?:\s(?:for|of|to)\s[\w.@-]{1,40})?(?:\sis:?|\s{0,2}[:=])|(?:pw|pass)(?:\sfor\s[\w.@-]{1,40})?\sis:?)\s{1,3}(?:${QUOTE}|[*_]{1,3})?(?<secret>[\w!@#$%^&*+=/.~-]{8,128})`,
    isStrong,
    'i',
  ),
  // A member of what is named after a secret, and a value that stands before the name.
  placeOf(
    String.raw`(?:${OF_SECRET}|oauth|bearer)(?:${QUOTE})?\s{0,4}[:=]?\s{0,4}\{[^{}]{0,300}?\b(?:(?:value|default|encrypted_data)${ASSIGNED}|[\w-]{1,40}\.[a-z]{2,12}${BY_SIGN})(?:${QUOTE})?(?<secret>[^\s"'\x60\\,}]{6,4000})`,
    isMixed,
    'i',
  ),
  placeOf(
    String.raw`value(?:${QUOTE})?\s{0,4}[:=]\s{0,4}(?:${QUOTE})?(?<secret>[^\s"'\x60\\,]{6,4000})(?:${QUOTE})?[\s,]{1,40}(?:${QUOTE})?(?:name|key|parameterkey)(?:${QUOTE})?\s{0,4}[:=]\s{0,4}(?:${QUOTE})?[\w.-]{0,80}${OF_SECRET}`,
    isMixed,
    'i',
  ),
  // A parameter of a template that is not to be shown, and what a template drew by chance.
  placeOf(String.raw`\bNoEcho\b[^{}]{0,240}?\bDefault["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[^\s"',]{4,200})`, isGiven),
  placeOf(
    String.raw`\bDefault["']?\s{0,4}[:=]\s{0,4}["']?(?<secret>[^\s"',]{4,200})(?=["',\s][^{}]{0,240}\bNoEcho\b)`,
    isGiven,
  ),
  placeOf(String.raw`\brandom_password\b[\s\S]{0,800}?"result"\s{0,4}:\s{0,4}"(?<secret>[^"\\]{6,200})`, isGiven),
  // The private half of a key as JSON writes it.
  placeOf(
    String.raw`"(?:d|k|p|q|dp|dq|qi)"\s{0,4}:\s{0,4}"(?<="kty"[^{}]{0,5000})(?<secret>[\w-]{20,2000})`,
    isMixed,
    '',
    'kty',
  ),
  placeOf(
    String.raw`"(?:d|k|p|q|dp|dq|qi)"\s{0,4}:\s{0,4}"(?<secret>[\w-]{20,2000})(?="[^{}]{0,5000}"kty")`,
    isMixed,
    '',
    'kty',
  ),
  placeOf(String.raw`<(?:D|P|Q|DP|DQ|InverseQ)>(?<secret>[\w+/=]{20,2000})`, isMixed),
  // What proves that a key of PuTTY was not changed: its passphrase can be guessed from it.
  placeOf(String.raw`\bPrivate-MAC:\s{0,4}(?<secret>[\da-f]{40,64})`, () => true, '', 'Private-MAC'),
  // A line of PostgreSQL's file of passwords.
  placeOf(
    String.raw`(?<=^|["']|\\[nr])(?!arn:)[\w.*-]{1,100}:(?:\d{2,5}|\*):[\w*-]{1,63}:[\w*-]{1,63}:(?<secret>${VALUE}{6,200})(?=$|["'\\])`,
    isMixed,
    'm',
  ),
  // The hash of a password, from which one can be guessed.
  placeOf(String.raw`\$(?:2[abxy]?|[156y]|apr1|argon2(?:id?|d)|scrypt)\$(?<secret>[\w./$=,+-]{20,400})`, () => true),
  // A password with signs, in quotes or up to the next blank.
  placeOf(String.raw`${PASSWORD}${NO_MEMBER}${GIVES}(${QUOTE})(?<secret>(?:(?!\1)\S){6,200})\1`, hasSign, 'i'),
  placeOf(String.raw`${PASSWORD}${GIVES}(?<secret>[^\s"'\x60\\&;,<>]{8,200})`, hasSign, 'i'),
]

interface Placed {
  readonly secret: string
  readonly span: Span
}

const NOWHERE: readonly Placed[] = []

/** Where a pattern's secrets stand. Most stand nowhere, which is seen without a copy of the pattern. */
function secretsOf(pattern: RegExp, text: string): readonly Placed[] {
  pattern.lastIndex = 0
  let found: Placed[] | null = null
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const span = match.indices?.groups?.['secret']
    if (span !== undefined) (found ??= []).push({ secret: match.groups!['secret']!, span })
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found ?? NOWHERE
}

/** A place up to its secret, of which one sign may be written as yet, at the end of a line; where nothing behind it tells more. */
function begunPlace({ pattern: { source, flags } }: Place): readonly RegExp[] {
  const [, head, most, behind] = /^(.*\(\?<secret>.*?)\{\d{1,2},(\d+)\}\)(.*)$/s.exec(source) ?? []
  if (head === undefined || !ENDS_PLACE.test(behind!)) return []
  return [new RegExp(`${head}{1,${most}})$`, flags.includes('m') ? flags : `${flags}m`)]
}
/** The quote that closes it, or the end of the word. */
const ENDS_PLACE = /^(?:\\1|\$|\(\?!\[[^\]]*\]\)|\(\?=\$[^)]*\))?$/

const BEGUN_PLACES = PLACES.flatMap(begunPlace)

/** More than a word: small letters, and a sign, a digit or a capital behind one. */
const isMoreThanWord = (text: string) =>
  !isAction(text) && /[A-Z\d]/.test(text) && /[a-z]/.test(text) && /[^A-Za-z][A-Za-z\d]|[a-z][A-Z]/.test(text)

/** What stands in such a place and is still being written, at the end of a line. */
export function* begunSecrets(text: string): Iterable<Span> {
  for (const pattern of BEGUN_PLACES)
    for (const { secret, span } of secretsOf(pattern, text)) if (isGiven(secret) && isMoreThanWord(secret)) yield span
}

/** A header of cookies, and the values in it that are no attribute of one. */
const COOKIES = /(?:cookie|\bcurl\b[^\r\n|;]{0,200}?[ \t]-b[ =])[^\r\n]{0,4000}/gi
const COOKIE = /([\w.-]{1,64})=([^\s;"'\\]{8,})/g
const ATTRIBUTE = /^(?:expires|domain|path|samesite|max-age)$/i

function* cookieValues(text: string): Iterable<Span> {
  for (const { 0: header, index } of text.matchAll(COOKIES))
    for (const { 0: cookie, 1: name, 2: value, index: at } of header.matchAll(COOKIE)) {
      const end = index + at + cookie.length
      if (!ATTRIBUTE.test(name!) && isGiven(value!)) yield [end - value!.length, end]
    }
}

function* placedIn(text: string): Iterable<Span> {
  yield* cookieValues(text)
  for (const { word, pattern, isSecret } of PLACES)
    if (word === '' || text.includes(word))
      for (const { secret, span } of secretsOf(pattern, text)) if (isSecret(secret)) yield span
}

/** Words long enough to hold a command that was written into an address, where its blanks are escaped. */
const LONG_WORD = /\S{24,20000}/g
const ESCAPED_BLANK = /%(?:25)?(?:20|0a)/i

/** Secrets that are told by where they stand: in a header, an option of a command, a file of passwords. */
export function* placedSecrets(text: string): Iterable<Span> {
  yield* placedIn(text)
  if (!ESCAPED_BLANK.test(text)) return
  for (const { 0: word, index } of text.matchAll(LONG_WORD)) {
    if (!ESCAPED_BLANK.test(word)) continue
    const run = unescapeRun(word)
    for (const [start, end] of placedIn(run.text)) yield [index + run.starts[start]!, index + run.ends[end - 1]!]
  }
}
