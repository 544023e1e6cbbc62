/** What stands beside the forms of a fix. */
export const FORM_TEXT = {
  title: 'As code',
  label: 'Form of this fix',
  json: 'Policy',
  cli: 'AWS CLI',
  terraform: 'Terraform',
  cdk: 'CDK',
  command: 'Command',
  intoUnseen: 'Paste the policy first: a command or a resource would replace the whole policy.',
  beside: 'This adds a separate inline policy. To edit `{policy}` itself, copy the form “Policy”.',
  managed: 'Managed policy',
  inline: 'Inline policy',
  kind: 'Kind of policy',
  notThatName: 'This name isn’t enough to change the policy. Use the ARN of a policy in your account.',
  noCli: 'The AWS CLI has no command for this change, or a name that the command needs is unknown.',
  noTerraform: 'Terraform has no resource for this change, or a name that the resource needs is unknown.',
  noCdk: 'CDK has no construct for this change, or a name that the construct needs is unknown.',
} as const

/** What is asked for where the name of a policy is missing. */
export const NAME_ASKED = {
  arn: (policy: string) => `Name or ARN of ${policy} in AWS`,
  id: (policy: string) => `Id or name of ${policy} in AWS`,
} as const

/** Which form is meant where the case leaves it open. */
export const FORM_MESSAGES = {
  'if-managed': (policy: string) => `If ${policy} is a managed policy`,
  'if-inline': (policy: string, kind: string, holder: string) =>
    `If ${policy} is an inline policy of the ${kind} ${holder}`,
  'code-for-managed': (policy: string, inline: string) =>
    `This is for a managed policy. If ${policy} is an inline policy, change its ${inline} instead.`,
} as const
