/** Sentences that the aws part says by itself; a {gap} is filled by messageText. */
export const AWS_TEXTS = {
  whichKeysDoThe: 'Which keys do the attached policies use?',
  theRequestHereSays: 'The request here says nothing of {open}; add what is known of them on the left.',
  noneThatTheRequest: 'None that the request here does not already carry.',
  optionalNothingIsSent:
    'Optional. Nothing is sent anywhere until you paste temporary credentials here and press a button; then it goes to the hosts that the button names. Every step can also be done with a command, and its output pasted.',
  awsOrganizationsWhereScps:
    'AWS Organizations, where SCPs and RCPs stand, is not among the services that AWS lists as answering web pages; EC2, where endpoint policies stand, this page may not call. One script prints all that is missing; paste its output anywhere on this page.',
  onceTheActionAnd: 'Once the action and the resource are known, the IAM policy simulator can be asked here too.',
  onceTheCallerIs:
    'Once the caller is known, its policies can be read here; with the action and the resource, the IAM policy simulator can be asked too.',
  theEncodedMessageIs:
    'The encoded message is cut off or altered, so STS cannot decode it. The full one stands in the error that the client printed; CloudTrail shortens it.',
  theEditorsHoldWhat: 'The editors hold what was read.',
  askingAwsWhoThis: 'Asking AWS who this is …',
  nothingWasSentYet: 'Nothing was sent yet. The button asks {host} who this is.',
  awsDidNotSay: 'AWS did not say who this is.',
  severalProfilesCouldBe: 'Several profiles could be used. Which one?',
  theyStayInThe:
    'They stay in the memory of this tab, are sent to AWS alone, and are gone when it closes or they expire.',
  awsAnsweredWithSomething: 'AWS answered with something that is no JSON.',
  awsSaysAnImplicit:
    'AWS says: an implicit deny. No statement matched; an Allow is missing. It stands below the error now, and its context keys are in the request.',
  awsSaysAnExplicit:
    'AWS says: an explicit deny by the statement {value}. It stands below the error now, and its context keys are in the request.',
  stsTellsWhatThe:
    'STS tells what the request carried and whether a statement denied it. The credentials must be of the account of the call.',
  asksWhoseCredentialsThese:
    'Asks whose credentials these are, then reads the inline, attached and group policies, the permissions boundary, the path and the tags. What they would change here is shown before they do.',
  theImportFailed: 'The import failed: not all policies could be read, so no policy was changed.',
  theImportWasCancelled: 'The import was cancelled. No policy was changed.',
  asksTheServiceOf:
    'Asks the service of {arn} itself. The credentials must be of the account of the resource, {account}. What it would change here is shown before it does.',
  theCalledWasRead: 'The {called} was read.',
  awsSaysThatThere: 'AWS says that there is no {called}.',
  awsFoundNoCalled:
    'AWS found no {called}. It says the same of a function that does not exist: take it over only if this one does.',
  aSecondOpinionFrom:
    'A second opinion from AWS. It evaluates identity-based policies, a permissions boundary, SCPs and one resource-based policy, and nothing else.',
  thisIsTheEarlier: 'The simulator didn’t answer this time. Its earlier answer to the same request:',
  whatWouldBeWithout: 'What would be without …',
  matchedSourceidValueWhich: 'Matched: {sourceId}{value}, which does not stand in the editors.',
  keysThatThePolicies: 'Keys that the policies use and the request did not carry:',
} as const
