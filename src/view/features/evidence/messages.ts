/** Sentences that the evidence part says by itself; a {gap} is filled by messageText. */
export const EVIDENCE_TEXTS = {
  thisTabKeepsThe: 'This tab keeps the case until it is closed.',
  nothingThatYouPaste: 'Nothing you paste leaves this page.',
  clearedWhatStoodHere: 'Cleared. Undo brings it back.',
  textFromTheCommand:
    'Text from the command line, an SDK, Terraform or CloudFormation, XML or JSON, a CloudTrail event or log, an IAM policy, or a link of this app. You can also drop a file anywhere.',
  theClipboardHoldsNo: 'The clipboard holds no text.',
  newToIamEvaluation: 'New to IAM evaluation?',
  nothingButAccessDenied: 'Only “access denied”?',
  thePageMayNotRead: 'The browser doesn’t let this page read the clipboard. Paste into the box instead.',
} as const
