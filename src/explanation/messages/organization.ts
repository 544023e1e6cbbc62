/** What is said of a policy of an organization that decides. */
export const ORGANIZATION_NOTES = {
  owner:
    'The policy belongs to the organization of the management account `{account}`: ask there, or a delegated administrator.',
  level:
    'Each level needs an Allow: the root, every OU above the account, and the account. At one of them `FullAWSAccess`, or another SCP that allows the action, is missing.',
  'level-rcp':
    'Each level needs an Allow: `RCPFullAWSAccess` is attached to the root, every OU and every account, and can’t be detached.',
  'control-tower':
    '`{name}` is a name that AWS Control Tower gives: it is changed as a control there, and what is changed in the policy itself is put back.',
  accelerator:
    '`{name}` is a name that the Landing Zone Accelerator gives: it is changed in the accelerator’s configuration, and its pipeline puts other changes back.',
} as const
