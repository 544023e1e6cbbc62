/** Sentences that the evidence part says by itself; a {gap} is filled by messageText. */
export const EVIDENCE_TEXTS = {
  notInThePaste: 'not in the paste',
  isKeyInThe: 'Is {key} in the request?',
  thisTabKeepsThe: 'This tab keeps the case until it is closed.',
  nothingThatYouPaste: 'Nothing you paste leaves this page.',
  thereAreNoGrants: 'There are no grants on the key.',
  oneALineThe: 'One per line: the grantee, then its operations. Or paste the command’s output.',
  onlyPlainTextCounts: 'Use plain text, without a wildcard or policy variable.',
  maskedInPlacesWhat: 'Masked in {places}. The answer doesn’t depend on it.',
  clearedWhatStoodHere: 'Cleared. Undo brings it back.',
  textFromTheCommand:
    'Text from the command line, an SDK, Terraform or CloudFormation, an XML or JSON answer, a CloudTrail event or log, an IAM policy, or a link of this app. Dropping a file anywhere on the page works too.',
  theClipboardHoldsNo: 'The clipboard holds no text.',
  whereDoesThisPolicy: 'Where does this policy belong?',
  whereDoThesePolicies: 'Where do these policies belong?',
  setInThisCase: 'Set in this case.',
  newToIamEvaluation: 'New to IAM evaluation?',
  nothingButAccessDenied: 'Only “access denied”?',
  scpsAndRcpsDo: 'SCPs and RCPs don’t apply to it. Until you enter it, we assume that they apply to every account.',
  itIsTheCaller: 'It is the caller’s account, so SCPs don’t apply to this request.',
  itIsTheResource: 'It is the resource’s account, so RCPs don’t apply to this request.',
  itIsNeitherThe: 'It is neither the caller’s nor the resource’s account, so SCPs and RCPs apply to both.',
} as const
