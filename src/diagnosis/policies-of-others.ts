import { EMPTY_POLICY } from '../policy/empty-policy'
import type { CasePolicies, CasePolicy } from '../case/access-case'
import type { BuiltCase } from '../draft/build/build-case'
import type { Draft } from '../draft/draft'
import { judgedDraft } from '../draft/edit/edit-draft'
import { buildPlainCase } from '../draft/build/build-case'
import { holderOfOwner, holderOfPrincipal, sameHolder, type PolicyHolder } from '../draft/paste/policy-owner'
import { evaluate, type Known } from '../evaluation/evaluate'
import type { LayerStatus } from '../evaluation/evaluation'
import { layerResult, type UncountedPolicy } from '../explanation/judged-case'
import { holderCalled, holderInName, holdersInWords } from '../policy/named-holders'
import { parsePolicy } from '../policy/parse-policy'
import { isAwsManaged } from '../policy/policy-documents'
import { boundaryOfAnother } from './boundary-of-another'
import { onlyOne } from '../text/only-one'
import { claimsNoneAllows } from '../denial/denial'

/** A case without the policies that are plainly not the caller's, and those with what tells it. */
interface OwnPolicies {
  readonly built: BuiltCase
  readonly beside: readonly UncountedPolicy[]
}

const textOf = ({ document }: CasePolicy): string => (typeof document === 'string' ? document : '')

/** Did nobody say what it is attached to? */
const isFree = ({ source }: CasePolicy): boolean => source === undefined

/** The user or role that calls, also where its account is masked. */
function callerOf(principal: string): PolicyHolder | null {
  const masked = holderOfOwner(principal)
  return holderOfPrincipal(principal) ?? (masked?.kind === 'role' || masked?.kind === 'user' ? masked : null)
}

/** A policy that says in its name that it is a role's, with the role's name where that stands behind. */
const OF_ROLE = /\brole\b(?:[\s:]{1,3}([\w+=,.@-]{2,64}))?/i

/** The one account in the name of a policy, where that is another than the caller's and the caller's own name is not in it too. */
function accountCalled(name: string, caller: PolicyHolder): string | null {
  const accounts: readonly string[] = name.match(/(?<!\d)\d{12}(?!\d)/g) ?? []
  const isOther = caller.account !== null && !accounts.includes(caller.account)
  return isOther && !name.toLowerCase().includes(caller.name.toLowerCase()) ? (onlyOne(accounts) ?? null) : null
}

/** Another than the caller whose policy one is by its name: of an account, a role or user of the text. */
type TellHolder = (policy: CasePolicy) => UncountedPolicy['holder']

/** By another account in its name. */
const byAccount =
  (caller: PolicyHolder): TellHolder =>
  ({ name }) => {
    const account = accountCalled(name, caller)
    return account === null ? null : { kind: /\buser\b/i.test(name) ? 'user' : 'role', name: null, account }
  }

/** By words of its name that say which other role has it. */
const saidInName =
  (caller: PolicyHolder): TellHolder =>
  ({ name }) => {
    const holder = holderInName(name, caller.name)
    return holder === null ? null : { kind: 'role', name: `role/${holder}` }
  }

/** Where policies are called after whom they are attached to: one that is another's, whatever the text calls that one. */
function besideOwn(policies: readonly CasePolicy[], caller: PolicyHolder): TellHolder {
  const called = new Map([[caller.name.toLowerCase(), `${caller.kind}/${caller.name}`]])
  const isOwn = ({ name }: CasePolicy): boolean => holderCalled(name, called) !== null
  if (!policies.some(isOwn)) return () => null
  return (policy) => {
    const found = isOwn(policy) ? null : OF_ROLE.exec(policy.name)
    return found && { kind: 'role', name: found[1] === undefined ? null : `role/${found[1]}` }
  }
}

/** After a role or user of the text. */
function calledInText(text: string, caller: PolicyHolder): TellHolder {
  const holders = holdersInWords(text)
  return ({ name }) => {
    const owner = holderCalled(name, holders)
    const holder = owner === null ? null : holderOfOwner(owner)
    // What is called after a policy of AWS's is that policy, whatever words stand before its name.
    if (
      holder === null ||
      isAwsManaged(holder.name) ||
      holder.name.toLowerCase() === caller.name.toLowerCase() ||
      sameHolder(holder, caller)
    )
      return null
    return { kind: holder.kind, name: owner }
  }
}

/** The policies that by their names are another's than the caller's. */
function calledAfterAnother(
  policies: readonly CasePolicy[],
  draft: Draft,
  principal: string,
): ReadonlyMap<CasePolicy, UncountedPolicy> {
  const caller = callerOf(principal)
  if (caller === null || draft.paste === '') return new Map()
  // The first that tells is the one that says most.
  const ways = [calledInText(draft.paste, caller), saidInName(caller), besideOwn(policies, caller), byAccount(caller)]
  const found = policies.filter(isFree).flatMap((policy): [CasePolicy, UncountedPolicy][] => {
    const holder = ways.map((tell) => tell(policy)).find((one) => one !== null)
    return holder ? [[policy, { name: policy.name, text: textOf(policy), holder, toldBy: 'name' }]] : []
  })
  return new Map(found)
}

