import { servicesOfThings } from '../facts/service-things'
import type { SituationId } from '../facts/situations/situations'
import type { Grammar, Read } from './grammar'
import { isOfAwsByWords } from './names-of-aws'
import { OF_DATABASE, REPLICATES, THING_POLICY } from './refused-party'
import { readThing, roleIn } from './sought-thing'

/** Whom a sentence speaks of, in the order in which its words are asked. */
type Subject = 'role' | 'caller' | 'key' | 'nobody'

const NOT = "(?:\\snot|n['\\u2019]t)"
const CANNOT = "can(?:not|['\\u2019]t)|could(?:\\snot|n['\\u2019]t)"
const QUALITY = '(?:(?:the|any|all|required|necessary|needed|sufficient|enough|right|correct|proper|IAM|AWS)\\s){0,4}'

/** Words for having no permission: a verb that says so by itself, or one with a word of permissions behind it. */
const REFUSALS: readonly string[] = [
  `(?:is|are|was|were)${NOT}\\s(?:authori[sz]ed|allowed|permitted|entitled)\\b`,
  'not\\s(?:authori[sz]ed|permitted)\\b',
  `(?:do|does|did|may|might)${NOT}\\shave\\s${QUALITY}(?:permissions?|access|privileges?|authori[sz]ation)\\b`,
  `(?:has|have)\\s(?:no|insufficient)\\s${QUALITY}(?:permissions?|access|privileges?)\\b`,
  `does${NOT}\\s(?:allow|let|grant|give|permit)\\b`,
  `lacks?\\s${QUALITY}(?:permissions?|access|privileges?)\\b`,
  `(?:missing|insufficient)\\s(?:\\w+\\s){0,2}(?:permissions?|access|privileges?)\\b`,
  `permissions?\\s(?:(?:is|are|was|were|may\\sbe|might\\sbe)\\s)?(?:missing|insufficient|not\\s(?:sufficient|granted|correct))\\b`,
  '(?:access|permission)\\s(?:(?:is|was)\\s)?denied\\b',
  '(?:access|permission)\\s(?:to|of|on|for)\\s[^.]{1,90}\\s(?:is|was|has\\sbeen)\\s(?:denied|not\\s(?:allowed|granted))\\b',
  '(?:permission|access)\\s[^.]{0,60}\\s(?:was|is)\\snot\\sgranted\\b',
  `(?:is|are)\\s(?:in|not\\s)accessible\\b|(?:is|are)n['\\u2019]t\\saccessible\\b`,
  `(?:${CANNOT})\\sbe\\s(?:accessed|used|assumed)\\b`,
  'permissions?\\serror\\b',
  '(?:credentials?|permissions?|access|key)\\scheck\\sfailed\\b',
]
const REFUSAL = new RegExp(`\\b(?:${REFUSALS.join('|')})`, 'i')

/** What didn't work, which is a refusal only where permissions are spoken of too. */
const FAILURE = new RegExp(
  `\\b(?:${CANNOT}|unable\\sto|failed\\sto)\\s(?:access|use|read|decrypt|publish|write|send|invoke|consume|deliver|pull|retrieve|put)\\b|\\berror\\s(?:retrieving|accessing|using)\\b`,
  'i',
)
const OF_PERMISSION = /\bpermissions?\b|\bauthori[sz](?:ed|ation)\b|\bdenied\b|\bpolic(?:y|ies)\b|\bprivileges?\b/i

/** What shows that a sentence is no refusal by AWS's policies: the state of a thing, a limit, another system. */
const NO_POLICY =
  /\b(?:quotas?|limits?|opt(?:ed)?[\s-]in|subscri(?:be|bed|ption)|verif(?:y\syour|ied)\saccount|public\saccess|CORS|passwords?|kubernetes|RBAC|git(?:hub|lab)?|bitbucket|snowflake|splunk|salesforce|active\sdirectory|LDAP|SSH|jdbc|glacier|storage\sclass|another\sregion|cross[\s-](?:region|location)|tag\spolic(?:y|ies)|asymmetric|does\snot\sexist|already\sexists)\b/i

/** Who calls, as the first words of a sentence or those behind a refusal name it. */
const CALLER =
  /\byou\b|\byour\s(?:(?:IAM|AWS)\s)?(?:user|identity|principal|credentials)\b(?!\s(?:pool|provider))|\b(?:callers?|principals?)\b(?!=)|\b(?:calling|current|requesting|authenticated)\s(?:user|identity|principal)\b|\b(?<!\b(?:all|every|many)\s)(?:IAM\s)?users?\b(?!\s(?:pool|profile|group|data|name))/i
const ROLE = /\b(?:roles?|instance\sprofiles?)\b|:role\//i
const KEY = /\b(?:(?:KMS|encryption|master|customer\smanaged)\skeys?|CMKs?|key\sID)\b|\baccess\sto\sKMS\b/i
/** Who is spoken of behind the refusal. */
const FOR_ROLE =
  /\b(?:on|for|by|with|to)\s(?:the|this|that|its|your)\s(?:[\w-]{1,40}\s){0,3}(?:role|instance\sprofile)\b/i
const FOR_CALLER =
  /\b(?:to|for|by)\s(?:you|the\s(?:current|calling)\s(?:user|identity|principal)|this\s(?:user|identity|principal))\b/i

