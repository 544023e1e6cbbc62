/** Sentences that the share part says by itself; a {gap} is filled by messageText. */
export const SHARE_TEXTS = {
  linkToAFile:
    'This page is a file, so the link opens only where the same file is. For others, save the case as a file.',
  looksForNames: 'Looking for names …',
  nothingNames: 'No name to replace: every word here is IAM’s, AWS’s or plain English.',
  linkFromATool: 'Link from a tool, a bot or a CI log',
  checkedWithStandIns: 'Checking that the answer stays the same with stand-ins. The link follows.',
  judgedAgainWithThe: 'Checked with the stand-ins: the whole answer stays the same.',
  withStandInsThe: 'With stand-ins, the answer changes. Share the case as it is, or choose fewer kinds.',
  letTheRoleWrite: 'Let the role write, and no one else.',
  whateverIsWrittenIn:
    'Whether everything that must be allowed passes depends on something this case doesn’t show, so no repair can be accepted.',
  whateverIsWrittenInThese:
    'No change to these policies allows everything that must be allowed: {join} {value} shut. A layer that is not given counts as empty: give its policy in the case, or let it be changed.',
  requestsThatARepair:
    'Other requests to test a repair with. An empty field has the case’s value. A context key without a value is absent. Layers without a policy count as empty.',
  policiesThatWait:
    'Not in the link: {policies} you pasted, not used in any layer yet. Choose a layer for what the link should contain.',
  withYourChange:
    'The link contains the policies with your change, not the ones that AWS judged. To share the denial itself, undo the change first.',
  aRepairThatYouMean: 'The repair that you mean, as the link of the repaired case (optional)',
  notARepairOfThis: 'This link has other policies than this case. Repair the case, copy its link and paste it here.',
  repairsAreHeldAgainst: 'Each repair is compared with yours. One that opens or removes more isn’t accepted.',
  withoutARepair: 'Without it, a repair may reach other resources by the same action.',
  authorizationId:
    'An authorization id: with it, others in your organization can read the request’s addresses, ids and OU path.',
  thisBrowserDoesNot: 'This browser doesn’t let the page copy. The link is selected: copy it by keyboard.',
  everythingStandsInThe:
    'The link itself contains everything, after the number sign. Browsers don’t send that part to any server.',
  aJsonFileThat: 'A JSON file that opens here by drop, paste or “Open file”.',
  errorVerdictLayersEvidence:
    'Error, verdict, layers, evidence and fixes of every check, with the names replaced as above.',
} as const
