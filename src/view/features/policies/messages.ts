/** Sentences that the policies part says by itself; a {gap} is filled by messageText. */
export const POLICIES_TEXTS = {
  awsManagedPolicyBy: 'AWS managed policy by name …',
  notGivenHereSo: 'Not pasted yet, so its effect is unknown.',
  namedAndDenies: 'Not pasted yet. Paste the policy to see which statement denies the call.',
  namedAndLacks: 'Not pasted yet. Paste the policies to see what they allow.',
  whichPolicyIsAttached: 'Which policy is attached? Paste it, or start from another.',
  fetchThem: 'Fetch these policies',
  fetchIt: 'Fetch this policy',
  copyForAll: 'Copy the commands for {layers} layers',
  copyForBoth: 'Copy the commands for both layers',
  oneQuestion: 'Find out which cause it is',
  oneCause: 'Check whether this is the cause',
  changesNothing: 'This command changes nothing.',
  whoCalled: 'Who made the call?',
  addThisPolicy: 'Add this policy',
  useThisOutput: 'Use this output',
  pasteWhatTheyPrint: 'Paste the output here',
  pasteWhatTheyName: 'Paste the policies that the causes name to see which cause it is.',
  pasteAPolicy: 'Paste a policy here',
  canNotHelp: 'can’t help',
  awsNamedNone: 'AWS named none',
  noneGiven: 'no policy pasted yet',
  theListIsBeing: 'The list is being loaded.',
  noAwsManagedPolicy: 'No AWS managed policy has these words in its name.',
} as const

/** What is to be done when the caller is known. */
export const CALLER_OUTCOMES = [
  'Not the caller you meant: switch the profile or role, then try the call again.',
  'The right caller: paste the output. You then get the commands that fetch its policies.',
] as const
