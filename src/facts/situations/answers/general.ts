import { CHANGING_COMMANDS, DECIDING_COMMANDS } from '../deciding-commands'
import type { SituationAnswer } from '../situation-row'
import type { GENERAL_SHAPES } from '../shapes/general'

/** What is said of the errors that any service, client or other provider can answer with. */
export const GENERAL_ANSWERS = {
  'dry-run-passed': {
    title: 'The dry run passed: the request is allowed.',
    means: 'EC2 answers a dry run that would succeed with this error. Nothing was refused.',
    changes: [
      {
        says: 'Make the call once more without the dry run: it is allowed.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'block-public-access': {
    title: 'S3 Block Public Access refuses it.',
    means:
      'The setting stands above all policies, on the bucket, the account or the organization. It refuses policies and ACLs that make something public, and access by a policy that is public.',
    changes: [
      {
        says: 'Keep it on where the public is not meant: let the policy name accounts, users or roles instead of `"*"`, and leave public ACLs such as `public-read` out of the call.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'Only if it is meant to be public: turn Block Public Access off for the bucket, and for the account where it is on there too.',
        run: 'aws s3api put-public-access-block --bucket {bucket} --public-access-block-configuration BlockPublicAcls=false,IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=false',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-bucket.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'object-lock': {
    title: 'The object is locked.',
    means:
      'A retention period or a legal hold keeps the version. In governance mode `s3:BypassGovernanceRetention` and its header allow it; in compliance mode nobody can.',
    check: 'aws s3api head-object --bucket {bucket} --key {key} --version-id <version>',
    changes: [
      {
        says: 'Look which lock it is. In compliance mode wait until the retention period is over.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'In governance mode, with `s3:BypassGovernanceRetention` allowed, say in the call that the retention is to be passed over.',
        option: { is: 'added', words: '--bypass-governance-retention' },
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'Under a legal hold, ask whoever set it to take it off this version.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'object-lock-in-governance': {
    title: 'Object Lock keeps the version, in governance mode.',
    means:
      'Until the retention period is over, only a call that asks to bypass the retention deletes the version. The caller needs `s3:BypassGovernanceRetention` for it.',
    changes: [
      {
        says: 'If the version may go before its time, ask for the bypass in the call.',
        option: { is: 'added', words: '--bypass-governance-retention' },
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'Otherwise wait until the retention period is over.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'role-not-assumable': {
    title: 'The role can’t be assumed.',
    means:
      'The role’s trust policy doesn’t let in the service or caller that assumes it, there is no role at this ARN (name, path, account), or it was made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name the service or caller that assumes it as principal for `sts:AssumeRole` in its trust policy.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
        confirmed: '2026-11-26',
      },
    ],
  },
  'secret-not-there': {
    title: 'No secret has this name here, or the caller can’t read it.',
    means:
      'AWS names the secret as you wrote it, not by its ARN: most likely there is none of that name in this account and Region. If the name is right, the caller lacks the permission.',
    check: 'aws secretsmanager list-secrets --query SecretList[].[Name,ARN] --output json',
    changes: [
      {
        says: 'Compare the name with the list, in the Region of the call. For another account use the whole ARN. Then allow the action on the secret’s ARN.',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'service-may-not-assume': {
    title: 'The service can’t assume the role.',
    means:
      'The role’s trust policy doesn’t name the service, or only under a condition such as `aws:SourceArn` that isn’t met. Or there is no role at this ARN (name, path, account), or it was made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name the service as principal in its trust policy, and compare its conditions with what uses the role.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'kms-key-printed-to-delete': {
    title: 'The KMS key is scheduled for deletion.',
    means:
      'By the key state that you pasted, the key is to be deleted, so KMS uses it for no one. Permissions on it don’t change that. Once it’s deleted, nothing that it encrypted can be decrypted.',
    changes: [
      {
        says: 'Cancel the deletion before its date, and then enable the key with `aws kms enable-key`. The policies can stay as they are.',
        run: CHANGING_COMMANDS.keepKey,
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'kms-key-printed-off': {
    title: 'The KMS key isn’t enabled.',
    means:
      'By the key state that you pasted, KMS uses this key for no one: only a key in the state `Enabled` encrypts and decrypts. Permissions on it don’t change that.',
    changes: [
      {
        says: 'If its state is `Disabled`, enable the key and repeat the call. The policies can stay as they are.',
        run: CHANGING_COMMANDS.enableKey,
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'A key in the state `PendingImport` needs its key material imported again; `Unavailable` needs its custom key store connected.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'role-was-new': {
    title: 'The role was too new for the service to assume it.',
    means:
      'The same call passed later, so the trust policy is right. IAM needs some seconds until a new role or a changed trust policy is in effect everywhere.',
    changes: [
      {
        says: 'Change no policy. Wait about ten seconds after the role is created, then make the call, and retry it a few times if it fails.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency',
        confirmed: '2026-12-01',
      },
    ],
  },
  'role-trusts-service': {
    title: 'The role already trusts the service; look at its ARN and conditions.',
    means:
      'According to what you pasted, the trust policy names the service already. Then the role is new, the call names another ARN (name, path, account), or a condition such as `aws:SourceArn` or `aws:SourceAccount` isn’t met.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. Compare the ARN that `get-role` prints with the one in the call, then each condition of the trust policy with the resource that uses the role.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'role-works-elsewhere': {
    title: 'The role works elsewhere; look at what differs here.',
    means:
      'According to what you pasted, the service uses the same role with another resource, so the role exists and trusts it. What differs here decides: a condition of the trust policy such as `aws:SourceArn`, the ARN in this call, or what the role may do with this resource.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Compare the two: the role’s ARN in both calls, what the trust policy’s conditions say of this resource, and whether the role’s policies name this resource and its KMS key too.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'role-policy-late': {
    title: 'Most likely what needs the role comes before the role’s policy.',
    means:
      'According to what you pasted, the role’s policy is made in the same run, and nothing makes this wait for it. The service looks at the role as soon as it exists, and then finds no permission. The policy itself can be right.',
    changes: [
      {
        says: 'Let it wait for the policy, not only for the role: `DependsOn` the policy in CloudFormation, `node.addDependency(role)` in the CDK, `depends_on` in Terraform. Or put the policy into the role itself. Then deploy again.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'role-limited-in-account': {
    title: 'Something in this account denies it, most likely an SCP.',
    means:
      'According to what you pasted, the role has the permission, or the same set-up works in another account. What differs between accounts is usually an SCP of the organization. Less often it’s a permissions boundary, or an ARN in the role’s policy that names the other account.',
    changes: [
      {
        says: 'Open the refused call in this account’s CloudTrail: `errorMessage` says which kind of policy decides. If it’s an SCP, ask the administrators of the organization to exempt the action or the role. If it’s the role’s own policy, compare its ARNs with this account’s.',
        page: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'service-role-lacks': {
    title: 'The service’s role isn’t allowed to do this.',
    means:
      'The service called with the role it was given, not with your credentials. Most often that role’s own policies don’t allow it. A resource in another account, or its KMS key, must allow the role too, and a Deny in any policy wins.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Allow the service’s role what the message names. If the role has it, look at the resource’s policy and at the key.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'service-refused-by-resource': {
    title: 'The service isn’t let in; usually the resource’s policy doesn’t name it.',
    means:
      'The service calls as its own principal, not with your credentials. The policy of the bucket, queue, topic, function, log group or key must allow that principal the action. Some services say the same of a resource that is missing, in another Region, or encrypted with a KMS key that doesn’t let them in.',
    changes: [
      {
        says: 'See that the resource exists, in the service’s Region. Then allow the service’s principal in its policy, for this resource only: with `aws:SourceArn` or `aws:SourceAccount`. If a KMS key encrypts it, the key policy must allow the service too.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'thing-policy-refuses': {
    title: 'The resource’s own policy may refuse this.',
    means:
      'The message points to the policy of the resource. It must allow whoever asked the action: the caller, the role of the service, or the service’s principal. A Deny in it wins over every Allow. The message doesn’t say who asked.',
    changes: [
      {
        says: 'Read the resource’s policy: does it name whoever asked, and the action, and does a Deny cover them? Add an Allow for this one caller and this resource only.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'service-role-unfit': {
    title: 'The service can’t use the role: missing, not trusted, or lacking permissions.',
    means:
      'The message leaves the cause open: there is no role at this ARN, it was made moments ago, its trust policy doesn’t name the service, or its policies lack what the service needs. One look at the role tells the first three apart.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN or create it. Otherwise let its trust policy name the service’s principal, and attach the policy that the service’s page lists.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'prescribed-role-unfit': {
    title: 'The service’s role is missing, or lacks its trust or policies.',
    means:
      'The service works with this role. It must exist, its trust policy must name `{roleService}`, and it needs the managed policies that the service’s page lists: {rolePolicies}.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is missing, create it with `{roleService}` as the trusted service, and attach {rolePolicies}. Else compare its trust policy and its policies with these.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'prescribed-role-lacks': {
    title: 'The service’s role isn’t allowed this; usually a managed policy is missing.',
    means:
      'The service called with its role, not with your credentials. That role is meant to have {rolePolicies}. Usually one is detached; if none is, another policy limits the role.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Attach what is missing of {rolePolicies} to the role.',
        run: 'aws iam attach-role-policy --role-name {roleName} --policy-arn {rolePolicy}',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'Attach the further policy too.',
        run: 'aws iam attach-role-policy --role-name {roleName} --policy-arn {furtherPolicy}',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'service-refused-somewhere': {
    title: 'The service was refused. The message doesn’t say by which policy.',
    means:
      'A service works with a role that it was given, as itself, or for whoever started the job. With a role, that role’s policies decide; for a caller, the caller’s. As itself, the policy of the bucket, queue, topic, function or key must name the service’s principal. Its settings show whether it has a role; the CloudTrail event names who was refused.',
    changes: [
      {
        says: 'If the service has a role here, allow that role the action. If it has none, allow the service’s principal in the resource’s policy, with `aws:SourceArn` or `aws:SourceAccount`.',
        run: 'aws cloudtrail lookup-events --max-results 20 --output json',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'address-refused': {
    title: 'The address answered 403. The text doesn’t say who refused.',
    means:
      'Three places can refuse here: IAM, where requests are signed; the resource’s own policy; an authorizer, API key or web ACL in front. The body of the answer tells which: IAM’s names an action.',
    changes: [
      {
        says: 'Read the body of the answer. If it names an action, allow it to whoever signs: you, or the role of the service that sends the request.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
        confirmed: '2026-12-01',
      },
      {
        says: 'If nothing signs the request, look at the resource’s own policy, its authorizer or key, and the path or stage.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'key-refused-somewhere': {
    title: 'The KMS key is off or missing, or the service isn’t allowed.',
    means:
      'Services use a key with your credentials, with their role or as themselves. The key must be in this Region and enabled, and that one must be allowed to use it. KMS’s event in CloudTrail names who was refused.',
    check: DECIDING_COMMANDS.keyState,
    changes: [
      {
        says: 'If the key isn’t found, correct its ARN or Region; if it’s off, enable it. Otherwise read its key policy, and allow whoever CloudTrail names `kms:Decrypt`, `kms:GenerateDataKey` and `kms:DescribeKey`. A service that keeps the key in use needs `kms:CreateGrant` from whoever sets it up.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'caller-lacks-for-service': {
    title: 'You lack a permission that the service needs for this.',
    means:
      'The message speaks of you: the service checks or uses the credentials of whoever made the call. That user or role needs the permissions besides those for the call itself.',
    changes: [
      {
        says: 'Allow the user or role that made the call what the message names.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'kms-key-pending-deletion': {
    title: 'The KMS key is to be deleted.',
    means: 'No policy refused this. Cancel the deletion, enable the key, or use another one.',
    changes: [
      {
        says: 'If the key is still needed, cancel its deletion; it is disabled then, and has to be enabled.',
        run: CHANGING_COMMANDS.keepKey,
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys-cancelling-key-deletion.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'Enable the key again.',
        run: CHANGING_COMMANDS.enableKey,
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'To remove it, first encrypt again with another key what it still protects.',
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'kms-key-state': {
    title: 'The KMS key’s state doesn’t allow this.',
    means:
      'No policy refused this. The key is disabled, due for deletion or without its key material, its custom key store isn’t connected, or it’s still being created or updated.',
    changes: [
      {
        says: 'Look at the key’s state. `Disabled`: enable it. `PendingDeletion`: cancel the deletion if the key is needed. `PendingImport`: import its material again. `Unavailable`: connect its key store. `Creating`, `Updating` or `Enabled`: repeat the call.',
        run: DECIDING_COMMANDS.keyState,
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'kms-key-disabled': {
    title: 'The KMS key is disabled.',
    means: 'No policy refused this. Enable the key, or use another one.',
    changes: [
      {
        says: 'Enable the key, or let the resource use another one.',
        run: CHANGING_COMMANDS.enableKey,
        page: 'https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'database-permissions': {
    title: 'The database refused it by its own users and permissions.',
    means:
      'Grant the permission in the database, or sign in as another user. IAM decides only where the password is an IAM token.',
    grantedIn: 'the database',
    changes: [
      {
        says: 'Grant the permission in the database to the user that signed in, or sign in as another one.',
        page: 'https://docs.aws.amazon.com/redshift/latest/dg/r_GRANT.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'operating-system': {
    title: 'The operating system refused this, not AWS.',
    means: 'The user that runs the program may not use the file or socket. AWS wasn’t asked.',
    changes: [
      {
        says: 'Correct the file’s owner and mode, or run as a user who may; for Docker join the group `docker`.',
        page: 'https://docs.docker.com/engine/install/linux-postinstall/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'wrong-region': {
    title: 'The request went to another Region than the bucket’s.',
    means:
      'S3 answers for a bucket only in the bucket’s own Region. A bucket that is being created needs the Region of the call as its `LocationConstraint`. No policy was evaluated.',
    changes: [
      {
        says: 'Send the request to the Region of the bucket; this command says which one it is, `None` for `us-east-1`. For a new bucket make the Region of the call and `LocationConstraint` the same.',
        run: 'aws s3api get-bucket-location --bucket {bucket} --output text',
        option: { is: 'added', words: '--region <Region>' },
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'If the bucket is new, S3 can redirect requests to other Regions for up to a day: use the endpoint of its own Region, `s3.REGION.amazonaws.com`.',
        page: 'https://repost.aws/knowledge-center/s3-http-307-response',
        confirmed: '2026-12-02',
      },
    ],
  },
  'mfa-code-rejected': {
    title: 'The MFA device’s serial number or code wasn’t accepted.',
    means:
      'The call needs both: the ARN of a device of this very user, and a current code of it. A code is refused when it was used before, or when the device’s clock is off. No policy was evaluated.',
    changes: [
      {
        says: 'Copy the device’s ARN from the list and enter a new code. Each code works once.',
        run: 'aws iam list-mfa-devices --output json',
        option: { is: 'added', words: '--serial-number <ARN of the MFA device> --token-code <code>' },
        page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'mfa-code-used-up': {
    title: 'The MFA code was used already: each code works once.',
    means:
      'According to what you pasted, a first call with this code passed, and later ones were refused. STS accepts a code for one call only. So device, trust policy and clock are right, and no policy was evaluated.',
    changes: [
      {
        says: 'Enter the code in one call, and let all others use the temporary credentials that it returns: pass them on in the environment, or from a tool that caches them, such as `aws-vault`.',
        run: 'aws sts get-session-token --serial-number <ARN of the MFA device> --token-code <code>',
        page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'unknown-api-path': {
    title: 'The URL names no operation, or the request isn’t signed.',
    means:
      'AWS couldn’t tell which operation was meant, so no policy was evaluated. Most often the path, method or stage of the URL is wrong, or the API wasn’t deployed since it changed. API Gateway says the same of an unsigned request to a method with IAM authorization.',
    changes: [
      {
        says: 'Compare the host, stage, path and method with the API’s deployed stage. If they’re right, sign the request, where the method has IAM authorization.',
        page: 'https://repost.aws/knowledge-center/api-gateway-authentication-token-errors',
        confirmed: '2026-11-26',
      },
    ],
  },
  azure: {
    title: 'This is an error of Microsoft Azure.',
    means:
      'Azure decided this by its own role assignments. Nothing in AWS was asked, so AWS policies cannot explain it.',
    grantedIn: 'Microsoft Azure',
    changes: [
      {
        says: 'Assign the role in Azure to the identity that calls.',
        page: 'https://learn.microsoft.com/azure/role-based-access-control/troubleshooting',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'google-cloud': {
    title: 'This is an error of Google Cloud.',
    means: 'Google Cloud decided this by its own IAM. AWS policies cannot explain it.',
    grantedIn: 'Google Cloud',
    changes: [
      {
        says: 'Grant the role in Google Cloud to the account that calls.',
        page: 'https://cloud.google.com/iam/docs/permission-error-messages',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'ibm-cloud': {
    title: 'This is an error of IBM Cloud.',
    means: 'IBM Cloud decided this by its own access policies. AWS policies cannot explain it.',
    grantedIn: 'IBM Cloud',
    changes: [
      {
        says: 'Give the identity that calls an access policy in IBM Cloud.',
        page: 'https://cloud.ibm.com/docs/account?topic=account-userroles',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'other-cloud': {
    title: 'Another cloud provider answered, not AWS.',
    means: 'The request went to another provider, which has policies of its own. AWS policies cannot explain it.',
    changes: [
      {
        says: 'Change the policy at the provider that answered, or set the endpoint of the client to AWS.',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  vault: {
    title: 'This is an error of HashiCorp Vault.',
    means:
      'Vault refused by its own policies before anything reached AWS: they don’t allow the path, or the Vault token is no longer valid.',
    grantedIn: 'HashiCorp Vault',
    changes: [
      {
        says: 'Look at the token with `vault token lookup`. If it’s valid, let one of its policies allow the path; otherwise sign in to Vault again.',
        page: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'kubernetes-rbac': {
    title: 'Kubernetes refused this, not IAM.',
    means:
      'In EKS, IAM only says who you are. What you may do in the cluster is decided by Kubernetes RBAC and the access entries (or the aws-auth ConfigMap) of the cluster.',
    grantedIn: 'Kubernetes RBAC',
    changes: [
      {
        says: 'Give the IAM role or user an access entry of the cluster, and with it an access policy or a group that RBAC knows.',
        run: 'aws eks create-access-entry --cluster-name {cluster} --principal-arn {principalArn} --kubernetes-groups <group>',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'For a service account bind a role of Kubernetes to it.',
        run: 'kubectl create rolebinding <name> --clusterrole <role> --serviceaccount <namespace>:<name> --namespace <namespace>',
        page: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'request-signature': {
    title: 'The request was not signed in a way that AWS accepts.',
    means:
      'No policy was evaluated. Check the secret key, the clock, the Region and the service name that the request is signed for, and whether a proxy changes it.',
    changes: [
      {
        says: 'Set the access key, secret key and session token again, all from the same credentials. Check the clock, and that the Region and the service match the address.',
        run: DECIDING_COMMANDS.configuration,
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'expired-credentials': {
    title: 'The credentials have expired.',
    means: 'No policy was evaluated. Sign in again or assume the role again, and repeat the request.',
    changes: [
      {
        says: 'With IAM Identity Center: sign in again.',
        run: CHANGING_COMMANDS.signIn,
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'With a role: assume it again, and use the new credentials, all three of them.',
        run: 'aws sts assume-role --role-arn <ARN of the role> --role-session-name <name>',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'wrong-credentials': {
    title: 'AWS does not know who is asking.',
    means:
      'No policy was evaluated. Check which credentials are used (aws sts get-caller-identity) and that the key is active; for a container registry, log in to it first.',
    changes: [
      {
        says: 'See which credentials are used, and from where; old ones in environment variables come before a profile.',
        run: DECIDING_COMMANDS.configuration,
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'In a Region that has to be enabled: take a session from the STS endpoint of that Region; one from the global endpoint is known only in the Regions that are enabled by default.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'With IAM Identity Center: sign in again.',
        run: CHANGING_COMMANDS.signIn,
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'With a role: assume it again, and use the new credentials, all three of them.',
        run: 'aws sts assume-role --role-arn <ARN of the role> --role-session-name <name>',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'With access keys: set active ones of an IAM user.',
        run: 'aws configure --profile {profile}',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-authentication-user.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'With a registry of ECR: sign in to it before the pull or push.',
        run: 'aws ecr get-login-password --region {region}',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'application-authorization': {
    title: 'The application refused this, not an IAM policy.',
    means:
      'Cognito, AppSync and API Gateway answer so: the token or API key is missing or not valid, an authorizer or a web ACL refused, or the API doesn’t serve this domain or endpoint.',
    changes: [
      {
        says: 'Send what the application asks for: a valid token of its authorizer or user pool, its API key, or a signed request. If that’s right, look at the web ACL, and at the domain or VPC endpoint that the request came by.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'encoded-message-invalid': {
    title: 'The encoded message can’t be decoded.',
    means:
      'It’s cut, has line breaks in it, has expired, or belongs to another account. CloudTrail shortens it, so copy it from the error itself.',
    changes: [
      {
        says: 'Copy the whole message from the error itself, and decode it with credentials of the account in which the call was made.',
        run: 'aws sts decode-authorization-message --encoded-message <message> --query DecodedMessage --output text',
        page: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  throttling: {
    title: 'Too many requests.',
    titleOf: '{saidBy}: too many requests.',
    means: 'No policy refused this. Retry with growing pauses, or ask for a higher rate.',
    changes: [
      {
        says: 'Make fewer calls at once, and let the client retry with growing pauses: `AWS_RETRY_MODE=adaptive` for the CLI and SDKs.',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-retries.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'certificate-of-another-name': {
    title: 'The server’s certificate is for another host name.',
    means:
      'The client compares the name in the address with those in the certificate, and found another. A dot in a bucket’s name does it, as does an address that leads to another server: a VPC endpoint, a proxy, an IP address, an alias in DNS. No policy was evaluated.',
    changes: [
      {
        says: 'For a bucket with dots in its name, use path-style addresses. Otherwise use a host name that the certificate has: the service’s own, or the endpoint’s DNS name.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'certificate-out-of-time': {
    title: 'The certificate has expired, or the machine’s clock is off.',
    means:
      'The client compares the dates of the certificate with its own clock. AWS renews its certificates in time, so with an address of AWS it is most often the clock, or a proxy’s own certificate. No policy was evaluated.',
    check: 'date -u',
    changes: [
      {
        says: 'If the clock is wrong, set it, and let NTP keep it. If it’s right, look at whose certificate it is: that of a proxy or of a server of your own has to be renewed.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/set-time.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  certificate: {
    title: 'The client doesn’t trust the server’s certificate.',
    means:
      'The connection ended before the request was sent, so nothing was evaluated. Most often a proxy opens TLS and its certificate isn’t in the client’s bundle (`AWS_CA_BUNDLE`), or a small container image has no CA certificates.',
    changes: [
      {
        says: 'Behind a proxy that opens TLS: give the client the certificates of the proxy too. In a small image, install the package `ca-certificates`.',
        option: { is: 'added', words: '--ca-bundle <file>' },
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-options.html',
        confirmed: '2026-11-28',
      },
      {
        says: 'With `kubectl`, write the kubeconfig again with `aws eks update-kubeconfig`: each cluster has a certificate authority of its own.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/create-kubeconfig.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'zone-in-place-of-region': {
    title: 'The Region is set to an Availability Zone; its address doesn’t exist.',
    means:
      'The letter at the end makes it a zone: `eu-west-1a` lies in the Region `eu-west-1`. Only Regions have addresses. The request never reached AWS.',
    changes: [
      {
        says: 'Take the letter off where the Region is set: the profile, `AWS_REGION`, `AWS_DEFAULT_REGION` or `--region`.',
        run: DECIDING_COMMANDS.configuration,
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'function-timeout': {
    title: 'The function ran out of time.',
    means:
      'Lambda ended it; no policy refused it. A call that waits for a service that it cannot reach looks so, for instance from a VPC without a route or an endpoint to it; else give the function more time.',
    changes: [
      {
        says: 'See in its log which call it waited for: in a VPC it reaches AWS only by a route to the internet or a VPC endpoint of that service.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-networking.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  network: {
    title: 'The request didn’t reach AWS, or its answer didn’t come back.',
    means:
      'It failed on the network or took too long; no policy refused it. An unknown host points to DNS or the Region’s name, a connect timeout to routes, security groups, proxies or VPC endpoints. A read timeout can also be a call that takes longer than the client waits.',
    changes: [
      {
        says: 'Where the connection fails, open the way to the service: a route to the internet or a VPC endpoint, DNS, the security group, the proxy. Where only the answer is late, let the client wait longer.',
        page: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  quota: {
    title: 'A quota or limit is reached.',
    titleOf: '{saidBy}: a quota or limit is reached.',
    means:
      'No policy refused this. Remove what is not needed, or ask for a higher quota. Some limits, such as the size of a policy, can’t be raised.',
    changes: [
      {
        says: 'Remove what is not needed, or ask for a higher quota.',
        run: 'aws service-quotas request-service-quota-increase --service-code <service> --quota-code <quota> --desired-value <value>',
        page: 'https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_RequestServiceQuotaIncrease.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'policy-document': {
    title: 'A policy was not accepted because of how it is written.',
    means: 'Nothing was denied by it. Give the policy itself: its mistakes are then marked in its text.',
    changes: [
      {
        says: 'Correct the policy, and have it checked before it is set; a policy of a resource is a `RESOURCE_POLICY`, an SCP a `SERVICE_CONTROL_POLICY`.',
        run: 'aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'volume-gone': {
    title: 'The volume does not exist, or not any more.',
    means:
      'EC2 makes a volume first and encrypts it then. One that is gone at once was given up, mostly because who made it may not use its KMS key; else check the id and the Region.',
    changes: [
      {
        says: 'Where the volume was only just made: allow who made it `kms:CreateGrant`, `kms:GenerateDataKeyWithoutPlaintext`, `kms:Decrypt`, `kms:ReEncrypt*` and `kms:DescribeKey` on the KMS key of its encryption, which the account can have set by default.',
        run: 'aws ec2 get-ebs-default-kms-key-id --output json',
        page: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html',
        confirmed: '2026-11-26',
      },
      {
        says: 'Else correct the id, or the account and Region in which it is looked for.',
        page: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-lifecycle.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'authorization-record-late': {
    title: 'The record isn’t there yet, or is in another Region.',
    means:
      'AWS keeps the record for at least 24 hours, in the Region of the denied call. It can take a minute to appear.',
    changes: [
      {
        says: 'Wait a minute and ask again, in the Region of the denied call.',
        option: { is: 'added', words: '--region <Region of the denied call>' },
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied-authorization-id.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'not-found': {
    title: 'What the request names does not exist.',
    titleOf: '{saidBy}: what the request names doesn’t exist.',
    means:
      'No policy refused this. Check the name, the account and the Region. What another account owns must be shared with this one first.',
    changes: [
      {
        says: 'Correct the name, or the account and Region in which it is looked for; this shows whose credentials are used.',
        run: DECIDING_COMMANDS.callerIdentity,
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'invalid-request': {
    title: 'The service didn’t accept the request as it is.',
    titleOf: '{saidBy} didn’t accept the request as it is.',
    means: 'It names a value or a part of the request that doesn’t fit. Its message doesn’t speak of a permission.',
    changes: [
      {
        says: 'Change the request as the message of the service says. With `--debug` the AWS CLI shows all that it sends.',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'git-password-kept': {
    title: 'Most likely Git sends CodeCommit a stored password that has expired.',
    means:
      'A password from the AWS CLI’s helper is valid for about 15 minutes. Another helper, such as `osxkeychain` or a credential manager, stores it and sends it again later. So it works at first and then fails. No permission is missing.',
    changes: [
      {
        says: 'Delete the `git-codecommit` entry from the keychain or credential manager, and keep that helper from answering for CodeCommit: set an empty `credential.helper` for its host before the AWS CLI’s, or use `git-remote-codecommit`.',
        page: 'https://docs.aws.amazon.com/codecommit/latest/userguide/troubleshooting-ch.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'git-credentials': {
    title: 'CodeCommit did not accept the request.',
    means:
      'The text does not say whether the credentials are wrong or a policy refused. Check the credential helper first, then codecommit:GitPull and codecommit:GitPush.',
    check: 'git config --show-origin --get-all credential.helper',
    changes: [
      {
        says: 'If another helper stands first, let Git take its credentials from the AWS CLI. If this one is set already, see whether `codecommit:GitPull` or `codecommit:GitPush` is missing.',
        run: 'git config --global credential.helper "!aws codecommit credential-helper $@"',
        page: 'https://docs.aws.amazon.com/codecommit/latest/userguide/setting-up-https-unixes.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'another-product': {
    title: 'Another product refused this by its own permissions, not AWS.',
    means:
      'The message names a product outside AWS. Its own users, roles and tokens decide; AWS only passes the answer on. No IAM policy changes it.',
    changes: [
      {
        says: 'Check the user, token or role of the connection in that product, and renew what has expired. Then update the connection or its secret in AWS.',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'named-role-missing': {
    title: 'The role that is named doesn’t exist.',
    means:
      'The service looked for a role or instance profile and found none: deleted, not created yet, under another path, or in another account. No policy refused this.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. Otherwise correct its ARN, path included, or create it again. Its trust policy must name the service that works with it.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'arn-of-another-form': {
    title: 'What was given isn’t an ARN of the right kind.',
    means:
      'The service checks the form of an ARN first. This one is incomplete, or it belongs to another kind of resource. No policy was evaluated.',
    changes: [
      {
        says: 'Give the whole ARN of the resource that the parameter asks for: partition, service, Region, account and name.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'perhaps-denied': {
    title: 'A permission may be missing; the error doesn’t say whose.',
    means:
      'The service says to look at permissions, among other things: see as whom it works, the caller or a role that it was given, and what that one may do. The CloudTrail event shows whether something was denied.',
    changes: [
      {
        says: 'See what the role that the service works with, or the caller, may do, and look for the denial in CloudTrail.',
        run: 'aws cloudtrail lookup-events --max-results 20 --output json',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'unknown-error': {
    title: 'This error does not show whether AWS refused anything.',
    means:
      'It names no call of AWS. Paste more of what was printed, with the call that failed and the address that it went to.',
    changes: [
      {
        says: 'Paste more of what was printed: the call that failed, and the address that it went to.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'other-error': {
    title: 'The service didn’t accept the request.',
    titleOf: '{saidBy} didn’t accept the request.',
    means: 'The service rejected the request itself. Its message, if there is one, doesn’t speak of a permission.',
    changes: [
      {
        says: 'Compare the request with the service’s message and with the reference of the operation.',
        page: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html',
        confirmed: '2026-11-26',
      },
    ],
  },
  'policy-generation-bucket': {
    title: 'IAM Access Analyzer can’t read the trail’s bucket with its role.',
    means:
      'It reads CloudTrail’s logs with the role you chose. That role needs `s3:GetObject` and `s3:ListBucket`, and `kms:Decrypt` on the key of the logs. For a bucket of another account, the bucket policy and key policy there must allow the role too.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Compare the role’s policy with the bucket, the prefix and the key of the trail. For a bucket of another account, allow the role in its bucket policy and key policy too.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'missing-or-hidden': {
    title: 'It doesn’t exist, or you may not see it.',
    means:
      'The service answers the same for a thing that isn’t there and for one that you may not see. Most often the name, the Region or the account is another.',
    check: DECIDING_COMMANDS.callerIdentity,
    changes: [
      {
        says: 'Compare the name, the Region and the account with what the console shows. If they are right, allow the action on it, or ask its owner for access.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'linked-role-refused': {
    title: 'A service-linked role was refused; nobody here can edit it.',
    means:
      'AWS writes this role’s policies, and no one in the account can change them. SCPs and RCPs don’t restrict it. What can change is the resource’s own policy, a KMS key’s above all, or what the service was asked to use.',
    changes: [
      {
        says: 'Let the resource’s policy allow the role, or give the service a resource, or a role of your own, that fits.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'action-null': {
    title: 'AWS couldn’t tell what was asked; most likely no permission is missing.',
    means:
      'AWS names no action (`null`): it couldn’t tell from the request what was asked. Most often a document in the call is malformed, for example a Greengrass recipe that is no valid JSON or YAML.',
    changes: [
      {
        says: 'Check the document that the call sends: its syntax, its encoding and the form of its parts. Then call again.',
        page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/troubleshooting.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'If the request is right, check that what it works on exists, and that the service is set up in this account and Region.',
        page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/troubleshooting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'bucket-blocks-encryption': {
    title: 'The bucket blocks uploads with a customer’s own key (SSE-C).',
    means:
      'The bucket’s default encryption lists the blocked types, and SSE-C is one. It rejects every such upload, whatever the policies allow.',
    check: 'aws s3api get-bucket-encryption --bucket {bucket} --output json',
    changes: [
      {
        says: 'Upload without the SSE-C options: the bucket’s own encryption is used then.',
        option: { is: 'left out', words: '--sse-customer-algorithm AES256' },
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'Only if SSE-C is needed: let the bucket’s owner set `BlockedEncryptionTypes` to `NONE`.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'role-refused': {
    title: 'The service can’t assume the role.',
    means:
      'A service that works with a role assumes it first. The role’s trust policy doesn’t name the service, there is no role at this ARN (name, path, account), or it was made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait a minute and repeat. If `get-role` doesn’t find it or prints another ARN, correct the ARN. Otherwise name the service’s principal in its trust policy.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'deletion-protected': {
    title: 'It is protected against deletion; no policy refused this.',
    means: 'Deletion protection is a setting of the thing itself. It stops everyone, whatever they’re allowed.',
    changes: [
      {
        says: 'If it is really meant to go, let whoever owns it turn the protection off first, then delete it.',
        page: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/TroubleshootingInstancesShuttingDown.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'service-pulls-image': {
    title: 'The service can’t pull the image from the repository.',
    means:
      'The service pulls as its own principal, not with your credentials or a role. Most often the repository policy doesn’t allow that principal the pull actions. A repository or tag that isn’t there, or is in another Region, gives the same message.',
    check: DECIDING_COMMANDS.repositoryPolicy,
    changes: [
      {
        says: 'Check the repository’s account, Region and tag. Then allow the service’s principal the three pull actions in the repository policy.',
        page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'still-in-use': {
    title: 'It can’t be deleted while something is in it or attached.',
    means: 'The service deletes it only when it’s empty and nothing uses it. No permission is missing.',
    changes: [
      {
        says: 'Empty or detach first: a bucket’s objects and versions, a policy from its users, groups and roles, a role’s policies and instance profiles. Then delete it.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'thing-in-another-region': {
    title: 'The resource is in another Region than the service.',
    means:
      'Most services use a bucket, topic, queue or key only in the Region in which they are called. The message says that the two Regions differ; no policy refused this.',
    changes: [
      {
        says: 'Call the service in the resource’s Region, or give it a resource of its own Region. For a bucket copy the objects, or let S3 replicate them.',
        page: 'https://docs.aws.amazon.com/general/latest/gr/rande.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'owner-only': {
    title: 'Only the account that owns the resource can do this.',
    means:
      'By the message, the resource belongs to another account. If it’s shared with yours, you can use it, but some settings and changes stay with its owner. An Allow in your account doesn’t change that.',
    check: 'aws ram list-resources --resource-owner OTHER-ACCOUNTS --output json',
    changes: [
      {
        says: 'Check that the ID and the account you’re signed in to are the right ones. If they are, leave that part out of the call, or ask an administrator of the owner’s account to do it there.',
        page: 'https://docs.aws.amazon.com/ram/latest/userguide/what-is.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'caller-passes-listed': {
    title: 'You lack one of the listed permissions, perhaps iam:PassRole.',
    means:
      'The call hands a role to the service, so it needs more than its own action: `iam:PassRole` on that role. The message lists everything that’s needed, not what’s missing. A policy for one service, such as its `FullAccess` or `service:*`, often doesn’t include `iam:PassRole`.',
    changes: [
      {
        says: 'Compare the list with your policies. If `iam:PassRole` is missing, allow it on that one role, with the service as `iam:PassedToService`.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'role-gone': {
    title: 'The role that the service should use doesn’t exist.',
    means:
      'According to what you pasted, there is no role of this name any more: IAM doesn’t find it, or it was deleted. The service’s error can be the same as for a trust policy that doesn’t name it. No policy can be edited on a role that isn’t there.',
    check: 'aws iam list-roles --query Roles[].Arn --output json',
    changes: [
      {
        says: 'Create the role again under exactly this name and path, with a trust policy that names the service and with the policies that it had. Or name a role that exists.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'role-just-made': {
    title: 'Most likely the role is too new; IAM needs a moment.',
    means:
      'According to what you pasted, the role was created in this run and its trust policy names the service. What IAM changes takes time to be seen everywhere, so a service can miss a new role for a moment.',
    changes: [
      {
        says: 'Change no policy: run it again now. So that it passes the first time, let the resource wait some seconds for the role and its policies: `depends_on` with a `time_sleep` in Terraform, a retry in a script.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency',
        confirmed: '2026-12-01',
      },
    ],
  },
  'bucket-not-there': {
    title: 'The bucket doesn’t exist; no permission helps.',
    means:
      'A look at the bucket that the error names answers that there is none. The service’s words are the same as for a bucket that it may not use.',
    changes: [
      {
        says: 'Correct the bucket’s name in the setting or the call, or create the bucket in the service’s Region.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'object-not-there': {
    title: 'The object isn’t there: a look at it answers 404.',
    means:
      'Whoever may not list a bucket gets 403 for a missing object. Here the answer is 404, so there is none under this key, and no permission helps.',
    changes: [
      {
        says: 'List the folder, then correct the key (letter case, slashes, coded characters) or upload the object first.',
        run: 'aws s3 ls s3://{bucket}/',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'secret-not-found': {
    title: 'No secret of this name exists in this account and Region.',
    means:
      'Secrets Manager looked in the account and Region of the call. The name is another, an ARN isn’t complete up to its random suffix, or the secret is in another Region or account. No policy refused this.',
    changes: [
      {
        says: 'Compare the name with the list, in the Region of the call. For another account’s secret pass its whole ARN.',
        run: 'aws secretsmanager list-secrets --query SecretList[].[Name,ARN] --output json',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'secret-in-another-region': {
    title: 'The secret is in another Region than the client.',
    means:
      'What you pasted names the secret by an ARN of one Region, and the client works in another. Secrets Manager looks only in its own Region, also for a whole ARN.',
    changes: [
      {
        says: 'Make the client for the Region in the secret’s ARN: `region_name` in the code, `AWS_REGION`, or `--region`. To read it from both Regions, replicate the secret.',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'bucket-holds-versions': {
    title: 'The bucket still holds old versions or delete markers.',
    means:
      'The bucket has versioning: what was removed from it is still there as a version, and `aws s3 rm` and the listing don’t show it. No permission is missing.',
    changes: [
      {
        says: 'Look at what is left. Then delete all versions and delete markers, for good: with “Empty” in the S3 console, a lifecycle rule, or `force_destroy` in Terraform.',
        run: 'aws s3api list-object-versions --bucket {bucket} --max-items 20 --output json',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/empty-bucket.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stage-in-custom-domain': {
    title: 'Most likely the URL names the stage behind a custom domain.',
    means:
      'With a custom domain, its mapping already leads to one stage of the API. A stage in the path is then read as a part of the resource, and API Gateway finds no such method.',
    changes: [
      {
        says: 'Leave the stage out of the URL: the domain, the mapping’s path if it has one, then the resource. If that fails too, compare the mapping with the API and its deployed stage.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'integration-without-operation': {
    title: 'The integration’s request doesn’t name an operation of the service.',
    means:
      'API Gateway reached the AWS service, but it couldn’t tell the operation from the integration’s URI, HTTP method, path or headers. No policy was evaluated.',
    changes: [
      {
        says: 'Correct the integration: its HTTP method (most services take POST), the URI with `action/OPERATION` or `path/…`, and the headers, such as `Content-Type: application/x-www-form-urlencoded` for SQS. Then deploy the API.',
        page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'user-in-place-of-role': {
    title: 'The ARN is of a user; the service needs a role.',
    means: 'A service assumes a role and can’t work as an IAM user. Whatever that user may do plays no part.',
    changes: [
      {
        says: 'Give the ARN of a role whose trust policy names the service, or of its service-linked role.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof GENERAL_SHAPES, SituationAnswer>>
