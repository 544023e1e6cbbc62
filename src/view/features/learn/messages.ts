/** Sentences that the learn part says by itself; a {gap} is filled by messageText. */
export const LEARN_TEXTS = {
  aDeckShowsCases:
    'A deck shows cases one after the other, with your notes. It is a link, or a file; nothing is stored anywhere.',
  noSpeakerNotesHere: 'No speaker notes here.',
  judgedAnewThisCase: ' Judged anew, this case comes to another result: {answerText}.',
  layersThatAreNot: 'Layers that are not given count as empty here.',
  assumeroleBucketMfa: 'AssumeRole, bucket, MFA …',
  noExampleHoldsAll: 'No example holds all of this.',
  theLessonsOnPaper: 'The lessons on paper: cases and questions first, answers at the end.',
  awsRefusedTheRequest: 'AWS refused the request. What it said tells the answer, and comes with it.',
  thisStatementAllowsIt: 'This statement allows it.',
  thisStatementMayAllow: 'This statement may allow it.',
  somethingDoesNotLet: 'Something does not let this request pass.',
  allThatDecidesIs: 'All that decides is given here.',
  thePlaceIsRight: 'The place is right. Look again whether a statement denies there, or none allows.',
  oneOfTheLayers: 'One of the layers decides it.',
  comparing: 'Checking what else this repair opens or takes away …',
  thatLayerHasNo: 'That layer has no part in this request.',
} as const

/** What is said of a repair. */
export const REPAIR_WORDS = {
  works: 'It works: the request is allowed.',
  oneOther: ' The other request that it was tried with comes out as asked.',
  others: ' The {count} other requests that it was tried with come out as asked.',
  notCompared: 'What else it opens was not looked for.',
  proven: 'Nothing else was opened, and nothing was taken away: one request of each kind was evaluated.',
  inPart: 'Nothing else was found open or lost. Not every kind of request could be tried.',
  alsoAllows: 'Nobody wrote down how far it should reach. It also allows:',
  leavesRoom: 'One policy is wider than it has to be. Today another one, or nothing, makes use of that:',
  wide: 'The request passes, but so do requests that nobody asked for. That is no repair yet:',
  wideAndLoses: 'The request passes, but this repair opens requests that nobody asked for, and takes others away:',
  loses: 'The request passes, but this repair takes away what was allowed before:',
  tooOpen: 'The request passes, but this repair {what}. Can it be narrower?',
  tooNarrow: 'The request passes, but not all that the task asks for: this repair {what}.',
  depends: 'Whether the request passes now depends on {keys}, which this case does not tell. Decide by what it tells.',
  whatIsUnknown: 'something unknown',
  unreadable: 'This is not complete JSON yet: {names}. Look for a missing comma, quote or bracket.',
  malformed: 'IAM would not take this as a policy: {names}.',
  otherQuestion: 'The request itself was changed. Repair the policies that decide on it instead.',
  stillDenied: 'Still denied by: {layers}.',
  noLayer: 'no single layer',
  forWhom: ' For: {who}.',
  inLayer: '{layer}: ',
  andMore: '{count} more',
} as const

/** Who gains something by a repair. */
export const CALLER_WORDS = {
  anonymous: 'anyone, even without signing in',
  'other-account': 'anyone in any AWS account',
  'other-of-account': 'others in an account that the policy names, or in the owner’s',
  service: 'an AWS service',
  named: 'a caller that the policy names',
  holder: 'whoever has this policy',
} as const

/** What the page of a code says. */
export const WHY_WORDS = {
  title: 'What a cause means',
  meaning: 'What it means',
  check: 'How to check it',
  fix: 'How to fix it',
  example: 'An example',
  open: 'Open this example',
  lesson: 'The lesson',
  awsPage: 'AWS’s page about it',
  unknown: 'Nothing is known under this code.',
  didYouMean: 'Did you mean',
} as const

/** What a card says before a room. */
export const PRESENT_WORDS = {
  label: 'Present',
  present: 'Present',
  blank: 'The screen is blank. Press B to go on.',
  ask: 'Question',
  guess: 'Guess',
  answer: 'Answer',
  card: 'Case',
  calls: 'calls',
  on: 'on',
  aRole: 'The role {name}',
  somebody: 'Someone',
  question: 'What decides?',
  keys: [
    ['Space', 'next step'],
    ['← →', 'cards'],
    ['F', 'full screen'],
    ['B', 'blank'],
    ['+ −', 'text'],
    ['Esc', 'close'],
  ],
} as const

/** What a layer does, in the fewest words. */
export const PRESENT_STATES = {
  open: 'allows',
  openInVain: 'allows, can’t help',
  stopped: 'denies',
  shut: 'denies too',
  bypassed: 'allows nothing, isn’t needed',
  ajar: 'depends',
  notGiven: 'unknown',
  empty: 'nothing attached',
  absent: 'doesn’t apply',
} as const

/** What a lesson says of a guess. */
export const GUESS_WORDS = {
  no: 'No: {reply}',
  right: 'right',
  yours: 'your answer',
} as const

/** What a lesson's story is watched with. */
export const STORY_WORDS = { watch: 'Watch from the first step', pause: 'Pause' } as const

/** What the pages for a class say. */
export const CLASS_WORDS = {
  title: 'A class',
  lead: 'Plan a session, run its timer, and see what a class handed in. Nothing leaves this browser.',
  plan: 'Session plan',
  minutes: '{count} minutes',
  minutesOf: 'Minutes for {title}',
  start: 'Start',
  pause: 'Pause',
  again: 'Start again',
  over: 'The time is over.',
  handedIn: 'What was handed in',
  paste: 'Paste all hand-ins at once, for example a whole chat.',
  damaged: '{count} of the hand-ins were changed or cut off, and aren’t counted.',
  none: 'There is no hand-in in this text.',
  who: 'Who',
  wrong: 'Often answered wrong',
  csv: 'Save as CSV',
  noProof: 'The checksum of a hand-in shows slips and cut-off texts. It proves nothing: whoever wants to can forge it.',
  notDone: 'not done',
  rightAt: 'right at try {tries}',
  notRight: 'not right after {tries} tries',
  handIn: 'Hand in',
  yourName: 'Your name',
  copy: 'Copy what you hand in',
  tells:
    'It holds your name, the time, your answers and your last repairs. Nothing is sent: you send the text yourself.',
  chooseLessons: 'Lessons on the handout',
  open: 'For a class',
} as const

/** The layers by their shortest names. */
export const PRESENT_LAYERS = {
  identity: 'Identity',
  boundary: 'Boundary',
  session: 'Session',
  scp: 'SCP',
  rcp: 'RCP',
  resource: 'Resource',
  endpoint: 'Endpoint',
  trust: 'Trust policy',
} as const
