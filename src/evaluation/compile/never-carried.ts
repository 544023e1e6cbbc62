import { keysNeverOf, keysWith } from '../../facts/keys/condition-keys'
import { unsignedCaller } from '../../facts/unsigned-actions'
import type { PrincipalKind } from '../../iam/principal'

const OF_RESOURCE_OWNER = keysWith('ofResourceOwner')

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

/**
 * Keys that requests of this kind of principal never carry: a service belongs to no organization, the source of a call
 * is told of services that call for a resource, and other keys of the sessions that they are named after.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const BY_KIND: Readonly<Record<PrincipalKind, ReadonlySet<string>>> = {
  user: keysNeverOf('user'),
  role: keysNeverOf('role'),
  roleSession: keysNeverOf('roleSession'),
  federatedUser: keysNeverOf('federatedUser'),
  root: keysNeverOf('root'),
  service: keysNeverOf('service'),
  anonymous: keysNeverOf('anonymous'),
  identityProvider: keysNeverOf('identityProvider'),
}

/** Kinds that no identity provider signed in: keys that are named after one, or after SAML, are none of theirs. */
const NEVER_FEDERATED: ReadonlySet<PrincipalKind> = new Set(['user', 'federatedUser', 'root', 'service', 'anonymous'])

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
const OF_PROVIDER = /^(?:saml|[\w-]+\.[^:]+):/

const PRINCIPAL_TAG = 'aws:principaltag/'

/** Tags that IAM Roles Anywhere, a service, brings from a certificate. https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html */
const CERTIFICATE_TAG = `${PRINCIPAL_TAG}x509`

/**
 * Which keys, in lower case, a request of this kind of principal for this action never carries, so that they are absent
 * whatever else is unknown.
 */
export function neverOfKind(kind: PrincipalKind, service: string, lowerAction: string): (lowerKey: string) => boolean {
  const ofKind = BY_KIND[kind]
  // Who comes with a token or an assertion is in no organization yet.
  const ofAction = unsignedCaller(lowerAction) === 'identityProvider' ? BY_KIND.identityProvider : null
  const tellsOwner = service !== 'ebs' && !WITHOUT_OWNER.has(lowerAction)
  const isFederated = !NEVER_FEDERATED.has(kind)
  const isTagged = !ofKind.has(PRINCIPAL_TAG)
  const isOfCertificate = (lowerKey: string): boolean => kind === 'service' && lowerKey.startsWith(CERTIFICATE_TAG)
  return (lowerKey) =>
    ofKind.has(lowerKey) ||
    ofAction?.has(lowerKey) === true ||
    (!isFederated && !lowerKey.startsWith('aws:') && OF_PROVIDER.test(lowerKey)) ||
    (!tellsOwner && OF_RESOURCE_OWNER.has(lowerKey)) ||
    (!isTagged && lowerKey.startsWith(PRINCIPAL_TAG) && !isOfCertificate(lowerKey))
}
