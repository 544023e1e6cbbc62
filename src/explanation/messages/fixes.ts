import type { Reach } from '../../policy/reach'
import type { PolicyOwner } from '../../iam/layers'
import { code, codes, count, join, layerWord, list, say, strong, type Phrase } from '../../text/phrase'
import { whyOperator } from './conditions'
import { LAYER_PHRASES } from './layers'
import type { Layer } from '../../iam/layers'
import { whoCall } from './opened'
import { mendWords, type ExceptionDefect } from './missed-exceptions'

/** What stands between the values of a fix that changes several alike. */
export const BETWEEN_VALUES = '\n'

interface FixWords {
  /** The policy's name. */
  readonly policy: string
  /** Its level: " on the organization’s root". */
  readonly where: Phrase
  readonly layer: Layer
  readonly value: string
  readonly action: string
  readonly actions: Phrase
  readonly resources: Phrase
  /** What the request has to carry for it. */
  readonly limits: Phrase
}

const into = ({ policy, where }: FixWords): Phrase => join(strong(policy), where)

/** The keys that a fix tells of: the one that is written, the one that is meant, and why. */
export const swappedKeys = (
  written: string,
  { key, isByValues }: { readonly key: string; readonly isByValues: boolean },
): string => [written, key, ...(isByValues ? ['by its values'] : [])].join(BETWEEN_VALUES)

const correctedKey = ({ value }: FixWords): Phrase => {
  const [written = '', meant = '', byValues] = value.split(BETWEEN_VALUES)
  return byValues === undefined
    ? say`${code(written)} doesn’t exist. Replace it with ${code(meant)}.`
    : say`${code(written)} never has such a value. Replace it with ${code(meant)}.`
}

/** A statement of a policy, where a fix changes several. */
export const inStatement = (where: Phrase, sid: string): Phrase => join(where, say` (statement ${strong(sid)})`)

