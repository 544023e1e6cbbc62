import { BEFORE_ROLE_NAME } from '../iam/arn-in-text'
import { claimedLayer } from '../denial/denial'
import { SITUATIONS } from '../facts/situations/situations'
import { splitArn, isAccountId } from '../iam/arn'
import { parsePrincipal } from '../iam/principal'
import { printedCallers } from '../iam/printed-identities'
import { onlyOne } from '../text/only-one'
import { CALL_TRAPS, type CallTrapId } from './call-traps'
import { SOURCE_FINDERS } from './find-credential-source'
import { grantedToAnother } from './find-granted-to-another'
import { MEANT_FINDERS } from './find-meant-identity'
import { jobWithoutToken } from './find-job-token'
import { OF_NODE, podAsNode } from './find-pod-caller'
import { ROLES_OF_AWS } from './roles-of-aws'
import { meantProfile, PROFILE_FINDERS } from './find-profile-caller'
import type { Clue, Observation, RowMatch } from './knowledge'
import { accountOf, type WrongCaller } from './wrong-caller'
import { matchOfRow } from './match-of-row'

/** Text that is looked through. */
const MOST_TEXT = 50_000

const NOT_OURS =
  /\b(?:not|isn['’]t|aren['’]t|never) (?:\w+ )?(?:our|ours|my|mine|known)\b|\b(?:know|have|own|recogni[sz]e) no\b|\b(?:don|doesn)['’]t (?:know|have|own|recogni[sz]e|belong)\b|\bsomeone else['’]s\b|\bunknown (?:account|to us)\b/i
const ONE_ACCOUNT = /\b(?:only|just) (?:have )?(?:one|a single|1) (?:aws )?account\b/i

/** A role in an account that the text says is not theirs. */
function roleOfStranger({ text, principal, action, resource }: Observation): WrongCaller | null {
  const own = accountOf(principal)
  const [, , , , other = '', part = ''] = splitArn(resource ?? '') ?? []
  const isRole = action?.toLowerCase() === 'sts:assumerole' && part.startsWith('role/')
  if (!isRole || !isAccountId(other) || own === '' || own === other) return null
  const sentences = text.split(/\n|(?<=[.!?;])\s/)
  const words = sentences.find((one) => (one.includes(other) && NOT_OURS.test(one)) || ONE_ACCOUNT.test(one))
  return words === undefined || /\bis not authorized\b/.test(words)
    ? null
    : { id: 'role-of-a-stranger', words: [words.trim().slice(0, 120)], facts: { own, other }, of: 'trust' }
}

/** A thing, and the account that the text says it is in. */
const THING_IN_ACCOUNT =
  /\b(bucket|queue|table|repository|secret|topic|function|cluster|stack)\b[^.\n]{1,80}?\baccount\b[^\n\d]{1,20}(\d{12})\b/gi

const partsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((part) => part.length > 2)

/** Credentials of another account than that of the thing that the meant profile is named for. */
function otherAccount({ text, principal }: Observation): WrongCaller | null {
  const own = accountOf(principal)
  const profile = own === '' ? null : meantProfile(text)
  if (profile === null) return null
  const things = [...text.matchAll(THING_IN_ACCOUNT)]
  const other = onlyOne(things.map(([, , account = '']) => account))
  const [first] = things
  if (first === undefined || other === undefined || other === own) return null
  const named = partsOf(profile.name)
  const isOfThing = named.some((part) => partsOf(first[0]).includes(part))
  const isOfCaller = named.some((part) => partsOf(parsePrincipal(principal ?? '')?.name ?? '').includes(part))
  if (!isOfThing || isOfCaller) return null
  const facts = { own, other, profile: profile.name, thing: first[1]!.toLowerCase() }
  return { id: 'credentials-of-another-account', words: [first[0], profile.words], facts }
}

