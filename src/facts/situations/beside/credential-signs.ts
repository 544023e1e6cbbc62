import { parseInstant } from '../../../iam/instant'
import { REGION_NAME } from '../../../iam/regions-in-text'
import { either } from '../../../text/either'
import { readTime } from '../../../text/read-time'
import { isReport, tellingClauses, worksWithout, writtenSentences } from '../../../text/told-contrast'
import { namesIn, sentenceAt, type TellingSign } from './sign'

const MINUTE = 60_000

/** Where a token of a database is made, in a log or in words. */
const TOKEN_MADE =
  /\b(?:generat|creat|obtain|fetch|refresh|mint)\w{0,4}\s(?:\w{1,12}\s){0,3}token\b|\btoken\s(?:was\s)?(?:generated|created|obtained|refreshed)\b/gi

/** A token of a database is taken for so long. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html */
const DATABASE_TOKEN = 15 * MINUTE

/** When what a sentence says happened, in milliseconds; null where the text has no time of it. */
const momentAt = (text: string, at: number): number | null => parseInstant(readTime(text, at) ?? '')

/** Does the log show that the last token was made longer ago than a token is taken? */
export const isDatabaseTokenOld: TellingSign = (seen) => {
  const { whole } = seen
  const at = sentenceAt(seen)
  const made = [...whole.matchAll(TOKEN_MADE)].findLast(({ index }) => index < at)
  const [from, to] = [made === undefined ? null : momentAt(whole, made.index), momentAt(whole, at)]
  return from !== null && to !== null && to - from >= DATABASE_TOKEN
}

