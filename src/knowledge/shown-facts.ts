import { wordsOfWhen } from '../facts/calls/when'
import { codedObjectKey } from '../facts/coded-object-key'
import { KEY_OFF, KEY_TO_DELETE, keyInState } from '../facts/kms-key-state'
import { madeAtOnce } from '../facts/made-at-once'
import { SAYS_WORKS, worksAgain } from '../facts/works-again'
import { serviceOfAction } from '../iam/action'
import { parseArn, regionOfArn } from '../iam/arn'
import { parsePrincipal } from '../iam/principal'
import type { AboutRequest } from './about-request'
import { listedInstead } from './listed-names'
import { accountClosed, failedEarlier, linkedRoleExists, notListed, otherVersionRead } from './printed-facts'
import { either } from '../text/either'
import { escaped } from '../text/escaped'
import { regionsIn } from '../iam/regions-in-text'
import { GOES, WORKS_NOT } from '../text/said-to-work'
import {
  contrastOfAdmin,
  contrastOfPlaces,
  contrastOfRegions,
  SAME_CALLER,
  TOLD_DIFFERENCES,
  type FoundWords,
} from './told-differences'
import { toldAllow, toldDelegation, toldTrust, type ToldAt } from './told-allows'

type Find = (sentence: string, about: AboutRequest) => ToldAt | null

/** How a fact is recognised: in the output of commands, or in one sentence of people. */
export interface ShownFact {
  /** In the whole text. */
  readonly printed?: (text: string, about: AboutRequest) => FoundWords | null
  /** In one sentence, unless what stands right before or behind turns it around. */
  readonly said?: RegExp | Find
  /** Is it said of who calls, so that it has to be this caller? */
  readonly isOfCaller?: true
  /** Does it tell of the actions of the service that was asked alone? */
  readonly isOfService?: true
  /** Is it said of the bucket of the request, so that what a text says of another one is none? */
  readonly isOfBucket?: true
  /** Does it tell of the action of the request alone, and of nothing that the call needs besides? */
  readonly isOfAction?: true
  /** Is it not so, for all that the whole text says? */
  readonly unless?: (text: string) => boolean
}

const SAYS_NOT = new RegExp(String.raw`${WORKS_NOT}|\b(?:if|whether)\b`, 'i')

const saysThatItWorks = (sentence: string): boolean => SAYS_WORKS.test(sentence) && !SAYS_NOT.test(sentence)

const ADMIN_POLICY = String.raw`(?<![\w:/.-])(?:the |an? )?AdministratorAccess(?![\w-])`
const ADMIN_WORDS = String.raw`(?:am|['’]m|is|are|as)\s(?:an?\s|the\s)?(?:full\s|AWS\s|account\s|IAM\s){0,2}admin(?:istrator)?\b(?!\s(?:account|group|team|console|page|user pool))`
const ADMIN_RIGHTS = String.raw`\b(?:full\s)?admin(?:istrator)?\s(?:access|rights|privileges|permissions|polic(?:y|ies)|role)\b`
const ADMIN = new RegExp(`${ADMIN_POLICY}|${ADMIN_WORDS}|${ADMIN_RIGHTS}`, 'i')

/** Roles to which AWS attaches AdministratorAccess when it makes them. */
const NAMED_ADMIN =
  /^(?:AWSReservedSSO_(?:AWS)?AdministratorAccess_\w+|OrganizationAccountAccessRole|AWSControlTowerExecution)$/

/** That the caller's policies allow all of the service: `s3:*` on everything. Policies of AWS's that are named are read as given. */
const allOfService: Find = (sentence, { action }) => {
  const service = serviceOfAction(action)
  if (service === '') return null
  const written = `(?<![\\w:-])${escaped(service)}:\\*["'\`]?(?:\\s(?:on|for|to)\\s|,\\s{0,3}["']?Resources?["']?:\\s{0,3})["'\`]?(?:\\*|all|every)`
  return new RegExp(written, 'i').exec(sentence)
}

/** That the caller's policies hold the action, on what was asked for, or it isn't said on what. */
const allowsAction: Find = (sentence, about) => {
  const told = toldAllow(sentence, about)
  return told?.covers === false ? null : told
}

