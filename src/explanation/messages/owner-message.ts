import type { PolicyOwner } from '../../iam/layers'

/** What a message to the owner of a policy is made of; an empty text is left out. */
export interface OwnerMessageFacts {
  readonly owner: PolicyOwner
  /** Who was denied: an ARN, or a name. */
  readonly caller: string
  readonly action: string
  readonly resource: string
  /** What AWS says, as a sentence. */
  readonly claim: string
  /** The policy that AWS names, or that the statement stands in. */
  readonly policy: string
  /** What is found beside it, as a sentence. */
  readonly finding: string
  readonly requestId: string
  readonly time: string
  /** The change that is asked for, as JSON. */
  readonly json: string
}

/** What a message about several requests of one caller is made of. */
export interface SeveralRequests extends Pick<OwnerMessageFacts, 'owner' | 'caller' | 'json'> {
  readonly requests: readonly Pick<OwnerMessageFacts, 'action' | 'resource'>[]
}

const GREETINGS: Readonly<Record<PolicyOwner, string>> = {
  accountAdmin: 'To the administrators of the account',
  organizationAdmin: 'To the administrators of the organization',
  resourceOwner: 'To the owner of the resource',
  sessionCreator: 'To whoever creates the session',
}

const line = (name: string, value: string): readonly string[] => (value === '' ? [] : [`${name}: ${value}`])

const facts = ({ caller, action, resource, policy, requestId, time }: OwnerMessageFacts): readonly string[] => [
  ...line('Caller', caller),
  ...line('Action', action),
  ...line('Resource', resource),
  ...line('Policy', policy),
  ...line('Request id', requestId),
  ...line('Time', time),
]

const paragraphs = (parts: readonly (string | readonly string[])[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : part.join('\n')))
    .filter((part) => part !== '')
    .join('\n\n')

const on = ({ action, resource }: SeveralRequests['requests'][number]): string =>
  resource === '' ? `- ${action}` : `- ${action} on ${resource}`

/** Messages ready to send to whoever owns the policy, as plain text. */
export const OWNER_MESSAGES = {
  /** Asks for an exception from a Deny. */
  exception: (one: OwnerMessageFacts): string =>
    paragraphs([
      `${GREETINGS[one.owner]}:`,
      'a request of mine is denied by a policy of yours.',
      facts(one),
      one.claim,
      one.finding,
      one.json === ''
        ? 'Could you tell me how the request has to look so that the Deny does not match, or spare it from the Deny?'
        : 'Could you tell me how the request has to look so that the Deny does not match? If it cannot be met, an exception for this caller would be this condition of the Deny:',
      one.json,
    ]),
  /** Asks which policy it was, where nothing tells. */
  search: (one: OwnerMessageFacts): string =>
    paragraphs([
      `${GREETINGS[one.owner]}:`,
      'a request of mine is denied, and no policy that I can see denies it.',
      facts(one),
      one.finding,
      'Could you see which policy it is: a service control policy, a permissions boundary, a session policy, or the policy of the resource or of a VPC endpoint? And could you tell me how the request has to look so that it passes?',
    ]),
  /** Asks for an Allow. */
  allow: (one: OwnerMessageFacts): string =>
    paragraphs([
      `${GREETINGS[one.owner]}:`,
      'a request of mine is not allowed by a policy of yours.',
      facts(one),
      one.claim,
      one.finding,
      'Could you allow it? This would be the least statement:',
      one.json,
    ]),
  /** Asks for one policy that allows several requests. */
  allowAll: ({ owner, caller, requests, json }: SeveralRequests): string =>
    paragraphs([
      `${GREETINGS[owner]}:`,
      `${requests.length} requests of mine are not allowed by a policy of yours.`,
      line('Caller', caller),
      requests.map(on),
      'Could you allow them? This would be enough:',
      json,
    ]),
} as const

/** Words of the page around the message. */
export const OWNER_MESSAGE_TEXT = {
  title: 'Message for whoever owns the policy',
  copy: 'Copy request',
} as const
