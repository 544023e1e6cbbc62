/** Sentences that the evidence part says by itself; a {gap} is filled by messageText. */
export const EVIDENCE_TEXTS = {
  notInThePaste: 'not in the paste',
  isKeyInThe: 'Is {key} in the request?',
  thisTabKeepsThe: 'This tab keeps the case until it is closed.',
  nothingThatYouPaste: 'Nothing you paste leaves this page.',
  thereAreNoGrants: 'There are no grants on the key.',
  oneALineThe: 'One a line: the grantee, then its operations. Or paste what the command prints.',
  onlyPlainTextCounts: 'Only plain text counts: no wildcard, no policy variable.',
  maskedInPlacesWhat: 'Masked in {places}: what is said holds whatever it is.',
  clearedWhatStoodHere: 'Cleared. What stood here is kept for undo.',
  textFromTheCommand:
    'Text from the command line, an SDK, Terraform or CloudFormation, an XML or JSON answer, a CloudTrail event or log, an IAM policy, or a link of this app. Dropping a file anywhere on the page works too.',
  theClipboardHoldsNo: 'The clipboard holds no text.',
  whereDoesThisPolicy: 'Where does this policy belong?',
  whereDoThesePolicies: 'Where do these policies belong?',
  setInThisCase: 'Set in this case.',
  newToIamEvaluation: 'New to IAM evaluation?',
  nothingButAccessDenied: 'Nothing but “access denied”?',
  scpsAndRcpsDo: 'SCPs and RCPs do not reach it. Until it is named, they are taken to reach every account here.',
  itIsTheCaller: 'It is the caller’s account: SCPs do not reach this request.',
  itIsTheResource: 'It is the resource’s account: RCPs do not reach this request.',
  itIsNeitherThe: 'It is neither the caller’s account nor the resource’s: SCPs and RCPs reach both.',
} as const
