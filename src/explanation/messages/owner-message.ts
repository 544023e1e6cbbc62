import type { PolicyOwner } from '../../iam/layers'
import { capital } from '../../text/letter-case'

/** What a message to the owner of a policy is made of; an empty text is left out. */
export interface OwnerMessageFacts {
  readonly owner: PolicyOwner
  /** Who was denied: an ARN, or a name. */
  readonly caller: string
  readonly action: string
  /** What the same attempt calls besides, of which the change that is asked for lets through as much. */
  readonly others: readonly string[]
  readonly resource: string
  /** What AWS says, as a sentence. */
  readonly claim: string
  /** The policy that AWS names, or that the statement stands in. */
  readonly policy: string
  /** The Sid of the statement that AWS lists. */
  readonly statement: string
  /** The condition keys that it tests. */
  readonly tests: string
  /** What is found beside it, as a sentence. */
  readonly finding: string
  readonly requestId: string
  readonly time: string
  /** The change that is asked for, as JSON. */
  readonly json: string
  /** Of a Deny: is it a condition to put into it, or a statement in its place? */
  readonly replaces: 'condition' | 'statement'
  /** How a mistake in the Deny is mended, as a sentence. */
  readonly mend: string
}

/** What a message about several requests of one caller is made of. */
export interface SeveralRequests extends Pick<OwnerMessageFacts, 'owner' | 'caller' | 'json'> {
  readonly requests: readonly Pick<OwnerMessageFacts, 'action' | 'resource'>[]
}

/** The policy in the way, as its owner calls it. */
const POLICIES: Readonly<Record<PolicyOwner, string>> = {
  accountAdmin: 'a policy in our account',
  organizationAdmin: 'a policy of our organization',
  resourceOwner: 'the policy of your resource',
  sessionCreator: 'the policy that is passed when the session starts',
}

const HELLO = 'Hello,'
const THANKS = 'Thank you!'

/** What AWS says; an organization's administrator knows who can change its policies. */
const said = ({ owner, claim }: OwnerMessageFacts): string => (owner === 'organizationAdmin' ? '' : claim)

const line = (name: string, value: string): readonly string[] => (value === '' ? [] : [`${name}: ${value}`])

const facts = (one: OwnerMessageFacts): readonly string[] => {
  const { caller, action, others, resource, policy, statement, tests, requestId, time } = one
  return [
    ...line('Caller', caller),
    ...line('Action', action),
    ...line('Resource', resource),
    ...line('The same attempt also calls', others.join(', ')),
    ...line('Policy', policy),
    ...line('Statement', statement),
    ...line('Condition keys it tests', tests),
    ...line('Request ID', requestId),
    ...line('Time', time),
  ]
}

const paragraphs = (parts: readonly (string | readonly string[])[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : part.join('\n')))
    .filter((part) => part !== '')
    .join('\n\n')

const on = ({ action, resource }: SeveralRequests['requests'][number]): string =>
  resource === '' ? `- ${action}` : `- ${action} on ${resource}`

const CHANGES: Readonly<Record<OwnerMessageFacts['replaces'], string>> = {
  condition: 'This condition in the Deny would do that:',
  statement: 'This statement in place of the Deny would do that:',
}

/** For what an exception is asked: of a resource that the message does not name, or of all, nobody can make one. */
function exceptionFor({ json, replaces, resource, others }: OwnerMessageFacts): string {
  if (json !== '') return `it? ${CHANGES[replaces]}`
  return others.length > 0
    ? 'these actions alone?'
    : `this action${resource === '' || resource === '*' ? '' : ' on this resource'} alone?`
}

/** What is asked of whoever wrote a Deny: to mend a mistake in it, or else for an exception. */
const change = (one: OwnerMessageFacts): string =>
  one.mend !== '' && one.json !== ''
    ? `I think the Deny isn’t written as it was meant. ${one.mend} ${CHANGES[one.replaces]}`
    : `What would the request need so that the Deny doesn’t apply? If that isn’t possible, could you add an exception for ${exceptionFor(one)}`

/** Messages ready to send to whoever owns the policy, as plain text. */
export const OWNER_MESSAGES = {
  /** Asks for an exception from a Deny. */
  exception: (one: OwnerMessageFacts): string =>
    paragraphs([
      HELLO,
      `${capital(POLICIES[one.owner])} is denying a request I need to make.`,
      facts(one),
      said(one),
      one.finding,
      change(one),
      one.json,
      THANKS,
    ]),
  /** Asks which policy it was, where nothing tells. */
  search: (one: OwnerMessageFacts): string =>
    paragraphs([
      HELLO,
      'AWS is denying a request I need to make, and no policy that I can see denies it.',
      facts(one),
      one.finding,
      'Could you check which policy it is? It can be an SCP, a permissions boundary, a session policy, or the policy of the resource or of a VPC endpoint. What would the request need so that it is allowed?',
      THANKS,
    ]),
  /** Asks for an Allow. */
  allow: (one: OwnerMessageFacts): string =>
    paragraphs([
      HELLO,
      `I need to make a request that ${POLICIES[one.owner]} doesn’t allow yet.`,
      facts(one),
      said(one),
      one.finding,
      'Could you allow it? This is the least statement that does:',
      one.json,
      THANKS,
    ]),
  /** Asks for one policy that allows several requests. */
  allowAll: ({ owner, caller, requests, json }: SeveralRequests): string =>
    paragraphs([
      HELLO,
      `I need to make ${requests.length} requests that ${POLICIES[owner]} doesn’t allow yet.`,
      line('Caller', caller),
      requests.map(on),
      'Could you allow them? This policy is enough:',
      json,
      THANKS,
    ]),
} as const

/** Words of the page around the message. */
export const OWNER_MESSAGE_TEXT = {
  title: (owner: PolicyOwner): string =>
    owner === 'organizationAdmin' ? 'Message to the organization’s administrators' : 'Message to the policy’s owner',
  copy: 'Copy message',
} as const
