import type { HowDenied } from '../../iam/how-denied'
import type { ElementResult } from '../../evaluation/evaluation'
import { code, codes, join, layerWord, list, say, sentence, strong, type Phrase } from '../../text/phrase'
import { clauseOf, isNegated, whyOperator, writtenValues } from './conditions'
import { LAYER_PHRASES } from './layers'
import { mendWords, type ExceptionMend } from './missed-exceptions'
import type { Layer } from '../../iam/layers'
import { own } from '../../text/own'

/** What a headline is filled with; null: nobody says it. */
export interface HeadlineFacts {
  readonly action: string
  readonly caller: string | null
  readonly resource: string | null
  /** "bucket policy": the resource-based policy as people call it. */
  readonly noun: string
  /** "function": what the resource is, where its policy is not named after it. */
  readonly kind: string | null
  /** The name of the policy that denies, where it is known. */
  readonly policy: string | null
  /** The account whose people can't change a policy of the organization. */
  readonly account?: string | null
  /** Did a device call, whose certificate has policies of AWS IoT in place of those of IAM? */
  readonly isOfDevice?: boolean
  /** Was the role refused that a service was given, and not who called? */
  readonly isOfGivenRole?: boolean
  /** Does the trust policy let this caller in under a condition? */
  readonly isTrustedIf?: boolean
  /** The account of a resource that takes no policy of its own, empty where nobody says it; null: it may take one. */
  readonly ownerOfPolicyless?: string | null
  /** How many requests it is about, where it is more than the one. */
  readonly calls?: number
}

type Headline = (facts: HeadlineFacts) => Phrase

const of = (name: string | null): Phrase => (name === null ? [] : say` of ${code(name)}`)
/** The resource behind its policy: " of orders", or " of function orders". */
const ofResource = ({ resource, kind }: Pick<HeadlineFacts, 'resource' | 'kind'>): Phrase => {
  if (kind === null) return of(resource)
  return resource === null ? say` of the ${kind}` : say` of ${kind} ${code(resource)}`
}
const asked = ({ action, calls = 1 }: HeadlineFacts): Phrase => {
  if (calls > 1) return say`these ${String(calls)} calls`
  return action === '' ? say`the request` : [code(action)]
}
const layer = (text: string): Phrase => [layerWord(text, 'deny')]

const trusts = ({ caller }: HeadlineFacts): Phrase => (caller === null ? say`the caller` : [code(caller)])

/** What a trust policy has to allow besides the role's assumption: who lacks it can be trusted all the same. */
const BESIDE_ASSUMING = /^sts:(?!AssumeRole)/i

const isPolicyless = ({ ownerOfPolicyless = null }: HeadlineFacts): boolean => ownerOfPolicyless !== null

/** What lets a caller of another account do something with a resource that takes no policy of its own. */
export const callFromOwner = ({ action, ownerOfPolicyless: owner = null }: HeadlineFacts): Phrase => {
  const where = owner === null || owner === '' ? say`the account that owns it` : say`account ${code(owner)}`
  return action.toLowerCase() === 'iam:passrole'
    ? say`A role can be passed only within its own account. Pass a role of the caller’s account, or make the call with a role of ${where}.`
    : say`This kind of resource can’t have a policy of its own, so no policy lets in another account. Assume a role in ${where} that allows ${code(action)}, and make the call with it.`
}

/** What the owner of such a thing can do, where an attribute of it shares it. */
export const shareFromOwner = ({ ownerOfPolicyless: owner = null }: HeadlineFacts, account: string): Phrase =>
  say`This kind of resource has no policy; its owner shares it by an attribute. In ${owner === null || owner === '' ? say`the account that owns it` : say`account ${code(owner)}`}, share it with account ${code(account)}. Share the key of an encrypted one too.`

/** "No identity-based policy of ci-deploy allows s3:PutObject", without capital and full stop: what is missing, by layer. */
const MISSING: Readonly<Record<Layer, Headline>> = {
  identity: (facts) =>
    facts.isOfDevice === true
      ? say`${layer('no AWS IoT policy')} of the device’s certificate allows ${asked(facts)}`
      : say`${layer('no identity-based policy')}${of(facts.caller)} allows ${asked(facts)}`,
  boundary: (facts) => say`${layer('the permissions boundary')}${of(facts.caller)} does not allow ${asked(facts)}`,
  session: (facts) => say`${layer('the session policy')}${of(facts.caller)} does not allow ${asked(facts)}`,
  scp: (facts) => say`${layer('no SCP')} allows ${asked(facts)}`,
  rcp: (facts) => say`${layer('no RCP')} allows ${asked(facts)}`,
  resource: (facts) =>
    isPolicyless(facts)
      ? say`${layer('no resource-based policy')} allows ${asked(facts)}`
      : say`${layer(`the ${facts.noun}`)}${ofResource(facts)} does not allow ${asked(facts)}`,
  trust: (facts) =>
    BESIDE_ASSUMING.test(facts.action)
      ? say`${layer('the trust policy')}${of(facts.resource)} does not allow ${asked(facts)}`
      : facts.isTrustedIf === true
        ? say`a condition of ${layer('the trust policy')}${of(facts.resource)} isn’t met`
        : say`${layer('the trust policy')}${of(facts.resource)} does not trust ${trusts(facts)}`,
  endpoint: (facts) => say`${layer('the VPC endpoint policy')} does not allow ${asked(facts)}`,
}

