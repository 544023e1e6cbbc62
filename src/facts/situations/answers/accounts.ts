import type { ACCOUNTS_SHAPES } from '../shapes/accounts'
import type { SituationAnswer } from '../situation-row'
import { CHANGING_COMMANDS, DECIDING_COMMANDS } from '../deciding-commands'

/** Asks for a certificate that CloudFront takes. */
const REQUEST_CERTIFICATE =
  'aws acm request-certificate --region us-east-1 --domain-name <domain> --validation-method DNS'

/** What organizations, accounts, sign-in and networks answer in words of their own: what is said of each. */
export const ACCOUNTS_ANSWERS = {
  'zone-query-logging': {
    title: 'CloudWatch Logs doesn’t let Route 53 write its query logs.',
    means:
      'Route 53 writes as `route53.amazonaws.com` into a log group in `us-east-1`. A CloudWatch Logs resource policy in that Region must allow it `logs:CreateLogStream` and `logs:PutLogEvents`.',
    check: 'aws logs describe-resource-policies --region us-east-1 --output json',
    changes: [
      {
        says: 'Put a CloudWatch Logs resource policy in `us-east-1` that allows `route53.amazonaws.com` both actions on the log groups.',
        page: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'zone-association': {
    title: 'The zone’s account hasn’t authorized this VPC.',
    means:
      'Across accounts the account that owns the private hosted zone must first authorize the association. No IAM policy of the VPC’s account replaces that.',
    check: 'aws route53 list-vpc-association-authorizations --hosted-zone-id <zone> --output json',
    changes: [
      {
        says: 'With credentials of the zone’s account: authorize the association (`aws_route53_vpc_association_authorization`), then associate from the VPC’s account.',
        run: 'aws route53 create-vpc-association-authorization --hosted-zone-id <zone> --vpc VPCRegion={region},VPCId={vpc}',
        page: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-associate-vpcs-different-accounts.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'zone-vpc-in-another-region': {
    title: 'Most likely the VPC is in another Region than the request names.',
    means:
      'Route 53 looked for {vpc} in {region}, and your text names another Region too. It says the same of a VPC in another Region as of one that isn’t authorized. Within one account no authorization is needed.',
    check: 'aws ec2 describe-vpcs --vpc-ids {vpc} --region {region} --query Vpcs[].VpcId --output text',
    changes: [
      {
        says: 'Give the VPC’s own Region: `vpc_region` in Terraform’s `vpc` block, which otherwise takes the provider’s, `VPCRegion` in the call.',
        page: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_VPC.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'zone-vpc-unusable': {
    title: 'The VPC is in another Region, or its association isn’t authorized.',
    means:
      'Route 53 says this where {vpc} isn’t in {region}, and where it belongs to another account that the zone’s account hasn’t authorized. Within one account no authorization is needed. No IAM policy decides it.',
    check: 'aws ec2 describe-vpcs --vpc-ids {vpc} --region {region} --query Vpcs[].VpcId --output text',
    changes: [
      {
        says: 'See whether the VPC is in that Region. If it isn’t, give its own: `vpc_region` in Terraform, `VPCRegion` in the call. If it belongs to another account, authorize the association with credentials of the zone’s account first.',
        page: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_VPC.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'domain-delegation': {
    title: 'This account has no such domain or hosted zone.',
    means:
      'Route 53 finds a zone or domain only in the account that owns it. Most often it belongs to another account, or its ID or name is mistyped. No policy of this account changes that.',
    check: 'aws route53 list-hosted-zones --query HostedZones[].[Name,Id] --output json',
    changes: [
      {
        says: 'Compare the ID or name with the list. If it belongs to another account, use credentials of that account, or a role there.',
        page: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-working-with.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'certificate-caa': {
    title: 'A DNS CAA record keeps Amazon from issuing the certificate.',
    means:
      'A CAA record lists which authorities may issue for a domain, and Amazon isn’t among them. This is DNS; no IAM policy refused it.',
    check: 'dig CAA <domain> +short',
    changes: [
      {
        says: 'Add the CAA record `0 issue "amazon.com"` (or `amazontrust.com`, `awstrust.com`, `amazonaws.com`) for the domain; for a wildcard name `issuewild`. Then request the certificate again.',
        page: 'https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'certificate-not-of-domain': {
    title: 'CloudFront finds no trusted certificate for the alternate domain name.',
    means:
      'CloudFront wants a certificate of a trusted authority whose names cover each alias; `*.example.com` covers one level, not `example.com`. None is attached, or it covers other names. No permission was refused.',
    check: 'aws acm list-certificates --region us-east-1 --output json',
    changes: [
      {
        says: 'If an issued certificate in the list covers every alias, attach it to the distribution. Otherwise request one in `us-east-1`, and attach it once it’s issued.',
        run: REQUEST_CERTIFICATE,
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html#alternate-domain-names-requirements',
        confirmed: '2026-12-01',
      },
    ],
  },
  'certificate-region': {
    title: 'CloudFront can’t use this certificate.',
    means: 'CloudFront takes certificates only from `us-east-1`, valid and complete. No permission was refused.',
    check: 'aws acm list-certificates --region us-east-1 --output json',
    changes: [
      {
        says: 'Request or import the certificate in `us-east-1`.',
        run: REQUEST_CERTIFICATE,
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'distribution-account-verification': {
    title: 'AWS hasn’t verified the account yet.',
    means: 'A new account is verified before it may use some services. No policy can change that.',
    changes: [
      {
        says: 'Wait some hours. Then open a case with AWS Support, under account and billing.',
        page: 'https://docs.aws.amazon.com/awssupport/latest/user/case-management.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'distribution-account-support': {
    title: 'AWS hasn’t verified the account for CloudFront.',
    means:
      'CloudFront takes new resources only from verified accounts. The message comes as `AccessDenied`, but an administrator gets it too, and no policy changes it.',
    changes: [
      {
        says: 'Open a case with AWS Support, under account and billing, and quote the message. Deploy again once the account is verified.',
        page: 'https://docs.aws.amazon.com/awssupport/latest/user/case-management.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'load-balancer-account': {
    title: 'AWS hasn’t enabled load balancers for this account.',
    means:
      'Some new accounts can’t create load balancers until AWS Support enables them. It’s an account restriction, and no policy changes it.',
    changes: [
      {
        says: 'Open a case with AWS Support and ask to enable Elastic Load Balancing.',
        page: 'https://docs.aws.amazon.com/awssupport/latest/user/case-management.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'trust-document-of-permissions': {
    title: 'The role’s trust policy has a field or action it can’t have.',
    means:
      'A trust policy says who may assume the role: it has a `Principal`, no `Resource`, and only the actions of STS that assume a role, tag its session or name its source. Most often a permissions policy stands in its place. No permission is missing.',
    changes: [
      {
        says: 'If the document says what the role may do, attach it as a permissions policy of the role. If it’s the trust policy, take out `Resource` and every action that isn’t of STS.',
        run: 'aws iam put-role-policy --role-name <role> --policy-name <name> --policy-document file://<document>',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'permission-document-of-trust': {
    title: 'A policy of a user, group or role can’t name a principal.',
    means:
      'Whom it is for follows from where it’s attached. A `Principal` belongs into a trust policy, or into the policy of a resource such as a bucket. No permission is missing.',
    changes: [
      {
        says: 'Leave the `Principal` out. Or put the document where it’s meant for: `update-assume-role-policy` for a trust policy, the resource’s own command for its policy.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'bucket-document-resource': {
    title: 'An ARN in the bucket policy doesn’t fit its bucket or action.',
    means:
      'A bucket policy names only its own bucket. Object actions such as `s3:GetObject` go with `arn:aws:s3:::BUCKET/*`, bucket actions such as `s3:ListBucket` with `arn:aws:s3:::BUCKET`. No permission is missing.',
    changes: [
      {
        says: 'Give each statement the ARN that its actions take, of this bucket. Where it has both kinds of actions, name both ARNs.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'organization-only-management': {
    title: 'Only the management account, or a delegated administrator, may call this.',
    means:
      'Organizations, and services that work for a whole organization, answer most calls only to the management account, and some to delegated administrators. No IAM policy of another account replaces that.',
    check: DECIDING_COMMANDS.organization,
    changes: [
      {
        says: 'Make the call with credentials of the management account.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'Or register this account as a delegated administrator from the management account.',
        run: 'aws organizations register-delegated-administrator --account-id <account> --service-principal <service>.amazonaws.com',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'account-not-delegated': {
    title: 'The account in the call isn’t a delegated administrator.',
    means:
      'The account that the call names isn’t registered as a delegated administrator of this service, or not any more. Who makes the call isn’t what the message means.',
    check: 'aws organizations list-delegated-administrators --output json',
    changes: [
      {
        says: 'Name an account that is in the list. If the call was to take the registration away, nothing is left to do. If the account should be one, register it from the management account.',
        page: 'https://docs.aws.amazon.com/organizations/latest/APIReference/API_DeregisterDelegatedAdministrator.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'stack-set-call-as': {
    title: 'The call isn’t made as the management account or a delegated administrator.',
    means:
      'CloudFormation takes a call for a service-managed stack set as one of the management account, unless `CallAs` says `DELEGATED_ADMIN`. No IAM policy replaces that.',
    changes: [
      {
        says: 'In a delegated administrator’s account set `CallAs` to `DELEGATED_ADMIN`, for the stack set and for its instances: `call_as` in Terraform, `--call-as` in the AWS CLI.',
        option: { is: 'added', words: '--call-as DELEGATED_ADMIN' },
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackSet.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'In any other account make the call with credentials of the management account, or have the account registered as a delegated administrator first.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-delegated-admin.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'delegation-not-seen': {
    title: 'CloudFormation didn’t see that this account is a delegated administrator.',
    means:
      'With `DELEGATED_ADMIN`, CloudFormation looks the account up in the organization with the caller’s own permissions. Without `organizations:ListDelegatedAdministrators` it answers as if the account weren’t registered, as it does where it isn’t.',
    check:
      'aws organizations list-delegated-administrators --service-principal member.org.stacksets.cloudformation.amazonaws.com --output json',
    changes: [
      {
        says: 'Allow the caller `organizations:ListDelegatedAdministrators`, where the account is registered.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-delegated-admin.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'organization-not-in-use': {
    title: 'This account isn’t in an organization.',
    means:
      'The call needs AWS Organizations, and this account is in none, or the credentials are of another account. No policy refused this.',
    check: DECIDING_COMMANDS.callerIdentity,
    changes: [
      {
        says: 'Use credentials of an account in the organization.',
        page: 'https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribeOrganization.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'own-account-named': {
    title: 'The management account may not name itself as the member account.',
    means:
      'With `AccountId` the call is about a member account of the organization. About its own account the management account asks without that parameter, which is the standalone context. No policy changes that.',
    changes: [
      {
        says: 'Leave out `AccountId` where the account is the management account itself.',
        option: { is: 'left out', words: '--account-id' },
        page: 'https://docs.aws.amazon.com/accounts/latest/APIReference/API_ListRegions.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'trusted-access-off': {
    title: 'The service has no trusted access to the organization.',
    means:
      'A service works across an organization only after the management account enables trusted access. It’s an organization setting, not an IAM permission.',
    check: 'aws organizations list-aws-service-access-for-organization --output json',
    changes: [
      {
        says: 'In the management account enable it for the service.',
        run: 'aws organizations enable-aws-service-access --service-principal <service>.amazonaws.com',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'organization-features-off': {
    title: 'The organization hasn’t enabled all features.',
    means:
      'The organization has consolidated billing alone. Trusted access, policies and sharing across the organization need all features. No IAM policy replaces that.',
    check: 'aws organizations describe-organization --query Organization.FeatureSet --output text',
    changes: [
      {
        says: 'Ask an administrator of the management account to enable all features. Invited accounts have to approve it, and it can’t be undone.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'sharing-external-accounts': {
    title: 'This resource share takes no accounts outside your organization.',
    means:
      'The account isn’t in your organization, and the share doesn’t allow external principals. Some resource types can’t be shared outside an organization at all.',
    check: DECIDING_COMMANDS.resourceShares,
    changes: [
      {
        says: 'See whether the account’s id is right, and whether the account should be in your organization. If it should, invite it first.',
        page: 'https://docs.aws.amazon.com/ram/latest/APIReference/API_UpdateResourceShare.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'Only if the share is meant for accounts outside: allow external principals on it. Every account that is added then gets an invitation.',
        run: 'aws ram update-resource-share --resource-share-arn <ARN of the resource share> --allow-external-principals',
        page: 'https://docs.aws.amazon.com/ram/latest/APIReference/API_UpdateResourceShare.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'quota-template-organization': {
    title: 'Service Quotas may not call Organizations for you.',
    means:
      'For its template Service Quotas calls Organizations and IAM with the caller’s permissions. Those of `servicequotas` alone aren’t enough; the call is made in the management account.',
    changes: [
      {
        says: 'Allow the caller `organizations:DescribeOrganization` and `organizations:ListAWSServiceAccessForOrganization`. The first time also `organizations:EnableAWSServiceAccess` and `iam:CreateServiceLinkedRole`, for `servicequotas.amazonaws.com` alone: the managed policy `ServiceQuotasFullAccess` has all of them.',
        page: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ServiceQuotasFullAccess.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'sharing-outside': {
    title: 'AWS RAM can’t share this with that account or organization.',
    means:
      'Sharing inside an organization must be turned on once by the management account. A share that stays inside the organization takes no account outside it, and some resource types never do.',
    check: DECIDING_COMMANDS.resourceShares,
    changes: [
      {
        says: 'If the other account is in your organization, turn sharing on with the organization, in the management account. If it’s outside, look whether this resource type can be shared there at all.',
        run: 'aws ram enable-sharing-with-aws-organization',
        page: 'https://docs.aws.amazon.com/ram/latest/APIReference/API_EnableSharingWithAwsOrganization.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'control-tower-role': {
    title: 'Control Tower can’t assume its role in the account.',
    means:
      'Control Tower enrolls an account with the role `AWSControlTowerExecution`, which must exist there, trust the management account, and have `AdministratorAccess`.',
    check: 'aws iam get-role --role-name AWSControlTowerExecution --output json',
    changes: [
      {
        says: 'If the role is missing in the member account, create it there with a trust policy for the management account, then enroll again. If it’s there, it trusts the management account alone: call with credentials of that account.',
        page: 'https://docs.aws.amazon.com/controltower/latest/userguide/enroll-manually.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'permission-set-assignment': {
    title: 'You aren’t assigned this permission set in this account.',
    means:
      'IAM Identity Center hands out credentials only for an account and permission set that are assigned to you. A wrong `sso_account_id` or `sso_role_name` in the profile gives the same message.',
    check: 'aws configure get sso_account_id --profile {profile}',
    changes: [
      {
        says: 'Compare `sso_account_id` and `sso_role_name` of the profile with your access portal. Otherwise ask an administrator of IAM Identity Center to assign the permission set to you.',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/troubleshooting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'sso-session-expired': {
    title: 'Your IAM Identity Center sign-in is missing or has expired.',
    means: 'The CLI or SDK has no valid sign-in token any more. No policy was evaluated.',
    changes: [
      {
        says: 'Sign in again, with the same profile.',
        run: CHANGING_COMMANDS.signIn,
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'sso-session-unread': {
    title: 'The program doesn’t find the sign-in that the AWS CLI has.',
    means:
      'The AWS CLI names the file of a sign-in after the profile’s `sso_session`. AWS SDK for Go v1, whose error this is, names it after the start URL, so it finds none, however fresh the sign-in is. No policy was evaluated.',
    changes: [
      {
        says: 'Give the program the credentials that the CLI has: run what this prints in its shell.',
        run: 'aws configure export-credentials --profile {profile} --format env',
        page: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'For good: update the program to a version that reads `sso_session`; the S3 backend of Terraform does from 1.6 on. Or write `sso_start_url` and `sso_region` into the profile itself in place of `sso_session`, and sign in again.',
        page: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'role-session-duration': {
    title: 'The session is longer than the role allows.',
    means: 'A role has a maximum session duration. It’s a limit in the request, not a missing permission.',
    check: 'aws iam get-role --role-name {assumedRole} --query Role.MaxSessionDuration --output text',
    changes: [
      {
        says: 'Ask for a shorter session, or raise the role’s maximum.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'chained-role-duration': {
    title: 'A role assumed with a role’s credentials lasts an hour at most.',
    means:
      'That is role chaining, and no maximum session duration of a role lengthens it. It’s a limit in the request, not a missing permission.',
    changes: [
      {
        says: 'Ask for one hour or less. For longer work assume the role again before it ends, as tools do with a profile that has `source_profile`.',
        option: { is: 'added', words: '--duration-seconds 3600' },
        page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'roles-not-by-root': {
    title: 'The root user can’t assume a role.',
    means: 'No policy can change that: AWS refuses root credentials for `sts:AssumeRole`.',
    changes: [
      {
        says: 'Call as an IAM user, from IAM Identity Center, or from another role.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'role-parameter-empty': {
    title: 'The call passes an empty role ARN.',
    means:
      'The request names the role with an empty string. The service compares the account in that ARN with yours, finds none, and says that the role is of another account. No policy decides this.',
    changes: [
      {
        says: 'Leave the role parameter out of the call, or give it the ARN of a role in this account. In a template use no value instead of an empty string.',
        page: 'https://github.com/hashicorp/terraform-provider-aws/issues/30645',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'pass-role-across-accounts': {
    title: 'A role can only be passed within its own account.',
    means:
      'The role in the call belongs to another account than the credentials. No policy allows that, nor the role’s trust policy. Often the profile is the wrong one, or the ARN was copied.',
    check: DECIDING_COMMANDS.callerIdentity,
    changes: [
      {
        says: 'Name a role of this account, or call with credentials of the role’s account.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'pipeline-passes-role-across-accounts': {
    title: 'A role can only be passed within its own account.',
    means:
      'An action of a pipeline that has no role of its own calls as the pipeline’s role, in the pipeline’s account. From there no policy allows passing a role of another account, nor does the trust policy of that role.',
    check: 'aws codepipeline get-pipeline --name {pipeline} --output json',
    changes: [
      {
        says: 'Set the `roleArn` of the action itself to a role in the account that it deploys to. That role has to trust the pipeline’s account and needs `iam:PassRole` on the role that CloudFormation uses; the pipeline’s role needs `sts:AssumeRole` on it.',
        page: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-create-cross-account.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'clock-skew': {
    title: 'AWS rejects the time of the signature: check the clock.',
    means:
      'A signature is valid for some minutes around its time, with S3 for 15. Most often the clock of the machine, container or VM that signs is off, as after a laptop’s sleep. A request that is sent minutes after it was signed fails the same way.',
    check: 'date -u',
    changes: [
      {
        says: 'Set the clock with NTP (restart Docker Desktop or WSL, whose clock can stand still), then retry. If the clock is right, sign the request right before it’s sent.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'presigned-url-expired': {
    title: 'The presigned URL has expired or is too long-lived.',
    means:
      'A presigned URL ends with its own time, at most seven days, or with the credentials that signed it, if they end sooner. No policy was evaluated.',
    changes: [
      {
        says: 'Sign a new URL, with credentials that last long enough.',
        run: 'aws s3 presign s3://{bucket}/{key} --expires-in 3600',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'presigned-url-headers': {
    title: 'S3 can’t use the signature of this URL as it was sent.',
    means:
      'A presigned URL holds for one method and its signed headers. An added header such as `x-amz-acl`, a second `Authorization` header, or a URL that lost some of its parameters makes S3 reject it before any policy.',
    changes: [
      {
        says: 'Send exactly the method and headers that were signed, or sign the URL again with them. Remove the `Authorization` header. In a shell put the URL in quotes: a bare `&` cuts it off.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'body-not-hashed': {
    title: 'CloudFront’s signature doesn’t fit the request that the origin gets.',
    means:
      'With origin access control CloudFront signs the request to the origin, for the origin’s own host. Usual causes are a `POST` or `PUT` to a Lambda function URL without the body’s hash, and a viewer’s `Host` or `Authorization` header that is passed on. No key of yours is in it.',
    changes: [
      {
        says: 'To a Lambda function URL send the SHA-256 of the body, in hexadecimal, as `x-amz-content-sha256` with every `POST` or `PUT`.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html',
        confirmed: '2026-12-02',
      },
      {
        says: 'If `GET` fails too, set the origin request policy `AllViewerExceptHostHeader`, and don’t pass the viewer’s `Authorization` header on.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'secret-key-wrong': {
    title: 'The secret access key is wrong, or the request changed after signing.',
    means:
      'AWS computed another signature. Most often the secret key was copied wrong: an extra character, such as the `%` of a shell prompt, or a missing one. Or it belongs to another access key. A proxy, another Region or service name, or an encoded path does the same. No policy was evaluated.',
    changes: [
      {
        says: 'Run this with the same credentials. If it fails too, enter the access key and secret key again, both from the same place, without extra characters.',
        run: DECIDING_COMMANDS.callerIdentity,
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'If it works, the keys are right: compare Region, service, path and headers of the failing request with what was signed.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'signed-for-another-region': {
    title: 'The request was signed for another Region or service.',
    means: 'A signature names its Region and service, and they must be those of the endpoint. Nothing was evaluated.',
    changes: [
      {
        says: 'Set the Region of the client to the endpoint’s, and the service name to the API’s.',
        option: { is: 'added', words: '--region <Region>' },
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'signature-version-old': {
    title: 'This Region accepts only Signature Version 4.',
    means:
      'The request or presigned URL was signed with version 2, as old SDKs and tools do. Regions opened since 2014 take version 4 alone. No policy was evaluated.',
    changes: [
      {
        says: 'Sign with version 4: update the SDK or tool, and name the bucket’s Region. In boto3 set `signature_version` to `s3v4`, in the old JavaScript SDK `signatureVersion` to `v4`.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'region-behind-credentials': {
    title: 'Most likely this Region isn’t enabled for the account.',
    means:
      'A Region that the account hasn’t enabled doesn’t know its credentials, though other Regions accept them. No policy was evaluated.',
    check: DECIDING_COMMANDS.enabledRegions,
    changes: [
      {
        says: 'Check whether the Region is enabled, and enable it if it isn’t. It takes minutes to hours.',
        run: CHANGING_COMMANDS.enableRegion,
        page: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'Where it is enabled: take the session from that Region’s STS endpoint. A token of the global endpoint isn’t valid there.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'clock-behind-credentials': {
    title: 'Most likely the clock of this machine is wrong.',
    means:
      'EC2 gives this message too where the time of the signature is off. A clock can stand still while a laptop sleeps, in WSL, in Docker Desktop and in a VM. Keys that work elsewhere are right. No policy was evaluated.',
    check: 'curl -sI https://sts.amazonaws.com',
    changes: [
      {
        says: 'Compare the `Date` that AWS sends with `date -u` here. If they are minutes apart, set the clock: with NTP, in WSL with `sudo hwclock -s` or `wsl --shutdown`.',
        run: 'date -u',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'If the clock is right, look which credentials are used here: old ones in environment variables come before a profile.',
        run: DECIDING_COMMANDS.configuration,
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-configure.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'header-breaks-signature': {
    title: 'Most likely a header isn’t sent as it was signed.',
    means:
      'The same keys pass without that part of the request, so the keys, the clock and the permissions are right. AWS calculates the signature again from the request that arrives: a signed header that is missing or has another value breaks it. No policy was evaluated.',
    changes: [
      {
        says: 'Compare the canonical request that AWS prints with what was signed. Then send that header exactly as it was signed, or leave it out of both. A presigned URL has to be created with the headers that are sent with it.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'presigned-content-type': {
    title: 'Most likely another Content-Type was sent than was signed.',
    means:
      'By `X-Amz-SignedHeaders` the URL was signed with a `Content-Type`, so the request has to carry the same one. Browsers, axios and curl choose one by themselves. No policy was evaluated.',
    changes: [
      {
        says: 'Compare the `content-type` in S3’s `CanonicalRequest`, which is what it received, with the one that the program signs. Set the signed one as the header of the upload, or sign without it. If both are the same, compare the method and the other headers.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'presigned-url-differs': {
    title: 'AWS calculates another signature for this presigned URL.',
    means:
      'Most often the request isn’t the one that was signed: another method, a `Content-Type` or other header, or a URL that was cut off or encoded again. Otherwise it was signed with a wrong secret key, Region or host. No policy was evaluated.',
    changes: [
      {
        says: 'Send the method that was signed, and exactly the headers that `X-Amz-SignedHeaders` lists. Leave out a `Content-Type` that the client adds, or sign the URL with it.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'Use the URL as it was returned, in a shell in quotes, and sign it for the bucket’s Region. If it still fails, check the secret key of the program that signs: this command tries it.',
        run: DECIDING_COMMANDS.callerIdentity,
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'signature-changed-on-the-way': {
    title: 'Most likely these keys, or the request, aren’t the same here.',
    means:
      'Keys that work elsewhere are right, so here the secret key or the request differs: a secret that lost a character (`/`, `+`, a line break), a proxy that changes headers, or another Region or service in the signature. A wrong clock has a message of its own. No policy was evaluated.',
    changes: [
      {
        says: 'Look where the secret key comes from here, and set it again without quotes or line breaks: it has 40 characters. An old one in an environment variable comes before a profile.',
        run: DECIDING_COMMANDS.configuration,
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'Make the call once without the proxy, and compare the Region and the service of the signature with the address.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'older-token-in-use': {
    title: 'Most likely an older token is still in use here.',
    means:
      'AWS got a token that has ended, so the new one isn’t the one that was sent. Environment variables come before a profile, and a running program keeps what it read. No policy was evaluated.',
    changes: [
      {
        says: 'Look where the credentials come from. Unset `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, name the profile, and start the program again.',
        run: DECIDING_COMMANDS.configuration,
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-configure.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'credentials-not-validated': {
    title: 'EC2 doesn’t accept these credentials.',
    means:
      'Most often the key is unknown, inactive or without its session token, or the secret key is wrong. A wrong clock gives the same message, and so does a Region that the account hasn’t enabled. No policy was evaluated.',
    check: DECIDING_COMMANDS.enabledRegions,
    changes: [
      {
        says: 'Run this with the same credentials. If it fails too, check the clock, and set access key, secret key and session token again, all from the same place.',
        run: DECIDING_COMMANDS.callerIdentity,
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If it works, check that the Region is enabled for the account, and enable it if it isn’t.',
        run: CHANGING_COMMANDS.enableRegion,
        page: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'session-keys-refused-by-iam': {
    title: 'IAM doesn’t take these temporary keys.',
    means:
      'Keys of `GetSessionToken` work with IAM only if an MFA code made them, and with STS only for `AssumeRole` and `GetCallerIdentity`. Keys of `GetFederationToken` never work with IAM through the CLI or API. Other services take them, so the keys are fine.',
    changes: [
      {
        says: 'Get the session again with the code of an MFA device, or call IAM with a role that you assume.',
        run: 'aws sts get-session-token --serial-number <ARN of the MFA device> --token-code <code of the MFA device>',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'session-token-missing': {
    title: 'AWS doesn’t know this access key, or the session token is missing.',
    means:
      'Temporary keys (they begin with `ASIA`) need their session token. Other reasons: the key was deleted, belongs to another partition, or an old one in the environment comes first. In an opt-in Region a token from the global STS endpoint isn’t known. No policy was evaluated.',
    check: DECIDING_COMMANDS.configuration,
    changes: [
      {
        says: 'Set all three values from the same credentials: access key, secret key, session token. Unset old environment variables.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'In an opt-in Region: enable it, and take the session from that Region’s STS endpoint.',
        run: 'aws account list-regions --output json',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'role-keys-without-token': {
    title: 'The program passes a role’s keys without their session token.',
    means:
      'In Lambda, and wherever a role gives the credentials, the keys in the environment are temporary and valid only with `AWS_SESSION_TOKEN`. What you pasted passes access key and secret key without it. No policy was evaluated.',
    changes: [
      {
        says: 'Pass no keys: the SDK reads all three values from the environment by itself. If they must be passed, pass `AWS_SESSION_TOKEN` as the session token too.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'role-arn-without-account': {
    title: 'The role’s ARN has no account ID.',
    means:
      'The ARN that was sent begins with `arn:aws:iam:::role/`: the variable that should hold the account ID is empty where the command runs. STS refused the ARN before it looked for a role or a policy.',
    changes: [
      {
        says: 'Set the variable for this job, or write the account ID into the ARN. In a CI system see whether the variable is kept for protected branches or one environment: then a job elsewhere doesn’t get it.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'credentials-of-dependabot': {
    title: 'A run that Dependabot started gets no secrets of GitHub Actions.',
    means:
      'GitHub gives such runs the secrets of Dependabot alone, and a token that reads only. The keys in the workflow’s inputs are empty; AWS wasn’t asked.',
    changes: [
      {
        says: 'Add the same names as secrets of Dependabot, or leave the AWS steps out of its runs.',
        run: 'gh secret list --app dependabot',
        page: 'https://docs.github.com/en/code-security/dependabot/working-with-dependabot/automating-dependabot-with-github-actions',
        confirmed: 'unconfirmed',
      },
      {
        says: 'With OIDC instead of keys the job needs `permissions: id-token: write`, also in these runs.',
        page: 'https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'token-file-unreadable': {
    title: 'The container may not read its own token file.',
    means:
      'This is a permission of a file, said by the operating system: the token belongs to root, and the program runs as another user. Neither STS nor the service was asked.',
    check: 'kubectl get pod <pod> --namespace <namespace> --output jsonpath={.spec.securityContext}',
    changes: [
      {
        says: 'Set `fsGroup` in the pod’s `securityContext` to a group of the program’s user, for example `fsGroup: 65534`, and start the pod again. No policy needs a change.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-configuration.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'token-module-missing': {
    title: 'The Java program lacks the SDK’s module for STS.',
    means:
      'AWS SDK for Java 2.x exchanges a web identity token for the credentials of its role only with the module `sts`. Without it the chain goes on and ends with the instance’s metadata. AWS wasn’t asked: the role, its trust policy and the hop limit aren’t the cause.',
    changes: [
      {
        says: 'Add the dependency `software.amazon.awssdk:sts` in the version of the SDK’s other modules, and deploy again.',
        page: 'https://docs.aws.amazon.com/java/api/latest/software/amazon/awssdk/auth/credentials/WebIdentityTokenFileCredentialsProvider.html',
        confirmed: '2026-12-03',
      },
    ],
  },
  'ambient-credentials-off': {
    title: 'cert-manager may not use its own role for this issuer.',
    means:
      'Unless its flags say otherwise, cert-manager uses ambient credentials, such as those of its service account’s role, for a ClusterIssuer and not for a namespaced Issuer. This issuer names no credentials of its own, so AWS wasn’t called: no policy is the cause.',
    changes: [
      {
        says: 'Use a ClusterIssuer, or give the Issuer credentials of its own: under `route53` a `role` with `auth.kubernetes.serviceAccountRef`.',
        page: 'https://cert-manager.io/docs/configuration/acme/dns01/route53/',
        confirmed: 'unconfirmed',
      },
      {
        says: 'Or start the controller with `--issuer-ambient-credentials=true`. Then whoever may create an Issuer in any namespace can use cert-manager’s role.',
        page: 'https://cert-manager.io/docs/configuration/acme/dns01/route53/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'credentials-without-home': {
    title: 'The program found no credentials, as it has no home directory.',
    means:
      'Without `HOME` Fluent Bit doesn’t look for `~/.aws/credentials`, and no other source gave it any. A systemd service without `User=` usually has no `HOME`, while your shell has one. Nothing was signed or sent, so no policy was asked.',
    changes: [
      {
        says: 'Under `[Service]` of the unit set `Environment=AWS_SHARED_CREDENTIALS_FILE=<path>` to the file’s full path. Then restart it.',
        run: 'sudo systemctl edit <unit>',
        page: 'https://docs.fluentbit.io/manual/administration/aws-credentials',
        confirmed: 'unconfirmed',
      },
      {
        says: 'On EC2, ECS or EKS give it a role instead.',
        page: 'https://docs.fluentbit.io/manual/administration/aws-credentials',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'credentials-missing': {
    title: 'The program found no AWS credentials.',
    means:
      'The request never reached AWS. No profile, environment variable, role or web identity gave the program credentials.',
    check: DECIDING_COMMANDS.configuration,
    changes: [
      {
        says: 'Name the profile or sign in; on EC2, ECS, EKS or Lambda give the workload a role. In GitHub Actions the job needs `permissions: id-token: write`.',
        run: CHANGING_COMMANDS.signIn,
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-quickstart.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'sign-in-proof-expired': {
    title: 'The token or SAML response for the role has expired.',
    means:
      'STS checks the time in what the identity provider issued before it looks at any policy. This one is past it, or the clock of the provider is wrong.',
    changes: [
      {
        says: 'Get a new token or SAML response from the provider right before the call. Don’t keep an old one in a variable or a file.',
        page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'request-too-late': {
    title: 'The request’s time or its credentials have expired.',
    means:
      'The service got the request more than 15 minutes away from its date, or with temporary credentials that have ended. No policy was evaluated.',
    check: DECIDING_COMMANDS.callerIdentity,
    changes: [
      {
        says: 'Get new credentials if they are temporary: sign in again or assume the role again. Otherwise set the clock of the machine that signs.',
        run: CHANGING_COMMANDS.signIn,
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/CommonErrors.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'region-not-set': {
    title: 'The program doesn’t know which Region to call.',
    means: 'No Region is set, so nothing was sent to AWS and nothing was refused.',
    changes: [
      {
        says: 'Set the Region of the profile, or the variable `AWS_REGION`, or the option of the call.',
        run: 'aws configure set region {region}',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'metadata-wants-token': {
    title: 'The instance’s metadata service refused the program.',
    means:
      'The instance answers only requests with a session token (IMDSv2). An old SDK sends none, and in a container the token may not come back within one network hop. AWS was not asked for anything else.',
    changes: [
      {
        says: 'Update the SDK or CLI. In a container allow two hops.',
        run: CHANGING_COMMANDS.hopLimit,
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'not-a-signature': {
    title: 'The Authorization header isn’t an AWS signature.',
    means:
      'The header was read as a signature, and a Bearer token is none. API Gateway does that for a path or method that isn’t deployed on this stage, and for a method with IAM authorization: the token can be fine. No policy was evaluated.',
    changes: [
      {
        says: 'Compare path, method and stage with what is deployed, and deploy the stage after a change. If they are right, look at the method’s authorization: sign the request for IAM, or give the method the authorizer that takes the token.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-use-postman-to-call-api.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'browser-cors': {
    title: 'The browser blocked the answer because of CORS.',
    means:
      'The answer has no header that lets this page’s origin read it. No IAM policy decides that. What was refused carries no such header either, so the call itself can have failed.',
    changes: [
      {
        says: 'Call the address once without a browser, for example with `curl -i`. If it answers, allow the page’s origin in the CORS settings of the bucket or API. If it’s refused, paste that error.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors-troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'credentials-expired': {
    title: 'The credentials have expired.',
    means: 'Temporary credentials end with their session. No policy was evaluated.',
    changes: [
      {
        says: 'Sign in again, or assume the role again, and use the new credentials.',
        run: CHANGING_COMMANDS.signIn,
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'In a long job, let the SDK refresh the credentials instead of exporting them as variables.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'service-sign-up': {
    title: 'The account isn’t activated for this service yet.',
    means:
      'AWS activates the services of a new account once its payment method is verified. A Region that isn’t enabled answers the same. No policy replaces either.',
    check: DECIDING_COMMANDS.enabledRegions,
    changes: [
      {
        says: 'Complete the account’s sign-up as the root user: payment method, identity check, support plan. Then wait up to a day, or ask AWS Support.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If other Regions work, enable this one.',
        run: CHANGING_COMMANDS.enableRegion,
        page: 'https://docs.aws.amazon.com/accounts/latest/reference/API_EnableRegion.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'region-not-enabled': {
    title: 'The Region or the service isn’t enabled for this account.',
    means:
      'Newer Regions must be enabled for the account first, and some services need a subscription. No policy can replace that.',
    check: DECIDING_COMMANDS.enabledRegions,
    changes: [
      {
        says: 'Enable the Region, which takes minutes to hours, or call another Region.',
        run: CHANGING_COMMANDS.enableRegion,
        page: 'https://docs.aws.amazon.com/accounts/latest/reference/API_EnableRegion.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'account-blocked-now': {
    title: 'AWS has blocked, suspended or closed the account.',
    means:
      'AWS refuses every call of such an account, most often for an open bill or a security review. No policy can change it.',
    changes: [
      {
        says: 'Look for AWS’s e-mails to the root user’s address, pay open bills, and open a case with AWS Support.',
        page: 'https://docs.aws.amazon.com/awssupport/latest/user/case-management.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'billing-activation': {
    title: 'This user or role may not open billing in this account.',
    means:
      'Billing and Cost Explorer pages need two things: the account setting "IAM user and role access to Billing information", which only the root user turns on, and an IAM Allow. A management account can also hide them from members.',
    changes: [
      {
        says: 'If administrators can’t open billing either, sign in as the root user, open Account, and activate IAM access to billing: no IAM policy can do that.',
        page: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'If the caller’s policies don’t allow it: allow the `billing`, `ce` and `payments` actions.',
        page: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'cost-explorer-off': {
    title: 'Cost Explorer is off, hidden or still empty for this account.',
    means:
      'Cost Explorer must be enabled once, and the management account decides whether member accounts see it. An IAM Allow alone doesn’t help. Data takes up to 24 hours.',
    changes: [
      {
        says: 'In the management account open Cost Explorer once in the console, which enables it, and let member accounts see it in its preferences. No API call enables it.',
        page: 'https://docs.aws.amazon.com/cost-management/latest/userguide/ce-enable.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'support-plan-of-organization': {
    title: 'AWS Health’s view of the organization needs a paid support plan.',
    means:
      'Calls of AWS Health that end in `ForOrganization` read the view of the whole organization. AWS Health answers its API only for accounts with a paid support plan. The management account turns this view on, so most likely its plan counts. No policy replaces the plan.',
    changes: [
      {
        says: 'Check the support plan of the management account and of the account that calls: a Business plan or higher. Without one the console of AWS Health still shows this view. Or use the calls for one account, for example `DescribeEvents`, in accounts that have such a plan.',
        page: 'https://docs.aws.amazon.com/health/latest/APIReference/API_EnableHealthServiceAccessForOrganization.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'support-plan': {
    title: 'This API needs a paid support plan.',
    means:
      'The APIs of Support, Trusted Advisor and Health answer only accounts with a Business, Enterprise On-Ramp or Enterprise plan, or its successor. No policy replaces it.',
    changes: [
      {
        says: 'Use the console, or choose a plan with API access. Health’s events also come through EventBridge (source `aws.health`), without a plan.',
        page: 'https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'support-center-actions': {
    title: 'Support Center needs IAM permissions.',
    means:
      'By default an IAM identity can’t use Support Center. The console checks `support` actions for it, whatever the support plan is.',
    changes: [
      {
        says: 'Attach `AWSSupportAccess` to the user or role.',
        page: 'https://docs.aws.amazon.com/awssupport/latest/user/accessing-support.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'hosted-zone-elsewhere': {
    title: 'This account has no hosted zone with that ID.',
    means:
      'Route 53 looks for the zone in the account whose credentials are used. A zone of another account is changed with credentials of that account: it has no policy that could let others in.',
    changes: [
      {
        says: 'Make the call with a role of the account that owns the zone. If the zone is this account’s, correct its ID.',
        run: DECIDING_COMMANDS.callerIdentity,
        page: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'marketplace-terms': {
    title: 'The Marketplace product’s terms aren’t accepted.',
    means:
      'An image, model or other product of AWS Marketplace needs a subscription of this account first. No permission is missing.',
    changes: [
      {
        says: 'Open the product’s page in AWS Marketplace, subscribe with this account and accept the terms. Then make the call again.',
        page: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-getting-started.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'console-root-required': {
    title: 'Only the root user can do this.',
    means: 'A few account tasks need the root user, whatever an IAM policy allows.',
    changes: [
      {
        says: 'Sign in as the root user for this task, or use centralized root access from the management account.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'roles-anywhere-certificate': {
    title: 'IAM Roles Anywhere doesn’t accept the client certificate.',
    means:
      'The certificate must be X.509 v3 with the key usage `digitalSignature` and `CA:FALSE`, valid today, and issued by the trust anchor’s CA. A CA in between must be sent along. No policy was evaluated.',
    check: 'openssl x509 -in <certificate> -noout -text',
    changes: [
      {
        says: 'Look at `Key Usage`, `Basic Constraints`, issuer and dates of the client certificate. If `Digital Signature` is missing, issue it again with `keyUsage = digitalSignature` and `CA:FALSE`.',
        page: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If a CA in between issued it, send that CA’s certificate with `--intermediates`.',
        page: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'roles-anywhere-session-name': {
    title: 'The Roles Anywhere profile accepts no session name of your own.',
    means:
      'A profile accepts a custom `roleSessionName` only if `acceptRoleSessionName` is on; by default it’s off, and the session is named for the certificate’s serial number. No trust policy or IAM policy refused this.',
    check: 'aws rolesanywhere list-profiles --output json',
    changes: [
      {
        says: 'Turn it on for the profile, or leave the session name out of the call.',
        run: 'aws rolesanywhere update-profile --profile-id <profile id> --accept-role-session-name',
        page: 'https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_CreateProfile.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'roles-anywhere-session': {
    title: 'IAM Roles Anywhere doesn’t accept the client certificate.',
    means:
      'The certificate must be valid today, not revoked, and chain to the trust anchor’s CA; a CA in between must be sent along, with `--intermediates`. The trust anchor in the call must be the one of that CA.',
    check: 'aws rolesanywhere list-profiles --output json',
    changes: [
      {
        says: 'Check the certificate’s issuer and dates against the trust anchor. After that the profile must name the role, and the role must allow `rolesanywhere.amazonaws.com` `sts:AssumeRole`, `sts:TagSession` and `sts:SetSourceIdentity`.',
        page: 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'saml-session-name': {
    title: 'The SAML response has no valid name for the session.',
    means:
      'The attribute `https://aws.amazon.com/SAML/Attributes/RoleSessionName` must have 2 to 64 characters: letters, digits and `_+=,.@-`, without spaces. The identity provider sends none, or another. No role and no policy was looked at.',
    changes: [
      {
        says: 'In the identity provider, fill `RoleSessionName` with a value of that form for every user, for example the email address or the login name in place of the full name.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'saml-metadata-old': {
    title: 'The provider in IAM has another signing certificate.',
    means:
      'STS checks the signature of the SAML response with the metadata of the identity provider in IAM. They differ, as after the provider’s certificate was renewed. No trust policy was evaluated.',
    check: 'aws iam list-saml-providers --output json',
    changes: [
      {
        says: 'Download the current metadata from the identity provider and update the SAML provider in IAM with it. Do it in each account that has one.',
        run: 'aws iam update-saml-provider --saml-provider-arn <ARN of the provider> --saml-metadata-document file://metadata.xml',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'saml-issuer-differs': {
    title: 'The SAML response is from another issuer than IAM knows.',
    means:
      'The response’s `Issuer` isn’t the `entityID` in the metadata that the SAML provider in IAM was made with. The response may name the wrong provider, or the metadata is of another application. No trust policy was evaluated.',
    check: 'aws iam list-saml-providers --output json',
    changes: [
      {
        says: 'Compare the `Issuer` of the response with the metadata. Name the right provider in the `Role` attribute, or update the SAML provider with the metadata of this application.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'saml-assertion': {
    title: 'AWS doesn’t accept the SAML sign-in.',
    means:
      'The assertion must carry the ARNs of role and provider as a pair and a `RoleSessionName`. Its signature must fit the provider’s metadata, and the role must trust the provider for `sts:AssumeRoleWithSAML`.',
    check: 'aws iam list-saml-providers --output json',
    changes: [
      {
        says: 'Compare the pair in the `Role` attribute with the role’s trust policy. Update the provider’s metadata if its certificate changed.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'saml-at-other-partition': {
    title: 'Most likely the sign-in went to another partition’s STS.',
    means:
      'Each partition has an STS and an IAM of its own. The STS of the commercial Regions doesn’t know a SAML provider of `aws-us-gov` or `aws-cn`, and that is where a program asks if its Region is not set. If the console sign-in works, provider, metadata and trust policy are fine.',
    check: 'aws iam list-saml-providers --output json',
    changes: [
      {
        says: 'Set the program’s Region to one of the role’s partition, in its profile for this account or as `AWS_REGION`: for example `us-gov-west-1` for `aws-us-gov`, `cn-north-1` for `aws-cn`. Then sign in again.',
        page: 'https://docs.aws.amazon.com/general/latest/gr/sts.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'vpc-peering-account': {
    title: 'This side of the connection belongs to another account.',
    means:
      'Each side of a peering connection or attachment is accepted and changed only by the account that owns it, in its Region.',
    check: 'aws ec2 describe-vpc-peering-connections --output json',
    changes: [
      {
        says: 'Make the call with credentials of the account that owns that side. To accept, use those of the accepter, in its Region.',
        run: 'aws ec2 accept-vpc-peering-connection --vpc-peering-connection-id {peering}',
        page: 'https://docs.aws.amazon.com/vpc/latest/peering/create-vpc-peering-connection.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'edge-function-unusable': {
    title: 'CloudFront can’t run the function of this distribution.',
    means: 'The version is gone or broken, or the function’s role doesn’t trust `edgelambda.amazonaws.com`.',
    changes: [
      {
        says: 'Check that the version exists in us-east-1. Then name `lambda.amazonaws.com` and `edgelambda.amazonaws.com` in the trust policy of its role.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'firewall-blocked': {
    title: 'CloudFront or AWS WAF refused the request.',
    means:
      'A WAF rule, a geographic restriction, the method or the host name is the reason, or the origin answered 403. No IAM policy of the caller decides.',
    check:
      'aws wafv2 get-sampled-requests --web-acl-arn <web ACL> --rule-metric-name <rule> --scope CLOUDFRONT --time-window StartTime=<start>,EndTime=<end> --max-items 50 --region us-east-1',
    changes: [
      {
        says: 'Find the rule in WAF’s sampled requests or logs, and change that rule. If the origin is S3, check the bucket policy for the distribution.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'distribution-origin-unreached': {
    title: 'CloudFront got no usable answer from the origin or edge function.',
    means:
      'Most often the origin is down or too slow, its name doesn’t resolve, its firewall keeps CloudFront out, or its certificate doesn’t fit the name. A Lambda@Edge function that fails or is throttled gives such a page too. No IAM policy and no WAF rule refused this.',
    check: 'curl -sSvo /dev/null https://<origin>/',
    changes: [
      {
        says: 'Call the origin directly, with the port and protocol that the distribution uses for it. Then correct what fails: the name, the certificate, the firewall or the server.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'signed-url-required': {
    title: 'CloudFront wants a signed URL or signed cookies.',
    means:
      'The behavior restricts viewers to signed requests, and CloudFront doesn’t take the signature of this one, or it has none. No IAM policy was evaluated.',
    changes: [
      {
        says: 'Sign the URL with a key of the behavior’s trusted key group. If viewers should need no signature, that’s a setting of the behavior.',
        run: 'aws cloudfront sign --url <URL> --key-pair-id <key pair id> --private-key file://key.pem --date-less-than <end>',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'signed-request-without-key': {
    title: 'CloudFront wants a signed URL or signed cookies.',
    means:
      'The behavior restricts viewers to signed requests, and this one has no `Key-Pair-Id`, in its URL or as a cookie. CloudFront decides it before it asks the origin: no bucket policy and no IAM policy was evaluated.',
    changes: [
      {
        says: 'Sign the URL with a key of the behavior’s trusted key group, or see that the browser sends the cookie `CloudFront-Key-Pair-Id`. If viewers should need no signature, that’s a setting of the behavior.',
        run: 'aws cloudfront sign --url <URL> --key-pair-id <key pair id> --private-key file://key.pem --date-less-than <end>',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'signed-cookies-not-sent': {
    title: 'Most likely the browser didn’t send CloudFront’s signed cookies.',
    means:
      'By your text signed cookies are set, but this request came without `CloudFront-Key-Pair-Id`. A browser sends a cookie only to the host that set it, or to hosts under its `Domain`, and never to another domain. No bucket policy and no IAM policy was evaluated.',
    changes: [
      {
        says: 'Look at the request’s cookies in the browser. Give the distribution a name under the domain that sets the cookies, with that domain as their `Domain`, and let scripts fetch with `credentials: "include"`. Where the names can’t share a domain, use signed URLs.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-setting-signed-cookie-custom-policy.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'linked-role-create': {
    title: 'A service-linked role couldn’t be created for the caller.',
    means:
      'The first use of a service creates its service-linked role in the caller’s name. Most often the caller lacks `iam:CreateServiceLinkedRole` for that service, which is needed once in the account, or an SCP denies it.',
    changes: [
      {
        says: 'Let an administrator create the role once, then repeat the call.',
        run: CHANGING_COMMANDS.linkedRole,
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'Or allow the caller `iam:CreateServiceLinkedRole`, with `iam:AWSServiceName` as the service.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'account-access-role': {
    title: 'Account access manager can’t assume this role.',
    means:
      'An entitlement of IAM Identity Center reaches the role through `account-access.amazonaws.com`. Its trust policy must allow `sts:AssumeRole`, `sts:SetContext` and `sts:TagSession`, with `aws:SourceAccount` of the management account. Without `sts:TagSession` getting credentials fails.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Allow that principal the three actions in the trust policy, with `aws:SourceAccount` of the management account and `aws:SourceArn` of the application.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/account-access-manager.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'permission-set-policy-gone': {
    title: 'The permission set names a policy that the account doesn’t have.',
    means:
      'A permission set can name customer managed policies. Each target account must have a policy of that name and path before it’s provisioned. Nothing was denied.',
    check: 'aws iam list-policies --scope Local --query Policies[].[PolicyName,Path] --output json',
    changes: [
      {
        says: 'Create the policy in that account with the same name and path, or take it out of the permission set. Then provision again.',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/howtocmp.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'tag-policy': {
    title: 'A tag policy of the organization refuses this tag.',
    means:
      'The organization’s tag policy enforces the values or the capital letters of this tag for this kind of resource. No permission is missing, and no one in a member account can change it.',
    check: 'aws organizations describe-effective-policy --policy-type TAG_POLICY --output json',
    changes: [
      {
        says: 'Use a tag key and value that the tag policy allows, in the same letters.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies-enforcement.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'If the value should be allowed, ask an administrator of the organization’s management account to change the tag policy.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies-enforcement.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'budgets-linked-account': {
    title: 'The management account keeps budgets from this account.',
    means:
      'A member account uses AWS Budgets only where the management account lets it. No policy of this account replaces that.',
    changes: [
      {
        says: 'Ask the management account’s owner to allow member accounts to use budgets.',
        page: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-controlling-access.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'certificate-authority-refused': {
    title: 'The private CA doesn’t let ACM issue certificates.',
    means:
      'ACM asks the private CA as `acm.amazonaws.com`. The CA must grant that service the right to issue and read certificates; for a CA of another account also its resource policy.',
    check: 'aws acm-pca list-permissions --certificate-authority-arn {authorityArn} --output json',
    changes: [
      {
        says: 'Grant ACM the permission on the private CA, with `aws acm-pca create-permission --principal acm.amazonaws.com` and the actions `IssueCertificate`, `GetCertificate` and `ListPermissions`. For certificates of another account share the CA by its resource policy instead. Then request the certificate again, or renew it with `aws acm renew-certificate`.',
        run: 'aws acm-pca create-permission --certificate-authority-arn {authorityArn} --principal acm.amazonaws.com --actions IssueCertificate GetCertificate ListPermissions',
        page: 'https://docs.aws.amazon.com/privateca/latest/APIReference/API_CreatePermission.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'linked-role-not-assumed': {
    title: 'Most likely the service-linked role isn’t there yet.',
    means:
      'AWS writes the trust policy of a service-linked role, and no one can edit it. So a service that can’t assume the role doesn’t find it: it was never made, was deleted, or is only seconds old.',
    changes: [
      {
        says: 'Create the service-linked role once, wait a minute, then repeat the call. If its name is taken already, only wait.',
        run: CHANGING_COMMANDS.linkedRole,
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'permission-set-role-handed-over': {
    title: 'A service can’t use the role of a permission set.',
    means:
      'The role belongs to a permission set of IAM Identity Center, which manages its trust policy. Nobody can edit that policy in the account, so it can’t be made to trust a service.',
    changes: [
      {
        says: 'Name a role that trusts the service, by its ARN. Outside AWS, code that looks up its own role finds the one that you’re signed in with. You need `iam:PassRole` on the role that you name.',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'role-protected': {
    title: 'AWS manages this role; IAM can’t change it.',
    means:
      'Roles named `AWSReservedSSO_…` belong to permission sets of IAM Identity Center, and service-linked roles to their service. No permission opens them in IAM.',
    changes: [
      {
        says: 'Change the permission set in IAM Identity Center and provision it again. A service-linked role is changed by its service.',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'detector-of-another': {
    title: 'This GuardDuty detector isn’t in this account and Region.',
    means:
      'A detector belongs to one account and Region. The id is of another, or GuardDuty is off here. No permission was refused.',
    changes: [
      {
        says: 'List the detectors of this account and Region, and use that id.',
        run: 'aws guardduty list-detectors --output json',
        page: 'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetDetector.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'session-policies-too-large': {
    title: 'Session policies and session tags are too large together.',
    means:
      'STS packs the session policies and tags of the call into the token. The message’s percentage says by how much they exceed the limit. No permission was refused.',
    changes: [
      {
        says: 'Shorten the session policy, pass managed policies by their ARNs, or send fewer tags.',
        page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'session-tags-too-large': {
    title: 'The session’s tags are too large.',
    means:
      'STS packs the tags of the call into the token, with the transitive ones of the caller’s session, such as those of EKS Pod Identity. No permission was refused.',
    changes: [
      {
        says: 'Send fewer tags: `role-skip-session-tagging: true` for configure-aws-credentials. Or turn off those of the Pod Identity association, where no policy tests them.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'inline-policies-too-large': {
    title: 'The policy is larger than IAM allows, alone or with others.',
    means:
      'IAM counts all inline policies of one role, user or group together, and each managed policy by itself. This is a fixed size, not a permission; it can’t be raised.',
    check: DECIDING_COMMANDS.inlinePolicies,
    changes: [
      {
        says: 'Move statements into another managed policy, or shorten them: join statements that differ only in actions.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'passed-on-credentials': {
    title: 'A service’s own credentials were refused, not yours.',
    means:
      'One AWS service passes on what another one answered it. Your request was accepted before, so your credentials are good. Usually the service’s role was changed or deleted meanwhile, the Region isn’t enabled for the account, or the operation ran longer than its session.',
    changes: [
      {
        says: 'Try the operation again once. If it fails the same way, check that the service’s role still exists and that the Region is enabled.',
        run: 'aws account list-regions --region-opt-status-contains ENABLED ENABLED_BY_DEFAULT --output json',
        page: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'presigned-session-ended': {
    title: 'The session that signed this URL has ended.',
    means:
      'A presigned URL works only as long as the credentials that signed it, whatever its own `X-Amz-Expires` says. A role’s session often ends after an hour, and a chained role’s always does.',
    changes: [
      {
        says: 'Sign a new URL. For a URL that lasts days sign it with the keys of an IAM user, or give readers a page that signs a fresh one.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'cloud9-linked-role': {
    title: 'Most likely this account has no service-linked role of Cloud9.',
    means:
      'Cloud9 works as `AWSServiceRoleForAWSCloud9`. Where an account doesn’t have it, Cloud9 says that it can’t assume a role. Your own policies and trust policies aren’t the cause.',
    check: 'aws iam get-role --role-name AWSServiceRoleForAWSCloud9 --output json',
    changes: [
      {
        says: 'Let somebody who may `iam:CreateServiceLinkedRole` create the role. Then create the environment again.',
        run: 'aws iam create-service-linked-role --aws-service-name cloud9.amazonaws.com',
        page: 'https://docs.aws.amazon.com/cloud9/latest/user-guide/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'linked-role-not-ready': {
    title: 'The role isn’t ready everywhere yet.',
    means:
      'A new role, or a service-linked role that another call just used, needs some seconds before every service sees it. No policy refused this.',
    changes: [
      {
        says: 'Wait a minute and repeat the call. In Terraform or CloudFormation make the resource depend on the role and its policies.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency',
        confirmed: '2026-11-29',
      },
    ],
  },
  'role-given-not-there': {
    title: 'The service can’t find the role in the request.',
    means:
      'The service looked for the role in the account of the request and didn’t find it. A path belongs into the ARN, and a role of another account usually can’t be passed. No policy refused this.',
    check: 'aws iam list-roles --query Roles[].Arn --output json',
    changes: [
      {
        says: 'Copy the role’s ARN with its path. If it was just created, wait some seconds.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'report-bucket': {
    title: 'AWS couldn’t verify its permissions on the report’s bucket.',
    means:
      'AWS checks the bucket as `billingreports.amazonaws.com` before it saves the report. The bucket policy must allow that service `s3:GetBucketAcl` and `s3:GetBucketPolicy` on the bucket and `s3:PutObject` on its objects. A bucket that doesn’t exist gives the same message.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `billingreports.amazonaws.com` these actions in the bucket policy, with your account as `aws:SourceAccount`.',
        page: 'https://docs.aws.amazon.com/cur/latest/userguide/cur-s3.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'distribution-log-region': {
    title: 'CloudFront delivers no standard logs to a bucket in this Region.',
    means:
      'CloudFront’s standard logging (legacy) takes no bucket in Regions that an account has to enable first, and the log bucket is in one of them. The message speaks of the bucket’s ACL all the same; no permission changes it.',
    changes: [
      {
        says: 'Name a log bucket in a Region that’s on by default, such as us-east-1. Or turn this logging off and use standard logging v2.',
        page: 'https://docs.aws.amazon.com/solutions/latest/dynamic-image-transformation-for-amazon-cloudfront/opt-in-regions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'distribution-log-bucket': {
    title: 'CloudFront can’t set up logging to this bucket for the caller.',
    means:
      'CloudFront’s standard logs go to a bucket by its ACL. Whoever creates or updates the distribution needs `s3:GetBucketAcl` and `s3:PutBucketAcl` on the bucket, and the bucket must have ACLs enabled.',
    changes: [
      {
        says: 'Allow whoever deploys both actions on the bucket, and set its object ownership to `BucketOwnerPreferred`. Or use standard logging v2, which needs no ACLs.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'firewall-administrator-missing': {
    title: 'The organization has no Firewall Manager administrator here.',
    means:
      'Firewall Manager answers only its administrator account. None is set for this organization, or this account isn’t it. No policy replaces that.',
    check: 'aws fms get-admin-account --output json',
    changes: [
      {
        says: 'In the management account name an administrator, then make the call from that account in its Region.',
        run: 'aws fms associate-admin-account --admin-account <administrator account>',
        page: 'https://docs.aws.amazon.com/waf/latest/developerguide/enable-integration.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'session-asks-for-session': {
    title: 'Temporary credentials can’t ask for this.',
    means:
      'The caller already has a session. STS gives `GetSessionToken` and `GetFederationToken` only to a user’s own access keys. No policy changes that.',
    check: DECIDING_COMMANDS.callerIdentity,
    changes: [
      {
        says: 'Call with the user’s long-term access keys, or use `assume-role` in place of it.',
        page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'lake-administrator-missing': {
    title: 'The caller isn’t a data lake administrator.',
    means: 'Lake Formation’s administrators are listed in its own settings. An IAM policy can’t make the caller one.',
    grantedIn: 'Lake Formation’s data lake settings',
    check: 'aws lakeformation get-data-lake-settings --query DataLakeSettings.DataLakeAdmins --output json',
    changes: [
      {
        says: 'Ask an administrator of the data lake to add the caller, or to make the change.',
        page: 'https://docs.aws.amazon.com/lake-formation/latest/dg/initial-lf-config.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'new-account-limited': {
    title: 'AWS limits what this account may create; no policy refused this.',
    means:
      'New accounts start with limits that policies don’t show. AWS lifts them with time, use and a valid payment method, or on request.',
    changes: [
      {
        says: 'Choose a smaller size or another plan, or ask AWS Support to lift the limit.',
        page: 'https://docs.aws.amazon.com/awssupport/latest/user/case-management.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'arn-of-another-account': {
    title: 'The account in the ARN isn’t the caller’s.',
    means:
      'The service takes only resources of the account that calls, or the ARN is of another kind than it expects. No policy refused this.',
    check: DECIDING_COMMANDS.callerIdentity,
    changes: [
      {
        says: 'Compare the account in the ARN with the caller’s, and give the ARN of the kind that the parameter expects.',
        page: 'https://docs.aws.amazon.com/datasync/latest/userguide/API_CreateTask.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'federated-principal-form': {
    title: 'The trust policy’s `Federated` principal has the wrong form.',
    means:
      '`Federated` takes the ARN of an OIDC or SAML provider of the account, or the domain of a built-in one such as `cognito-identity.amazonaws.com`. IAM stores nothing else there.',
    check: DECIDING_COMMANDS.identityProviders,
    changes: [
      {
        says: 'Write the provider’s whole ARN, as the command prints it.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'instance-role-trust': {
    title: 'EC2 can’t assume the instance’s role.',
    means:
      'The instance metadata shows this code where the trust policy of the role in the instance profile doesn’t name `ec2.amazonaws.com`. After a change the instance asks again only at the next refresh.',
    check: 'aws iam get-role --role-name {role} --query Role.AssumeRolePolicyDocument --output json',
    changes: [
      {
        says: 'Let the role’s trust policy allow `ec2.amazonaws.com` `sts:AssumeRole`.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'policy-type-off': {
    title: 'This type of policy isn’t turned on in the organization.',
    means:
      'Each type of organization policy must be enabled at the root before it can be attached. The caller’s permissions were enough.',
    check: 'aws organizations list-roots --query Roots[].PolicyTypes --output json',
    changes: [
      {
        says: 'Enable the policy type at the organization’s root, in the management account.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_enable-disable.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'rule-of-a-service': {
    title: 'Another AWS service owns this Config rule.',
    means:
      'A service-linked rule is changed only by the service that made it, such as Security Hub. No permission of yours opens it.',
    check: 'aws configservice describe-config-rules --query ConfigRules[].[ConfigRuleName,CreatedBy] --output json',
    changes: [
      {
        says: 'Change or turn off the rule in the service that `CreatedBy` names.',
        page: 'https://docs.aws.amazon.com/config/latest/developerguide/service-linked-awsconfig-rules.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'simulator-resource-policy': {
    title: 'The policy simulator can’t read the resource’s policy.',
    means:
      'The simulator fetches the resource’s policy as whoever runs it. The ARN is wrong, or that user may not read the policy, for example with `s3:GetBucketPolicy`.',
    changes: [
      {
        says: 'Check the ARN, and allow whoever runs the simulation to read the policy of the resource.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'landing-zone-inactive': {
    title: 'Control Tower wants its landing zone updated first.',
    means:
      'After a long time without use, Control Tower opens only again with an update of the landing zone, by an administrator of the management account.',
    changes: [
      {
        says: 'Sign in to the management account as a Control Tower administrator, then update the landing zone.',
        page: 'https://docs.aws.amazon.com/controltower/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'control-tower-leftovers': {
    title: 'What Control Tower wants to make is there already.',
    means:
      'A role, a delivery channel or a recorder was left from an earlier setup. Control Tower doesn’t take it over; no permission is missing.',
    changes: [
      {
        says: 'Look whether something still uses what the message names. If nothing does, delete it in that account, then try again.',
        page: 'https://docs.aws.amazon.com/controltower/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'If the account needs its own AWS Config recorder, ask AWS Support to have Control Tower enroll it with that one.',
        page: 'https://docs.aws.amazon.com/controltower/latest/userguide/existing-config-resources.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'closed-to-new-customers': {
    title: 'AWS takes no new customers for this service, or closed it.',
    means:
      'The account, and often its whole organization, hasn’t used the service before, or AWS has ended it. Everything else of the account goes on. No policy or quota changes that.',
    changes: [
      {
        says: 'Call from an account or organization that already uses the service, or take what the service’s page names in its place.',
        page: 'https://aws.amazon.com/products/lifecycle/',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If your organization did use it before, open a case with AWS Support and name the payer account.',
        page: 'https://aws.amazon.com/products/lifecycle/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'sts-not-activated': {
    title: 'STS is turned off for this Region in the account.',
    means:
      'IAM’s account settings switch STS off Region by Region, for the account in which the credentials are made: for a role, the account of the role. It’s no policy. Regions that must be enabled first have no such switch.',
    changes: [
      {
        says: 'In the IAM console open "Account settings" and activate STS for the Region. Or set `AWS_STS_REGIONAL_ENDPOINTS=legacy`, or call STS in another Region.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'macie-off': {
    title: 'Macie is off in this account and Region.',
    means:
      'Macie is turned on Region by Region. Until then it answers all calls with AccessDenied. No policy refused this.',
    check: 'aws macie2 get-macie-session --output json',
    changes: [
      {
        says: 'Turn Macie on in this Region (`aws macie2 enable-macie`; it costs money after a trial), or call the Region where it’s on. In an organization its Macie administrator does that.',
        page: 'https://docs.aws.amazon.com/macie/latest/user/getting-started.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'audit-manager-off': {
    title: 'Audit Manager isn’t set up in this account and Region.',
    means:
      'Audit Manager answers no one until it’s set up, and it no longer takes new customers or further Regions. No policy refused this.',
    check: 'aws auditmanager get-account-status --output json',
    changes: [
      {
        says: 'If this account used Audit Manager in this Region before, register it again. Otherwise don’t call it here, or treat its answer as “not set up”.',
        run: 'aws auditmanager register-account',
        page: 'https://docs.aws.amazon.com/audit-manager/latest/userguide/audit-manager-availability-change.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'shield-subscription': {
    title: 'The account has no subscription to Shield Advanced.',
    means:
      'Protections, response team and reports belong to Shield Advanced, which is a paid subscription of a year. No permission was refused.',
    check: 'aws shield get-subscription-state --output json',
    changes: [
      {
        says: 'Use the account that has the subscription, or leave out what needs it. Subscribing costs thousands of dollars a month.',
        page: 'https://docs.aws.amazon.com/waf/latest/developerguide/enable-ddos-prem.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'optimizer-opt-in': {
    title: 'The account hasn’t opted in to Compute Optimizer.',
    means:
      'Compute Optimizer analyzes an account only after it has opted in, alone or through the organization’s management account. No policy refused this.',
    check: 'aws compute-optimizer get-enrollment-status --output json',
    changes: [
      {
        says: 'Opt in. The caller needs `compute-optimizer:UpdateEnrollmentStatus`. First results take up to a day.',
        run: 'aws compute-optimizer update-enrollment-status --status Active',
        page: 'https://docs.aws.amazon.com/compute-optimizer/latest/ug/getting-started.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'migration-not-initialized': {
    title: 'The service isn’t initialized in this account and Region.',
    means:
      'Application Migration Service and Elastic Disaster Recovery make their roles and templates once in each Region. Until then they refuse all calls. No policy refused this.',
    changes: [
      {
        says: 'Let an administrator initialize it in this Region: `aws mgn initialize-service` or `aws drs initialize-service`.',
        page: 'https://docs.aws.amazon.com/mgn/latest/ug/mandatory-setup.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'control-tower-closed-account': {
    title: 'The account was closed while Control Tower still manages it.',
    means:
      'In a closed or suspended account nobody can assume the role `AWSControlTowerExecution`. Its provisioned product or stack instances were left behind. Creating the role again doesn’t help.',
    check: "aws organizations list-accounts --query Accounts[?Status!='ACTIVE'].[Id,Name,Status] --output json",
    changes: [
      {
        says: 'Remove the account’s instances from the stack sets, and keep the stacks. Or ask AWS Support to reopen the account, end the provisioned product, then close it.',
        page: 'https://docs.aws.amazon.com/controltower/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'permission-set-of-management': {
    title: 'Only the management account may change this permission set.',
    means:
      'A delegated administrator of IAM Identity Center manages all permission sets but those provisioned in the management account. No policy of the delegated account changes that.',
    check: DECIDING_COMMANDS.organization,
    changes: [
      {
        says: 'Make the change signed in to the management account, or ask its administrator.',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'To see whether the permission set is assigned in the management account, look for that account’s ID in this list.',
        run: 'aws sso-admin list-accounts-for-provisioned-permission-set --instance-arn <ARN of the instance> --permission-set-arn <ARN of the permission set>',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountsForProvisionedPermissionSet.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'revocation-list-bucket': {
    title: 'The bucket policy doesn’t let Private CA write its revocation list.',
    means:
      'AWS Private CA checks and writes the list as `acm-pca.amazonaws.com`. The policy of the bucket must allow it, and be there before the CA is made.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `acm-pca.amazonaws.com` the four actions in the bucket policy, with your account as `aws:SourceAccount`. Block Public Access may need the list’s ACL turned off.',
        page: 'https://docs.aws.amazon.com/privateca/latest/userguide/crl-planning.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'public-routes-blocked': {
    title: 'VPC Block Public Access stops this.',
    means:
      'The setting blocks traffic between the internet and all VPCs of the Region, except excluded ones. A declarative policy of the organization can set it, and forbid exclusions. No IAM policy decides it.',
    check: 'aws ec2 describe-vpc-block-public-access-options --output json',
    changes: [
      {
        says: 'Ask whoever set it for an exclusion of this VPC or subnet.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessOptions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'backup-copy-across-accounts': {
    title: 'Copies across accounts are off in the organization.',
    means:
      'AWS Backup copies to another account only after the management account turns that on. It’s one setting for the organization, not a permission.',
    changes: [
      {
        says: 'Turn it on with credentials of the management account, then start the copy again.',
        run: 'aws backup update-global-settings --global-settings isCrossAccountBackupEnabled=true',
        page: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateGlobalSettings.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'service-linked-policy-attached': {
    title: 'This managed policy is only for a service-linked role.',
    means:
      'AWS attaches it to the role that it makes for the service. Nobody can attach it to a role of their own; no permission changes that.',
    changes: [
      {
        says: 'Leave it out. Let the service use its service-linked role, or attach the policy that its page lists for roles of your own.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'search-without-view': {
    title: 'No default view here, or no right to search it.',
    means:
      'Without a view in the call Resource Explorer searches the default view of the Region. The same answer comes where there is none, where the Region has no index, and where the caller lacks `resource-explorer-2:Search` on the view.',
    check: 'aws resource-explorer-2 get-default-view --region {region} --output json',
    changes: [
      {
        says: 'Look for the default view. If there is none, set one, or name a view in the call. If there is one, allow the caller `resource-explorer-2:Search` on it.',
        page: 'https://docs.aws.amazon.com/resource-explorer/latest/apireference/API_AssociateDefaultView.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'console-switch-role': {
    title: 'The console can’t switch to this role.',
    means:
      'The console doesn’t tell these apart: account number or role name is wrong, the role’s trust policy doesn’t name you, or your own policies don’t allow `sts:AssumeRole`. A role with a required external id or MFA refuses too.',
    changes: [
      {
        says: 'Check number and name, with the role’s path. Then run this as the same user: its error says which side refuses.',
        run: 'aws sts assume-role --role-arn arn:aws:iam::{account}:role/{role} --role-session-name check',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'delegated-not-in-management': {
    title: 'A delegated administrator can’t manage what the management account uses.',
    means:
      'Identity Center refuses its delegated administrator two things: assignments in the management account, and for any account a permission set that is also assigned in the management account. No policy can allow it.',
    changes: [
      {
        says: 'Make this assignment from the management account. Or, for any other account, use a permission set that isn’t assigned in the management account.',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'cloud9-managed-credentials': {
    title: 'Most likely Cloud9’s managed credentials may not make this call.',
    means:
      'Cloud9 gives the environment temporary credentials of its own, which may not call most of IAM and STS, whatever your permissions are.',
    changes: [
      {
        says: 'Turn off AWS managed temporary credentials (Preferences, AWS settings), and attach an instance profile with the permissions. Or run the command in CloudShell.',
        page: 'https://docs.aws.amazon.com/cloud9/latest/user-guide/security-iam.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'cloud9-not-member': {
    title: 'You aren’t a member of this environment, or it doesn’t exist.',
    means:
      'An environment lets in its owner, who is whoever created it, for example a pipeline’s role, and the members that the owner adds. Permissions in IAM make nobody a member.',
    grantedIn: 'the environment’s list of members',
    check: 'aws cloud9 describe-environment-memberships --output json',
    changes: [
      {
        says: 'As the owner, add your ARN as a member. Where a template makes the environment, set its `OwnerArn` to your user or assumed role and create it again.',
        run: 'aws cloud9 create-environment-membership --environment-id <environment> --user-arn <your ARN> --permissions read-write',
        page: 'https://docs.aws.amazon.com/cloud9/latest/user-guide/share-environment.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'quicksight-identity-region': {
    title: 'QuickSight’s users live in another Region.',
    means: 'Users and groups are managed only in the account’s identity Region. No policy refused this.',
    changes: [
      {
        says: 'Repeat the call in the identity Region.',
        run: 'aws quicksight list-users --aws-account-id {account} --namespace default --region {region}',
        page: 'https://docs.aws.amazon.com/quicksight/latest/developerguide/troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'parameter-name-reserved': {
    title: 'Parameter names that begin with aws or ssm are reserved.',
    means: 'Parameter Store keeps these names for AWS. No policy can allow them.',
    changes: [
      {
        says: 'Choose another name, such as one that begins with your application’s.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-parameter-name-constraints.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'stack-set-access-off': {
    title: 'StackSets isn’t activated for the organization.',
    means:
      'Service-managed stack sets need two settings in the management account: trusted access in Organizations and CloudFormation’s own activation. `enable-aws-service-access` alone makes only the first. No IAM policy refused this.',
    check: 'aws cloudformation describe-organizations-access --output json',
    changes: [
      {
        says: 'In the management account activate it with CloudFormation, which also enables trusted access. Then create the stack set again.',
        run: 'aws cloudformation activate-organizations-access',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-activate-trusted-access.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'roles-anywhere-off': {
    title: 'The trust anchor or profile of Roles Anywhere is off.',
    means:
      'IAM Roles Anywhere gives sessions only through a trust anchor and a profile that are both enabled. A disabled one refuses every certificate; no policy was asked.',
    check: 'aws rolesanywhere list-profiles --output json',
    changes: [
      {
        says: 'If a profile is off, enable it again, or point the credential helper at one that’s enabled.',
        run: 'aws rolesanywhere enable-profile --profile-id <profile>',
        page: 'https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_EnableProfile.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If a trust anchor is off, look first why: it may have been turned off to stop its certificates. Otherwise enable it.',
        run: 'aws rolesanywhere enable-trust-anchor --trust-anchor-id <trust anchor>',
        page: 'https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_EnableTrustAnchor.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'sso-sign-in-elsewhere': {
    title: 'IAM Identity Center isn’t in this Region, or has another start URL.',
    means:
      'The sign-in goes to the Region in `sso_region`, with the start URL of the profile. An instance answers only in its own Region, which can differ from that of your resources. No policy was evaluated.',
    check: DECIDING_COMMANDS.configuration,
    changes: [
      {
        says: 'Set `sso_region` to the Region of IAM Identity Center, and `sso_start_url` to the URL of the access portal, as its settings page shows them. `region` may stay another. Then sign in again.',
        run: 'aws configure sso',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'quota-dependency': {
    title: 'The caller can’t read what Service Quotas asks of other services.',
    means:
      'Service Quotas asks other services about their limits with the caller’s permissions, for example `cloudwatch:GetMetricData`, `autoscaling:DescribeAccountLimits` or `organizations:DescribeOrganization`. One of them was refused, and the message doesn’t say which.',
    changes: [
      {
        says: 'Attach the managed policy `ServiceQuotasReadOnlyAccess` to the caller, or `ServiceQuotasFullAccess` to request increases. Or find the refused call in CloudTrail, and allow that one.',
        page: 'https://docs.aws.amazon.com/servicequotas/latest/userguide/security_iam_id-based-policy-examples.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'private-marketplace': {
    title: 'The organization’s Private Marketplace doesn’t list this product.',
    means:
      'With a Private Marketplace an account can subscribe only to products that its administrator approved. No IAM policy of the caller opens the others.',
    changes: [
      {
        says: 'Request the product on its page in AWS Marketplace, or ask an administrator of Private Marketplace to approve it for the experience of your account.',
        page: 'https://docs.aws.amazon.com/marketplace/latest/buyerguide/private-marketplace.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'budget-action-role': {
    title: 'AWS Budgets can’t assume the role of the budget action.',
    means:
      'A budget action runs as its execution role, and Budgets tries to assume it when the action is saved. Most often the role doesn’t trust `budgets.amazonaws.com`; a role that isn’t at that ARN, or was made moments ago, gives the same message. The caller’s permissions aren’t what it means.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. Otherwise name `budgets.amazonaws.com` in its trust policy, with your account as `aws:SourceAccount`.',
        page: 'https://docs.aws.amazon.com/cost-management/latest/userguide/billing-permissions-ref.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'macie-asked-by-config': {
    title: 'AWS Config asked an account where Macie is off.',
    means:
      'AWS Config asks for the Macie session because it records the resource type `AWS::Macie::Session`. Macie answers `AccessDenied` where it isn’t enabled. The recorder’s role lacks nothing.',
    changes: [
      {
        says: 'Leave IAM as it is. Exclude `AWS::Macie::Session` from the recorder, or this event from alarms on denied calls. Only if Macie is wanted here, enable it.',
        page: 'https://docs.aws.amazon.com/macie/latest/user/getting-started.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cost-explorer-never-opened': {
    title: 'Most likely Cost Explorer was never enabled in this account.',
    means:
      'According to what you pasted, the account stands alone, so no management account hides it. Until somebody enables Cost Explorer there, its API answers no one, whatever policies allow.',
    changes: [
      {
        says: 'Open Cost Explorer once in the console of this account, signed in with access to billing; no API call enables it. Data comes within about 24 hours.',
        page: 'https://docs.aws.amazon.com/cost-management/latest/userguide/ce-enable.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cost-explorer-hidden': {
    title: 'The management account hides Cost Explorer from this account.',
    means:
      'The message calls yours a linked account. Whether members see costs is a preference of the management account; no policy here changes that.',
    changes: [
      {
        says: 'Ask for it in the management account: Billing and Cost Management, Cost Management preferences, “Linked account access”.',
        page: 'https://docs.aws.amazon.com/cost-management/latest/userguide/ce-access.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'edge-function-role-trust': {
    title: 'The function’s role doesn’t trust Lambda@Edge.',
    means:
      'CloudFront runs the function as its execution role, which must trust both `lambda.amazonaws.com` and `edgelambda.amazonaws.com`. Most often the second is missing.',
    changes: [
      {
        says: 'Add `edgelambda.amazonaws.com` as a principal for `sts:AssumeRole` in the role’s trust policy, beside `lambda.amazonaws.com`.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'credentials-of-another-user': {
    title: 'sudo runs as root, which has no AWS credentials.',
    means:
      '`sudo` drops your environment variables and looks for `.aws` in root’s home, so your profile and keys aren’t there. The request never reached AWS.',
    changes: [
      {
        says: 'Run the command without `sudo`. If it needs root, pass the variables with `sudo -E`, or name your files in `AWS_SHARED_CREDENTIALS_FILE` and `AWS_CONFIG_FILE`.',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'distribution-country': {
    title: 'The distribution’s geographic restriction blocks this country.',
    means:
      'CloudFront looks the viewer’s country up by the IP address, and this distribution doesn’t serve it. No IAM policy, bucket policy or WAF rule decided.',
    changes: [
      {
        says: 'If this country should be served, change the distribution’s geographic restrictions. A VPN or proxy can place a viewer in another country.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'distribution-method': {
    title: 'The cache behavior doesn’t allow this HTTP method.',
    means:
      'A behavior takes only the methods that it’s set to take, often `GET` and `HEAD` alone. So CloudFront refused the request by itself. No policy and no WAF rule decided.',
    changes: [
      {
        says: 'Set the allowed methods of the behavior that matches the path to GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE. Check which behavior the path falls to.',
        page: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'presigned-url-too-long': {
    title: 'A presigned URL lasts seven days at most.',
    means:
      'The URL asks for more in `X-Amz-Expires`, so S3 rejects it at once, also with keys of an IAM user. No policy was evaluated.',
    changes: [
      {
        says: 'Sign with at most 604800 seconds. For a link that lasts longer, hand out an address of your own that signs a new URL each time, or a CloudFront signed URL.',
        run: 'aws s3 presign s3://{bucket}/{key} --expires-in 604800',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'session-token-under-old-name': {
    title: 'Most likely the session token has a name that isn’t read.',
    means:
      'What you pasted sets `AWS_SECURITY_TOKEN`. AWS’s name for it is `AWS_SESSION_TOKEN`. The AWS CLI and boto3 read the old one too; other SDKs don’t, and send the temporary key without its token. No policy was evaluated.',
    changes: [
      {
        says: 'Set `AWS_SESSION_TOKEN` to the same value, where the program runs. With the AWS CLI or boto3 the name isn’t the cause: get fresh temporary credentials.',
        page: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'session-token-left-out': {
    title: 'The key is temporary, and its session token isn’t set.',
    means:
      'A key that begins with `ASIA` is valid only with its session token, and what you pasted sets key and secret alone. No policy was evaluated.',
    changes: [
      {
        says: 'Set `aws_session_token` in the profile, or `AWS_SESSION_TOKEN` in the environment, to the token that came with this key. If it’s gone or the session has ended, get all three again.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'region-off-for-user-keys': {
    title: 'Most likely this account hasn’t enabled the Region.',
    means:
      'A user’s long-term key, which begins with `AKIA`, needs no session token and works in every Region that the account has enabled. An opt-in Region that isn’t enabled doesn’t know it.',
    changes: [
      {
        says: 'Enable the Region for the account, which takes minutes to hours, or call another one. If it’s enabled, check that the key is active.',
        run: CHANGING_COMMANDS.enableRegion,
        page: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'zone-log-policy-elsewhere': {
    title: 'Most likely the log group’s resource policy is in another Region.',
    means:
      'A CloudWatch Logs resource policy counts in its own Region alone. Route 53 writes into a log group in `us-east-1`. According to what you pasted, the group is made with a provider of its own, and the policy with the default one. What the policy says can stay as it is.',
    check: 'aws logs describe-resource-policies --region us-east-1 --output json',
    changes: [
      {
        says: 'Give `aws_cloudwatch_log_resource_policy` the same `provider` as the log group, the one for `us-east-1`, and apply again.',
        page: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'assignment-failed-later': {
    title: 'The assignment failed later; its status has the reason.',
    means:
      'Identity Center accepted the call, but the work behind it failed, and the tool prints no reason. Only in the organization’s management account does it create its roles with the caller’s own IAM permissions; elsewhere its service-linked role creates them.',
    check:
      'aws sso-admin list-account-assignment-creation-status --instance-arn <instance ARN> --filter Status=FAILED --output json',
    changes: [
      {
        says: 'Read `FailureReason` with `aws sso-admin describe-account-assignment-creation-status`. If it is the management account, allow the caller the IAM actions that it names, on `saml-provider/AWSSSO_*` and `role/aws-reserved/sso.amazonaws.com/*`.',
        page: 'https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AccountAssignmentOperationStatus.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'pod-identity-unknown-to-client': {
    title: 'The program’s AWS SDK is too old for EKS Pod Identity.',
    means:
      '`169.254.170.23` is the address of the Pod Identity agent. The SDK in this program or plugin takes credentials only from loopback addresses, so it calls with none, or as the node. The role and the association play no part.',
    changes: [
      {
        says: 'Update the program or plugin to a version whose AWS SDK knows Pod Identity. If there is none, use another plugin for the same output, or give the service account its role by IRSA.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'role-arn-malformed': {
    title: 'The ARN in the call isn’t a valid role ARN.',
    means:
      'STS refuses the ARN before it looks at a role or trust policy. A part of it is empty or misspelt: an account variable without a value makes it `arn:aws:iam:::role/…`.',
    changes: [
      {
        says: 'Print the ARN right before the call. If the account is missing, set the variable: CI systems withhold protected ones from other branches and scoped ones from other environments. No policy needs to change.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'job-with-old-keys': {
    title: 'Most likely the job has old keys, used before the role.',
    means:
      'The step assumes its role with the job’s own token, which takes no keys. But keys were sent, and AWS refused them: they come from the environment of the job, an earlier step or the runner itself. No policy was evaluated.',
    changes: [
      {
        says: 'Remove `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN` from the job. On a runner of your own look at `env | grep AWS_`, its `.env` file, its service and `~/.aws/credentials`. The role and its trust policy stay as they are.',
        page: 'https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'credentials-left-by-sudo': {
    title: 'Most likely the command under sudo doesn’t see your credentials.',
    means:
      '`sudo` drops the shell’s variables, and `root` has a home directory of its own. So `AWS_PROFILE`, keys in the environment and your `~/.aws` don’t count there. The request never reached AWS.',
    changes: [
      {
        says: 'Run it without `sudo`, or pass them on: `sudo --preserve-env=AWS_PROFILE,HOME <command>`. Check with `sudo aws sts get-caller-identity`.',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-profiles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'certificate-by-private-ca': {
    title: 'ACM can’t use the private CA: expired, or no permission.',
    means:
      'The message speaks of the CA’s certificate. ACM says the same where it may not use the CA: one made outside of the console has no permission for `acm.amazonaws.com`, though issuing by hand works.',
    check: 'aws acm-pca list-permissions --certificate-authority-arn <CA> --output json',
    changes: [
      {
        says: 'Look at the CA’s status and `NotAfter`. If it has expired, install a new CA certificate.',
        run: 'aws acm-pca describe-certificate-authority --certificate-authority-arn <CA> --query CertificateAuthority.[Status,NotAfter] --output json',
        page: 'https://docs.aws.amazon.com/acm/latest/userguide/exceptions.html',
        confirmed: '2026-12-02',
      },
      {
        says: 'If the CA’s certificate is still valid: give ACM the permission on the CA (`aws_acmpca_permission` in Terraform), then request the certificate again.',
        run: 'aws acm-pca create-permission --certificate-authority-arn <CA> --principal acm.amazonaws.com --actions IssueCertificate GetCertificate ListPermissions',
        page: 'https://docs.aws.amazon.com/privateca/latest/userguide/create-CA.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'share-without-invitation': {
    title: 'The share needs no acceptance, or its invitation isn’t there.',
    means:
      'Inside an organization with sharing turned on in AWS RAM, a share is there without an invitation, and there is none to accept. Otherwise the invitation waits for a limited time in the receiving account, in the share’s Region.',
    check: 'aws ram get-resource-shares --resource-owner OTHER-ACCOUNTS --output json',
    changes: [
      {
        says: 'If the shared resource is visible already, remove the accepter (`aws_ram_resource_share_accepter`). Otherwise share again, and accept with credentials of the receiving account in the same Region.',
        page: 'https://docs.aws.amazon.com/ram/latest/userguide/working-with-shared-invitations.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'credentials-of-remote-run': {
    title: 'Terraform runs remotely, and its workspace has no AWS credentials.',
    means:
      'The run is on remote workers, of HCP Terraform for example. Credentials of this machine or of the job that started it don’t reach them. The request never reached AWS.',
    changes: [
      {
        says: 'Give the workspace credentials: the variables `TFC_AWS_PROVIDER_AUTH` (`true`) and `TFC_AWS_RUN_ROLE_ARN`, with a role that trusts `app.terraform.io`. Or set its execution mode to local.',
        page: 'https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'role-arn-as-name': {
    title: 'The call gives the role’s ARN in place of its name.',
    means:
      'IAM takes a role’s name alone, without account and path, and found no role that is called so. No policy refused this.',
    changes: [
      {
        says: 'Give the name, which is the last part of the ARN: `{role}`. In Terraform use the role’s `name` in place of its `arn`.',
        page: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'role-name-not-there': {
    title: 'This account has no role of that name.',
    means:
      'IAM looks a role up by its name in the account of the credentials, and found none. Most often the credentials are of another account, the role isn’t made yet, or its name is misspelled. No policy refused this.',
    check: 'aws iam list-roles --query Roles[].Arn --output json',
    changes: [
      {
        says: 'See which account the credentials are of. If it’s the wrong one, use the profile of the role’s account; otherwise compare the name with the list. A path is no part of the name.',
        run: DECIDING_COMMANDS.callerIdentity,
        page: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'distribution-without-name': {
    title: 'Most likely the distribution doesn’t have this host name.',
    means:
      'CloudFront refused the request itself. DNS leads a name to CloudFront that no distribution has as an alternate domain name, or plain HTTP was sent where only HTTPS is taken. No IAM policy and no WAF rule decided.',
    check:
      'aws cloudfront list-distributions --query DistributionList.Items[].[Id,DomainName,Aliases.Items] --output json',
    changes: [
      {
        says: 'Call the same path with `https://`. If it’s still refused, add the name to the distribution’s alternate domain names, with a certificate that covers it, or let DNS point to the distribution that has it.',
        page: 'https://repost.aws/knowledge-center/cloudfront-troubleshoot-403-errors',
        confirmed: '2026-12-03',
      },
    ],
  },
  'profile-not-there': {
    title: 'The AWS files read here have no such profile.',
    means:
      'The program looked the profile up in `~/.aws/config` and `~/.aws/credentials` of the user that runs it, and found none of this name. In a container, under `sudo` or in CI that is another home. The request never reached AWS.',
    check: 'aws configure list-profiles',
    changes: [
      {
        says: 'Compare the name with the list, and see what sets it: `--profile`, `AWS_PROFILE` or the program’s own setting. Where credentials come from a role or from variables, unset it; otherwise add the profile.',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'credentials-partial': {
    title: 'A part of the access key isn’t set.',
    means:
      'The program found an access key ID without its secret key, or the reverse, in the place that the message names, and looks no further. The request never reached AWS.',
    check: DECIDING_COMMANDS.configuration,
    changes: [
      {
        says: 'Set what is missing there, from the same key, or remove the rest of it so that the next source is used.',
        page: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'signed-url-refused': {
    title: 'CloudFront doesn’t accept the signed URL or cookies.',
    means:
      'CloudFront answers so itself where the signed time is over, the signature doesn’t fit, or what was signed doesn’t cover this path or address. S3 would say “Access Denied”, with a request id. No bucket policy was asked.',
    changes: [
      {
        says: 'Look at the end of the time, `Expires` or `DateLessThan`, and at the path that was signed. Then sign again, with the private key whose public key has this `Key-Pair-Id`.',
        page: 'https://repost.aws/knowledge-center/cloudfront-troubleshoot-signed-url-cookies',
        confirmed: '2026-12-03',
      },
    ],
  },
  'saml-provider-missing': {
    title: 'The account has no SAML provider with this ARN.',
    means:
      'STS looks the provider up by the ARN that the sign-in names, in the role’s account. It was deleted, has another name, or was never made in this account. No trust policy was evaluated.',
    check: 'aws iam list-saml-providers --output json',
    changes: [
      {
        says: 'Compare the provider’s ARN in the assertion’s `Role` attribute, or in `--principal-arn`, with the list. Correct it there, or create the provider in this account from the identity provider’s metadata.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'token-file-missing': {
    title: 'The token file for the pod’s role isn’t mounted.',
    means:
      'A variable names the file, but this container doesn’t have it. EKS mounts it when a pod starts whose service account has a role; a copied variable, or `automountServiceAccountToken`, doesn’t. Neither STS nor a policy was asked.',
    check: 'kubectl get pod <pod> --namespace <namespace> --output yaml',
    changes: [
      {
        says: 'See that the pod’s service account has the annotation `eks.amazonaws.com/role-arn`, and start the pod again. If the variables are set by hand, remove them. Outside of the cluster unset `AWS_WEB_IDENTITY_TOKEN_FILE`.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-configuration.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof ACCOUNTS_SHAPES, SituationAnswer>>
