/** Sentences that stand beside an answer, once there is one; a {gap} is filled by messageText. */
export const ANSWER_TEXTS = {
  yourChange: 'Your change',
  notInAwsYet: 'Not in AWS yet. Run the command, or take the change to where the policy is written.',
  copyCommand: 'Copy command',
  copyPolicy: 'Copy policy',
  undo: 'Undo the change',
  compare: 'See what it opens and takes away',
  pointAtALayer: 'Point at a layer, or play them.',
  noErrorIsIn: 'No error is in what is read of it. The other checks, and what it allows, depend on the layer.',
  noFurtherPermissionOf: 'No further permission of this call is known.',
  awsCanDenyA:
    'AWS can deny a call for a permission that its message does not name. Which of these it needs, no policy says: add those that apply.',
  othersCanStillDeny: 'Verdicts are of the policies you pasted. Others can still deny.',
  itMeetsTheSame: 'It meets the same resource-based policy as the request.',
} as const
