/** Sentences that the diagnosis part says by itself; a {gap} is filled by messageText. */
export const DIAGNOSIS_TEXTS = {
  workingItOut: 'Working it out …',
  stoppedThisCaseIs: 'Stopped: this case is not judged.',
  thereIsMuchTo: 'There is much to read here. Nothing is lost, and the page can be used meanwhile.',
  thisCaseCouldNot: 'This case could not be judged.',
  somethingInItIs: 'Something in it is beyond what this page understands. Everything you typed is still here.',
  whatWentWrongFor: 'What went wrong, for who mends it:',
  thisIsWhatYou: 'This is what you get.',
  whereDoesThisPolicy: 'Where does this policy belong?',
  whereDoThesePolicies: 'Where do these policies belong?',
  chooseTheLayerBeside: 'Choose its layer, then paste the error: the answer counts it.',
  whichPolicyDeniedIt: 'Which policy denied it, which line, and the fix.',
  pasteTheErrorThe: 'Paste the error. The answer takes half a second. Nothing leaves this page, and it works offline.',
  noAwsErrorAnd: 'No AWS error and no policy is in this text.',
  pasteTheErrorAs: 'Paste the error as the tool printed it, with the lines around it, or a policy.',
  whatHelps: 'What helps',
  onlyAccessDenied: 'You see nothing but “access denied”?',
  askAws: 'Ask AWS with temporary credentials',
  oneCause: '1 cause, not proven',
  manyCauses: '{causes} causes, none proven',
  noReason: 'AWS gave no reason',
  yourCommand: 'Your command, with the change',
  inThisPolicy: 'in this policy.',
  inThesePolicies: 'in these policies.',
  noErrorFound: 'No error found in what you pasted.',
  noPolicyDecides: 'No policy decides this',
  notIt: 'Not it?',
  showTheLayers: 'Show the layers and the request',
  readingWhatYouGave: 'Reading what you gave …',
} as const

/** What to paste where a text holds nothing of AWS. */
export const UNREAD_HELPS = [
  'The whole message, from the command or the call that failed to the last line.',
  'The CloudTrail event of the call, or the lines of a log around the error.',
  'A policy: JSON, YAML, Terraform, CloudFormation or CDK.',
] as const

/** How a cause is known, and what stands around it. */
export const CAUSE_WORDS = {
  proven: 'proven',
  claimed: 'AWS says so',
  likely: 'likely',
  unlikely: 'unlikely',
  noPolicy: 'Not a policy',
  speaksFor: 'For it:',
  speaksAgainst: 'Against it:',
} as const
