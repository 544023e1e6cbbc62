import { own } from '../text/own'
import { bucketArn } from '../facts/calls/resource-of-request'
import type { SituationId } from '../facts/situations/situations'
import type { DenialSentence, Implied } from './denial-sentence'
import { CALLER, servicePrincipalOf } from './service-callers'
import type { Wrapper } from './wrapper'

/** A sentence ends at a full stop before a blank, or with its line. */
const SENTENCE = /[^\n.!?]{1,500}(?:[.!?](?!\s|$)[^\n.!?]{1,500}){0,20}[.!?]?/g

/** What happened, in a verb that has happened. */
const REFUSED =
  /\b(?:(?:is|was|are|were|has\sbeen|have\sbeen|has|have)(?:\snot|n['\u2019]t)\s(?:been\s)?(?:able|authori[sz]ed|allowed|permitted|granted)|(?:is\s|was\s)?unable\sto|(?:can|could|did|does|do)(?:\snot|n['\u2019]t)\b|can['\u2019]t|cannot|failed\sto|failure|lacks|(?:access|permission)\s(?:was\s|is\s)?denied|forbidden|insufficient|misconfigured|requires\s(?:additional\s)?(?:'[\w:]{3,80}'\s)?permissions?)/i

/** What has to be so, where an error says it. */
const DEMANDED = /\b(?:please|must|make\ssure|ensure|verify|invalid|incorrect|missing)\b/i

/** What is told of a case that need not be so. */
const SUPPOSED = /\b(?:if|unless|whether|when(?!\scalling\sthe)|to\sallow|so\sthat)\b/i

/** Words of a refusal itself, where no service and no role is spoken of. */
const DENIED = /\bdenied\b|\bforbidden\b|\b403\b|\bpermissions?\b|\bauthori[sz]ed\b|\bprivileges?\b/i

const OF_ROLE = /role\b|:role\//i
const ASSUMES = /\bassum(?:e[ds]?|able|ing)\b|\btrust(?:s|ed)?\b/i
const PERMITS = /\b(?:permissions?|privileges?|authori[sz]ed|access(?:\srights?)?\sto|not\sgrant)\b/i

const ROLE_ARN = /arn:aws[\w-]*:iam::[^\s"',]{1,300}:role\/[^\s"',]{0,300}[\w>*]/
const PRINCIPAL = /(?<![\w./@-])(?:[a-z][a-z\d-]{1,40}\.){1,3}amazonaws\.com(?:\.cn)?(?![\w/:-])/
const ACTION = /(?<![\w:/])[a-z][a-z\d-]{1,40}:[A-Z][A-Za-z\d]{2,80}\b/
const ARN = /arn:aws[\w-]*:[a-z][a-z\d-]{1,40}:[^\s"'`<>\])]{1,400}[\w*]/
const BUCKET =
  /\bs3[an]?:\/\/(?<path>[\w.-]{3,63}(?:\/[^\s"'\]),]{0,400})?)|\bbucket:?\s["'`]?(?<name>[a-z\d][a-z\d.-]{1,61}[a-z\d])\b/i
const SUBJECT = new RegExp(`(?<![\\w-])(${CALLER})(?:\\sservice)?(?:\\s(?:is|was|has|does|did))?\\s$`)
const NAMED_AFTER = new RegExp(
  `\\b(?:by|with|allows?|lets?|grants?|grant|permissions?\\sto)\\s(${CALLER})(?![\\w-])|(?<![\\w-])(${CALLER})\\s(?:has|have)\\s(?:been\\sgranted\\s)?permissions?\\b`,
)

/** What a service wants of a thing that the sentence names, where no verb says more. */
const WANTED: readonly (readonly [RegExp, string])[] = [
  [/\bfunction\b/i, 'lambda:InvokeFunction'],
  [/\btopic\b/i, 'sns:Publish'],
  [/\bqueue\b/i, 'sqs:SendMessage'],
  [/\blog\s(?:group|stream)/i, 'logs:CreateLogStream'],
  [/\bsecret\b/i, 'secretsmanager:GetSecretValue'],
  [/\bevent\sbus\b/i, 'events:PutEvents'],
  [/\b(?:kms|encryption)\skey\b/i, 'kms:Decrypt'],
]

/** What a service that was not let in could not do. */
const REACHES =
  /\b(?:permissions?|access|authori[sz]ed|allowed|grant(?:ed)?|invoke|publish|send|write|read|deliver|use)\b/i

/** What is done with a bucket, by the words for it. */
const OF_BUCKET: readonly (readonly [RegExp, string])[] = [
  [/\bACLs?\b/, 's3:GetBucketAcl'],
  [/\blocation\b/i, 's3:GetBucketLocation'],
  [/\bdelet/i, 's3:DeleteObject'],
  [/\b(?:write|writing|put|upload|deliver|stor(?:e|ing)|export|sav(?:e|ing)|output|destination)/i, 's3:PutObject'],
  [/\blist/i, 's3:ListBucket'],
  [/\b(?:read|get|download|open|load|fetch|input|source|import|HeadObject)/i, 's3:GetObject'],
]

const firstOf = (rows: readonly (readonly [RegExp, string])[], words: string): string | undefined =>
  rows.find(([pattern]) => pattern.test(words))?.[1]

/** An operation of S3 by its name. */
const OF_S3 = /\b(?:Get|Put|List|Head|Delete)(?:Bucket|Object)[A-Za-z]{0,40}\b/

/** The bucket that a sentence names, with the key where it names one. */
function bucketOf(words: string): string | undefined {
  const { path, name } = BUCKET.exec(words)?.groups ?? {}
  if (name !== undefined && own(NO_NAMES, name.toLowerCase()) === undefined) return bucketArn(name, null)
  const [bucket = '', ...key] = (path ?? '').split('/')
  return bucket === '' ? undefined : bucketArn(bucket, key.join('/') || null)
}

/** Words behind "bucket" that are no name. */
const NO_NAMES: Readonly<Record<string, true>> = Object.fromEntries(
  ['policy', 'location', 'owner', 'name', 'permissions', 'permission', 'please', 'and', 'that', 'with', 'because'].map(
    (word) => [word, true as const],
  ),
)

interface Read {
  /** The sentence, and what the error says after it. */
  readonly words: string
  readonly rest: string
  /** It, and the sentence before. */
  readonly context: string
  /** Where its verb stands. */
  readonly verb: number
  /** A code or the name of an exception says that it is an error. */
  readonly isFramed: boolean
  /** The frame of an SDK names the operation or the code: then it is the caller who was refused. */
  readonly isCalled: boolean
}

/** The service that the sentence speaks of: by its principal, or by its name before the verb or behind "by" and "grants". */
function serviceIn({ words, rest, verb }: Read): string | undefined {
  const named = PRINCIPAL.exec(words)?.[0] ?? PRINCIPAL.exec(rest)?.[0]
  if (named !== undefined) return named
  const after = NAMED_AFTER.exec(words)
  const name = SUBJECT.exec(words.slice(0, verb))?.[1] ?? after?.[1] ?? after?.[2]
  return name === undefined ? undefined : (servicePrincipalOf(name) ?? undefined)
}

interface Grammar {
  readonly situation?: SituationId
  readonly layer?: 'trust'
  readonly service?: string
  readonly implies: Implied
}

const given = <K extends keyof Implied>(name: K, value: string | undefined): Implied =>
  value === undefined ? {} : { [name]: value }

/** A sentence without its ARNs and the kind of a caller: neither says that a role was assumed. */
const plainOf = (words: string): string => words.replaceAll(/arn:aws[^\s"',]{1,400}|\bAssumedRole\b/g, ' ')

/** A role that a service may not assume. */
function readTrust(read: Read): Grammar | null {
  const { words, rest, isFramed } = read
  if (!ASSUMES.test(plainOf(words)) || !OF_ROLE.test(words)) return null
  const principal = serviceIn(read)
  const isOfTrust = /\btrust/i.test(words) && REFUSED.test(words) && !/\bexists?\b/i.test(words)
  return {
    situation: principal !== undefined || isFramed ? 'service-may-not-assume' : 'role-not-assumable',
    ...(isOfTrust && { layer: 'trust' }),
    implies: {
      action: 'sts:AssumeRole',
      ...given('principal', principal),
      ...given('resource', (ROLE_ARN.exec(words) ?? ROLE_ARN.exec(rest))?.[0]),
    },
  }
}

/** A role that was given to a service and lacks something. */
function readRole({ words }: Read): Grammar | null {
  if (!OF_ROLE.test(plainOf(words)) || !PERMITS.test(words)) return null
  const bucket = bucketOf(words)
  const action = ACTION.exec(words)?.[0] ?? (bucket === undefined ? undefined : firstOf(OF_BUCKET, words))
  const others = words.replace(ROLE_ARN, '')
  return {
    situation: 'service-role-lacks',
    implies: {
      ...given('principal', ROLE_ARN.exec(words)?.[0]),
      ...given('action', action),
      ...given('resource', bucket ?? ARN.exec(others)?.[0]),
    },
  }
}

/** A service that the policy of a resource doesn't let in. */
function readService(read: Read): Grammar | null {
  const { words, rest, context } = read
  const principal = serviceIn(read)
  if (principal === undefined || /denied|forbidden|failure|insufficient/i.test(REFUSED.exec(words)?.[0] ?? ''))
    return null
  if (!REACHES.test(words)) return null
  const isOfBucket = /\bbucket\b|\bs3\b/i.test(context)
  const operation = OF_S3.exec(context)?.[0]
  const action =
    ACTION.exec(words)?.[0] ??
    (operation === undefined ? firstOf(isOfBucket ? OF_BUCKET : WANTED, words) : `s3:${operation}`)
  if (action === undefined && !isOfBucket) return null
  const resource = bucketOf(words) ?? (ARN.exec(words) ?? ARN.exec(rest))?.[0]
  return {
    situation: 'service-refused-by-resource',
    ...(isOfBucket && { service: 's3' }),
    implies: { principal, ...given('action', action), ...given('resource', resource) },
  }
}

/** A bucket that was not reached. */
function readBucket({ words, isCalled }: Read): Grammar | null {
  if (isCalled || !DENIED.test(words) || !/\bbucket\b|\bs3[an]?:\/\//i.test(words)) return null
  const action = ACTION.exec(words)?.[0] ?? firstOf(OF_BUCKET, words)
  return { service: 's3', implies: { ...given('action', action), ...given('resource', bucketOf(words)) } }
}

const READERS = [readTrust, readRole, readService, readBucket] as const

/** A text so short is no more than the error. */
const ALONE = 700

/** How far back the sentence before is looked for. */
const BEFORE = 90

/** How near the code of an error stands to what it says. */
const NEAR = 400

/** A line that a program begins so when it fails. */
const ERROR_HEAD =
  /(?:\b[A-Z]\w{1,60}(?:Exception|Error|Fault)|\b(?:error|failed|problem))\b[^\n]{0,120}$|(?:"|\b)(?:error|message|reason|statusReason|errorMessage|cause)\w{0,20}"?\s?[:=]\s?"?[^"\n]{0,120}$/i

/** A statement of a program that would say so: its text has gaps still. */
const OF_CODE = /%[sd]\b|\braise\s[A-Z]|\bthrow\snew\s/

/** The sentences of a text in which a service says in its own words that it, or a role given to it, was not let in. */
export function findByGrammar(text: string, wrappers: readonly Wrapper[]): readonly DenialSentence[] {
  if (!REFUSED.test(text) && !DEMANDED.test(text)) return []
  const isAlone = text.trim().length <= ALONE
  const found: DenialSentence[] = []
  for (const { 0: words, index: start } of text.matchAll(SENTENCE)) {
    if (OF_CODE.test(words)) continue
    if (!/role|\b(?:bucket|s3|function|topic|queue|log|secret|key|bus|trust)/i.test(words)) continue
    const end = start + words.length
    const near = wrappers.filter((one) => one.start < end + NEAR && start - NEAR < one.end)
    const isFramed = near.length > 0 || ERROR_HEAD.test(text.slice(Math.max(0, start - 160), start))
    const refused = REFUSED.exec(words)
    const verb = refused ?? (isFramed ? DEMANDED.exec(words) : null)
    if (verb === null || !(isFramed || isAlone) || SUPPOSED.test(words.slice(0, verb.index))) continue
    const context = text.slice(Math.max(0, start - BEFORE), end)
    const read = {
      words,
      context,
      rest: text.slice(end, end + NEAR),
      verb: verb.index,
      isFramed,
      isCalled: near.some(
        ({ fields, rank }) => fields.operation !== undefined || (rank === 0 && fields.errorCode !== undefined),
      ),
    }
    const grammar = READERS.map((reader) => reader(read)).find((one) => one !== null)
    if (!grammar) continue
    const { situation, layer = 'unknown', service, implies } = grammar
    found.push({
      row: 'by its structure',
      start,
      end,
      pieces: {},
      decision: 'unknown',
      layer,
      weak: true,
      ...(service !== undefined && { service }),
      ...(situation !== undefined && { situation }),
      implies,
    })
    if (found.length === MOST) break
  }
  return found
}

/** More of one text say nothing more. */
const MOST = 3
