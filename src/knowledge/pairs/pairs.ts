import type { SituationId } from '../../facts/situations/situations'
import { DOCS, IAM_DOCS } from '../../iam/aws-docs'
import type { Layer } from '../../iam/layers'
import type { KnowledgeRow } from '../knowledge'
import { mappedWithPath, unmappedCaller } from './cluster-callers'
import { apiByItsName } from './api-by-its-name'
import { balancersOfOtherRegion } from './balancer-account'
import { inAnotherRegion, unlikeElsewhere, verifiedElsewhere } from './arn-elsewhere'
import { aliasForVersion, otherQualifier } from './function-qualifiers'
import { otherStage } from './gateway-stage'
import { idInOnePlace } from './external-id'
import { unlikeTheListed } from './listed-objects'
import { same, type FindPair } from './pair-finder'
import { neverFilled } from './never-filled'
import { starBehindTarget } from './star-behind'
import {
  audienceOfTrust,
  connectOnTopics,
  endpointWithoutAllow,
  instanceOfCluster,
  roleOfCenterWithoutPath,
  transferVariables,
} from './policies-beside-call'
import { accountOfVariable, roleArnOfNoForm } from './role-arns'
import { otherSourceAccount, otherSourceRegion } from './service-source'
import { slashBehindSlash } from './slash-behind-slash'
import { leftUnfilled, valueOfNothing } from './unfilled'

/** Two places of what was pasted that have to agree where both are of one thing, and what it means that they don't. */
export interface PairRow extends KnowledgeRow {
  readonly find: FindPair
  readonly layer: Layer | 'none'
  /**
   * Only beside such a sentence of a service, or any; it is told in its place. Left out: beside a refusal that policies
   * decide, and that is no Deny.
   */
  readonly beside?: readonly SituationId[] | 'any'
  /** Is it the reason of a sentence that itself says no more than that it failed, so that it takes the headline? */
  readonly leads?: true
}

const confirmed = '2026-12-01'

const JAVASCRIPT_TEMPLATES = 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Template_literals'
const PYTHON_STRINGS = 'https://docs.python.org/3/tutorial/inputoutput.html'

const row = (find: FindPair, layer: PairRow['layer'], page: string, beside?: PairRow['beside']): PairRow => ({
  find,
  layer,
  ...(beside !== undefined && { beside }),
  check: null,
  page,
  confirmed,
})

/** The call, or what makes it, is to be changed. */
const ofCall = (...parts: Parameters<typeof row>): PairRow => ({ isOfRequest: true, ...row(...parts) })

/** The same, where it says more than the service does. */
const leading = (...parts: Parameters<typeof row>): PairRow => ({ ...ofCall(...parts), leads: true })

/** A policy is to be changed. */
const ofPolicy = (...parts: Parameters<typeof row>): PairRow => ({ isOfPolicy: true, ...row(...parts) })

/** What makes a policy is to be changed; the policy itself may be too. */
const ofSource = (...parts: Parameters<typeof row>): PairRow => ({ ...ofCall(...parts), isOfPolicyToo: true })

