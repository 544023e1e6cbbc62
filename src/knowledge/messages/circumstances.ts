import type { CircumstanceId } from '../circumstances'
import type { RowMessage } from './row-message'

/** What each circumstance means, and what to do. */
export const CIRCUMSTANCE_MESSAGES: Readonly<Record<CircumstanceId, RowMessage>> = {
  'caller-of-permission-set': {
    says: 'A role whose name begins with `AWSReservedSSO_` comes from a permission set of IAM Identity Center: it cannot be changed in the account, and the session is named after the person.',
    fix: 'Change the permission set in IAM Identity Center and provision it again; its inline policy is the place for one more Allow. The policy of a resource names the account of such a role, with a test of `aws:PrincipalArn`.',
  },
  'caller-of-identity-pool': {
    says: 'A session named `CognitoIdentityCredentials` comes from an identity pool: for guests the enhanced flow adds a session policy of Cognito’s own, which allows a short list of services only, whatever the role allows.',
    fix: 'Sign the person in, so that the authenticated role is used, or use the basic flow; a service outside that list cannot be reached as a guest of the enhanced flow.',
  },
  'caller-is-node-of-cluster': {
    says: 'The caller is the node instance role of a cluster, under the id of its instance: a pod falls back to it where it gets no credentials of its own, because its service account has no role (web identity or Pod Identity), the pod is older than that, or the SDK is too old for it.',
    fix: 'Let the pod use a service account with a role of its own, and start the pod again; `aws sts get-caller-identity` in the pod shows which role it has. Only otherwise give the node instance role the permission.',
  },
  'caller-is-instance': {
    says: 'A session named after an instance id has the instance’s own role: SDKs use it where they find no other credentials, also where the program was meant to have another role.',
    fix: 'Allow it in the role of the instance profile, or give the program the credentials that it was meant to have.',
  },
  'cleans-up-after-failed-upload': {
    says: 'The upload failed before, for the reason in the first line. The client then gave the upload up, and only that was refused.',
    fix: 'Repair what the first line says; this permission doesn’t make the upload work. Allow `s3:AbortMultipartUpload` too, so that no parts stay behind and are billed.',
  },
  'cdk-roles-not-assumable': {
    says: 'The CDK works through the roles of its bootstrap, `cdk-QUALIFIER-deploy-role`, `-file-publishing-role`, `-image-publishing-role` and `-lookup-role`: the caller needs `sts:AssumeRole` on them, and they trust the accounts that the bootstrap named, for calls without an external id.',
    fix: 'Allow the caller `sts:AssumeRole` on `arn:aws:iam::*:role/cdk-*`, and send no external id; from another account bootstrap again with `--trust`; a Region that was never bootstrapped has no such roles.',
  },
  'cdk-deploy-role-passes-one-role': {
    says: 'The deploy-role of the CDK’s bootstrap may pass one role only, the bootstrap’s own `cfn-exec-role`; another one, as given with `--role-arn`, is refused.',
    fix: 'Use the bootstrap’s role, or let a template of your own for the bootstrap allow the deploy-role `iam:PassRole` on the other one.',
  },
  'cdk-resources-by-exec-role': {
    says: 'The resources of a CDK stack are made by the `cfn-exec-role` of its bootstrap, and not by who deploys: that role has `AdministratorAccess`, unless the bootstrap was given other policies.',
    fix: 'Bootstrap again with `--cloudformation-execution-policies` that allow it; check the boundary that the bootstrap may have set.',
  },
  'cdk-assets-by-publishing-role': {
    says: 'Assets of a CDK app are published by the publishing roles of the bootstrap of that account and Region, into the bootstrap’s own bucket and repository; other places, and buckets with a key of their own, they may not use.',
    fix: 'Bootstrap the account and Region again, with `--bootstrap-kms-key-id` where the bucket has a key of its own.',
  },
  'cdk-reads-version-of-bootstrap': {
    says: 'The CDK reads the version of its bootstrap with the bootstrap’s own role. The template of today allows that role `ssm:GetParameter` on the parameter; an older bootstrap, or a template of your own, doesn’t.',
    fix: 'Bootstrap this account and Region again with a current CDK, and with the same qualifier. In a template of your own allow the role `ssm:GetParameter` on `parameter/cdk-bootstrap/…/version`.',
  },
  'cdk-looks-up-with-its-role': {
    says: 'Lookups of a CDK app run with the lookup-role of the bootstrap, which has `ReadOnlyAccess` without `kms:Decrypt`; an old bootstrap has no such role.',
    fix: 'Bootstrap again, or commit `cdk.context.json` so that nothing is looked up.',
  },
  'caller-is-service-role-of-stack': {
    says: 'A session named `AWSCloudFormation` is the service role of the stack, and not who deploys: it makes all resources, and stays with the stack until another is given.',
    fix: 'Allow it in that role.',
  },
  'caller-is-build': {
    says: 'A session whose name begins with `AWSCodeBuild-` is the service role of the build project, and not who started the build.',
    fix: 'Allow it in the service role of the project.',
  },
  'caller-is-graphql-data-source': {
    says: 'A session named `APPSYNC_ASSUME_ROLE` is the role of the data source of an AppSync API, and not who asked the API.',
    fix: 'Allow it in the role of that data source.',
  },
  'caller-is-glue-job': {
    says: 'A session named `GlueJobRunnerSession` is the role of the Glue job, and not who started it.',
    fix: 'Allow it in the role of the job.',
  },
  'caller-is-notebook': {
    says: 'A session named `SageMaker` is the execution role of the notebook, job or endpoint, and not the person at it.',
    fix: 'Allow it in that execution role.',
  },
  'caller-is-service-linked-role': {
    says: 'A service-linked role acts for its service: nobody can change its policy, and SCPs do not reach it; what the resource’s own policy, a key policy or a VPC endpoint denies does.',
    fix: 'Allow the role in the resource’s policy or the key policy.',
  },
  'caller-of-a-lab': {
    says: 'Accounts of courses and labs, such as AWS Academy’s with its role `voclabs` and the policies `Pvoclabs1` and on, are fenced by policies of their provider, which nobody in the account can see or change.',
    fix: 'There is none in the account: keep to what the lab offers, such as its `LabRole`, or ask the provider of the lab.',
  },
  'caller-is-default-role': {
    says: 'The caller is a role that AWS’s console or a service made, and that programs have without anybody choosing it.',
    fix: 'Allow it there, or give the program a role of its own.',
  },
  'caller-is-root-user': {
    says: 'The root user has no identity-based policies and no boundary: only an SCP, a resource’s own policy, an RCP or a VPC endpoint denies it, or the service keeps the call from it.',
    fix: 'Look at the SCPs of the account and at the resource’s policy.',
  },
  'task-starts-with-execution-role': {
    says: 'Before a task runs, ECS pulls its image, its secrets and its log settings with the task execution role; the task role is for the program inside.',
    fix: 'Allow it in the task execution role: `ecr` for the image, `secretsmanager:GetSecretValue`, `ssm:GetParameters` and `kms:Decrypt` for secrets, `logs:CreateLogStream` and `logs:PutLogEvents` for the log.',
  },
  'task-role-for-exec': {
    says: 'ECS Exec works through the task role, which needs the four `ssmmessages` actions; the execution role does not count.',
    fix: 'Allow `ssmmessages:CreateControlChannel`, `ssmmessages:CreateDataChannel`, `ssmmessages:OpenControlChannel` and `ssmmessages:OpenDataChannel` on `*` in the task role.',
  },
  'alarm-invokes-function': {
    says: 'An alarm invokes a function as `lambda.alarms.cloudwatch.amazonaws.com`, which the function’s own resource policy has to allow; neither the execution role nor the person’s permissions count.',
    fix: 'Add it to the resource policy of the function: `aws lambda add-permission` with `--principal lambda.alarms.cloudwatch.amazonaws.com`, the account as `--source-account` and the alarm as `--source-arn`.',
  },
  'key-refused-without-a-word': {
    says: 'KMS refused the use of a key and says no more, as it does where another service asks for it. Most often the key policy does not let in whoever that is for: the caller, where the service passes the call on, or the service itself by name.',
    fix: 'Find the event in CloudTrail: it names the key and who asked. Allow `kms:Decrypt`, and to write `kms:GenerateDataKey*`, to that principal in the key policy; a caller of IAM may need it in an identity policy as well. The policy of a key `aws/…` cannot be changed: use a customer managed key.',
  },
  'service-uses-key': {
    says: 'A service that calls KMS as itself, and not for a user or role, has to be named in the key policy; what the policy gives to the account’s `root` does not cover it.',
    fix: 'Add the service’s principal to the key policy, tied to the resource by `aws:SourceArn`.',
  },
  'server-access-logs': {
    says: 'S3 delivers server access logs as `logging.s3.amazonaws.com` and sends no encryption header: the target bucket’s policy has to allow it, and a Deny for missing `s3:x-amz-server-side-encryption` hits it.',
    fix: 'Allow `s3:PutObject` to `logging.s3.amazonaws.com` in the target’s bucket policy, and take the Deny on encryption headers out of it: default encryption covers them.',
  },
  'unsigned-call-of-api': {
    says: 'API Gateway says `with an explicit deny` of an unsigned call also where no Allow of the API’s resource policy matches, for instance because `aws:SourceIp` is another; and a changed policy counts only after the API is deployed again.',
    fix: 'Let an Allow of the resource policy cover the caller, for an address its public one in `aws:SourceIp`, and deploy the API again.',
  },
  'api-method-without-iam': {
    says: 'Where a method’s authorization is not `AWS_IAM`, API Gateway takes every caller for anonymous, signed or not: a resource policy that names users or roles then matches nobody.',
    fix: 'Set the method’s authorization to `AWS_IAM`, deploy the API again, and sign the call.',
  },
  'own-bucket-of-image-layers': {
    says: 'The layers of images in ECR lie in buckets of AWS’s own, `prod-REGION-starport-layer-bucket`, which a pull reads through the S3 endpoint.',
    fix: 'Allow reads of these, with the Region, in the policy that is named: a VPC endpoint policy, boundary or SCP that lists the own buckets has to list them too.',
  },
  'own-bucket-of-systems-manager': {
    says: 'SSM Agent and patching read buckets of AWS’s own, such as `aws-ssm-REGION` and `patch-baseline-snapshot-REGION`.',
    fix: 'Allow reads of these, with the Region, in the policy that is named: a VPC endpoint policy, boundary or SCP that lists the own buckets has to list them too.',
  },
  'own-bucket-of-deployments': {
    says: 'The CodeDeploy agent and its updates come from buckets of AWS’s own, `aws-codedeploy-REGION`.',
    fix: 'Allow reads of these, with the Region, in the policy that is named: a VPC endpoint policy, boundary or SCP that lists the own buckets has to list them too.',
  },
  'own-bucket-of-amazon-linux': {
    says: 'Amazon Linux takes its packages from buckets of AWS’s own, `al2023-repos-REGION-…`, `amazonlinux-2-repos-REGION` and older ones.',
    fix: 'Allow reads of these, with the Region, in the policy that is named: a VPC endpoint policy, boundary or SCP that lists the own buckets has to list them too.',
  },
  'own-bucket-of-stacks': {
    says: 'Custom resources and wait conditions answer through buckets of AWS’s own, `cloudformation-custom-resource-response-REGION`, with the Region without its dashes, and `cloudformation-waitcondition-REGION`.',
    fix: 'Allow reads of these, with the Region, in the policy that is named: a VPC endpoint policy, boundary or SCP that lists the own buckets has to list them too.',
  },
  'own-bucket-of-other-services': {
    says: 'This bucket belongs to AWS: agents, models, scripts and packages of its services come from there, in each Region from another one.',
    fix: 'Allow reads of it, with the Region, in the policy that is named: a VPC endpoint policy, boundary or SCP that lists the own buckets has to list it too.',
  },
  'own-resource-without-account': {
    says: 'Public parameters, documents and automations of Systems Manager belong to AWS: their ARN has no account between its colons.',
    fix: 'Name the ARN as it is asked for, without account, beside those of the account.',
  },
  'directory-bucket-by-session': {
    says: 'Objects of a directory bucket (S3 Express One Zone) are read and written in a session: it needs `s3express:CreateSession` on the bucket, and the actions of `s3` on objects do not count. A session that is only to read can be told by `s3express:SessionMode`.',
    fix: 'Allow `s3express:CreateSession` on `arn:aws:s3express:REGION:ACCOUNT:bucket/NAME`, and with a KMS key `kms:GenerateDataKey` and `kms:Decrypt` on it.',
  },
  'own-bucket-of-beanstalk': {
    says: 'Elastic Beanstalk reads platform files from buckets of AWS’s own, `elasticbeanstalk-env-resources-REGION` and others.',
    fix: 'Allow reads of these, with the Region, in the policy that is named: a VPC endpoint policy, boundary or SCP that lists the own buckets has to list them too.',
  },
  'own-bucket-of-emr': {
    says: 'EMR clusters read packages and scripts from buckets of AWS’s own, `REGION.elasticmapreduce` and `repo.REGION.emr.amazonaws.com`.',
    fix: 'Allow reads of these, with the Region, in the policy that is named: a VPC endpoint policy, boundary or SCP that lists the own buckets has to list them too.',
  },
  'own-bucket-of-image-builder': {
    says: 'Image Builder reads components and logs through buckets of AWS’s own, `ec2imagebuilder-toe-REGION-prod` and `ec2imagebuilder-managed-resources-REGION-prod`.',
    fix: 'Allow reads of these, with the Region, in the policy that is named: a VPC endpoint policy, boundary or SCP that lists the own buckets has to list them too.',
  },
  'own-repositories-of-eks': {
    says: 'The add-ons of EKS come from repositories in accounts of AWS’s own, another one in some Regions.',
    fix: 'Allow the pull from that account in the policy that is named.',
  },
  'launch-without-imdsv2': {
    says: 'Organizations often deny `ec2:RunInstances` unless `ec2:MetadataHttpTokens` is `required`, that is IMDSv2; a launch that does not set it carries no such key, and a negated test is true of an absent key.',
    fix: 'Launch with `--metadata-options HttpTokens=required`, or set it in the launch template or as the account’s default.',
  },
  'key-of-instance-on-other-resource': {
    says: 'A launch is judged for each resource, and keys of the instance, such as `ec2:MetadataHttpTokens` or `ec2:InstanceType`, stand in the request for `instance/*` only: a negated test on another resource, as on `launch-template/*`, is true because the key is not in the request.',
    fix: 'Name `instance/*` as the resource of that Deny, or use the `IfExists` form of its operator.',
  },
  'guardrail-on-regions': {
    says: 'The commonest Deny of an organization is that on Regions, by `aws:RequestedRegion`; services without a Region count as `us-east-1`.',
    fix: 'Call in an allowed Region, or ask for an exception for this service.',
  },
  'guardrail-on-mfa': {
    says: 'The commonest Deny in policies of users is that of everything without MFA: long-term access keys carry no MFA, also where the user has a device.',
    fix: 'Get a session with `aws sts get-session-token --serial-number … --token-code …`. By AWS’s page the session of a role carries none, also where it was assumed with a code.',
  },
  'session-policy-of-a-broker': {
    says: 'A session policy comes from whoever made the session, a library, a proxy or a broker, and limits the role: the request needs an Allow in both.',
    fix: 'Add the action to the session policy where the session is made; no policy of the role can help.',
  },
  'public-policy-blocked': {
    title: 'Most likely Block Public Access refuses the public bucket policy.',
    says: 'S3 refuses a bucket policy that makes a bucket public while Block Public Access (`BlockPublicPolicy`) is on, as it is on new buckets, and says no more than `Access Denied`: the caller’s permissions do not matter.',
    fix: 'If it is meant to be public, turn `BlockPublicPolicy` off first; in Terraform let the policy wait for it, with `depends_on` on the `aws_s3_bucket_public_access_block`. Else name principals in the policy.',
  },
  'public-acl-blocked': {
    title: 'Most likely Block Public Access refuses the public ACL.',
    says: 'Where Block Public Access (`BlockPublicAcls`) is on, as it is on new buckets, S3 refuses a public ACL such as `public-read` with `Access Denied`.',
    fix: 'Write without the ACL, and give access by a policy; else turn `BlockPublicAcls` off and ACLs on.',
  },
  'policy-of-another-partition': {
    title: 'Most likely the ARNs are of another partition.',
    says: 'In the Regions of China and in GovCloud ARNs begin with `arn:aws-cn:` and `arn:aws-us-gov:`: a policy with `arn:aws:` is refused there as malformed.',
    fix: 'Build ARNs with the partition of the account: `aws-cn` or `aws-us-gov`; `${AWS::Partition}` in CloudFormation, `data.aws_partition` in Terraform.',
  },
  'endpoint-as-bucket': {
    title: 'Most likely an endpoint’s host stands where the bucket’s name belongs.',
    says: 'What follows `s3://` is the bucket name: with the host of an endpoint there the request goes to a bucket of that name, which belongs to somebody else.',
    fix: 'Write `s3://BUCKET/KEY`, without the host.',
  },
  'bad-request-of-endpoint': {
    title: 'Most likely the request reached another Region than the bucket’s.',
    says: '`400 Bad Request` is no denial: in Regions since 2019 a request that reaches another Region than the bucket’s is answered so.',
    fix: 'Set the Region and the endpoint of the bucket, without `accesspoint` in it unless it is one; a Region that has to be enabled has to be enabled for the account.',
  },
  'bucket-of-somebody-else': {
    title: 'Most likely the bucket belongs to another account.',
    says: 'Names of buckets are shared by all accounts of a partition: a bucket that another account has answers 403 as well.',
    fix: 'Check the name and the account: `aws s3api head-bucket` with `--expected-bucket-owner` says whether the bucket is yours.',
  },
  'object-of-another-writer': {
    says: 'Where ACLs are on, an object that another account wrote belongs to that account, and the bucket’s policy does not reach it.',
    fix: 'Set Object Ownership of the bucket to `BucketOwnerEnforced`, or let the writer send `bucket-owner-full-control`.',
  },
  'data-of-lake-formation': {
    title: 'Most likely Lake Formation hasn’t granted the caller this table.',
    says: 'Where Lake Formation manages a table, IAM’s Allow is not enough: the caller needs `lakeformation:GetDataAccess` and a grant of Lake Formation on database, table and columns.',
    fix: 'Grant the permission in Lake Formation to the role, and allow `lakeformation:GetDataAccess` on `*`.',
  },
  'organization-is-asked-elsewhere': {
    title: 'Most likely this account isn’t the management account.',
    says: 'AWS Organizations answers this call in the management account, and to a delegated administrator; from any other member account it is denied, whatever its policies allow.',
    fix: 'Make the call with credentials of the management account, or of an account that is a delegated administrator for it.',
  },
  'bucket-behind-cloudfront': {
    says: 'CloudFront reads the bucket as the service `cloudfront.amazonaws.com`, for one distribution. The bucket policy has to allow it `s3:GetObject`. S3 also answers so for an object that does not exist.',
    fix: 'Allow `s3:GetObject` to `cloudfront.amazonaws.com` in the bucket policy, with the distribution’s ARN in `aws:SourceArn`. Objects with a KMS key also need `kms:Decrypt` for it in the key policy.',
  },
  'permissions-just-changed': {
    says: 'The text shows a change of permissions right before the refusal. AWS needs some seconds, sometimes minutes, until such a change is in effect.',
    fix: 'Wait a minute and run it again, before you change anything. In a script, wait between the change and the first call that needs it.',
  },
  'federated-user-without-policy': {
    says: 'A session of `get-federation-token` has no permissions unless a session policy is passed with `--policy` or `--policy-arns`. What it may do is what both that policy and the user’s own allow.',
    fix: 'Call `get-federation-token` again with `--policy` or `--policy-arns`, or use `assume-role` or `get-session-token`.',
  },
  'object-asked-by-a-browser': {
    says: 'The bucket policy does not allow it, or the object does not exist: S3 answers so in XML to a browser, a program or CloudFront, and says that an object is missing only to who may `s3:ListBucket`. Behind CloudFront that is often a missing default root object.',
    fix: 'See first that the object exists under exactly that key; behind CloudFront set the default root object. Else allow `s3:GetObject` on the objects to who asks, CloudFront’s service or the public, and `s3:ListBucket` on the bucket for a 404 in the place of a 403.',
  },
  'search-domain-has-own-permissions': {
    says: 'A search domain asks its own access policy besides, and with fine-grained access control a role inside the domain; a serverless collection asks its data access policy.',
    fix: 'Allow the role in the domain’s access policy, and map it to a role inside; for a collection add it to a data access policy.',
  },
  'clusters-have-own-permissions': {
    title: 'Most likely the cluster’s own permissions refuse the caller.',
    says: 'IAM lets a principal ask an EKS cluster who it is; what it may do inside is decided by access entries, or the `aws-auth` ConfigMap, and Kubernetes RBAC.',
    fix: 'Add an access entry for the role, with an access policy or a group that RBAC knows.',
  },
  'terraform-reads-what-it-manages': {
    says: 'Terraform reads every side of what it manages at each plan, also those that the configuration does not name: tags, policies, encryption, versioning and more need their read actions.',
    fix: 'Allow the reads of that kind of resource, for S3 `s3:Get*` on the bucket, and the reading of its tags.',
  },
  'terraform-state-not-reachable': {
    says: 'Terraform’s state in S3 needs `s3:ListBucket` on the bucket, `s3:GetObject` and `s3:PutObject` on the state, `s3:DeleteObject` too with a lock file, the key’s actions where it is encrypted, and the table’s items where it is locked in DynamoDB.',
    fix: 'Allow these for who runs Terraform: the credentials of the backend, which can be others than those of the provider.',
  },
  'pod-identity-trust': {
    says: 'A role for EKS Pod Identity trusts the service `pods.eks.amazonaws.com` for `sts:AssumeRole` and `sts:TagSession`, and no identity provider: it needs an association of cluster, namespace and service account, and the agent on the node.',
    fix: 'Trust `pods.eks.amazonaws.com` for both actions, and make the association with `aws eks create-pod-identity-association`.',
  },
  'sign-in-by-saml': {
    says: 'A role for SAML has to trust the provider for `sts:AssumeRoleWithSAML`, test `SAML:aud` for `https://signin.aws.amazon.com/saml` (another in China and GovCloud), and stand in the assertion as a pair of role and provider.',
    fix: 'Compare the pair in the assertion’s `Role` attribute with the ARNs of role and provider, and the audience with the test.',
  },
  'key-not-reachable-for-decryption': {
    says: 'KMS says in one sentence that the key does not exist, is in another Region, or may not be used: across accounts both the key policy and the caller’s policy have to allow it.',
    fix: 'Check Region and account of the key that encrypted it, allow the caller in its key policy, and `kms:Decrypt` on its ARN in the caller’s policy.',
  },
  'document-of-session': {
    says: 'A session or a command of Systems Manager is checked twice: on the instance, and on the document that it runs, for a shell `SSM-SessionManagerRunShell`.',
    fix: 'Name the document in `Resource` beside the instance: `arn:aws:ssm:REGION:ACCOUNT:document/SSM-SessionManagerRunShell`, and AWS’s own as `arn:aws:ssm:REGION::document/NAME`, without account.',
  },
  'template-uses-transform': {
    says: 'A template with a transform, as SAM’s, is checked for `cloudformation:CreateChangeSet` on the transform besides the stack.',
    fix: 'Name the transform in `Resource`: `arn:aws:cloudformation:REGION:aws:transform/Serverless-2016-10-31`, whose account is the word `aws`.',
  },
  'model-by-marketplace': {
    says: 'The first call of a model that is sold through AWS Marketplace subscribes the account: it needs `aws-marketplace:Subscribe`, `aws-marketplace:Unsubscribe` and `aws-marketplace:ViewSubscriptions` of who calls.',
    fix: 'Let a role that may subscribe call the model once, or allow these actions.',
  },
  'session-ended-by-the-client': {
    says: 'The session was started. The AWS CLI ends it by itself when it can’t run the Session Manager plugin on your machine.',
    fix: 'Install the Session Manager plugin, then start the session again. To end your own sessions, allow `ssm:TerminateSession` on `session/${aws:username}-*`, or with `aws:userid` for roles.',
  },
  'unsigned-request': {
    says: 'The request carried no signature, so that the caller is `anonymous`: no user and no role has a part in it, whatever the program was given.',
    fix: 'Sign the request with Signature Version 4, by an SDK of AWS or a client that signs, as the role that the policy names. Do not open the policy to everybody instead.',
  },
  'vault-takes-no-copy': {
    says: 'A copy into the vault of another account is denied where the access policy of that vault does not allow `backup:CopyIntoBackupVault` to the account, or the organization, that copies.',
    fix: 'Allow `backup:CopyIntoBackupVault` on `*` in the access policy of the destination vault to the source account.',
  },
  'client-of-kafka': {
    says: 'A client of MSK needs `kafka-cluster:Connect` on the cluster before all else, then the actions on the topic and on the consumer group; each has an ARN of its own kind, with the cluster’s name and id.',
    fix: 'Allow `kafka-cluster:Connect` on `arn:aws:kafka:REGION:ACCOUNT:cluster/NAME/ID`, the topic’s actions on `topic/NAME/ID/TOPIC`, the group’s on `group/NAME/ID/GROUP`.',
  },
  'kafka-says-no-more': {
    says: 'The brokers of MSK refused the client’s sign-in with IAM: it needs `kafka-cluster:Connect` on the cluster before all else. They name no action.',
    fix: 'Allow `kafka-cluster:Connect` on the cluster’s ARN, then the actions on its topics and groups. Check first whose credentials the client uses.',
  },
  'database-user-by-iam': {
    says: 'A sign-in with an IAM token asks for `rds-db:connect` on `arn:aws:rds-db:REGION:ACCOUNT:dbuser:RESOURCE-ID/DATABASE-USER`: of the service `rds-db`, with the resource id of the instance, `db-…`, or of the cluster, `cluster-…`, and not its name.',
    fix: 'Name that ARN in the policy of the role that makes the token. In the database the user needs `rds_iam` or the plugin `AWSAuthenticationPlugin`; a token counts for 15 minutes.',
  },
  'object-refused-to-all': {
    title: 'Most likely the object doesn’t exist under this key.',
    says: 'A deployment and another caller were both refused this object: most likely it does not exist under this key in this Region’s bucket. S3 then answers 403 instead of 404.',
    fix: 'Check version, Region and key with the owner or publisher of the bucket: only they can publish the object or open it.',
  },
  'bucket-of-a-pipeline': {
    says: 'What a deployment fetches or leaves in a bucket is asked for with the role of the stage or the stack, and not with that of what is deployed; a bucket of another account has to let it in too, and a customer managed key needs `kms:Decrypt` for it.',
    fix: 'Allow that role `s3:GetObject` and `s3:GetObjectVersion`, `s3:PutObject` where it leaves something, on the objects, `s3:GetBucketVersioning` on the bucket, and `kms:Decrypt` and `kms:GenerateDataKey` on its key; in another account in the bucket policy and the key policy as well.',
  },
  'profile-of-several-regions': {
    says: 'A cross-Region inference profile (`us.`, `eu.`, `global.` before the model’s id) is asked for itself, and the model besides in every Region that it can send to, whatever Region was called; under a global profile the Region of the request is `unspecified`.',
    fix: 'Allow the inference profile, and the foundation model in all its Regions (`arn:aws:bedrock:*::foundation-model/MODEL`); let a guard on Regions spare them, or use a profile of the allowed Regions.',
  },
  'role-spared-without-its-session': {
    says: 'A Deny with `NotPrincipal` that spares a role can hit its sessions all the same: the ARN of the account has to stand there too, and by AWS’s older pages that of the session itself; a role with a permissions boundary is denied whatever stands there.',
    fix: 'Write `"Principal": "*"` instead, and spare the role by `ArnNotEquals` on `aws:PrincipalArn`; else name the session, `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`, and the account besides the role.',
  },
  'role-that-a-service-takes': {
    says: 'The service works with a role that it was given: that role has to trust the service, and its policy has to allow what the service does with it; the permissions of who set it up count for neither.',
    fix: 'See that the trust policy of that role names the service, and allow in the role what the message is about.',
  },
  'collection-says-no-more': {
    says: 'A collection of OpenSearch Serverless answers 403 without a reason: where the caller’s policy lacks `aoss:APIAccessAll`, and where no data access policy names the caller.',
    fix: 'Allow `aoss:APIAccessAll` on the collection, and name the role, with what it may do with the index, in a data access policy.',
  },
  'client-of-iot': {
    says: 'A device with a certificate is authorized by the AWS IoT policies on that certificate, or on the thing group, and by no role.',
    fix: 'Allow the action there, on `client/…`, `topic/…`, `topicfilter/…` or `rolealias/…` as it asks for it.',
  },
  'certificate-takes-a-role': {
    says: 'IAM Roles Anywhere makes a session with tags and a source identity out of the certificate: the trust policy of the role has to allow `sts:AssumeRole`, `sts:TagSession` and `sts:SetSourceIdentity` to `rolesanywhere.amazonaws.com`.',
    fix: 'Let the trust policy allow all three actions, and compare its tests of `aws:SourceArn` and `aws:PrincipalTag/x509…` with the trust anchor and the certificate.',
  },
}
