/** Permissions that together let their holder become somebody mightier. */
export interface Escalation {
  readonly name: string
  /** All of them are needed. */
  readonly actions: readonly string[]
}

const one = (action: string): Escalation => ({ name: action, actions: [action] })
const passing = (...actions: readonly string[]): Escalation => ({
  name: actions.join(' + '),
  actions: ['iam:PassRole', ...actions],
})

/**
 * Known ways from some permissions to more.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
 */
export const ESCALATIONS: readonly Escalation[] = [
  ...[
    'iam:CreatePolicyVersion',
    'iam:SetDefaultPolicyVersion',
    'iam:AttachUserPolicy',
    'iam:AttachGroupPolicy',
    'iam:AttachRolePolicy',
    'iam:PutUserPolicy',
    'iam:PutGroupPolicy',
    'iam:PutRolePolicy',
    'iam:AddUserToGroup',
    'iam:UpdateAssumeRolePolicy',
    'iam:CreateAccessKey',
    'iam:CreateLoginProfile',
    'iam:UpdateLoginProfile',
    'iam:DeleteUserPermissionsBoundary',
    'iam:DeleteRolePermissionsBoundary',
  ].map(one),
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
]
