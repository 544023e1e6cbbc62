/** Sentences that the policies part says by itself; a {gap} is filled by messageText. */
export const POLICIES_TEXTS = {
  awsManagedPolicyBy: 'AWS managed policy by name …',
  notGivenHereSo: 'You haven’t pasted it, so it counts as unknown.',
  whichPolicyIsAttached: 'Which policy is attached? Paste it, or start from another.',
  fetchThem: 'Fetch these policies',
  copyForAll: 'Copy the commands for all {layers} layers',
  oneQuestion: 'One question decides',
  findOut: 'Find out',
  pasteWhatTheyPrint: 'Paste what they print',
  canNotHelp: 'can’t help',
  awsNamedNone: 'AWS named none',
  theListIsBeing: 'The list is being loaded.',
  noAwsManagedPolicy: 'No AWS managed policy has these words in its name.',
} as const
