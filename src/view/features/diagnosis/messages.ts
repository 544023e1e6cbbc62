/** Sentences that the diagnosis part says by itself; a {gap} is filled by messageText. */
export const DIAGNOSIS_TEXTS = {
  workingItOut: 'Working it out …',
  stoppedThisCaseIs: 'Stopped. This case isn’t evaluated.',
  thisTakesLonger: 'This takes longer than usual. You can use the page meanwhile.',
  thisCaseCouldNot: 'This case couldn’t be evaluated.',
  somethingInItIs: 'Something in it isn’t supported. What you typed is still here.',
  whatWentWrongFor: 'Details for a bug report:',
  thisIsWhatYou: 'This is what you get.',
  whichPolicyDeniedIt: 'Find the IAM policy that denied your AWS call.',
  pasteTheErrorThe: 'Paste the error to see which policy denied it, the line that decides, and the smallest fix.',
  noAwsErrorAnd: 'This text contains no AWS error and no policy.',
  pasteTheErrorAs: 'Paste the error as the tool printed it, with the lines around it, or a policy.',
  whatHelps: 'What helps',
  onlyAccessDenied: 'You see only “access denied”?',
  askAws: 'Ask AWS with temporary credentials',
  readingWhatYouGave: 'Reading …',
} as const

/** What to paste where a text holds nothing of AWS. */
export const UNREAD_HELPS = [
  'The whole message, from the call that failed to the last line.',
  'The call’s CloudTrail event, or the log lines around the error.',
  'A policy: JSON, YAML, Terraform, CloudFormation or CDK.',
] as const
