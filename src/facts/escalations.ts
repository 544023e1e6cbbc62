/** Permissions that together let their holder get more than they say. */
export interface Escalation {
  readonly name: string
  /** All of them are needed. */
  readonly actions: readonly string[]
  /** What their holder can do with them, as a clause after "can". */
  readonly leadsTo: string
  /**
   * What it leads to: "permissions" of somebody mightier, which a policy that grants it is warned of, or the "resource"
   * alone that it is about.
   */
  readonly to: 'permissions' | 'resource'
}

const one = (action: string, leadsTo: string, to: Escalation['to'] = 'permissions'): Escalation => ({
  name: action,
  actions: [action],
  leadsTo,
  to,
})
/** The same where several permissions are needed. */
const together = (actions: readonly string[], leadsTo: string): Escalation => ({
  name: actions.join(' + '),
  actions,
  leadsTo,
  to: 'resource',
})
const passing = (...actions: readonly string[]): Escalation => ({
  name: actions.join(' + '),
  actions: ['iam:PassRole', ...actions],
  leadsTo: 'hand a role to a service and act with that role’s permissions',
  to: 'permissions',
})

/**
 * Known ways from some permissions to more.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
 */
export const ESCALATIONS: readonly Escalation[] = [
  one('iam:CreatePolicyVersion', 'rewrite a managed policy that is attached to them'),
  one('iam:SetDefaultPolicyVersion', 'bring back an older, wider version of a policy'),
  one('iam:AttachUserPolicy', 'attach any policy to a user, also to themselves'),
  one('iam:AttachGroupPolicy', 'attach any policy to a group they are in'),
  one('iam:AttachRolePolicy', 'attach any policy to a role they can use'),
  one('iam:PutUserPolicy', 'write any inline policy for a user, also for themselves'),
  one('iam:PutGroupPolicy', 'write any inline policy for a group they are in'),
  one('iam:PutRolePolicy', 'write any inline policy for a role they can use'),
  one('iam:AddUserToGroup', 'join a group with more permissions'),
  one('iam:UpdateAssumeRolePolicy', 'let themselves assume a role'),
  one('iam:CreateAccessKey', 'create access keys for another user and act as that user'),
  one('iam:CreateLoginProfile', 'give another user a console password and act as that user'),
  one('iam:UpdateLoginProfile', 'change another user’s console password and act as that user'),
  one('iam:DeleteUserPermissionsBoundary', 'remove the permissions boundary of a user'),
  one('iam:DeleteRolePermissionsBoundary', 'remove the permissions boundary of a role'),
  passing('lambda:CreateFunction', 'lambda:InvokeFunction'),
  passing('lambda:CreateFunction', 'lambda:CreateEventSourceMapping'),
  passing('ec2:RunInstances'),
  passing('cloudformation:CreateStack'),
  passing('glue:CreateDevEndpoint'),
  passing('glue:CreateJob', 'glue:StartJobRun'),
  passing('codebuild:CreateProject', 'codebuild:StartBuild'),
  passing('datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'),
  passing('sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'),
  passing('ecs:RegisterTaskDefinition', 'ecs:RunTask'),
  passing('states:CreateStateMachine', 'states:StartExecution'),
  passing('lambda:CreateFunction', 'lambda:AddPermission'),
  passing('cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'),
  passing('ecs:RegisterTaskDefinition', 'ecs:CreateService'),
  passing('sagemaker:CreateTrainingJob'),
  passing('sagemaker:CreateProcessingJob'),
  passing('ssm:StartAutomationExecution'),
  passing('scheduler:CreateSchedule'),
  passing('autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup'),
  passing('apprunner:CreateService'),
  passing('batch:RegisterJobDefinition', 'batch:SubmitJob'),
  passing(
    'bedrock-agentcore:CreateCodeInterpreter',
    'bedrock-agentcore:StartCodeInterpreterSession',
    'bedrock-agentcore:InvokeCodeInterpreter',
  ),
  passing('cloudformation:CreateStackSet', 'cloudformation:CreateStackInstances'),
  passing('cloudformation:UpdateStackSet'),
  passing('codebuild:CreateProject', 'codebuild:StartBuildBatch'),
  passing('codepipeline:CreatePipeline'),
  passing('ec2:AssociateIamInstanceProfile'),
  passing('ec2:RequestSpotInstances'),
  passing('ecs:RegisterTaskDefinition', 'ecs:StartTask'),
  passing('eks:CreatePodIdentityAssociation'),
  passing('elasticmapreduce:RunJobFlow'),
  passing('emr-serverless:StartJobRun'),
  passing('events:PutRule', 'events:PutTargets'),
  passing('glue:CreateJob', 'glue:CreateTrigger'),
  passing('glue:UpdateJob', 'glue:StartJobRun'),
  passing('glue:UpdateJob', 'glue:CreateTrigger'),
  passing('pipes:CreatePipe'),
  passing('rolesanywhere:CreateTrustAnchor', 'rolesanywhere:CreateProfile'),
  passing('sagemaker:CreateHyperParameterTuningJob'),
  passing('cognito-identity:SetIdentityPoolRoles'),
  one('iam:PutRolePermissionsBoundary', 'replace the permissions boundary of a role', 'resource'),
  one('iam:PutUserPermissionsBoundary', 'replace the permissions boundary of a user', 'resource'),
  one('iam:PassRole', 'hand a role to a service and act through it with that role’s permissions', 'resource'),
  one('iam:CreateServiceSpecificCredential', 'create service credentials for another user', 'resource'),
  one('iam:ResyncMFADevice', 'take over another user’s MFA device', 'resource'),
  one('iam:DeactivateMFADevice', 'switch off another user’s MFA device', 'resource'),
  one('sts:AssumeRole', 'act with the permissions of the roles named', 'resource'),
  one('lambda:UpdateFunctionCode', 'run their code with the function’s role', 'resource'),
  one('lambda:AddPermission', 'let others call or change the function', 'resource'),
  one('lambda:CreateEventSourceMapping', 'have a function run on data they send', 'resource'),
  one('ec2:ModifyInstanceAttribute', 'change an instance’s user data, which runs with its role', 'resource'),
  one('ec2-instance-connect:SendSSHPublicKey', 'log in to an instance and use its role', 'resource'),
  one('ec2:ReplaceIamInstanceProfileAssociation', 'give an instance another role', 'resource'),
  one('ssm:SendCommand', 'run commands on instances with their roles', 'resource'),
  one('ssm:StartSession', 'open a shell on an instance and use its role', 'resource'),
  one('ecs:ExecuteCommand', 'run commands in a task with its role', 'resource'),
  one('glue:UpdateDevEndpoint', 'log in to a development endpoint and use its role', 'resource'),
  one('glue:UpdateJob', 'change a job’s script, which runs with its role', 'resource'),
  one('cloudformation:SetStackPolicy', 'lift the protection of a stack’s resources', 'resource'),
  one('cloudformation:UpdateStack', 'change resources with the stack’s role', 'resource'),
  one('codebuild:UpdateProject', 'run their build with the project’s role', 'resource'),
  one('codebuild:StartBuild', 'run a build specification of their own with the project’s role', 'resource'),
  one('codebuild:StartBuildBatch', 'run a build specification of their own with the project’s role', 'resource'),
  one('apprunner:UpdateService', 'run their code with the service’s role', 'resource'),
  one('lambda:UpdateFunctionConfiguration', 'load code of their own into the function through a layer', 'resource'),
  one('ec2-instance-connect:SendSerialConsoleSSHPublicKey', 'log in to an instance and use its role', 'resource'),
  one('iam:UpdateSAMLProvider', 'sign in as any role that trusts the provider', 'resource'),
  one('iam:UpdateOpenIDConnectProviderThumbprint', 'have another server vouch for callers of the provider', 'resource'),
  one('iam:AddRoleToInstanceProfile', 'give instances of the profile another role', 'resource'),
  one(
    'sso:AttachCustomerManagedPolicyReferenceToPermissionSet',
    'attach another policy to a permission set',
    'resource',
  ),
  together(
    ['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'],
    'run code with the role of a code interpreter',
  ),
  one('cloudformation:ExecuteChangeSet', 'change resources with the stack’s role', 'resource'),
  together(
    ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
    'change the user data of instances still to be launched, which runs with their role',
  ),
  together(
    ['sagemaker:CreateNotebookInstanceLifecycleConfig', 'sagemaker:UpdateNotebookInstance'],
    'run a script in a notebook with its role',
  ),
  together(['eks:CreateAccessEntry', 'eks:AssociateAccessPolicy'], 'make themselves an administrator of the cluster'),
  one('codestar:CreateProject', 'create a project whose role has more permissions', 'resource'),
  one('sagemaker:CreatePresignedNotebookInstanceUrl', 'open a notebook and use its role', 'resource'),
  one('states:UpdateStateMachine', 'run calls of their choice with the state machine’s role', 'resource'),
  one('datapipeline:PutPipelineDefinition', 'run commands with the pipeline’s role', 'resource'),
  one('kms:PutKeyPolicy', 'give themselves every use of the key', 'resource'),
  one('kms:CreateGrant', 'give others use of the key', 'resource'),
  one('s3:PutBucketPolicy', 'open the bucket to anyone', 'resource'),
  one('s3:PutBucketAcl', 'open the bucket to anyone, where ACLs are on', 'resource'),
  one('s3:PutBucketPublicAccessBlock', 'lift the block of public access', 'resource'),
  one('secretsmanager:PutResourcePolicy', 'let others read the secret', 'resource'),
  one('sns:AddPermission', 'let others use the topic', 'resource'),
  one('sns:SetTopicAttributes', 'rewrite the topic’s policy', 'resource'),
  one('sqs:AddPermission', 'let others use the queue', 'resource'),
  one('sqs:SetQueueAttributes', 'rewrite the queue’s policy', 'resource'),
  one('ecr:SetRepositoryPolicy', 'let others pull or push images', 'resource'),
  one('organizations:DetachPolicy', 'take SCPs off accounts', 'resource'),
  one('organizations:UpdatePolicy', 'rewrite SCPs', 'resource'),
  one('sso:PutInlinePolicyToPermissionSet', 'rewrite what a permission set grants', 'resource'),
  one('sso:AttachManagedPolicyToPermissionSet', 'attach any managed policy to a permission set', 'resource'),
  one('sso:CreateAccountAssignment', 'assign permission sets to themselves', 'resource'),
]

/** Services whose permissions are about permissions. */
const OF_PERMISSIONS = /^(?:iam|sso|organizations):/i

/** What whoever may call an action alone can give themselves, as a clause after "can"; null: no more than the action says. */
export const givesMore = (action: string): string | null =>
  ESCALATIONS.find(
    ({ actions: [only = '', ...others], to }) =>
      others.length === 0 &&
      only.toLowerCase() === action.toLowerCase() &&
      (to === 'permissions' || OF_PERMISSIONS.test(only)),
  )?.leadsTo ?? null
