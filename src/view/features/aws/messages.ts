/** Sentences that the aws part says by itself; a {gap} is filled by messageText. */
export const AWS_TEXTS = {
  whichKeysDoThe: 'Which keys do the attached policies use?',
  theRequestHereSays: 'The request doesn’t say anything about {open}. Add what you know on the left.',
  noneThatTheRequest: 'The request already carries all of them.',
  optionalNothingIsSent:
    'Nothing is sent until you paste temporary credentials and press a button. Then it goes only to the hosts that the button names. You can also run each step as a command and paste its output.',
  awsOrganizationsWhereScps:
    'This page can’t read SCPs, RCPs and endpoint policies: AWS Organizations doesn’t answer web pages, and this page may not call EC2. One script prints what is missing: paste its output anywhere on this page.',
  onceTheActionAnd: 'Once the action and the resource are known, you can also ask the IAM policy simulator.',
  onceTheCallerIs:
    'Once the caller is known, you can read its policies. With the action and the resource, you can also ask the IAM policy simulator.',
  theEncodedMessageIs:
    'The encoded message is cut off or changed, so STS can’t decode it. The client’s error contains the full message; CloudTrail shortens it.',
  theEditorsHoldWhat: 'The editors contain what AWS returned.',
  askingAwsWhoThis: 'Asking AWS who this is …',
  nothingWasSentYet: 'Nothing was sent yet. The button asks {host} who this is.',
  awsDidNotSay: 'AWS didn’t say who this is.',
  severalProfilesCouldBe: 'Several profiles could be used. Which one?',
  theyStayInThe: 'They stay in this tab’s memory until it closes or they expire, and are sent only to AWS.',
  awsAnsweredWithSomething: 'AWS’s answer isn’t JSON.',
  awsSaysAnImplicit:
    'AWS says: an implicit deny. No statement matched; an Allow is missing. The message was added below the error, and its context keys to the request.',
  awsSaysAnExplicit:
    'AWS says: an explicit deny by the statement {value}. The message was added below the error, and its context keys to the request.',
  stsTellsWhatThe:
    'STS tells what the request carried and whether a statement denied it. Use credentials of the call’s account.',
  asksWhoseCredentialsThese:
    'Asks whose credentials these are. Then reads the inline, attached and group policies, permissions boundary, path and tags. You see each change before it is made here.',
  theImportFailed: 'The import failed: not all policies could be read, so no policy was changed.',
  theImportWasCancelled: 'The import was cancelled. No policy was changed.',
  asksTheServiceOf:
    'Asks the service of {arn}. Use credentials of the resource’s account, {account}. You see each change before it is made here.',
  theCalledWasRead: 'The {called} was read.',
  awsSaysThatThere: 'AWS says that there is no {called}.',
  awsFoundNoCalled:
    'AWS found no {called}. It says the same for a function that doesn’t exist, so use this only if yours exists.',
  aSecondOpinionFrom:
    'A second opinion from AWS. It evaluates only identity-based policies, a permissions boundary, SCPs and one resource-based policy.',
  thisIsTheEarlier: 'The simulator didn’t answer. Its earlier answer to the same request:',
  whatWouldBeWithout: 'What would happen without …',
  matchedSourceidValueWhich: 'Matched: {sourceId}{value}, which you haven’t pasted.',
  keysThatThePolicies: 'Keys that the policies use but the request doesn’t carry:',
} as const
