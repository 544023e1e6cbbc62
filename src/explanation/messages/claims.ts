import type { HowDenied } from '../../iam/how-denied'
import { code, layerWord, say, sentence, type Phrase } from '../../text/phrase'
import { LAYER_PHRASES } from './layers'
import type { Layer } from '../../iam/layers'

interface ClaimFacts {
  readonly layer: Layer
  readonly action: string
  readonly policy: string | null
}

const ofPolicy = (policy: string | null): Phrase => (policy === null ? [] : say`, ${code(policy)}`)

/** What AWS's message says, as AWS's claim. */
export const CLAIMS: Readonly<
  Record<HowDenied | 'unknown' | 'none' | 'explicit-no-layer', (facts: ClaimFacts) => Phrase>
> = {
  explicitDeny: ({ layer, policy }) =>
    say`AWS says: explicit deny in ${layerWord(LAYER_PHRASES[layer].one, 'deny')}${ofPolicy(policy)}.`,
  implicitDeny: ({ layer, action }) =>
    say`AWS says: ${layerWord(LAYER_PHRASES[layer].no, 'deny')} allows ${code(action)}.`,
  unknown: ({ layer, policy }) =>
    say`AWS names ${layerWord(LAYER_PHRASES[layer].one, 'deny')}${ofPolicy(policy)}, but not how it denied.`,
  'explicit-no-layer': () => say`AWS says that a policy explicitly denies this, but not which type of policy.`,
  none: () => say`AWS’s message names no policy type.`,
}

interface FoundFacts extends ClaimFacts {
  readonly found: Phrase
  readonly others: Phrase
  /** AWS’s claim fits the policies before a change that is tried here. */
  readonly isChanged: boolean
}

/** What is found instead of what AWS says: of the same policies, or since they were changed. */
const instead = ({ isChanged }: FoundFacts, found: Phrase, how = 'disagree'): Phrase =>
  isChanged
    ? say`AWS denied this before your change. With it, ${found}.`
    : say`The policies you pasted ${how}: ${found}.`

const allowingLayer = ({ layer, action }: FoundFacts): Phrase => {
  const { all, areOne } = LAYER_PHRASES[layer]
  return say`${all} you pasted ${areOne ? 'allows' : 'allow'} ${code(action)}`
}

/** What we find beside the claim. */
export const CLAIM_FINDINGS: Readonly<
  Record<
    | 'no-claim'
    | 'agrees-explicit'
    | 'agrees-implicit'
    | 'agrees-none'
    | 'not-given'
    | 'policy-not-given'
    | 'undecided'
    | 'owner-assumed'
    | 'request-incomplete'
    | 'disagrees-allows'
    | 'disagrees-granted'
    | 'disagrees-none'
    | 'disagrees-open'
    | 'disagrees-implicit'
    | 'disagrees-explicit'
    | 'disagrees-bypassed',
    (facts: FoundFacts) => Phrase
  >
> = {
  'no-claim': () => say`So any layer that applies to this request can be the cause.`,
  'agrees-explicit': ({ found }) => say`The policies you pasted agree: ${found}.`,
  'agrees-implicit': ({ layer, action }) =>
    say`The policies you pasted agree: ${LAYER_PHRASES[layer].no} allows ${code(action)}.`,
  'agrees-none': ({ action }) => say`You say the same: none is attached, so nothing allows ${code(action)}.`,
  'not-given': ({ layer }) => {
    const { all } = LAYER_PHRASES[layer]
    return say`You haven’t pasted ${layerWord(all, 'depends')}, so what AWS says can’t be checked.`
  },
  'policy-not-given': ({ policy }) => say`You haven’t pasted the policy that AWS names, ${code(policy ?? '')}.`,
  'request-incomplete': (facts) =>
    facts.isChanged
      ? instead(facts, say`the request isn’t complete yet`)
      : say`What AWS says can be checked once the request is complete.`,
  undecided: (facts) => {
    const { all } = LAYER_PHRASES[facts.layer]
    const found = say`the effect of ${all} depends on ${facts.others}`
    return facts.isChanged ? instead(facts, found) : say`${sentence(found)}, so what AWS says can’t be checked yet.`
  },
  'owner-assumed': (facts) => {
    const found =
      facts.layer === 'resource'
        ? say`the identity-based policies you pasted allow ${code(facts.action)}, which is enough unless the resource is in another account`
        : say`the resource-based policy you pasted allows ${code(facts.action)}, which is enough unless the resource is in another account`
    return facts.isChanged ? instead(facts, found) : say`${sentence(found)}.`
  },
  'disagrees-open': (facts) => instead(facts, say`no Deny in ${LAYER_PHRASES[facts.layer].all} covers this request`),
  'disagrees-allows': (facts) => instead(facts, allowingLayer(facts)),
  'disagrees-granted': (facts) => instead(facts, allowingLayer(facts)),
  'disagrees-none': (facts) =>
    facts.isChanged
      ? instead(facts, say`none is attached`)
      : say`The case says that none is attached, but AWS names ${LAYER_PHRASES[facts.layer].one}.`,
  'disagrees-implicit': (facts) =>
    instead(
      facts,
      say`no Deny in ${LAYER_PHRASES[facts.layer].all} covers this request, but an Allow is missing there`,
    ),
  'disagrees-explicit': (facts) =>
    instead(facts, say`they contain an explicit deny, which AWS doesn’t mention: ${facts.found}`, 'disagree on how'),
  'disagrees-bypassed': (facts) =>
    instead(
      facts,
      facts.layer === 'resource'
        ? say`the identity-based policies allow ${code(facts.action)}, and within one account that is enough`
        : say`the resource-based policy allows the caller directly, so ${LAYER_PHRASES[facts.layer].all} wouldn’t have to`,
    ),
}