/** Does a policy allow anything at all? One that only denies is attached beside others. */
const canAllow = (policy: CasePolicy): boolean =>
  parsePolicy(textOf(policy), 'identity').statements.some(({ effect }) => effect === 'Allow')

/** What the identity-based policies come to with one policy alone. */
const statusAlone =
  (accessCase: BuiltCase['accessCase'], known: Known) =>
  (policy: CasePolicy): LayerStatus | undefined => {
    const alone = { ...accessCase, policies: { ...accessCase.policies, identity: [policy] } }
    return layerResult(evaluate(alone, known), 'identity')?.status
  }

/** A policy that AWS's words rule out, and by what. */
interface RuledOut {
  readonly policy: CasePolicy
  readonly toldBy: 'claim' | 'denies'
}

/**
 * Policies that allow what AWS says that none of the caller's allows, or deny it, where AWS would have named the Deny, beside
 * others that do neither: each is another's, or was attached later. Where all of them allow, nothing tells which. Who names a
 * policy of AWS's says that it is attached.
 */
function ruledOut(
  policies: readonly CasePolicy[],
  { accessCase, denial }: BuiltCase,
  known: Known,
): readonly RuledOut[] {
  const status = statusAlone(accessCase, known)
  if (policies.length < 2 || !claimsNoneAllows(denial) || !policies.every(isFree)) return []
  const out = policies.flatMap((policy): RuledOut[] => {
    const alone = status(policy)
    if (alone === 'explicitDeny') return [{ policy, toldBy: 'denies' }]
    return alone === 'allows' && !isAwsManaged(policy.name) ? [{ policy, toldBy: 'claim' }] : []
  })
  return policies.some((one) => !out.some(({ policy }) => policy === one) && canAllow(one)) ? out : []
}

/**
 * Policies of AWS's of which the text says only the name, and whose newest version allows what AWS says that none of the
 * caller's allows: AWS changes them, so that the newest is no word against AWS's own.
 */
function newestOf(
  policies: readonly CasePolicy[],
  { accessCase, denial }: BuiltCase,
  paste: string,
  known: Known,
): readonly CasePolicy[] {
  const status = statusAlone(accessCase, known)
  if (!claimsNoneAllows(denial)) return []
  const isNamedAlone = (one: CasePolicy): boolean => paste.includes(one.name) && !paste.includes(textOf(one))
  return policies.filter(
    (one) => isAwsManaged(one.name) && isNamedAlone(one) && isFree(one) && status(one) === 'allows',
  )
}

/** The case with the policies as they were before what is tried on them: that changes nothing in whose they are. */
function asJudged(draft: Draft, built: BuiltCase): BuiltCase {
  const judged = judgedDraft(draft)
  return judged === null
    ? built
    : buildPlainCase({ draft: judged, denials: built.denial === null ? [] : [built.denial] })
}

/** The identity-based policies that AWS's words or their names show to be another's. */
function othersOf(draft: Draft, built: BuiltCase, known: Known): readonly UncountedPolicy[] {
  const all = built.accessCase.policies.identity ?? []
  const called = calledAfterAnother(all, draft, built.accessCase.request.principal)
  const left = all.filter((one) => !called.has(one))
  const newest = newestOf(left, built, draft.paste, known)
  const others = ruledOut(
    left.filter((one) => !newest.includes(one)),
    built,
    known,
  )
  return [
    ...called.values(),
    ...newest.map((one) => ({ name: one.name, text: textOf(one), holder: null, toldBy: 'newest' as const })),
    ...others.map(({ policy, toldBy }) => ({ name: policy.name, text: textOf(policy), holder: null, toldBy })),
  ]
}

/** A case without the identity-based policies of others. */
function withoutOthers(policies: CasePolicies, others: readonly UncountedPolicy[]): CasePolicies {
  if (others.length === 0) return policies
  const { identity = [], ...rest } = policies
  const isOther = (policy: CasePolicy) =>
    others.some(({ name, text }) => name === policy.name && text === textOf(policy))
  const own = identity.map((one) => (isOther(one) ? { ...one, document: EMPTY_POLICY } : one))
  return identity.every(isOther) ? rest : { ...rest, identity: own }
}

/** The case with the caller's own policies alone, as far as the text, their names and AWS's words tell whose they are. */
export function ownPolicies(draft: Draft, built: BuiltCase, known: Known): OwnPolicies {
  const { accessCase } = built
  const { boundary: given, ...unbounded } = accessCase.policies
  const hasIdentity = (unbounded.identity ?? []).length > 0
  if (!hasIdentity && given === undefined) return { built, beside: [] }
  const judged = asJudged(draft, built)
  const caller = callerOf(accessCase.request.principal)
  const boundary = draft.paste === '' ? null : boundaryOfAnother(judged, caller, known)
  const others = hasIdentity ? othersOf(draft, judged, known) : []
  if (boundary === null && others.length === 0) return { built, beside: [] }
  const policies = withoutOthers(boundary === null ? accessCase.policies : unbounded, others)
  return {
    built: { ...built, accessCase: { ...accessCase, policies } },
    beside: boundary === null ? others : [boundary, ...others],
  }
}
