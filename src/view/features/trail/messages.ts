/** Sentences that the trail part says by itself; a {gap} is filled by messageText. */
export const TRAIL_TEXTS = {
  awsKeepsRecords: 'AWS keeps its own record of denials in this log: {count} to fetch',
  recordsGoAfterADay:
    'A record contains the request context and every policy that was evaluated. AWS keeps it for at least a day, in the call’s Region. It can take a minute to appear. Paste the output in the workbench.',
  moreRecords: 'And {count} older ones.',
  whatIsNewSince: 'What is new since an earlier trail?',
  ofAnySizeCloudtrail:
    'Any size: CloudTrail from S3, Athena, CloudTrail Lake, Security Lake, EventBridge, CloudWatch Logs or the command line, also as Parquet, gzip or zip. Or the output of an application or a tool. Every denial is listed and opens in the workbench. Nothing leaves this page.',
  noCallOfThis:
    'No call in this trail was denied. AWS records denied calls too. Either nothing was denied, or it happened in another account, Region or time. Or it was a data event that this trail doesn’t log.',
  noDenialHasAll: 'No denial matches all of this. Remove a word or a filter.',
  noDenialWasFound: 'No denials found yet.',
  openCloudtrailFilesFirst:
    'Open CloudTrail files first: only they show what was allowed. A query result from the tab “Queries” works too.',
  theLogCouldNot: 'The log couldn’t be read.',
  noEventOfCloudtrail: 'The open files contain no CloudTrail events. Other logs don’t show what was allowed.',
  hereTheCallsOf: 'See which calls of a log a policy change would allow or deny.',
  pastePoliciesAsThey:
    'Paste the policies before and after the change. You see each call of the log that AWS would decide differently, with the statement that decides.',
  leftEmptyWhereAll: 'Leave empty if all statements of the policy name one resource.',
  theCallsCouldNot: 'The calls couldn’t be compared. Try again.',
  noScpHereAllows: 'No SCP here allows anything, so we assume that FullAWSAccess is attached too.',
  noIdentityBasedPolicy: 'The text to compare with contains no identity-based policy.',
  hereAPolicyIs: 'Create a policy from what a user or role did.',
  thisCouldNotBe:
    'This failed because part of the page or the list of actions wasn’t loaded. Change a choice to try again.',
  workingItOut: 'Working it out …',
  thereIsNoCall: 'There is no call to allow.',
  thisTakesCountManaged:
    'This needs {count} managed policies, but only {policies} can be attached without a higher quota.',
  thisHasTolocalestringCharacters:
    'This has {toLocaleString} characters, but inline policies may have {characters} in total.',
  itIsTooLarge: 'It is too large to be evaluated, so it isn’t proven. ',
  letResourcesOfA: 'Allow wider resources for a service, or attach it in another way.',
  aLogThatNo:
    'Is the log too large for a browser? Copy a query, run it, and open its result (CSV) here as a log. Then you see what a principal needs and what a change would break. ORGANIZATIONS.md, next to this page’s source, describes this for thousands of accounts.',
  ofAnOrganizationTrail: 'For an organization trail. Otherwise leave empty.',
  awsTakesNoNew:
    'Since 31 May 2026, AWS accepts no new customers for CloudTrail Lake. Existing customers can continue.',
  ofTheseAccountsAnd: 'In total for these accounts and Regions, as stored.',
  enterHowManyGigabytes: 'Enter the gigabytes per day to see the price.',
} as const