/** What each kind of fix changes. */
export const FIX_MESSAGES = {
  'add-statement': (words: FixWords) =>
    say`Add a statement to ${into(words)} that allows ${words.actions}${words.resources}${words.limits}.`,
  'new-policy': (words: FixWords) =>
    say`Add ${LAYER_PHRASES[words.layer].one}${words.where} that allows ${words.actions}${words.resources}${words.limits}.`,
  'add-action': (words: FixWords) =>
    say`Add ${code(words.value)} to the actions of the closest statement in ${into(words)}.`,
  'add-resource': (words: FixWords) =>
    say`Add ${codes(words.value.split(BETWEEN_VALUES))} to the resources of the closest statement in ${into(words)}.`,
  'correct-action': (words: FixWords) => {
    const [written = '', meant = ''] = words.value.split(BETWEEN_VALUES)
    return say`Correct the action in ${into(words)}: AWS has no ${code(written)}, it is ${code(meant)}.`
  },
  'correct-resource': (words: FixWords) =>
    say`Correct the resource of the closest statement in ${into(words)}: ${codes(words.value.split(BETWEEN_VALUES))}.`,
  'add-condition-value': (words: FixWords) =>
    say`Add ${codes(words.value.split(BETWEEN_VALUES))} to the values that the condition in ${into(words)} accepts.`,
  'use-meant-operator': (words: FixWords) => {
    const [written = '', meant = '', key = ''] = words.value.split(BETWEEN_VALUES)
    return say`Test ${code(key)} with ${code(meant)} in ${into(words)}: ${whyOperator(written, meant)}.`
  },
  'use-version': (words: FixWords) =>
    say`Set ${code(`"Version": "${words.value}"`)} in ${into(words)}: in an older version its variables are plain text.`,
  'correct-test-key': (words: FixWords) => {
    return say`Correct the key in the condition in ${into(words)}: ${correctedKey(words)}`
  },
  'correct-test-value': (words: FixWords) => {
    const [written = '', meant = '', key] = words.value.split(BETWEEN_VALUES)
    const why =
      key === undefined
        ? say`For a session ${code('aws:PrincipalArn')} is the role’s ARN.`
        : say`No request has such a value as ${code(key)}, so the statement never applied. Add the other values that you need.`
    return say`Correct the condition in ${into(words)}: replace ${code(written)} with ${code(meant)}. ${why}`
  },
  'attach-full-access': ({ where }: FixWords) => say`Attach ${code('FullAWSAccess')}${where} again.`,
  'join-lists': (words: FixWords) => {
    const [key = '', ...values] = words.value.split(BETWEEN_VALUES)
    return say`Merge the two Deny statements on ${code(key)} in ${into(words)} into one that exempts ${codes(values)}: as they are, each denies what the other exempts.`
  },
  'add-exception': (words: FixWords) =>
    say`Add ${code(words.value)} to the values that the Deny in ${into(words)} exempts.`,
  'exempt-allowed': (words: FixWords) =>
    say`Exempt what ${words.value === '' ? say`the Allow next to it` : say`the Allow ${code(words.value)}`} allows from the Deny in ${into(words)}: requests${words.limits}.`,
  'correct-exception': (words: FixWords) => {
    const [written = '', meant = '', defect = '', stays] = words.value.split(BETWEEN_VALUES)
    const mend = { written, meant, defect: defect as ExceptionDefect, stays: stays === 'stays' }
    return mendWords(say`the Deny in ${into(words)}`, mend)
  },
  'correct-key': (words: FixWords) => {
    return say`Correct the key in the Deny in ${into(words)}: ${correctedKey(words)}`
  },
  'exempt-services': (words: FixWords) =>
    say`Exempt AWS services from the Deny in ${into(words)}: add the test ${code(words.value)} ${code('false')}. They never carry its key.`,
  'exempt-forwarded': (words: FixWords) =>
    say`Exempt calls that AWS services make for the caller from the Deny in ${into(words)}: add the test ${code(words.value)} ${code('false')}.`,
  'exempt-principal': (words: FixWords) => say`Exempt ${code(words.value)} from the Deny in ${into(words)}.`,
  'exempt-principal-for-action': (words: FixWords) =>
    say`Exempt ${code(words.value)} from the Deny in ${into(words)}, only for ${code(words.action)}. The Deny becomes two statements.`,
  'exempt-principal-for-request': (words: FixWords) =>
    say`Exempt ${code(words.value)} from the Deny in ${into(words)}, only for ${code(words.action)}${words.resources}. The Deny becomes three statements.`,
  'exempt-principal-on-resource': (words: FixWords) =>
    say`Exempt ${code(words.value)} from the Deny in ${into(words)}, only${words.resources}. The Deny becomes two statements.`,
  'take-action-out': (words: FixWords) =>
    say`Remove ${codes(words.value.split(BETWEEN_VALUES))} from the Deny in ${into(words)}.`,
  'take-resource-out': (words: FixWords) => say`Remove ${code(words.value)} from the Deny in ${into(words)}.`,
  'add-to-not-action': (words: FixWords) =>
    say`Exempt ${code(words.value)} from the Deny in ${into(words)}: add it to ${code('NotAction')}.`,
  'add-to-not-resource': (words: FixWords) =>
    say`Exempt ${code(words.value)} from the Deny in ${into(words)}: add it to ${code('NotResource')}.`,
  'keep-to-types': (words: FixWords) =>
    say`Limit the Deny in ${into(words)} to the resources that can carry its key: ${codes(words.value.split(BETWEEN_VALUES))}.`,
  'keep-action-to-types': (words: FixWords) =>
    say`Limit the Deny of ${words.actions} in ${into(words)} to the resources that can carry its key: ${codes(words.value.split(BETWEEN_VALUES))}. The Deny becomes two statements.`,
  'leave-resource-out': (words: FixWords) => say`Exclude ${code(words.value)} from the Deny in ${into(words)}.`,
  'leave-action-on-resource-out': (words: FixWords) =>
    say`Exclude only ${code(words.action)} on ${code(words.value)} from the Deny in ${into(words)}. The Deny becomes two statements.`,
  'remove-statement': (words: FixWords) => say`Remove the Deny from ${into(words)}.`,
} as const