const DENYING_LAYERS: Readonly<Record<Layer, (facts: HeadlineFacts) => string>> = {
  identity: ({ isOfDevice }) => (isOfDevice === true ? 'an AWS IoT policy' : 'an identity-based policy'),
  boundary: () => 'the permissions boundary',
  session: () => 'a session policy',
  scp: () => 'an SCP',
  rcp: () => 'an RCP',
  resource: ({ noun }) => `the ${noun}`,
  trust: () => 'the trust policy',
  endpoint: () => 'the VPC endpoint policy',
}

const ofOwner = (layer: Layer, facts: HeadlineFacts): Phrase => {
  if (layer === 'resource') return ofResource(facts)
  if (layer === 'trust') return of(facts.resource)
  return layer === 'identity' || layer === 'boundary' || layer === 'session' ? of(facts.caller) : []
}

const SHORT = { scp: 'an SCP', rcp: 'an RCP' } as const

/** Nobody in the account can change a policy of the organization: that is said first. */
const deniesForAll = (of_: 'scp' | 'rcp', { account = null, ...facts }: HeadlineFacts): Phrase => {
  const where = account === null ? say`the account` : say`account ${account}`
  return say`${layer(SHORT[of_])} denies ${asked(facts)}; no one in ${where} can change it`
}

const denies = (of_: Layer, facts: HeadlineFacts): Phrase => {
  if ((of_ === 'scp' || of_ === 'rcp') && (facts.calls ?? 1) === 1) return deniesForAll(of_, facts)
  const named = DENYING_LAYERS[of_](facts)
  return facts.policy === null
    ? say`${layer(named)}${ofOwner(of_, facts)} denies ${asked(facts)}`
    : say`${layer(named)}, ${code(facts.policy)}, denies ${asked(facts)}`
}

/** What the answer is about. */
export type Stated =
  | { readonly how: HowDenied; readonly layer: Layer }
  | { readonly how: 'explicitDeny'; readonly layer: null }

const stated = (what: Stated, facts: HeadlineFacts): Phrase => {
  if (what.layer === null) return say`${layer('a policy')} that AWS does not name denies ${asked(facts)}`
  return what.how === 'explicitDeny' ? denies(what.layer, facts) : MISSING[what.layer](facts)
}

/** The headline of an answer, at most MOST_WORDS words. */
export const HEADLINES = {
  sure: (what: Stated, facts: HeadlineFacts): Phrase => join(sentence(stated(what, facts)), '.'),
  'not-assumed': (facts: HeadlineFacts): Phrase =>
    say`${sentence(trusts(facts))} can’t assume ${facts.resource === null ? say`the role` : code(facts.resource)}.`,
  likely: (what: Stated, facts: HeadlineFacts): Phrase => say`Most likely ${stated(what, facts)}.`,
  'likely-unseen': (facts: HeadlineFacts): Phrase =>
    say`Most likely ${layer('a policy')} you haven’t pasted denies ${asked(facts)}.`,
  'key-policy': (): Phrase => say`Most likely ${layer('the key policy you pasted')} doesn’t allow what the call needs.`,
  'likely-no-policy': (title: string | null): Phrase => say`${title ?? 'Most likely, no policy is the cause.'}`,
  differs: (of_: Layer): Phrase =>
    say`${sentence([{ text: LAYER_PHRASES[of_].all }])} you pasted ${LAYER_PHRASES[of_].areOne ? 'allows' : 'allow'} what the error says is missing.`,
  refused: (): Phrase => say`Denied, whatever the policies say.`,
  allowed: ({ action }: HeadlineFacts): Phrase =>
    say`The policies you pasted ${strong('allow', 'allow')} ${code(action)}.`,
  'fixed-by-change': (): Phrase => say`Your change ${strong('fixes', 'allow')} what AWS reported.`,
  'allowed-and-denied': ({ action }: HeadlineFacts): Phrase =>
    say`The policies you pasted ${strong('allow', 'allow')} ${code(action)}, but AWS denied it.`,
  depends: ({ action }: HeadlineFacts): Phrase =>
    say`Whether ${code(action)} is allowed ${strong('depends', 'depends')} on something unknown.`,
  'denied-somewhere': ({ action }: HeadlineFacts): Phrase =>
    say`${code(action)} is ${strong('denied', 'deny')}. Which policy denies it isn’t certain.`,
  'allowed-here': (facts: HeadlineFacts, of: Layer): Phrase =>
    of === 'identity'
      ? say`The caller’s policies you pasted ${strong('allow', 'allow')} ${asked(facts)}; something else denied it.`
      : say`The ${facts.noun} you pasted ${strong('allows', 'allow')} ${asked(facts)}; something else denied it.`,
  'allowed-as-shown': (facts: HeadlineFacts): Phrase =>
    say`As far as your text shows, the policies you pasted ${strong('allow', 'allow')} ${asked(facts)}.`,
  'allowed-for-one-role': (facts: HeadlineFacts, policies: readonly string[]): Phrase =>
    say`Find out which role called: only ${list(policies.map((name) => strong(name)))} ${strong(policies.length > 1 ? 'allow' : 'allows', 'allow')} ${asked(facts)}.`,
  'not-the-usual': (facts: HeadlineFacts): Phrase => say`Your text rules out what usually denies ${asked(facts)}.`,
  'not-as-usual': (): Phrase => say`Your text rules out what this error usually means.`,
  unexplained: (facts: HeadlineFacts): Phrase => say`Nothing you pasted explains why AWS denied ${asked(facts)}.`,
  'no-action': (): Phrase => say`AWS denied a call, but the text doesn’t say which one.`,
  'operation-alone': (operation: string): Phrase => say`AWS denied ${code(operation)}, but the text doesn’t say why.`,
  'service-alone': (service: string): Phrase =>
    say`A call to ${code(service)} was denied, but the text doesn’t say which one.`,
  'no-speaker': (): Phrase => say`Access was denied, but the text doesn’t say by whom, or to what.`,
  encoded: (): Phrase => say`The encoded message says what AWS denied.`,
  'no-question': (): Phrase => say`Paste an error to see which policy denied the request.`,
  incomplete: (): Phrase => say`Name the request to see what the policies say.`,
  setting: (name: string): Phrase => say`S3 Block Public Access denied it: ${code(name)} is on.`,
  situation: (title: string): Phrase => say`${title}`,
} as const

