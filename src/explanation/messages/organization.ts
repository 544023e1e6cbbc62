/** What is said of a policy of an organization that decides. */
export const ORGANIZATION_NOTES = {
  owner:
    'The policy belongs to the organization of the management account `{account}`. Ask an administrator there, or a delegated administrator.',
  level:
    'Every level needs an Allow: the root, every OU above the account, and the account. At one of them, `FullAWSAccess` or another SCP that allows the action is missing.',
  'level-rcp':
    'Every level needs an Allow: `RCPFullAWSAccess` is attached to the root, every OU and every account, and can’t be detached.',
  'control-tower':
    '`{name}` is a name that AWS Control Tower uses. Change it as a control in Control Tower, which reverts changes to the policy itself.',
  accelerator:
    '`{name}` is a name that the Landing Zone Accelerator uses. Change it in the accelerator’s configuration, because its pipeline reverts other changes.',
} as const
