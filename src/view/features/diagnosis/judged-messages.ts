/** Sentences that an answer says by itself, which the empty page needs not; a {gap} is filled by messageText. */
export const JUDGED_TEXTS = {
  whereIsItAttached: 'Where is {policy} attached? It counts as {layer}',
  thatIsRight: 'that’s right',
  gotTheErrorToo: 'Got the error too? Paste it to see whether this policy caused it.',
  oneCause: '1 cause, not proven',
  manyCauses: '{causes} causes, none proven',
  yourCommand: 'Your command, with the change',
  inThisPolicy: 'in this policy.',
  inThesePolicies: 'in these policies.',
  noErrorFound: 'No error found',
  copyAsJson: 'Copy as JSON',
  copyPolicy: 'Copy policy',
  undoTheRepair: 'Undo the change',
  notYetAPolicy: 'AWS doesn’t accept this policy as it stands.',
  noPolicyDecides: 'No policy decides this',
  allowsNow: 'Your change allows it',
  blankLeft: 'Not finished',
  notInAws: 'Not in AWS yet',
  notIt: 'Not it?',
  showTheLayers: 'Show the layers and the request',
} as const

/** How a cause is known, and what stands around it. */
export const CAUSE_WORDS = {
  proven: 'proven',
  claimed: 'AWS says so',
  likely: 'likely',
  unlikely: 'unlikely',
  noPolicy: 'Not a policy',
  anotherPolicy: 'Another policy',
  speaksFor: 'For it:',
  speaksAgainst: 'Against it:',
} as const