interface Denied {
  readonly layer: Layer
  readonly action: string
  readonly who: Phrase
  readonly fact: Phrase
}

const whoFact = ({ who, fact }: Denied): Phrase => say`${sentence(join(who, who.length > 0 ? ' ' : '', fact))}.`

/** The line below the headline, by what decides. */
export const DENIED_FACTS = {
  'explicit-deny': whoFact,
  'nearest-allow': whoFact,
  'other-actions': whoFact,
  'no-allow': () => say`No statement is an Allow.`,
  'effect-not-written': whoFact,
  'nothing-attached': ({ layer: of }) => say`${sentence([{ text: LAYER_PHRASES[of].no }])} is attached.`,
  'level-without-allow': ({ who }) => say`Nothing${who} allows it, but every level from the root to the account must.`,
  'policies-without-allow': ({ who }) =>
    say`No statement of ${who} allows it, but every level from the root to the account must.`,
  'level-nearest-allow': ({ who, fact }) =>
    say`Every level from the root to the account must allow it, but${who} ${fact}.`,
  'trust-without-caller': whoFact,
  'resource-side': ({ who, fact }) => say`Both accounts must allow it: ${who} ${fact}.`,
  'resource-side-none': () =>
    say`Across accounts, both sides must allow it. The resource’s account has no policy that does.`,
  'not-readable': ({ who, fact }) => say`${sentence(fact)}, so nothing${who} counts as an Allow.`,
  refused: ({ fact }) => say`${sentence(fact)}.`,
  'in-any-case': ({ fact }) => say`No value of ${fact} would allow the request.`,
} as const satisfies Readonly<Record<string, (denied: Denied) => Phrase>>

const DENY_WINS = say`No Allow overrides a Deny. Change the request so that the Deny doesn’t apply, or ask the policy’s owner for an exception.`

/** What it means for the reader that AWS names a layer of which no policy is pasted. */
const MEANS: Readonly<Record<HowDenied, Readonly<Record<Layer, Phrase>>>> = {
  implicitDeny: {
    identity: say`It’s a missing Allow, not a Deny: the caller’s policies don’t cover this action on this resource.`,
    boundary: say`The caller’s own policies aren’t enough: the boundary must allow the action too.`,
    session: say`The role’s own policies aren’t enough: the session policy must allow the action too.`,
    resource: say`It’s a missing Allow, not a Deny: the resource’s own policy must allow this caller.`,
    trust: say`The role’s trust policy must allow this caller. The caller’s own policies can’t replace that.`,
    scp: say`An Allow in the account isn’t enough: an SCP at every level must allow the action too.`,
    rcp: say`An Allow in the account isn’t enough: the RCPs must allow the action too.`,
    endpoint: say`The call went through a VPC endpoint, whose policy must allow it too.`,
  },
  explicitDeny: {
    identity: DENY_WINS,
    boundary: DENY_WINS,
    session: DENY_WINS,
    resource: DENY_WINS,
    trust: DENY_WINS,
    scp: DENY_WINS,
    rcp: DENY_WINS,
    endpoint: DENY_WINS,
  },
}

