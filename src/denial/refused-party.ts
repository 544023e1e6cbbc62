import { reachOfService, type Target } from '../facts/service-reach'
import { ASSUMES, OF_ROLE, type SaidSentence } from './speaking-service'
import { SPEAKS_OF_WORK } from './service-works'

/** Who was refused and by which document, where a service speaks of its work: "open" where the words do not say whose permission it is. */
export type Party = 'trust' | 'unfit-role' | 'given-role' | 'resource' | 'caller' | 'open'

const TRUSTS = /\btrust(?:s|ed|ing)?\b/i
const PERMITS =
  /\b(?:denied|permissions?|privileges?|authori[sz]ed|access(?:\srights?)?\sto|not\s(?:grant|give|allow)|polic(?:y|ies))\b/i
const UNFIT =
  /\bnot\san?\svalid\s(?:\w+\s)?role\b|\brole\b[^.]{1,160}\b(?:(?:does\snot|doesn['\u2019]t)\sexist|is\s(?:invalid|not\svalid|incorrect|missing(?!\s(?:\S{1,60}\s){0,3}(?:permissions?|privileges?|polic(?:y|ies)|access|actions?)\b)|not\sfound|misconfigured)|(?:isn['\u2019]t|not)\s(?:being\s)?(?:valid|found|present|configured))\b|\b(?:invalid|missing|incorrect|misconfigured)\s(?:\w+\s){0,3}role\b/i

