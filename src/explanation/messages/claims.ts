import type { ClaimedLayer } from '../../denial/denial'
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
  Record<'explicit' | 'implicit' | 'unknown' | 'none' | 'explicit-no-layer', (facts: ClaimFacts) => Phrase>
> = {
  explicit: ({ layer, policy }) =>
    say`AWS says: explicit deny in ${layerWord(LAYER_PHRASES[layer].one, 'deny')}${ofPolicy(policy)}.`,
  implicit: ({ layer, action }) => say`AWS says: ${layerWord(LAYER_PHRASES[layer].no, 'deny')} allows ${code(action)}.`,
  unknown: ({ layer, policy }) =>
    say`AWS names ${layerWord(LAYER_PHRASES[layer].one, 'deny')}${ofPolicy(policy)}, without saying how it denied.`,
  'explicit-no-layer': () => say`AWS says that a policy denies this explicitly, without naming the policy type.`,
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
  isChanged ? say`AWS refused this before your change; with it, ${found}.` : say`The policies here ${how}: ${found}.`

const allowingLayer = ({ layer, action }: FoundFacts): Phrase => {
  const { all, areOne } = LAYER_PHRASES[layer]
  return say`${all} given here ${areOne ? 'allows' : 'allow'} ${code(action)} in this request`
}

/** What we find beside the claim. */
export const CLAIM_FINDINGS: Readonly<
  Record<
    | 'no-claim'
    | 'agrees-explicit'
    | 'agrees-implicit'
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
  'no-claim': () => say`So every layer that applies to this request can be the cause.`,
  'agrees-explicit': ({ found }) => say`The policies here agree: ${found}.`,
  'agrees-implicit': ({ layer, action }) =>
    say`The policies here agree: ${LAYER_PHRASES[layer].no} given here allows ${code(action)} in this request.`,
  'not-given': ({ layer }) => {
    const { all, areOne } = LAYER_PHRASES[layer]
    return say`${sentence([layerWord(all, 'depends')])} ${areOne ? 'is' : 'are'} not given here, so what AWS says cannot be checked.`
  },
  'policy-not-given': ({ policy }) =>
    say`The policy that AWS names, ${code(policy ?? '')}, is not among those given here.`,
  'request-incomplete': (facts) =>
    facts.isChanged
      ? instead(facts, say`nothing can be said before the request is complete`)
      : say`What AWS says can be checked once the request is complete.`,
  undecided: (facts) => {
    const { all, areOne } = LAYER_PHRASES[facts.layer]
    const found = say`what ${all} here ${areOne ? 'does' : 'do'} depends on ${facts.others}`
    return facts.isChanged
      ? instead(facts, found)
      : say`${sentence(found)}, so what AWS says is neither confirmed nor refuted.`
  },
  'owner-assumed': (facts) => {
    const found = say`the identity-based policies you pasted allow ${code(facts.action)}, which is enough unless the resource is in another account`
    return facts.isChanged ? instead(facts, found) : say`${sentence(found)}.`
  },
  'disagrees-open': (facts) =>
    instead(facts, say`no Deny in ${LAYER_PHRASES[facts.layer].all} given here covers this request`),
  'disagrees-allows': (facts) => instead(facts, allowingLayer(facts)),
  'disagrees-granted': (facts) => instead(facts, allowingLayer(facts)),
  'disagrees-none': (facts) =>
    facts.isChanged
      ? instead(facts, say`nothing of this type is attached`)
      : say`The case says that nothing of this type is attached, yet AWS names ${LAYER_PHRASES[facts.layer].one}.`,
  'disagrees-implicit': (facts) =>
    instead(
      facts,
      say`no Deny in ${LAYER_PHRASES[facts.layer].all} given here matches this request; an Allow is missing there`,
    ),
  'disagrees-explicit': (facts) =>
    instead(facts, say`they hold an explicit deny, which AWS does not mention: ${facts.found}`, 'disagree on how'),
  'disagrees-bypassed': (facts) =>
    instead(
      facts,
      facts.layer === 'resource'
        ? say`the identity-based policies given here allow ${code(facts.action)}, and in one account the resource-based policy need not`
        : say`the resource-based policy given here allows the caller directly, so that ${LAYER_PHRASES[facts.layer].all} would not have to`,
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
    say`The text here is not the version in effect: a managed policy acts through its default version.`,
  'assumed-context': ({ keys }) => say`The request carried other values than those assumed here for ${keys}.`,
  'other-request': () =>
    say`The principal, action or resource here is not the one AWS judged: the request form was edited, or the message belongs to another call.`,
  'no-such-attachment': () => say`One is attached after all: look again at what the case says of this type.`,
  'changed-since': () =>
    say`The policy was changed after the error, here or in AWS, where a change can take some time to be in effect.`,
  'just-changed': ({ change }) =>
    say`${code(change)} was changed just before: AWS needs some seconds, sometimes minutes, until a change is in effect.`,
  'not-modelled': () => say`The service applies a rule of its own that policies do not show.`,
}

/** Policies of the same layer that are easily forgotten, any of which can hold a Deny. */
const OTHER_POLICIES: Readonly<Record<Layer, Phrase>> = {
  identity: say`Another identity-based policy is attached: an inline policy, or one of a group.`,
  boundary: say`Another policy is set as the permissions boundary than the one given here.`,
  session: say`Another session policy was passed when the session was made, inline or by ARN.`,
  scp: say`Another service control policy is attached at a level that is not given here: the root, an OU on the path or the account.`,
  rcp: say`Another resource control policy is attached at a level of the resource’s account that is not given here.`,
  resource: say`The resource has another policy than the one given here, or a second resource is part of the request.`,
  trust: say`The role has another trust policy than the one given here.`,
  endpoint: say`The request went through another VPC endpoint than the one whose policy is given here.`,
}

/**
 * How a layer can allow here and not at AWS. Where AWS found no Allow it looked at all that is attached, and one more
 * policy could only add to it: but for levels and single policies, where another one takes away.
 */
const NOT_IN_EFFECT: Readonly<Record<Layer, Phrase>> = {
  ...OTHER_POLICIES,
  identity: say`The policy here that allows is not attached to this principal: it belongs to another user or role, or was attached after the error.`,
  session: say`The session was made with other session policies than those given here.`,
  scp: say`A level that is not given here allows less: the root, an OU on the path or the account.`,
  rcp: say`A level of the resource’s account that is not given here allows less.`,
}

/** The layer of AWS's claim, where it names one. */
export const layerOfClaim = (claimed: ClaimedLayer): Layer | null => (claimed === 'unknown' ? null : claimed)
