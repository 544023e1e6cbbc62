import type { DELIVERY_SHAPES } from '../shapes/delivery'
import type { SituationAnswer } from '../situation-row'
import { CHANGING_COMMANDS, DECIDING_COMMANDS } from '../deciding-commands'

const PIPELINE_ROLES =
  'aws codepipeline get-pipeline --name {pipeline} --query pipeline.[roleArn,stages[].actions[].roleArn] --output json'

const INSTANCE_PROFILES =
  'aws iam list-instance-profiles --query InstanceProfiles[].[InstanceProfileName,Roles[].RoleName] --output json'

/** Where each flow log delivers, as which role, and what came of it. */
const FLOW_LOGS =
  'aws ec2 describe-flow-logs --query FlowLogs[].[FlowLogId,LogDestinationType,DeliverLogsPermissionArn,DeliverLogsErrorMessage] --output json'

/** What the services that build, deploy and operate say in words of their own: what is said of each. */
export const DELIVERY_ANSWERS = {
  'stack-role': {
    title: 'CloudFormation can’t assume the stack’s role.',
    means:
      'A stack keeps the role it was deployed with. That role was deleted, or its trust policy doesn’t name `cloudformation.amazonaws.com`. A role made or changed moments ago gives the same error.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Look whether the role of that ARN exists. If it doesn’t, recreate it under the same name, or deploy with another one (`--role-arn`). If it does, its trust policy must name `cloudformation.amazonaws.com`. If it is new, wait a minute and repeat.',
        run: DECIDING_COMMANDS.role,
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'stack-role-gone': {
    title: 'Most likely the stack’s role was deleted.',
    means:
      'A stack keeps the role it was deployed with, and every later call needs that role, even to delete the stack. Your own permissions don’t replace it. If the role is still there, its trust policy is what to look at.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role is gone, recreate one under the same name, which trusts `cloudformation.amazonaws.com` and may change the stack’s resources. Then repeat the call.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
        confirmed: '2026-11-29',
      },
      {
        says: 'Or hand over another role that CloudFormation can assume: `--role-arn` of `update-stack` or `delete-stack`.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'cdk-role-gone': {
    title: 'Most likely the CDK’s execution role is gone.',
    means:
      'The role belongs to the bootstrap stack `CDKToolkit`. That stack was deleted, or was made again with another qualifier. Your own permissions aren’t the cause.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the role isn’t there, bootstrap the account and Region again, with the same qualifier: it recreates the role under the same name. Then deploy or delete the stack; deploying uploads its assets again.',
        run: CHANGING_COMMANDS.bootstrap,
        page: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cdk-not-bootstrapped': {
    title: 'The CDK’s bootstrap stack is missing here, or too old.',
    means:
      'The CDK needs its bootstrap stack in each account and Region: a version parameter, a bucket and roles. It isn’t there, is older than the app needs, or has another qualifier. No permission was refused.',
    check:
      'aws cloudformation describe-stacks --stack-name CDKToolkit --query Stacks[].[StackStatus,Parameters] --output json',
    changes: [
      {
        says: 'See that account and Region are the ones you mean. Then bootstrap them, with the app’s qualifier if it has one, and deploy again.',
        run: CHANGING_COMMANDS.bootstrap,
        page: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'cdk-bootstrapped-without-trust': {
    title: 'The CDK can’t assume its bootstrap role with these credentials.',
    means:
      'The `cdk bootstrap` that you pasted has no `--trust`. Unless an earlier one had it, the roles trust only their own account. If the caller is in that account, it lacks `sts:AssumeRole`, or the role isn’t there.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'If the caller is in another account: with credentials of the account that is deployed to, bootstrap it again with the same options and `--trust` for the account of the caller. Name the accounts that it trusts already too, since the list is replaced. This changes the trust of all roles that it makes. Keep `--cloudformation-execution-policies`, which `--trust` needs.',
        run: 'cdk bootstrap aws://{account}/{region} --trust <caller account> --cloudformation-execution-policies <policy ARN>',
        comesFirst: true,
        page: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cdk-role-not-assumed': {
    title: 'The CDK couldn’t assume its bootstrap role.',
    means:
      'The CDK works with the roles of the bootstrap stack. The role isn’t there in that account and Region, it doesn’t trust the caller’s account, or the caller lacks `sts:AssumeRole` on `arn:aws:iam::*:role/cdk-*`.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Look whether the role exists. If it doesn’t, bootstrap that account and Region. If it does, allow the caller `sts:AssumeRole` on the roles `cdk-*`; from another account it must also be bootstrapped with `--trust`.',
        run: DECIDING_COMMANDS.role,
        page: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'stack-set-administration-role': {
    title: 'CloudFormation can’t assume the stack set’s administration role.',
    means:
      'In the administrator account the role isn’t there, or its trust policy doesn’t name `cloudformation.amazonaws.com`. A role made moments ago gives the same error.',
    check: 'aws iam get-role --role-name {role} --output json',
    changes: [
      {
        says: 'Look whether the administrator account has the role. If it doesn’t, create it there, trusting `cloudformation.amazonaws.com` and allowed `sts:AssumeRole` on the execution roles. If it does, correct its trust policy.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'control-tower-execution-role': {
    title: 'The account lacks Control Tower’s execution role, or its trust.',
    means:
      'AWS Control Tower works in account {account} as the role {role}, which must trust {trusted} of the management account. It creates the role only in accounts that it enrolled: not in one that is enrolled by hand, and not in the management account.',
    check: 'aws iam get-role --role-name {role} --output json',
    changes: [
      {
        says: 'See whether account `{account}` has the role. If not, leave the account out of the targets (so for the management account), or create `AWSControlTowerExecution` there with `AdministratorAccess` and a trust policy for the management account. If it has, correct that trust policy.',
        page: 'https://docs.aws.amazon.com/controltower/latest/userguide/enroll-manually.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stack-set-named-role': {
    title: 'The stack set can’t assume its role in the target account.',
    means:
      'The stack set works in account {account} as the role {executionrole}. It must exist there and trust {trusted} of the administrator account.',
    check: 'aws iam get-role --role-name {executionrole} --output json',
    changes: [
      {
        says: 'Look whether account {account} has the role {executionrole}. If it doesn’t, create it there with a trust policy for {trusted} or the administrator account. If it does, correct its trust policy. An account that shouldn’t get the stack belongs out of the targets.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stack-set-roles': {
    title: 'The stack set can’t assume its execution role in the target account.',
    means:
      'With self-managed permissions the stack set works in the target account as the execution role, by default `AWSCloudFormationStackSetExecutionRole`. The role isn’t there, or doesn’t trust the administration role of the other account.',
    check: 'aws iam get-role --role-name AWSCloudFormationStackSetExecutionRole --output json',
    changes: [
      {
        says: 'Look whether the target account has the role. If it doesn’t, create it there with a trust policy for the administrator account; if it does, correct that. Or use service-managed permissions.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'stack-needs-capability': {
    title: 'The call must acknowledge what the template creates.',
    means:
      'A template that creates IAM resources needs an acknowledgement in the call. `CAPABILITY_NAMED_IAM` also covers `CAPABILITY_IAM`. It isn’t a permission.',
    changes: [
      {
        says: 'Add the capability that the message names.',
        option: { is: 'added', words: '--capabilities CAPABILITY_NAMED_IAM' },
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-template.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'stack-needs-expansion': {
    title: 'The call must acknowledge the template’s macros.',
    means:
      'A template with a macro or transform needs `CAPABILITY_AUTO_EXPAND`, since the macro can add resources that the template doesn’t show. It isn’t a permission.',
    changes: [
      {
        says: 'Look at what the macros make of the template, in a change set. Then add `CAPABILITY_AUTO_EXPAND` beside the capabilities that the call has.',
        option: { is: 'added', words: '--capabilities CAPABILITY_AUTO_EXPAND' },
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'stack-template-bucket': {
    title: 'CloudFormation can’t read the template in S3.',
    means:
      'CloudFormation reads the template in the caller’s name, not with the stack’s role. The caller lacks `s3:GetObject` on it, or the object isn’t there: without `s3:ListBucket` S3 says the same. Another account’s bucket must allow the caller too.',
    changes: [
      {
        says: 'Check the template’s URL, and that the object exists. Then allow the caller `s3:GetObject` on the template and on nested templates.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/GettingStarted.Walkthrough.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stack-template-region': {
    title: 'The template’s URL leads to another Region than its bucket’s.',
    means:
      'S3 serves the bucket in another Region than the one of this URL, and CloudFormation doesn’t follow the redirect. A bucket made moments ago can give the same for some hours. No permission was refused.',
    changes: [
      {
        says: 'Write the bucket’s own Region into the URL of the template, and of each nested template: `https://BUCKET.s3.REGION.amazonaws.com/KEY`.',
        run: 'aws s3api get-bucket-location --bucket {bucket}',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'build-role': {
    title: 'CodeBuild can’t assume the project’s service role.',
    means:
      'CodeBuild works as the project’s service role. The role isn’t there under that path and name, or its trust policy doesn’t name `codebuild.amazonaws.com`. A role made moments ago gives the same error.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Look whether the role exists, with the same path and spelling. Its trust policy must name `codebuild.amazonaws.com`. If the role is new, wait a minute and repeat.',
        run: DECIDING_COMMANDS.role,
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'build-quota': {
    title: 'The account’s CodeBuild quota is reached.',
    means:
      'The account may run fewer concurrent builds than asked; a new account may run few. No permission is missing.',
    check: 'aws service-quotas list-service-quotas --service-code codebuild --output json',
    changes: [
      {
        says: 'Wait until running builds end, then retry. For more at a time request an increase in Service Quotas; for a new account ask AWS Support to activate CodeBuild.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/limits.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'pipeline-artifact': {
    title: 'CodePipeline can’t get at the artifact in its bucket.',
    means:
      'The artifact isn’t there, since the earlier action made no output or named it otherwise, or the role lacks a permission. The action works as the pipeline’s service role, or the action’s own role. It needs the bucket’s objects and the key; across accounts the bucket policy and key policy must allow it too.',
    check: 'aws s3api list-objects-v2 --bucket {bucket} --prefix {key} --max-items 1',
    changes: [
      {
        says: 'See whether the artifact is in the bucket. If it isn’t, correct the output of the earlier action. If it is, allow the role `s3:GetObject`, `s3:GetObjectVersion` and `s3:PutObject` on the bucket’s objects, `s3:ListBucket` on the bucket for a CodeCommit source, and `kms:Decrypt` and `kms:GenerateDataKey` on its key.',
        page: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'pipeline-provided-role': {
    title: 'The pipeline’s role lacks a permission for this action.',
    means:
      'CodePipeline works as the pipeline’s service role or the action’s role. That role lacks an action of the target service, for ECS often `iam:PassRole` on the task’s roles. Or the pipeline’s role may not assume the action’s role.',
    check: PIPELINE_ROLES,
    changes: [
      {
        says: 'Add the target service’s actions to that role; for ECS also `iam:PassRole` on the task’s roles. For an action role let the pipeline’s role `sts:AssumeRole` on it, and let its trust policy name the pipeline’s role.',
        page: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'pipeline-deployment-bucket': {
    title: 'The pipeline’s role can’t write to the deployment bucket.',
    means:
      'The deploy action writes with the pipeline’s role, or the action’s own role. It needs `s3:PutObject` on the bucket’s objects, and the key’s `kms:GenerateDataKey`. In another account the role must be of that account, or its bucket policy must allow it.',
    check: PIPELINE_ROLES,
    changes: [
      {
        says: 'Allow that role `s3:PutObject` on the deployment bucket’s objects; with a canned ACL also `s3:PutObjectAcl`, with a KMS key `kms:GenerateDataKey`. For another account give the action a role there.',
        page: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/how-to-custom-role.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'session-log-group-encryption': {
    title: 'The log group isn’t encrypted, or the role can’t see it.',
    means:
      'Session Manager and ECS Exec log only to an encrypted log group, unless the preference is off. To see that, the instance’s or task’s role needs `logs:DescribeLogGroups`. Without it, an encrypted group looks the same as one that isn’t.',
    check: 'aws logs describe-log-groups --query logGroups[].[logGroupName,kmsKeyId] --output json',
    changes: [
      {
        says: 'Look whether the group has a key. If it has, allow the role `logs:DescribeLogGroups` on `*`. If it has none, encrypt the group.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'session-log-bucket-encryption': {
    title: 'Session Manager can’t see that the log bucket is encrypted.',
    means:
      'Session Manager and ECS Exec log only to an encrypted bucket, unless the preference is off. To see that, the instance’s or task’s role needs `s3:GetEncryptionConfiguration` on the bucket as well as `s3:PutObject`.',
    check: 'aws s3api get-bucket-encryption --bucket {bucket} --output json',
    changes: [
      {
        says: 'Allow the role `s3:GetEncryptionConfiguration` on the bucket, and check the bucket’s name. If the bucket isn’t encrypted, encrypt it.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'media-job-role': {
    title: 'MediaConvert can’t assume the role of the job.',
    means:
      'MediaConvert reads and writes with the role that the job names. The ARN is wrong (often without its path), or the role’s trust policy doesn’t name `mediaconvert.amazonaws.com`. A role made moments ago gives the same error.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Compare the ARN with the role’s, path included. Its trust policy must name `mediaconvert.amazonaws.com`. If the role is new, wait a minute and repeat.',
        run: DECIDING_COMMANDS.role,
        page: 'https://docs.aws.amazon.com/mediaconvert/latest/ug/iam-role.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'stack-hook': {
    title: 'A CloudFormation Hook stopped the operation.',
    means:
      'A Hook of this account or organization looked at the template and refused it by its own rule. No IAM policy decides that. The stack’s events give the Hook’s reason.',
    changes: [
      {
        says: 'Change the template as the Hook’s own message says: Control Tower puts it behind [FIX]. Where you haven’t pasted it, the stack’s events have it.',
        run: 'aws cloudformation describe-stack-events --stack-name {stack} --query StackEvents[?HookStatus].[LogicalResourceId,HookType,HookStatusReason] --output json',
        page: 'https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/hooks-concepts.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stack-tagging': {
    title: 'The deploying role may not tag the resource.',
    means:
      'CloudFormation adds its tags when it creates a resource. Whoever deploys (the caller or the stack’s role) needs the service’s tagging action, for example `s3:PutBucketTagging` or `cloudwatch:TagResource`.',
    changes: [
      {
        says: 'Allow the deploying role the tagging action of that service, and its untagging and listing actions.',
        page: 'https://repost.aws/knowledge-center/cloudformation-tagging-permission-error',
        confirmed: '2026-12-01',
      },
    ],
  },
  'device-service-role': {
    title: 'Greengrass has no service role in this Region that it can assume.',
    means:
      'The service role is associated with the account for each Region. Here none is associated, or the role doesn’t trust `greengrass.amazonaws.com`.',
    check: 'aws greengrassv2 get-service-role-for-account --output json',
    changes: [
      {
        says: 'See which role is associated in this Region. If none is, or it was deleted, associate one that exists; it must trust `greengrass.amazonaws.com` and have `AWSGreengrassResourceAccessRolePolicy`.',
        run: 'aws greengrassv2 associate-service-role-to-account --role-arn <ARN of the role>',
        page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/greengrass-service-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'device-role-not-associated': {
    title: 'Most likely the Greengrass service role isn’t associated in this Region.',
    means:
      'The role trusts Greengrass, but the account uses it only where it is associated, which is done for each Region. No policy needs a change.',
    check: 'aws greengrassv2 get-service-role-for-account --output json',
    changes: [
      {
        says: 'Associate the service role with the account in the Region of the error, then deploy again.',
        run: 'aws greengrassv2 associate-service-role-to-account --role-arn <ARN of the role>',
        page: 'https://docs.aws.amazon.com/greengrass/v2/developerguide/greengrass-service-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'build-source-repository': {
    title: 'Most likely the build’s role may not pull from CodeCommit.',
    means:
      'CodeBuild pulls the source as the project’s service role, not as you. That role lacks `codecommit:GitPull` on the repository, or the repository isn’t there under this name and Region. One of another account is reached only with a role there.',
    check:
      'aws codebuild batch-get-projects --names {project} --query projects[].[serviceRole,source.type,source.location] --output json',
    changes: [
      {
        says: 'Check the repository’s name and Region. Then allow the project’s service role `codecommit:GitPull` on the repository.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'build-source-connection': {
    title: 'The build can’t fetch its source.',
    means:
      'CodeBuild fetches the source as the project’s service role: from CodeCommit, through a connection, or with a token. The role lacks an action for that, or the connection or token has no access to the repository.',
    check:
      'aws codebuild batch-get-projects --names {project} --query projects[].[serviceRole,source.type,source.location,source.auth] --output json',
    changes: [
      {
        says: 'For a connection allow the project’s service role `GetConnectionToken` and `GetConnection` on it, under the prefix of its ARN (`codeconnections` or `codestar-connections`); for a full clone in a pipeline `UseConnection`. For CodeCommit allow `codecommit:GitPull`. Then check that the connection or token is valid and sees the repository.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/connections-github-app.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'build-connection-of-role': {
    title: 'The project’s service role may not use the connection.',
    means:
      'CodeBuild tries the connection as the project’s service role: that role is the user in this message, not whoever made the call. It needs `GetConnectionToken` and `GetConnection`; `UseConnection` isn’t enough.',
    changes: [
      {
        says: 'Allow the project’s service role `codeconnections:GetConnectionToken` and `codeconnections:GetConnection` on the connection, under the prefix of its ARN. Then make the call again.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/connections-github-app.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'build-connection-of-role-older': {
    title: 'The project’s service role may not use the connection.',
    means:
      'CodeBuild tries the connection as the project’s service role: that role is the user in this message, not whoever made the call. It needs `GetConnectionToken` and `GetConnection`; `UseConnection` isn’t enough.',
    changes: [
      {
        says: 'Allow the project’s service role `codestar-connections:GetConnectionToken` and `codestar-connections:GetConnection` on the connection, under the prefix of its ARN. Then make the call again.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/connections-github-app.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'build-connection': {
    title: 'The build project’s role may not use the connection.',
    means:
      'With a full clone, CodeBuild itself fetches the source as the project’s service role. That role needs `UseConnection` in the connection’s own namespace, whatever the pipeline’s role may.',
    changes: [
      {
        says: 'Allow the build project’s role `UseConnection` on the connection’s ARN, or let the source action hand over a ZIP.',
        page: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'deployment-target-group': {
    title: 'The listener doesn’t lead to the deployment’s target group.',
    means:
      'For a blue/green deployment the listener’s rule must forward to the target group of the service’s primary task set. CodeDeploy found another there; no permission is missing.',
    changes: [
      {
        says: 'Let the production listener’s rule forward to the target group that the primary task set uses, then deploy again.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'pipeline-connection': {
    title: 'The pipeline can’t use the connection.',
    means:
      'A source action uses the connection as the pipeline’s role. It needs `UseConnection` in the connection’s own namespace, `codeconnections` or the older `codestar-connections`. The connection must also be in state Available.',
    check:
      'aws codeconnections get-connection --connection-arn {connectionArn} --query Connection.ConnectionStatus --output text',
    changes: [
      {
        says: 'If the connection is pending, finish it in the console. If it’s available, allow the pipeline’s role `UseConnection` on its ARN.',
        page: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/connections-github.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'deploy-role-launch-template': {
    title: 'The CodeDeploy service role can’t launch from the launch template.',
    means:
      'Of a group with a launch template CodeDeploy starts the instances as its service role. `AWSCodeDeployRole` doesn’t hold what that needs: `ec2:RunInstances`, `ec2:CreateTags` and `iam:PassRole`.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Add to the service role `ec2:RunInstances`, `ec2:CreateTags`, and `iam:PassRole` on the role of the template’s instance profile.',
        page: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'deploy-role': {
    title: 'The CodeDeploy service role lacks permissions.',
    means:
      'CodeDeploy works as the deployment group’s service role. It names the service that this role can’t use, not the action.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Attach `AWSCodeDeployRole` (for ECS `AWSCodeDeployRoleForECS`, for Lambda `AWSCodeDeployRoleForLambda`). With a launch template add `ec2:RunInstances`, `ec2:CreateTags` and `iam:PassRole`.',
        page: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'beanstalk-role': {
    title: 'The environment’s instance profile is missing.',
    means:
      'An environment needs an instance profile and a service role. New accounts don’t have them, and Beanstalk doesn’t create them any more from the CLI.',
    check: INSTANCE_PROFILES,
    changes: [
      {
        says: 'Create the instance profile, with a role that has `AWSElasticBeanstalkWebTier`, and name it in the environment. If there is no service role either, create one with `AWSElasticBeanstalkEnhancedHealth`.',
        page: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/concepts-roles-service.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'beanstalk-profile-unseen': {
    title: 'The EB CLI can’t see whether the instance profile exists.',
    means:
      'It’s a warning: the caller may not read or create instance profiles, so the EB CLI goes on as if this one were there. If it is, the deployment needs nothing more.',
    check: INSTANCE_PROFILES,
    changes: [
      {
        says: 'Have somebody who may read IAM see whether the profile is there. If it is, leave the warning. If it isn’t, have an administrator create it with its role.',
        page: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/concepts-roles-instance.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'automation-role': {
    title: 'Systems Manager can’t assume the automation’s role.',
    means:
      'A runbook runs as its `AutomationAssumeRole`. The role of that ARN isn’t there, or its trust policy doesn’t name `ssm.amazonaws.com` exactly. A Regional form such as `ssm.eu-west-1.amazonaws.com` doesn’t work.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Look whether the role of that ARN exists. Its trust policy must name `ssm.amazonaws.com`. If the role is new, wait a minute and repeat.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'node-not-managed': {
    title: 'The instance isn’t connected to Systems Manager.',
    means:
      'The agent on the instance must run, reach Systems Manager, and have an instance role with `AmazonSSMManagedInstanceCore` (or Default Host Management). Your own permissions weren’t refused.',
    check: 'aws ssm describe-instance-information --output json',
    changes: [
      {
        says: 'If the list lacks the instance, check the Region and that it runs, attach `AmazonSSMManagedInstanceCore` to its role, and check its way to `ssm`, `ssmmessages` and `ec2messages`. If the list has it as lost, restart its agent.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-managed-instances.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'session-plugin': {
    title: 'The Session Manager plugin isn’t installed.',
    means:
      'The AWS CLI needs the plugin on your machine. It then ends the session it began, which can show a second error about `ssm:TerminateSession`.',
    changes: [
      {
        says: 'Install the Session Manager plugin, then start the session again.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'session-ciphertext': {
    title: 'KMS can’t decrypt the session’s data key; no permission is missing.',
    means:
      '`InvalidCiphertextException` isn’t a refusal: KMS was allowed to work, but the data key was made with another encryption context or key than the agent uses. Both sides must send the same `aws:ssm:TargetId` and `aws:ssm:SessionId`.',
    changes: [
      {
        says: 'Change no policy. Update the SSM Agent on the node or in the container, and the Session Manager plugin, then start the session again. If it fails still, compare `encryptionContext` of `GenerateDataKey` and `Decrypt` in CloudTrail.',
        page: 'https://docs.aws.amazon.com/botocore/latest/reference/services/kms/client/exceptions/InvalidCiphertextException.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'session-key': {
    title: 'The session can’t get its data key from KMS.',
    means:
      'With session encryption the instance’s role needs `kms:Decrypt`, and whoever starts the session `kms:GenerateDataKey`, on the key in the Session Manager preferences. A key that is disabled, deleted or in another Region fails too.',
    check: 'aws ssm get-document --name SSM-SessionManagerRunShell --query Content --output text',
    changes: [
      {
        says: 'Allow both on the key, in their own policies or the key policy. If the text says nothing of `AccessDenied`, see that the key is enabled and in the session’s Region.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-enable-encryption.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'trail-bucket-of-organization': {
    title: 'The bucket policy lacks the organization’s path of the trail.',
    means:
      'A trail of an organization writes under `AWSLogs/ORGANIZATION-ID/`. AWS’s policy allows `cloudtrail.amazonaws.com` `s3:PutObject` there and under `AWSLogs/` with the management account, and `s3:GetBucketAcl` on the bucket. A policy for one account’s trail lacks the first.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Add a statement for `cloudtrail.amazonaws.com` with `s3:PutObject` on `AWSLogs/ORGANIZATION-ID/*`, and the trail as `aws:SourceArn`. In the CDK give `Trail` the organization’s id as `orgId`.',
        page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'trail-bucket': {
    title: 'CloudTrail can’t write to the bucket.',
    means:
      'CloudTrail writes as `cloudtrail.amazonaws.com`. The bucket policy must allow it `s3:GetBucketAcl` on the bucket and `s3:PutObject` on `PREFIX/AWSLogs/ACCOUNT/*`, with this trail as `aws:SourceArn`. Often the policy is of another prefix, account or trail.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Compare the bucket policy with the trail: it must allow `cloudtrail.amazonaws.com` both actions, with this trail’s prefix, account and ARN. An organization trail also needs the organization’s path.',
        page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'trail-topic': {
    title: 'CloudTrail can’t publish to the SNS topic.',
    means:
      'CloudTrail notifies as `cloudtrail.amazonaws.com`. The topic isn’t there, or its policy doesn’t allow that service `sns:Publish` for this trail. An encrypted topic’s key must allow it too.',
    check: DECIDING_COMMANDS.topicPolicy,
    changes: [
      {
        says: 'Check the topic’s name and Region. Its policy must allow `cloudtrail.amazonaws.com` `sns:Publish`.',
        page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'trail-log-role': {
    title: 'CloudTrail can’t write to CloudWatch Logs with the trail’s role.',
    means:
      'CloudTrail sends events to Logs as the trail’s role. The role must trust `cloudtrail.amazonaws.com` and allow `logs:CreateLogStream` and `logs:PutLogEvents` on the log group’s streams. A role made moments ago gives the same error.',
    check:
      'aws cloudtrail describe-trails --query trailList[].[Name,CloudWatchLogsLogGroupArn,CloudWatchLogsRoleArn] --output json',
    changes: [
      {
        says: 'Correct the role’s trust policy and its two Logs actions. The log group ARN must end in `:*`. If the role is new, wait a minute and repeat.',
        page: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'recorder-bucket-locked': {
    title: 'AWS Config can’t deliver to a bucket with a default retention.',
    means:
      'What you pasted shows Object Lock on the bucket. AWS Config doesn’t support a delivery channel to a bucket whose Object Lock has a default retention; its error speaks of the bucket policy all the same. The command shows whether it has one.',
    check: 'aws s3api get-object-lock-configuration --bucket {bucket} --output json',
    changes: [
      {
        says: 'If it has a default retention, deliver to a bucket without one, and copy or replicate from there to the locked one. If it has none, compare the bucket policy with AWS’s page.',
        page: 'https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'recorder-bucket': {
    title: 'AWS Config can’t deliver to the bucket.',
    means:
      'Config delivers as its recorder’s role or as `config.amazonaws.com`. One of them needs `s3:GetBucketAcl`, `s3:ListBucket`, and `s3:PutObject` under the channel’s prefix; for an encrypted bucket also the key. A default retention of Object Lock isn’t supported.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `config.amazonaws.com` those actions in the bucket policy, for the delivery channel’s prefix, with your account as `aws:SourceAccount`. For a key of your own allow it in the key policy too.',
        page: 'https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'subscription-destination': {
    title: 'The log destination’s access policy doesn’t let this account subscribe.',
    means:
      'A cross-account log destination takes subscription filters only from the accounts that its own access policy names. The owner of the destination’s account changes that; no policy of the sender replaces it.',
    check: 'aws logs describe-destinations --query destinations[].[destinationName,accessPolicy] --output json',
    changes: [
      {
        says: 'In the destination’s account, allow the sending account `logs:PutSubscriptionFilter` on the destination in its access policy.',
        run: 'aws logs put-destination-policy --destination-name <destination> --access-policy file://destination-policy.json',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateDestination.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'flow-log-bucket': {
    title: 'The bucket doesn’t accept the flow logs.',
    means:
      'Flow logs reach a bucket through `delivery.logs.amazonaws.com`, without a role. The bucket must exist, and its policy must allow that service `s3:PutObject` and `s3:GetBucketAcl`. AWS adds this by itself only where the caller may read and put the bucket policy.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `delivery.logs.amazonaws.com` both in the bucket policy, with `aws:SourceAccount` and `aws:SourceArn`.',
        page: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html',
        confirmed: '2026-12-02',
      },
    ],
  },
  'inventory-report-refused': {
    title: 'The destination bucket doesn’t accept the report of S3.',
    means:
      'S3 writes inventory and analytics reports as `s3.amazonaws.com`. The destination’s bucket policy must allow it `s3:PutObject`, where it tests `aws:SourceArn` for the source bucket of this report.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `s3.amazonaws.com` `s3:PutObject` on the destination’s objects, with the source bucket in `aws:SourceArn` and its account in `aws:SourceAccount`. Correct the source bucket if an old one stands there.',
        page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'firewall-log-group-policy': {
    title: 'WAF couldn’t let itself in at the log group.',
    means:
      'WAF adds each log group to one resource policy of CloudWatch Logs, `AWSWAF-LOGS`, with the caller’s permissions. Such a policy holds 5120 characters, and a Region has ten: with many web ACLs it is full, and WAF can’t add another. A caller without `logs:PutResourcePolicy` gets the same message.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'Look at how many Logs resource policies the Region has, and how long `AWSWAF-LOGS` is. If it is full, delete entries of web ACLs that are gone, and make one policy of your own for all log groups of WAF, `aws-waf-logs-*`, which lets `delivery.logs.amazonaws.com` create streams and put events. If there is room, allow the caller `logs:CreateLogDelivery`, `logs:PutResourcePolicy`, `logs:DescribeResourcePolicies` and `logs:DescribeLogGroups`.',
        page: 'https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'log-delivery-destination': {
    title: 'The log destination doesn’t accept the delivery.',
    means:
      'Logs of WAF, VPC, Route 53 and others arrive through `delivery.logs.amazonaws.com`. A log group needs a Logs resource policy for it, of which a Region has ten at most; a bucket a bucket policy; an encrypted destination a key policy. WAF says the same where the caller lacks the log delivery actions.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'For a log group allow `delivery.logs.amazonaws.com` `logs:CreateLogStream` and `logs:PutLogEvents` in a Logs resource policy; merge old ones if ten are there. For a bucket allow it `s3:PutObject` and `s3:GetBucketAcl` in the bucket policy. If the policies are there, look at what the caller may do: `logs:CreateLogDelivery` and, for a bucket, `s3:PutBucketPolicy`.',
        run: 'aws logs put-resource-policy --policy-name delivery --policy-document file://policy.json',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'load-balancer-logs-key': {
    title: 'The load balancer can’t write logs to a KMS-encrypted bucket.',
    means:
      'According to what you pasted, a KMS key encrypts the bucket. Application and Classic Load Balancers write access logs only to a bucket with SSE-S3, whatever the bucket policy and the key policy allow. A Network Load Balancer takes a customer managed key whose policy lets in `delivery.logs.amazonaws.com`.',
    check: 'aws s3api get-bucket-encryption --bucket {bucket} --output json',
    changes: [
      {
        says: 'Log to a bucket whose default encryption is SSE-S3 (`AES256`), or set that on this one if it holds nothing but these logs. For a Network Load Balancer keep the key, and allow `delivery.logs.amazonaws.com` in its policy. Then set the attributes again.',
        page: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'load-balancer-logs': {
    title: 'The load balancer can’t write its logs to the bucket.',
    means:
      'Load balancers write as `logdelivery.elasticloadbalancing.amazonaws.com`, in older Regions as an AWS account of the Region; a Network Load Balancer as `delivery.logs.amazonaws.com`. The bucket policy must allow that one under this prefix and account. The bucket must be in the same Region, and for Application and Classic Load Balancers use SSE-S3.',
    check: DECIDING_COMMANDS.bucketPolicy,
    left: {
      title: 'The bucket policy lets the load balancer in: look at the bucket itself.',
      says: 'Application and Classic Load Balancers write access logs only to a bucket with SSE-S3, and any load balancer only to one of its own Region. What they can’t write to gives this message, whatever the policy allows.',
      fix: 'If the default encryption is SSE-KMS, set SSE-S3 (`AES256`) on this bucket or log to another one. If the bucket is in another Region, use one in the load balancer’s.',
      check: 'aws s3api get-bucket-encryption --bucket {bucket} --output json',
    },
    changes: [
      {
        says: 'Allow `logdelivery.elasticloadbalancing.amazonaws.com` `s3:PutObject` in the bucket policy, on `PREFIX/AWSLogs/ACCOUNT/*` with the prefix of the load balancer’s attributes and its account. If it’s there, look at the bucket’s default encryption: an Application or Classic Load Balancer can’t use a KMS key.',
        page: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'network-load-balancer-logs': {
    title: 'The Network Load Balancer can’t write its logs to the bucket.',
    means:
      'A Network Load Balancer writes its access logs as `delivery.logs.amazonaws.com`, not as other load balancers do. The bucket policy must allow it `s3:GetBucketAcl` on the bucket and `s3:PutObject` under this prefix and account. The bucket must be in the same Region, and the policy of its customer managed key must let that service in too.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `delivery.logs.amazonaws.com` both in the bucket policy, on `PREFIX/AWSLogs/ACCOUNT/*`, with your account as `aws:SourceAccount`. If it’s there, look at the key that encrypts the bucket, and its policy.',
        page: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'flow-logs-role': {
    title: 'VPC Flow Logs can’t assume the flow log’s role.',
    means:
      'A flow log to CloudWatch Logs writes as its role. The role of that ARN isn’t there, or its trust policy doesn’t name `vpc-flow-logs.amazonaws.com`. A role made moments ago gives the same error.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Look whether the role of that ARN exists. Its trust policy must name `vpc-flow-logs.amazonaws.com`. If the role is new, wait a minute and repeat. It also needs `logs:CreateLogStream`, `logs:PutLogEvents` and `logs:DescribeLogGroups`.',
        run: DECIDING_COMMANDS.role,
        page: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'flow-logs-access-error': {
    title: 'The flow log’s role can’t be assumed, or lacks a permission.',
    means:
      'AWS says “Access error” where the role lacks an action on the log group, or its trust policy doesn’t name `vpc-flow-logs.amazonaws.com`. With a bucket as destination the bucket policy or the key policy refuses the delivery.',
    check: FLOW_LOGS,
    changes: [
      {
        says: 'See where the flow log delivers, and as which role. For a log group the role must trust `vpc-flow-logs.amazonaws.com`, and needs `logs:CreateLogGroup`, `logs:CreateLogStream`, `logs:PutLogEvents`, `logs:DescribeLogGroups` and `logs:DescribeLogStreams`. For a bucket look at its policy and its key’s.',
        run: FLOW_LOGS,
        page: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'alarm-action': {
    title: 'The alarm couldn’t run its action on the target.',
    means:
      'The error that it received says why. An alarm calls a function as `lambda.alarms.cloudwatch.amazonaws.com` and publishes to a topic as `cloudwatch.amazonaws.com`. The target must exist, and its own policy must allow that; a topic’s key too.',
    check: 'aws cloudwatch describe-alarm-history --history-item-type Action --max-items 5 --output json',
    changes: [
      {
        says: 'If the error speaks of a refusal, allow that principal in the function’s or topic’s policy; for an encrypted topic `kms:Decrypt` and `kms:GenerateDataKey*` in the key policy. If it says that the target isn’t there, correct the alarm’s action.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'alarm-action-of-instance': {
    title: 'The alarm couldn’t run its action on the instance or group.',
    means:
      'The error that it received says why. An alarm stops, reboots or recovers an instance with `AWSServiceRoleForCloudWatchEvents`, and a scaling policy is carried out by the service that scales. No policy of a topic or function takes part.',
    check: 'aws cloudwatch describe-alarm-history --history-item-type Action --max-items 5 --output json',
    changes: [
      {
        says: 'If the instance or scaling policy is gone, name the new one in the alarm. For an action on an instance see that the service-linked role is there, and create it if it isn’t: `aws iam create-service-linked-role --aws-service-name events.amazonaws.com`.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/UsingAlarmActions.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'alarm-topic-key': {
    title: 'The topic’s KMS key doesn’t let the alarm use it.',
    means:
      'An alarm publishes to an encrypted topic as `cloudwatch.amazonaws.com`. The policy of the topic’s customer managed key must allow it `kms:GenerateDataKey*` and `kms:Decrypt`. The AWS managed key `aws/sns` can’t be used: its policy can’t be changed.',
    check: 'aws sns get-topic-attributes --topic-arn {topicArn} --query Attributes.KmsMasterKeyId --output text',
    changes: [
      {
        says: 'Add `cloudwatch.amazonaws.com` to the key policy with both actions. With `aws/sns` encrypt the topic with a customer managed key instead.',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'event-topic-key': {
    title: 'DMS can’t use the KMS key of the topic.',
    means:
      'DMS publishes to an encrypted topic as `dms.amazonaws.com`. The topic’s key was deleted or disabled, or its policy doesn’t allow that service `kms:GenerateDataKey*` and `kms:Decrypt`. Your own permissions aren’t asked.',
    changes: [
      {
        says: 'See that the topic’s key exists and is enabled. Add `dms.amazonaws.com` to the key policy with both actions, in the account of the key.',
        page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'image-builder-role': {
    title: 'Image Builder can’t reach the build instance through Systems Manager.',
    means:
      'Image Builder works on the instance through Systems Manager. The instance has no way there from its subnet, its profile lacks `EC2InstanceProfileForImageBuilder` or `AmazonSSMManagedInstanceCore`, or the base image has no SSM Agent.',
    changes: [
      {
        says: 'Attach both policies to the instance profile’s role. Then check the subnet’s way to Systems Manager, and that the base image has the SSM Agent.',
        page: 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'image-builder-profile': {
    title: 'Image Builder finds no such instance profile.',
    means:
      'The infrastructure configuration takes the name of an instance profile, not of a role or an ARN. A role made without the console has no profile by itself.',
    check: INSTANCE_PROFILES,
    changes: [
      {
        says: 'Give the name of an instance profile that is there. If the role has none, create one and add the role to it; if it was made just now, repeat.',
        page: 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/troubleshooting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'inspector-disabled': {
    title: 'The security service isn’t on here, or another account administers it.',
    means:
      'Security Hub, GuardDuty, Macie, Inspector and Detective answer only where they’re enabled in this Region. Some calls are for the delegated administrator alone. No policy replaces that.',
    changes: [
      {
        says: 'Enable the service in this Region, or make the call in the delegated administrator’s account.',
        run: 'aws organizations list-delegated-administrators --output json',
        page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'flow-logs-role-lacks': {
    title: 'The flow log’s role may not write to CloudWatch Logs.',
    means:
      'A flow log to CloudWatch Logs writes as its own role. AWS could assume the role; its policy lacks actions on the log group.',
    check: FLOW_LOGS,
    changes: [
      {
        says: 'Allow the role `logs:CreateLogGroup`, `logs:CreateLogStream`, `logs:PutLogEvents`, `logs:DescribeLogGroups` and `logs:DescribeLogStreams`.',
        page: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html',
        confirmed: '2026-11-28',
      },
    ],
  },
  'beanstalk-service-role': {
    title: 'Elastic Beanstalk’s service role lacks permissions.',
    means:
      'Beanstalk watches and updates the environment with its service role. For managed updates it needs `AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy`, for health `AWSElasticBeanstalkEnhancedHealth`.',
    check: 'aws iam list-attached-role-policies --role-name aws-elasticbeanstalk-service-role --output json',
    changes: [
      {
        says: 'Attach the policy of what the message names to the environment’s service role: `AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy` or `AWSElasticBeanstalkEnhancedHealth`.',
        page: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-servicerole.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'catalog-no-launch-path': {
    title: 'You have no access to a portfolio with this product.',
    means:
      'Service Catalog offers a product only through a portfolio that the user, group or role is added to. This caller isn’t in one, or a constraint is missing. IAM permissions alone don’t open it.',
    grantedIn: 'the portfolio of Service Catalog',
    changes: [
      {
        says: 'Ask the portfolio’s administrator to add your role or user to its access list.',
        run: DECIDING_COMMANDS.portfolios,
        page: 'https://docs.aws.amazon.com/servicecatalog/latest/adminguide/catalogs_portfolios_users.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'build-image-pull': {
    title: 'CodeBuild can’t pull the build image.',
    means:
      'CodeBuild pulls with its own credentials (`codebuild.amazonaws.com` in the repository policy) or, with `imagePullCredentialsType` `SERVICE_ROLE`, as the project’s service role. That one lacks the pull actions, the image or its tag isn’t there, or the build has no way to the registry.',
    check: DECIDING_COMMANDS.repositoryPolicy,
    changes: [
      {
        says: 'Check the image’s name and tag. Then allow the pull actions to the one that pulls: the service principal in the repository policy, or the service role. From another account use the service role.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-ecr.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'build-image-without-registry': {
    title: 'The image’s name has no registry, so Docker Hub was asked.',
    means:
      'An image without a registry in its name is looked for on Docker Hub. It isn’t there, or it’s private and CodeBuild sent no credentials. No IAM policy decides it, and a repository policy in ECR isn’t asked.',
    changes: [
      {
        says: 'If the image is in ECR, give its whole name in the project: `ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG`. If it’s private on Docker Hub, put the sign-in into a Secrets Manager secret, name that as `registryCredential`, and set `imagePullCredentialsType` to `SERVICE_ROLE`; the service role then needs `secretsmanager:GetSecretValue` on it.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-private-registry.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'prometheus-unsigned': {
    title: 'The request to Amazon Managed Prometheus isn’t signed.',
    means:
      'The workspace takes only requests signed with Signature Version 4. The client sent none, so no policy was asked.',
    changes: [
      {
        says: 'Turn on `sigv4` in `remote_write`, or send through the signing proxy. The role then needs `aps:RemoteWrite`.',
        page: 'https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-onboard-ingest-metrics-existing-Prometheus.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'package-token': {
    title: 'The CodeArtifact token is missing or has expired.',
    means:
      'Package managers sign in to CodeArtifact with a token that lasts up to 12 hours. The client sent none, or an old one. No policy was evaluated for the package.',
    changes: [
      {
        says: 'Sign in again to get a new token. The caller needs `codeartifact:GetAuthorizationToken` and `sts:GetServiceBearerToken`.',
        run: 'aws codeartifact login --tool <npm, pip, twine, dotnet, swift> --domain {domain} --repository {repository}',
        page: 'https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'media-input-unread': {
    title: 'The MediaConvert job’s role can’t read the input.',
    means:
      'MediaConvert reads inputs with the role of the job, not with your credentials. That role, or the bucket’s policy, doesn’t allow it; a `Resource` that is the bucket alone covers none of its objects. Without `s3:ListBucket` a key that isn’t there looks the same, and an encrypted bucket also needs the key.',
    changes: [
      {
        says: 'Look at the `Resource` of `s3:GetObject` in the job’s role: it must cover this bucket’s objects, so end in `/*`. Correct it, or allow the role `s3:GetObject` on them and `s3:ListBucket` on the bucket. For a bucket of another account allow the role in the bucket policy too.',
        page: 'https://docs.aws.amazon.com/mediaconvert/latest/ug/iam-role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'media-job-files': {
    title: 'The MediaConvert job’s role can’t write the output.',
    means:
      'MediaConvert writes outputs with the role of the job, not with your credentials. That role, or the bucket’s policy, doesn’t allow it. An encrypted bucket also needs the key.',
    changes: [
      {
        says: 'Allow the job’s role `s3:PutObject` on the bucket’s objects. For a bucket of another account allow the role in the bucket policy too.',
        page: 'https://docs.aws.amazon.com/mediaconvert/latest/ug/iam-role.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'media-input-missing': {
    title: 'MediaConvert found no object under that key.',
    means:
      'The bucket answered that the input isn’t there; a missing permission gives another message. The key must match the object’s exactly: upper and lower case, hyphens and underscores.',
    changes: [
      {
        says: 'Compare the input of the job with what the bucket lists. Then correct one of them, or wait until the upload is complete, and submit the job again.',
        page: 'https://docs.aws.amazon.com/mediaconvert/latest/ug/mediaconvert_error_codes.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'stack-handler-denied': {
    title: 'Whoever deploys the stack lacks a permission for this resource type.',
    means:
      'CloudFormation creates each resource with the caller’s credentials, or with the stack’s role where it has one. The resource type’s handler was refused, and the message doesn’t say by which action. The CloudTrail events around that time name it.',
    check: 'aws cloudformation describe-stacks --query Stacks[].[StackName,RoleARN] --output json',
    changes: [
      {
        says: 'Find the refused call in CloudTrail, and allow its action to the stack’s role, or to the caller if it has none. The resource type’s schema lists the permissions of its handlers.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'build-network-role': {
    title: 'The build project’s service role can’t use the VPC.',
    means:
      'CodeBuild makes a network interface in the VPC as the project’s service role, not with your credentials. The role lacks the EC2 actions for that, or was given them moments ago.',
    check:
      'aws codebuild batch-get-projects --names {project} --query projects[].[name,serviceRole,vpcConfig] --output json',
    changes: [
      {
        says: 'Allow the service role the EC2 actions, `ec2:CreateNetworkInterfacePermission` for the project’s subnets and `codebuild.amazonaws.com` only. If they were attached just now, repeat.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'log-destination-name': {
    title: 'WAF doesn’t accept the ARN of the log destination.',
    means:
      'WAF logs only to a bucket, log group or Firehose stream whose name begins with `aws-waf-logs-`, in the web ACL’s Region (us-east-1 for CloudFront). A log group’s ARN must not end in `:*`. No policy refused this.',
    changes: [
      {
        says: 'Give the destination a name that begins with `aws-waf-logs-`, and leave a trailing `:*` out of a log group’s ARN.',
        page: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_LoggingConfiguration.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'image-distribution-role': {
    title: 'Image Builder can’t assume the distribution role in the target account.',
    means:
      'Image Builder distributes to another account with its role `EC2ImageBuilderDistributionCrossAccountRole`. The role isn’t there under exactly this name, or doesn’t trust the source account. It also needs `Ec2ImageBuilderCrossAccountDistributionAccess`.',
    changes: [
      {
        says: 'Look whether the target account has the role. If it doesn’t, create it with the source account as principal and attach `Ec2ImageBuilderCrossAccountDistributionAccess`. If it does, correct its trust policy.',
        page: 'https://docs.aws.amazon.com/imagebuilder/latest/userguide/cross-account-dist.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'monitoring-sink': {
    title: 'The monitoring account’s sink doesn’t accept this account.',
    means:
      'A source account links to a sink only where the sink’s policy allows it, by account or organization, for the resource types that it sends. The owner of the monitoring account changes that policy.',
    changes: [
      {
        says: 'Ask the monitoring account to allow this account `oam:CreateLink` and `oam:UpdateLink` in its sink’s policy.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Unified-Cross-Account-Setup.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'flow-logs-bucket': {
    title: 'The flow logs can’t be delivered to the bucket.',
    means:
      'Flow logs to a bucket arrive as `delivery.logs.amazonaws.com`, without a role of yours. The bucket policy must allow it `s3:PutObject` and `s3:GetBucketAcl`, and an encrypted bucket’s key policy must let it use the key.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Allow `delivery.logs.amazonaws.com` both actions in the bucket policy, with your account as `aws:SourceAccount`. If a key of your own encrypts the bucket, allow it in the key policy too.',
        page: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'flow-logs-key': {
    title: 'Most likely the bucket’s KMS key doesn’t let the flow logs in.',
    means:
      'Flow logs arrive as `delivery.logs.amazonaws.com`. What you pasted shows a key of your own, and that the bucket policy lets the service in or that an unencrypted bucket works. Then the key policy must also let that service use the key.',
    check: DECIDING_COMMANDS.keyPolicy,
    changes: [
      {
        says: 'Allow `delivery.logs.amazonaws.com` in the key’s policy, with your account as `aws:SourceAccount`. The key must be symmetric and in the bucket’s Region.',
        page: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-cmk-policy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'source-connection-lost': {
    title: 'AWS can’t sign in at the Git provider; no policy refused this.',
    means:
      'AWS signs in there with a token or an app that was connected once. It was revoked, lacks the repository, or was never made in this Region.',
    changes: [
      {
        says: 'Check the repository’s name. Then connect the provider again, and give the app or token this repository.',
        page: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/appendix-github-oauth.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'automation-role-form': {
    title: 'The automation’s role isn’t an ARN of a role.',
    means:
      'Systems Manager didn’t get that far: the parameter is empty, a name, or an ARN with an error. Nothing was refused.',
    changes: [
      {
        says: 'Give `AutomationAssumeRole` the whole ARN of a role, or leave it out to run as yourself.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'window-role-gone': {
    title: 'The maintenance window’s role doesn’t exist any more.',
    means: 'The role of the task was deleted, or never made. No policy refused it.',
    changes: [
      {
        says: 'Create the role again under its name, or choose another one for the task.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-maintenance-windows.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'environment-credentials-suspended': {
    title: 'Cloud9 is still taking the managed credentials away.',
    means:
      'Whoever uses a shared environment gets in again when its owner’s temporary credentials are removed. No policy refuses it.',
    changes: [
      {
        says: 'Wait until it is done, or ask the environment’s owner to open it.',
        page: 'https://docs.aws.amazon.com/cloud9/latest/user-guide/troubleshooting.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'rotation-secret-form': {
    title: 'The secret’s JSON lacks a key that the rotation needs.',
    means:
      'The rotation function reads keys such as `username`, `password`, `host` or `engine`. “Key” is one of these, not a KMS key; nothing was refused.',
    changes: [
      {
        says: 'Add the missing key to the secret in the structure of its database type.',
        page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'stack-account-elsewhere': {
    title: 'The CDK has no credentials for the stack’s account.',
    means:
      'The stack’s `env` names account {account}, and the CDK found no credentials for it and no bootstrap role there that the current ones can assume. AWS wasn’t asked to deploy anything.',
    check: DECIDING_COMMANDS.callerIdentity,
    changes: [
      {
        says: 'Deploy with a profile of account {account}. To deploy from the account that you are in, bootstrap {account} with `--trust` for it.',
        run: 'cdk deploy --profile <profile of the account>',
        page: 'https://docs.aws.amazon.com/cdk/v2/guide/troubleshooting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'cdk-asset-bucket-elsewhere': {
    title: 'The CDK can’t reach the bootstrap’s bucket in this account.',
    means:
      'The CDK asks S3 for the Region of {bucket} as its file-publishing-role. It was refused: either the bucket was deleted and its name is taken in another account, or that role or the bucket’s policy no longer lets it in.',
    check: 'aws s3api get-bucket-location --bucket {bucket} --expected-bucket-owner {account}',
    changes: [
      {
        says: 'As an administrator of account {account}, look whether the bucket is there. If it is, compare the policy of the bucket and of the `file-publishing-role` with the bootstrap template. If it isn’t, bootstrap again with another `--qualifier` or `--bootstrap-bucket-name`.',
        page: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'terraform-lock-elsewhere': {
    title: 'The lock table isn’t in the backend’s Region and account.',
    means:
      'Terraform looks for the DynamoDB table of the `backend "s3"` block in the backend’s `region`, with the backend’s credentials. DynamoDB found no table of that name there. No permission is missing.',
    check: 'aws dynamodb list-tables --region {region} --output json',
    changes: [
      {
        says: 'Create the table in the backend’s Region and account, with the string key `LockID`, or correct `dynamodb_table`. Or drop it and set `use_lockfile = true`, which locks in the bucket.',
        page: 'https://developer.hashicorp.com/terraform/language/backend/s3',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'build-not-privileged': {
    title: 'The build has no Docker daemon, which needs privileged mode.',
    means:
      'Docker runs in a build only if the project’s environment is privileged; an image of your own must also start the daemon. No permission of the service role changes that.',
    changes: [
      {
        says: 'Turn on privileged mode in the project’s environment (`privileged_mode = true`, `PrivilegedMode: true`), with an image that has Docker.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/troubleshooting.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'build-daemon-not-started': {
    title: 'Most likely nothing started the Docker daemon in the build.',
    means:
      'What you pasted has privileged mode on. Then the daemon runs by itself in AWS’s standard images only: an image of your own must start it, and Lambda compute and Windows have none. No permission of the service role changes that.',
    changes: [
      {
        says: 'Start the daemon in the `install` phase, before the first `docker` command: `nohup dockerd --host=unix:///var/run/docker.sock &`, then wait until `docker info` works. Or take one of AWS’s standard images.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-docker-custom-image.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'stack-state': {
    title: 'The stack’s state lets nothing be updated.',
    means:
      'The stack is in {state}. CloudFormation takes no update until that’s over or repaired. No permission was refused.',
    changes: [
      {
        says: 'In DELETE_FAILED mend what the stack’s events name and delete it again. In REVIEW_IN_PROGRESS execute or delete its change set. In any other state read its last events first.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'stack-rollback-failed': {
    title: 'The stack’s rollback failed, so nothing can be updated.',
    means:
      'An update failed, and undoing it failed too, often since a permission or a thing was gone by then. CloudFormation takes no update until the rollback is continued.',
    check: `aws cloudformation describe-stack-events --stack-name {stack} --query "StackEvents[?ends_with(ResourceStatus, '_FAILED')].[LogicalResourceId,ResourceStatusReason]" --output json`,
    changes: [
      {
        says: 'Repair what the stack’s events name: a permission of the stack’s role, or a thing that was deleted.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-continueupdaterollback.html',
        confirmed: '2026-11-30',
      },
      {
        says: 'Then continue the rollback. It can skip resources that can’t be repaired.',
        run: 'aws cloudformation continue-update-rollback --stack-name {stack}',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-continueupdaterollback.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'pipeline-repository': {
    title: 'The pipeline’s role can’t read the CodeCommit repository.',
    means:
      'The source action reads {repository} as the pipeline’s role, or the action’s own role, not as you. That role lacks an action, or the repository isn’t in the action’s account and Region.',
    check: 'aws codepipeline get-pipeline --name {pipeline} --query pipeline.roleArn --output text',
    changes: [
      {
        says: 'Allow the pipeline’s role these `codecommit` actions on the repository.',
        page: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'aggregator-role': {
    title: 'AWS Config can’t use the aggregator’s role.',
    means:
      'Config reads the organization’s accounts as the aggregator’s role. The role isn’t there, its trust policy doesn’t name `config.amazonaws.com`, or it lacks `AWSConfigRoleForOrganizations`.',
    check:
      'aws configservice describe-configuration-aggregators --query ConfigurationAggregators[].OrganizationAggregationSource --output json',
    changes: [
      {
        says: 'Look whether the aggregator’s role exists. Name `config.amazonaws.com` in its trust policy and attach `AWSConfigRoleForOrganizations`. After 24 hours Config deletes the organization’s data.',
        page: 'https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data-troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'aggregator-organization': {
    title: 'The organization or source account isn’t set up for AWS Config.',
    means:
      'The aggregator needs an organization with all features, trusted access of Config, and Config turned on in each source account. No policy refused this.',
    check: 'aws organizations list-aws-service-access-for-organization --output json',
    changes: [
      {
        says: 'Turn on what the message names: all features or trusted access in the management account, Config in the source account.',
        page: 'https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data-troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'window-role-lacks': {
    title: 'The maintenance window’s role lacks what its task does.',
    means:
      'The task runs as the window’s service role, not as you. It needs the basic policy of maintenance windows, and every action that the task itself makes.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Attach the basic policy of the page to the role, and add the actions of the task, for example `ec2:CreateSnapshot` for a snapshot.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-maintenance-windows.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'beanstalk-health-role': {
    title: 'Elastic Beanstalk’s service role lacks permissions for its health checks.',
    means:
      'Beanstalk looks at Auto Scaling, instances and load balancers as the environment’s service role, not as you or the instances.',
    check: DECIDING_COMMANDS.rolePolicies,
    changes: [
      {
        says: 'Attach `AWSElasticBeanstalkEnhancedHealth` and `AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy` to the environment’s service role.',
        run: `${CHANGING_COMMANDS.attachPolicy} arn:aws:iam::aws:policy/service-role/AWSElasticBeanstalkEnhancedHealth`,
        page: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-servicerole.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'recorder-role': {
    title: 'AWS Config can’t assume the role of its recorder or rule.',
    means:
      'AWS Config works as the role of its recorder or of the rule. The role of that ARN isn’t there, or its trust policy doesn’t name `config.amazonaws.com`. A role made moments ago gives the same error.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Look whether the role of that ARN exists. Its trust policy must name `config.amazonaws.com`. If the role is new, wait a minute and repeat.',
        run: DECIDING_COMMANDS.role,
        page: 'https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'account-factory-portfolio': {
    title: 'You aren’t in the portfolio of Control Tower’s Account Factory.',
    means:
      'Account Factory is a Service Catalog product. Its portfolio lets in the Identity Center group `AWSAccountFactory`, and nobody else unless added. The root user can’t enroll accounts. IAM permissions alone don’t open it.',
    grantedIn: 'the portfolio of Service Catalog',
    changes: [
      {
        says: 'Sign in as a user of the group `AWSAccountFactory`, or have your role added to the portfolio’s access list. If it is on the list, check the landing zone for drift.',
        run: DECIDING_COMMANDS.portfolios,
        page: 'https://docs.aws.amazon.com/controltower/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'hub-off': {
    title: 'Security Hub isn’t enabled in this account and Region.',
    means: 'Security Hub answers only where it’s enabled, in each Region by itself. No policy replaces that.',
    check: 'aws securityhub describe-hub --region {region} --output json',
    changes: [
      {
        says: 'Enable it in this Region, or call the Region where it’s on. In an organization its delegated administrator enables it for all.',
        run: 'aws securityhub enable-security-hub --region {region}',
        page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html',
        confirmed: '2026-11-29',
      },
    ],
  },
  'stack-policy': {
    title: 'The stack’s own policy refuses this update.',
    means:
      'A stack policy keeps resources of the stack from being changed, replaced or deleted by an update, whoever makes it. It’s CloudFormation’s own: no IAM policy decides it.',
    check: 'aws cloudformation get-stack-policy --stack-name {stack} --output json',
    changes: [
      {
        says: 'Read the stack policy. Change the template so that the resource stays. Or, if this update is meant, have the policy’s owner agree, and override it for this one update with `--stack-policy-during-update-body`.',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'log-export-bucket': {
    title: 'The bucket policy doesn’t let CloudWatch Logs of this Region in.',
    means:
      'An export is checked and written by CloudWatch Logs itself, not with your credentials. The bucket policy must name the principal of the log group’s Region, `logs.REGION.amazonaws.com`, for `s3:GetBucketAcl` on the bucket and `s3:PutObject` on its objects. A policy that was copied often names another Region’s.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Read the bucket policy: the Region in the principal, `s3:GetBucketAcl` on the bucket’s ARN without `/*`, the values of `aws:SourceAccount` and `aws:SourceArn`, and each Deny. Correct what doesn’t fit. The bucket must be in the log group’s Region.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3ExportTasksConsole.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'log-export-objects': {
    title: 'CloudWatch Logs of this Region may not write into the bucket.',
    means:
      'An export is written by CloudWatch Logs itself, not with your credentials. The bucket policy must let the principal of the log group’s Region, `logs.REGION.amazonaws.com`, put objects under the prefix of the export. A key that encrypts the bucket must let it in too.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Read the bucket policy: the Region in the principal, the prefix in the ARN of `s3:PutObject`, its conditions, and each Deny. Correct what doesn’t fit. For a bucket with a KMS key, look at the key policy too.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3ExportTasksConsole.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'log-destination-full': {
    title: 'Most likely the log group’s resource policies are full.',
    means:
      'According to what you pasted, the caller is an administrator, so the caller’s own permissions are there. For the delivery a CloudWatch Logs resource policy must grow. A policy holds 5120 characters, and a Region ten policies; an old account can be at that limit.',
    check: DECIDING_COMMANDS.logPolicies,
    changes: [
      {
        says: 'In the Region of the log group look at the size and the number of these policies. Remove statements of log groups that are gone, or use a log group whose name begins with `/aws/vendedlogs/`. Then set up the logging again. For a bucket or a stream look at that one’s policy.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'log-delivery-set-up': {
    title: 'Whoever sets up this logging may not set up its destination.',
    means:
      'The call makes a log delivery in the caller’s name. It needs the caller’s log delivery actions, and more for the bucket or stream. A full CloudWatch Logs resource policy gives the same message.',
    changes: [
      {
        says: 'Allow the caller these actions on `*`. Then look at the destination’s own policy and its size.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'trace-log-groups': {
    title: 'X-Ray may not write spans to CloudWatch Logs.',
    means:
      'X-Ray writes the spans as `xray.amazonaws.com`, not with your credentials. A resource policy of CloudWatch Logs must allow it `logs:PutLogEvents` on the log groups `aws/spans` and `/aws/application-signals/data`.',
    changes: [
      {
        says: 'Add a resource policy in CloudWatch Logs that allows `xray.amazonaws.com` this on both log groups, with `aws:SourceAccount` and `aws:SourceArn`.',
        page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Transaction-Search-Cloudformation.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'firewall-log-destination': {
    title: 'Network Firewall can’t set up its log delivery.',
    means:
      'Who configures logging needs `logs:CreateLogDelivery`, and for a bucket `s3:GetBucketPolicy` and `s3:PutBucketPolicy`. The bucket policy must let `delivery.logs.amazonaws.com` put objects; a key must let it encrypt.',
    changes: [
      {
        says: 'Check the caller’s `logs:CreateLogDelivery`, `logs:ListLogDeliveries` and `s3:PutBucketPolicy` first, then whether the destination’s policy allows `delivery.logs.amazonaws.com`.',
        page: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/logging-s3.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'inventory-sync-bucket': {
    title: 'The resource data sync can’t write to the bucket.',
    means:
      'Systems Manager writes as `ssm.amazonaws.com`. The bucket must exist in the named Region, and its policy must allow that service `s3:GetBucketAcl` on the bucket and `s3:PutObject` on its objects. The policy of a KMS key must allow it too.',
    check: DECIDING_COMMANDS.bucketPolicy,
    changes: [
      {
        says: 'Check the bucket’s name and Region. Then allow `ssm.amazonaws.com` the actions `s3:GetBucketAcl` and `s3:PutObject` in the bucket policy, with your account as `aws:SourceAccount`; with a KMS key also in the key policy.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-create-resource-data-sync.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'experiment-role': {
    title: 'The experiment’s role may not find or change its targets.',
    means:
      'FIS works as the experiment’s role. It needs the action that finds the targets, such as `ec2:DescribeInstances`, and those of its steps. An SCP that blocks FIS’s service-linked role gives the same code.',
    check: 'aws fis get-experiment --id <experiment> --output json',
    changes: [
      {
        says: 'Allow the experiment’s role the actions that the page lists for the target’s type and for each step.',
        page: 'https://docs.aws.amazon.com/fis/latest/userguide/troubleshooting.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'build-source-token': {
    title: 'CodeBuild can’t sign in to the source provider.',
    means:
      'The stored token or connection for GitHub, GitLab or Bitbucket is missing, expired, or of someone who lost access. A repository whose address is wrong gives the same message. No IAM policy was evaluated.',
    changes: [
      {
        says: 'Check the repository’s address. Then give the project a connection, and let its role use `codeconnections:GetConnectionToken` and `codeconnections:GetConnection`. Or import a new token.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/access-tokens.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'recorder-first': {
    title: 'Config needs its recorder and delivery channel in order.',
    means:
      'A delivery channel needs a configuration recorder in this Region, and the recorder starts only with a channel. No permission is missing.',
    changes: [
      {
        says: 'Create the recorder first, then the channel, then start the recorder. In Terraform say so with `depends_on`.',
        page: 'https://docs.aws.amazon.com/config/latest/developerguide/gs-cli-subscribe.html',
        confirmed: '2026-11-30',
      },
    ],
  },
  'log-delivery-of-global-acl': {
    title: 'WAF can’t deliver the global web ACL’s logs.',
    means:
      'A web ACL for CloudFront (scope `CLOUDFRONT`) is in us-east-1, and so must be its log group. The CloudWatch Logs resource policy counts only in its own Region, and its `aws:SourceArn` must name us-east-1. WAF says the same where the caller lacks the log delivery actions.',
    check: 'aws logs describe-resource-policies --region us-east-1 --output json',
    changes: [
      {
        says: 'Look whether us-east-1 has the log group and a Logs resource policy for `delivery.logs.amazonaws.com`, with `arn:aws:logs:us-east-1:ACCOUNT:*` as `aws:SourceArn`. If not, put it there; in Terraform with the provider for us-east-1. If it is, allow the caller `logs:CreateLogDelivery` and `logs:PutResourcePolicy`.',
        page: 'https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'catalyst-role': {
    title: 'CodeCatalyst can’t assume the role.',
    means:
      'Workflows run as the role of the environment’s account connection. The role of that ARN must exist, and its trust policy must name `codecatalyst-runner.amazonaws.com` and `codecatalyst.amazonaws.com`, with the space as `aws:SourceArn`.',
    check: DECIDING_COMMANDS.role,
    changes: [
      {
        says: 'Look whether the role exists. Both service principals must be in its trust policy, and `aws:SourceArn` must name this space. The role must also be added to the account connection.',
        page: 'https://docs.aws.amazon.com/codecatalyst/latest/userguide/trust-model.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'build-quota-zero': {
    title: 'The account may run no CodeBuild builds yet.',
    means:
      'New or restricted accounts have an effective limit of 0 concurrent builds, whatever Service Quotas shows. Waiting doesn’t help, and no policy or role is involved.',
    check: 'aws service-quotas list-service-quotas --service-code codebuild --output json',
    changes: [
      {
        says: 'Open a case with AWS Support, quote the message, and ask to lift the account’s limit of concurrent builds. Then start the build again.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/limits.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'experiment-without-target': {
    title: 'The experiment found nothing to act on.',
    means:
      'No resource in this account and Region matches the target’s tags, filters or ARNs. The message speaks of no refusal.',
    check: 'aws fis list-experiment-resolved-targets --experiment-id <experiment> --output json',
    changes: [
      {
        says: 'List the resources with those tags and filters in the experiment’s Region and account. Tag the ones you mean, or correct the target. Then start a new experiment.',
        page: 'https://docs.aws.amazon.com/fis/latest/userguide/troubleshooting.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'managed-node-without-profile': {
    title: 'The instance has no instance profile.',
    means:
      'What you pasted shows none attached, so the SSM agent has no role to sign in with. Your own permissions weren’t refused.',
    changes: [
      {
        says: 'Attach an instance profile whose role has `AmazonSSMManagedInstanceCore`. Then restart the agent or the instance; it appears after some minutes.',
        run: 'aws ec2 associate-iam-instance-profile --instance-id {instance} --iam-instance-profile Name=<profile>',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-managed-instances.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'managed-node-lost': {
    title: 'The instance’s SSM agent has lost its connection.',
    means:
      'It was registered before, so its setup was right once. Now its agent doesn’t run, the instance is stopped, or its way to Systems Manager or its role was changed. Your own permissions weren’t refused.',
    changes: [
      {
        says: 'See that the instance runs, and restart it or its agent: `sudo systemctl restart amazon-ssm-agent`. If it stays lost, look in `/var/log/amazon/ssm/` for what the agent can’t reach or may not do.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-managed-instances.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'session-channel-not-open': {
    title: 'Most likely the agent can’t open its channel for sessions.',
    means:
      'The instance is online, so its agent runs and reaches `ssm`. Sessions also go through `ssmmessages`: the subnet needs a way to it, and the instance’s role the four `ssmmessages` actions, which `AmazonSSMManagedInstanceCore` has. Your own permissions weren’t refused.',
    changes: [
      {
        says: 'If the subnet reaches AWS through VPC endpoints, see that there is one for `ssmmessages`, with private DNS and port 443 open from the instance. Then restart the agent.',
        run: 'aws ec2 describe-vpc-endpoints --filters Name=service-name,Values=*.ssmmessages --query VpcEndpoints[].[VpcId,State,PrivateDnsEnabled,Groups] --output json',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
        confirmed: '2026-12-03',
      },
      {
        says: 'If it’s there, look at its policy, at the role’s `ssmmessages` actions, and in `/var/log/amazon/ssm/` for what the agent couldn’t open. The call must also go to the instance’s own account and Region.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-troubleshooting.html',
        confirmed: '2026-12-03',
      },
    ],
  },
  'managed-node-without-way-out': {
    title: 'Most likely the instance can’t reach Systems Manager from its subnet.',
    means:
      'The SSM agent calls Systems Manager over HTTPS. According to what you pasted, the subnet has no way out, so the agent never signs in, whatever its role allows.',
    changes: [
      {
        says: 'Create interface endpoints for `ssm`, `ssmmessages` and `ec2messages` in the VPC, with private DNS and port 443 open from the instance. Or give the subnet a NAT gateway.',
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'managed-node-without-policy': {
    title: 'Most likely the instance’s role lacks the SSM agent’s permissions.',
    means:
      'What you pasted lists the role’s attached policies, and `AmazonSSMManagedInstanceCore` isn’t among them. The agent signs in as this role. Your own permissions weren’t refused.',
    changes: [
      {
        says: 'Attach `AmazonSSMManagedInstanceCore` to the instance’s role, then restart the agent or wait some minutes.',
        run: `${CHANGING_COMMANDS.attachPolicy} arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore`,
        page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/troubleshooting-managed-instances.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'build-image-by-service': {
    title: 'The repository policy must let CodeBuild itself pull the image.',
    means:
      'The project’s `imagePullCredentialsType` is `CODEBUILD`, which applies too where nothing is set: CodeBuild pulls with credentials of its own, and the project’s service role takes no part. Across accounts, or from another registry, this type doesn’t work.',
    changes: [
      {
        says: 'Set `imagePullCredentialsType` to `SERVICE_ROLE`, and allow the service role `ecr:GetAuthorizationToken` on `*` and the pull actions on the repository. Or, in one account, let the repository policy allow `codebuild.amazonaws.com` the three pull actions.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-ecr.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'build-image-across-accounts': {
    title: 'CodeBuild pulls another account’s image only as the project’s service role.',
    means:
      'For an image of another account the project needs `imagePullCredentialsType` `SERVICE_ROLE`. With `CODEBUILD`, which applies where nothing is set, CodeBuild pulls with credentials of its own. What the service role may do, and what the repository allows that role, then count for nothing.',
    check:
      'aws codebuild batch-get-projects --names {project} --query projects[].environment.[image,imagePullCredentialsType] --output json',
    changes: [
      {
        says: 'Set `imagePullCredentialsType` to `SERVICE_ROLE` in the project’s environment: `image_pull_credentials_type = "SERVICE_ROLE"` in Terraform. Don’t open the repository to `codebuild.amazonaws.com` or to everyone.',
        comesFirst: true,
        page: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html',
        confirmed: 'unconfirmed',
      },
      {
        says: 'If it’s set, allow the service role `ecr:GetAuthorizationToken` on `*` and the three pull actions on the repository. The repository’s policy must allow that role the pull actions too. Then check the image’s tag.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-ecr.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'build-image-by-role': {
    title: 'The project’s service role can’t pull the build image.',
    means:
      'The project’s `imagePullCredentialsType` is `SERVICE_ROLE`, so CodeBuild pulls as that role. A statement for `codebuild.amazonaws.com` in the repository policy doesn’t help.',
    changes: [
      {
        says: 'Allow the service role `ecr:GetAuthorizationToken` on `*`, and `ecr:BatchGetImage`, `ecr:GetDownloadUrlForLayer` and `ecr:BatchCheckLayerAvailability` on the repository. For another account’s repository its policy must allow the role too. Then check the image’s tag.',
        page: 'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-ecr.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'connection-pending': {
    title: 'The connection is still pending; nothing can use it yet.',
    means:
      'A connection that Terraform, CloudFormation or the CLI made waits for somebody to sign in at the Git provider. Until then it refuses every role.',
    changes: [
      {
        says: 'In the console open Developer Tools, Settings, Connections, choose this one, and complete “Update pending connection”. There is no command for it. Then retry.',
        page: 'https://docs.aws.amazon.com/dtconsole/latest/userguide/connections-update.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cdk-qualifier-differs': {
    title: 'The environment was bootstrapped with a qualifier the app doesn’t use.',
    means:
      'The bootstrap command has `--qualifier`, but the app looks for the default one, `hnb659fds`. So it finds none of the roles, the bucket and the version. No permission was refused.',
    changes: [
      {
        says: 'Give the app the same qualifier: `"@aws-cdk/core:bootstrapQualifier"` in the context of `cdk.json`, or `qualifier` of the stack’s synthesizer. Or bootstrap once more without `--qualifier`.',
        page: 'https://docs.aws.amazon.com/cdk/v2/guide/customize-synth.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'cdk-bootstrapped-elsewhere': {
    title: 'Another account or Region was bootstrapped than the stack’s.',
    means:
      'The CDK needs its bootstrap stack in each account and Region that it deploys to. What you pasted shows it made in one environment, and the deployment goes to another. No permission was refused.',
    changes: [
      {
        says: 'Bootstrap the environment of the stack, with a profile of its account. Or set the stack’s `env` to the one that was bootstrapped.',
        run: CHANGING_COMMANDS.bootstrap,
        page: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stack-never-created': {
    title: 'The stack’s first creation failed; it can only be deleted.',
    means:
      'CloudFormation rolled the creation back, and such a stack takes no update. No permission refused this call. What failed at first stands in its events.',
    changes: [
      {
        says: 'Read the first `CREATE_FAILED` of the stack’s events, and mend that. Then delete the stack and create it again; keep what it may have retained.',
        run: "aws cloudformation describe-stack-events --stack-name <stack> --query StackEvents[?ResourceStatus=='CREATE_FAILED'].[LogicalResourceId,ResourceStatusReason]",
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-describing-stacks.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'stack-busy': {
    title: 'Another operation of this stack is still running.',
    means: 'CloudFormation does one operation on a stack at a time. No permission was refused.',
    changes: [
      {
        says: 'Wait until the state ends in `_COMPLETE`, then try again. In a pipeline, let one deployment of the stack run at a time. An update can be cancelled.',
        run: 'aws cloudformation describe-stacks --stack-name <stack> --query Stacks[].StackStatus',
        page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn--stack-update-cancel.html',
        confirmed: '2026-12-01',
      },
    ],
  },
  'gateway-route-not-deployed': {
    title: 'Most likely the route isn’t deployed to this stage.',
    means:
      'API Gateway says this for a method or path that the deployed stage doesn’t have. The console, and its test, show the API as it’s edited; a stage shows what was deployed last. A method without authorization needs no token.',
    changes: [
      {
        says: 'Deploy the API to the stage of the URL, then call again. In Terraform, let a hash of the methods trigger a new `aws_api_gateway_deployment`. If it still fails, compare method, path and stage with the URL.',
        run: 'aws apigateway create-deployment --rest-api-id <API ID> --stage-name <stage>',
        page: 'https://repost.aws/knowledge-center/api-gateway-authentication-token-errors',
        confirmed: '2026-12-01',
      },
    ],
  },
  'gateway-get-sent': {
    title: 'Most likely nothing is deployed for GET at this URL.',
    means:
      'API Gateway says this for a method or path that the deployed stage doesn’t have. `curl` sends GET, since nothing in the command says otherwise. A method without authorization needs no token.',
    changes: [
      {
        says: 'Compare the URL with the API: its path begins with the stage, then comes the resource, in the same letters. If the resource has another method than GET, call with that, such as `-X POST`. What was added since the last deployment has to be deployed first.',
        run: 'aws apigateway get-resources --rest-api-id {api} --output json',
        page: 'https://repost.aws/knowledge-center/api-gateway-authentication-token-errors',
        confirmed: '2026-12-01',
      },
    ],
  },
  'pipeline-tags-task': {
    title: 'Most likely the pipeline’s role lacks `ecs:TagResource`.',
    means:
      'Tagging authorization is on for ECS in this account. A task definition or service that is created with tags then also needs `ecs:TagResource`, with `ecs:CreateAction` naming the creating operation. A role that worked before fails from that day on.',
    changes: [
      {
        says: 'Allow the role of the action, else the pipeline’s role, `ecs:TagResource` beside `ecs:RegisterTaskDefinition`. Keep the setting as it is.',
        page: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
  'firewall-of-http-api': {
    title: 'AWS WAF takes no HTTP API.',
    means:
      'A web ACL protects the stage of a REST API, not an HTTP API or WebSocket API. Those ARNs begin with `/apis/`. No permission was refused.',
    changes: [
      {
        says: 'Put CloudFront in front of the HTTP API and associate a web ACL for CloudFront there. Or use a REST API, whose stage ARN is `…::/restapis/ID/stages/STAGE`.',
        page: 'https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html',
        confirmed: 'unconfirmed',
      },
    ],
  },
} as const satisfies Readonly<Record<keyof typeof DELIVERY_SHAPES, SituationAnswer>>
