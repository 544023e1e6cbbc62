/** Access from which its holder can get more: what the action leads to. */
export interface Escalation {
  /** With its service, as AWS spells it. */
  readonly action: string
  /** What its holder can do with it, as a clause after "can". */
  readonly leadsTo: string
}

/**
 * Actions that let whoever has them get other permissions than these. Known from AWS's own warnings on each action and
 * from published research of such paths.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const ESCALATIONS: readonly Escalation[] = [
  { action: 'iam:CreatePolicyVersion', leadsTo: 'rewrite a managed policy that is attached to them' },
  { action: 'iam:SetDefaultPolicyVersion', leadsTo: 'bring back an older, wider version of a policy' },
  { action: 'iam:AttachUserPolicy', leadsTo: 'attach any policy to a user, also to themselves' },
  { action: 'iam:AttachGroupPolicy', leadsTo: 'attach any policy to a group they are in' },
  { action: 'iam:AttachRolePolicy', leadsTo: 'attach any policy to a role they can use' },
  { action: 'iam:PutUserPolicy', leadsTo: 'write any inline policy for a user, also for themselves' },
  { action: 'iam:PutGroupPolicy', leadsTo: 'write any inline policy for a group they are in' },
  { action: 'iam:PutRolePolicy', leadsTo: 'write any inline policy for a role they can use' },
  { action: 'iam:AddUserToGroup', leadsTo: 'join a group with more permissions' },
  { action: 'iam:CreateAccessKey', leadsTo: 'create access keys for another user and act as that user' },
  { action: 'iam:CreateLoginProfile', leadsTo: 'give another user a console password and act as that user' },
  { action: 'iam:UpdateLoginProfile', leadsTo: 'change another user’s console password and act as that user' },
  { action: 'iam:UpdateAssumeRolePolicy', leadsTo: 'let themselves assume a role' },
  { action: 'iam:DeleteRolePermissionsBoundary', leadsTo: 'remove the permissions boundary of a role' },
  { action: 'iam:DeleteUserPermissionsBoundary', leadsTo: 'remove the permissions boundary of a user' },
  { action: 'iam:PutRolePermissionsBoundary', leadsTo: 'replace the permissions boundary of a role' },
  { action: 'iam:PutUserPermissionsBoundary', leadsTo: 'replace the permissions boundary of a user' },
  { action: 'iam:PassRole', leadsTo: 'hand a role to a service and act through it with that role’s permissions' },
  { action: 'iam:CreateServiceSpecificCredential', leadsTo: 'create service credentials for another user' },
  { action: 'iam:ResyncMFADevice', leadsTo: 'take over another user’s MFA device' },
  { action: 'iam:DeactivateMFADevice', leadsTo: 'switch off another user’s MFA device' },
  { action: 'sts:AssumeRole', leadsTo: 'act with the permissions of the roles named' },
  { action: 'lambda:UpdateFunctionCode', leadsTo: 'run their code with the function’s role' },
  {
    action: 'lambda:UpdateFunctionConfiguration',
    leadsTo: 'add a layer or variables that run with the function’s role',
  },
  { action: 'lambda:AddPermission', leadsTo: 'let others call or change the function' },
  { action: 'lambda:CreateEventSourceMapping', leadsTo: 'have a function run on data they send' },
  { action: 'ec2:ModifyInstanceAttribute', leadsTo: 'change an instance’s user data, which runs with its role' },
  { action: 'ec2-instance-connect:SendSSHPublicKey', leadsTo: 'log in to an instance and use its role' },
  { action: 'ec2:ReplaceIamInstanceProfileAssociation', leadsTo: 'give an instance another role' },
  { action: 'ssm:SendCommand', leadsTo: 'run commands on instances with their roles' },
  { action: 'ssm:StartSession', leadsTo: 'open a shell on an instance and use its role' },
  { action: 'ecs:ExecuteCommand', leadsTo: 'run commands in a task with its role' },
  { action: 'glue:UpdateDevEndpoint', leadsTo: 'log in to a development endpoint and use its role' },
  { action: 'glue:UpdateJob', leadsTo: 'change a job’s script, which runs with its role' },
  { action: 'cloudformation:SetStackPolicy', leadsTo: 'lift the protection of a stack’s resources' },
  { action: 'cloudformation:UpdateStack', leadsTo: 'change resources with the stack’s role' },
  { action: 'codebuild:UpdateProject', leadsTo: 'run their build with the project’s role' },
  { action: 'codebuild:StartBuild', leadsTo: 'run a build specification of their own with the project’s role' },
  { action: 'codestar:CreateProject', leadsTo: 'create a project whose role has more permissions' },
  { action: 'sagemaker:CreatePresignedNotebookInstanceUrl', leadsTo: 'open a notebook and use its role' },
  { action: 'states:UpdateStateMachine', leadsTo: 'run calls of their choice with the state machine’s role' },
  { action: 'datapipeline:PutPipelineDefinition', leadsTo: 'run commands with the pipeline’s role' },
  { action: 'kms:PutKeyPolicy', leadsTo: 'give themselves every use of the key' },
  { action: 'kms:CreateGrant', leadsTo: 'give others use of the key' },
  { action: 's3:PutBucketPolicy', leadsTo: 'open the bucket to anyone' },
  { action: 's3:PutBucketAcl', leadsTo: 'open the bucket to anyone, where ACLs are on' },
  { action: 's3:PutBucketPublicAccessBlock', leadsTo: 'lift the block of public access' },
  { action: 'secretsmanager:PutResourcePolicy', leadsTo: 'let others read the secret' },
  { action: 'sns:AddPermission', leadsTo: 'let others use the topic' },
  { action: 'sns:SetTopicAttributes', leadsTo: 'rewrite the topic’s policy' },
  { action: 'sqs:AddPermission', leadsTo: 'let others use the queue' },
  { action: 'sqs:SetQueueAttributes', leadsTo: 'rewrite the queue’s policy' },
  { action: 'ecr:SetRepositoryPolicy', leadsTo: 'let others pull or push images' },
  { action: 'organizations:DetachPolicy', leadsTo: 'take service control policies off accounts' },
  { action: 'organizations:UpdatePolicy', leadsTo: 'rewrite service control policies' },
  { action: 'sso:PutInlinePolicyToPermissionSet', leadsTo: 'rewrite what a permission set grants' },
  { action: 'sso:AttachManagedPolicyToPermissionSet', leadsTo: 'attach any managed policy to a permission set' },
  { action: 'sso:CreateAccountAssignment', leadsTo: 'assign permission sets to themselves' },
]

const BY_ACTION: ReadonlyMap<string, Escalation> = new Map(ESCALATIONS.map((row) => [row.action.toLowerCase(), row]))

/** The rows that some actions lead to. */
export const escalationsOf = (actions: readonly string[]): readonly Escalation[] =>
  actions.flatMap((action) => BY_ACTION.get(action.toLowerCase()) ?? [])
