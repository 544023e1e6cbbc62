import type { PLATFORMS_SHAPES } from '../shapes/platforms'
import type { SituationAnswer } from '../situation-row'
import { CHANGING_COMMANDS, DECIDING_COMMANDS } from '../deciding-commands'

/** What the services that run, build and stream applications for you say in words of their own: what is said of each. */
export const PLATFORMS_ANSWERS = {
  'build-image-of-another-account': {
    title: 'CodeBuild pulls another account’s image only as the project’s role.',
    means:
      'The project pulls its image as CodeBuild itself, which AWS allows for images of the same account alone. No policy was asked yet.',
    changes: [
      {
        says: 'Set the project’s `imagePullCredentialsType` to `SERVICE_ROLE`. Then its role needs `ecr:GetAuthorizationToken`, `ecr:BatchCheckLayerAvailability`, `ecr:GetDownloadUrlForLayer` and `ecr:BatchGetImage`, and the repository’s policy must allow it.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-private-registry.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'app-instance-role': {
    title: 'App Runner can’t assume the instance role.',
    means:
      'The instance role is what the running code uses, and it must trust `tasks.apprunner.amazonaws.com`. App Runner says the same of a role that isn’t at this ARN (path, name, account), and of one made moments ago. The access role, which pulls the image, trusts `build.apprunner.amazonaws.com`.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, wait a minute and repeat. Otherwise name `tasks.apprunner.amazonaws.com` as principal for `sts:AssumeRole` in its trust policy.',
        page: 'https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'deploy-hook-function': {
    title: 'The CodeDeploy service role lacks a permission on Lambda.',
    means:
      'CodeDeploy invokes hook functions and shifts the alias as its service role. Usually it’s the hook: `AWSCodeDeployRoleForLambda` lets the role invoke only functions whose names start with `CodeDeployHook_`.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Name the hook functions `CodeDeployHook_…`, or allow the service role `lambda:InvokeFunction` on them. The role also needs the alias and the function that are deployed.',
        page: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRoleForLambda.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'instance-profile-unfit': {
    title: 'Elastic Beanstalk finds no usable instance profile of this name.',
    means:
      '`IamInstanceProfile` takes the name or ARN of an instance profile, not of a role. A role made in code or in a template has no profile of its own unless you create one. A profile that holds no role can’t be used either.',
    changes: [
      {
        says: 'Create an instance profile that holds the role, and give its name: `AWS::IAM::InstanceProfile` in a template, `aws_iam_instance_profile` in Terraform.',
        run: 'aws iam list-instance-profiles-for-role --role-name {givenRole} --output json',
        page: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'fleet-machine-role': {
    title: 'AppStream can’t use the IAM role yet, or at all.',
    means:
      'AppStream checks that `appstream.amazonaws.com` may assume the role. A role that was created seconds before is often not known yet. Otherwise its trust policy names another principal, or the role is gone.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is new, wait half a minute and call again. Otherwise name `appstream.amazonaws.com` as principal for `sts:AssumeRole` in its trust policy. The role must be in the fleet’s account and must not be a service role.',
        page: 'https://docs.aws.amazon.com/appstream2/latest/developerguide/using-iam-roles-to-grant-permissions-to-applications-scripts-streaming-instances.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'fleet-runs': {
    title: 'The AppStream fleet runs; this change needs it stopped.',
    means:
      'Some attributes of a fleet, its role among them, change only while it’s stopped. Nobody was refused by a policy.',
    changes: [
      {
        says: 'Stop the fleet, wait for `STOPPED`, make the change, then start it again.',
        run: 'aws appstream stop-fleet --name {fleet}',
        page: 'https://docs.aws.amazon.com/appstream2/latest/APIReference/API_UpdateFleet.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'addon-subscription': {
    title: 'The EKS add-on needs a subscription in AWS Marketplace.',
    means:
      'The vendor sells the add-on through AWS Marketplace, and this account hasn’t accepted it. EKS can’t do that for you.',
    changes: [
      {
        says: 'Subscribe to the product in AWS Marketplace as someone with `aws-marketplace:Subscribe`. Then create the add-on again.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/creating-an-add-on.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'addon-admission': {
    title: 'An admission controller in the cluster refused the add-on.',
    means:
      'EKS applied the add-on’s objects, and a webhook or policy engine in the cluster, for example Kyverno or Gatekeeper, denied them. No IAM policy takes part; the message names the webhook.',
    grantedIn: 'the cluster’s admission controllers',
    changes: [
      {
        says: 'Read which rule the webhook names, and set the add-on’s configuration so that it’s met. If that can’t be, ask whoever runs the policy engine to exempt the add-on’s namespace.',
        run: 'kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations',
        page: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_AddonIssue.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cluster-secrets-key': {
    title: 'The cluster can’t use the KMS key of its secrets.',
    means:
      'EKS encrypts Kubernetes secrets with this key through a grant that the cluster’s creation made. The key is disabled or scheduled for deletion, or the grant was revoked. A disabled key can be enabled again; without the key or its grant the cluster can’t be recovered.',
    check: DECIDING_COMMANDS.keyState,
    changes: [
      {
        says: 'If the key’s deletion is scheduled, cancel it at once; then enable the key. If the code is `KmsGrantRevoked` or `KmsKeyNotFound`, AWS says to delete the cluster and create it again.',
        run: CHANGING_COMMANDS.keepKey,
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cluster-role-gone': {
    title: 'The cluster’s role, STS endpoint or EC2 subscription is missing.',
    means:
      'EKS works as the cluster role, over the STS endpoint of this Region and with EC2. The role was deleted, the Region’s STS endpoint is off, or the account isn’t subscribed to EC2. No policy refused it.',
    changes: [
      {
        says: 'Do what the code names: create the cluster role again under the same name with `AmazonEKSClusterPolicy` and its trust policy, activate STS for the Region in IAM’s account settings, or finish the account’s sign-up for EC2.',
        run: 'aws eks describe-cluster --name <cluster> --query cluster.[roleArn,health]',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'fargate-pod-role-trust': {
    title: 'The pod execution role doesn’t trust EKS on Fargate.',
    means:
      'Fargate starts the pods as the profile’s pod execution role. The role must trust `eks-fargate-pods.amazonaws.com`.',
    check: DECIDING_COMMANDS.trustPolicy,
    changes: [
      {
        says: 'Name `eks-fargate-pods.amazonaws.com` as principal for `sts:AssumeRole` in its trust policy, and attach `AmazonEKSFargatePodExecutionRolePolicy`. A condition on `aws:SourceArn` names the Fargate profile.',
        page: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-state-role': {
    title: 'The function’s execution role lacks a permission for its set-up.',
    means:
      'Lambda sets the function up as its execution role. In a VPC that role needs to create, describe and delete network interfaces; with a file system it needs to mount it.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Attach `AWSLambdaVPCAccessExecutionRole` to the execution role, or `AmazonElasticFileSystemClientReadWriteAccess` for a file system. Then update the function again.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-state-key': {
    title: 'Lambda can’t use the KMS key of the function.',
    means:
      'Lambda uses the key that the function names for its environment, code or SnapStart snapshot. It creates a grant on the key with the permissions of whoever configures the function. The key must be enabled. `KMSKeyAccessDenied` is about the key policy or the grant, the other codes about the key’s state.',
    check: DECIDING_COMMANDS.keyState,
    changes: [
      {
        says: 'Enable the key, or allow `kms:CreateGrant` and `kms:Encrypt` on it to whoever configures the function, and `kms:Decrypt` to whoever reads its variables. Then update the function again.',
        run: 'aws lambda get-function-configuration --function-name {aliasedFunction} --query [KMSKeyArn,StateReason,LastUpdateStatusReason]',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'function-entry-permission': {
    title: 'The image’s entry point isn’t executable for Lambda’s user.',
    means:
      'Lambda runs the image as an unprivileged user. The file of `ENTRYPOINT` or `CMD`, or its folder, isn’t readable and executable for it. No IAM policy takes part.',
    changes: [
      {
        says: 'Give the files mode 755 in the Dockerfile (`RUN chmod -R 755 /app`), and build and push the image again.',
        page: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'hosting-bootstrap-hidden': {
    title: 'The deploying identity can’t read the CDK bootstrap.',
    means:
      'Amplify reads the SSM parameter `/cdk-bootstrap/hnb659fds/version` and the `CDKToolkit` stack before it deploys. The identity that deploys may not: your profile in a sandbox, the app’s service role in the pipeline.',
    changes: [
      {
        says: 'Allow it `ssm:GetParameter` on that parameter and `sts:AssumeRole` on the `cdk-*` roles, or attach `AmplifyBackendDeployFullAccess` to the service role.',
        page: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmplifyBackendDeployFullAccess.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'lifecycle-hook-target': {
    title: 'The lifecycle hook’s role can’t write to its target.',
    means:
      'Auto Scaling sends a test message to {target} as the role of the hook, which must trust `autoscaling.amazonaws.com` and be allowed `sns:Publish` or `sqs:SendMessage`. An encrypted target needs its key too. A role or policy made moments ago, and a target that isn’t there, give the same.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role or its policy is new, wait a minute and repeat. Otherwise attach `AutoScalingNotificationAccessRole` to the role, and trust `autoscaling.amazonaws.com` in it. For an encrypted topic or queue allow the role the key.',
        page: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/prepare-for-lifecycle-notifications.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'agent-command-endpoint': {
    title: 'The instance’s role may not poll CodeDeploy.',
    means:
      'The agent polls `codedeploy-commands` with the instance profile. Over a VPC endpoint the role needs `codedeploy-commands-secure:` actions and the agent must have `enable_auth_policy` on. An endpoint policy can refuse them too.',
    changes: [
      {
        says: 'Allow the instance’s role `codedeploy-commands-secure:GetDeploymentSpecification`, `PollHostCommand`, `PutHostCommandAcknowledgement` and `PutHostCommandComplete` on `*`. Then restart the agent.',
        page: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/vpc-endpoints.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'knowledge-base-model': {
    title: 'The knowledge base’s role can’t call the embedding model.',
    means:
      'Bedrock embeds the documents as the knowledge base’s role. It needs `bedrock:InvokeModel` on the model’s ARN of this Region, and the account needs access to the model. A policy attached moments ago isn’t in effect yet.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'If the role’s policy is new, wait a minute and repeat. Otherwise allow the role `bedrock:InvokeModel` on `arn:aws:bedrock:REGION::foundation-model/…`, and check that the model’s access is granted in this Region.',
        page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'document-job-textract': {
    title: 'Comprehend may not use Textract for this document.',
    means:
      'For scanned documents Comprehend calls Textract: with the caller’s permissions in real time, with the data access role in a job. The identity lacks `textract:DetectDocumentText` or `textract:AnalyzeDocument`.',
    changes: [
      {
        says: 'Allow these two Textract actions to the caller, or in a job to the data access role. Without Textract only Word files and digital PDF files can be read: leave `DocumentReadMode` at `SERVICE_DEFAULT` for those.',
        page: 'https://docs.aws.amazon.com/comprehend/latest/dg/security_iam_id-based-policy-examples.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'lock-file-of-others': {
    title: 'The lock file points to a private CodeArtifact repository.',
    means:
      'Your registry is npm’s public one, and npm still asks CodeArtifact: `resolved` addresses in the lock file lead there. The project’s authors wrote it with their own repository. An AWS token of yours doesn’t open it.',
    changes: [
      {
        says: 'Write the lock file again from the public registry: delete it and install, or replace those addresses. Ask the authors to publish that.',
        page: 'https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'yarn-sends-no-token': {
    title: 'CodeArtifact gets no valid token from Yarn.',
    means:
      'Yarn 1 sends the token of `.npmrc` with package downloads only with `always-auth=true`, which `codeartifact login` no longer writes for npm 7 and later. A token older than 12 hours gets the same answer. No policy was refused.',
    changes: [
      {
        says: 'If the token is older than 12 hours, sign in again. Otherwise add `always-auth=true` on a line of its own to `~/.npmrc`, and run Yarn again.',
        page: 'https://docs.aws.amazon.com/codeartifact/latest/ug/npm-yarn.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'fleet-role-new': {
    title: 'The role is too new for AppStream; the second try works.',
    means:
      'IAM needs seconds until a new role can be assumed everywhere. The role and its trust policy were right when the second try went through.',
    changes: [
      {
        says: 'Create the role first and wait some seconds before what uses it: `depends_on` with `time_sleep` in Terraform. Or apply again.',
        page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'pipe-role-new': {
    title: 'The pipe was made before its role’s policy was attached.',
    means:
      'Pipes checks the role when it creates the pipe. The tool made the pipe and the policy side by side, so the policy wasn’t there yet. The second run shows that it’s right.',
    changes: [
      {
        says: 'Let the pipe depend on the policy or its attachment: `depends_on` in Terraform, `DependsOn` or `addDependency` in a template. Then apply again.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'desktop-pool-secret': {
    title: 'The pool may not read the secret with its domain account.',
    means:
      'A WorkSpaces pool joins the domain with the account in a secret. WorkSpaces must be allowed to read that secret, and to use the KMS key that encrypts it.',
    changes: [
      {
        says: 'Allow `secretsmanager:GetSecretValue` on the secret as the pool’s directory page shows, in the secret’s policy or the role’s. With a customer managed key also allow `kms:Decrypt`.',
        page: 'https://docs.aws.amazon.com/workspaces/latest/adminguide/managing-wsp-pools.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'mesh-proxy': {
    title: 'App Mesh refuses the Envoy proxy its configuration.',
    means:
      'Envoy asks App Mesh as the role of its task, pod or instance. That role needs `appmesh:StreamAggregatedResources` on the ARN of its virtual node or gateway; code 7 is a missing permission, code 16 missing or wrong credentials.',
    changes: [
      {
        says: 'Allow the task, pod or instance role `appmesh:StreamAggregatedResources` on the virtual node or gateway. Compare the name with `APPMESH_RESOURCE_ARN` of the proxy.',
        page: 'https://docs.aws.amazon.com/app-mesh/latest/userguide/proxy-authorization.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stream-session-role': {
    title: 'GameLift Streams can’t assume the session’s role.',
    means:
      'The role of a stream session must trust `gameliftstreams.amazonaws.com`, be in the account of the stream group, and have a name that begins with `GameLiftStreams-`. The same is said of a role that isn’t at this ARN, and of one made moments ago.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, correct its ARN. If it’s new, wait a minute and repeat. Otherwise name `gameliftstreams.amazonaws.com` in its trust policy, with this account as `aws:SourceAccount`, and check that its name begins with `GameLiftStreams-`.',
        page: 'https://docs.aws.amazon.com/gameliftstreams/latest/developerguide/session-credentials-troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stream-session-role-kind': {
    title: 'GameLift Streams takes only an own role of this account.',
    means:
      'A stream session works neither with a service-linked role nor with a role of another account. The trust policy isn’t what is wrong.',
    changes: [
      {
        says: 'Create a role in the stream group’s account whose name begins with `GameLiftStreams-`, trusting `gameliftstreams.amazonaws.com`, and pass that.',
        page: 'https://docs.aws.amazon.com/gameliftstreams/latest/developerguide/session-credentials-troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof PLATFORMS_SHAPES, SituationAnswer>>
