import { monthNumber } from '../../text/month-number'
import { instantText, parseInstant } from '../../iam/instant'
import { message } from '../../text/message'
import { code, type Phrase } from '../../text/phrase'
import { NO_POLICY_MESSAGES } from '../messages/no-policy'
import type { NoPolicyDetail } from '../no-policy'

/** A time as signatures, S3's answers and HTTP write it. */
const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/
const OF_HTTP = /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/

const isoOf = (text: string): string => {
  const [, day, name = '', year, clock] = OF_HTTP.exec(text) ?? []
  if (day !== undefined) return `${year}-${monthNumber(name)}-${day}T${clock}Z`
  return text.replace(BASIC, '$1-$2-$3T$4:$5:$6Z')
}

/** Seconds since 1970; null where it is no time. */
function secondsOf(text: string): number | null {
  const iso = isoOf(text)
  const instant = iso.includes('T') ? parseInstant(iso) : null
  return instant === null ? null : Math.floor(instant / 1000)
}

const timeText = (seconds: number): string => instantText(seconds * 1000)

const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
]

/** A length of time by its two largest units: `52 min 12 s`. */
export function durationText(seconds: number): string {
  let left = Math.round(Math.abs(seconds))
  const parts: string[] = []
  for (const [size, name] of UNITS) {
    const count = Math.floor(left / size)
    left -= count * size
    if (count > 0 && parts.length < 2) parts.push(`${count} ${name}`)
  }
  return parts.join(' ') || '0 s'
}

const detail = (name: string, value: Phrase): NoPolicyDetail => ({ name: [{ text: name }], value })
const timeDetail = (name: string, seconds: number): NoPolicyDetail => detail(name, [{ text: timeText(seconds) }])

const TIME = String.raw`(\d{8}T\d{6}Z)`
const IN_SENTENCE = new RegExp(
  String.raw`Signature (?:expired|not yet current): ${TIME} is (?:now earlier|still later) than \d{8}T\d{6}Z \(${TIME} [-+] \d{1,3} min`,
)
const IN_ANSWER = /<RequestTime>([^<]{16,30})<\/RequestTime>\s{0,20}<ServerTime>([^<]{16,30})<\/ServerTime>/

/** How far the clock that signed is off, from the two times that AWS names. */
function clockDetails(text: string): readonly NoPolicyDetail[] {
  const [, signedText = '', receivedText = ''] = IN_SENTENCE.exec(text) ?? IN_ANSWER.exec(text) ?? []
  const signed = secondsOf(signedText)
  const received = secondsOf(receivedText)
  if (signed === null || received === null || signed === received) return []
  const difference = durationText(received - signed)
  return [
    timeDetail(NO_POLICY_MESSAGES.signed, signed),
    timeDetail(NO_POLICY_MESSAGES.received, received),
    detail(
      NO_POLICY_MESSAGES.clock,
      received > signed
        ? message(NO_POLICY_MESSAGES.behind, { difference })
        : message(NO_POLICY_MESSAGES.ahead, { difference }),
    ),
  ]
}

const parameter = (text: string, name: string): string | null =>
  new RegExp(String.raw`[?&;]${name}=([^&\s"'<>]{1,400})`, 'i').exec(text)?.[1] ?? null

/** A credential as a signature names it: key, day, Region, service. */
const SCOPE = /^([A-Z0-9*]{3,40})(?:%2F|\/)\d{8}(?:%2F|\/)([a-z0-9-]{4,30})(?:%2F|\/)([a-z0-9-]{2,30})(?:%2F|\/)/i

const endOf = (text: string): number | null => {
  const signed = secondsOf(parameter(text, 'X-Amz-Date') ?? '')
  const length = Number(parameter(text, 'X-Amz-Expires') ?? '')
  if (signed !== null && Number.isInteger(length) && length > 0) return signed + length
  const told = /<Expires>([^<]{16,30})<\/Expires>/.exec(text)?.[1] ?? ''
  return secondsOf(told)
}

