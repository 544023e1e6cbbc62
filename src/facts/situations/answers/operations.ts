import type { OPERATIONS_SHAPES } from '../shapes/operations'
import type { SituationAnswer } from '../situation-row'
import { DECIDING_COMMANDS } from '../deciding-commands'

/** What the services that manage accounts, quotas, findings, nodes and networks say in words of their own: what is said of each. */
export const OPERATIONS_ANSWERS = {
  'security-administrator-to-be-named': {
    title: 'Only the organization’s management account names the delegated administrator.',
    means:
      'The call names the service’s delegated administrator for the organization, Region by Region. Most often it comes from another account, where no IAM policy opens it.',
    check: DECIDING_COMMANDS.organization,
    changes: [
      {
        says: 'Make this call with credentials of the management account, in each Region. In Terraform give the resource a provider for that account. What the administrator sets for the organization stays in its own account.',
        page: 'https://docs.aws.amazon.com/guardduty/latest/ug/delegated_admin_designate.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If it comes from the management account already, allow the caller `organizations:EnableAWSServiceAccess`, `organizations:RegisterDelegatedAdministrator`, `organizations:ListDelegatedAdministrators`, `organizations:DescribeOrganization` and `organizations:DescribeAccount`.',
        page: 'https://docs.aws.amazon.com/guardduty/latest/ug/organizations_permissions.html',
        confirmed: '2026-12-03',
      },
    ],
  },
  'security-administrator-only': {
    title: 'Only the delegated administrator’s account may make this call.',
    means:
      'Settings for the whole organization belong to the account that is the service’s delegated administrator in this Region. The management account only names it. No IAM policy opens the call to another account, also not to the management account.',
    check: 'aws organizations list-delegated-administrators --output json',
    changes: [
      {
        says: 'Make the call with credentials of the delegated administrator’s account. If there is none in this Region, name it there first, from the management account: with GuardDuty and Security Hub by `enable-organization-admin-account`.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-securityhub-delegatedadmin.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'In Terraform give the resource a provider for that account, and let it depend on the one that names the administrator.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-securityhub-delegatedadmin.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'endpoint-of-one-region': {
    title: 'This service has no endpoint in this Region.',
    means:
      'Some services answer only in one Region or a few: Support, Health, Route 53 Domains and ECR Public in us-east-1, Global Accelerator, Network Manager and Device Farm in us-west-2. The name in the error doesn’t exist, so nothing was sent and no policy refused anything.',
    changes: [
      {
        says: 'Add the Region where the service answers: `--region us-east-1` for most of them, `--region us-west-2` for Global Accelerator, Network Manager, Device Farm and the routing controls of Route 53.',
        page: 'https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'explorer-tags-its-own': {
    title: 'Resource Explorer tags only its own views and indexes.',
    means: 'For the ARN of anything else its `TagResource` answers Unauthorized, whatever the policies allow.',
    changes: [
      {
        says: 'Tag the resource with its own service, or with `aws resourcegroupstaggingapi tag-resources`. That call also needs the tagging action of the resource’s service, for example `lambda:TagResource`.',
        page: 'https://docs.aws.amazon.com/resource-explorer/latest/apireference/API_TagResource.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'authority-not-active': {
    title: 'The private CA isn’t active, so it can’t do this.',
    means:
      'A new CA is `PENDING_CERTIFICATE` until its own certificate is installed; only an `ACTIVE` one issues certificates. A disabled, expired or deleted CA refuses too. No policy was evaluated.',
    check:
      'aws acm-pca describe-certificate-authority --certificate-authority-arn <ARN-of-the-CA> --query CertificateAuthority.Status --output text',
    changes: [
      {
        says: 'Issue the CA’s certificate from its CSR and import it with `import-certificate-authority-certificate`. In Terraform that is `aws_acmpca_certificate_authority_certificate`, on which the first certificate must depend.',
        page: 'https://docs.aws.amazon.com/privateca/latest/userguide/PcaUpdateStatus.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If it is `DISABLED`, enable it again. An expired one needs a new certificate.',
        page: 'https://docs.aws.amazon.com/privateca/latest/userguide/PcaUpdateStatus.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'quota-service-code': {
    title: 'Service Quotas doesn’t know this service or quota code.',
    means:
      'Codes are in small letters, such as `ec2`, and differ from the names that people use. Quota codes begin with L-. A code of another Region or service isn’t found either.',
    check: 'aws service-quotas list-services --output json',
    changes: [
      {
        says: 'Take the service’s code from that list, and the quota’s from `list-service-quotas`.',
        page: 'https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ListServices.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'quota-request-open': {
    title: 'An earlier increase of this quota is still open.',
    means: 'Service Quotas takes one request for each quota at a time. No permission is missing.',
    check: 'aws service-quotas list-requested-service-quota-change-history --status CASE_OPENED --output json',
    changes: [
      {
        says: 'Wait for the open request, or have AWS Support close its case. Then request the increase again.',
        page: 'https://docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'node-tier-advanced': {
    title: 'Session Manager needs the advanced tier for nodes outside EC2.',
    means:
      'Nodes with ids that begin with `mi-` come from hybrid activations. Sessions to them need the advanced-instances tier, a setting of account and Region that costs by the hour. No policy refused it.',
    check:
      'aws ssm get-service-setting --setting-id /ssm/managed-instance/activation-tier --query ServiceSetting.SettingValue --output text',
    changes: [
      {
        says: 'Turn the tier on: the caller needs `ssm:UpdateServiceSetting`. It is charged for each such node in the Region.',
        run: 'aws ssm update-service-setting --setting-id /ssm/managed-instance/activation-tier --setting-value advanced',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-enable-advanced-instances-tier.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'migration-home-region': {
    title: 'Migration Hub’s home Region isn’t set, or is another.',
    means:
      'Migration Hub and Application Discovery Service need a home Region, which the account chooses once. Calls that write are taken there alone, and reads elsewhere too. No policy refused it.',
    check: 'aws migrationhub-config get-home-region --region us-west-2 --output text',
    changes: [
      {
        says: 'Choose the home Region once. It can hardly be changed later.',
        run: 'aws migrationhub-config create-home-region-control --home-region {region} --target Type=ACCOUNT',
        page: 'https://docs.aws.amazon.com/migrationhub-home-region/latest/APIReference/Welcome.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'resolver-shared-rule': {
    title: 'The resolver rule belongs to another account, which shares it.',
    means:
      'An account with which a rule is shared may see it and associate it with its VPCs. Tags, changes and deletion are the owner’s, whatever IAM allows here.',
    check: 'aws route53resolver list-resolver-rules --query ResolverRules[].[Id,OwnerId,ShareStatus] --output text',
    changes: [
      {
        says: 'Don’t manage the rule here: use it by its id, in Terraform as a data source, and manage only its association. Its owner changes it.',
        page: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'recovery-control-busy': {
    title: 'Several changes reached the same cluster at once.',
    means:
      'Application Recovery Controller takes changes of a control panel one after the other, and answers all others with a conflict. No permission is missing.',
    changes: [
      {
        says: 'Send them one at a time: `terraform apply -parallelism=1`, or let each routing control depend on the one before.',
        page: 'https://docs.aws.amazon.com/recovery-cluster/latest/api/index.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'schema-not-exportable': {
    title: 'Schemas of your own registry can’t be exported.',
    means:
      'EventBridge exports to JSONSchemaDraft4 only what it discovered itself and AWS’s own schemas. It says Forbidden for all others, whatever the policies allow.',
    changes: [
      {
        says: 'Read the schema in its own format with `describe-schema`.',
        run: 'aws schemas describe-schema --registry-name <registry> --schema-name <schema>',
        page: 'https://docs.aws.amazon.com/eventbridge/latest/schema-reference/v1-registries-name-registryname-schemas-name-schemaname-export.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cedar-default-deny': {
    title: 'No Cedar policy in the policy store permits this request.',
    means:
      'Verified Permissions answered `DENY` and lists no policy: none permits it, and none forbids it. A policy that failed to evaluate stands under `errors` and doesn’t count. The call itself was allowed, so no IAM policy refused anything.',
    grantedIn: 'the policy store of Verified Permissions',
    check: 'aws verifiedpermissions list-policies --policy-store-id {policyStore} --output json',
    changes: [
      {
        says: 'Add or correct a `permit` policy that covers this principal, action and resource. Pass the parents and attributes that its conditions test as `entities` and `context`.',
        page: 'https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_IsAuthorized.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cedar-forbid': {
    title: 'A Cedar policy in the policy store forbids this request.',
    means:
      'Verified Permissions answered `DENY` and lists the `forbid` policies that decided. A `forbid` overrides every `permit`. The call itself was allowed, so no IAM policy refused anything.',
    grantedIn: 'the policy store of Verified Permissions',
    check: 'aws verifiedpermissions list-policies --policy-store-id {policyStore} --output json',
    changes: [
      {
        says: 'Read the policies under `determiningPolicies`. Change the request so that their `when` doesn’t apply, or add an `unless` to them.',
        page: 'https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_IsAuthorized.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'policy-store-without-schema': {
    title: 'The policy store is strict and has no schema yet.',
    means:
      'With `STRICT` validation Verified Permissions accepts a policy only if it fits the store’s schema. Without a schema each policy fails. No IAM policy refused it.',
    check: 'aws verifiedpermissions get-schema --policy-store-id <policy-store>',
    changes: [
      {
        says: 'Put the schema first. In Terraform let the policy depend on `aws_verifiedpermissions_schema`.',
        page: 'https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_ValidationSettings.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'grafana-without-identity-center': {
    title: 'The workspace wants IAM Identity Center, which isn’t enabled.',
    means:
      'With `AWS_SSO` as authentication Amazon Managed Grafana needs IAM Identity Center in the organization, in any Region. No policy refused it.',
    check: 'aws sso-admin list-instances --output json',
    changes: [
      {
        says: 'Enable IAM Identity Center in the management account, or create the workspace with `SAML` as its authentication.',
        page: 'https://docs.aws.amazon.com/grafana/latest/userguide/authentication-in-AMG-SSO.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'grafana-auth-type': {
    title: 'Grafana doesn’t allow this data source’s way to sign in.',
    means:
      'Grafana compares the data source’s authentication with its own list of allowed providers and stops before it calls AWS. No role or policy took part.',
    changes: [
      {
        says: 'Choose an authentication that the workspace allows, such as the workspace’s IAM role, or update the data source’s plugin: an older one may not know the provider. On your own server, add it to `allowed_auth_providers`, or set `assume_role_enabled`.',
        page: 'https://grafana.com/docs/grafana/latest/datasources/aws-cloudwatch/aws-authentication/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'tagging-while-created': {
    title: 'The resource isn’t available yet, so it can’t be tagged.',
    means:
      'ElastiCache tags clusters and replication groups only while they’re `available`. A function that runs on the creation event comes too early. No permission is missing.',
    check:
      'aws elasticache describe-replication-groups --query ReplicationGroups[].[ReplicationGroupId,Status] --output text',
    changes: [
      {
        says: 'Give the tags with the creation, or try again until the status is `available`.',
        page: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Tagging-Resources.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'global-token-in-opt-in-region': {
    title: 'This opt-in Region doesn’t know the token.',
    means:
      'Temporary credentials from the global STS endpoint are valid only in the Regions that are on by default. An opt-in Region accepts those of a Regional endpoint, and only if the account has it enabled. If the same credentials work in another Region, no policy and no key is wrong.',
    check: 'aws account get-region-opt-status --region-name {region} --query RegionOptStatus --output text',
    changes: [
      {
        says: 'If the account hasn’t enabled the Region, enable it. If it has, take the credentials from a Regional STS endpoint: set `AWS_STS_REGIONAL_ENDPOINTS=regional`, or choose such an endpoint in the program’s settings. Or let tokens of the global endpoint be valid in all Regions, with `aws iam set-security-token-service-preferences --global-endpoint-token-version v2Token`.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If nothing works there, check that key, secret and session token come from the same credentials.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'region-off-for-assuming': {
    title: 'Most likely the calling keys’ account hasn’t enabled this Region.',
    means:
      'The role was asked for at the STS endpoint of an opt-in Region. It needs the Region enabled in two accounts: that of the calling keys and that of the role. It doesn’t know keys of an account that hasn’t enabled it. The role’s trust policy wasn’t evaluated.',
    changes: [
      {
        says: 'Assume the role in a Region that is on by default: `sts_region = "us-east-1"` in Terraform’s provider, `--region us-east-1` for the command. Or enable the Region in both accounts.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If the same keys fail in every Region, they are inactive, deleted, or sent without their session token.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'blockchain-member-admin': {
    title: 'Hyperledger Fabric refused this identity on the channel.',
    means:
      'The peer checks the certificate under `CORE_PEER_MSPCONFIGPATH`: it must be one of a member’s administrator, or of a user whom the channel’s policy allows. IAM doesn’t decide about channels.',
    grantedIn: 'Hyperledger Fabric',
    changes: [
      {
        says: 'Enroll the administrator against the member’s CA, copy its certificate into `admincerts` of the MSP folder, and run the command with that folder.',
        page: 'https://docs.aws.amazon.com/managed-blockchain/latest/hyperledger-fabric-dev/managed-blockchain-hyperledger-create-admin.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'workers-account-unlinked': {
    title: 'This AWS account isn’t linked to the Mechanical Turk requester.',
    means:
      'Mechanical Turk links one AWS account with a requester, apart for production and for the sandbox. The call went to one of the two where the account of these keys isn’t linked. No policy refused it.',
    check: 'aws sts get-caller-identity --query Account --output text',
    changes: [
      {
        says: 'Sign in to the requester site that the call goes to, link exactly this account under Developer, and wait some minutes.',
        page: 'https://docs.aws.amazon.com/AWSMechTurk/latest/AWSMechanicalTurkGettingStartedGuide/SetUp.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'attributes-for-access-control': {
    title: 'Enabling attributes for access control also changes trust policies.',
    means:
      'IAM Identity Center writes `sts:TagSession` into the trust policies of its roles. Whoever enables the attributes needs `iam:UpdateAssumeRolePolicy` for that.',
    changes: [
      {
        says: 'Allow the user who enables it `iam:UpdateAssumeRolePolicy` on the roles under `aws-reserved/sso.amazonaws.com/`.',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'account-not-standalone': {
    title: 'The account isn’t ready to stand alone, so it can’t leave.',
    means:
      'An account that was made in an organization has no payment method, contact data, verified phone or support plan of its own. It can leave only once it has. No permission is missing.',
    changes: [
      {
        says: 'Sign in to the member account as root, complete payment, contact, phone and support plan, and let it leave then. Its users need IAM access to billing for that.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_troubleshoot_general.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'management-account-stays': {
    title: 'The management account can’t leave its organization.',
    means:
      'The account that the call removes is the organization’s management account. It can’t be removed; the organization can only be deleted. No permission is missing.',
    check: DECIDING_COMMANDS.organization,
    changes: [
      {
        says: 'Check the account’s ID in the call: most likely another account is meant. To end the organization itself, remove its member accounts first and delete it then.',
        page: 'https://docs.aws.amazon.com/organizations/latest/APIReference/API_RemoveAccountFromOrganization.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'accounts-closed-enough': {
    title: 'Too many accounts were closed within 30 days.',
    means:
      'An organization can close a tenth of its active member accounts within 30 days. The quota can’t be raised, and no permission is missing.',
    changes: [
      {
        says: 'Wait until the 30 days since the first closure are over, or let the root user of the account close it in the account itself.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_close.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'last-policy-of-target': {
    title: 'Each root, OU and account must keep one SCP.',
    means:
      'The policy is the last one of its type there, so it can’t be detached. With `FullAWSAccess` gone nothing would be allowed. No permission is missing.',
    changes: [
      {
        says: 'Attach the policy that takes its place first, and detach the old one then. An SCP with an Allow list or `FullAWSAccess` must stay.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_attach.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'organization-wants-time': {
    title: 'The organization isn’t ready for this yet.',
    means:
      'A new organization needs up to an hour, a new account some days before it can be removed, and while all features are being enabled no account can be invited. No permission is missing.',
    changes: [
      {
        says: 'Wait and try again. If the organization still initializes after an hour, ask AWS Support.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_troubleshoot_general.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'account-of-other-seller': {
    title: 'The account is sold by another AWS company.',
    means:
      'An organization takes only accounts of the same seller of record, for example AWS India or AWS Inc. No policy decides that.',
    changes: [
      {
        says: 'Change the seller of record of the account in its billing settings, where that is offered, or create a new account in the organization.',
        page: 'https://docs.aws.amazon.com/organizations/latest/APIReference/API_InviteAccountToOrganization.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'window-task-inputs': {
    title: 'The runbook’s step lacks an input, or has a wrong one.',
    means:
      'The runbook wants an input, such as `InstanceId` or `SnapshotId`, that the task doesn’t give or gives in another form. No permission is missing.',
    changes: [
      {
        says: 'Give the id in the task’s input parameters. For several targets use the pseudo parameter `RESOURCE_ID` there.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-maintenance-windows.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'image-parameter-unseen': {
    title: 'The caller can’t see the image that the parameter names.',
    means:
      'A parameter of type `aws:ec2:image` is checked in the name of whoever writes it. They lack `ec2:DescribeImages`, the image isn’t shared with this account, or its id is of another Region.',
    check: 'aws ec2 describe-images --image-ids <ami-id> --query Images[].[ImageId,OwnerId,State] --output text',
    changes: [
      {
        says: 'Allow the caller `ec2:DescribeImages`, and check that the image is there in this Region and shared with this account.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'node-fingerprint-changed': {
    title: 'Systems Manager no longer recognises this machine.',
    means:
      'A node outside EC2 proves itself by the hardware it registered with. After a reboot, a copy of the disk or new hardware the fingerprint is another, so it gets no role credentials. No policy refused it.',
    changes: [
      {
        says: 'Let the machine id stay the same after a reboot, as the page says for Linux. On new hardware register the machine again with a new activation.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-install-managed-linux.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'broker-log-policy-full': {
    title: 'The log group’s resource policies are full.',
    means:
      'For its broker logs Amazon MSK writes a CloudWatch Logs resource policy. A Region has ten of them at most, each of limited length. No permission is missing.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'For `LengthOf…` use a log group whose name begins with `/aws/vendedlogs/`.',
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/troubleshooting.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'For `NumberOf…` add the statement for `delivery.logs.amazonaws.com` to a policy that is there, limited to your log groups, or delete one that isn’t used.',
        page: 'https://docs.aws.amazon.com/msk/latest/developerguide/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'state-task-refused': {
    title: 'The state machine’s role may not do what the task asks.',
    means:
      'A `Task` state calls its service with the execution role of the state machine. `States.Permissions` says that this role lacks the permission; the cause beside it names the call.',
    check: 'aws stepfunctions describe-state-machine --state-machine-arn <state-machine> --query roleArn --output text',
    changes: [
      {
        says: 'Allow the execution role the action of the task on its resource. For a task that waits (`.sync`) it also needs the actions that watch it.',
        page: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'database-insights-refused': {
    title: 'Performance Insights refused: permission, identifier, or it’s off.',
    means:
      'Performance Insights answers NotAuthorized where the caller lacks the `pi:` action on the metrics of this database, and also where it is off or the identifier isn’t the `DbiResourceId`.',
    check:
      'aws rds describe-db-instances --query DBInstances[].[DBInstanceIdentifier,DbiResourceId,PerformanceInsightsEnabled] --output text',
    changes: [
      {
        says: 'Compare with the list: the identifier is the `DbiResourceId` (it begins with db-), and Performance Insights must be on for it. If both fit, allow the caller the action on `arn:aws:pi:<region>:<account>:metrics/rds/<DbiResourceId>`.',
        page: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'directory-connector-authority': {
    title: 'The connector may not issue certificates from the private CA.',
    means:
      'The private CA isn’t shared with the connector through AWS RAM, or the policies of whoever creates it don’t allow `acm-pca:IssueCertificate`. A failed connector stays failed.',
    check: DECIDING_COMMANDS.resourceShares,
    changes: [
      {
        says: 'Share the CA with the connector’s service principal, allow the creator `acm-pca:IssueCertificate`, then delete the failed connector and create a new one.',
        page: 'https://docs.aws.amazon.com/privateca/latest/userguide/c4scep-troubleshoot-connector-creation.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'directory-connector-directory': {
    title: 'The connector may not use the directory.',
    means:
      'Connector for Active Directory works on the directory only if whoever creates it may authorize that. With AD Connector the password of its service account may have expired. In a replica Region of a directory it never works.',
    check: 'aws ds describe-directories --query DirectoryDescriptions[].[DirectoryId,Type,Stage] --output text',
    changes: [
      {
        says: 'Allow the creator what the page’s policy lists for the directory, in the directory’s primary Region. Then delete the failed connector and create a new one.',
        page: 'https://docs.aws.amazon.com/privateca/latest/userguide/c4adTroubleshootingConnectorCreationFailure.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'product-not-entitled': {
    title: 'AWS Marketplace doesn’t entitle this account to the product here.',
    means:
      'The product asks AWS Marketplace whether it may run. `CustomerNotEntitled`: the account isn’t subscribed. `InvalidProductCode`: the product sends another code than its own. `PlatformNotSupported`: metering isn’t offered where it runs. No policy refused it.',
    changes: [
      {
        says: 'If the account isn’t subscribed, subscribe exactly the one in which it runs, and start the product again there. For the other two, its seller corrects product code, Region or platform.',
        page: 'https://docs.aws.amazon.com/marketplacemetering/latest/APIReference/API_RegisterUsage.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'findings-samples-unavailable': {
    title: 'Macie can’t show samples of the sensitive data.',
    means:
      'The reason says why. `ROLE_TOO_PERMISSIVE`: the trust or permissions policy of the role for samples isn’t as narrow as Macie asks, or lacks the external id. `MISSING_GET_MEMBER_PERMISSION`: Macie may not look whether the account is a member. Else the discovery result is missing, moved or not signed by Macie.',
    check: 'aws macie2 get-reveal-configuration --output json',
    changes: [
      {
        says: 'Follow the reason: narrow the role to what Macie’s page shows, with the external id that Macie gave; or run the discovery again, so that a valid result is there.',
        page: 'https://docs.aws.amazon.com/macie/latest/APIReference/findings-findingid-reveal-availability.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'firewall-scope-region': {
    title: 'Web ACLs for CloudFront are made in us-east-1.',
    means:
      'With the scope `CLOUDFRONT` AWS WAF answers only in us-east-1. The call went to another Region. No policy refused it.',
    changes: [
      {
        says: 'Make the call in us-east-1: in Terraform give the web ACL, its rule groups and its logging a provider for that Region.',
        option: { is: 'added', words: '--region us-east-1' },
        page: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'rule-group-not-subscribed': {
    title: 'The account isn’t subscribed to this managed rule group.',
    means:
      'Rule groups of sellers in AWS Marketplace work only in an account that subscribed to them. No WAF permission replaces that.',
    changes: [
      {
        says: 'Subscribe the account in AWS Marketplace, or leave the rule group out.',
        page: 'https://docs.aws.amazon.com/waf/latest/developerguide/marketplace-managed-rule-groups.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'workflow-kind-not-express': {
    title: 'This call isn’t for this type of state machine.',
    means:
      '`StartSyncExecution` takes only Express workflows; the history and the description of an execution exist only for Standard ones. No permission is missing.',
    check: 'aws stepfunctions describe-state-machine --state-machine-arn <state-machine> --query type --output text',
    changes: [
      {
        says: 'For a Standard workflow use `start-execution`, and for an Express one read its history in CloudWatch Logs. The type can’t be changed later.',
        page: 'https://docs.aws.amazon.com/step-functions/latest/dg/troubleshooting-express-workflows.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'incident-manager-off': {
    title: 'Incident Manager isn’t set up in this account and Region.',
    means:
      'On-call schedules, contacts and plans belong to Incident Manager. Without a replication set it doesn’t know the account. No permission is missing.',
    check: 'aws ssm-incidents list-replication-sets --output json',
    changes: [
      {
        says: 'Let an administrator set Incident Manager up, or leave the account out. If `list-replication-sets` shows a set, call one of its Regions.',
        page: 'https://docs.aws.amazon.com/incident-manager/latest/userguide/getting-started.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'product-not-approved': {
    title: 'The private marketplace doesn’t approve this product.',
    means:
      'An organization with a private marketplace buys only products that its administrator has approved. An IAM Allow doesn’t replace the approval.',
    changes: [
      {
        says: 'Ask the administrator of the private marketplace to approve the product, or request it on its page in AWS Marketplace.',
        page: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/private-marketplace.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'core-network-peering': {
    title: 'Cloud WAN lacks a permission to peer with the transit gateway.',
    means:
      'The peering failed with `MISSING_PERMISSIONS`; `MissingPermissionsContext` beside it names the permission. Peering needs EC2 actions on the transit gateway, which its owner must allow too.',
    check: 'aws networkmanager get-transit-gateway-peering --peering-id <peering> --output json',
    changes: [
      {
        says: 'Look at `MissingPermission` in the peering’s error, and allow that action to whoever creates the peering. A transit gateway of another account must be shared with this one.',
        page: 'https://docs.aws.amazon.com/network-manager/latest/APIReference/API_PeeringError.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'group-of-stack-role': {
    title: 'The stack’s role can’t be assumed, so the group can’t list it.',
    means:
      'A group based on a stack reads the stack’s resources. The role that the stack was made with is gone or no longer assumable.',
    check: 'aws cloudformation describe-stacks --query Stacks[].[StackName,RoleARN] --output json',
    changes: [
      {
        says: 'Create the stack’s role again with its trust in `cloudformation.amazonaws.com`, or give the stack another role with its next update.',
        page: 'https://docs.aws.amazon.com/ARG/latest/APIReference/API_QueryError.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'workload-review-role': {
    title: 'The Well-Architected Tool can’t assume its role for Trusted Advisor.',
    means:
      'For checks of another account the Well-Architected Tool assumes a role of a fixed name there. The role is missing, or its trust policy doesn’t let in `wellarchitected.amazonaws.com` for this workload and its owner’s account.',
    changes: [
      {
        says: 'In the account whose checks are read, create the role `WellArchitectedRoleForTrustedAdvisor-OWNER_ACCOUNT_ID`. It must trust `wellarchitected.amazonaws.com`, with the workload’s ARN as `aws:SourceArn` and its owner’s account as `aws:SourceAccount`. In the owner’s own account, activate Discovery support instead.',
        page: 'https://docs.aws.amazon.com/wellarchitected/latest/userguide/activate-ta-in-iam.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'incident-setup': {
    title: 'Incident Manager isn’t set up in this account.',
    means:
      'Contacts, response plans and incidents need a replication set, which the set-up creates once. Until then calls fail so, whatever is allowed.',
    check: 'aws ssm-incidents list-replication-sets --output json',
    changes: [
      {
        says: 'Create the replication set, in the console by “Get prepared” or with `aws ssm-incidents create-replication-set`. Then repeat the call.',
        page: 'https://docs.aws.amazon.com/incident-manager/latest/userguide/getting-started.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'authority-disabled': {
    title: 'The private CA is disabled.',
    means:
      'The status that you pasted is `DISABLED`: somebody switched the CA off. Until it is active again it issues nothing, whatever the policies allow.',
    changes: [
      {
        says: 'Enable the CA again, or issue from another one.',
        run: 'aws acm-pca update-certificate-authority --certificate-authority-arn <ARN-of-the-CA> --status ACTIVE',
        page: 'https://docs.aws.amazon.com/privateca/latest/userguide/PcaUpdateStatus.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'authority-expired': {
    title: 'The private CA’s own certificate has expired.',
    means:
      'The status that you pasted is `EXPIRED`. A CA whose certificate has expired issues nothing, whatever the policies allow.',
    changes: [
      {
        says: 'Issue and import a new certificate for the CA from its CSR: from its parent CA, or by itself if it is a root.',
        run: 'aws acm-pca get-certificate-authority-csr --certificate-authority-arn <ARN-of-the-CA> --output text',
        page: 'https://docs.aws.amazon.com/privateca/latest/userguide/PcaUpdateStatus.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'web-acl-of-other-scope': {
    title: 'The web ACL is for CloudFront; a regional one is needed.',
    means:
      'A web ACL for CloudFront is global. A load balancer, an API or a user pool takes only a regional web ACL of its own Region; AWS WAF doesn’t find the ID of a CloudFront one there. No permission was refused.',
    changes: [
      {
        says: 'Create a regional web ACL in the load balancer’s or API’s Region, and use its ID or ARN there.',
        page: 'https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'canary-base-reference': {
    title: 'The canary’s role can’t copy its screenshots.',
    means:
      'For visual monitoring the canary copies a screenshot to its base references inside the artifacts bucket. A copy reads the source, which needs `s3:GetObject`; writing alone isn’t enough.',
    changes: [
      {
        says: 'Allow the canary’s role `s3:GetObject` on the objects of its artifacts bucket.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof OPERATIONS_SHAPES, SituationAnswer>>