const ENDS_AT = /["']?expires["']?\s?[:=]\s?(\d{10})(?!\d)/gi

/** Is the end of each API key that is printed before the time of the answer? */
export const isKeyEnded: TellingSign = (seen) => {
  const { whole } = seen
  const ends = [...whole.matchAll(ENDS_AT)].map(([, seconds]) => Number(seconds) * 1000)
  const now = momentAt(whole, sentenceAt(seen))
  return now !== null && ends.length > 0 && ends.every((end) => end < now)
}

/** For which host a token of a database was made. */
const TOKEN_FOR =
  /\bgenerate[-_]db[-_]auth[-_]token\b[^\n]{0,120}?(?:--hostname[ =]|\bDBHostname\s?=\s?)["']?([\w.-]{4,255})/gi

/** Was the token that is refused made for another name than the one that RDS gives the database? */
export const isForAlias: TellingSign = ({ text }) => {
  const hosts = [...text.matchAll(TOKEN_FOR)].map(([, host = '']) => host.toLowerCase())
  return (
    hosts.length > 0 &&
    hosts.every((host) => host.includes('.') && !/\.rds\.amazonaws\.com(?:\.cn)?$|^\d{1,3}(?:\.\d{1,3}){3}$/.test(host))
  )
}

/** The options that a mount of EFS had, as its helper logs them or as the command has them. */
const MOUNT_OPTIONS = /\boptions=\{([^}\n]{1,300})\}|(?<=\s)-t\sefs\s-o\s(\S{1,300})/g

/** A command that has no options right behind the type: all that follows in its line may hold some. */
const PLAIN_MOUNT = /\bmount\s-t\sefs\s(?!-o\b)([^\n(]{1,200})/g

/** The same in a file system table. */
const LISTED_OPTIONS = /\sefs\s{1,8}([\w,=.-]{3,200})\s{1,8}\d\s{1,8}\d\b/g

/** Were all mounts that the text shows made without the client's identity? A table, which can be another host's, tells where no mount does. */
export const isAnonymousMount: TellingSign = ({ text }) => {
  const made = [
    ...[...text.matchAll(MOUNT_OPTIONS)].map(([, logged, typed = '']) => logged ?? typed),
    ...[...text.matchAll(PLAIN_MOUNT)].map(([, rest = '']) => rest),
  ]
  const options = made.length > 0 ? made : [...text.matchAll(LISTED_OPTIONS)].map(([, listed = '']) => listed)
  return options.length > 0 && !options.some((one) => /\biam\b/.test(one))
}

/** What a program can add to a request beside what its keys sign. */
const HEADER = /\bheaders?\b|\bcontent-type\b|\bx-[a-z]{2,20}-[a-z-]{2,30}\b/i

/** Does the same request pass with these keys where a header or an option is left out? */
export const passesWithoutHeader: TellingSign = ({ whole: text }) => {
  const sentences = writtenSentences(text)
  if (!HEADER.test(text)) return false
  if (worksWithout(sentences) !== null) return true
  const { works, fails } = tellingClauses(sentences)
  return works.length > 0 && fails.some((one) => HEADER.test(one))
}

/** That a program is an administrator’s, or works as one. */
const AS_ADMIN = either(
  /\b(?:AdministratorAccess|AWSControlTowerExecution|OrganizationAccountAccessRole)\b/,
  /\b(?:I['’]?m|I am|we are|is|as|has|have|with)\s(?:an?\s|the\s|full\s)?admin(?:istrator)?\b/,
)

/** That it is only wished or guessed, or not so. */
const NOT_SO = /\b(?:should|would|could|if|whether|without|lacks?|no|not|never)\b|n['’]t\b/i

/** Does somebody say that the caller is an administrator? */
export const isAdmin: TellingSign = ({ whole }) =>
  writtenSentences(whole).some((one) => AS_ADMIN.test(one) && !NOT_SO.test(one.slice(0, one.search(AS_ADMIN))))

const SMTP_ENDPOINT = new RegExp(String.raw`\bemail-smtp(?:-fips)?\.(${REGION_NAME})\.amazonaws\.com`, 'gi')

const PASSWORD_DERIVED = new RegExp(
  String.raw`\bsmtp_credentials_generate\.py\s\S{1,120}\s(${REGION_NAME})(?![\w-])`,
  'gi',
)

/** Where SMTP credentials were made. */
const PASSWORD_MADE = new RegExp(
  String.raw`\b(?:SMTP|SES)\s(?:\w{1,12}\s){0,2}(?:credentials?|user|password)\b[^.]{0,80}\b(?:for|from|in|of)\s(?:the\s)?(?:region\s)?(${REGION_NAME})(?![\w-])`,
  'gi',
)

/** Were the SMTP credentials made for another Region than that of the endpoint? */
export const smtpOfOtherRegion: TellingSign = ({ whole }) => {
  const asked = new Set(namesIn(whole, SMTP_ENDPOINT))
  const told = writtenSentences(whole).filter((one) => isReport(one) && !/\bemail-smtp\b/i.test(one))
  const made = [...namesIn(whole, PASSWORD_DERIVED), ...told.flatMap((one) => namesIn(one, PASSWORD_MADE))]
  return asked.size === 1 && made.length > 0 && !made.some((region) => asked.has(region))
}

/** A command under sudo that can call AWS: not one that installs, moves or starts something. */
export const SUDO_RUNS = new RegExp(
  String.raw`(?:^|[$#>&;]\s?)sudo\s(?:-\S{1,20}\s){0,3}(?!-|(?:${[
    ...['apt', 'apt-get', 'yum', 'dnf', 'apk', 'snap', 'zypper', 'amazon-linux-extras', 'pip3?', 'npm', 'gem'],
    ...['systemctl', 'service', 'mkdir', 'cp', 'mv', 'rm', 'ln', 'tee', 'chown', 'chmod', 'usermod', 'unzip', 'tar'],
    ...[
      'curl',
      'wget',
      'cat',
      'ls',
      'vim?',
      'nano',
      'mount',
      'umount',
      'reboot',
      'su',
      'docker',
      String.raw`\S*\/aws\/install`,
    ],
  ].join('|')})(?:\s|$))[^\n]{1,200}`,
  'm',
)