/** The kind of a fix. */
export type FixCode = keyof typeof FIX_MESSAGES

/** Before the fix of a cause that is less likely than the first. */
export const OTHER_CAUSE = 'If that isn’t the cause:'

/** Several changes that are needed together. */
export const together = (sentences: readonly Phrase[]): Phrase =>
  join(...sentences.flatMap((one, index) => (index === 0 ? [one] : [' ', one])))

type Part = Reach['actions']

/** Actions of a reach in words. */
export const reachActions = ({ not, patterns }: Part): Phrase => {
  if (not) return say`every action except ${codes(patterns)}`
  return patterns.includes('*') ? say`every action` : codes(patterns)
}

/** Resources of a reach in words, with their preposition. */
const reachResources = ({ not, patterns }: Part): Phrase => {
  if (not) return say` on every resource except ${codes(patterns)}`
  return patterns.includes('*') ? say` on every resource` : say` on ${codes(patterns)}`
}

/** Whom a layer's policies are for. */
const AUDIENCES: Readonly<Record<Layer, Phrase>> = {
  scp: say`Every principal in the accounts below`,
  rcp: say`Everyone who uses resources of the accounts below`,
  endpoint: say`Everyone who uses the endpoint`,
  resource: say`Everyone whom the policy names`,
  trust: say`Everyone whom the policy names`,
  boundary: say`Everyone who has this boundary`,
  identity: say`Everyone this policy is attached to`,
  session: say`This session`,
}

/** What a request has to carry, as the end of a sentence. */
export const limits = (when: Reach['when']): Phrase =>
  when.length === 0
    ? []
    : say`, where ${list(when.map(({ key, values }) => say`${code(key)} is ${codes(values, 'or')}`))}`

/** What a layer's own resource is, where its policies say "*". */
export const OWN_RESOURCE: Readonly<Record<Layer, Phrase | null>> = {
  identity: null,
  resource: say` on this resource`,
  trust: [],
  boundary: null,
  session: null,
  scp: null,
  rcp: null,
  endpoint: null,
}

/** What stands for an element that a policy leaves out, as those of a repository leave out the resource. */
const LEFT_OUT = '...'

/** Resources of a reach in words, in the policies of a layer. */
export const resourcesIn = (layer: Layer, resources: Part): Phrase => {
  if (resources.patterns.every((one) => one === LEFT_OUT)) return OWN_RESOURCE[layer] ?? []
  const own = !resources.not && resources.patterns.includes('*') ? OWN_RESOURCE[layer] : null
  return own ?? reachResources(resources)
}

/** Of the context of a request: what else is tested, or that nothing is. */
const context = ({ when, tests = [] }: Reach): Phrase => {
  const others = tests.filter((key) => !when.some((one) => one.key === key))
  if (others.length > 0) return say`, if the test of ${codes(others)} is met`
  return when.length > 0 ? [] : say`, without a condition`
}

/** What a fix opens, and for whom. */
export const opensPhrase = (layer: Layer, reach: Reach): Phrase => {
  const who = reach.principal === null ? AUDIENCES[layer] : whoCall([reach.principal])
  const opened = say`${reachActions(reach.actions)}${resourcesIn(layer, reach.resources)}${limits(reach.when)}`
  return say`${who} will be able to call ${opened}${context(reach)}.`
}

/** What a statement that is to be added opens, where it names whom it lets in. */
export const opensAdded = (layer: Layer, reach: Reach): Phrase =>
  reach.principal === null
    ? opensPhrase(layer, reach)
    : say`Gives this access to ${code(reach.principal)} only${context(reach)}.`

/** What a change without a policy of its own here is. */
export const PLACE_TEXT = { statement: 'Statement to add', policy: 'New policy' } as const

/** How far a fix for one object of a bucket can reach. */
export const SCOPES = { label: 'For', object: 'this object', bucket: 'bucket' } as const

/** Which of several services a fix is for. */
export const SERVICE_CHOICE = { note: 'The error doesn’t say which service the call uses. Choose yours:' } as const

