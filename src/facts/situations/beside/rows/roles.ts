import { madeAtOnce } from '../../../made-at-once'
import { worksInAnotherAccount, writtenSentences } from '../../../../text/told-contrast'
import { isPolicyApart } from '../policy-apart'
import { hasOtherRoles, isReplicationRoleNamedOtherwise, isRoleElsewhere, ROLE_WORKS } from '../role-signs'
import { saysNoTrust, saysRoleLacks } from '../row-kinds'
import { anySign, printed, type TellingSign } from '../sign'
import { tellsTrust } from '../tells-trust'
import type { BesideRow } from '../beside-row'

/** What a command prints of these associations where there is none. */
const NO_ROLE_OF_CLUSTER =
  /\bdescribe-clusters\b[^\n]{1,200}IamRoles\b[^\n]{0,60}\n\s{0,20}(?:\[\s{0,20}\]|None\b)|"IamRoles"\s?:\s?\[\s{0,20}\]/

/** What a command prints of the roles of a namespace where there is none. */
const NO_ROLE_OF_NAMESPACE =
  /\b(?:list-namespaces|get-namespace)\b[^\n]{1,200}iamRoles\b[^\n]{0,60}\n\s{0,20}(?:\[\s{0,20}\]|None\b)|"iamRoles"\s?:\s?\[\s{0,20}\]/

const NO_ROLE_OF_ACCOUNT =
  /\bget-service-role-for-account\b[^\n]{0,200}\n{1,2}[^\n]{0,200}\b(?:NotFound|not found|no service role|not associated|You need to attach an IAM role|\{\s?\})/i

/** That a policy is made in the same run as what needs it. */
const policyIsMadeAtOnce: TellingSign = ({ whole }) => madeAtOnce(whole) !== null

/** What a sentence of a role that a service assumes means beside what else the text shows. */
export const ROLE_ROWS: readonly BesideRow[] = [
  // New roles, and policies that come after them.
  { of: ['airflow-role-reads-bucket'], sign: policyIsMadeAtOnce, is: 'airflow-role-policy-late' },
  { of: saysRoleLacks, sign: policyIsMadeAtOnce, is: 'role-policy-late' },
  {
    of: saysRoleLacks,
    sign: ({ whole }) => worksInAnotherAccount(writtenSentences(whole)) !== null,
    is: 'role-limited-in-account',
  },
  {
    of: ['function-role-lacks', 'function-queue-unreadable', 'function-network-role'],
    sign: isPolicyApart,
    is: 'function-policy-late',
  },
  // Roles that are not associated, or that the service uses elsewhere.
  {
    of: ['warehouse-role', 'serverless-warehouse-role'],
    shows: [/\bserverless\b/i],
    sign: anySign(printed(NO_ROLE_OF_NAMESPACE), printed(ROLE_WORKS), tellsTrust),
    is: 'serverless-role-unlisted',
  },
  { of: ['warehouse-role'], sign: hasOtherRoles, is: 'warehouse-role-unlisted' },
  { of: ['warehouse-role'], shows: [NO_ROLE_OF_CLUSTER], is: 'warehouse-role-unlisted' },
  { of: ['device-service-role'], shows: [NO_ROLE_OF_ACCOUNT], is: 'device-role-not-associated' },
  { of: ['warehouse-role'], shows: [ROLE_WORKS], is: 'warehouse-role-unlisted' },
  { of: ['device-service-role'], shows: [ROLE_WORKS], is: 'device-role-not-associated' },
  { of: saysNoTrust, shows: [ROLE_WORKS], is: 'role-works-elsewhere' },
  { of: ['warehouse-role'], sign: tellsTrust, is: 'warehouse-role-unlisted' },
  { of: ['device-service-role'], sign: tellsTrust, is: 'device-role-not-associated' },
  { of: saysNoTrust, sign: tellsTrust, is: 'role-trusts-service' },
  // Roles of one service.
  { of: ['replication-service-role'], sign: isReplicationRoleNamedOtherwise, is: 'replication-role-other-name' },
  {
    of: ['edge-function-unusable'],
    shows: [/(?<!edge)lambda\.amazonaws\.com\b/, /\bsts:AssumeRole\b/],
    lacks: [/\bedgelambda\.amazonaws\.com\b/],
    is: 'edge-function-role-trust',
  },
  { of: ['identity-provider-missing'], sign: isRoleElsewhere, is: 'identity-provider-of-role-account' },
]
