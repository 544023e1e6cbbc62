import { ENDPOINT_KEY, globalKeyPage, keysWith } from '../facts/keys/condition-keys'
import type { KnowledgeRow } from './knowledge'
import { IAM_DOCS, GLOBAL_KEYS_PAGE } from '../iam/aws-docs'

/** A test of a policy that does something else than people expect of it. */
export interface ConditionTrap extends KnowledgeRow {
  readonly effect: 'Allow' | 'Deny'
  /** The tested key, in lower case; `*` as in a policy. */
  readonly keys: readonly string[]
  /** Only tests that must fail, as with StringNotEquals, or only others. */
  readonly isNegated?: boolean
  /** Only tests with ForAllValues. */
  readonly isForAll?: boolean
  /** Only statements on one of these actions, where the request is for it; in lower case. */
  readonly actions?: readonly string[]
  /** Only requests by one of these operations, in lower case, which never carry the key, though others with the same action do. */
  readonly operations?: readonly string[]
  /** Only requests of services that do not tell the key, where others do: they get a statement of their own without the test. */
  readonly isUntold?: true
  /** Keys, in lower case, that take what the trap hits out of the same statement. */
  readonly unless?: readonly string[]
  /** Only tests of which all values look so. */
  readonly written?: RegExp
  /** What a text has to name beside those values to show it; else it is only likely. */
  readonly names?: RegExp
  /** Only where the request is known to be what it hits. */
  readonly isOnlyHit?: true
  /** No request for a thing that is there carries the key: its id in the request is proof. */
  readonly isNever?: true
  /** Is it told of a key whose value is known too? That it has another meaning is no less so. */
  readonly isOfKnown?: true
  /** Only where what is asked for is being made by the call, or where it is there already; as far as its ARN tells. */
  readonly of?: 'new' | 'existing'
}

const trail =
  'aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue={operationName} --max-items 5 --output json'

