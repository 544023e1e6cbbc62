import { compileGlob, matchGlob } from '../../iam/wildcard'
import type { RowSource } from '../../iam/row-source'

/** Where AWS's service reference leaves out a key that requests are known to carry. */
export interface BeyondReference extends RowSource {
  /** Keys and actions in lower case, `*` as in a policy. */
  readonly keys: readonly string[]
  readonly actions: readonly string[]
}

const MANAGED = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/'

/** The rows: a page of AWS, or a managed policy of AWS, tests the key on actions that the reference does not name with it. */
export const BEYOND_REFERENCE: readonly BeyondReference[] = [
  // A bucket policy that leaves the decision to access points: the check on the bucket's own ARN carries what came through one.
  {
    keys: ['s3:dataaccesspointarn', 's3:dataaccesspointaccount', 's3:accesspointnetworkorigin'],
    actions: ['s3:*'],
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html',
    confirmed: '2026-11-28',
  },
  // One call to assume a role makes these checks too, with what the call says.
  {
    keys: ['sts:*', 'saml:*', '*.*:*'],
    actions: ['sts:tagsession', 'sts:setsourceidentity'],
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html',
    confirmed: '2026-11-28',
  },
  {
    keys: ['aws:requesttag/*', 'aws:tagkeys'],
    actions: ['sts:setsourceidentity'],
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html',
    confirmed: '2026-11-28',
  },
  // The volume that is copied is there already.
  {
    keys: ['aws:resourcetag/*', 'ec2:resourcetag/*'],
    actions: ['ec2:copyvolumes'],
    page: `${MANAGED}AmazonEBSCSIDriverPolicyV2.html`,
    confirmed: '2026-11-28',
  },
  {
    keys: ['aws-marketplace:productid', 'aws-marketplace:agreementtype', 'aws-marketplace:partytype'],
    actions: ['aws-marketplace:*'],
    page: `${MANAGED}AmazonTimestreamConsoleFullAccess.html`,
    confirmed: '2026-11-28',
  },
  {
    keys: ['glue:lakeformationpermissions'],
    actions: ['glue:*'],
    page: `${MANAGED}SageMakerStudioProjectUserRolePolicy.html`,
    confirmed: '2026-11-28',
  },
  {
    keys: ['redshift-data:glue-catalog-arn'],
    actions: ['redshift-data:*', 'redshift-serverless:getmanagedworkgroup'],
    page: `${MANAGED}SageMakerStudioProjectUserRolePolicy.html`,
    confirmed: '2026-11-28',
  },
  {
    keys: ['aws:resourcetag/*'],
    actions: ['redshift:getclustercredentialswithiam'],
    page: `${MANAGED}SageMakerStudioProjectUserRolePolicy.html`,
    confirmed: '2026-11-28',
  },
  {
    keys: ['ram:resourcesharename'],
    actions: ['ram:getresourceshares'],
    page: `${MANAGED}AWSLakeFormationCrossAccountManager.html`,
    confirmed: '2026-11-28',
  },
  {
    keys: ['application-autoscaling:service-namespace'],
    actions: ['application-autoscaling:*'],
    page: `${MANAGED}DynamoDBGlobalTableSettingsManagementServiceRolePolicy.html`,
    confirmed: '2026-11-28',
  },
  {
    keys: ['dms:task-tag/*'],
    actions: ['dms:cancelreplicationtaskassessmentrun'],
    page: `${MANAGED}DBModProvisioningAndMigration.html`,
    confirmed: '2026-11-28',
  },
]

const GLOBS = BEYOND_REFERENCE.map(({ keys, actions }) => ({
  keys: keys.map((key) => compileGlob(key)),
  actions: actions.map((action) => compileGlob(action)),
}))

/** Can a check of the action carry the key, whatever the reference says? Both in lower case. */
export const isBeyondReference = (lowerKey: string, lowerAction: string): boolean =>
  GLOBS.some(
    ({ keys, actions }) =>
      actions.some((glob) => matchGlob(glob, lowerAction)) && keys.some((glob) => matchGlob(glob, lowerKey)),
  )