/** A role that a service could not work with: the words leave open why. */
const CANNOT_USE_ROLE =
  /\b(?:unable\sto|can(?:not|['\u2019]t)|could(?:\snot|n['\u2019]t))\s(?:use\s(?:[\w'\u2019-]{1,40}\s){0,4}|access\s(?:(?:the|your|this|its|provided|given|specified|IAM|execution|service)\s){0,4})role\b/i

/** Words of whoever called: their own permissions are meant. */
const OF_CALLER =
  /\b(?:you(?:['\u2019]re|\sare)?\s(?:are\s)?(?:using|signed\sin)|your\s(?:(?:IAM|AWS)\s)?(?:user(?!\s(?:profile|pool|group))|identity(?!\spool)|credentials?|principal)|the\s(?:calling|current|requesting|authenticated)\s(?:user|identity|principal|role)|caller\b|the\scurrent\saccount|the\s(?:IAM\s)?user\b(?!\spool)|user\s(?:does\snot|doesn['\u2019]t|is\snot|isn['\u2019]t|has\sno|lacks)\b|you\shave\s(?:the\s|sufficient\s)?(?:\w{2,12}\s)?permissions?|you\shave\s['"`]?[a-z][a-z\d-]{1,30}:[A-Z]|you\s(?:currently\s)?(?:(?:do|did)(?:\snot|n['\u2019]t)|lack|must|need|are\snot|aren['\u2019]t)\s)/i

/** A user or role by its ARN, where AWS names who called: no service was refused then. */
const IS_CALLER = /\bUser:\s['"]?arn:aws[\w-]{0,12}:(?:iam|sts)::\d{12}:/

/** Words for the policy of a thing. */
const OF_THING =
  /\b(?:bucket|topic|queue|key|function|repository|vault|destination|log\sgroup|secret|event\sbus|stream|sink|access\spoint|file\ssystem|catalog|registry|certificate\sauthority|resource(?:-based)?|KMS|domain)(?:['\u2019]s)?\s(?:resource\s|access\s|key\s|based\s|permissions?\s|resource-based\s)?polic(?:y|ies)\b|\bpolic(?:y|ies)\s(?:of|on|for)\s(?:the\s|your\s|this\s)?(?:\w{1,20}\s)?(?:bucket|topic|queue|key|function|repository|vault|destination|log\sgroup|secret|event\sbus|stream|domain)\b/i

const POLICY_KIND =
  '(?<kind>bucket|topic|queue|key|function|repository|vault|destination|secret|access\\spoint|event\\sbus|file\\ssystem|log\\sgroup|domain|stream|resource(?:-based)?)'
const POLICY_WORDS = `${POLICY_KIND}(?:['\\u2019]s)?\\s(?:access\\s|key\\s|resource\\s|permissions?\\s)?polic(?:y|ies)\\b`

/** The policy of a thing that lets someone not in, also a role. */
export const POLICY_REFUSES = new RegExp(
  `\\b${POLICY_WORDS}[^.]{0,60}\\s(?:(?:does|do)(?:\\snot|n['\\u2019]t)\\s(?:allow|grant|permit|give|let)|den(?:y|ies|ied))\\b`,
  'i',
)

/** The policy of a thing, which an error says to look at. */
export const THING_POLICY = new RegExp(`\\b${POLICY_WORDS}`, 'i')

/** A refusal of which a sentence says that the policy of a thing made it. */
export const REFUSED_BY_POLICY = new RegExp(
  `\\b(?:denied|refused|blocked|rejected|forbidden)\\sby\\s(?:the\\s|a\\s|its\\s|your\\s)?${POLICY_WORDS}`,
  'i',
)

/** A thing that lets a service in, or does not: its own policy does. */
const THING_ADMITS =
  /\b(?:bucket|topic|queue|key|function|repository|vault|destination|secret|log\sgroup|event\sbus|file\ssystem)\b[^;]{0,240}?\s(?:(?:has|have)\sgranted|(?:does|do|did)(?:\snot|n['\u2019]t)\s(?:grant|allow|give|permit)|grants?|allows?|gives?)\s[^;]{0,200}?(?:\bservice\sprincip(?:al|le)\b|\.amazonaws\.com\b)/i

/** The policy of a thing that has to let someone in, also a role. */
const POLICY_ADMITS =
  /\b(?:bucket|topic|queue|key|function|repository|vault|destination|secret|access\spoint)\s(?:access\s|key\s|resource\s)?polic(?:y|ies)\s(?:must\s|should\s|has\sto\s)?(?:allow|grant|permit|give|let)s?\b/i

/** The ACLs of a bucket, which no policy is. */
const OF_ACLS = /\bACLs?\b(?!\scall)[^.]{1,60}\b(?:enabl|disabl|not\sallow|not\ssupport)|\benable[sd]?\sACL/i

/** Without what names a role but speaks of none: its ARN, a session of it, an operation. */
const withoutArns = (words: string): string =>
  words.replaceAll(
    /arn:aws[^\s"',]{1,400}|\bAssumedRole\b|\bassumed(?=\sroles?\b)|\bwhen\scalling\sthe\s\w{1,80}\soperation\b/g,
    ' ',
  )

/** A role, or an instance that works with one, of which the sentence says that it could not do something. */
const ROLE_CANNOT =
  /\b(?:role|instance\si-[\da-f]{4,17})\b[^.;]{0,200}\s(?:can(?:not|['\u2019]t)|could(?:\snot|n['\u2019]t)(?!\sbe\s(?:found|located)\b)|is\s(?:not\s(?:able|allowed)|unable)|lacks|does(?:\snot|n['\u2019]t)\shave(?=[^.]{1,90}\b(?:permissions?|access|privileges?|authori[sz]ation|polic(?:y|ies)|rights?|trust)\b|[^.]{1,20}\b[a-z][a-z\d-]{1,30}:[A-Z])|has\s(?:no|insufficient))\b/i

/** What could not be done with a role, or as a role. */
const CANNOT_WITH_ROLE =
  /\b(?:can(?:not|['\u2019]t)|could(?:\snot|n['\u2019]t)|unable\sto|fail(?:ed|s)\sto)\b[^;]{1,160}\s(?:with|using|as|by)\s(?:the\s|its\s|your\s|this\s)?(?:[\w'\u2019-]{1,40}\s){0,4}role\b/i

/** Does a sentence speak of a role and of what it may do? Not of the session of a role. */
const isOfRole = (words: string): boolean =>
  ROLE_CANNOT.test(words) ||
  CANNOT_WITH_ROLE.test(words) ||
  ((OF_ROLE.test(withoutArns(words)) || /:role\//.test(words)) &&
    [PERMITS, CHECKS_ROLE, NAMES_ACTION].some((one) => one.test(words)))

const NAMES_ACTION =
  /(?<![\w:/])[a-z][a-z\d-]{1,40}:(?!AccessDenied\b|Unauthori[sz]ed\w{0,20}\b|Forbidden\b|NoSuch\w|\w{0,60}(?:Exception|Error|Fault)\b)[A-Z][A-Za-z]{2,80}/
const CHECKS_ROLE = /\b(?:check|verify)\b[^.]{1,90}\b(?:role|instance\sprofile)\b/i

/** Of a role whether it is trusted, or also what it may do: null where the words are of neither. */
function roleParty({ words, rest, isRefused }: SaidSentence): Party | null {
  const plain = withoutArns(words)
  const isAssumed = ASSUMES.test(plain)
  const all = `${plain} ${withoutArns(rest)}`
  if (!OF_ROLE.test(words) && !(isAssumed && OF_ROLE.test(rest))) return null
  const isPermission = PERMITS.test(all.replaceAll(/\btrust\s(?:relationships?|polic(?:y|ies))\b/gi, ' '))
  if (isAssumed && isRefused)
    return isPermission && ALTERNATIVE.test(plain) && !ONLY_TRUST.test(plain) ? 'unfit-role' : 'trust'
  const isTrust = isAssumed || TRUSTS.test(plain)
  if (isTrust) return isPermission && !ONLY_TRUST.test(plain) ? 'unfit-role' : 'trust'
  if (isRefused && CANNOT_USE_ROLE.test(plain)) return 'unfit-role'
  if (UNFIT.test(plain))
    return isPermission || [TRUSTS, ASSUMES, /\brole\sto\sallow\b/i].some((one) => one.test(all)) ? 'unfit-role' : null
  if ((TRUSTS.test(rest) || /\bcan\sassume\b|\bassumable\b/i.test(rest)) && !/\bpolic/i.test(plain) && isRefused)
    return isPermission ? 'unfit-role' : 'trust'
  return null
}

/** Two causes of which one is it. */
const ALTERNATIVE = /\bpermissions?\b[^.]{1,80}\bor\b|\bor\b[^.]{1,80}\b(?:permissions?|access)\b/i

/** A permission that is no more than that to assume the role. */
const ONLY_TRUST =
  /\b(?:permissions?|allow(?:s|ed)?|authori[sz]ed|able)\s(?:\S{1,60}\s){0,4}to\sassume\b|\bassume[\s-]role\s(?:permissions?|access)\b/i

/** The privileges of a database, which no policy gives. */
export const OF_DATABASE =
  /\b(?:SELECT|INSERT|UPDATE|DELETE|USAGE|CREATE|EXECUTE|TRUNCATE)\sprivileges?\b|\bdatabase\s(?:user|privileges?|permissions?)\b|\bprivileges?\son\s(?:the\s)?(?:table|schema|relation|database)\b/i

/** What S3 does with a role that it is given, and not as itself. */
export const REPLICATES = /\breplicat(?:e[ds]?|ing|ion)\b|:replicate|\bS3\b[^.]{1,90}\ssource\sbucket\b/i

/** Who a sentence says was refused, and by which document; null where it does not speak of that. */
export function partyOf(said: SaidSentence, speaker: string | undefined, target: Target | null): Party | null {
  const { words, rest } = said
  if (OF_ACLS.test(words) || OF_DATABASE.test(words) || OF_DATABASE.test(rest)) return null
  const isKnown = speaker !== undefined || said.isOfAws
  if (
    isKnown &&
    (POLICY_REFUSES.test(words) || [POLICY_ADMITS, THING_ADMITS].some((one) => one.test(words) || one.test(rest))) &&
    !ASSUMES.test(words)
  )
    return 'resource'
  const ofRole = roleParty(said)
  if (ofRole !== null) return ofRole
  if (speaker === 's3.amazonaws.com' && REPLICATES.test(`${said.context} ${rest}`)) return 'given-role'
  const before = said.context.slice(0, said.context.length - words.length)
  // What the error says next of the role itself is a sentence of its own, and says more.
  if (!OF_ROLE.test(words) && UNFIT.test(withoutArns(rest))) return null
  for (const part of [words, rest, before]) {
    if (OF_CALLER.test(part) || IS_CALLER.test(part)) return 'caller'
    if (isOfRole(part)) return 'given-role'
    if (isKnown && OF_THING.test(part)) return 'resource'
  }
  if (speaker === undefined) return target !== null && SPEAKS_OF_WORK.test(`${said.context} ${rest}`) ? 'open' : null
  if (target === null)
    return (said.isOfAws || /\barn:aws/.test(words)) && said.isRefused && PERMITS.test(words) ? 'open' : null
  const reach = reachOfService(speaker, target)
  return reach === 'role' ? 'given-role' : (reach ?? 'open')
}
