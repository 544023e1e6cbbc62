import { claimedLayer } from '../denial/denial'
import { resourcePart } from '../iam/arn'
import { isCall, isOneOf } from '../iam/call-patterns'
import type { RowMatch, Observation } from './knowledge'
import { LINKED_ROLE_ROWS, LINKED_ROLES, type LinkedRole, type LinkedRoleRowId } from './linked-roles'
import { factsOf, fill, filledWords } from './observe'

const ACTION = 'iam:CreateServiceLinkedRole'
const ID = 'service-linked-role-to-be-made'
const START = 'role/aws-service-role/'

/** The service and the role that a resource names: `role/aws-service-role/SERVICE/NAME`. */
const namedRole = (resource: string | null): Pick<LinkedRole, 'service' | 'role'> | null => {
  const own = resourcePart(resource ?? '')
  const [service, role] = own.startsWith(START) ? own.slice(START.length).split('/') : []
  return service && role ? { service, role } : null
}

/** The creation of a service-linked role, where AWS asked for it or the call can need it. */
export const findLinkedRole = (seen: Observation): readonly RowMatch<LinkedRoleRowId>[] => {
  const { action, operation, isActionNamed, resource, lowerText } = seen
  const isAsked = action?.toLowerCase() === ACTION.toLowerCase()
  const byWords = LINKED_ROLES.find(({ called }) => called !== undefined && lowerText.includes(called))
  const byCall = LINKED_ROLES.find(
    ({ calls }) => (operation !== null && isCall(calls, operation)) || isOneOf(calls, action),
  )
  const linked = isAsked ? (namedRole(resource) ?? byWords ?? byCall) : isActionNamed ? undefined : byCall
  if (linked === undefined || seen.denial?.kind === 'not-authorization') return []
  const row = LINKED_ROLE_ROWS[ID]
  const source = LINKED_ROLES.find(({ role }) => role === linked.role) ?? row
  const facts = { ...factsOf(seen), linkedService: linked.service, linkedRole: linked.role }
  const layer = (isAsked ? claimedLayer(seen.denial) : null) ?? 'identity'
  const arn = fill('arn:{partition}:iam::{account}:role/aws-service-role/{linkedService}/{linkedRole}', facts)
  return [
    {
      id: ID,
      layer,
      decision: 'implicitDeny',
      strength: isAsked ? 'supported' : 'possible',
      for: isAsked ? [{ kind: 'action-asked', text: ACTION }] : [],
      against: [],
      check: filledWords(row.check, facts),
      fix: {
        layer,
        statements: [
          {
            effect: 'Allow',
            actions: [ACTION],
            resource: isAsked && resource !== null ? resource : arn,
            condition: { StringEquals: { 'iam:AWSServiceName': [linked.service] } },
          },
        ],
      },
      page: source.page,
      confirmed: source.confirmed,
      facts,
    },
  ]
}
