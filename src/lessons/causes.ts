/** Why a request was denied, in the words of the gallery's filter. */
export const CAUSES = {
  'no-allow': 'Nothing allows it',
  'explicit-deny': 'An explicit deny',
  resource: 'The resource does not match',
  action: 'The action does not match',
  condition: 'A condition is not met',
  boundary: 'Permissions boundary',
  scp: 'SCP',
  rcp: 'RCP',
  session: 'Session policy',
  'resource-policy': 'Resource-based policy',
  'cross-account': 'Another account',
  trust: 'Role trust policy',
  'key-policy': 'KMS key policy',
  endpoint: 'VPC endpoint policy',
  several: 'Several layers at once',
} as const

/** The causes by which examples are grouped. */
export type ExampleCause = keyof typeof CAUSES