/** What is AWS's word in an answer, and what these policies add. */
export const SAID = {
  differs: (what: Stated, facts: HeadlineFacts): Phrase =>
    say`AWS says ${stated(what, facts)}, but what you pasted allows it.`,
  'settled-together': (of: Layer, isNone: boolean, saysNoDeny: boolean): Phrase =>
    say`AWS names ${LAYER_PHRASES[of].one}, and ${isNone ? 'you say that none is attached' : 'the policies you pasted show why'}.${saysNoDeny ? ' That no other policy denied it comes from AWS’s message.' : ''}`,
  'stops-alone': (of: Layer): Phrase =>
    say`AWS names no policy type. ${sentence([{ text: LAYER_PHRASES[of].all }])} you pasted ${LAYER_PHRASES[of].areOne ? 'doesn’t' : 'don’t'} allow it, and no other policy can make up for that. A Deny in another policy may also apply.`,
  'claim-beside': (of: Layer): Phrase =>
    say`The policy you pasted belongs to another service. Paste ${LAYER_PHRASES[of].all} that AWS names.`,
  'claim-alone': (of: Layer, how: HowDenied): Phrase => MEANS[how][of],
  'claim-of-organization': (policy: string | null): Phrase => {
    const what = policy === null ? say`that policy` : code(policy)
    return say`Only an administrator of the organization can change ${what}. An administrator of the account can’t.`
  },
  'claim-of-aws': (): Phrase =>
    say`No Allow overrides a Deny, and no one in the account can edit this policy: AWS manages it. It can only be detached.`,
  'claim-bare': (): Phrase => say`This is what AWS’s message says.`,
  'text-says-otherwise': (shown: Phrase): Phrase =>
    say`${shown} AWS checked otherwise: compare who called, and in which account.`,
  'other-account': ({ noun }: HeadlineFacts): Phrase =>
    say`An identity-based policy you pasted allows it, which is enough within one account. So the resource is most likely in another account, and its ${noun} doesn’t allow it.`,
  'other-account-of-caller': ({ noun }: HeadlineFacts): Phrase =>
    say`The ${noun} you pasted allows it, which is enough within one account. So the resource is most likely in another account, and both sides must allow it. Or the policy isn’t in effect there.`,
  'claim-elsewhere': (of: Layer, isNamed: boolean): Phrase => {
    const { one, areOne, all } = LAYER_PHRASES[of]
    const lead = say`This is what AWS’s message says. No Deny in ${all} you pasted covers this request, so the Deny is in`
    return areOne || isNamed
      ? say`${lead} another version of ${isNamed ? 'the policy that AWS names' : one}, or AWS denied another request.`
      : say`${lead} another policy of this type, or in another version of one of them.`
  },
  'statement-listed': (of: Layer): Phrase =>
    say`AWS’s message lists the statement that denied. It is in ${LAYER_PHRASES[of].one} you pasted.`,
  'statement-elsewhere': (sid: string | null, actions: readonly string[], keys: readonly string[]): Phrase => {
    const named = sid === null || sid === '' ? say`a statement without a Sid` : say`the statement ${code(sid)}`
    const about = actions.length === 0 ? [] : say` on ${codes(actions)}`
    const tests = keys.length === 0 ? [] : say`, which tests ${codes(keys)}`
    return say`AWS’s message lists ${named}${about}${tests}. No policy you pasted contains it. The policy’s owner can find it by this.`
  },
  'claim-without-layer': (): Phrase =>
    say`AWS’s message says that a policy explicitly denies this, but not which type of policy.`,
  'claim-narrowed': (of: Layer): Phrase =>
    say`AWS says that ${LAYER_PHRASES[of].one} denied it. The policies you pasted show which statement it can be.`,
  'denied-only': (): Phrase => say`AWS’s message gives no reason. The causes are listed with the most likely first.`,
  'says-what-failed': (): Phrase =>
    say`AWS’s message says what failed. What can be behind it is listed with the most likely first.`,
  'one-of-three': (): Phrase =>
    say`AWS’s message names three possible reasons: the key isn’t in this Region, the key policy doesn’t allow it, or the key policy denies it.`,
  'missing-or-denied': (): Phrase =>
    say`AWS’s message names three possible reasons: the key doesn’t exist, it’s in another Region, or it isn’t allowed.`,
  'not-by-policy': (): Phrase => say`This is what AWS’s message says. No policy decides it.`,
  'usual-no-policy': (): Phrase => say`AWS’s message names no policy. This is what usually lies behind it.`,
  'shown-beside': (): Phrase => say`AWS’s message doesn’t say why. What you pasted shows it, and no policy decides it.`,
  'usual-of-other': (): Phrase => say`AWS didn’t say this. This is what usually lies behind it.`,
  'said-by-other': (): Phrase => say`AWS didn’t say this. No IAM policy decides it.`,
  'said-by-client': (): Phrase => say`The client says this itself. AWS evaluated no policy.`,
} as const

