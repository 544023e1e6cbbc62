import { arnsOfKind } from '../../iam/arn-in-text'
import { accountOfArn, isAccountId } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import { printedAttachments, type PrintedAttachments } from '../../policy/printed-attachments'
import { evaluate } from '../../evaluation/evaluate'
import { escaped } from '../../text/escaped'
import type { Cause } from '../answer'
import { NOT_IN_EFFECT, type NotInEffectFacts } from '../messages/not-in-effect'
import { judgedWith, layerResult, type JudgedCase } from '../judged-case'
import { literal } from '../steps/script'
import { NO_FACTS, type KnownFacts } from './known-facts'
import { OF_REQUEST } from './cause-of-request'
import { claimsNoneAllows } from '../../denial/denial'

const PAGES = {
  group: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups_manage_add-remove-users.html',
  policy: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html',
} as const

/** Who calls, as IAM's lists name it. */
interface Holder {
  readonly kind: 'user' | 'role'
  readonly name: string
}

function holderOf({ accessCase }: JudgedCase): Holder | null {
  const { kind, name } = parsePrincipal(accessCase.request.principal) ?? {}
  if (name === undefined) return null
  if (kind === 'user') return { kind, name }
  return kind === 'role' || kind === 'roleSession' ? { kind: 'role', name } : null
}

/** The policies of the text that allow the request by themselves: those that count, and those that AWS's words ruled out. */
function allowing(judged: JudgedCase): readonly string[] {
  const { accessCase, beside = [] } = judged
  const all = [
    ...(accessCase.policies.identity ?? []),
    ...beside.filter(({ toldBy }) => toldBy === 'claim').map(({ name, text }) => ({ name, document: text })),
  ]
  return all.flatMap((policy) => {
    const alone = { ...accessCase, policies: { ...accessCase.policies, identity: [policy] } }
    return layerResult(evaluate(alone, judgedWith(judged)), 'identity')?.status === 'allows' ? [policy.name] : []
  })
}

/** Words that names of policies have beside what they are called. */
const COMMON =
  /^(?:the|of|for|our|my|iam|inline|managed|customer|identity|groups?|users?|roles?|polic(?:y|ies)|permissions?|v\d{1,5})$/i