/** When a presigned URL was signed and ends, for which headers and Region, and whether its session token is there. */
function urlDetails(text: string): readonly NoPolicyDetail[] {
  const details: NoPolicyDetail[] = []
  const signed = secondsOf(parameter(text, 'X-Amz-Date') ?? '')
  const length = Number(parameter(text, 'X-Amz-Expires') ?? '')
  if (signed !== null) details.push(timeDetail(NO_POLICY_MESSAGES['url-signed'], signed))
  if (Number.isInteger(length) && length > 0)
    details.push(detail(NO_POLICY_MESSAGES['url-valid'], [{ text: durationText(length) }]))
  const end = endOf(text)
  const received = secondsOf(/<ServerTime>([^<]{16,30})<\/ServerTime>/.exec(text)?.[1] ?? '')
  if (end !== null && received !== null && received > end) {
    const values = { time: timeText(end), difference: durationText(received - end) }
    details.push(detail(NO_POLICY_MESSAGES['url-ends'], message(NO_POLICY_MESSAGES['ended-before'], values)))
  } else if (end !== null) details.push(timeDetail(NO_POLICY_MESSAGES['url-ends'], end))
  const headers = parameter(text, 'X-Amz-SignedHeaders')?.replaceAll(/%3B/gi, ';').replaceAll(';', ', ')
  if (headers !== undefined && /^[\w, -]{1,300}$/.test(headers))
    details.push(detail(NO_POLICY_MESSAGES.headers, message(NO_POLICY_MESSAGES['send-these'], { headers })))
  const [, key = '', region = '', service = ''] = SCOPE.exec(parameter(text, 'X-Amz-Credential') ?? '') ?? []
  if (region !== '')
    details.push(detail(NO_POLICY_MESSAGES.scope, message(NO_POLICY_MESSAGES['of-service'], { service, region })))
  if (key.startsWith('ASIA') && parameter(text, 'X-Amz-Security-Token') === null)
    details.push(detail(NO_POLICY_MESSAGES.token, message(NO_POLICY_MESSAGES['token-missing'])))
  return details
}

/** How programs and tools sign a URL, and which method that is for. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\bgenerate_presigned_url\(\s{0,20}(?:ClientMethod\s?=\s?)?['"](get|put|head|delete)_object/i, ''],
  [/\bgetSignedUrl\([^)]{0,200}\b(Get|Put|Head|Delete)ObjectCommand\b/, ''],
  [/\bgetSignedUrl\(\s{0,20}['"](get|put|head|delete)Object/, ''],
  [/\bPresign(Get|Put|Head|Delete)Object\b/, ''],
  [/\bpresign(Get|Put|Delete)Object\b/, ''],
  [/\baws\ss3\spresign\b/, 'GET'],
]

/** How a request is sent, and by which method. */
const SENDS: readonly (readonly [RegExp, string])[] = [
  [/<CanonicalRequest>(GET|PUT|POST|HEAD|DELETE)\b/, ''],
  [/\bcurl\b[^\n]{0,300}\s(?:-X|--request)[ =]?["']?(GET|PUT|POST|HEAD|DELETE)\b/, ''],
  [/\bcurl\b[^\n]{0,300}\s(?:-T|--upload-file)\s/, 'PUT'],
  [/\bcurl\b[^\n]{0,300}\s(?:-I|--head)\b/, 'HEAD'],
  [/\bmethod:\s?['"](GET|PUT|POST|HEAD|DELETE)['"]/i, ''],
  [/\b(?:requests|axios|http|client)\.(get|put|post|head|delete)\(/i, ''],
]

const methodIn = (text: string, rows: readonly (readonly [RegExp, string])[]): string | null => {
  for (const [pattern, method] of rows) {
    const found = pattern.exec(text)
    if (found) return method || (found[1] ?? '').toUpperCase()
  }
  return null
}

/** A presigned URL is for one method: which it was signed for, and which was sent, where the text shows both and they differ. */
function methodDetails(text: string): readonly NoPolicyDetail[] {
  const signed = methodIn(text, SIGNS)
  const sent = methodIn(text, SENDS)
  if (signed === null || sent === null || signed === sent) return []
  return [
    detail(NO_POLICY_MESSAGES['signed-method'], message(NO_POLICY_MESSAGES['signs-one-method'], { signed })),
    detail(NO_POLICY_MESSAGES['sent-method'], [code(sent)]),
  ]
}

const WRONG_REGION = /the region '([a-z0-9-]{4,30})' is wrong; expecting '([a-z0-9-]{4,30})'/i

function regionDetails(text: string): readonly NoPolicyDetail[] {
  const [, wrong, region] = WRONG_REGION.exec(text) ?? []
  if (wrong === undefined || region === undefined) return []
  return [
    detail(NO_POLICY_MESSAGES.scope, message(NO_POLICY_MESSAGES['of-region'], { region: wrong })),
    detail(NO_POLICY_MESSAGES.expected, message(NO_POLICY_MESSAGES['of-region'], { region })),
  ]
}

/** What a text shows of the signature that AWS did not take: never the signature or the key. */
export const signatureDetails = (text: string): readonly NoPolicyDetail[] => [
  ...clockDetails(text),
  ...methodDetails(text),
  ...urlDetails(text),
  ...regionDetails(text),
]