/** What of a request each element is about. */
const ASKED_OF: Readonly<Record<string, string>> = {
  Principal: 'the caller',
  Action: 'this action',
  Resource: 'the resource of this request',
}

/** What to fetch first where a text says so little that no cause can be told. */
export const FETCH_FIRST = {
  'no-action': (): Phrase => say`Paste more of the log, with the call that failed, or fetch its CloudTrail event.`,
  'action-hidden': (): Phrase =>
    say`The text doesn’t show which action. Fetch its CloudTrail event, or fill in the action.`,
  encoded: (): Phrase =>
    say`Decode it and paste the output: it names the caller, the action, the resource and the statements that matched.`,
  'encoded-damaged': (): Phrase =>
    say`The encoded message names the caller, the action and the resource, but part of it is cut off or masked. Paste the whole message, or run the call again.`,
} as const

/** What an element of a statement asks that nobody knows here, as a clause. */
const openClause = (element: ElementResult): Phrase => {
  if (element.element !== 'Condition') {
    const isNot = element.element.startsWith('Not')
    const what = own(ASKED_OF, element.element.replace('Not', '')) ?? 'this request'
    return say`its ${element.element}, ${codes(writtenValues(element))}, ${isNot ? 'doesn’t name' : 'covers'} ${what}`
  }
  return clauseOf(element)
}

/** Does a test hold of a request that does not carry the key, while nobody knows whether this one does? */
const holdsOfAbsent = ({ element, operator, actual }: ElementResult): boolean =>
  element === 'Condition' && isNegated(operator ?? '') && actual === undefined

/** A list of exceptions that the request is not on. */
export const outsideClause = (element: ElementResult): Phrase =>
  say`${code(element.key ?? '')} isn’t ${codes(writtenValues(element), 'or')} (here ${codes(element.actual ?? [])})`

/** All that a statement asks and nobody knows here, as clauses; what holds of an absent key too is said once. */
export const clausesOf = (elements: readonly ElementResult[]): readonly Phrase[] => {
  const absent = elements.filter(holdsOfAbsent)
  const [only] = absent
  if (only === undefined) return elements.map(openClause)
  const clauses = [...elements.filter((one) => !holdsOfAbsent(one)), ...absent].map(openClause)
  const last = clauses.at(-1) ?? []
  const also =
    absent.length === 1
      ? say`, which is also true if the request carries no ${code(only.key ?? '')}`
      : say`, each of which is also true if the request doesn’t carry the key`
  return [...clauses.slice(0, -1), join(last, also)]
}

/** What a statement hangs on of which nobody knows whether it allows or denies. */
export const effectClause = (effect: 'Allow' | 'Deny'): Phrase =>
  say`its ${code('Effect')}, which isn’t shown, is ${code(effect)}`

/** What a statement hangs on of which a condition or more is left out. */
export const hiddenClause = (): Phrase => say`its missing part says so`

interface RemainingFacts {
  readonly layer: Layer
  readonly who: Phrase
  readonly hangsOn: readonly Phrase[]
  readonly action: string
}

/** What a statement that can be the cause hangs on. */
export const REMAINING = {
  'allow-unmet': ({ who, hangsOn }: RemainingFacts): Phrase =>
    say`${who} allows it only if ${list(hangsOn, 'and', 6)}. AWS says nothing allowed it, so that condition wasn’t met.`,
  'allow-open': ({ who, hangsOn }: RemainingFacts): Phrase => say`${who} allows it only if ${list(hangsOn, 'and', 6)}.`,
  'deny-listed': ({ who, hangsOn }: RemainingFacts): Phrase =>
    hangsOn.length === 0
      ? say`${who} denies it. AWS’s message lists this statement.`
      : say`${who} denies it. AWS’s message lists this statement, so ${list(hangsOn, 'and', 6)}.`,
  'deny-open': ({ who, hangsOn }: RemainingFacts): Phrase =>
    hangsOn.length === 0 ? say`${who} denies it.` : say`${who} denies it if ${list(hangsOn, 'and', 6)}.`,
} as const

interface CauseFacts {
  readonly layer: Layer
  readonly action: string
  readonly account: string
  readonly owner: string
}

