import type { OVERSIGHT_SHAPES } from '../shapes/oversight'
import type { SituationAnswer } from '../situation-row'
import { DECIDING_COMMANDS } from '../deciding-commands'

/** What the services that watch accounts and organizations say in words of their own: what is said of each. */
export const OVERSIGHT_ANSWERS = {
  'analyzer-not-delegated': {
    title: 'This account may not own an organization analyzer.',
    means:
      'An analyzer for the organization is made in the management account, or in the account that is registered as delegated administrator for `access-analyzer.amazonaws.com`. This account isn’t registered. It’s no IAM denial.',
    check:
      'aws organizations list-delegated-administrators --service-principal access-analyzer.amazonaws.com --output json',
    changes: [
      {
        says: 'Look which account is registered. Deploy the analyzer there, or register this account from the management account.',
        run: 'aws organizations register-delegated-administrator --account-id {account} --service-principal access-analyzer.amazonaws.com',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-delegated-administrator.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'analyzer-off': {
    title: 'Access Analyzer lost its access to the organization.',
    means:
      'The analyzer works for the organization only while trusted access for `access-analyzer.amazonaws.com` is on and its account is the delegated administrator. One of these was taken away in AWS Organizations. No policy refused it.',
    changes: [
      {
        says: 'In the management account enable trusted access again, or register the same account again as delegated administrator. Its analyzers and their findings then come back; for another account create new ones.',
        run: 'aws organizations enable-aws-service-access --service-principal access-analyzer.amazonaws.com',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-delegated-administrator.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'analyzer-linked-role': {
    title: 'Access Analyzer couldn’t create its service-linked role.',
    means:
      'The analyzer works as `AWSServiceRoleForAccessAnalyzer`, for an organization in each member account. Creating it failed: most likely the caller may not call `iam:CreateServiceLinkedRole`, by its own policies or an SCP.',
    changes: [
      {
        says: 'Allow `iam:CreateServiceLinkedRole` for `access-analyzer.amazonaws.com` to whoever creates it, also in the SCPs. Create the role in the account where it’s missing.',
        run: 'aws iam create-service-linked-role --aws-service-name access-analyzer.amazonaws.com',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-using-service-linked-roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'certificate-linked-role': {
    title: 'ACM’s service-linked role isn’t there.',
    means:
      'ACM renews private certificates of a shared CA as `AWSServiceRoleForCertificateManager`. The role is missing in this account, so ACM can’t reach the CA.',
    check: 'aws iam get-role --role-name AWSServiceRoleForCertificateManager --output json',
    changes: [
      {
        says: 'Create the role, then request or renew the certificate again.',
        run: 'aws iam create-service-linked-role --aws-service-name acm.amazonaws.com',
        page: 'https://docs.aws.amazon.com/acm/latest/userguide/acm-slr.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'certificate-verification': {
    title: 'ACM doesn’t issue for this domain without more checks.',
    means:
      '`ADDITIONAL_VERIFICATION_REQUIRED`: ACM asks for more information, as a protection against fraud. It issues nothing for names of Amazon, such as `amazonaws.com` or `elasticbeanstalk.com`. `DOMAIN_NOT_ALLOWED`: the domain was reported as unsafe. No policy takes part.',
    changes: [
      {
        says: 'If the domain is yours, open a case with AWS Support and name it. If VirusTotal reports it as unsafe, have that corrected first. Then request a new certificate; a failed request can’t be sent again.',
        page: 'https://docs.aws.amazon.com/acm/latest/userguide/troubleshooting-failed.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'inspector-member': {
    title: 'The account isn’t a member of this Inspector administrator yet.',
    means:
      'The delegated administrator may enable Inspector only in accounts that are associated with it as members, in this Region. Inspector decides that, not an IAM policy.',
    check: 'aws inspector2 list-members --output json',
    changes: [
      {
        says: 'Associate the account in the administrator’s account and Region first, then enable the scans.',
        run: 'aws inspector2 associate-member --account-id <member account>',
        page: 'https://docs.aws.amazon.com/inspector/v2/APIReference/API_AssociateMember.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'inspector-organization-policy': {
    title: 'An Inspector policy of the organization decides, not this call.',
    means:
      'AWS Organizations can turn Inspector on or off with an Inspector policy. Where one applies to the account, neither the account nor the delegated administrator can change that scan type. It’s no SCP.',
    grantedIn: 'AWS Organizations',
    changes: [
      {
        says: 'Ask who manages AWS Organizations to change the Inspector policy for this account or OU.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_inspector.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'inspector-report-bucket': {
    title: 'Inspector can’t write the report to the bucket or use the key.',
    means:
      'Inspector exports findings and SBOMs as `inspector2.amazonaws.com`. The bucket policy must allow it `s3:PutObject`, `s3:PutObjectAcl` and `s3:AbortMultipartUpload`; the key, a symmetric one in the same Region, must allow `kms:Decrypt` and `kms:GenerateDataKey*`.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Add both statements for `inspector2.amazonaws.com`, with your account as `aws:SourceAccount` and `arn:aws:inspector2:REGION:ACCOUNT:report/*` as `aws:SourceArn`.',
        page: 'https://docs.aws.amazon.com/inspector/latest/user/findings-managing-exporting-reports.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'inspector-image-key': {
    title: 'Inspector can’t use the KMS key of this resource.',
    means:
      'Inspector reads the code or image with its service-linked role. The policy of the KMS key that encrypts it doesn’t allow that, or denies it.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow Inspector’s service-linked role `kms:Decrypt` on that key, in the key policy.',
        page: 'https://docs.aws.amazon.com/inspector/v2/APIReference/API_ScanStatus.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'inspector-classic-role': {
    title: 'Inspector Classic can’t use its role.',
    means:
      'The first Inspector describes instances as a role of its own. That role is missing, doesn’t trust `inspector.amazonaws.com`, or lacks `ec2:DescribeInstances`.',
    changes: [
      {
        says: 'Use the service-linked role `AWSServiceRoleForAmazonInspector`, or move to the new Inspector, which has its own.',
        run: 'aws iam create-service-linked-role --aws-service-name inspector.amazonaws.com',
        page: 'https://docs.aws.amazon.com/inspector/v1/APIReference/API_RegisterCrossAccountAccessRole.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'license-roles': {
    title: 'License Manager was never set up in this account.',
    means:
      'License Manager works as `AWSServiceRoleForAWSLicenseManagerRole`, which the one-time set-up creates. Your own permissions aren’t what is missing.',
    check: 'aws iam get-role --role-name AWSServiceRoleForAWSLicenseManagerRole --output json',
    changes: [
      {
        says: 'Create the role once, as someone with `iam:CreateServiceLinkedRole`, or choose “Start using” in License Manager’s console. Then repeat the call.',
        run: 'aws iam create-service-linked-role --aws-service-name license-manager.amazonaws.com',
        page: 'https://docs.aws.amazon.com/license-manager/latest/userguide/license-manager-role-core.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'account-vending-search': {
    title: 'Service Catalog shows the caller no Account Factory product.',
    means:
      'Control Tower’s Account Factory is a product of Service Catalog. Only users, groups and roles that were added to its portfolio find it, whatever their IAM policies say. Outside of Control Tower’s home Region, or in another account, nobody finds it.',
    grantedIn: 'the portfolio in Service Catalog',
    check: DECIDING_COMMANDS.portfolios,
    changes: [
      {
        says: 'Check that the call goes to the management account in Control Tower’s home Region. Then add the caller’s user or role to “AWS Control Tower Account Factory Portfolio” in Service Catalog, under Access.',
        run: 'aws servicecatalog associate-principal-with-portfolio --portfolio-id <portfolio> --principal-type IAM --principal-arn <ARN of the caller>',
        page: 'https://docs.aws.amazon.com/servicecatalog/latest/adminguide/catalogs_portfolios_users.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'interface-of-owner': {
    title: 'A hosted interface is for another account than the connection’s.',
    means:
      'The account that owns the connection allocates hosted virtual interfaces to other accounts. Here owner and receiver are the same: often both providers use the same credentials. No policy refused it.',
    changes: [
      {
        says: 'Name the other account as owner of the interface and accept it with that account’s credentials. In the owner’s own account create a plain virtual interface.',
        run: 'aws directconnect describe-connections --query connections[].[connectionId,ownerAccount]',
        page: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/WorkingWithVirtualInterfaces.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'delivery-role-is-user': {
    title: 'AWS Config was given a user; it needs a role.',
    means: 'Config assumes a role, and nobody can assume an IAM user. The bucket policy isn’t what failed.',
    check: 'aws configservice describe-configuration-recorders --output json',
    changes: [
      {
        says: 'Give the recorder a role that trusts `config.amazonaws.com`: the service-linked role, or your own with `AWS_ConfigRole`.',
        run: 'aws iam create-service-linked-role --aws-service-name config.amazonaws.com',
        page: 'https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'delivery-bucket-arn': {
    title: 'The delivery channel has the bucket’s ARN where it needs the name.',
    means:
      'The message shows what Config took as the name. A bucket of that name doesn’t exist, so Config can’t write to it. The bucket policy isn’t the cause.',
    changes: [
      {
        says: 'Give the bucket’s name alone as `s3BucketName`, in CDK `bucketName` instead of `bucketArn`.',
        run: 'aws configservice describe-delivery-channels --output json',
        page: 'https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'export-of-bill': {
    title: 'The data export can’t write to its bucket, or lost the bill.',
    means:
      '`INSUFFICIENT_PERMISSION`: the bucket policy must let `bcm-data-exports.amazonaws.com` call `s3:PutObject` on the bucket’s objects; older exports also need `billingreports.amazonaws.com` and `s3:GetBucketPolicy`. `BILL_OWNER_CHANGED`: the account joined or left an organization, and the export must be made again.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow that in the bucket policy, with the account of the export as `aws:SourceAccount` and `arn:aws:bcm-data-exports:us-east-1:ACCOUNT:export/*` as `aws:SourceArn`.',
        page: 'https://docs.aws.amazon.com/cur/latest/userguide/dataexports-s3-bucket.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'billing-view-unshared': {
    title: 'The billing view isn’t shared with this account.',
    means:
      'A billing view of another account carries a resource policy, which AWS RAM writes. It must allow `billing:GetBillingViewData` to this account. The own IAM policies aren’t enough.',
    changes: [
      {
        says: 'Ask the view’s owner to share it again with this account. For a budget then choose the view again.',
        run: 'aws billing list-billing-views --output json',
        page: 'https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_HealthStatus.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cost-dashboard-report-role': {
    title: 'The role of the scheduled dashboard report is refused.',
    means:
      'Billing and Cost Management builds the report with the schedule’s execution role. `EXECUTION_ROLE_ASSUME_FAILED` is about its trust policy, the others about what the role may read: the dashboard, or the cost data behind it.',
    changes: [
      {
        says: 'Trust `bcm-dashboards.amazonaws.com` in the role. Allow the role `bcm-dashboards:GetDashboard` and the reading actions of `ce:`, `budgets:` and `billing:` that the page lists.',
        page: 'https://docs.aws.amazon.com/cost-management/latest/userguide/schedule-dashboard-reports-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'monitor-may-not-publish': {
    title: 'Internet Monitor can’t publish to CloudWatch.',
    means:
      'The monitor writes logs and metrics with its service-linked role `AWSServiceRoleForInternetMonitor`. Most likely that role is missing. Its policy can’t be changed, and SCPs don’t restrict it.',
    changes: [
      {
        says: 'Check that the role exists, and create it as someone with `iam:CreateServiceLinkedRole` if it doesn’t.',
        run: 'aws iam create-service-linked-role --aws-service-name internetmonitor.amazonaws.com',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-service-linked-roles-CWIM.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'address-manager-discovery': {
    title: 'IPAM can’t look into this account or Region.',
    means:
      '`assume-role-failure`: IPAM can’t assume its service-linked role; it’s being created, the account opted out of IPAM’s home Region, or the account is suspended. `unauthorized-failure`: the account isn’t authorized for the Region.',
    changes: [
      {
        says: 'Check that the account is active and has the IPAM’s home Region enabled, and that `AWSServiceRoleForIPAM` exists there. IPAM tries again by itself.',
        run: 'aws iam get-role --role-name AWSServiceRoleForIPAM',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpamDiscoveryFailureReason.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'directory-key-refused': {
    title: 'The KMS key of IAM Identity Center refuses the caller.',
    means:
      'With a customer managed key for Identity Center, calls of the Identity Store use that key with the caller’s permissions. The key policy must allow the caller `kms:Decrypt`, and `identitystore.amazonaws.com` the use of the key.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow the caller `kms:Decrypt` in the key policy and in its own policy, with `kms:ViaService` for the Identity Store and `sso`.',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/baseline-KMS-key-policy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'graph-not-yours': {
    title: 'Detective doesn’t let this account use the behavior graph.',
    means:
      'Only the administrator account of a behavior graph manages it, in its Region. A member account, or an ARN of another account or Region, is answered as denied.',
    changes: [
      {
        says: 'List the graphs of this account and Region. If the ARN isn’t among them, correct it, or call from the graph’s administrator account.',
        run: 'aws detective list-graphs --output json',
        page: 'https://docs.aws.amazon.com/detective/latest/APIReference/API_ListGraphs.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'detective-needs-findings': {
    title: 'Detective waits until GuardDuty has run for 48 hours.',
    means:
      'An account can enable Detective only after GuardDuty was on in this Region for two days. No permission is missing.',
    changes: [
      {
        says: 'Enable GuardDuty in this account and Region, and try again after 48 hours.',
        run: 'aws guardduty list-detectors --output json',
        page: 'https://docs.aws.amazon.com/detective/latest/userguide/detective-prerequisites.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'organization-resource-rights': {
    title: 'An organization trail needs rights on AWS Organizations too.',
    means:
      'For a trail or event data store of the organization CloudTrail asks Organizations and IAM with your permissions. The caller needs to be in the management account, or the delegated administrator for CloudTrail.',
    changes: [
      {
        says: 'Allow the caller `organizations:DescribeOrganization`, `organizations:ListAccounts`, `organizations:ListAWSServiceAccessForOrganization`, `organizations:EnableAWSServiceAccess`, `iam:GetRole` and `iam:CreateServiceLinkedRole`.',
        page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-an-organizational-trail-prepare.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'organization-needed': {
    title: 'The call needs an organization with all features, from its management account.',
    means:
      'Organization-wide rules, aggregators and trails work only in an organization with all features, and only from its management account or a delegated administrator. No policy replaces that.',
    check: 'aws organizations describe-organization --output json',
    changes: [
      {
        says: 'Call from the management account, or register this account as delegated administrator of the service. Enable all features where the code says so.',
        run: 'aws organizations enable-all-features',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'server-quota-of-account': {
    title: 'The account’s Lightsail limit is reached.',
    means:
      'Lightsail counts instances for the account, and new accounts start below the published quota. No permission is missing.',
    changes: [
      {
        says: 'Delete instances you don’t need, or request an increase: Service Quotas, Lightsail, or a case with AWS Support.',
        run: 'aws service-quotas list-service-quotas --service-code lightsail --output json',
        page: 'https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-quotas.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'server-console-sign-in': {
    title: 'The instance’s own SSH server refused the sign-in, not IAM.',
    means:
      'Lightsail’s browser client signs in with a certificate. Usually `sshd` refuses it after an upgrade to Ubuntu 20.04 or later, which takes no `ssh-rsa` signatures of an authority, or because `/etc/ssh/lightsail_instance_ca.pub` is damaged. The SSH port was reached.',
    changes: [
      {
        says: 'Connect with another SSH client and your own key, and read why `sshd` refused it.',
        run: 'sudo tail -n 50 /var/log/auth.log',
        page: 'https://repost.aws/knowledge-center/lightsail-resolve-ssh-console-errors',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If it names the signature algorithm `ssh-rsa`, add `CASignatureAlgorithms +ssh-rsa` to `/etc/ssh/sshd_config` and restart `sshd`.',
        page: 'https://repost.aws/knowledge-center/lightsail-resolve-ssh-console-errors',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'server-account-setup': {
    title: 'Lightsail is still setting up the account or Region.',
    means:
      'The first use of Lightsail, or of a Region in it, starts a set-up that takes a while. Until then each call is refused, by no policy.',
    changes: [
      {
        says: 'Wait some minutes and repeat the call. If it lasts, open a case with AWS Support.',
        page: 'https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateInstances.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'managed-rule-of-service': {
    title: 'Another AWS service owns this EventBridge rule.',
    means:
      'Managed rules are made by a service for its own work. They can’t be changed by hand; deleting one needs `--force`, and can break that service.',
    changes: [
      {
        says: 'Change the setting in the service that owns the rule (`ManagedBy`). Delete the rule with `--force` only when that service no longer uses it.',
        run: 'aws events describe-rule --name <rule>',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'connection-deauthorized': {
    title: 'EventBridge can’t use the connection of the API destination.',
    means:
      '`DEAUTHORIZED`: the other side answered 401 or 407, its OAuth token couldn’t be refreshed, or the connection’s secret is gone or its KMS key refused. `FAILED_CONNECTIVITY`: the private endpoint wasn’t reached. IAM policies of the caller don’t decide it.',
    changes: [
      {
        says: 'Read `StateReason`. Put valid credentials into the connection, or make its secret and KMS key usable again, or mend the network path. EventBridge authorizes it again when it’s updated.',
        run: 'aws events describe-connection --name <connection>',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-target-connection-deauthorize.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'management-account-only': {
    title: 'Only the organization’s management account may call this.',
    means:
      'The credentials are of another account. The service keeps this call to the management account, whatever the policies of other accounts allow.',
    check: DECIDING_COMMANDS.organization,
    changes: [
      {
        says: 'Repeat the call with credentials of the management account. The organization’s description names it.',
        page: 'https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_ListAdminAccountsForOrganization.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'finding-rules-administrator': {
    title: 'Security Hub refuses this account, most likely as a member.',
    means:
      'The message refuses the account {account}, not a user or a role. Automation rules belong to the administrator account, and a policy in a member changes nothing.',
    check: 'aws securityhub get-administrator-account --output json',
    changes: [
      {
        says: 'Find the administrator account, and make the call with its credentials, in the Region of the findings.',
        page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/create-automation-rules.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'malware-plan-bucket-role': {
    title: 'The plan’s role can’t show GuardDuty whose bucket it is.',
    means:
      'GuardDuty checks the bucket with the role of the Malware Protection plan, and needs `s3:ListBucket` on it. The same message comes where it can’t assume the role, the role is minutes old, or the bucket is in another Region.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the plan’s role `s3:ListBucket` on the bucket, and let it trust `malware-protection-plan.guardduty.amazonaws.com`. If the role is new, wait some minutes and retry.',
        page: 'https://docs.aws.amazon.com/guardduty/latest/ug/troubleshoot-malware-protection-s3-iam-role-permissions-error.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'allow-list-object': {
    title: 'You may not read the S3 object of the allow list.',
    means:
      'Macie checks an allow list in the name of whoever creates or looks at it. `S3_USER_ACCESS_DENIED` means that caller, not Macie.',
    changes: [
      {
        says: 'Allow the caller `s3:GetObject` on the list’s object, and look at the bucket policy and the object’s KMS key.',
        page: 'https://docs.aws.amazon.com/macie/latest/APIReference/allow-lists-id.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'allow-list-service': {
    title: 'Macie may not read the S3 object of the allow list.',
    means:
      'Macie itself is refused: by a Deny in the bucket policy, or by the customer managed key that encrypts the object.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'If the bucket policy has a Deny, exempt Macie’s service-linked role from it. If a customer managed key encrypts the object, allow that role `kms:Decrypt` in the key policy.',
        page: 'https://docs.aws.amazon.com/macie/latest/APIReference/allow-lists-id.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'response-team-role': {
    title: 'Giving the Shield response team a role needs iam:PassRole.',
    means:
      '`AssociateDRTRole` hands the role to Shield, so the caller needs `iam:PassRole` on it. The role itself must trust `drt.shield.amazonaws.com`.',
    changes: [
      {
        says: 'Allow the caller `iam:PassRole` on the role, with `iam:PassedToService` as `drt.shield.amazonaws.com`.',
        page: 'https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_AssociateDRTRole.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'firewall-needs-recorder': {
    title: 'Firewall Manager needs AWS Config in each account and Region.',
    means:
      'Firewall Manager finds what its policies protect with AWS Config. Where Config doesn’t record the resource types, the policy can’t work. No permission is missing.',
    check: 'aws configservice describe-configuration-recorder-status --output json',
    changes: [
      {
        says: 'Turn on AWS Config’s recorder for the resource types of the policy, in the accounts and Regions that the policy covers.',
        page: 'https://docs.aws.amazon.com/waf/latest/developerguide/enable-config.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'standard-is-no-subscription': {
    title: 'The ARN is of the standard, not of your subscription to it.',
    means:
      'The ARN of a standard has no account. What an account reads, imports or turns off is its own subscription, whose ARN has the account and `subscription/`. Security Hub answers anything else as not authorized.',
    check: 'aws securityhub get-enabled-standards --output json',
    changes: [
      {
        says: 'Use the ARN of the subscription, `arn:aws:securityhub:REGION:ACCOUNT:subscription/…`, as the list shows it.',
        page: 'https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_GetEnabledStandards.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof OVERSIGHT_SHAPES, SituationAnswer>>
