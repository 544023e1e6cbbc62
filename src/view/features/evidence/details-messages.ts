/** Sentences about the request and the policies of a paste, which the empty page needs not; a {gap} is filled by messageText. */
export const DETAILS_TEXTS = {
  notInThePaste: 'not in the paste',
  notSet: 'not set',
  isKeyInThe: 'Is {key} in the request?',
  thereAreNoGrants: 'There are no grants on the key.',
  oneALineThe: 'One per line: the grantee, then its operations. Or paste the command’s output.',
  onlyPlainTextCounts: 'Use plain text, without a wildcard or policy variable.',
  maskedInPlacesWhat: 'Masked in {places}. The answer doesn’t depend on it.',
  whereDoesThisPolicy: 'Where does this policy belong?',
  countsHere: 'counts here',
  whereDoThesePolicies: 'Where do these policies belong?',
  setInThisCase: 'Set in this case.',
  scpsAndRcpsDo: 'SCPs and RCPs don’t apply to it. Until you enter it, we assume that they apply to every account.',
  itIsTheCaller: 'It is the caller’s account, so SCPs don’t apply to this request.',
  itIsTheResource: 'It is the resource’s account, so RCPs don’t apply to this request.',
  itIsNeitherThe: 'It is neither the caller’s nor the resource’s account, so SCPs and RCPs apply to both.',
} as const