/** What speaks for a cause, and against it. */
export const SPEAKS = {
  'given-lacks': (): Phrase => say`The policies you pasted show it.`,
  'no-deny-named': (): Phrase => say`AWS’s message names no explicit deny.`,
  'not-in-call': (keys: readonly string[]): Phrase =>
    say`The call you pasted sets no parameter named like ${codes(keys)}.`,
  'aws-says': (): Phrase => say`AWS’s message says so.`,
  'deny-claimed': (): Phrase => say`AWS says that a policy denies this explicitly.`,
  'two-accounts': ({ account, owner: theirs }: CauseFacts): Phrase =>
    say`The caller is in account ${code(account)}, the resource in ${code(theirs)}. Both sides must allow it.`,
  'registry-of-aws': ({ owner: theirs }: CauseFacts): Phrase =>
    say`Account ${code(theirs)} is AWS’s own registry: its repositories let other accounts in.`,
  'key-policy-first': (): Phrase =>
    say`For a KMS key, other policies count only if the key policy allows the call or delegates to IAM.`,
  'trust-first': (): Phrase => say`Only principals that the trust policy names can assume a role.`,
  'service-calls': (): Phrase => say`The caller is an AWS service, which has no policies of its own.`,
  'nobody-signed': (): Phrase => say`The request isn’t signed, so only the resource’s policy can allow it.`,
  'missing-allow-is-usual': (): Phrase => say`A missing Allow is by far the most common cause.`,
  'both-sides': (action: string): Phrase =>
    say`The policies of both accounts lack it: allow ${code(action)} in the resource’s policy and in the caller’s.`,
  'caller-allows': (): Phrase =>
    say`The identity-based policies you pasted allow it, which isn’t enough for a resource in another account.`,
  'could-be-bypassed': (): Phrase =>
    say`Within one account, a resource policy that names the caller is enough. You haven’t pasted one.`,
  'identity-allows': (): Phrase =>
    say`The identity-based policies you pasted allow it. Within one account, that is enough.`,
  'other-issuer': (provider: string): Phrase =>
    say`The trust policy lets in only tokens of ${code(provider)}, which never hold these keys.`,
  'allows-check': (action: string, who: Phrase, line: number | null, isSure = true): Phrase => {
    const allows = isSure
      ? say`${who} allows ${code(action)}`
      : say`${who} allows ${code(action)} on what your text names`
    return line === null ? say`${allows}.` : say`${allows} (line ${String(line)}).`
  },
  'identity-is-enough': (): Phrase =>
    say`Within one account, an identity-based policy of the caller is enough. You haven’t pasted one.`,
} as const

/** What can have denied, where no policy here shows it. */
export const UNSEEN = {
  'key-policy-lacks': (who: string, needed: readonly string[]): Phrase =>
    say`What is encrypted needs the key too: ${code(who)} needs ${codes(needed)}. The key policy you pasted doesn’t allow that.`,
  'key-policy-lets-nobody': (needed: readonly string[]): Phrase =>
    say`What is encrypted needs the key too: the caller needs ${codes(needed)}. No statement of the key policy you pasted allows that, so no identity-based policy can, not even an administrator’s.`,
  'likely-reason': (reason: Phrase): Phrase => say`Likely reason: ${reason}`,
  'layer-lacks': (facts: HeadlineFacts, of: Layer): Phrase => join(sentence(MISSING[of](facts)), '.'),
  'other-account': ({ noun, ...facts }: HeadlineFacts): Phrase =>
    say`The resource may be in another account. Then its ${noun} must allow ${asked({ noun, ...facts })} too.`,
  'deny-elsewhere': (facts: HeadlineFacts, layers: readonly Layer[], isDeny: boolean): Phrase => {
    const where = list(
      layers.map((of) => ({ text: LAYER_PHRASES[of].all })),
      'or',
      8,
    )
    return isDeny
      ? say`A policy you haven’t pasted may deny ${asked(facts)}: ${where}.`
      : say`A policy you haven’t pasted may deny ${asked(facts)}, or may not allow it: ${where}.`
  },
  'denied-elsewhere': (action: string): Phrase =>
    say`The policies you pasted allow ${code(action)}. An SCP, the permissions boundary or the VPC endpoint policy may deny it.`,
  'deny-in-layer': (facts: HeadlineFacts, of: Layer): Phrase =>
    LAYER_PHRASES[of].areOne
      ? say`A Deny in ${LAYER_PHRASES[of].one}, which you haven’t pasted, covers ${asked(facts)}.`
      : say`A Deny in ${LAYER_PHRASES[of].one} that you haven’t pasted covers ${asked(facts)}.`,
  'deny-in-other': (facts: HeadlineFacts, of: Layer): Phrase =>
    LAYER_PHRASES[of].areOne
      ? say`No Deny in ${LAYER_PHRASES[of].one} you pasted covers ${asked(facts)}. AWS evaluated another version of it.`
      : say`No Deny in ${LAYER_PHRASES[of].all} you pasted covers ${asked(facts)}. One in another policy of this type does.`,
} as const

/** A sentence without its full stop. */
const withoutStop = (phrase: Phrase): Phrase => {
  const last = phrase.at(-1)
  return last === undefined ? phrase : [...phrase.slice(0, -1), { ...last, text: last.text.replace(/\.$/, '') }]
}