const wordsOf = (name: string): readonly string[] =>
  name.split(/[\s"'`():,;/]+/).filter((word) => word !== '' && !COMMON.test(word))

const has = ({ names }: PrintedAttachments, name: string): boolean =>
  names.some((one) => one.toLowerCase() === name.toLowerCase())

/** Is a policy one of a group, by its own name or by a sentence of the text? */
const isOfGroup = (policy: string, group: string, text: string): boolean =>
  wordsOf(policy).includes(group) &&
  (/\bgroup\b/i.test(policy) || new RegExp(`\\bgroups?\\s["'\`]?${escaped(group)}\\b`, 'i').test(text))

/** What a list shows of a policy that the caller doesn’t have. */
interface Missing {
  readonly how: keyof typeof NOT_IN_EFFECT
  readonly group?: string
  readonly printed?: readonly string[]
  readonly said?: string
  readonly version?: string
  readonly run: readonly string[] | null
}

/** The policy's ARN as the text has it, else that of a policy of the caller's account. */
function arnOf({ accessCase: { error = '', request } }: JudgedCase, policy: string): string | null {
  const [written] =
    new RegExp(
      `arn:aws[\\w-]{0,12}:iam::(?:\\d{12}|aws):policy/(?:[\\w+=,.@-]{1,64}/){0,8}${escaped(policy)}(?![\\w+=,.@/-])`,
    ).exec(error) ?? []
  const account = accountOfArn(request.principal)
  return written ?? (isAccountId(account) ? `arn:aws:iam::${account}:policy/${policy}` : null)
}

function missingGroup(
  lists: readonly PrintedAttachments[],
  caller: Holder,
  policy: string,
  text: string,
): Missing | null {
  if (caller.kind !== 'user') return null
  for (const one of lists.filter((list) => !wordsOf(policy).some((word) => has(list, word)))) {
    const isOfCaller = one.lists === 'groups' && one.of.toLowerCase() === caller.name.toLowerCase()
    const group = isOfCaller
      ? wordsOf(policy).find((word) => !has(one, word) && isOfGroup(policy, word, text))
      : one.lists === 'users' && !has(one, caller.name) && isOfGroup(policy, one.of, text)
        ? one.of
        : undefined
    if (group !== undefined)
      return {
        how: 'not-in-group',
        group,
        printed: one.names,
        run: ['aws', 'iam', 'add-user-to-group', '--group-name', group, '--user-name', caller.name],
      }
  }
  return null
}

function missingPolicy(
  judged: JudgedCase,
  lists: readonly PrintedAttachments[],
  caller: Holder,
  name: string,
): Missing | null {
  // A policy that is called after the caller has no name of its own here.
  const policy = wordsOf(name).find((word) => word.length > 2) ?? ''
  if (policy === '' || policy.toLowerCase() === caller.name.toLowerCase()) return null
  const own = lists.filter(({ kind, of }) => kind === caller.kind && of.toLowerCase() === caller.name.toLowerCase())
  const managed = own.find(({ lists: what }) => what === 'managed')
  const holders = lists.find(({ lists: what, of }) => what === 'holders' && of.toLowerCase() === policy.toLowerCase())
  const isOwn = own.some((one) => one.lists !== 'groups' && has(one, policy)) || (holders && has(holders, caller.name))
  if (isOwn === true || (managed === undefined && holders === undefined)) return null
  const arn = arnOf(judged, policy)
  return {
    how: holders === undefined ? 'not-attached' : 'attached-to-another',
    printed: (holders ?? managed)?.names ?? [],
    run:
      arn === null
        ? null
        : ['aws', 'iam', `attach-${caller.kind}-policy`, `--${caller.kind}-name`, caller.name, '--policy-arn', arn],
  }
}

const DEFAULT_VERSION =
  /"?\bDefaultVersionId"?["']?(?:\s{0,3}[:=]\s{0,3}|\s{1,8})["']?(v\d{1,5})\b|"VersionId"\s{0,3}:\s{0,3}"(v\d{1,5})",\s{0,40}"IsDefaultVersion"\s{0,3}:\s{0,3}true\b|^VERSIONS\s[^\n]{0,60}\sTrue\s{1,8}(v\d{1,5})\b/m
const PASTED_VERSION = /(?:--version-id[ =]["']?|\bpasted\s(?:\w{1,12}\s){0,3})(v\d{1,5})\b/
const LISTED_VERSION = /"VersionId"\s{0,3}:\s{0,3}"v(\d{1,5})"/g

/** The version that was pasted: by its name or the text, else the newest of those listed. */
function pastedVersion(policy: string, text: string): string | null {
  const said = /(?:^|[\s(,-])(v\d{1,5})(?![\w.])/.exec(policy)?.[1] ?? PASTED_VERSION.exec(text)?.[1]
  if (said !== undefined) return said
  const listed = [...text.matchAll(LISTED_VERSION)].map(([, number]) => Number(number))
  return listed.length < 2 ? null : `v${Math.max(...listed)}`
}

/** The text prints the default version of the policy, and another one was pasted. */
function missingVersion(judged: JudgedCase, policy: string): Missing | null {
  const { error = '' } = judged.accessCase
  const inEffect = DEFAULT_VERSION.exec(error)
    ?.slice(1)
    .find((one) => one !== undefined)
  const version = pastedVersion(policy, error)
  if (inEffect === undefined || version === null || inEffect === version) return null
  const arn = arnsOfKind(error, 'policy')[0] ?? null
  const run = ['aws', 'iam', 'set-default-policy-version', '--policy-arn', arn ?? '', '--version-id', version]
  return { how: 'other-version', said: inEffect, version, run: arn === null ? null : run }
}

const ATTACHED = /\b(?:attached|added|put)\b[^\n.?]{1,60}\b(?:policy|permissions?|it|this|that|below)\b/i
const WORKS_NOW = /\bworks\b|\bworked\b|\bit(?:['’]s| is) (?:fine|ok|good)\b/i
const NOT_SAID = /\b(?:if|would|should|still|not|never|only)\b|n['’]t\b/i

/** A sentence of the text says that the policy was attached later, and that the call passes since. */
function attachedSince(text: string): Missing | null {
  const said = text
    .split(/\n|(?<=[.!?])\s/)
    .map((one) => one.trim())
    .find((one) => one.length <= 200 && ATTACHED.test(one) && WORKS_NOW.test(one) && !NOT_SAID.test(one))
  return said === undefined ? null : { how: 'attached-since', said: said.replace(/[.!]$/, ''), run: null }
}

/** A policy that allows the request, of which a printed list shows that the caller doesn’t have it. */
function causesOf(judged: JudgedCase): readonly Cause[] {
  const { error = '', request } = judged.accessCase
  // A policy that allows the call is then not in effect for the caller.
  const caller = claimsNoneAllows(judged.denial) ? holderOf(judged) : null
  const lists = caller === null ? [] : printedAttachments(error)
  if (caller === null) return []
  for (const policy of allowing(judged)) {
    const missing =
      missingGroup(lists, caller, policy, error) ??
      missingPolicy(judged, lists, caller, policy) ??
      missingVersion(judged, policy) ??
      attachedSince(error)
    if (missing === null) continue
    const { how, group = '', said = '', version = '', run } = missing
    const printed = [...new Set(missing.printed)]
    const { action } = request
    const facts: NotInEffectFacts = {
      policy: policy.replace(/\s\(?v\d{1,5}\)?$/, ''),
      action,
      caller: caller.name,
      kind: caller.kind,
      printed,
      group,
      said,
      version,
    }
    return [
      {
        ...OF_REQUEST,
        ground: 'fact-shown',
        code: 'policy-not-in-effect',
        layer: 'identity',
        decision: 'implicitDeny',
        sentence: NOT_IN_EFFECT[how].sentence(facts),
        speaksFor: [],
        speaksAgainst: [],
        evidence: null,
        check: null,
        remedy: NOT_IN_EFFECT[how].remedy(facts),
        statements: [],
        ...(run !== null && { run: literal(run) }),
        page: PAGES[how === 'not-in-group' ? 'group' : 'policy'],
      },
    ]
  }
  return []
}

/** What is known of a denial, with the policy that a printed list shows not to be the caller's. */
export const withPolicyNotInEffect = (judged: JudgedCase, known: KnownFacts): KnownFacts => {
  const found = known === NO_FACTS ? [] : causesOf(judged)
  if (found.length === 0) return known
  return { ...known, causes: [...found, ...known.causes] }
}
