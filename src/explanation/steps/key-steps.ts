import { isTagCheckOfNew, isTagCheckWithoutId } from '../../knowledge/resource-state'
import { isPermissionSetRole } from '../../iam/principal'
import type { ShellCommand } from '../../text/shell-quote'
import type { STEP_MESSAGES } from '../messages/steps'
import { isInEventHistory, isRecordedApart } from '../../facts/calls/event-history'
import { nameOfAction, serviceOfAction } from '../../iam/action'
import { literal } from './script'
import type { StepFacts } from './step-facts'

type Code = keyof typeof STEP_MESSAGES

/** How to find out what a request carries under a key: the first row whose key begins so. */
export interface KeyStep {
  readonly starts: string
  readonly code: Code
  readonly command: (facts: StepFacts) => ShellCommand | null
}

const text = ['--output', 'text']

/** The service of the request, as far as anything names it. */
const serviceOf = ({ judged: { accessCase, denial } }: StepFacts): string =>
  serviceOfAction(accessCase.request.action) || denial?.service || denial?.inferred.service || ''

/** The newest events of one operation, where the event history has them. Event names are letters and digits. */
export const lookupEvents = (operation: string, facts: StepFacts): ShellCommand | null =>
  /^\w{1,128}$/.test(operation) && isInEventHistory(serviceOf(facts), operation)
    ? literal([
        ...['aws', 'cloudtrail', 'lookup-events', '--max-results', '20'],
        ...['--lookup-attributes', `AttributeKey=EventName,AttributeValue=${operation}`],
        ...['--query', 'Events[].CloudTrailEvent', ...text, ...facts.regionFlag],
      ])
    : null

/** Request ids: hexadecimal digits with dashes, or S3's letters and digits. */
const REQUEST_ID = /^[\da-z-]{8,64}$/i

/**
 * The newest events that AWS denied, of any operation; the very one where the message has its request id. CloudTrail looks
 * events up by no error code, so that the command picks them out of a page of the newest.
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export const lookupDenials = ({ judged, regionFlag }: StepFacts): ShellCommand => {
  const id = judged.denial?.requestId ?? ''
  const signs = REQUEST_ID.test(id) ? [id] : ['AccessDenied', 'UnauthorizedOperation']
  const picked = signs.map((sign) => `contains(CloudTrailEvent, '${sign}')`).join(' || ')
  return literal([
    ...['aws', 'cloudtrail', 'lookup-events', '--max-items', '500'],
    ...['--query', `Events[?${picked}].CloudTrailEvent`, ...text, ...regionFlag],
  ])
}

/** The operation of a request: as the message names it, else the action's own name. */
export const operationOf = ({ judged }: StepFacts): string => {
  const { action } = judged.accessCase.request
  return judged.denial?.operation ?? nameOfAction(action)
}

/** The call whose event holds the request that was denied. */
export const recordedCall = (facts: StepFacts): string => {
  const { action } = facts.judged.accessCase.request
  const name = nameOfAction(action)
  return isRecordedApart(serviceOfAction(action)) && /^\w+$/.test(name) ? name : operationOf(facts)
}

/**
 * The newest events of the call that was denied. Tags that a call sets on what it makes are in that call's event, and in none
 * of their own: where the text doesn't name the call, all that was denied is looked through.
 */
export const lookupCall = (facts: StepFacts): ShellCommand | null => {
  const { action, resource } = facts.judged.accessCase.request
  const operation = recordedCall(facts)
  const isOfMade = isTagCheckWithoutId(action, resource) && !isTagCheckOfNew(action, `:${operation}`.toLowerCase())
  return isOfMade ? lookupDenials(facts) : lookupEvents(operation, facts)
}

/** The call that made the caller's session, by the kind of the session. */
export const callOfSession = ({ caller, entity }: StepFacts): string => {
  if (caller?.kind === 'federatedUser') return 'GetFederationToken'
  return isPermissionSetRole(entity?.name) ? 'AssumeRoleWithSAML' : 'AssumeRole'
}

/** Tags that a person brings into a session of IAM Identity Center are in the event of its sign-in, and not on the role. */
const sessionTags = ({ globalFlag }: StepFacts): ShellCommand =>
  literal([
    ...['aws', 'cloudtrail', 'lookup-events', '--max-results', '20'],
    ...['--lookup-attributes', 'AttributeKey=EventName,AttributeValue=AssumeRoleWithSAML'],
    ...['--query', 'Events[].CloudTrailEvent', ...text, ...globalFlag],
  ])

const principalTags = (facts: StepFacts): ShellCommand | null =>
  isPermissionSetRole(facts.entity?.name) ? sessionTags(facts) : tagsOfEntity(facts)

const tagsOfEntity = ({ entity, globalFlag }: StepFacts): ShellCommand | null =>
  entity && literal(['aws', 'iam', `list-${entity.kind}-tags`, `--${entity.kind}-name`, entity.name, ...globalFlag])

const resourceTags = ({ resource, regionFlag }: StepFacts): ShellCommand | null =>
  resource &&
  literal([...['aws', 'resourcegroupstaggingapi', 'get-resources', '--resource-arn-list', resource.arn], ...regionFlag])

const organization = (): ShellCommand =>
  literal(['aws', 'organizations', 'describe-organization', '--query', 'Organization.Id', ...text])

/** Keys with a command of their own, in lower case. */
const KEY_STEPS: readonly KeyStep[] = [
  {
    starts: 'aws:sourceip',
    code: 'source-ip',
    command: () => literal(['curl', '-s', 'https://checkip.amazonaws.com']),
  },
  {
    starts: 'aws:requestedregion',
    code: 'requested-region',
    command: () => literal(['aws', 'configure', 'get', 'region']),
  },
  { starts: 'aws:principalorgid', code: 'organization-of-caller', command: organization },
  { starts: 'aws:resourceorgid', code: 'organization-of-resource', command: organization },
  { starts: 'aws:principaltag/', code: 'principal-tags', command: principalTags },
  { starts: 'aws:resourcetag/', code: 'resource-tags', command: resourceTags },
  { starts: 'aws:multifactorauth', code: 'mfa', command: lookupCall },
  { starts: '', code: 'condition-key', command: lookupCall },
]

/** The row of a key. */
export const keyStep = (key: string): KeyStep => {
  const lower = key.toLowerCase()
  const row = KEY_STEPS.find(({ starts }) => lower.startsWith(starts))
  return row ?? { starts: '', code: 'condition-key', command: () => null }
}