/** That they hold it on another thing than what was asked for. */
const allowsElsewhere: Find = (sentence, about) => {
  const told = toldAllow(sentence, about)
  return told?.covers === false ? told : null
}

/** The key of an object; nothing of another thing. */
const keyOf = (resource: string): string => {
  const arn = parseArn(resource)
  if (arn === null) return ''
  return arn.service === 's3' ? arn.resource.slice(arn.resource.indexOf('/') + 1 || arn.resource.length) : ''
}

/** The object that a command of a shell reads or writes: its key, or its address in a bucket. */
const OBJECT_OF_COMMAND = /--key[ =]["']?([^\s"']{1,300})|\bs3:\/\/[^\s/"']{3,63}\/([^\s"']{1,300})/g

/** The refusal of a call, in AWS's words or as a code. */
const REFUSED = /\(?\b(?:AccessDenied|403|Forbidden)\b/

/** Was the same call refused for one object, and what stands at a place printed for another one? Then it tells nothing of the first. */
function isOfAnotherObject(text: string, at: number): boolean {
  const refused = REFUSED.exec(text)?.index ?? -1
  const commands = [...text.matchAll(OBJECT_OF_COMMAND)]
  const before = (place: number) => commands.findLast(({ index }) => index < place)
  const [denied, printed] = [before(refused), before(at)]
  const nameOf = (found: RegExpExecArray): string => found[1] ?? found[2] ?? ''
  return denied !== undefined && printed !== undefined && nameOf(denied) !== nameOf(printed)
}

const LISTING_OF = /\bs3 ls (?:--\S{1,40} ){0,4}["']?s3:\/\/[^\s/"']{3,63}\/?([^\s"']{0,300})/g

const LISTED = /^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?\s{1,20}\d{1,20}\s{1,4}(\S.{0,300})$/gm

/** Does the command before a line of a listing name another folder than the one that the key is in? */
function isListedElsewhere(text: string, { index }: RegExpExecArray, key: string): boolean {
  const folder = [...text.slice(0, index).matchAll(LISTING_OF)].at(-1)?.[1]
  return folder !== undefined && !key.startsWith(folder)
}

/** A line of a listing with the object that was asked for; or what is printed of it alone. */
const printedObject = (text: string, { resource }: AboutRequest): RegExpExecArray | null => {
  const key = keyOf(resource)
  for (const line of text.matchAll(LISTED)) {
    const name = line[1]!.trim()
    const isNamed = key !== '' && (key === name || (key.endsWith(`/${name}`) && !isListedElsewhere(text, line, key)))
    if (isNamed) return line
  }
  const named = key === '' ? null : new RegExp(`"Key"\\s?:\\s?"${escaped(key)}"`).exec(text)
  const size = /"ContentLength"\s?:\s?\d{1,20}/.exec(text)
  return named ?? (size !== null && isOfAnotherObject(text, size.index) ? null : size)
}

/** What a command prints of a thing with its ARN: it is there. */
const printedThing = (text: string, { resource }: AboutRequest): RegExpExecArray | null =>
  parseArn(resource) === null || resource.includes('*')
    ? null
    : new RegExp(
        `"(?:Arn|arn|ARN|(?:Function|logGroup|Table|Topic|Queue|Repository|repository|Cluster|cluster|Stream|FileSystem|StateMachine|stateMachine|Domain)(?:Arn|ARN))"\\s?:\\s?"${escaped(resource)}(?::\\*)?"`,
      ).exec(text)

/** That AdministratorAccess is among what was listed, unless the text names another than the caller whose it is. */
const printedAdmin = (text: string, { principal }: AboutRequest): RegExpExecArray | null => {
  const asked = /--(?:user|role)-name[ =]["']?([\w+=,.@-]{1,64})/.exec(text)?.[1]
  const name = parsePrincipal(principal)?.name ?? ''
  return asked === undefined || name === '' || asked.toLowerCase() === name.toLowerCase()
    ? /"PolicyName"\s?:\s?"AdministratorAccess"/.exec(text)
    : null
}

/** That a command which asked for the thing by its name found nothing. */
const printedMissing = (text: string, { resource }: AboutRequest): RegExpExecArray | null => {
  const name = parseArn(resource)?.resource.split(/[/:]/).at(-1) ?? ''
  if (name === '' || name.includes('*')) return null
  return new RegExp(
    `\\((?:NoSuchEntity|ResourceNotFound|NotFound)\\w{0,20}\\) when calling the (?:Get|Describe)\\w{1,40} operation[^\\n]{0,120}${escaped(name)}`,
  ).exec(text)
}

/** That the account of the caller is the one that manages the organization. */
const printedManagement = (text: string, { principal }: AboutRequest): RegExpExecArray | null => {
  const account = parsePrincipal(principal)?.account ?? ''
  return account === ''
    ? null
    : new RegExp(
        `\\b(?:Master|Management)Account(?:Id|Arn)"?[^\\n\\d]{0,40}\\n?[^\\n\\d]{0,10}${escaped(account)}`,
      ).exec(text)
}

/** Where the words are not of AWS's own sentence that nothing of a kind allows. */
const NOT_OF_AWS = String.raw`(?!\s(?:that\s|which\s)?(?:allows?|denies|denied|covers?|grants?|permits?|matche?s?|applies|polic))`
const NONE = String.raw`\b(?:no|without|zero|not any|n['’]t (?:have|use|using)|not using|never had)(?:\s(?:any|an?|the))?`
const none = (of: string): RegExp => new RegExp(`${NONE}\\s(?:${of})\\b${NOT_OF_AWS}`, 'i')

const AT_HOME =
  /\b(?:from|on)\smy\s(?:own\s|local\s){0,2}(?:laptop|mac(?:book)?|pc|desktop|machine|workstation|computer)\b|\blocally\b/i

/** Two things in one sentence, in either order, of which the second says that it works. */
const working =
  (what: RegExp): Find =>
  (sentence) => {
    const found = what.exec(sentence)
    return found && saysThatItWorks(sentence) ? found : null
  }

const ANOTHER =
  /\b(?:for|as|with|from|using|under)\s(?:(?:an?|the|my|our|all)\s)?(?:(?:other|another|different|second|own|personal)\s(?:IAM\s)?(?:users?|roles?|accounts?|profiles?|callers?|people|principals?)|others|colleagues?|everyone else|everybody else|root user|teammates?)\b/i

/** Somewhere else in the network. */
const PLACE = either(
  AT_HOME,
  /\b(?:outside|not\sin)\s(?:of\s)?(?:(?:the|our|a)\s)?(?:vpc|network)\b/,
  /\bfrom\s(?:another|the\sother|a\sdifferent|outside|home|elsewhere)\b/,
  /\bon\s(?:another|the\sother|a\sdifferent)\s(?:host|machine|box|server|instance|node|runner)\b/,
  /\bbastion\b/,
  /\b(?:over|through|via)\s(?:the\s)?(?:NAT|VPN|internet)\b/,
)

const RUNS_WELL = new RegExp(GOES, 'i')

/** That the same caller is let in from elsewhere. */
const sameCallerElsewhere: Find = (sentence) =>
  PLACE.test(sentence) && SAME_CALLER.test(sentence) && !SAYS_NOT.test(sentence) ? RUNS_WELL.exec(sentence) : null

/** A call with its answer, behind a line that says that it is made from elsewhere with the same key. */
const ANSWERED_ELSEWHERE =
  /^[^\w\n]{0,6}#[^\n]{0,60}\b(?:laptop|home|bastion|elsewhere|outside)\b[^\n]{1,40}\bsame\s[^\n]{0,40}\n[^\n]{1,400}\n\s{0,4}(?:HTTP\/[\d.]{1,3}\s)?200\b/im

const ACTION = /(?<![\w:/.-])[a-z][a-z\d-]{1,30}:[A-Z]\w{2,60}\b/g

/** That the policy simulator allows the action; of another one it says nothing. */
const simulated: Find = (sentence, { action }) => {
  const found = /\bsimulat(?:or|ed?|ion|e-principal-policy)\b[^.\n]{1,80}\ballow(?:ed|s)\b/i.exec(sentence)
  const named = sentence.match(ACTION) ?? []
  return named.length === 0 || named.some((one) => one.toLowerCase() === action.toLowerCase()) ? found : null
}

/** What the simulator prints of an action. */
const printedSimulation = (text: string, { action }: AboutRequest): RegExpExecArray | null =>
  action === ''
    ? null
    : new RegExp(
        String.raw`"EvalActionName"\s?:\s?"${escaped(action)}"[^{}]{0,300}"EvalDecision"\s?:\s?"allowed"`,
        'i',
      ).exec(text)

const PART_FAILED = /\bwhen calling the (?:UploadPart|CreateMultipartUpload|CompleteMultipartUpload) operation\b/

/** What the AWS CLI prints of an upload, that small ones pass, or that only large ones fail. */
const SMALL_PASSED = either(
  /(?<![^\n])upload: \S{1,300} to s3:\/\/\S{3,300}/,
  /\b(?:small|smaller|tiny)\s(?:\w{1,12}\s){0,2}(?:files?|objects?|ones|uploads?)\b[^.\n]{1,40}\b(?:works?|worked|pass(?:es|ed)?|succeed(?:s|ed)?|go(?:es)?\sthrough|fine|ok)\b/,
  /\bonly\s(?:the\s)?(?:large|larger|big|bigger|huge)\s(?:\w{1,12}\s){0,2}(?:files?|objects?|ones|uploads?)\s(?:fail|are\sdenied|get)/,
)

/** That what fails is a part of a large upload, where a small one is let through. */
const smallPasses = (text: string, { action }: AboutRequest): RegExpExecArray | null =>
  action.toLowerCase() === 's3:putobject' && PART_FAILED.test(text) ? SMALL_PASSED.exec(text) : null

/** That the same works in another Region than the one of the request. */
const inAnotherRegion: Find = (sentence, { resource }) => {
  const asked = regionOfArn(resource)
  const [named, ...others] = new Set(regionsIn(sentence))
  const isOther = named !== undefined && others.length === 0 && asked !== '' && named !== asked
  return isOther && !SAYS_NOT.test(sentence) ? RUNS_WELL.exec(sentence) : null
}

/** An id where a principal is printed: IAM shows it in place of an ARN once the role or user is gone. */
const PRINTED_ID = /"AWS"\s?:\s?(?:\[\s{0,20})?"(A(?:ROA|IDA)[A-Z\d]{8,24})"/

/** The id that a policy holds in the place of the caller, of whom the text shows another one or none. */
const printedUniqueId = (text: string): RegExpExecArray | null => {
  const found = PRINTED_ID.exec(text)
  return found !== null && text.split(found[1]!).length === 2 ? found : null
}

/** That the account has the Region of the call on. */
const REGION_ENABLED =
  /\bRegionOptStatus["']?\s?[:=]\s?["']?ENABLED\b|\bget-region-opt-status\b[^\n]{0,200}\n\s{0,8}["']?ENABLED\b/

/** What a clock and a server print of the same moment. */
const UTC_HERE = /\b[A-Z][a-z]{2}\s{1,2}(\d{1,2})\s(\d\d:\d\d):\d\d\sUTC\s(\d{4})\b/
const DATE_THERE = /\bdate:\s?[a-z]{3},\s(\d\d)\s[a-z]{3}\s(\d{4})\s(\d\d:\d\d):\d\d\sGMT\b/i

/** That both say the same minute. */
const clockRight = (text: string): RegExpExecArray | null => {
  const [here, there] = [UTC_HERE.exec(text), DATE_THERE.exec(text)]
  const isSame =
    here !== null && here[1]!.padStart(2, '0') === there?.[1] && here[2] === there[3] && here[3] === there[2]
  return isSame ? there : null
}

/** That a role may do everything, where it is not said of who calls. */
const ROLE_ADMIN =
  /\brole\b(?!\s(?:of|for)\s(?:my|our))[^.\n]{1,60}?\b(?:has|have|had|with|got|carries)\s(?:even\s|full\s|the\s)?(?:AdministratorAccess|admin(?:istrator)?\s(?:access|rights|privileges|permissions))\b/i

/** That the same run deleted a role, while the call asks for one. */
const DELETED_ROLE =
  /\baws_iam_role\.[\w.[\]"-]{1,80}: Destruction complete\b|\bDELETE_COMPLETE\W{1,40}AWS::IAM::Role\b[^\n]{0,160}/

const roleDeleted = (text: string, { action, resource }: AboutRequest): RegExpExecArray | null =>
  action.toLowerCase() === 'sts:assumerole' && resource.includes(':role/') ? DELETED_ROLE.exec(text) : null

/** That it worked for some time, as it is. */
const WORKED_BEFORE =
  /\b(?:worked|(?:was|were|had\sbeen|has\sbeen)\s(?:working|running))\s(?:fine\s|well\s|perfectly\s|without\s(?:any\s)?problems?\s){0,2}(?:until|till|yesterday|last\s(?:week|month|year|night)|for\s(?:(?:many|several|some|the\spast|\d{1,3})\s)?(?:days|weeks|months|years)|since\s\d{4})\b/i

/** An environment of a job of GitHub, and that the same passes without it. */
const OF_ENVIRONMENT = /^\s{0,20}environment:\s{1,4}["']?[\w.-]{1,100}/m
const WITHOUT_ENVIRONMENT =
  /\b(?:without|tak(?:e|ing)|remov(?:e|ing)|drop(?:ping)?|comment(?:ing)?|delet(?:e|ing))\b[^.\n]{1,40}\benvironment\b[^.\n]{1,60}\b(?:works?|worked|passes|goes\sthrough|fine)\b/i

/** That a job passes only where it has no environment. */
const environmentDecides = (text: string): RegExpExecArray | null =>
  OF_ENVIRONMENT.test(text) ? WITHOUT_ENVIRONMENT.exec(text) : null

const TABLE = {
  ...TOLD_DIFFERENCES,
  'caller-allows-all': {
    printed: printedAdmin,
    said: (sentence) => (saysThatItWorks(sentence) ? null : ADMIN.exec(sentence)),
    isOfCaller: true,
  },
  'caller-allows-service': { said: allOfService, isOfCaller: true, isOfService: true },
  'caller-allows-action': { said: allowsAction, isOfCaller: true, isOfAction: true },
  'caller-allows-elsewhere': { said: allowsElsewhere, isOfCaller: true, isOfAction: true },
  'trust-lets-in': { said: (sentence, about) => toldTrust(sentence, about, 'needs-allow') },
  'trust-grants': { said: (sentence, about) => toldTrust(sentence, about, 'grants') },
  'key-policy-delegates': { said: toldDelegation, isOfCaller: true },
  'caller-named-admin': {
    printed: (_, { principal }) => NAMED_ADMIN.exec(parsePrincipal(principal)?.name ?? ''),
  },
  'works-as-admin': { printed: contrastOfAdmin, said: working(ADMIN) },
  'works-for-another': { said: working(ANOTHER) },
  'works-at-home': { said: working(AT_HOME) },
  'same-caller-elsewhere': {
    printed: (text) => ANSWERED_ELSEWHERE.exec(text) ?? contrastOfPlaces(text, PLACE),
    said: sameCallerElsewhere,
  },
  'simulated-allowed': { printed: printedSimulation, said: simulated, isOfAction: true },
  'works-when-small': { printed: smallPasses, isOfAction: true },
  'works-in-another-region': { printed: contrastOfRegions, said: inAnotherRegion },
  'worked-before': { said: WORKED_BEFORE },
  'region-enabled': { printed: (text) => REGION_ENABLED.exec(text) },
  'same-region': {
    said: /\b(?:in|within)\s(?:the\s|one\s)?same\s(?:aws\s)?region\b|\b(?:both|all)\s(?:(?:are|is|of\sthem)\s){0,2}in\s[a-z]{2}(?:-[a-z]{2,9}){1,2}-\d\b|\bboth\s[a-z]{2}-[a-z]{2,9}-\d\b/i,
  },
  'clock-right': { printed: clockRight },
  reachable: {
    printed: (text) =>
      /\bNcat: Connected to \S{3,80}|\b(?:nc|telnet)\s[^\n]{3,80}\n[^\n]{0,80}\b(?:succeeded!|open|Connected to)|\* Connected to \S{3,80}/.exec(
        text,
      ),
  },
  'role-allows-all': { said: (sentence) => (saysThatItWorks(sentence) ? null : ROLE_ADMIN.exec(sentence)) },
  // Of the actions that a service's words ask for, which are not those of the request: see toldToHold.
  'role-allows-these': {},
  'linked-role-exists': { printed: linkedRoleExists },
  'ran-at-home': {
    said: (sentence) => (saysThatItWorks(sentence) ? null : AT_HOME.exec(sentence)),
  },
  'object-exists': {
    printed: printedObject,
    said: /\b(?:file|object|key)s?\s(?:(?:does|do|definitely|really|actually|certainly|surely|clearly)\s){0,2}(?:exists?|(?:is|are)\s(?:there|present))\b|\bsee\sthe\s(?:file|object)s?\b|(?<!\b(?:not|never|only)\s)\b(?:prints|downloads|opens)\sthe\s(?:file|object)\b|\bhead-object\s(?:also\s)?works\b|\b(?:same|that|this)\s(?:file|object|tarball|zip|archive|artifact|jar|image|script|binary)\s(?:downloads?|copies|opens)\b/i,
  },
  'asks-whether-it-exists': {
    printed: (text) =>
      /\bin exists$|\b(?:[\w.]{1,60}\.)?(?:exists|isfile|is_file|file_exists|object_exists|does_object_exist|doesObjectExist|existsSync)\([^\n]{0,80}/m.exec(
        text,
      ),
  },
  'environment-decides': { printed: environmentDecides },
  'thing-exists': {
    printed: printedThing,
    said: /\b(?:role|function|log group|lambda)\s(?:(?:does|definitely|really|actually|certainly|surely)\s){0,2}exists?\b/i,
  },
  'thing-not-found': {
    printed: printedMissing,
    said: /\b(?:can['’]t|cannot|do not|don['’]t)\s(?:see|find)\s(?:that|this|the|any such)\s(?:role|function|log group)\b/i,
  },
  'role-deleted': { printed: roleDeleted },
  'account-closed': { printed: accountClosed },
  'asked-by-coded-name': { printed: (text) => codedObjectKey(text) },
  'key-off': {
    printed: (text, { resource }) => keyInState(text, KEY_TO_DELETE, resource) ?? keyInState(text, KEY_OFF, resource),
  },
  'failed-earlier': { printed: failedEarlier },
  'other-version-read': { printed: otherVersionRead },
  'not-in-listing': {
    printed: (text, { resource, action }) =>
      listedInstead(text, resource, action) === null ? notListed(text, { action, resource }) : null,
  },
  'listed-under-other-name': { printed: (text, { resource, action }) => listedInstead(text, resource, action) },
  'works-when-done-again': { printed: worksAgain },
  'trust-names-deleted': { printed: printedUniqueId },
  'made-at-once': { printed: madeAtOnce },
  'is-management-account': { printed: printedManagement },
  'no-kms-key': {
    printed: (text) => /"(?:SSEAlgorithm|ServerSideEncryption)"\s?:\s?"AES256"/.exec(text),
    said: /\b(?:no|not|without|never)\s(?:\w{1,12}\s){0,2}(?:sse-?)?kms\b(?!\s(?:polic|grant|permission))|\bSSE-S3\b|(?<!server-side-encryption["'\]]{0,3}\s{0,3}[:=]\s{0,3}["'[]{0,3})\bAES-?256\b|(?:\bnot |n['’]t |\bun)encrypted\b/i,
    isOfBucket: true,
    unless: (text) => /\baws:kms\b/.test(text) || wordsOfWhen('object-encrypted', text) !== null,
  },
  'no-scps': {
    said: either(
      none(String.raw`(?:SCPs?|service control polic(?:y|ies))`),
      /\bSCPs?\s?[:=]\s?(?:none|no)\b/,
      /\bnot\s(?:in|part of|a member of|using)\s(?:(?:an?|any)\s)?(?:aws\s)?organi[sz]ations?\b/,
      none(String.raw`(?:aws\s)?organi[sz]ations?`),
      /\bstandalone\s(?:aws\s)?account\b/,
    ),
  },
  'no-rcps': { said: none(String.raw`(?:RCPs?|resource control polic(?:y|ies))`) },
  'in-management-account': {
    said: /\b(?:this is|it is|it['’]s|in|from|into)\s(?:the|our)\s(?:org(?:ani[sz]ation)?(?:['’]s)?\s)?(?:management|master|payer)\saccount\b(?!.{1,60}\b(?:SCP|polic))/i,
  },
  'no-boundary': { said: none(String.raw`(?:IAM\s)?permissions?\s?boundar(?:y|ies)`) },
  'no-resource-policy': {
    printed: (text) => /\bNoSuchBucketPolicy\b/.exec(text),
    isOfBucket: true,
    said: none(String.raw`(?:bucket|resource|resource-based|queue|topic|repository|function|secret)\spolic(?:y|ies)`),
  },
  'no-endpoint': {
    said: either(
      none(String.raw`(?:VPC\s|S3\s|gateway\s|interface\s){0,2}endpoints?`),
      /\bnot\s(?:\w+\s)?(?:in|inside|attached to)\s(?:an?\s|any\s|the\s)?VPC\b|\bover the public internet\b/,
    ),
  },
  'endpoint-allows-all': {
    said: /\b(?:default|full[- ]access|allow[- ]all|unrestricted)\s(?:VPC\s)?endpoint\spolic(?:y|ies)\b|\bendpoint\spolic(?:y|ies)\s(?:is|are|allows?)\s(?:still\s)?(?:the\s|set to\s)?(?:default|full|everything|all)\b/i,
  },
  'owner-enforced': {
    printed: (text) => /"ObjectOwnership"\s?:\s?"BucketOwnerEnforced"/.exec(text),
    isOfBucket: true,
    said: /\bACLs?\s(?:are\s|is\s)?disabled\b|\bbucket owner enforced\b/i,
  },
  'written-by-another': {
    said: /\b(?:partner|vendor|another account|other account|third[- ]party|supplier)s?\b.{1,40}\b(?:drops?|writes?|uploads?|uploaded|puts?|delivers?|wrote|written)\b|\b(?:uploaded|written|delivered|created|owned)\sby\s(?:another|a different|the other|a third|(?:a|the|our)\s(?:partner|vendor|supplier))\b|\b(?:uploaded|written|delivered|created|owned|logged|copied|synced|replicated|produced|saved)\s(?:by|from|in)\s(?:[\w-]{1,20}\s){0,4}account\s\(?\d{12}\b/i,
  },
  'public-access-open': {
    printed: (text) =>
      /"?BlockPublicAcls"?\s?[:=]\s?false[^}]{0,80}"?IgnorePublicAcls"?\s?[:=]\s?false[^}]{0,80}"?BlockPublicPolicy"?\s?[:=]\s?false|\bPublicAccessBlockConfiguration"?\s?:[^}]{1,40}\bBlockPublicPolicy"?\s?:\s?false\b[^}]{1,40}\bRestrictPublicBuckets"?\s?:\s?false\b/i.exec(
        text,
      ),
    isOfBucket: true,
    said: /\bblock\s(?:all\s)?public access\b.{1,30}\b(?:off|disabled|unchecked|false)\b|\bPublicAccessBlock(?:Configuration)?["']?\s{0,3}[:=]\s{0,3}(?:all\s)?(?:four\s)?(?:are\s)?(?:off|disabled|false)\b/i,
  },
  'same-account': { said: /\b(?:in|within|of|both)\s(?:the\s|one\s|a\s)?(?:same|single)\s(?:aws\s)?account\b/i },
  'across-accounts': { said: /\b(?:another|different|separate|second)\s(?:aws\s)?account\b|\bcross[- ]account\b/i },
} as const satisfies Readonly<Record<string, ShownFact>>

/** The id of a fact that a text can show. */
export type ShownFactId = keyof typeof TABLE

/** What a text can show, by what it settles. */
export const SHOWN_FACTS: Readonly<Record<ShownFactId, ShownFact>> = TABLE
