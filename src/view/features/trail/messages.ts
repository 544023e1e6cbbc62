/** Sentences that the trail part says by itself; a {gap} is filled by messageText. */
export const TRAIL_TEXTS = {
  awsKeepsRecords: 'AWS keeps its own record of denials in this log: {count} to fetch',
  recordsGoAfterADay:
    'A record holds the request context and every policy that was evaluated. AWS keeps it for at least a day, in the Region of the call. It can take a minute to appear. Paste the answer in the workbench.',
  moreRecords: 'And {count} older ones.',
  whatIsNewSince: 'What is new since an earlier trail?',
  ofAnySizeCloudtrail:
    'Of any size: CloudTrail as S3, Athena, CloudTrail Lake, Security Lake, EventBridge, CloudWatch Logs or the command line give it, also as Parquet, in gzip and zip; or the output of an application or a tool. Every denial is listed, and each opens in the workbench. Nothing leaves this page.',
  noCallOfThis:
    'No call of this trail was denied. AWS records a refused call like any other, so either nothing was refused, or it happened in another account, Region or time, or it was a data event that this trail does not record.',
  noDenialHasAll: 'No denial has all of this. Take a word or a filter away.',
  noDenialWasFound: 'No denial was found yet.',
  openCloudtrailFilesFirst:
    'Open CloudTrail files first: only they say what was allowed. The result of a query from the tab “Queries” will do as well.',
  theLogCouldNot: 'The log could not be read for this.',
  noEventOfCloudtrail:
    'No event of CloudTrail was found in the files that are open: other logs do not say what was allowed.',
  hereTheCallsOf: 'Here the calls of a log are asked about under policies before and after a change.',
  pastePoliciesAsThey:
    'Paste policies as they are and as they are to be. The calls of the log that AWS would decide otherwise are listed, each with the statement that does it.',
  leftEmptyWhereAll: 'Left empty where all statements of the policy name one resource.',
  theCallsCouldNot: 'The calls could not be asked about. Compare again.',
  noScpHereAllows: 'No SCP here allows anything, so FullAWSAccess is taken to be attached too.',
  noIdentityBasedPolicy: 'No identity-based policy was found in what was pasted to compare with.',
  hereAPolicyIs: 'Here a policy is made of what a user or role did.',
  thisCouldNotBe:
    'This could not be worked out: a part of the page, or the list of actions, was not loaded. Change a choice to try again.',
  workingItOut: 'Working it out …',
  thereIsNoCall: 'There is no call to allow.',
  thisTakesCountManaged: 'This takes {count} managed policies, and {policies} can be attached without a higher quota.',
  thisHasTolocalestringCharacters:
    'This has {toLocaleString} characters, and inline policies may have {characters} together.',
  itIsTooLarge: 'It is too large to be evaluated, so nothing of it is proven. ',
  letResourcesOfA: 'Let resources of a service reach further, or attach it otherwise.',
  aLogThatNo:
    'A log that no browser holds is counted where it lies. Copy a query, run it, and open its result (CSV) here as a log: what a principal needs and what a change would break are then worked out from it. How an organization of thousands of accounts does this stands in ORGANIZATIONS.md, beside the source of this page.',
  ofAnOrganizationTrail: 'Of an organization trail; else left empty.',
  awsTakesNoNew: 'AWS takes no new customers for CloudTrail Lake since 31 May 2026; who has it can go on.',
  ofTheseAccountsAnd: 'Of these accounts and Regions together, as they lie in storage.',
  enterHowManyGigabytes: 'Enter how many gigabytes a day has, for the price.',
} as const
