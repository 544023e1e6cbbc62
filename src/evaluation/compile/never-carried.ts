import type { PrincipalKind } from '../../iam/principal'

const OF_RESOURCE_OWNER: ReadonlySet<string> = new Set([
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
])

/**
 * Actions of which the request does not say who owns the resource; those of EBS direct access are all among them.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount
 */
const WITHOUT_OWNER: ReadonlySet<string> = new Set(
  [
    'auditmanager:UpdateAssessmentFrameworkShare',
    'detective:AcceptInvitation',
    'ds:AcceptSharedDirectory',
    'ec2:AcceptTransitGatewayPeeringAttachment',
    'ec2:AcceptVpcEndpointConnections',
    'ec2:AcceptVpcPeeringConnection',
    'ec2:CreateTransitGatewayPeeringAttachment',
    'ec2:CreateVpcEndpoint',
    'ec2:CreateVpcPeeringConnection',
    'es:AcceptInboundConnection',
    'guardduty:AcceptAdministratorInvitation',
    'macie2:AcceptInvitation',
    'route53:AssociateVPCWithHostedZone',
    'route53:CreateVPCAssociationAuthorization',
    'securityhub:AcceptAdministratorInvitation',
  ].map((action) => action.toLowerCase()),
)

/** Kinds of principals that carry no tags. */
const UNTAGGED: ReadonlySet<PrincipalKind> = new Set(['root', 'service', 'anonymous'])

const OF_ORGANIZATION = ['aws:principalorgid', 'aws:principalorgpaths']
const OF_SERVICES = [
  'aws:principalservicenameslist',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]
const OF_ROLES = [
  'aws:sourceidentity',
  'aws:federatedprovider',
  'aws:ec2instancesourcevpc',
  'aws:ec2instancesourceprivateipv4',
  'ec2:roledelivery',
  'ec2:sourceinstancearn',
  'codebuild:buildarn',
  'codebuild:projectarn',
  'glue:roleassumedby',
  'glue:credentialissuingservice',
  'identitystore:userid',
]
const OF_ROOT_SESSIONS = ['aws:assumedroot']
const OF_MFA = ['aws:multifactorauthpresent', 'aws:multifactorauthage']
const OF_SESSIONS = [...OF_MFA, ...OF_ROLES, ...OF_ROOT_SESSIONS, 'aws:tokenissuetime']

/**
 * Keys that requests of this kind of principal never carry: a service belongs to no organization, the source of a call
 * is told of services that call for a resource, and other keys of the sessions that they are named after.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const BY_KIND: Readonly<Record<PrincipalKind, ReadonlySet<string>>> = {
  user: new Set([...OF_SERVICES, ...OF_ROLES, ...OF_ROOT_SESSIONS]),
  role: new Set([...OF_SERVICES, ...OF_ROOT_SESSIONS]),
  roleSession: new Set([...OF_SERVICES, ...OF_ROOT_SESSIONS]),
  federatedUser: new Set([...OF_SERVICES, ...OF_ROLES, ...OF_ROOT_SESSIONS, ...OF_MFA]),
  root: new Set([...OF_SERVICES, ...OF_ROLES]),
  service: new Set([...OF_ORGANIZATION, ...OF_SESSIONS]),
  anonymous: new Set([...OF_ORGANIZATION, ...OF_SESSIONS, 'aws:principalisawsservice']),
  identityProvider: new Set(),
}

/**
 * Which keys, in lower case, a request of this kind of principal for this action never carries, so that they are absent
 * whatever else is unknown.
 */
export function neverOfKind(kind: PrincipalKind, service: string, lowerAction: string): (lowerKey: string) => boolean {
  const ofKind = BY_KIND[kind]
  const tellsOwner = service !== 'ebs' && !WITHOUT_OWNER.has(lowerAction)
  const isTagged = !UNTAGGED.has(kind)
  return (lowerKey) =>
    ofKind.has(lowerKey) ||
    (!tellsOwner && OF_RESOURCE_OWNER.has(lowerKey)) ||
    (!isTagged && lowerKey.startsWith('aws:principaltag/'))
}