/** The rows. */
export const CONDITION_TRAPS = {
  'deny-by-address-hits-services': {
    effect: 'Deny',
    keys: ['aws:sourceip'],
    isNegated: true,
    unless: ['aws:viaawsservice'],
    page: `${IAM_DOCS}reference_policies_examples_aws_deny-ip.html`,
    confirmed: '2026-11-26',
    check: trail,
  },
  'allow-by-address-misses-services': {
    effect: 'Allow',
    keys: ['aws:sourceip', 'aws:vpcsourceip', ...keysWith('notForwarded')],
    isNegated: false,
    unless: ['aws:viaawsservice'],
    isOnlyHit: true,
    page: `${IAM_DOCS}access_forward_access_sessions.html`,
    confirmed: '2026-12-01',
    check: null,
  },
  'deny-by-network-hits-services': {
    effect: 'Deny',
    keys: [...keysWith('notForwarded')],
    isNegated: true,
    unless: ['aws:viaawsservice'],
    page: globalKeyPage(ENDPOINT_KEY),
    confirmed: '2026-11-26',
    check: trail,
  },
  'deny-by-organization-hits-services': {
    effect: 'Deny',
    keys: ['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount'],
    isNegated: true,
    unless: ['aws:principalisawsservice'],
    page: `${GLOBAL_KEYS_PAGE}#condition-keys-principalisawsservice`,
    confirmed: '2026-11-26',
    check: trail,
  },
  'deny-for-all-values-of-nothing': {
    effect: 'Deny',
    keys: ['*'],
    isForAll: true,
    page: `${IAM_DOCS}reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    confirmed: '2026-11-26',
    check: trail,
  },
  'tag-of-resource-that-is-being-made': {
    effect: 'Allow',
    keys: ['aws:resourcetag/*', 'ec2:resourcetag/*', 'elasticloadbalancing:resourcetag/*', 'iam:resourcetag/*'],
    actions: ['*:create*', '*:run*', '*:addtags*', '*:tagresource', '*:createtags', '*:tag*'],
    of: 'new',
    page: `${IAM_DOCS}access_tags.html`,
    confirmed: '2026-11-26',
    check: trail,
  },
  'tag-that-the-resource-lacks': {
    effect: 'Allow',
    keys: ['aws:resourcetag/*', 'ec2:resourcetag/*', 'elasticloadbalancing:resourcetag/*'],
    actions: ['ec2:*', 'elasticloadbalancing:*'],
    of: 'existing',
    page: `${IAM_DOCS}access_tags.html`,
    confirmed: '2026-11-26',
    check: trail,
  },
  'tagging-outside-of-a-creation': {
    effect: 'Allow',
    keys: ['ec2:createaction', 'elasticloadbalancing:createaction'],
    actions: ['ec2:createtags', 'elasticloadbalancing:addtags'],
    of: 'existing',
    isNever: true,
    page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html',
    confirmed: '2026-11-26',
    check: trail,
  },
  'linked-role-takes-no-boundary': {
    effect: 'Deny',
    keys: ['iam:permissionsboundary'],
    isNegated: true,
    actions: ['iam:createservicelinkedrole'],
    page: `${IAM_DOCS}id_roles_terms-and-concepts.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'name-of-who-calls': {
    effect: 'Allow',
    keys: ['aws:username'],
    isOfKnown: true,
    actions: ['iam:*user', 'iam:*userpolicy', 'iam:*accesskey', 'iam:*loginprofile', 'iam:*usertogroup'],
    page: globalKeyPage('aws:username'),
    confirmed: '2026-12-01',
    check: null,
  },
  'unit-without-those-below': {
    effect: 'Allow',
    keys: ['aws:principalorgpaths', 'aws:sourceorgpaths', 'aws:resourceorgpaths'],
    isNegated: false,
    written: /^o-[^*?]{1,600}\/ou-[a-z\d-]{4,40}\/$/,
    names: /\bou-[a-z\d]{4,32}-[a-z\d]{8,32}\b/g,
    page: globalKeyPage('aws:PrincipalOrgPaths'),
    confirmed: '2026-12-01',
    check: null,
  },
  'owner-of-the-resource': {
    effect: 'Allow',
    keys: ['s3:resourceaccount', 'aws:resourceaccount'],
    isNegated: false,
    page: `${GLOBAL_KEYS_PAGE}#condition-keys-resourceaccount`,
    confirmed: '2026-11-26',
    check: null,
  },
  'boundary-that-the-request-sets': {
    effect: 'Allow',
    keys: ['iam:permissionsboundary'],
    isNegated: false,
    actions: ['iam:createrole', 'iam:createuser', 'iam:put*', 'iam:attach*'],
    page: `${IAM_DOCS}access_policies_boundaries.html`,
    confirmed: '2026-11-26',
    check: null,
  },
  'service-that-the-role-is-passed-to': {
    effect: 'Allow',
    keys: ['iam:passedtoservice', 'iam:associatedresourcearn'],
    actions: ['iam:passrole'],
    page: `${IAM_DOCS}id_roles_use_passrole.html`,
    confirmed: '2026-11-26',
    check: trail,
  },
  'service-that-uses-the-key': {
    effect: 'Allow',
    keys: ['kms:viaservice', 'kms:calleraccount'],
    actions: ['kms:*'],
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
    confirmed: '2026-11-26',
    check: trail,
  },
  'source-that-the-service-does-not-tell': {
    effect: 'Allow',
    keys: [...keysWith('ofSource')],
    isNegated: false,
    isUntold: true,
    page: 'https://aws.github.io/modern-data-architecture-accelerator/typedocs/functions/_aws-mdaa_cloudwatch-constructs.grantCloudWatchAlarmsTopicAccess.html',
    confirmed: '2026-11-29',
    check: null,
  },
  'tags-that-parts-lack': {
    effect: 'Allow',
    keys: ['s3:requestobjecttag/*', 's3:requestobjecttagkeys'],
    isNegated: false,
    isOfKnown: true,
    actions: ['s3:putobject'],
    operations: ['s3:uploadpart', 's3:uploadpartcopy'],
    isSlip: true,
    page: 'https://www.rubydoc.info/gems/aws-sdk-s3/1.86.0/Aws/S3/Types/UploadPartRequest',
    confirmed: '2026-12-01',
    check: null,
  },
  'mode-of-the-session': {
    effect: 'Allow',
    keys: ['s3express:sessionmode'],
    isNegated: false,
    actions: ['s3express:createsession'],
    written: /^ReadOnly$/i,
    names: /\bmount-s3\b|\bMountpoint for Amazon S3\b|\bReadWrite\b/g,
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam-example-bucket-policies.html',
    confirmed: '2026-12-01',
    check: null,
  },
  'prefix-of-the-list': {
    effect: 'Allow',
    keys: ['s3:prefix'],
    actions: ['s3:listbucket*'],
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html',
    confirmed: '2026-11-26',
    check: null,
  },
} as const satisfies Readonly<Record<string, ConditionTrap>>

/** The id of a row. */
export type ConditionTrapId = keyof typeof CONDITION_TRAPS