/** What must agree. */
export const PAIRS = {
  'permission-set-unlike-the-listed': ofCall(
    same('role of a profile', 'permission sets listed', { ofSeveral: true }),
    'none',
    `${DOCS}sdkref/latest/guide/feature-sso-credentials.html`,
    ['permission-set-assignment'],
  ),
  'signed-in-to-another-registry': ofCall(
    same('registry of an image', 'registry of a login'),
    'none',
    `${DOCS}AmazonECR/latest/userguide/registry_auth.html`,
    ['registry-token-expired'],
  ),
  'audience-unlike-the-client-ids': ofCall(
    same('audience of a token', 'client IDs of a provider', { ofSeveral: true }),
    'none',
    `${IAM_DOCS}id_roles_providers_create_oidc.html`,
    ['identity-token-audience'],
  ),
  'audience-unlike-the-trusted': ofCall(audienceOfTrust, 'none', `${IAM_DOCS}id_roles_providers_create_oidc.html`, [
    'identity-token-audience',
  ]),
  'policy-given-to-another-role': ofCall(
    same('role that calls', 'role that was given a policy', { isNear: true }),
    'identity',
    `${IAM_DOCS}access_policies_manage-attach-detach.html`,
  ),
  'profile-unlike-those-of-the-file': ofCall(
    same('profile asked for', 'profiles of a file', { isNear: true }),
    'none',
    `${DOCS}cli/latest/userguide/cli-configure-files.html`,
    ['credentials-missing', 'profile-not-there'],
  ),
  'mfa-device-unlike-the-printed': ofCall(
    same('MFA device of the call', 'MFA devices printed', { ofSeveral: true }),
    'none',
    `${IAM_DOCS}id_credentials_mfa_configure-api-require.html`,
    ['mfa-code-rejected'],
  ),
  'instance-profile-unlike-the-printed': ofCall(
    same('instance profile of the call', 'instance profiles printed', { ofSeveral: true }),
    'none',
    `${IAM_DOCS}id_roles_use_switch-role-ec2_instance-profiles.html`,
    ['instance-profile-invalid'],
  ),
  'access-key-unlike-the-listed': ofCall(
    same('access key in use', 'access keys listed', { ofSeveral: true }),
    'none',
    `${IAM_DOCS}id_credentials_access-keys.html`,
    ['wrong-credentials', 'session-token-missing'],
  ),
  'verified-in-another-region': ofCall(verifiedElsewhere, 'none', `${DOCS}ses/latest/dg/regions.html`, [
    'email-identity-unverified',
  ]),
  'connection-beside-the-first': ofPolicy(
    same('client ID that was refused', 'client ID that connected', { isNear: true }),
    'identity',
    `${DOCS}greengrass/v2/developerguide/device-auth.html`,
    ['iot-certificate-policy', 'iot-connection-closed', 'iot-event-refused'],
  ),
  'permission-of-another-qualifier': ofCall(otherQualifier, 'resource', `${DOCS}lambda/latest/dg/using-aliases.html`),
  'source-of-another-stage': ofPolicy(
    otherStage,
    'resource',
    `${DOCS}apigateway/latest/developerguide/http-api-troubleshooting-lambda.html`,
  ),
  'source-by-its-name': {
    ...ofPolicy(
      apiByItsName,
      'resource',
      `${DOCS}serverless-application-model/latest/developerguide/sam-property-function-api.html`,
    ),
    isSlip: true,
  },
  'source-of-another-region': ofPolicy(otherSourceRegion, 'resource', `${IAM_DOCS}confused-deputy.html`),
  'source-of-another-account': ofPolicy(otherSourceAccount, 'resource', `${IAM_DOCS}confused-deputy.html`),
  // Compared for the row of the arn-traps that tells such an ARN where it stands in full.
  'slash-behind-a-slash': {
    ...ofPolicy(
      slashBehindSlash,
      'identity',
      `${DOCS}service-authorization/latest/reference/list_awssystemsmanager.html`,
    ),
    confirmed: '2026-11-25',
  },
  // Compared for the situation that it stands beside.
  'balancers-of-another-region': {
    ...ofPolicy(
      balancersOfOtherRegion,
      'resource',
      `${DOCS}elasticloadbalancing/latest/application/enable-access-logging.html`,
      ['load-balancer-logs'],
    ),
    confirmed: '2026-11-28',
  },
  'caller-unlike-the-mapped': ofCall(unmappedCaller, 'none', `${DOCS}eks/latest/userguide/grant-k8s-access.html`, [
    'cluster-credentials',
    'local-cluster-credentials',
  ]),
  'mapped-with-its-path': leading(
    mappedWithPath,
    'none',
    `${DOCS}eks/latest/userguide/security-iam-troubleshoot.html`,
    ['cluster-credentials', 'local-cluster-credentials', 'cluster-role-with-path', 'cluster-reads-config-map-alone'],
  ),
  'object-unlike-the-listed': ofCall(
    unlikeTheListed,
    'none',
    `${DOCS}AmazonS3/latest/userguide/object-keys.html`,
    'any',
  ),
  'alias-in-the-place-of-a-version': ofCall(
    aliasForVersion,
    'none',
    `${DOCS}greengrass/v2/APIReference/API_LambdaFunctionRecipeSource.html`,
    ['action-null'],
  ),
  'policy-left-unfilled': ofPolicy(leftUnfilled, 'identity', `${IAM_DOCS}reference_policies_elements_resource.html`),
  'template-without-sub': ofSource(
    neverFilled('sub'),
    'identity',
    `${DOCS}AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html`,
  ),
  'quotes-for-backticks': ofSource(neverFilled('quotes'), 'identity', JAVASCRIPT_TEMPLATES),
  'string-without-f': ofSource(neverFilled('python'), 'identity', PYTHON_STRINGS),
  'variables-in-quotes-of-shell': ofSource(
    neverFilled('shell'),
    'identity',
    `${DOCS}cli/latest/userguide/cli-usage-parameters-quoting-strings.html`,
  ),
  'target-with-star': ofCall(
    starBehindTarget,
    'identity',
    `${DOCS}AmazonCloudWatch/latest/logs/SubscriptionFilters.html`,
    ['logs-may-not-deliver'],
  ),
  'endpoint-without-allow': leading(
    endpointWithoutAllow,
    'none',
    `${DOCS}vpc/latest/privatelink/vpc-endpoints-access.html`,
    ['registry-token-expired', 'node-image-pull'],
  ),
  'instance-for-its-cluster': ofPolicy(
    instanceOfCluster,
    'identity',
    `${DOCS}AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html`,
    ['database-iam-login'],
  ),
  'connect-on-topics': ofPolicy(connectOnTopics, 'identity', `${DOCS}iot/latest/developerguide/connect-policy.html`, [
    'iot-connection-closed',
    'iot-certificate-policy',
    'device-connection-dropped',
  ]),
  'role-of-center-without-path': ofPolicy(
    roleOfCenterWithoutPath,
    'resource',
    `${IAM_DOCS}reference_identifiers.html#identifiers-friendly-names`,
  ),
  'transfer-variables-in-role': leading(
    transferVariables,
    'none',
    `${DOCS}transfer/latest/userguide/users-policies-session.html`,
    'any',
  ),
  'value-of-nothing': ofCall(valueOfNothing, 'none', `${IAM_DOCS}reference_sigv-troubleshooting.html`, 'any'),
  'role-account-of-a-variable': leading(accountOfVariable, 'none', `${IAM_DOCS}reference_identifiers.html`, 'any'),
  'role-arn-of-no-form': leading(roleArnOfNoForm, 'none', `${IAM_DOCS}reference_identifiers.html`, 'any'),
  'external-id-in-one-place': ofCall(idInOnePlace, 'trust', `${IAM_DOCS}id_roles_common-scenarios_third-party.html`),
  'asked-beside-its-region': ofCall(inAnotherRegion, 'identity', `${IAM_DOCS}reference-arns.html`),
  'named-where-it-is-not': ofCall(unlikeElsewhere, 'none', `${IAM_DOCS}reference-arns.html`, [
    'not-found',
    'secret-not-found',
  ]),
} as const satisfies Readonly<Record<string, PairRow>>

/** The id of a row. */
export type PairId = keyof typeof PAIRS