/** Behind another sentence of the same list it begins small, unless it begins with a name. */
const asClause = (phrase: Phrase, at: number): Phrase => {
  const [first, ...rest] = phrase
  if (at === 0 || first === undefined || first.mark === 'code') return phrase
  return [{ ...first, text: first.text.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase()) }, ...rest]
}

/** Where a caller's tags come from: its own, those of a session, or those of IAM Identity Center. */
export type CallerOfTags = 'user' | 'session' | 'center' | 'caller'

const TAGS_OF_CALLER: Readonly<Record<CallerOfTags, string>> = {
  user: 'tag the user',
  session:
    'tag its role, or set the tag when the session begins. A role that another session assumes keeps only that session’s transitive tags',
  center: 'map it in IAM Identity Center, under Attributes for access control',
  caller: 'tag the user or role that calls',
}

/** What would repair a cause. */
export const CAUSE_REMEDIES = {
  'test-instead': (
    { action }: HeadlineFacts,
    moved: readonly { readonly key: string; readonly instead: string }[],
  ): Phrase =>
    say`Allow ${code(action)} in a separate statement that tests ${list(
      moved.map(({ key, instead }) => say`${code(instead)} instead of ${code(key)}`),
      'and',
    )}.`,
  'add-allow': (facts: HeadlineFacts, of: Layer): Phrase =>
    isPolicyless(facts) ? callFromOwner(facts) : say`Allow ${asked(facts)} in ${ADDED_IN[of](facts)}.`,
  'allow-in-limit': (statements: readonly Readonly<Record<string, unknown>>[], of: Layer): Phrase =>
    say`Allow ${codes(statements.flatMap(({ Action: action }) => [action].flat().map(String)))} in ${LAYER_PHRASES[of].one} too: what it leaves out, the caller’s own policies can’t give.`,
  'let-service-use-key': (service: string, isOfQueue: boolean): Phrase =>
    say`Look which key it is. The policy of a customer managed key has to allow ${code(service)}: a service that calls as itself has no other. An AWS managed key (${code('aws/…')}) lets none in, and its policy can’t be changed; then use a customer managed key${isOfQueue ? say`, or SSE-SQS` : []}.`,
  'then-allow': (repair: Phrase, facts: HeadlineFacts, of: Layer): Phrase =>
    say`${repair} Then allow ${asked(facts)} in ${LAYER_PHRASES[of].one} too: none of its statements does.`,
  'add-value': (key: string, values: readonly string[], isOther: boolean): Phrase =>
    isOther
      ? say`Otherwise add ${codes(values)} to the values that ${code(key)} may have.`
      : say`Add ${codes(values)} to the values that ${code(key)} may have, if the request is right.`,
  'meant-operator': (key: string, operator: string, meant: string): Phrase =>
    say`Test ${code(key)} with ${code(meant)}: ${whyOperator(operator, meant)}.`,
  'version-of-variables': (): Phrase =>
    say`Set ${code('"Version": "2012-10-17"')} in the policy. In an older version a variable is plain text, which no tag and no name is.`,
  'other-variable': (keys: readonly string[]): Phrase =>
    say`This caller’s requests carry no ${codes(keys, 'or')}, so nothing meets this test. Use a variable that they have, for example ${code('${aws:PrincipalTag/<key>}')}: a tag of the role or the session, in IAM Identity Center an attribute for access control.`,
  'later-date': (key: string, ends: readonly string[], at: readonly string[]): Phrase =>
    say`The statement ended on ${codes(ends)}, and the call was made on ${codes(at)}. Set a later date for ${code(key)}, if this access is still wanted.`,
  'compare-keys': (keys: readonly string[]): Phrase =>
    say`Find out what this request carries as ${codes(keys)}. Compare that with the statement’s values, and correct whichever is wrong.`,
  'set-in-call': (clauses: readonly Phrase[]): Phrase =>
    say`Set it in the call, so that ${list(clauses, 'and', 6)}. If no parameter sets it, find out what this request carries.`,
  'without-test': (keys: readonly string[], { action }: HeadlineFacts): Phrase =>
    say`Allow ${code(action)} on this kind of resource in a separate statement without ${codes(keys)}: no such request carries it.`,
  'without-option': (keys: readonly string[]): Phrase =>
    say`Take ${codes(keys)} out of that statement, and keep its other tests: this command lists everything below the prefix, and has no option that sets it.`,
  'test-if-there': (key: string, operator: string): Phrase =>
    say`Only the start of an upload in parts carries ${code(key)}, its parts can’t. Test it with ${code(`${operator.replace(/IfExists$/i, '')}IfExists`)}: a request without it then passes.`,
  'sent-by-service': (by: string, keys: readonly string[], { action }: HeadlineFacts): Phrase =>
    say`${by} makes this call, so no one can add ${codes(keys)} to it. Allow ${code(action)} in a separate statement that tests what the call does carry.`,
  'tag-resource': (clauses: readonly Phrase[]): Phrase => say`Tag the resource so that ${list(clauses, 'and', 6)}.`,
  'match-tags': (clauses: readonly Phrase[], caller: CallerOfTags): Phrase =>
    say`Compare the two tags: the statement applies only if ${list(clauses, 'and', 6)}. If the caller’s is missing, ${TAGS_OF_CALLER[caller]}. If the resource’s is missing, tag the resource.`,
  'keep-guard': (keys: readonly string[]): Phrase =>
    say`Add this call’s ${codes(keys)} to the values that the statement allows. Keep the test: it excludes others.`,
  'cover-request': (element: ElementResult): Phrase =>
    say`Check whether its ${element.element}, ${codes(writtenValues(element))}, ${element.element.startsWith('Not') ? 'excludes' : 'covers'} ${own(ASKED_OF, element.element.replace('Not', '')) ?? 'this request'}. Change it if it ${element.element.startsWith('Not') ? 'does' : 'doesn’t'}.`,
  'see-whole': (): Phrase => say`Check the whole statement: part of it is missing here.`,
  'allow-in-key-policy': (who: string, needed: readonly string[]): Phrase =>
    say`Allow ${code(who)} ${codes(needed)} in the key policy. The other policies you pasted can stay as they are.`,
  'join-exceptions': (keys: readonly string[], list: string, values: readonly string[]): Phrase =>
    say`Find out what this request carries as ${codes(keys)}. If the access is wanted, ask the policy’s owner to add ${codes(values)} to the exceptions in ${code(list)}.`,
  'join-lists': (key: string, values: readonly string[]): Phrase =>
    say`Put ${codes(values)} into the list of one Deny, and remove the other: each denies what the other one exempts in ${code(key)}. Ask the policy’s owner to do it if that isn’t you.`,
  'find-deny': (): Phrase =>
    say`Find the Deny. Then change the request so that it doesn’t apply, or ask the policy’s owner for an exception.`,
  'correct-exception': (mend: ExceptionMend): Phrase => mendWords(say`this Deny`, mend),
  'exempt-issuer': (key: string): Phrase =>
    say`Ask the policy’s owner to test ${code(key)} too, beside the keys of the other issuers, so that the Deny exempts tokens of this provider.`,
  'escape-deny': (): Phrase => say`Ask the policy’s owner for an exception.`,
  'compare-keys-or-ask': (keys: readonly string[]): Phrase =>
    say`Find out what this request carries as ${codes(keys)}. If the Deny is meant to block this request, ask the policy’s owner for an exception.`,
  'change-request': (changes: readonly Phrase[]): Phrase =>
    join(...changes.flatMap((one, index) => (index === 0 ? [one] : [' ', one]))),
  'change-request-or-allow': (changes: readonly Phrase[], facts: HeadlineFacts, of: Layer): Phrase =>
    say`${join(...changes.flatMap((one) => [one, ' ']))}Otherwise allow ${asked(facts)} in ${ADDED_IN[of](facts)}.`,
  'meet-test': (changes: readonly Phrase[]): Phrase =>
    say`${join(...changes.flatMap((one) => [one, ' ']))}Keep the test: an Allow without it would let in what it keeps out.`,
  'change-request-or-ask': (changes: readonly Phrase[]): Phrase =>
    say`${list(changes.map(withoutStop).map(asClause), 'or', 6)}. Otherwise ask the policy’s owner for an exception.`,
} as const

