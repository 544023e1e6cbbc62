import { nameOfAction, serviceOfAction } from '../iam/action'
import { isReachKnown } from '../facts/service-reach'
import { PASSED_ROLES, TAKEN_BY_SEVERAL } from '../facts/calls/passed-roles'
import { prefixOfServiceName, serviceOfOperation } from '../iam/operations'
import { matchWildcard } from '../iam/wildcard'
import { own } from '../text/own'
import { CALLER, canName, NAMED_SERVICE, principalOfPrefix, servicePrincipalOf } from './service-callers'
import { serviceOfWork } from './service-works'

/** One sentence of an error, as far as it was read. */
export interface SaidSentence {
  readonly words: string
  /** What the error says next, in its line. */
  readonly rest: string
  /** The sentence, and what stands before it in its line. */
  readonly context: string
  /** What the error says before, in other sentences too. */
  readonly head: string
  /** Where the verb stands. */
  readonly verb: number
  /** The verb says that something failed, not what has to be so. */
  readonly isRefused: boolean
  /** A code of AWS or the frame of an SDK stands near. */
  readonly isOfAws: boolean
  /** The operations that an SDK names near it. */
  readonly operations: readonly string[]
}

/** Words of a role that is assumed. */
export const ASSUMES = /\bassum(?:e[ds]?|able|ing)\b|\bAssumeRole\b/i
/** Words of a role, or of its ARN. */
export const OF_ROLE = /\broles?\b|:role\/|\b\w{2,130}Role(?:Arn)?\b|\binstance\sprofile\b/i

const PRINCIPAL = /(?<![\w./@-])(?:[a-z][a-z\d-]{1,40}\.){1,3}amazonaws\.com(?:\.cn)?(?![\w/:-])/
const SUBJECT = new RegExp(
  `(?<![\\w-])(?<!\\bfor\\s)(${CALLER})(?:['\u2019]s)?(?:\\sservice(?:\\sprincipal)?)?(?:\\s(?:is|was|has|does|did))?\\s$`,
)
/** Words of what was refused, before which nobody stands who did it. */
const OF_ACCESS = /^(?:access|permission|failure|forbidden|insufficient)/i
const BEFORE_NAME = String.raw`\b(?:by|with|allows?|lets?|grants?|granted|trusts?|permissions?\s(?:to|for)|authori[sz]es?)\s(?:the\s)?`
const BEHIND_NAME = String.raw`\s(?:(?:(?:has|have)\s(?:not\s)?(?:been\sgranted\s)?|needs\s|requires\s)(?:[A-Z]{3,12}\s)?permissions?\b|(?:can(?:not|['\u2019]t)|could(?:\snot|n['\u2019]t)|is\sunable|was\sunable)\b)`
const NAMED_AFTER = new RegExp(`${BEFORE_NAME}(${CALLER})(?![\\w(-])|(?<![\\w-])(${CALLER})${BEHIND_NAME}`)
/** Without which that matches nothing: a pattern of all names takes a tenth of a second to compile. */
const MAY_BE_NAMED_AFTER = new RegExp(`${BEFORE_NAME}[A-Z]|${BEHIND_NAME}`)
/** A name that is not that of the thing it speaks of, nor of where that is. */
const SPEAKER = new RegExp(
  `(?<![\\w-])(?<!\\b(?:to|from|in|into|of|on|via|call|invoke|access|an|your|[Ss]ervice:)\\s)(${NAMED_SERVICE})(?![\\w(-])(?!\\s(?:Logs\\b|buckets?|functions?|topics?|queues?|keys?|streams?|tables?|objects?|locations?|paths?|URIs?|URLs?|data|prefix|log\\sgroups?|images?|repositor(?:y|ies)|secrets?|alias|clusters?|databases?|catalog|endpoints?|APIs?|actions?|operations?|permissions?|polic(?:y|ies)|resources?|files?)\\b)`,
)

/** The service that a call hands its role to; of a service that is known, by its own calls alone, as others have some of the same name. */
const serviceOfCall = (operation: string, service: string | null): string | undefined => {
  const name = operation.toLowerCase()
  if (service === null && TAKEN_BY_SEVERAL.has(name)) return undefined
  const known = PASSED_ROLES.filter(
    ({ calls }) => service === null || calls.some((call) => serviceOfAction(call) === service),
  )
  const named = known.filter(({ calls }) => calls.some((call) => nameOfAction(call) === name))
  const rows =
    named.length > 0
      ? named
      : known.filter(({ calls }) =>
          calls.some((call) => !/:(?:create|update)\*$/.test(call) && matchWildcard(nameOfAction(call), name)),
        )
  const [only, ...others] = new Set(rows.map(({ to }) => to))
  return others.length > 0 ? undefined : (only ?? undefined)
}