/** A shell that is asked whom it calls as. */
const ASKED_WHO = /^[^\n]{0,80}[$+#>]\s?aws sts get-caller-identity\b/m

/** How far below its command an answer stands. */
const ANSWER = 420

/** The user or the session that a shell prints to call as. */
function printedIn(text: string): string {
  const asked = ASKED_WHO.exec(text)
  if (asked === null) return ''
  const printed = printedCallers(text.slice(asked.index, asked.index + asked[0].length + ANSWER))
  return printed.find((arn) => /:(?:user|assumed-role)\//.test(arn)) ?? ''
}

const ARNS = /\barn:aws[^\s"']{1,300}/g

/** Programs that run elsewhere call as another than a shell does, as they should. */
const RUNS_ELSEWHERE = /\b(?:lambda|glue|codebuild|step functions?|sagemaker|pod|task definition|locally|laptop)\b/i

/** Is it who calls where other credentials are found than the shell's: an instance, or a user whose keys are left in a file? */
const isFallback = (principal: string): boolean => OF_NODE.test(principal) || parsePrincipal(principal)?.kind === 'user'

/** A shell that prints one identity, and a command whose call AWS refuses to another. */
function printedOtherwise({ text, principal, policies, denial }: Observation): WrongCaller | null {
  const printed = printedIn(text)
  const [own, other] = [parsePrincipal(principal ?? ''), parsePrincipal(printed)]
  const isSaid = denial?.principal !== null && denial?.principal !== undefined
  if (
    !isSaid ||
    own === null ||
    other === null ||
    own.name === other.name ||
    RUNS_ELSEWHERE.test(text.replaceAll(ARNS, ''))
  )
    return null
  if (!isFallback(own.text) || policies.some(({ layer }) => layer === 'identity')) return null
  const facts = { printed: other.name, called: own.name }
  return { id: 'called-as-printed-otherwise', words: [printed], facts }
}

/** A task whose program has no role of its own, on an instance. */
function taskWithoutRole({ text, principal, action }: Observation): WrongCaller | null {
  const [words] = /\bexecutionRoleArn\b/.exec(text) ?? []
  const hasOwn = /\b(?:task|job)_?role_?arn["']?\s{0,3}[:=]\s{0,3}(?!null\b|none\b)["']?[\w$!{]/i.test(text)
  const isAsked = OF_NODE.test(principal ?? '') && !/^(?:ecr|ecs|logs):/i.test(action ?? '')
  return words === undefined || hasOwn || !isAsked ? null : { id: 'task-without-role', words: [words], facts: {} }
}

/** The execution role of a task, by its ARN or by a reference of Terraform. */
const EXECUTION_ROLE = new RegExp(
  String.raw`\bexecution_?role_?arn["']?\s{0,20}[:=]\s{0,5}["']?(?:${BEFORE_ROLE_NAME}|aws_iam_role\.)([\w+=,@-]{2,64})`,
  'i',
)

/** A volume that is mounted with IAM, for a task without a role of its own. */
function mountWithoutRole({ text }: Observation): WrongCaller | null {
  const [words] =
    /\bauthorization_?Config\b[^{}]{0,10}\{[^{}]{0,300}\biam["']?\s{0,10}[:=]\s{0,10}["']?ENABLED/i.exec(text) ?? []
  const [, execution] = EXECUTION_ROLE.exec(text) ?? []
  const hasOwn = /\btask_?role_?arn["']?\s{0,20}[:=]/i.test(text)
  return words === undefined || execution === undefined || hasOwn
    ? null
    : { id: 'mount-without-task-role', words: [execution], facts: { execution }, of: 'resource' }
}

/** What a text holds where somebody chose the credentials, and no vendor or service calls. */
const OWN_CREDENTIALS = /\bsource_profile\b|\s--profile\b|\bAWS_PROFILE\b|provider ["']?aws\b|\[profile /i

/** A role of which more is known than whom its trust policy names. */
const OF_CONTROL_TOWER = /\/AWSControlTower/

/** A role that lets in one account alone, which is neither its own nor the caller's. */
function trustsOther({ text, principal, action, resource, policies }: Observation): WrongCaller | null {
  const own = accountOf(principal)
  const isAsked = action?.toLowerCase() === 'sts:assumerole' && !OF_CONTROL_TOWER.test(resource ?? '')
  if (own === '' || !isAsked || !OWN_CREDENTIALS.test(text)) return null
  const named = policies
    .filter(({ layer }) => layer === 'trust')
    .flatMap(({ policy }) => policy.statements)
    .flatMap(({ principal: who }) => who?.values.map((one) => one.text) ?? ['*'])
  const trusted = onlyOne(named.map((one) => /^(?:arn:aws[\w-]*:iam::)?(\d{12})\b/.exec(one)?.[1] ?? ''))
  if (trusted === undefined || trusted === '' || trusted === own || trusted === splitArn(resource ?? '')?.[4])
    return null
  return { id: 'role-trusts-other-account', words: [named[0]!], facts: { own, trusted }, of: 'trust' }
}

/** A role of an account of AWS, with which a service calls. */
function roleOfAws({ principal, action, resource }: Observation): WrongCaller | null {
  const { name = '', kind } = parsePrincipal(principal ?? '') ?? {}
  const row = kind === 'roleSession' || kind === 'role' ? ROLES_OF_AWS.find(({ role }) => role.test(name)) : undefined
  return row === undefined || row.unlessAction?.test(action ?? '') === true
    ? null
    : { id: row.id, words: [name], facts: { role: name, on: resource ?? '<resource>' }, ...(row.of && { of: row.of }) }
}

/** In order: the first that finds something is told. */
const FINDERS = [
  roleOfAws,
  jobWithoutToken,
  ...PROFILE_FINDERS,
  podAsNode,
  mountWithoutRole,
  taskWithoutRole,
  roleOfStranger,
  trustsOther,
  otherAccount,
  printedOtherwise,
  ...SOURCE_FINDERS,
  ...MEANT_FINDERS,
  grantedToAnother,
] as const

/** Do policies decide the error at all? */
const isOfPolicies = ({ denial }: Observation): boolean => {
  const situation = denial?.situation
  const isByNone = situation !== undefined && SITUATIONS[situation].decides === 'none'
  return denial !== null && denial.kind !== 'not-authorization' && !isByNone
}

/** The call was made as somebody else than was meant: no policy is to be changed for whoever made it. */
export function findWrongCaller(whole: Observation): readonly RowMatch<CallTrapId>[] {
  const seen = { ...whole, text: whole.text.slice(0, MOST_TEXT) }
  for (const find of FINDERS) {
    const found = find(seen)
    if (found === null) continue
    const { id, words, facts, of = 'identity' } = found
    const where = isOfPolicies(seen)
      ? ({ layer: claimedLayer(seen.denial) ?? of, decision: 'implicitDeny' } as const)
      : ({ layer: 'none', decision: 'none' } as const)
    const clues = words.map((text): Clue => ({ kind: 'text', text }))
    return [matchOfRow(seen, CALL_TRAPS[id], { id, ...where, strength: 'shown', for: clues, facts })]
  }
  return []
}