/** A fix that opens the gate to this one request only. */
export const opensNothingElse = (): Phrase =>
  say`It allows this caller this action on this resource, and nothing else, in every session, without conditions.`

/** What the new evaluation says. */
export const proofPhrase = (remaining: readonly Layer[], open: boolean): Phrase => {
  if (remaining.length === 0)
    return open
      ? say`The request then passes this layer. Other policies, not checked yet, could still block it.`
      : say`The request then passes every layer: it is allowed.`
  const names = list(remaining.map((layer) => layerWord(LAYER_PHRASES[layer].gate, 'deny')))
  return say`The request then passes this layer, but ${count(remaining.length, 'other layer')} still ${remaining.length === 1 ? 'blocks' : 'block'} it: ${names}.`
}

/** What is known of a change to a Deny that can be the one, where its layer stays open: by others of its Denies, or else. */
export const sparedPhrase = (hasOthers: boolean): Phrase =>
  hasOthers
    ? say`This Deny then no longer applies. Another Deny of this layer still could: something is unknown.`
    : say`This Deny then no longer applies. Whether the layer allows the request depends on something unknown.`

/** Actions of the statement beside which a fix stands. */
export const neverMatchPhrase = (actions: readonly string[]): Phrase =>
  say`In the same statement, ${codes(actions)} never ${actions.length === 1 ? 'matches' : 'match'} its resource: another statement must allow ${actions.length === 1 ? 'it' : 'them'}.`

/** Actions of the statement whose resource is not that of the request. */
export const missTooPhrase = (actions: readonly string[]): Phrase =>
  say`${codes(actions)} in the same statement likely ${actions.length === 1 ? 'misses' : 'miss'} this resource too.`

/** The ARN of a session lacks the path of its role. */
export const pathOfRole = (): Phrase =>
  say`If the role has a path, add it to this ARN: the session’s ARN doesn’t show it.`

/** What is known of a fix after which the statement no longer refuses for certain. */
export const mayAllowPhrase = (): Phrase =>
  say`The statement then covers the request. Whether it allows it depends on something unknown.`

/** What is known of a Deny that says what it is meant to say. */
export const mendedPhrase = (): Phrase =>
  say`The Deny then applies where it is meant to. Whether it still applies to this request depends on something unknown.`

/** What is known of a fix that answers AWS's words, while the policies that it changes are not given here. */
export const answersClaim = (): Phrase =>
  say`This fixes the reason AWS gave. Policies you haven’t pasted could still block the call.`

/** A fix that serves the other checks of the call too. */
export const wholeCallSentence = (sentence: Phrase, others: number): Phrase =>
  join(sentence, say` It also allows ${count(others, 'other check')} of this call.`)

/** A fix of a policy that counts only once its resource is deployed. */
export const thenDeploy = (sentence: Phrase): Phrase =>
  join(sentence, say` Then deploy the API again: its policy takes effect only with a deployment.`)

/** A fix in the policy of a key that nothing says is one's own. */
export const ofOwnKey = (sentence: Phrase): Phrase =>
  join(
    sentence,
    say` The policy of an AWS managed key can’t be changed, so that this helps only with a customer managed one.`,
  )

/** A fix that lets one more in where a policy lets others in for the same. */
export const besideSentence = (principal: string, sids: readonly string[], policy: string): Phrase =>
  say`Add ${code(principal)} to the principals of ${sids.length === 1 ? 'the statement' : 'the statements'} ${codes(sids)} in ${strong(policy)}.`

/** A fix for all the objects on which the caller may do already what the action goes with. */
export const besidePatternSentence = (
  sentence: Phrase,
  { resource, pattern, main }: { readonly resource: string; readonly pattern: string; readonly main: string },
): Phrase =>
  join(
    ...sentence.map((part) => ({ ...part, text: part.text.replaceAll(resource, pattern) })),
    say` ${code(main)} is allowed on the same objects already.`,
  )