/** The service of an operation that no other has, where it is known how that service gets at things. */
const principalOfOperation = (operation: string): string | undefined => {
  const principal = `${serviceOfOperation(operation) ?? ''}.amazonaws.com`
  return isReachKnown(principal) && !OF_S3.test(operation) ? principal : undefined
}

/** Operations on things that others reach for say nothing of who reaches. */
const OF_S3 = /Bucket|Object/

const principalOf = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : (servicePrincipalOf(name) ?? undefined)

const afterIn = (words: string): string | undefined => {
  if (!MAY_BE_NAMED_AFTER.test(words)) return undefined
  const match = NAMED_AFTER.exec(words)
  return principalOf(match?.[1] ?? match?.[2])
}

/** A thing that its service works for, where it stands before what it could not do. */
const THING_SUBJECT =
  /\b(?<thing>SNS\stopic|S3\sbucket|CloudWatch\salarm|EventBridge\s(?:rule|bus)|user\spool|target\sgroup|CodeCommit\srepository|SES\srule)\b[^.]{0,200}\s(?:is|was)(?:\snot|n['\u2019]t)\s(?:allowed|authori[sz]ed|able)\sto\s(?:invoke|publish|send|write|deliver)/i
const OF_SUBJECT: Readonly<Record<string, string>> = {
  'sns topic': 'sns.amazonaws.com',
  's3 bucket': 's3.amazonaws.com',
  'cloudwatch alarm': 'cloudwatch.amazonaws.com',
  'eventbridge rule': 'events.amazonaws.com',
  'eventbridge bus': 'events.amazonaws.com',
  'user pool': 'cognito-idp.amazonaws.com',
  'target group': 'elasticloadbalancing.amazonaws.com',
  'codecommit repository': 'codecommit.amazonaws.com',
  'ses rule': 'ses.amazonaws.com',
}

const ofThing = (words: string): string | undefined =>
  own(OF_SUBJECT, (THING_SUBJECT.exec(words)?.groups?.thing ?? '').toLowerCase().replace(/\s/, ' '))

/** A service by its prefix, as IAM writes it, where that is no word of English. */
const BY_PREFIX = /(?<!\b(?:the|an?|your|this|that|its|our|my|any|each)\s)(?<![\w./:@-])(?<name>[a-z][a-z\d-]{2,40})\s$/
const IS_ENGLISH =
  /^(?:airflow|amplify|backup|batch|budgets|config|connect|connectors?|events|forecast|glue|health|logs|pipes|scheduler|states|support|transfer|translate|workspaces)$/

function ofPrefix(before: string): string | undefined {
  const name = BY_PREFIX.exec(before)?.groups?.name ?? ''
  return !IS_ENGLISH.test(name) && isReachKnown(`${name}.amazonaws.com`) ? `${name}.amazonaws.com` : undefined
}

/** A service by its prefix, which is said to be that of a principal. */
const OF_PRINCIPAL = /\b(?<name>[a-z][a-z\d-]{2,40})\sservice\sprincip(?:al|le)\b/

function ofPrincipal(words: string): string | undefined {
  const name = OF_PRINCIPAL.exec(words)?.groups?.name ?? ''
  return isReachKnown(`${name}.amazonaws.com`) ? `${name}.amazonaws.com` : undefined
}

/** The service whose page an error points to. */
function ofPage(words: string): string | undefined {
  const name = /\bdocs\.aws\.amazon\.com\/([a-z][a-z\d-]{1,40})\//.exec(words)?.[1]
  return name !== undefined && isReachKnown(`${name}.amazonaws.com`) ? `${name}.amazonaws.com` : undefined
}

/** Names of operations and types as words. */
export const inWords = (text: string): string => text.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')

/** The service that works here, by its principal or name; else the one that the call hands a role to. */
export function speakerOf(said: SaidSentence): string | undefined {
  const { words, rest, context, verb, operations } = said
  const before = context.slice(0, context.length - words.length)
  const isOfAccess = OF_ACCESS.test(words.slice(verb, verb + 12))
  const mayName = canName(`${context} ${rest}`)
  const named = (pattern: RegExp, text: string) => (mayName ? principalOf(pattern.exec(text)?.[1]) : undefined)
  const after = (text: string) => (mayName ? afterIn(text) : undefined)
  return (
    PRINCIPAL.exec(words)?.[0] ??
    PRINCIPAL.exec(rest)?.[0] ??
    ofPrincipal(`${words} ${rest}`) ??
    ofThing(words) ??
    (isOfAccess ? undefined : named(SUBJECT, words.slice(0, verb))) ??
    (isOfAccess ? undefined : ofPrefix(words.slice(0, verb))) ??
    after(words) ??
    named(SPEAKER, words) ??
    after(rest) ??
    named(SPEAKER, before) ??
    named(SPEAKER, rest) ??
    ofPage(`${words} ${rest}`) ??
    ofItself(said) ??
    operations.map((one) => serviceOfCall(one, calledIn(said))).find((one) => one !== undefined) ??
    (ASSUMES.test(words) ? operations.map(principalOfOperation).find((one) => one !== undefined) : undefined) ??
    (OF_ROLE.test(words) ? ofFrame(said) : undefined) ??
    serviceOfWork(inWords(`${context} ${rest} ${operations.join(' ')}`))
  )
}

/** What a tool writes round the words of a service: the type of a resource, the client of an SDK, a command, what it was about to do. */
const FRAMES: readonly RegExp[] = [
  /\(Service:\s(?<name>[A-Z][\w\s]{1,40})[;,]/,
  /\boperation\serror\s(?<name>[A-Z][\w\s-]{1,40}):/,
  /\bAWS::(?<name>[A-Z]\w{1,40})::/,
  /\baws_(?<name>[a-z][a-z\d]{1,40})_/,
  /\b(?:com\.amazonaws|software\.amazon\.awssdk)\.services\.(?<name>[a-z\d]{2,40})\./,
  /(?:^|\s)aws\s(?<name>[a-z][a-z\d-]{1,40})\s[a-z]{3,20}-[a-z]/,
]
/** The service that an SDK says was called, where a service of that name is known to work with roles. */
function calledIn({ words, rest, head }: SaidSentence): string | null {
  const name = /\boperation\serror\s(?<name>[A-Z][\w\s-]{1,40}):/.exec(`${head}${words} ${rest}`)?.groups?.name
  const prefix = name === undefined ? null : prefixOfServiceName(name)
  return prefix === null || principalOfPrefix(prefix) === null ? null : prefix
}

const DEPLOYS = String.raw`\b(?:creat|updat|delet|modify|wait|start)ing\s`
const DEPLOYED = new RegExp(`${DEPLOYS}(?:for\\s)?(?:(?:Amazon|AWS)\\s)?(${CALLER})\\s`)
const MAY_BE_DEPLOYED = new RegExp(DEPLOYS)

/** The service that works with the role of which a sentence speaks, by what a tool writes round it. */
function ofFrame({ words, rest, head }: SaidSentence): string | undefined {
  const before = `${head}${words}`
  const deployed = MAY_BE_DEPLOYED.test(before) && canName(before) ? DEPLOYED.exec(before)?.[1] : undefined
  if (deployed !== undefined) return principalOf(deployed)
  const all = `${head}${words} ${rest}`
  for (const frame of FRAMES) {
    const name = frame.exec(all)?.groups?.name
    const principal = name === undefined ? null : principalOfPrefix(prefixOfServiceName(name))
    if (principal !== null) return principal
  }
  return undefined
}

/** A service that calls itself "the service", by the package of its exception or by what its SDK says behind. */
const OF_ITSELF = /^\W{0,4}(?:the\s)?service\s(?:is|was|can|could|has|does)/i
const PACKAGE = /\bcom\.amazonaws\.services\.(?<name>[a-z\d]{2,40})\./
const TRAILER = /\(Service:\s(?<name>[A-Z][A-Za-z\d]{1,40})[;,]/

/** The service that speaks of itself. */
function ofItself({ words, rest, head }: SaidSentence): string | undefined {
  if (!OF_ITSELF.test(words.trimStart())) return undefined
  const name = (PACKAGE.exec(head) ?? TRAILER.exec(rest))?.groups?.name
  const principal = name === undefined ? undefined : `${prefixOfServiceName(name)}.amazonaws.com`
  return principal !== undefined && isReachKnown(principal) ? principal : undefined
}
