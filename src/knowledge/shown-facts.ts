import { REGION_ENABLED } from '../facts/region-enabled'
import { own } from '../text/own'
import { wordsOfWhen } from '../facts/calls/when'
import { codedObjectKey } from '../facts/coded-object-key'
import { KEY_OFF, KEY_TO_DELETE, keyInState } from '../facts/kms-key-state'
import { madeAtOnce } from '../facts/made-at-once'
import { SAYS_WORKS, worksAgain } from '../facts/works-again'
import { serviceOfAction } from '../iam/action'
import { regionOfArn } from '../iam/arn'
import { parsePrincipal } from '../iam/principal'
import type { AboutRequest } from './about-request'
import { listedInstead } from './listed-names'
import {
  accountClosed,
  clockRight,
  failedEarlier,
  linkedRoleExists,
  notListed,
  otherVersionRead,
  printedAdmin,
  printedManagement,
  printedMissing,
  printedSimulation,
  printedThing,
  printedUniqueId,
  roleDeleted,
} from './printed-facts'
import { printedObject } from './printed-object'
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

/** Kinds of things that people say to exist, by how their ARN names the kind. */
const KINDS_SAID: Readonly<Record<string, string>> = {
  role: ':role/',
  function: ':function:',
  lambda: ':function:',
  'log group': ':log-group:',
}

const EXISTS =
  /\b(role|function|log group|lambda)\s(?:(?:does|definitely|really|actually|certainly|surely)\s){0,2}exists?\b/i

/** That the thing exists: of a request for one of these kinds, one of that kind. */
const thingExists: Find = (sentence, { resource }) => {
  const found = EXISTS.exec(sentence)
  const asked = Object.values(KINDS_SAID).find((kind) => resource.includes(kind))
  return found === null || (asked !== undefined && own(KINDS_SAID, found[1]!.toLowerCase()) !== asked) ? null : found
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

/** That a role may do everything, where it is not said of who calls. */
const ROLE_ADMIN =
  /\brole\b(?!\s(?:of|for)\s(?:my|our))[^.\n]{1,60}?\b(?:has|have|had|with|got|carries)\s(?:even\s|full\s|the\s)?(?:AdministratorAccess|admin(?:istrator)?\s(?:access|rights|privileges|permissions))\b/i

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
    said: thingExists,
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
    printed: (text, about) =>
      listedInstead(text, about.resource, about.action) === null ? notListed(text, about) : null,
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
