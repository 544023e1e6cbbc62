import { arnsOfKind, labelledArn, rolesOfAnyAccount } from '../../../iam/arn-in-text'
import { lastInPath, accountOfArn } from '../../../iam/arn'
import { either } from '../../../text/either'
import { isReport, writtenSentences } from '../../../text/told-contrast'
import { worksAgain } from '../../works-again'
import { gapOf, sentenceAt, printedFrom, type SeenBeside, type TellingSign } from './sign'

/** So far from a sentence the role stands that it speaks of. */
const NEAR = 400

/** The name of the role that a sentence speaks of; empty where it names none, or stands near several. */
function roleOf(seen: SeenBeside): string {
  const named = [gapOf(seen, 'resource'), gapOf(seen, 'role')].map(rolesOfAnyAccount).find(({ length }) => length > 0)
  const { start, end } = seen.said
  const near = named ?? rolesOfAnyAccount(seen.text.slice(Math.max(0, start - NEAR), end + NEAR))
  const names = new Set(near.map((arn) => lastInPath(arn.slice(arn.indexOf(':role/') + 6))))
  const [name = ''] = names
  return names.size === 1 ? name : ''
}

/** What IAM answers where it knows no role of a name. */
const NO_ROLE =
  /\bThe role with name ([\w+=,.@-]{1,64}) cannot be found|\bNo role found (?:with name|for) ["'`]?([\w+=,.@-]{1,64})/g

/** What Terraform prints of a role that it takes away, with its name. */
const ROLE_TAKEN = /\baws_iam_role\.[\w.[\]"-]{1,120}: Destroying\.\.\. \[id=([\w+=,.@-]{1,64})\]/g

/** What belongs to a role: that is gone then, not the role. */
const OF_ROLE = String.raw`(?:polic(?:y|ies)|permissions?|statements?|trust|tags?|conditions?|mappings?|assignments?|attachments?|entr(?:y|ies))\b`

/** That a role, or the stack that made it, is gone. */
const ROLE_GONE = either(
  /\b(?:the|that|this|its|our)\s(?:[\w-]{1,64}\s){0,3}role\s(?!polic|permission|trust|mapping|assignment)(?:[\w-]{1,64}\s)?(?:(?:was|has\sbeen|got|is)\s(?:already\s|since\s)?(?:deleted|removed|gone|destroyed)|no\slonger\sexists|does(?:\snot|n['’]t)\sexist)\b/,
  new RegExp(
    String.raw`\brole\b(?!['’]s)(?:(?!\b${OF_ROLE})[^.\n]){1,40}\b(?:was|is|got|has\sbeen)\s(?:removed|deleted|gone|missing)\b`,
  ),
  new RegExp(
    String.raw`\b(?:deleted|removed)\s(?:the|that|our|my)\s(?:\w{1,16}\s){0,2}role\b(?!['’]s)(?!\s(?:[\w-]{1,20}\s)?${OF_ROLE})(?!\sfrom\b)`,
  ),
  /\bstack\b[^.\n]{1,60}\b(?:was|is|got|has\sbeen|were)\s(?:removed|deleted|destroyed|torn\sdown)\b/,
  /\b(?:deleted|removed|destroyed|tore\sdown)\s(?:the|that|our|my)\s(?:\w{1,16}\s){0,2}stack\b/,
)

/** That it was made again, or is made by the text. */
const MADE_AGAIN = /\b(?:re-?created?|again|re-?deploy\w{0,4}|anew|new\sone)\b/i

const tellsGone = (text: string): boolean =>
  writtenSentences(text).some(
    (one) => ROLE_GONE.test(one) && isReport(one) && !/\bif\b/i.test(one) && !MADE_AGAIN.test(one),
  )

/** What leaves it open whether a role is gone: services say so of one that is there, too. */
const LEFT_OPEN = /\b(?:does(?:\snot|n['’]t)\sexist|is\sgone)\b[^.\n]{1,20}\bor\b/i

/** A look at the roles of an account, up to what it printed. */
const LISTS_ROLES = /\baws\siam\slist-roles\b[^\n]{0,300}\n/g
/** What a look leaves out. */
const LISTS_PART = /--(?:path-prefix|max-items|page-size)\b|\bstarts_with\(/
const LISTS_THOSE_WITH = /\bcontains\(RoleName,\s?[`'"\\]{1,3}([\w+=,.@-]{1,64})/

/** Are the roles printed that there are, and is this one not among them? */
function isUnlisted(text: string, role: string): boolean {
  if (role === '') return false
  return [...text.matchAll(LISTS_ROLES)].some(({ 0: look, index }) => {
    const those = LISTS_THOSE_WITH.exec(look)?.[1]
    if (LISTS_PART.test(look) || (those !== undefined && !role.includes(those))) return false
    const printed = printedFrom(text, index + look.length)
    return /"[\w+=,.@-]{2,64}"|:role\//.test(printed) && !printed.includes(role)
  })
}

/** Is the role that a service is to use shown not to be there: by IAM’s answer, by a list of roles, or by who took it away? */
export const roleIsGone: TellingSign = (seen) => {
  const role = roleOf(seen)
  const isOfIt = (name: string | undefined): boolean => role === '' || name === undefined || name === role
  const missing = [...seen.whole.matchAll(NO_ROLE)].some(([, name, other]) => isOfIt(name ?? other))
  const taken = [...seen.whole.matchAll(ROLE_TAKEN)].some(([, name]) => isOfIt(name))
  return (
    missing ||
    taken ||
    isUnlisted(seen.whole, role) ||
    (tellsGone(seen.whole) && !LEFT_OPEN.test(seen.whole) && !/\bre-?creat|\bmade again\b/i.test(seen.whole))
  )
}

/** What a tool prints, or a script runs, that makes a role, with its name. */
const ROLE_MADE =
  /\baws_iam_role\.[\w.[\]"-]{1,120}: Creation complete after \d{1,4}s \[id=([\w+=,.@-]{1,64})\]|\biam create-role\b[^\n]{0,200}?--role-name[ =]["']?([\w+=,.@-]{1,64})/g

/** A program that makes a role, up to where it waits for it. */
const MADE_IN_CODE = /\bnew CreateRoleCommand\(|\.create_role\(|\.createRole\(|\bNew-IAMRole\s/
const WAITS =
  /\b(?:sleep|set_?timeout|wait(?:er|_for|_until|Until\w{0,40}|For\w{0,40})?|delay|retry|retries|backoff)\b/i

/** Is it printed, before the sentence, that the role was made in the same run, or does the program make it without waiting for it? */
export const roleIsJustMade: TellingSign = (seen) => {
  const role = roleOf(seen)
  const code = MADE_IN_CODE.exec(seen.whole)
  if (code !== null && !WAITS.test(seen.whole.slice(code.index))) return true
  const at = sentenceAt(seen)
  return [...seen.whole.matchAll(ROLE_MADE)].some(({ index, 1: made, 2: created }) => {
    const name = made ?? created
    return (at < 0 || index < at) && name !== undefined && (role === '' || name === role)
  })
}

/** That a role was made. */
const MADE_ROLE =
  /\bcreate[-_]?role(?:Command|Request)?\b|\baws_iam_role\b|\bAWS::IAM::Role\b|\b(?:new|creat(?:ed?|es|ing))\s(?:\w{1,12}\s){0,3}role\b|\brole\s(?:\w{1,12}\s){0,3}created\b|\brole\s(?:is|comes|stands)\s(?:in|from)\s(?:the|this)\s(?:same\s)?(?:stack|template|module|deploy\w{0,5}|apply|run)\b|\bfirst\s(?:deploy\w{0,5}|apply|run)\b/i

/** Does the same pass later, where a role was made? */
export const passesOnceMade: TellingSign = ({ text }) => MADE_ROLE.test(text) && worksAgain(text) !== null

/** That the role was deleted and made again: a plan that replaces it, or words. */
const ROLE_REPLACED = either(
  /\baws_iam_role\.[^\n]{1,120}\bmust be replaced\b/,
  /-\/\+ resource "aws_iam_role"/,
  /\b(?:re-?creat|replac|rebuil[dt])\w{0,4}\s(?:\w{1,12}\s){0,3}role\b/,
  /\brole\s(?:[\w-]{1,64}\s){0,2}(?:was|is|got|has been)\s(?:(?:deleted|destroyed)\s(?:and|then)\s)?(?:re-?created|replaced|rebuilt|made again)\b/,
  /\b(?:deleted|destroyed)\s(?:\w{1,12}\s){0,3}role\s(?:and|then)\s(?:\w{1,12}\s){0,2}(?:re-?)?(?:created|made)\b/,
)

const CHANGED_AT = /\bLastModified\b[^\0]{1,300}?(\d{4}-\d\d-\d\dT\d\d:\d\d)/
const MADE_AT = /\bCreateDate\b[^\0]{1,120}?(\d{4}-\d\d-\d\dT\d\d:\d\d)/

/** Does the text say that the role was made again, or print that it was made after the function was set up with it? */
export const isRoleReplaced: TellingSign = ({ text }) => {
  const [changed, made] = [CHANGED_AT.exec(text)?.[1] ?? '', MADE_AT.exec(text)?.[1] ?? '']
  return ROLE_REPLACED.test(text) || (changed !== '' && made > changed)
}

const TAKEN_ROLE = labelledArn(String.raw`(?<![a-z\d])(?:role[-_]?arn|role-to-assume)`, 'role')

/** Is the role that the token is to get of another account than each provider that the text names? */
export const isRoleElsewhere: TellingSign = ({ text }) => {
  const providers = new Set(arnsOfKind(text, 'oidcProvider').map(accountOfArn))
  const roles = new Set([...text.matchAll(TAKEN_ROLE)].map(([, arn = '']) => accountOfArn(arn)))
  return providers.size > 0 && roles.size === 1 && ![...roles].some((account) => providers.has(account))
}

const ROLES_OF_CLUSTER = /["']?IamRoles\b/g

/** Are the roles printed that the cluster has, and is the one that is named not among them? */
export const hasOtherRoles: TellingSign = (seen) => {
  const { whole } = seen
  const [named] = rolesOfAnyAccount(gapOf(seen, 'resource'))
  if (named === undefined) return false
  const lists = [...whole.matchAll(ROLES_OF_CLUSTER)].map(({ index }) => {
    const line = whole.slice(index).split('\n', 1)[0] ?? ''
    return printedFrom(whole, /^["']?IamRoles["']?\s?:/.test(line) ? index : index + line.length)
  })
  const listed = lists.map(rolesOfAnyAccount).filter((roles) => roles.length > 0)
  return listed.length > 0 && !listed.flat().includes(named)
}

const EMR_POLICY = /\bAmazonEMRServicePolicy_v2\b/
const INSTANCE_PROFILE =
  /\b(?:instance[ _-]?profile|JobFlowRole)["']?\s{0,3}(?:[:=]|is)\s{0,3}["']?(?:arn:[\w:-]{10,60}\/)?([\w+=,.@-]{2,128})/gi

/** Has a cluster another instance profile than the default one, which alone the policy lets its service role pass? */
export const passesOtherRole: TellingSign = ({ whole }) => {
  const profiles = [...whole.matchAll(INSTANCE_PROFILE)].map(([, name]) => name)
  return EMR_POLICY.test(whole) && profiles.length > 0 && !profiles.includes('EMR_EC2_DefaultRole')
}

/** A name that a template or a command gives a role for DMS. */
const REPLICATION_ROLE =
  /\b(?:role[_-]?name|name|name_prefix)["']?\s{0,12}[ :=]\s{0,12}["']?([\w${}.!-]{0,60}dms[-_](?:vpc|cloudwatch)[\w${}.-]{0,60})/gi

const FIXED_NAME = /^dms-(?:vpc|cloudwatch-logs)-role$/

/** Are roles for DMS set up, or made in the same run, under other names than those that it looks for? */
export const isReplicationRoleNamedOtherwise: TellingSign = ({ whole }) => {
  const set = [...whole.matchAll(REPLICATION_ROLE)].map(([, name = '']) => name)
  const made = [...whole.matchAll(ROLE_MADE)].flatMap(([line, tool, script]) =>
    /dms/i.test(line) ? [tool ?? script ?? ''] : [],
  )
  const names = [...set, ...made]
  return names.length > 0 && !names.some((name) => FIXED_NAME.test(name))
}

/** That the service uses the same role with another resource. */
export const ROLE_WORKS =
  /\b(?:same|this|that)\srole\s(?:already\s|also\s)?(?:works?|worked|is\sused|delivers|writes)\s[^\n.]{0,40}\b(?:another|other|second|elsewhere)\b/i

/** Is the role that a sentence names a later one of a chain, which stands behind a comma? */
export const isLaterInChain: TellingSign = (seen) => {
  const arn = gapOf(seen, 'resource')
  return arn.includes(':role/') && (seen.whole.includes(`,${arn}`) || seen.whole.includes(`, ${arn}`))
}