/** Words for a role that isn't trusted, or wasn't assumed. */
const UNTRUSTED: readonly string[] = [
  `roles?\\b[^.]{0,120}\\s(?:can(?:not|['\\u2019]t)|could(?:\\snot|n['\\u2019]t))\\sbe\\sassumed\\b`,
  `role\\b[^.]{0,60}\\s(?:does${NOT}\\shave|has\\sno|is\\smissing|lacks)\\s(?:a\\s|the\\s)?(?:\\w+\\s)?trust\\b`,
  `trust\\s(?:polic(?:y|ies)|relationships?)\\s[^.]{0,90}\\s(?:does|is)${NOT}\\s`,
  'role\\smust\\strust\\b',
  'not\\s(?:authori[sz]ed|allowed|permitted)\\sto\\sperform\\sAssumeRole\\b',
  '(?:must|has\\sto|should)\\sbe\\sallowed\\sto\\suse\\s(?:the\\s)?(?:\\w+\\s)?role\\b',
]
/** A code that says so in one word. */
const ASSUME_CODE = /\bassume_?role[\s_]?(?:failed|unauthori[sz]ed|denied)/i
const NOT_TRUSTED = new RegExp(`\\b(?:${UNTRUSTED.join('|')})`, 'i')

const firstOf = (pattern: RegExp, words: string): number => {
  const at = words.search(pattern)
  return at < 0 ? Infinity : at
}

/** Of whom a sentence says that they were refused: who stands first before the verb, else who is named behind it. */
function subjectOf(before: string, after: string): Subject {
  const [role, caller] = [firstOf(ROLE, before), firstOf(CALLER, before)]
  if (role < caller) return 'role'
  if (caller < Infinity) return 'caller'
  if (FOR_ROLE.test(after)) return 'role'
  if (FOR_CALLER.test(after)) return 'caller'
  return KEY.test(before + after) ? 'key' : 'nobody'
}

const SITUATION_OF: Readonly<Record<Exclude<Subject, 'nobody'>, SituationId>> = {
  role: 'service-role-lacks',
  caller: 'caller-lacks-for-service',
  key: 'key-refused-or-off',
}

/** Who makes a role for a service: the caller, in whose name it is done. */
const ROLE_NOT_MADE = new RegExp(
  `\\b(?:${CANNOT}|unable\\sto|failed\\sto)\\screate\\s(?:the|an?|your)\\s(?:IAM\\s)?role\\b`,
  'i',
)

/** A refusal, or a failure beside which permissions are spoken of, or a key. */
function refusalIn(words: string, rest: string): RegExpExecArray | null {
  const refusal = REFUSAL.exec(words)
  if (refusal !== null) return refusal
  return KEY.test(words) || OF_PERMISSION.test(`${words} ${rest}`) ? FAILURE.exec(words) : null
}

const untrusted = (words: string): Grammar => {
  const role = roleIn(words)
  return {
    situation: 'role-not-assumable',
    implies: { action: 'sts:AssumeRole', ...(role !== undefined && { resource: role }) },
  }
}

/** A sentence of its own says of the role that it may not be there. */
const ROLE_AMISS =
  /\brole\b[^.]{1,120}\s(?:(?:does\snot|doesn['\u2019]t)\sexist|is\s(?:invalid|not\svalid)|not\sfound)\b/i

/** Where nobody is spoken of, what the error says next tells of whom it is. */
function ofRest(words: string, rest: string): SituationId | null {
  if (/\b(?:trust|assum)/i.test(`${words} ${rest}`) || ROLE_AMISS.test(rest)) return null
  if (THING_POLICY.test(rest)) return 'thing-policy-refuses'
  return ROLE.test(rest) ? 'service-role-lacks' : null
}

/** Does a call of another service than S3 say that it didn’t get at a bucket? */
const reachesBeyond = ({ operations }: Read): boolean =>
  operations.length > 0 && !operations.some((one) => /Object|Bucket|Upload/.test(one))

/** A sentence that says who has no permission, in whatever words: of a role, of whoever called, or of a key. */
export function readPlain(read: Read): Grammar | null {
  const { words, rest, context, isOfAws, isCalled } = read
  if (NO_POLICY.test(words) || [words, rest].some((one) => OF_DATABASE.test(one))) return null
  const [only, ...others] = servicesOfThings(words)
  if (only === undefined && !isOfAws && !isOfAwsByWords(`${context} ${rest}`)) return null
  if (ASSUME_CODE.test(words)) return untrusted(words)
  if (NOT_TRUSTED.test(words) && ROLE.test(words) && !CALLER.test(words)) return untrusted(words)
  if (ROLE_NOT_MADE.test(words)) return { situation: 'caller-lacks-for-service', implies: { action: 'iam:CreateRole' } }
  const refusal = refusalIn(words, rest)
  if (refusal === null) return null
  const subject = subjectOf(words.slice(0, refusal.index), words.slice(refusal.index))
  const { target, action, resource } = readThing(read)
  const implies = { ...(action !== undefined && { action }), ...(resource !== undefined && { resource }) }
  // Where an SDK names the call, its own error says more of who called and for what, unless it reaches for something else.
  if (isCalled && (subject === 'nobody' || subject === 'caller'))
    return subject === 'nobody' && target === 'bucket' && reachesBeyond(read) && resource !== undefined
      ? { situation: 'service-refused-somewhere', implies }
      : null
  if (subject === 'nobody') {
    const situation = REPLICATES.test(`${context} ${rest}`) ? 'service-role-lacks' : ofRest(words, rest)
    if (situation !== null) return { situation, implies }
    return action === undefined || isOfAws || !REFUSAL.test(words) ? null : { implies }
  }
  const service = others.length === 0 && action === undefined && subject === 'caller' ? only : undefined
  return { situation: SITUATION_OF[subject], ...(service !== undefined && { service }), implies }
}
