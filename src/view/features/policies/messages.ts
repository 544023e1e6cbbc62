/** Sentences that the policies part says by itself; a {gap} is filled by messageText. */
export const POLICIES_TEXTS = {
  awsManagedPolicyBy: 'AWS managed policy by name …',
  notGivenHereSo: 'Not given here, so the verdict treats it as unknown.',
  whichPolicyIsAttached: 'Which policy is attached? Paste it here, or start from another.',
  theListIsBeing: 'The list is being loaded.',
  noAwsManagedPolicy: 'No AWS managed policy has these words in its name.',
} as const