const ADDED_IN: Readonly<Record<Layer, (facts: HeadlineFacts) => Phrase>> = {
  identity: ({ caller, isOfDevice, isOfGivenRole }) =>
    isOfDevice === true
      ? say`the AWS IoT policy of the device’s certificate`
      : caller !== null
        ? say`an identity-based policy of ${code(caller)}`
        : isOfGivenRole === true
          ? say`an identity-based policy of the service’s role`
          : say`an identity-based policy of the caller`,
  boundary: () => say`the permissions boundary`,
  session: () => say`the session policy`,
  scp: () => say`an SCP at the level that doesn’t allow it`,
  rcp: () => say`an RCP`,
  resource: (facts) => say`the ${facts.noun}${ofResource(facts)}`,
  trust: ({ resource }) =>
    resource === null ? say`the role’s trust policy` : say`the trust policy of ${code(resource)}`,
  endpoint: () => say`the VPC endpoint policy`,
}

/** What still stops the call after a change that lifts what AWS reported: checks of it besides. */
export const STILL_DENIED = (checks: number): Phrase =>
  checks === 1
    ? say`The policies you pasted still deny another check of this call. The table of its checks shows which.`
    : say`The policies you pasted still deny ${String(checks)} other checks of this call. The table of its checks shows which.`

/** What can still stop a request after a change that lifts what AWS reported. */
export const STILL_UNKNOWN = (layers: readonly Layer[]): Phrase =>
  say`Still unknown: ${list(layers.map((one) => ({ text: LAYER_PHRASES[one].all })))}. ${layers.length === 1 ? 'It' : 'Any of them'} could still block the call.`
