import type { CircumstanceId } from '../circumstances'
import type { RowMessage } from './row-message'

/** What each circumstance means, and what to do. */
export const CIRCUMSTANCE_MESSAGES: Readonly<Record<CircumstanceId, RowMessage>> = {
  'caller-of-permission-set': {
    says: 'This role comes from a permission set of IAM Identity Center: its name begins with `AWSReservedSSO_`. It can’t be changed in the account. The session is named after the person.',
    fix: 'Change the permission set in IAM Identity Center, then provision it again. Its inline policy is the place for one more Allow. A resource’s policy names this role’s account and tests `aws:PrincipalArn`.',
  },
  'caller-of-identity-pool': {
    says: 'The session name `CognitoIdentityCredentials` means a Cognito identity pool. In the enhanced flow, Cognito adds its own session policy for guests. That policy allows only a short list of services, whatever the role allows.',
    fix: 'Sign the user in, so that the authenticated role is used. Guests of the enhanced flow can’t reach a service outside that list.',
  },
  'caller-is-node-of-cluster': {
    says: 'The caller is an instance’s role, by its name that of a node. If a pod of a cluster made the call, it got no credentials of its own and used its node’s: its service account has no role (web identity or Pod Identity), the pod started before it had one, or its SDK is too old.',
    fix: 'For a pod: give it a service account with its own role, then restart it. Run `aws sts get-caller-identity` in the pod to see its role. Give the instance’s role the permission if a program of the instance itself made the call.',
  },
  'caller-is-instance': {
    says: 'The session is named after an EC2 instance, so the caller is the instance’s own role. SDKs use that role when they find no other credentials, even if the program should use another role.',
    fix: 'If the program should use another role, attach that role’s instance profile, or give the program its credentials. Allow it in this role only if the role is this program’s own: other instances can have it too.',
  },
  'agent-joins-default-cluster': {
    title: 'The instance registers with the cluster “default”.',
    says: 'The ECS agent joins the cluster named `default` where nothing tells it another one. If your cluster has another name, the instance’s `ECS_CLUSTER` is missing, and no permission on your cluster helps.',
    fix: 'Set `ECS_CLUSTER=<cluster>` in `/etc/ecs/ecs.config` through the user data of the launch template, then start new instances. Allow `cluster/default` only if that is the cluster you mean.',
  },
  'cleans-up-after-failed-upload': {
    says: 'The upload failed before, for the reason in the first line. The client then gave the upload up, and only that was refused.',
    fix: 'Repair what the first line says; this permission doesn’t make the upload work. Allow `s3:AbortMultipartUpload` too, so that no parts stay behind and are billed.',
  },
  's3-read-answered-as-list': {
    title: 'The object that was asked for isn’t there.',
    says: 'The call reads one object and lists nothing. S3 asks for `s3:ListBucket` only where no object has that key: with it the answer is 404, without it 403.',
    fix: 'Check the key, letter by letter, with the folder and the version; someone who may list the bucket can see it. Allow `s3:ListBucket` on the bucket only if the caller is to be told that an object is missing.',
  },
  'account-is-closed': {
    title: 'The account that is asked is closed.',
    says: 'By the list in your text, the account is closed or suspended. No role in it can be assumed and nothing in it answers, whatever the policies say.',
    fix: 'Leave out accounts whose state isn’t `ACTIVE`. If the account is still needed, AWS Support can reopen it within 90 days of its closure. No policy needs to change.',
  },
  'region-closed-to-administrators': {
    title: 'Most likely an SCP denies this Region.',
    says: 'By your text, an administrator is refused here, and the same call works in another Region. The caller’s own policies apply in both, so something limits Regions: usually an SCP with `aws:RequestedRegion`.',
    fix: 'Ask the administrators of the organization which SCP limits the Regions of this account, and whether this call can be exempted there. If nothing ties you to this Region, work in one that is allowed; a certificate for CloudFront has to be in us-east-1.',
  },
  'limit-of-one-account': {
    title: 'Most likely an SCP of this account denies it.',
    says: 'By your text, the same set-up works in another account. So its policies are right, and what differs is the account: usually an SCP of the organization on this account or its OU.',
    fix: 'Open the refused call in this account’s CloudTrail: `errorMessage` says which kind of policy denies it. Then ask the administrators of the organization to exempt the action or the role in the SCP. More permissions in the account change nothing.',
  },
  'layer-of-another-region': {
    title: 'Most likely the layer is in another Region than the function.',
    says: 'The layer’s ARN names one Region, and your text speaks of another. Layers are published Region by Region, and a function uses only those of its own. For another one Lambda gives this same error, also where the layer is public.',
    fix: 'Use the layer’s ARN for the Region of the function: most publishers list one for each Region. Or publish a copy there. No policy needs to change.',
  },
  'layer-of-publisher': {
    title: 'Most likely this version of the layer doesn’t exist in this Region.',
    says: 'The layer is one that its publisher shares with everyone, version by version and Region by Region. Lambda answers a version that was never published there as if its policy refused it. No policy of the caller changes that.',
    fix: 'Take the ARN from the publisher’s list: name and number, and for some layers runtime and architecture, for the Region of the function.',
  },
  'federated-principal-by-default': {
    title: 'The CDK wrote sts:AssumeRole into the trust policy.',
    says: 'A `FederatedPrincipal` without a third argument trusts the provider for `sts:AssumeRole`. An identity pool, an OIDC provider or a SAML provider calls another action, which the role then doesn’t allow.',
    fix: 'Pass the action as third argument: `sts:AssumeRoleWithWebIdentity`, or `sts:AssumeRoleWithSAML` with SAML. Or use `WebIdentityPrincipal` or `SamlPrincipal`, which have it. Then deploy.',
  },
  'limit-above-administrators': {
    title: 'Most likely an SCP denies it: administrators are refused too.',
    says: 'By your text, more than one caller with all permissions is refused. So no identity-based policy is missing. What limits all callers of an account alike is usually an SCP of the organization.',
    fix: 'Ask the administrators of the organization which SCP of this account or its OU denies the action. More permissions in the account change nothing.',
  },
  'policy-of-resource-stops-administrators': {
    title: 'Most likely a Deny in the bucket policy stops administrators too.',
    says: 'By your text, callers with all permissions are refused. A Deny in the bucket policy applies to administrators and to the root user of the account as well.',
    fix: 'Read the bucket policy and find the Deny. It can’t keep the root user of the account that owns the bucket from replacing or deleting the policy.',
  },
  'version-in-compliance-mode': {
    title: 'The version is locked in compliance mode.',
    says: 'By your text, Object Lock keeps versions of this bucket in compliance mode. Until the retention ends, no one can delete such a version or shorten its retention, not even the root user.',
    fix: 'Wait until the retention ends; `aws s3api get-object-retention` shows when. A deletion without a version ID only adds a delete marker.',
  },
  'taken-once-and-ended': {
    title: 'Most likely a token or session expires and isn’t renewed.',
    says: 'By your text, the same caller is let through at first, or after a restart, and is refused some time later. So the permissions are right: the credentials or token were fetched once and have expired.',
    fix: 'Let the SDK get and renew the credentials itself, from a profile or the role of the task or instance. Make a new token for each connection. Don’t export credentials once at the start. No policy needs to change.',
  },
  'clears-up-after-another-failure': {
    title: 'The stack failed before; only its clean-up was refused.',
    says: 'Something else failed first, and the stack was rolled back. Deleting what had been made was refused only then. With this permission alone, the next deployment would fail in the same way.',
    fix: 'Repair what the earliest failed event says; the console lists the newest first. To let a rollback delete everything, allow the caller this action too.',
  },
  'layer-version-not-there': {
    title: 'This version of the layer isn’t there, or isn’t shared.',
    says: 'Your text shows other versions of the layer. Its owner shares a layer version by version, so one that was never published in this Region, or not shared, is refused even if your policies allow it.',
    fix: 'Use a version that can be read in this Region, for example the newest of those in your text. Only the layer’s owner can publish or share another.',
  },
  'asked-for-what-is-not-listed': {
    title: 'What was asked for isn’t in the list.',
    says: 'The list in your text has others of its kind, but not this name: it was renamed or deleted, or is in another account.',
    fix: 'In the configuration that makes the call, use a name from the list. Don’t allow the old name in a policy.',
  },
  'kms-key-is-off': {
    title: 'The KMS key is off or waits for its deletion.',
    says: 'By the key state in your text, KMS uses the key for no one: only a key in the state `Enabled` encrypts and decrypts. Permissions on it don’t change that.',
    fix: 'If its deletion is scheduled, cancel it with `aws kms cancel-key-deletion`. Then enable the key with `aws kms enable-key`. The policies can stay as they are.',
  },
  'asked-for-by-coded-name': {
    title: 'The request uses the URL-encoded form of the object’s key.',
    says: 'S3 events encode the key as in a URL, with `+` for a space. Your text lists the object under its plain key, so the encoded key names no object. S3 answers 403 for a missing object unless the caller may list the bucket.',
    fix: 'Decode the event’s key before you use it, for example with `urllib.parse.unquote_plus` in Python. No permission is missing.',
  },
  'asked-for-by-another-name': {
    title: 'Nothing is listed under the name in the call.',
    says: 'The list in your text has no thing with the name that was asked for, but one whose name is nearly the same. No policy names what isn’t there, and it has no tags that a condition could match.',
    fix: 'Write the name as it’s listed, with its whole path, in the command, code, manifest or template. Leave the policy and the tags as they are.',
  },
  'allowed-on-another-resource': {
    says: 'By your text, the caller’s policy allows this action on another resource. AWS asked about {resource}, and compares the whole ARN: a suffix, a version or alias, a path and what lies below a thing count too.',
    fix: 'Add {resource} to `Resource` of that statement, or correct the ARN there.',
  },
  'trust-tests-unmet': {
    title: 'The trust policy names the caller, but may ask for more.',
    says: 'By your text, the role’s trust policy names the caller or its account. Its conditions must be met too: usually `sts:ExternalId` in another account’s role, else MFA, the source address or the organization.',
    fix: 'Ask the role’s owner for the conditions of its trust policy. If they test `sts:ExternalId`, pass that ID with the call (`--external-id`). Don’t take the condition out: it protects the owner.',
  },
  'trusted-caller-made-again': {
    title: 'The trust policy names a role or user that was deleted.',
    says: 'IAM stores the ID of whoever a trust policy names, and prints it once that role or user is gone. One that was made again under the same name has another ID, so the policy no longer names it, whatever the template says.',
    fix: 'Write the trust policy again with the caller’s ARN, for example with `aws iam update-assume-role-policy`: IAM then stores the new ID. A stack without a change in its template doesn’t do that.',
  },
  'cdk-roles-not-assumable': {
    says: 'The CDK uses the roles of its bootstrap: `cdk-QUALIFIER-deploy-role`, `-file-publishing-role`, `-image-publishing-role` and `-lookup-role`. The caller needs `sts:AssumeRole` on them. They trust the accounts that the bootstrap named, for calls without an external ID.',
    fix: 'First look whether the role exists: a Region that was never bootstrapped has none. If it does and the caller is in another account, bootstrap again with `--trust`. Allow the caller `sts:AssumeRole` on the roles `cdk-*` of that account, and send no external ID.',
  },
  'cdk-roles-of-own-account': {
    says: 'The roles of the CDK’s bootstrap trust their whole account, so the caller’s own policy decides: it must allow `sts:AssumeRole` on `cdk-QUALIFIER-deploy-role`, `-file-publishing-role`, `-image-publishing-role` and `-lookup-role`.',
    fix: 'If the command finds no such role, bootstrap this account and Region. If it does, allow the caller `sts:AssumeRole` on the roles `cdk-*` of this account.',
  },
  'cdk-deploy-role-passes-one-role': {
    says: 'The CDK’s deploy-role may pass only one role: the `cfn-exec-role` of the same bootstrap. Any other role, for example one given with `--role-arn`, is refused.',
    fix: 'Use the bootstrap’s role, or customize the bootstrap template so that the deploy-role may also pass the other role (`iam:PassRole`).',
  },
  'cdk-exec-role-without-policies': {
    title: 'The bootstrap’s execution role has no policies for these services.',
    says: 'Calls of several services are refused to the bootstrap’s `cfn-exec-role` alike. It has only the policies that the last `cdk bootstrap` gave it, and that one gave it none for these.',
    fix: 'Bootstrap the environment again with `--cloudformation-execution-policies`: policies that cover what your stacks create, or `AdministratorAccess`, the CDK’s own default. Don’t add the actions one by one.',
  },
  'cdk-resources-by-exec-role': {
    says: 'The bootstrap’s `cfn-exec-role` creates the resources of a CDK stack, not the person who deploys. That role has `AdministratorAccess`, unless the bootstrap was given other policies.',
    fix: 'Bootstrap again with `--cloudformation-execution-policies` that allow it. Also check whether the bootstrap set a permissions boundary.',
  },
  'cdk-assets-by-publishing-role': {
    says: 'The publishing roles of that account and Region’s bootstrap publish a CDK app’s assets, into the bootstrap’s own bucket and repository. They may not use other places, or buckets encrypted with a customer managed key.',
    fix: 'Bootstrap the account and Region again. If the bucket has its own key, add `--bootstrap-kms-key-id`.',
  },
  'cdk-reads-version-of-bootstrap': {
    says: 'The CDK reads the version of its bootstrap with the bootstrap’s own role. The template of today allows that role `ssm:GetParameter` on the parameter; an older bootstrap, or a template of your own, doesn’t.',
    fix: 'Bootstrap this account and Region again with a current CDK, and with the same qualifier. In a template of your own allow the role `ssm:GetParameter` on `parameter/cdk-bootstrap/…/version`.',
  },
  'bucket-made-before-the-copy': {
    title: 'rclone tries to create the bucket before it copies.',
    says: 'By default rclone creates the bucket before it uploads, even one that exists. The caller isn’t allowed to create buckets, and doesn’t need to be.',
    fix: 'Set `no_check_bucket = true` in the remote, or add `--s3-no-check-bucket`. No policy needs to change for a bucket that exists.',
  },
  'secret-of-copilot-by-its-short-name': {
    title: 'The parameter isn’t the one that Copilot made.',
    says: '`copilot secret init` names a parameter `/copilot/APP/ENV/secrets/NAME`. A parameter of another name doesn’t exist and has no tags, so the role’s test of tags isn’t met.',
    fix: 'Write the whole name in the manifest: `/copilot/APP/ENV/secrets/NAME`, with your application, environment and secret. The role’s policy can stay as it is.',
  },
  'cdk-went-on-without-its-roles': {
    title: 'The CDK could not assume the roles of its bootstrap.',
    says: 'The CDK works with the roles of its bootstrap. It could assume none of those that the text names, and went on with the caller’s own permissions. What these then lack is only a consequence.',
    fix: 'Allow the caller `sts:AssumeRole` on the roles of the bootstrap, `arn:aws:iam::{account}:role/cdk-*`. From another account the bootstrap has to trust the caller’s account too: `cdk bootstrap --trust`.',
  },
  'cdk-looks-up-with-its-role': {
    says: 'CDK lookups use the bootstrap’s lookup-role, which has `ReadOnlyAccess` but not `kms:Decrypt`. An old bootstrap has no such role.',
    fix: 'Bootstrap again, or commit `cdk.context.json` so that no lookup is needed.',
  },
  'caller-is-service-role-of-stack': {
    says: 'The session name `AWSCloudFormation` means the stack’s service role, not the person who deploys. It creates all resources of the stack. The stack keeps this role until it is given another one.',
    fix: 'Allow it in that role.',
  },
  'caller-is-build': {
    says: 'The session name begins with `AWSCodeBuild-`: the caller is the build project’s service role, not the person who started the build.',
    fix: 'Allow it in the service role of the project.',
  },
  'caller-is-graphql-data-source': {
    says: 'The session name `APPSYNC_ASSUME_ROLE` means the role of an AppSync data source, not the user who called the API.',
    fix: 'Allow it in the role of that data source.',
  },
  'caller-is-glue-job': {
    says: 'The session name `GlueJobRunnerSession` means the role of the Glue job, not the person who started it.',
    fix: 'Allow it in the role of the job.',
  },
  'caller-is-notebook': {
    says: 'The session name `SageMaker` means the execution role of the notebook, job or endpoint, not the person who uses it.',
    fix: 'Allow it in that execution role.',
  },
  'caller-is-service-linked-role': {
    says: 'A service-linked role acts for its service. No one can change its policy, and SCPs don’t apply to it. A Deny in the resource’s policy, in a key policy or in a VPC endpoint policy does apply.',
    fix: 'Allow the role in the resource’s policy or the key policy.',
  },
  'caller-of-a-lab': {
    says: 'Course and lab accounts, for example AWS Academy with its role `voclabs` and the policies `Pvoclabs1` and so on, are limited by their provider’s policies. No one in the account can see or change these policies.',
    fix: 'You can’t fix this in the account. Use what the lab offers, for example its `LabRole`, or ask the lab’s provider.',
  },
  'caller-is-default-role': {
    says: 'The caller is a default role that the AWS console or a service created. Programs use it without anyone choosing it.',
    fix: 'Give the program its own role. Allow it in the default role only if all that use that role may have it.',
  },
  'caller-is-root-user': {
    says: 'The root user has no identity-based policies and no permissions boundary. Only an SCP, an RCP, a resource’s policy, a VPC endpoint policy or a rule of the service can deny it.',
    fix: 'Check the account’s SCPs and the resource’s policy.',
  },
  'task-starts-with-execution-role': {
    says: 'Before a task runs, ECS uses the task execution role to pull the image, read the secrets and set up logging. The task role is for the program in the container.',
    fix: 'Allow it in the task execution role: `ecr` for the image, `secretsmanager:GetSecretValue`, `ssm:GetParameters` and `kms:Decrypt` for secrets, `logs:CreateLogStream` and `logs:PutLogEvents` for the log.',
  },
  'task-role-for-exec': {
    says: 'ECS Exec uses the task role, which needs the four `ssmmessages` actions. The execution role isn’t used.',
    fix: 'Allow `ssmmessages:CreateControlChannel`, `ssmmessages:CreateDataChannel`, `ssmmessages:OpenControlChannel` and `ssmmessages:OpenDataChannel` on `*` in the task role.',
  },
  'alarm-invokes-function': {
    says: 'An alarm invokes a function as `lambda.alarms.cloudwatch.amazonaws.com`. The function’s resource policy must allow it. The execution role and your own permissions aren’t used.',
    fix: 'Add it to the function’s resource policy: run `aws lambda add-permission` with `--principal lambda.alarms.cloudwatch.amazonaws.com`, the account as `--source-account` and the alarm as `--source-arn`.',
  },
  'key-refused-without-a-word': {
    says: 'KMS refused the use of a key and gave no reason, as it does when another service makes the call. Most often the key policy doesn’t allow whoever uses the key: the caller, if the service passes the call on, or the service itself.',
    fix: 'Find the event in CloudTrail: it names the key and the caller. Allow that principal `kms:Decrypt` in the key policy, and `kms:GenerateDataKey*` for writes. A caller that is a user or role may need an identity-based Allow too. You can’t change the policy of an `aws/…` key: use a customer managed key.',
  },
  'service-uses-key': {
    says: 'A service that calls KMS as itself, not for a user or role, must be named in the key policy. The statement for the account’s `root` doesn’t cover it.',
    fix: 'Add the service’s principal to the key policy, and limit it to the resource with `aws:SourceArn`.',
  },
  'server-access-logs': {
    says: 'S3 delivers server access logs as `logging.s3.amazonaws.com`, without an encryption header. The target bucket’s policy must allow it. A Deny for a missing `s3:x-amz-server-side-encryption` blocks it.',
    fix: 'Exempt AWS services from the Deny on encryption headers in the target’s bucket policy: add the test `"Bool": {"aws:PrincipalIsAWSService": "false"}` to its Condition. The policy must also allow `logging.s3.amazonaws.com` to call `s3:PutObject`.',
  },
  'api-not-deployed-since': {
    title: 'The API’s policy as you pasted it lets this address in; the stage still runs an older one.',
    says: 'A REST API’s resource policy takes effect only with a deployment. Until then each stage keeps the policy of its last deployment, whatever the console and `get-rest-api` show.',
    fix: 'Deploy the API to the stage, `aws apigateway create-deployment --rest-api-id API --stage-name STAGE`, wait a moment and call again. If it’s refused still, look which address the call comes from.',
  },
  'api-not-deployed-though-open': {
    title: 'The API’s policy as you pasted it lets everyone in; most likely the stage still runs an older one.',
    says: 'A REST API’s resource policy takes effect only with a deployment. Until then each stage keeps the policy of its last deployment, whatever the console and `get-rest-api` show.',
    fix: 'Deploy the API to the stage, `aws apigateway create-deployment --rest-api-id API --stage-name STAGE`, wait a moment and call again. If it’s refused still, check that this is the policy of the API whose ID the message names.',
  },
  'api-not-deployed-for-address': {
    title: 'Most likely the stage still runs an older policy of the API.',
    says: 'The policy that you pasted lists this address. A REST API’s resource policy takes effect only with a deployment: until then each stage keeps the policy of its last one, whatever the console and `get-rest-api` show.',
    fix: 'Deploy the API to the stage, `aws apigateway create-deployment --rest-api-id API --stage-name STAGE`, wait a moment and call again. If it’s refused still, look which address the call comes from.',
  },
  'api-not-deployed-for-endpoint': {
    title: 'The API’s policy as you pasted it lets this endpoint in; the stage still runs an older one.',
    says: 'A REST API’s resource policy takes effect only with a deployment. Until then each stage keeps the policy of its last deployment, whatever the console and `get-rest-api` show.',
    fix: 'Deploy the API to the stage, `aws apigateway create-deployment --rest-api-id API --stage-name STAGE`, wait a moment and call again. If it’s refused still, look at the policy of the VPC endpoint.',
  },
  'tags-of-another-kind': {
    title: 'The call tags another kind of thing than the one refused.',
    says: 'A launch is checked for each thing that it makes, and a tag counts only for the kind that the call gives it to. Tags for `ResourceType=instance` are not on the volume or the network interface, so `aws:RequestTag` is absent there.',
    fix: 'Send the tags for the refused kind too, in the same call: a second tag specification with its `ResourceType`, such as `ResourceType=volume,Tags=[…]`.',
  },
  'address-listed-but-not-seen': {
    says: 'An address in your text is one that the policy lets through, and the Deny applied all the same. So this request didn’t carry it. Usually the subnet reaches the service through a VPC endpoint, where `aws:SourceIp` is absent; what a web page shows as your address says nothing of that way.',
    fix: 'Look whether the VPC has an endpoint for the service (`vpcEndpointId` in the event tells too). If so, exempt it in the same Deny: add `StringNotEquals` with its ID for `aws:SourceVpce`. Else find the address that the service saw: `sourceIPAddress` in the event.',
  },
  'address-hidden-by-endpoint': {
    says: 'The policy lists your public address, but a request through a VPC endpoint doesn’t carry it: `aws:SourceIp` is absent there, and `NotIpAddress` is true for an absent key.',
    fix: 'Exempt the endpoint from the same Deny: add `StringNotEquals` with its ID for `aws:SourceVpce`, or `NotIpAddress` with the private addresses for `aws:VpcSourceIp`. Or route the calls around the endpoint.',
  },
  'unsigned-call-of-api': {
    says: 'For an unsigned call, API Gateway says `with an explicit deny` even when no Allow in the API’s resource policy matches, for example because `aws:SourceIp` differs. A changed policy takes effect only after the API is deployed again.',
    fix: 'Make an Allow in the resource policy cover the caller. For an address, list its public IP in `aws:SourceIp`. Then deploy the API again.',
  },
  'api-method-without-iam': {
    says: 'If a method’s authorization isn’t `AWS_IAM`, API Gateway treats every caller as anonymous, even when the call is signed. A resource policy that names users or roles then matches no one.',
    fix: 'Set the method’s authorization to `AWS_IAM`, deploy the API again, and sign the call.',
  },
  'bucket-whose-reader-pays': {
    says: 'This public bucket is Requester Pays: S3 answers 403 unless the call says that you pay. Anonymous requests never work there.',
    fix: 'Sign the request, and add `--request-payer requester` (`RequestPayer="requester"` in SDKs, the header `x-amz-request-payer`).',
    title: 'The bucket is Requester Pays, and the call doesn’t say so.',
  },
  'own-bucket-of-image-layers': {
    says: 'ECR keeps image layers in AWS’s own buckets, `prod-REGION-starport-layer-bucket`. A pull reads them through the S3 endpoint.',
    fix: 'Allow reads of these buckets, with the Region, in the policy that is named. A VPC endpoint policy, boundary or SCP that lists your buckets must list them too.',
  },
  'layers-refused': {
    title: 'The pull was let in, and a layer was refused.',
    says: 'The login and the manifest passed; the address with `/blobs/` is a layer. ECR hands layers out from AWS’s own bucket `prod-REGION-starport-layer-bucket`: often the policy of the VPC’s S3 endpoint leaves that out. Else whoever pulls lacks `ecr:GetDownloadUrlForLayer`.',
    fix: 'Look at the policy of the S3 endpoint on the subnet’s route table, and allow `s3:GetObject` on `arn:aws:s3:::prod-REGION-starport-layer-bucket/*` there. If the same role is refused outside the VPC too, allow it `ecr:GetDownloadUrlForLayer` on the repository.',
  },
  'layers-behind-endpoint': {
    title: 'The S3 endpoint’s policy leaves out the bucket of image layers.',
    says: 'ECR answers a request for a layer with a link to AWS’s own bucket `prod-REGION-starport-layer-bucket`. The endpoint for S3 carries that download, and its policy doesn’t allow it there.',
    fix: 'Allow `s3:GetObject` on `arn:aws:s3:::prod-REGION-starport-layer-bucket/*` in the policy of the S3 endpoint.',
  },
  'own-bucket-of-systems-manager': {
    says: 'SSM Agent and patching read AWS’s own buckets, for example `aws-ssm-REGION` and `patch-baseline-snapshot-REGION`.',
    fix: 'Allow reads of these buckets, with the Region, in the policy that is named. A VPC endpoint policy, boundary or SCP that lists your buckets must list them too.',
  },
  'own-bucket-of-deployments': {
    says: 'The CodeDeploy agent and its updates come from AWS’s own buckets, `aws-codedeploy-REGION`.',
    fix: 'Allow reads of these buckets, with the Region, in the policy that is named. A VPC endpoint policy, boundary or SCP that lists your buckets must list them too.',
  },
  'own-bucket-of-amazon-linux': {
    says: 'Amazon Linux gets its packages from AWS’s own buckets: `al2023-repos-REGION-…`, `amazonlinux-2-repos-REGION` and older ones.',
    fix: 'Allow reads of these buckets, with the Region, in the policy that is named. A VPC endpoint policy, boundary or SCP that lists your buckets must list them too.',
  },
  'own-bucket-of-stacks': {
    says: 'Custom resources and wait conditions answer through AWS’s own buckets: `cloudformation-custom-resource-response-REGION`, with the Region written without dashes, and `cloudformation-waitcondition-REGION`.',
    fix: 'Allow access to these buckets, with the Region, in the policy that is named. A VPC endpoint policy, boundary or SCP that lists your buckets must list them too.',
  },
  'own-bucket-of-other-services': {
    says: 'This bucket belongs to AWS. Agents, models, scripts and packages of its services come from such buckets, one for each Region.',
    fix: 'Allow reads of this bucket, with the Region, in the policy that is named. A VPC endpoint policy, boundary or SCP that lists your buckets must list it too.',
  },
  'own-resource-without-account': {
    says: 'Public parameters, documents and automations of Systems Manager belong to AWS. Their ARN has no account between its colons.',
    fix: 'Add the ARN exactly as requested, without an account, to the ARNs of your account.',
  },
  'directory-bucket-by-session': {
    says: 'Objects of a directory bucket (S3 Express One Zone) are read and written in a session. It needs `s3express:CreateSession` on the bucket; the `s3` actions on objects aren’t checked. `s3express:SessionMode` can limit a session to reading.',
    fix: 'Allow `s3express:CreateSession` on `arn:aws:s3express:REGION:ACCOUNT:bucket/NAME`. With a KMS key, also allow `kms:GenerateDataKey` and `kms:Decrypt` on it.',
  },
  'own-bucket-of-beanstalk': {
    says: 'Elastic Beanstalk reads platform files from AWS’s own buckets, for example `elasticbeanstalk-env-resources-REGION`.',
    fix: 'Allow reads of these buckets, with the Region, in the policy that is named. A VPC endpoint policy, boundary or SCP that lists your buckets must list them too.',
  },
  'own-bucket-of-emr': {
    says: 'EMR clusters read packages and scripts from AWS’s own buckets, `REGION.elasticmapreduce` and `repo.REGION.emr.amazonaws.com`.',
    fix: 'Allow reads of these buckets, with the Region, in the policy that is named. A VPC endpoint policy, boundary or SCP that lists your buckets must list them too.',
  },
  'own-bucket-of-image-builder': {
    says: 'Image Builder reads components and logs through AWS’s own buckets, `ec2imagebuilder-toe-REGION-prod` and `ec2imagebuilder-managed-resources-REGION-prod`.',
    fix: 'Allow access to these buckets, with the Region, in the policy that is named. A VPC endpoint policy, boundary or SCP that lists your buckets must list them too.',
  },
  'own-repositories-of-eks': {
    says: 'EKS add-ons come from repositories in AWS’s own accounts. The account differs in some Regions.',
    fix: 'Allow the pull from that account in the policy that is named.',
  },
  'launch-without-imdsv2': {
    says: 'Organizations often deny `ec2:RunInstances` unless `ec2:MetadataHttpTokens` is `required`, which means IMDSv2. A launch that doesn’t set it doesn’t carry the key, and a negated test is true for an absent key.',
    fix: 'Launch with `--metadata-options HttpTokens=required`, or set it in the launch template or as the account’s default.',
  },
  'key-of-instance-on-other-resource': {
    says: 'A launch is checked once for each resource. Keys of the instance, for example `ec2:MetadataHttpTokens` or `ec2:InstanceType`, are present only in the check on `instance/*`. On another resource, for example `launch-template/*`, the key is absent, so a negated test is true there.',
    fix: 'Name `instance/*` as the resource of that Deny, or use the `IfExists` form of its operator.',
  },
  'named-by-control-tower': {
    title: 'Most likely a control of AWS Control Tower denies this.',
    says: 'The text names a control of AWS Control Tower: `AWS-GR_…` is a control, `GR…` a statement in its SCP, `aws-guardrails-…` the SCP itself.',
    fix: 'Ask who runs Control Tower in the management account: mandatory controls stay on, others can be turned off there. No one in this account can change them.',
  },
  'kept-by-control-tower': {
    title: 'Most likely an SCP of AWS Control Tower protects it.',
    says: 'Its name is one that AWS Control Tower gives. The SCPs of its mandatory controls deny changes to what it made to everyone but `AWSControlTowerExecution`.',
    fix: 'Leave it as it is, and take it out of what asks for the change. What Control Tower itself can set, its owner sets in the management account. No one in this account can lift the Deny.',
  },
  'kept-by-accelerator': {
    title: 'Most likely an SCP of the Landing Zone Accelerator protects it.',
    says: 'Its name is one that the Landing Zone Accelerator gives. Its guardrails, which are SCPs, deny changes to what it made to everyone but its own roles.',
    fix: 'Make the change in the accelerator’s configuration: its pipeline carries it out. No one in this account can lift the Deny.',
  },
  'guardrail-on-regions': {
    says: 'Often an SCP denies all Regions but a few, with `aws:RequestedRegion`.',
    fix: 'Call in an allowed Region, or ask for an exception for this service.',
  },
  'guardrail-on-mfa': {
    says: 'Often a user’s policy denies everything without MFA. Long-term access keys never carry MFA, even if the user has a device.',
    fix: 'Get a session with `aws sts get-session-token` and the code of your MFA device, and use its three values.',
  },
  'keys-without-mfa': {
    title: 'Most likely a Deny asks for MFA, which access keys don’t carry.',
    says: 'A sign-in to the console carries MFA, long-term access keys never do. A Deny that asks for `aws:MultiFactorAuthPresent` then refuses the same call by key.',
    fix: 'Get a session with `aws sts get-session-token` and the code of your MFA device. Then set its three values in place of the access key: `AWS_ACCESS_KEY_ID` (it begins with `ASIA`), `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`.',
  },
  'boundary-on-what-is-made': {
    title: 'Most likely a guardrail asks for a permissions boundary on what is made.',
    says: 'Organizations often deny `iam:CreateRole` and `iam:CreateUser` unless `iam:PermissionsBoundary` is a boundary that they prescribe. A call that sets none doesn’t carry the key, and a negated test is true for an absent key.',
    fix: 'Ask which boundary is prescribed. Set it on the new role or user: `PermissionsBoundary` in CloudFormation, `permissions_boundary` in Terraform, `--permissions-boundary` on the command line.',
  },
  'boundary-lets-make-with-boundary': {
    says: 'A permissions boundary of someone who may create roles usually allows it only if the new role carries a boundary too: the statement tests `iam:PermissionsBoundary`. A call that sets none isn’t covered.',
    fix: 'Ask which boundary is prescribed, and set it on every new role or user: `permissionsBoundary` in the CDK, `PermissionsBoundary` in CloudFormation, `permissions_boundary` in Terraform, `--permissions-boundary` on the command line.',
  },
  'session-policy-of-the-text': {
    says: 'The call that creates the session passes a session policy, as your text shows. The session can do only what both that policy and the role’s policies allow.',
    fix: 'Allow the action in the session policy that is passed. A policy that AWS manages can’t be edited: pass your own in its place. Leave the session policy out only if nothing is meant to limit the session.',
  },
  'session-policy-of-guests': {
    title: 'Most likely Amazon Cognito’s own session policy for guests does not allow it.',
    says: 'Amazon Cognito passes a session policy of its own with credentials for guests in the enhanced flow. It allows only some services, and no one can edit it. The role’s policies can’t give more.',
    fix: 'Let only signed-in users make the call, or put an API of your own before it. Only if guests must call it themselves, turn on the basic (classic) flow in the identity pool: `GetOpenIdToken`, then `AssumeRoleWithWebIdentity`.',
  },
  'session-policy-of-guests-beside': {
    title: 'Most likely Amazon Cognito’s own session policy for guests does not allow it.',
    says: 'Amazon Cognito passes a session policy of its own with credentials for guests in the enhanced flow. It allows only some services, and no one can edit it. The role’s policies can’t give more.',
    fix: 'Let only signed-in users make the call, or put an API of your own before it. Only if guests must call it themselves, turn on the basic (classic) flow in the identity pool: `GetOpenIdToken`, then `AssumeRoleWithWebIdentity`.',
  },
  'session-of-the-service-itself': {
    says: 'The role and the bucket belong to {limiter}, in an account of AWS. The service keeps the application’s state there and writes the session policy itself. The application’s own role and buckets have no part in this call.',
    fix: 'Change nothing in your policies. If checkpoints and snapshots complete, ignore this line. Otherwise open a case with AWS Support.',
  },
  'session-policy-of-a-service': {
    says: 'A service, {limiter}, passes a session policy of its own when it starts this session. It limits the role, and no one in the account can edit it.',
    fix: 'Make this call with a role that your own code assumes, for example in a Lambda function or a build job. Or leave out what needs the call, for example tags. No policy of this role can help.',
  },
  'session-policy-of-certificate-profile': {
    says: 'IAM Roles Anywhere passes the session policy and the managed policies of the profile with each session. They limit the role: the request needs an Allow in both.',
    fix: 'Allow the action in the session policy of the profile, or replace the profile’s managed policies: `aws rolesanywhere update-profile`. Then get new credentials. No policy of the role can help.',
    fixOfDeny:
      'Take the Deny out of the session policy of the profile, or replace the profile’s managed policies: `aws rolesanywhere update-profile`. Then get new credentials. No Allow can help.',
  },
  'session-policy-of-a-broker': {
    says: 'Whoever creates the session, for example a library, a proxy or a broker, passes the session policy. It limits the role: the request needs an Allow in both.',
    fix: 'If your own code creates the session, allow the action in the policy that it passes. If a service or a vendor creates it, make this call with a role of your own. No policy of the role can help.',
    fixOfDeny:
      'If your own code creates the session, take the Deny out of the policy that it passes. If a service or a vendor creates it, make this call with a role of your own. No Allow can help.',
  },
  'public-policy-blocked': {
    title: 'Most likely Block Public Access refuses the public bucket policy.',
    says: 'While Block Public Access (`BlockPublicPolicy`) is on, S3 refuses a bucket policy that makes the bucket public, whatever the caller’s permissions are. It is on for new buckets, and can be on for the whole account.',
    fix: 'If the bucket needn’t be public, name principals in the policy, or serve the objects through CloudFront with origin access control. Only for a bucket that is meant to be public, turn `BlockPublicPolicy` off first; it can also be on for the account. In Terraform, let the policy wait for that with `depends_on` on the `aws_s3_bucket_public_access_block`.',
  },
  'public-policy-blocked-by-account': {
    title: 'Most likely Block Public Access of the account refuses the policy.',
    says: 'By the text the bucket’s own Block Public Access is off. It can still be on for the whole account or organization, which wins over the bucket’s setting. S3 then refuses each public bucket policy with `Access Denied`, whatever the caller’s permissions are.',
    fix: 'Look at the account’s setting. If `BlockPublicPolicy` is on there, better keep the bucket private and serve it through CloudFront. Turn the account’s setting off only if its buckets may be public.',
  },
  'public-buckets-restricted': {
    title: 'Block Public Access keeps out whom only a public policy lets in.',
    says: 'The text shows `RestrictPublicBuckets` on. A bucket policy that allows everyone then counts only for the bucket’s own account and for AWS services. Another Allow changes nothing.',
    fix: 'Serve the bucket through CloudFront with origin access control, and leave it closed. If everyone is to read it, turn `RestrictPublicBuckets` off for the bucket, and for the account if it’s on there.',
  },
  'public-acl-blocked': {
    title: 'Most likely Block Public Access refuses the public ACL.',
    says: 'While Block Public Access (`BlockPublicAcls`) is on, S3 refuses a public ACL, for example `public-read`, with `Access Denied`. It is on for new buckets.',
    fix: 'Write without the ACL and give access with a policy. Otherwise turn `BlockPublicAcls` off and ACLs on.',
  },
  'policy-of-another-partition': {
    title: 'Most likely the ARNs are of another partition.',
    says: 'In the China Regions and in GovCloud, ARNs begin with `arn:aws-cn:` and `arn:aws-us-gov:`. A policy with `arn:aws:` is refused there as malformed.',
    fix: 'Build ARNs with the account’s partition, `aws-cn` or `aws-us-gov`. Use `${AWS::Partition}` in CloudFormation and `data.aws_partition` in Terraform.',
  },
  'endpoint-as-bucket': {
    title: 'Most likely the bucket name is an endpoint’s host.',
    says: 'S3 takes what follows `s3://` as the bucket’s name. With an endpoint’s host there, the request goes to a bucket of that name, which someone else owns.',
    fix: 'Write `s3://BUCKET/KEY`, without the host.',
  },
  'bad-request-of-endpoint': {
    title: 'S3 didn’t accept the request: usually its Region or its token.',
    says: '`400 Bad Request` isn’t a denial. Regions launched since 2019 answer this way when the request reaches a Region that isn’t the bucket’s. A session token that has expired gives the same where the answer carries no message.',
    fix: 'Get new credentials and repeat. If it stays so, set the bucket’s Region and endpoint, with `accesspoint` in it only for an access point. If the Region is an opt-in Region, enable it for the account.',
  },
  'bucket-of-somebody-else': {
    title: 'Most likely the bucket belongs to another account.',
    says: 'Bucket names are shared by all accounts of a partition. A bucket that another account owns also answers 403.',
    fix: 'Check the name and the account. `aws s3api head-bucket` with `--expected-bucket-owner` tells whether the bucket is yours.',
  },
  'object-of-another-writer': {
    title: 'Most likely the object belongs to the account that wrote it.',
    says: 'With ACLs on, an object that another account wrote belongs to that account. The bucket’s policy doesn’t apply to it.',
    fix: 'Set the bucket’s Object Ownership to `BucketOwnerEnforced`, or make the writer send `bucket-owner-full-control`.',
  },
  'volume-tags-after-launch': {
    title: 'The launch itself carries no tag for the volume.',
    says: 'Terraform sends the tags of `root_block_device` and `ebs_block_device` only after the launch. In `RunInstances` the volume has none of them, so a policy that requires the tag denies it.',
    fix: 'Set `volume_tags` on the `aws_instance` in place of tags in its block devices. Or use a launch template whose `tag_specifications` name `volume`. Then the tags go with the launch.',
  },
  'tags-of-what-karpenter-makes': {
    says: 'Karpenter tags instances, volumes and launch templates with its own tags and with `spec.tags` of the `EC2NodeClass`, no others.',
    fix: 'Add the tag that the policy asks for to `spec.tags` of the `EC2NodeClass`.',
  },
  'plan-drops-the-boundary': {
    title: 'The plan removes the permissions boundary, which a policy denies.',
    says: 'A plan that no longer has `permissions_boundary` calls `{actionName}`.',
    fix: 'The plan removes `permissions_boundary` (`{droppedBoundary}`). Set it again, for example where a new version of a module dropped it. Then nothing is removed.',
  },
  'role-of-the-app-without-boundary': {
    title: 'The app makes a role without the required permissions boundary.',
    says: 'A CDK app makes roles of its own, for example for log retention or custom resources. A boundary that is set on one role leaves those without it.',
    fix: 'Apply the boundary to the whole app: `PermissionsBoundary.of(app).apply(…)`, or the context key `@aws-cdk/core:permissionsBoundary` in `cdk.json`. Use the boundary that the policy names.',
  },
  'caller-pays': {
    title: 'Most likely the request doesn’t accept that the requester pays.',
    says: 'A Requester Pays bucket refuses every request that doesn’t accept the cost, whatever the policies allow.',
    fix: 'Add `--request-payer requester` to the command, or `RequestPayer="requester"` in code (for a transfer of boto3 within `ExtraArgs`). Sign the request: your account pays.',
  },
  'key-in-quarantine': {
    title: 'AWS quarantined this user: its access key has leaked.',
    says: 'AWS attaches this policy to a user when it finds the user’s access key in public. The policy protects your account, and no Allow overrides it.',
    fix: 'Treat the key as leaked: move to a role or a new key, then deactivate and delete the old key. Look in CloudTrail for calls and users that aren’t yours, and answer AWS’s support case. Detach the policy only after that.',
  },
  'key-of-aws': {
    title: 'The key is managed by AWS: no other account can use it.',
    says: 'The policy of an AWS managed key lets in only its own account, through the service that uses the key. No one can change that policy.',
    fix: 'Encrypt the data with a customer managed key and allow the caller in that key’s policy. Copy the data again, so that it uses the new key. Without KMS, use the service’s own encryption, for example SSE-S3.',
  },
  'key-of-aws-behind-service': {
    title: 'The key is one of AWS’s own, which this service can’t use.',
    says: 'The text says that a key `aws/…` encrypts it. AWS manages that key: no one can edit its policy, and it lets in no AWS service that calls in its own name and no caller of another account.',
    fix: 'Set a customer managed key, and let the service in by its key policy with `kms:GenerateDataKey*` and `kms:Decrypt`. Or use the encryption that takes no key, such as SSE-SQS. Changing the policy of the topic, queue or bucket doesn’t help.',
  },
  'data-of-lake-formation': {
    says: 'Data that Lake Formation manages is read with credentials that Lake Formation hands out. To get them, the caller needs `lakeformation:GetDataAccess` in IAM. A missing grant on the table has another message: “Insufficient Lake Formation permission(s)”.',
    fix: 'Allow the caller `lakeformation:GetDataAccess` on `*`: it takes no other resource. What the caller may read is still decided by the grants in Lake Formation.',
  },
  'organization-is-asked-elsewhere': {
    title: 'Most likely this account isn’t the management account.',
    says: 'AWS Organizations answers this call only in the management account, or for a delegated administrator. In any other member account it is denied, whatever the policies allow.',
    fix: 'Make the call with credentials of the management account or of a delegated administrator.',
  },
  'assignment-in-management-account': {
    title: 'A delegated administrator can’t change access to the management account.',
    says: 'A delegated administrator of IAM Identity Center manages permission sets and assignments of member accounts. Assignments in the management account, and permission sets that are provisioned there, only the management account can change.',
    fix: 'Make this call with credentials of the management account, and keep separate permission sets for that account. If the target is a member account, look at the caller’s policies.',
  },
  'bucket-behind-cloudfront': {
    says: 'CloudFront reads the bucket as the service `cloudfront.amazonaws.com`, for one distribution. The bucket policy must allow it `s3:GetObject`. S3 also answers this way when the object doesn’t exist.',
    fix: 'Allow `cloudfront.amazonaws.com` to call `s3:GetObject` in the bucket policy, with the distribution’s ARN in `aws:SourceArn`. Objects encrypted with a KMS key also need `kms:Decrypt` for it in the key policy.',
  },
  'key-behind-cloudfront': {
    title: 'The key policy doesn’t let CloudFront decrypt the object.',
    says: 'CloudFront reads the bucket as the service `cloudfront.amazonaws.com`. For an object that is encrypted with a KMS key, the key policy must allow it `kms:Decrypt` too. The bucket policy can’t do that.',
    fix: 'Allow `cloudfront.amazonaws.com` to call `kms:Decrypt` in the key policy, with the distribution’s ARN in `aws:SourceArn`. An origin access identity can’t read such objects: use origin access control.',
  },
  'key-behind-origin-identity': {
    title: 'An origin access identity can’t read objects encrypted with a KMS key.',
    says: 'CloudFront reads the bucket as an origin access identity, which can’t use KMS. Objects without such encryption still load. Adding the identity to the key policy doesn’t help.',
    fix: 'Change the origin to origin access control (OAC). Then allow `cloudfront.amazonaws.com` to call `s3:GetObject` in the bucket policy and `kms:Decrypt` in the key policy, both with the distribution’s ARN in `aws:SourceArn`.',
  },
  'origin-control-not-let-in': {
    title: 'The bucket policy lets in only the old origin access identity.',
    says: 'With origin access control CloudFront reads as the service `cloudfront.amazonaws.com`, and no longer as the origin access identity that the bucket policy names.',
    fix: 'Allow `cloudfront.amazonaws.com` to call `s3:GetObject` in the bucket policy, with the distribution’s ARN in `aws:SourceArn`. Take the statement for the identity out only once no origin uses it.',
  },
  'route-behind-cloudfront': {
    title: 'Most likely the path is a route of the app.',
    says: 'A single-page app has routes without files. S3 has no object under such a key, and answers `403` instead of `404`, where CloudFront may not list the bucket. If other files load, the bucket policy is right.',
    fix: 'In the distribution add custom error responses: `403` and `404` to `/index.html`, with status `200`. Or rewrite such paths to `/index.html` in a CloudFront function.',
  },
  'object-missing-behind-cloudfront': {
    title: 'Most likely the object doesn’t exist.',
    says: 'S3 answers `403 Access Denied` instead of `404` for a key that doesn’t exist, unless the reader may also call `s3:ListBucket`.',
    fix: 'Check whether the object is in the bucket, `index.html` too, and whether the distribution has a default root object. Letting the reader list the bucket turns such answers into `404`.',
    fixOfDeny:
      'An origin access identity is in no organization and is no service principal. Use origin access control instead, which calls as `cloudfront.amazonaws.com`, and allow that in the bucket policy with the distribution’s ARN in `aws:SourceArn`. Otherwise ask the policy’s owner to exempt the identity’s ARN (`aws:PrincipalArn`).',
  },
  'key-of-aws-for-notifications': {
    title: 'The destination’s AWS managed key doesn’t let S3 in.',
    says: 'The queue or topic is encrypted with an AWS managed key, `aws/sqs` or `aws/sns`. No service can send through it, and no one can change its policy.',
    fix: 'Encrypt the queue with SSE-SQS, or use a customer managed key whose policy lets `s3.amazonaws.com` call `kms:GenerateDataKey` and `kms:Decrypt`.',
  },
  'owner-override-of-replicas': {
    title: 'Most likely the replication role may not change the owner of replicas.',
    says: 'With the destination as owner of the replicas, the replication role also needs `s3:ObjectOwnerOverrideToBucketOwner` on the destination’s objects. The destination’s bucket policy must allow the role the same.',
    fix: 'Allow `s3:ObjectOwnerOverrideToBucketOwner` in the role’s policy and in the destination’s bucket policy. Or switch ACLs off on the destination (bucket owner enforced), which needs no such permission.',
  },
  'message-to-a-number': {
    says: 'A message to a phone number goes to no topic. SNS checks `sns:Publish` on the number, which no topic’s ARN covers.',
    fix: 'Allow `sns:Publish` in a separate statement, with `arn:aws:sns:*:*:*` as `NotResource`: that leaves out all topics. With `*` as `Resource` the statement would open the topics too.',
  },
  'domain-with-users-of-its-own': {
    says: 'With users of its own, a domain takes a name and a password, which IAM doesn’t see: to the access policy such a request is anonymous. Fine-grained access control then decides.',
    fix: 'Sign as a role that the access policy allows, and map that role in the domain. To keep name and password, the access policy has to let anonymous requests in: do that only for a domain in a VPC with fine-grained access control on.',
  },
  'destination-of-logs': {
    title: 'Most likely the log destination’s access policy doesn’t allow your account.',
    says: 'A destination of CloudWatch Logs has an access policy of its own. It must allow `logs:PutSubscriptionFilter` to the account that subscribes.',
    fix: 'Ask the owner of the destination to allow your account with `aws logs put-destination-policy`. If you call as a user or role, it needs `logs:PutSubscriptionFilter` too.',
  },
  'github-environment-in-subject': {
    title: 'The trust policy doesn’t allow the subject of this job’s environment.',
    says: 'A job with an `environment` has a token whose `sub` is `repo:OWNER/REPO:environment:NAME`, and not that of its branch. By your text it passes without the environment, so the trust policy allows only the other form.',
    fix: 'Add `repo:OWNER/REPO:environment:NAME`, with your owner and repository, to the values of `token.actions.githubusercontent.com:sub` in the role’s trust policy. Keep the value for the branch.',
  },
  'not-in-effect-yet': {
    title: 'Most likely the permission wasn’t in effect yet.',
    says: 'By the text, the same works later, or what permits it is made in the same run. A new role, policy or trust takes effect after some seconds; a tool that creates it in the same run can be faster.',
    fix: 'Run it again after some seconds. To pass the first time, let what makes the call depend on the policy too: `DependsOn` in CloudFormation, `depends_on` in Terraform. In a script, wait or retry. No policy needs to change.',
  },
  'permissions-just-changed': {
    title: 'Most likely the new permissions aren’t in effect yet.',
    says: 'The text shows a change of permissions right before the refusal. Such a change takes effect after a few seconds, sometimes minutes.',
    fix: 'Wait a minute and run it again before you change anything. In a script, wait between the change and the first call that needs it.',
  },
  'federated-user-without-policy': {
    says: 'A session of `get-federation-token` has no permissions unless `--policy` or `--policy-arns` passes a session policy. It may do only what both that policy and the user’s own policies allow.',
    fix: 'Call `get-federation-token` again with `--policy` or `--policy-arns`, or use `assume-role` or `get-session-token`.',
  },
  'object-asked-by-a-browser': {
    says: 'The bucket policy doesn’t allow it, or the object doesn’t exist. To a browser, a program or CloudFront, S3 answers both with this XML. It says that an object is missing only to callers with `s3:ListBucket`. Behind CloudFront, a default root object is often missing.',
    fix: 'First check that the object exists under exactly that key. Behind CloudFront, set the default root object. Otherwise allow CloudFront’s service, or whoever signs the request, `s3:GetObject` on the objects. Add `s3:ListBucket` on the bucket to get a 404 instead of a 403.',
  },
  'search-domain-has-own-permissions': {
    says: 'A search domain also checks its own access policy. With fine-grained access control, it checks a role inside the domain as well. A serverless collection checks its data access policy.',
    fix: 'Allow the role in the domain’s access policy, and map it to a role inside the domain. For a collection, add the role to a data access policy.',
  },
  'web-acl-names-others': {
    title: 'The call is also checked on what the rules of the web ACL name.',
    says: '`{actionName}` needs its permission on the web ACL, and on each IP set, regex set and rule group that a rule names. AWS refused it on `{resource}`, so a statement with the web ACL alone isn’t enough.',
    fix: 'Add the ARNs of those sets to `Resource` of the statement that allows `{action}`, for an IP set `…/ipset/NAME/*`.',
  },
  'clusters-have-own-permissions': {
    says: 'The console shows the Kubernetes resources of a cluster only to callers with `eks:AccessKubernetesApi` in IAM. Which of them they see is decided by access entries (or the `aws-auth` ConfigMap) and by Kubernetes RBAC.',
    fix: 'Allow the caller `eks:AccessKubernetesApi` on the cluster. If it has no access entry there, add one too, with an access policy or a group that RBAC knows.',
  },
  'terraform-reads-what-it-manages': {
    says: 'At each plan, Terraform reads every part of what it manages, even parts that the configuration doesn’t name. Tags, policies, encryption, versioning and more each need their read action.',
    fix: 'Allow the reads for that kind of resource, for S3 `s3:Get*` on the bucket. Also allow reading its tags.',
  },
  'terraform-state-not-reachable': {
    says: 'Terraform’s state in S3 needs `s3:ListBucket` on the bucket, and `s3:GetObject` and `s3:PutObject` on the state. A lock file also needs `s3:DeleteObject`. Encryption needs the key’s actions, and a DynamoDB lock needs the table’s item actions.',
    fix: 'Allow these for the credentials of the backend. They can differ from the provider’s credentials.',
  },
  'pod-identity-trust': {
    says: 'A role for EKS Pod Identity trusts the service `pods.eks.amazonaws.com` for `sts:AssumeRole` and `sts:TagSession`, not an identity provider. It needs an association of cluster, namespace and service account, and the agent on the node.',
    fix: 'Trust `pods.eks.amazonaws.com` for both actions. Create the association with `aws eks create-pod-identity-association`.',
  },
  'sign-in-by-saml': {
    says: 'A SAML role must trust the provider for `sts:AssumeRoleWithSAML`. Usually it tests `SAML:aud` for `https://signin.aws.amazon.com/saml` (another value in China and GovCloud). The assertion must contain the pair of role and provider.',
    fix: 'Compare the pair in the assertion’s `Role` attribute with the ARNs of the role and the provider. Compare the audience with the trust policy.',
  },
  'key-not-reachable-for-decryption': {
    says: 'KMS uses one sentence for three cases: the key doesn’t exist, is in another Region, or isn’t allowed. Across accounts, both the key policy and the caller’s policy must allow it.',
    fix: 'Check the Region and account of the key that encrypted it. Allow the caller in the key policy, and allow `kms:Decrypt` on the key’s ARN in the caller’s policy.',
  },
  'document-of-session': {
    says: 'Systems Manager checks a session or a command twice: on the instance, and on the document that it runs. For a shell the document is `SSM-SessionManagerRunShell`.',
    fix: 'Name the document in `Resource` too: `arn:aws:ssm:REGION:ACCOUNT:document/SSM-SessionManagerRunShell`. AWS’s own documents have no account: `arn:aws:ssm:REGION::document/NAME`.',
  },
  'template-uses-transform': {
    says: 'A template with a transform, for example SAM’s, is also checked for `cloudformation:CreateChangeSet` on the transform, not only on the stack.',
    fix: 'Name the transform in `Resource`: `arn:aws:cloudformation:REGION:aws:transform/Serverless-2016-10-31`. Its account is the word `aws`.',
  },
  'default-database': {
    says: 'Hive and Spark look for the database `default` in the Glue catalog when they start, whatever database is used, and create it where there is none.',
    fix: 'Allow `glue:GetDatabase` on `database/default`. Where there is none, have an administrator create it once, empty; otherwise the job needs `glue:CreateDatabase` too.',
  },
  'model-by-marketplace': {
    says: 'The first call of a model sold through AWS Marketplace subscribes the account. The caller then needs `aws-marketplace:ViewSubscriptions` and `aws-marketplace:Subscribe`.',
    fix: 'Have a role that may subscribe call the model once, or allow these actions.',
  },
  'session-ended-by-the-client': {
    title: 'The session started; only ending it was refused.',
    says: 'The session was started. The AWS CLI ends it by itself when it can’t run the Session Manager plugin on your machine, and the plugin can end it when you leave the shell.',
    fix: 'If no shell opened, install the Session Manager plugin, then start the session again. To end your own sessions, allow `ssm:TerminateSession` on `session/${aws:username}-*`, or with `aws:userid` for roles.',
  },
  'unsigned-call-of-lattice': {
    title: 'The request to VPC Lattice wasn’t signed, so its caller is anonymous.',
    says: 'Without a signature VPC Lattice sees no role, whatever role the pod or instance has. A network-based policy is the auth policy of the service network, not a security group. It allows no anonymous caller.',
    fix: 'Sign the request with Signature Version 4 for `vpc-lattice-svcs`, without signing the payload: with an AWS SDK, `curl --aws-sigv4` or a signing proxy. Change the auth policy only if anonymous calls are wanted.',
  },
  'unsigned-request': {
    says: 'The request wasn’t signed, so the caller is `anonymous`. No user and no role is involved, whatever credentials the program was given.',
    fix: 'Sign the request with Signature Version 4, using an AWS SDK or a client that signs, as the role that the policy names. Don’t open the policy to everyone instead.',
  },
  'role-shown-missing': {
    title: 'Most likely there is no role of this name in that account.',
    says: 'By your text, the role was looked for and not found. If that was in the role’s account, neither a trust policy nor the caller’s permissions are the cause.',
    fix: 'Create the role in that account, with exactly the name and path of the ARN and a trust policy for whoever assumes it. Or name a role that exists.',
  },
  'role-deleted-before': {
    title: 'The role was deleted before what still uses it.',
    says: 'Your text shows that the role was deleted in the same run. AWS answers the same for a role that isn’t there, so no trust policy and no permission is missing.',
    fix: 'Create the role again with the same name, its trust policy and its permissions. Then delete what uses it, and the role last: in Terraform, let that depend on the role and on its policy attachments.',
  },
  'role-of-control-tower': {
    title: 'Most likely the role of Control Tower isn’t there: it isn’t used here.',
    says: 'Control Tower creates this role in each account that it enrolls. By your text it isn’t used here, so the role doesn’t exist. AWS answers the same as for a role that doesn’t trust the caller.',
    fix: 'Name the role that exists in the member accounts, for example `OrganizationAccountAccessRole`, in the tool’s settings. No trust policy needs to change.',
  },
  'role-not-there': {
    title: 'Most likely there is no role of this name in that account.',
    says: 'The role may not exist: AWS answers the same for a role that isn’t there, in another account, or under another path.',
    fix: 'In the role’s account check the name, the path and the account of the ARN. Then look at its trust policy.',
  },
  'function-not-there': {
    says: 'The function may not exist under this name, alias, account or Region. Without permission on it AWS says denied, not missing.',
    fix: 'List the functions of this account and Region, and correct the name, the alias or the Region.',
  },
  'log-group-not-there': {
    says: 'The log group may not exist. Then the caller also needs `logs:CreateLogGroup`, or someone must create the group.',
    fix: 'Check the group’s name and Region. Create it, or allow `logs:CreateLogGroup` on its ARN.',
  },
  'vault-takes-no-copy': {
    says: 'A copy into another account’s vault is denied unless that vault’s access policy allows `backup:CopyIntoBackupVault` to the copying account or organization.',
    fix: 'In the destination vault’s access policy, allow the source account `backup:CopyIntoBackupVault` on `*`.',
  },
  'client-of-kafka': {
    says: 'An MSK client needs `kafka-cluster:Connect` on the cluster first, then the actions on the topic and the consumer group. Each has its own kind of ARN, with the cluster’s name and ID.',
    fix: 'Allow `kafka-cluster:Connect` on `arn:aws:kafka:REGION:ACCOUNT:cluster/NAME/ID`, the topic’s actions on `topic/NAME/ID/TOPIC`, the group’s on `group/NAME/ID/GROUP`.',
  },
  'kafka-says-no-more': {
    says: 'The MSK brokers refused the client’s IAM sign-in, and they name no action. The client needs `kafka-cluster:Connect` on the cluster first.',
    fix: 'Allow `kafka-cluster:Connect` on the cluster’s ARN, then the actions on its topics and groups. First check whose credentials the client uses.',
  },
  'kafka-limited-elsewhere': {
    title: 'The client’s policy is enough; most likely an SCP or a boundary isn’t.',
    says: 'The policy that you pasted allows `kafka-cluster:Connect`, so more actions in it won’t help. MSK says no more than “Access denied”, also where an SCP or a permissions boundary doesn’t let the action through.',
    fix: 'Simulate `kafka-cluster:Connect` for the client’s role. If the answer says that Organizations doesn’t allow it, ask the organization’s administrators to let `kafka-cluster` through. Otherwise check the role’s permissions boundary.',
  },
  'controller-asks-for-firewall': {
    title: 'The controller asks WAF and Shield, and can be told not to.',
    says: 'The AWS Load Balancer Controller asks WAF Classic, WAFv2 and Shield about each load balancer, as these add-ons are on by default. If you don’t use them, it doesn’t need the call.',
    fix: 'If you don’t use it, start the controller with `--enable-waf=false` (WAF Classic), `--enable-wafv2=false` or `--enable-shield=false`; in its Helm chart `enableWaf`, `enableWafv2` and `enableShield`. Only if you use it, the Deny needs an exception.',
  },
  'database-user-by-iam': {
    says: 'A sign-in with an IAM token needs `rds-db:connect` on `arn:aws:rds-db:REGION:ACCOUNT:dbuser:RESOURCE-ID/DATABASE-USER`. The service is `rds-db`. The resource ID is the instance’s `db-…` or the cluster’s `cluster-…`, not its name.',
    fix: 'Name that ARN in the policy of the role that creates the token. In the database, the user needs `rds_iam` or the plugin `AWSAuthenticationPlugin`. A token is valid for 15 minutes.',
  },
  'object-refused-to-all': {
    title: 'Most likely the object doesn’t exist under this key.',
    says: 'A deployment and another caller were both refused this object: most likely it does not exist under this key in this Region’s bucket. S3 then answers 403 instead of 404.',
    fix: 'Check version, Region and key with the owner or publisher of the bucket: only they can publish the object or open it.',
  },
  'bucket-of-a-pipeline': {
    says: 'A deployment reads and writes buckets with the role of the stage or the stack, not with the role of what it deploys. A bucket in another account must allow that role too. A customer managed key needs `kms:Decrypt` for it.',
    fix: 'Allow that role `s3:GetObject` and `s3:GetObjectVersion` on the objects (and `s3:PutObject` if it writes), `s3:GetBucketVersioning` on the bucket, and `kms:Decrypt` and `kms:GenerateDataKey` on its key. In another account, also allow it in the bucket policy and the key policy.',
  },
  'profile-of-several-regions': {
    says: 'Through a cross-Region inference profile (`us.`, `eu.` or `global.` before the model’s ID), the model is checked in every Region that the profile can use, whichever Region was called. The profile is checked too. Under a global profile, the request’s Region is `unspecified`.',
    fix: 'Allow the inference profile, and the foundation model in all its Regions (`arn:aws:bedrock:*::foundation-model/MODEL`).',
    fixOfDeny:
      'A cross-Region inference profile sends calls to several Regions, whichever one you call. Use a profile whose Regions are all allowed (`global.` takes any Region, `us.` and `eu.` those of their part of the world), or call the model in-Region, by its own ID. Otherwise ask for an exception for this model: under a global profile `aws:RequestedRegion` is `unspecified`.',
  },
  'role-spared-without-its-session': {
    says: 'A Deny with `NotPrincipal` that exempts a role can still apply to the role’s sessions. The account’s ARN must be listed too and, by AWS’s older pages, the session’s ARN as well. A role with a permissions boundary is denied whatever is listed.',
    fix: 'Write `"Principal": "*"` instead, and exempt the role with `ArnNotEquals` on `aws:PrincipalArn`. Otherwise list the session, `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`, and the account next to the role.',
  },
  'role-that-a-service-takes': {
    says: 'The service uses a role that you gave it. That role must trust the service, and its policy must allow what the service does with it. The permissions of the person who set it up aren’t used.',
    fix: 'Check that the role’s trust policy names the service. Then allow what the message names in that role.',
  },
  'collection-says-no-more': {
    says: 'An OpenSearch Serverless collection answers 403 without a reason. Usually the caller’s policy lacks `aoss:APIAccessAll`, or no data access policy gives the caller the permission on this index. A network policy that leaves this client out does it too.',
    fix: 'Allow `aoss:APIAccessAll` on the collection, if nothing does. Also name the role in a data access policy, with each permission on the index: for writing, `aoss:WriteDocument`.',
  },
  'client-of-iot': {
    says: 'A device with a certificate is authorized by the AWS IoT policies on that certificate or on its thing group. No role is involved.',
    fix: 'Allow the action in that policy, on the `client/…`, `topic/…`, `topicfilter/…` or `rolealias/…` that the device asks for.',
  },
  'certificate-takes-a-role': {
    says: 'IAM Roles Anywhere creates a session with tags and a source identity from the certificate. The role’s trust policy must allow `rolesanywhere.amazonaws.com` to call `sts:AssumeRole`, `sts:TagSession` and `sts:SetSourceIdentity`.',
    fix: 'Allow all three actions in the trust policy. Compare its tests of `aws:SourceArn` and `aws:PrincipalTag/x509…` with the trust anchor and the certificate.',
  },
}