/** A fix that serves the calls that are about to follow. */
export const sameWorkSentence = (
  sentence: Phrase,
  work: string,
  actions: readonly string[],
  failed: readonly string[],
): Phrase =>
  join(
    sentence,
    actions.length > 0 ? say` It also allows the rest of ${work}: ${codes(actions)}.` : [],
    failed.length > 0
      ? say` It covers ${codes(failed)} too, which failed in the same way.`
      : actions.length === 0
        ? say` It also covers the other resources that ${work} reaches.`
        : [],
  )

/** A fix of a Deny that serves the calls that are about to follow. */
export const deniedWorkSentence = (sentence: Phrase, actions: readonly string[]): Phrase =>
  join(
    sentence,
    say` The same attempt also calls ${codes(actions)}, which ${actions.length === 1 ? 'is' : 'are'} denied too: this change opens ${actions.length === 1 ? 'it' : 'them'} as well.`,
  )

/** What a new evaluation says of every check of the call. */
export const wholeCallProof = (checks: number, proof: Phrase): Phrase =>
  join(say`With it, all ${String(checks)} checks pass this layer. `, proof)

/** What is known of a fix for a likely cause. */
export const answersCause = (): Phrase => say`It helps if this is the cause, which isn’t proven.`

/** The same of a fix for one of several services, where nothing tells which of them the call uses. */
export const answersKind = (): Phrase => say`Needed only if the call uses this service. ${answersCause()}`

/** A fix that is right once somebody writes what the error does not show. */
export const withBlanksToFill = (proof: Phrase, blanks: readonly string[]): Phrase =>
  say`Fill in ${codes(blanks)} first: the error doesn’t show ${blanks.length === 1 ? 'it' : 'them'}. ${proof}`

/** Who can make a fix. */
export const OWNER_TEXT: Readonly<Record<PolicyOwner, string>> = {
  accountAdmin: 'An administrator of the caller’s account',
  organizationAdmin: 'An administrator of the organization',
  resourceOwner: 'The owner of the resource',
  sessionCreator: 'Whoever creates the session',
}

/** The same where the account is known, and is not the caller’s. */
export const ownerIn = (account: string): string => `An administrator of account ${account}`

/**
 * Why a statement goes into a policy that is not given, and is no policy of its own; null where one more policy adds to
 * the others.
 */
export const INTO_UNSEEN: Readonly<Record<Layer, Phrase | null>> = {
  resource: say`Add it to the resource’s policy: a new policy would replace the old one. If the resource has none, this is its first statement.`,
  trust: say`Add it to the role’s trust policy: a new policy would replace the old one.`,
  boundary: say`Add it to the boundary: a boundary with only this statement would remove everything else.`,
  session: say`Add it to the session policy: a policy with only this statement would remove everything else.`,
  endpoint: say`Add it to the endpoint’s policy: a new policy would replace the old one.`,
  identity: null,
  scp: null,
  rcp: null,
}

/** What is known of a statement for a policy that is not given. */
export const unseenProof = (): Phrase => say`The request passes this layer once the statement is in that policy.`

const isOfKey = (layer: Layer, { not, patterns }: Part): boolean =>
  layer === 'resource' && !not && patterns.every((one) => one.startsWith('kms:'))

/** A statement for a policy that is not given. */
export const addToUnseen = (layer: Layer, { actions, resources, when }: Reach): Phrase =>
  say`Add a statement to ${isOfKey(layer, actions) ? 'the key policy' : LAYER_PHRASES[layer].one} that allows ${reachActions(actions)}${resourcesIn(layer, resources)}${limits(when)}.`

/** A policy of its own that allows an action on a resource; null: on whichever, or it names none. `set`: the permission set of the caller. */
export const newPolicySentence = (
  layer: Layer,
  action: string,
  resource: string | null,
  set: string | null = null,
): Phrase => {
  const on = resource === null ? [] : say` on ${code(resource)}`
  if (layer === 'identity' && set !== null)
    return say`Allow ${code(action)}${on} in the permission set ${code(set)}: no one can edit its roles in the accounts.`
  return LAYER_PHRASES[layer].areOne
    ? say`Let ${LAYER_PHRASES[layer].one} allow ${code(action)}${on}.`
    : say`Add ${LAYER_PHRASES[layer].one} that allows ${code(action)}${on}.`
}
