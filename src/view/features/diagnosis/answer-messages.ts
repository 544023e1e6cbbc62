/** Sentences that stand beside an answer, once there is one; a {gap} is filled by messageText. */
export const ANSWER_TEXTS = {
  yourChange: 'Your change',
  notInAwsYet: 'Not in AWS yet. Run the command, or make the change where you keep the policy.',
  copyCommand: 'Copy command',
  copyPolicy: 'Copy policy',
  undo: 'Undo the change',
  compare: 'See what it opens and takes away',
  pointAtALayer: 'Select a layer, or play the steps.',
  noErrorIsIn: 'No error found. Other checks depend on where the policy is attached.',
  noFurtherPermissionOf: 'This call needs no other permission that we know of.',
  awsCanDenyA:
    'AWS can deny a call for a permission that its message doesn’t name. Add the permissions that your call needs.',
  othersCanStillDeny: 'These verdicts cover the policies you pasted. Others could still deny.',
  itMeetsTheSame: 'The same resource-based policy applies to it.',
} as const
