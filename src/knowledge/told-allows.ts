import { accountOfArn, lastInPath, resourcePart, arnsIn } from '../iam/arn'
import { serviceOfAction } from '../iam/action'
import { parsePrincipal } from '../iam/principal'
import { matchWildcard } from '../iam/wildcard'
import { either } from '../text/either'
import type { AboutRequest } from './about-request'

/** Whose policy a sentence tells of; what names none is of who calls. */
type Told = 'trust' | 'key' | 'other' | 'caller'

const TRUST = /\btrust(?:s|ed)?\b(?:\s(?:policy|relationship|document)\b)?|\bassume[\s_-]?role[\s_-]?policy\b/i

const OF_KEY = /\b(?:key|KMS|CMK)(?:['’]s)?\s(?:key\s|resource\s)?polic(?:y|ies)\b/i

/** By which words, the first that fits. */
const TOLD_OF: readonly (readonly [Told, RegExp])[] = [
  ['trust', TRUST],
  ['key', OF_KEY],
  [
    'other',
    /\b(?:bucket|queue|topic|repo(?:sitory)?|registry|function|secret|table|stream|vault|resource(?:[\s-]based)?|api|endpoint|session|access|domain|collection|index|file\ssystem|destination|cluster|server|network)(?:['’]s)?\spolic(?:y|ies)\b|\bSCPs?\b|\bRCPs?\b|\bservice control\b|\bboundar(?:y|ies)\b|\bkey\sgrants?\b/i,
  ],
]

const toldOf = (sentence: string): Told => TOLD_OF.find(([, words]) => words.test(sentence))?.[0] ?? 'caller'

/** Where a clause begins that tells of another policy: "key policy allows it, role has …". */
const CLAUSE =
  /(?:[,;]|\s(?:and|but|while|plus))\s(?=(?:(?:the|our|my|its|this)\s)?(?:[\w'’-]{1,30}\s){0,2}(?:role|user|policy|key|SCPs?|boundary)\b[^,;]{0,30}?(?:\s(?:has|have|allows?|grants?|trusts|is|with)\b|:\s))/i

/** Where in a sentence something is told. */
export interface ToldAt {
  readonly index: number
}

/** What a reading finds in the first clause of a sentence in which it finds something, at its place in the sentence. */
function inClauses<T extends ToldAt>(sentence: string, read: (clause: string) => T | null): T | null {
  let at = 0
  for (const clause of sentence.split(CLAUSE)) {
    const start = sentence.indexOf(clause, at)
    const found = read(clause)
    if (found !== null) return { ...found, index: start + found.index }
    at = start + clause.length
  }
  return null
}

/** What makes a wish, a question or a guess of a sentence. */
const NO_STATEMENT =
  /\b(?:not|no|never|missing|lacks?|without|deny|denies|required?|requires|necessary|minimum|need(?:s|ed)?|wants?|should|must|if|whether|can|could|would|tried|try|unless|only|just|except|besides|ensure|verify|check|add(?:ed|ing)?|remov(?:e|ed|ing)|used\sto|was|had|expects?|says?\sthat)\b|n['’]t\b|\?|denied|error|fail|refused|forbidden|authori[sz]ed|\b403\b/i

/** Words that only seem to say no. */
const NO_LIMITS = /\b(?:with\s)?(?:no|without)\s(?:any\s)?(?:conditions?|restrictions?|boundary|boundaries|SCPs?)\b/gi

/** What stands between who holds permissions and what they are. */
const HOLDS =
  /\b(?:has|have|got|allows?|allowing|grants?|granting|granted|gives?|includes?|contains?|holds?|carries|lists?|with)\b|:(?=\s)/i

/** A clause without words that only seem to say no; null where it states nothing. */
function plainly(clause: string): string | null {
  const plain = clause.replaceAll(NO_LIMITS, (words) => ' '.repeat(words.length))
  return NO_STATEMENT.test(plain) ? null : plain
}

/** What has permissions, or holds them. */
const HOLDER =
  /\b(?:roles?|users?|groups?|polic(?:y|ies)|permissions?|identity|IAM|statement|principal|profile|account|caller|it|they)\b|\w(?:[Rr]ole|[Pp]olicy|[Uu]ser)\b/

/** An action; or, behind one, a name without its service. */
const ACTION =
  /(?<![\w:/.-])([a-z][a-z\d-]{1,30}):(\*|[A-Z][\w*]{0,60})(?![\w:/])|(?<=[,+&/]\s?|\band\s)(?!Resources?\b)([A-Z][a-z][a-zA-Z]{2,60}\*?)(?![\w:/.-])/g

const ON = /\b(?:on|for|to)\s|\bResources?["'`]?(?:\s|\s?[:=]\s?)/i

/** What an Allow is on: everything, what was just spoken of, or an ARN. */
const ON_ALL = /^["'`(]{0,2}(?:\*|all\b|every|any(?:thing)?\b)/i
const ON_IT = /^["'`(]{0,2}(?:it|that|this|the)\b/i

/** The actions that a sentence lists, and what it says behind the last of them. */
function listed(rest: string): { readonly actions: readonly string[]; readonly behind: string } {
  const actions: string[] = []
  let service = ''
  let end = 0
  for (const found of rest.matchAll(ACTION)) {
    const [all, prefix, name, bare] = found
    // A name without its service stands right behind another.
    if (bare !== undefined && (service === '' || rest.slice(end, found.index).length > 6)) continue
    service = prefix ?? service
    actions.push(`${service}:${name ?? bare ?? ''}`)
    end = found.index + all.length
  }
  return { actions, behind: rest.slice(end) }
}

/** Does what a sentence says behind the actions cover a resource? Undefined: that can't be told; null: it doesn't say on what. */
function coversIt(behind: string, resource: string): boolean | null | undefined {
  const at = ON.exec(behind)
  if (at === null) return null
  const on = behind.slice(at.index + at[0].length)
  if (ON_ALL.test(on)) return true
  const arns = arnsIn(on)
  if (arns.length === 0) return ON_IT.test(on) ? true : null
  if (resource === '*') return false
  return resource === '' ? undefined : arns.some((arn) => matchWildcard(arn, resource))
}

/** What a sentence says that policies of who calls allow of the action that was asked. */
export interface ToldAllow extends ToldAt {
  /** Does it cover what was asked for? Null: that isn't said. */
  readonly covers: boolean | null
}

/** By which words somebody says of an action that it was looked for and found. */
const IS_THERE = /\b(?:is|are)\s(?:already\s|all\s|also\s)?(?:there|present|in\splace|granted|allowed)\b/i

/** That an action was found where it was looked for: "s3:GetObject on the bucket is there". */
function toldThere(sentence: string, { action, resource }: AboutRequest): ToldAllow | null {
  const asked = action.toLowerCase()
  for (const part of sentence.split(/[,;]\s/)) {
    const plain = toldOf(part) === 'caller' ? plainly(part) : null
    const { actions, behind } = listed(plain ?? '')
    if (!IS_THERE.test(behind) || !actions.some((one) => matchWildcard(one.toLowerCase(), asked))) continue
    const covers = coversIt(behind, resource)
    if (covers !== undefined) return { index: sentence.indexOf(part), covers }
  }
  return null
}

/** That the caller's policies hold the action, in its own name or by a wildcard: "the role has s3:Get* on the bucket". */
export const toldAllow = (sentence: string, { action, resource }: AboutRequest): ToldAllow | null =>
  action === ''
    ? null
    : (toldThere(sentence, { action, resource, principal: '' }) ??
      inClauses(sentence, (clause) => {
        const plain = plainly(clause)
        const holds = plain === null || toldOf(plain) !== 'caller' ? null : HOLDS.exec(plain)
        if (plain === null || holds === null || !HOLDER.test(plain.slice(0, holds.index))) return null
        const { actions, behind } = listed(plain.slice(holds.index + holds[0].length))
        const asked = action.toLowerCase()
        if (!actions.some((one) => matchWildcard(one.toLowerCase(), asked))) return null
        const covers = coversIt(behind, resource)
        return covers === undefined ? null : { index: holds.index, covers }
      }))

/** A principal of an account as a whole: its root, or its id. */
const OF_ACCOUNT = /\barn:aws[\w-]{0,12}:iam::(\d{12}):root\b|(?<![\d:])(\d{12})(?!\d|:[ur])/g

/** By which words the one who asks speaks of the account that calls. */
const OWN_ACCOUNT = /\b(?:my|our)\s(?:own\s|AWS\s)?account\b/i

const accountsIn = (text: string, own = ''): readonly string[] => [
  ...[...text.matchAll(OF_ACCOUNT)].map(([, root, id]) => root ?? id ?? ''),
  ...(OWN_ACCOUNT.test(text) ? [own] : []),
]

/** A condition narrows what is said, and nobody knows how. */
const NARROWED =
  /\bconditions?\b|\bexternal\s?id\b|\bMFA\b|\b(?:String|Arn|Bool)(?:Equals|Like)\b|\baws:[A-Z]\w{3,40}\b/

/** What stands behind "of" in a sentence and looks like a name. */
const OF_NAME = /\b(?:of|for|on)\s["'`]?([\w+=@-]*[-_\dA-Z][\w+=@-]*)/g

/** Is a sentence, by a name in it, of another role than the one that was asked for? */
const isOfOtherRole = (sentence: string, resource: string, caller: string): boolean =>
  [...sentence.matchAll(OF_NAME)].some(
    ([, name = '']) => !/^\d{12}$/.test(name) && name !== caller && name !== lastInPath(resourcePart(resource)),
  )

/** What letting in by a trust policy means: a caller of its own account that it names needs nothing more. */
type LetIn = 'grants' | 'needs-allow'

/** That a trust policy lets in who calls, or its account as a whole. */
export function toldTrust(sentence: string, { principal, action, resource }: AboutRequest, how: LetIn): ToldAt | null {
  const caller = parsePrincipal(principal)
  if (caller === null || serviceOfAction(action) !== 'sts') return null
  const isWithin = accountOfArn(resource) === caller.account
  return inClauses(sentence, (clause) => {
    const plain = toldOf(clause) === 'trust' ? plainly(clause) : null
    if (plain === null || NARROWED.test(plain) || isOfOtherRole(plain, resource, caller.name)) return null
    const isNamed = plain.split(/[\s"'`,;]/).some((word) => word.replace(/\.$/, '').endsWith(`/${caller.name}`))
    if (!isNamed && !accountsIn(plain, isWithin ? '' : (caller.account ?? '')).includes(caller.account ?? ''))
      return null
    return (isNamed && isWithin ? 'grants' : 'needs-allow') === how ? TRUST.exec(plain) : null
  })
}

/** By which words a key policy leaves it to the account. */
const LEAVES_IT = either(
  /\bdefault\s(?:key\s)?policy\b/,
  /\bkey\spolicy\s(?:is\s)?(?:the\s)?default\b/,
  /\bdelegates?\b/,
  /\benables?\sIAM\b/,
  /\broot\b/,
)

/** That a key policy leaves it to the identity-based policies of the caller's account. */
export function toldDelegation(sentence: string, { principal, action, resource }: AboutRequest): ToldAt | null {
  if (serviceOfAction(action) !== 'kms') return null
  const [mine, owner] = [parsePrincipal(principal)?.account ?? '', accountOfArn(resource)]
  return inClauses(sentence, (clause) => {
    const plain = plainly(clause)
    if (plain === null || toldOf(plain) !== 'key' || NARROWED.test(plain) || !LEAVES_IT.test(plain)) return null
    const named = accountsIn(plain)
    const isMine = named.length > 0 ? named.includes(mine) : mine === '' || owner === '' || mine === owner
    return isMine ? OF_KEY.exec(plain) : null
  })
}
