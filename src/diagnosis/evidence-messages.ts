/** What is said of a text that was taken into a case. */
export const EVIDENCE_MESSAGES = {
  'another-caller':
    'This error is from a different caller, so the policies you added for the previous one aren’t used here.',
  'another-resource':
    'This error is about another resource, so the policy you added for the previous one isn’t used here.',
  'reads-failed': 'Your error stays. These commands that fetch policies failed: {calls}.',
  'none-attached': 'AWS says that none is attached: {layers}.',
  added: 'Added {what}.',
  'added-by-claim': 'Added {policy} to {layer}, the layer that AWS names.',
  'added-by-look': 'Added {policy} to {layer}, where it most likely belongs. Say if it is attached elsewhere.',
  'policy-to-layer': '{policy} to {layer}',
  'policy-of-check': '{policy} to {layer} of {action}',
  'keys-to-context': '{keys} to the request’s context',
} as const

/** What can be done about it, as it is offered. */
export const EVIDENCE_OFFERS = {
  'move-policy': 'Move',
  'keep-layer': 'Keep it',
  'keep-layers': 'Keep the policies',
  'start-anew': 'Start again',
  'look-at-errors': 'Look at these errors instead',
} as const