/** Why AWS's claim and the policies here can differ, the likeliest first. */
export const CLAIM_REASONS: Readonly<
  Record<
    | 'other-policies-of-layer'
    | 'given-not-in-effect'
    | 'grant-not-in-effect'
    | 'other-version'
    | 'assumed-context'
    | 'other-request'
    | 'no-such-attachment'
    | 'changed-since'
    | 'not-modelled'
    | 'just-changed',
    (facts: ClaimFacts & { readonly keys: Phrase; readonly change: string }) => Phrase
  >
> = {
  'other-policies-of-layer': ({ layer }) => OTHER_POLICIES[layer],
  'given-not-in-effect': ({ layer }) => NOT_IN_EFFECT[layer],
  'grant-not-in-effect': ({ layer }) => NOT_IN_EFFECT[layer === 'resource' ? 'identity' : 'resource'],
  'other-version': () =>
    say`You pasted another version than the one in effect. A managed policy’s default version is in effect.`,
  'assumed-context': ({ keys }) => say`The request carried other values for ${keys} than those assumed.`,
  'other-request': () =>
    say`AWS evaluated another principal, action or resource: the request was edited, or the message belongs to another call.`,
  'no-such-attachment': () => say`One is attached after all. Check what the case says about this type.`,
  'changed-since': () =>
    say`The policy was changed after the error, here or in AWS. In AWS, a change can take some time to take effect.`,
  'just-changed': ({ change }) =>
    say`${code(change)} was called just before. A change takes effect after a few seconds, sometimes minutes.`,
  'not-modelled': () => say`The service applies its own rule, which policies don’t show.`,
}

/** Policies of the same layer that are easily forgotten, any of which can hold a Deny. */
const OTHER_POLICIES: Readonly<Record<Layer, Phrase>> = {
  identity: say`Another identity-based policy is attached: an inline policy, or one of a group.`,
  boundary: say`The permissions boundary is another policy than the one you pasted.`,
  session: say`Another session policy was passed when the session was created, inline or by ARN.`,
  scp: say`Another SCP is attached at a level you haven’t pasted: the root, an OU on the path or the account.`,
  rcp: say`Another RCP is attached at a level of the resource’s account that you haven’t pasted.`,
  resource: say`The resource has another policy than the one you pasted, or the request involves a second resource.`,
  trust: say`The role has another trust policy than the one you pasted.`,
  endpoint: say`The request went through another VPC endpoint than the one whose policy you pasted.`,
}

/**
 * How a layer can allow here and not at AWS. Where AWS found no Allow it looked at all that is attached, and one more
 * policy could only add to it: but for levels and single policies, where another one takes away.
 */
const NOT_IN_EFFECT: Readonly<Record<Layer, Phrase>> = {
  ...OTHER_POLICIES,
  identity: say`The policy that allows it isn’t attached to this principal. It belongs to another user or role, or was attached after the error.`,
  session: say`The session was created with other session policies than those you pasted.`,
  scp: say`A level you haven’t pasted allows less: the root, an OU on the path or the account.`,
  rcp: say`A level of the resource’s account that you haven’t pasted allows less.`,
}
