/** Sentences that the learn part says by itself; a {gap} is filled by messageText. */
export const LEARN_TEXTS = {
  aDeckShowsCases:
    'A deck shows cases one after the other, with your notes. It is a link or a file. Nothing is stored on a server.',
  linkCarries: 'The link has {characters} characters and carries every case in full.',
  noCardYet: 'Add a card first: an example, the workbench’s case, or a link.',
  cards: 'Cards',
  exercise: 'exercise',
  noSpeakerNotesHere: 'No speaker notes here.',
  judgedAnewThisCase: ' Evaluated again, this case has another result: {answerText}.',
  layersThatAreNot: 'Layers without a policy count as empty here.',
  assumeroleBucketMfa: 'AssumeRole, bucket, MFA …',
  noExampleHoldsAll: 'No example matches all of this.',
  theLessonsOnPaper: 'The lessons on paper: cases and questions first, answers at the end.',
  awsRefusedTheRequest: 'AWS denied the request. Its message shows the answer, so you see it afterwards.',
  thisStatementAllowsIt: 'This statement allows it.',
  thisStatementMayAllow: 'This statement may allow it.',
  somethingDoesNotLet: 'Something blocks this request.',
  allThatDecidesIs: 'Everything that decides is shown here.',
  thePlaceIsRight: 'The layer is right. Check again whether a statement denies there, or none allows.',
  oneOfTheLayers: 'One of the layers decides it.',
  comparing: 'Checking what else this repair opens or takes away …',
  thatLayerHasNo: 'That layer doesn’t apply to this request.',
} as const

/** What is said of a repair. */
export const REPAIR_WORDS = {
  works: 'It works: the request is allowed.',
  oneOther: ' The other test request has the expected result.',
  others: ' The {count} other test requests have the expected result.',
  notCompared: 'We didn’t check what else it opens.',
  proven: 'Nothing else was opened, and nothing was taken away: one request of each kind was evaluated.',
  inPart: 'Nothing else was found open or lost. Not every kind of request could be tried.',
  alsoAllows: 'The task doesn’t limit this, but note that it also allows:',
  leavesRoom: 'One policy is wider than necessary. For now, another policy limits this, or nothing uses it:',
  wide: 'The request passes, but so do requests that no one asked for. This isn’t a repair yet:',
  wideAndLoses: 'The request passes, but this repair opens requests that no one asked for, and removes others:',
  loses: 'The request passes, but this repair removes what was allowed before:',
  tooOpen: 'The request passes, but this repair {what}. Can it be narrower?',
  tooNarrow: 'The request passes, but the task asks for more: this repair {what}.',
  depends: 'Now the request depends on {keys}, which this case doesn’t show. Use only what the case shows.',
  whatIsUnknown: 'something unknown',
  unreadable: 'This isn’t complete JSON yet: {names}. Check for a missing comma, quote or bracket.',
  malformed: 'IAM wouldn’t accept this as a policy: {names}.',
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
  unknown: 'There is no page for this code.',
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
  aUser: 'The user {name}',
  aRole: 'The role {name}',
  somebody: 'Someone',
  question: 'What decides?',
  keys: [
    ['Space', 'next step', ' '],
    ['← →', 'cards', 'ArrowRight'],
    ['F', 'full screen', 'f'],
    ['B', 'blank', 'b'],
    ['+ −', 'text', '+'],
    ['Esc', 'close', 'Escape'],
  ],
} as const

/** What a layer does, in the fewest words. */
export const PRESENT_STATES = {
  open: 'allows',
  openInVain: 'allows, can’t help',
  stopped: 'denies',
  shut: 'denies too',
  lacksAllow: 'no allow',
  lacksAllowToo: 'no allow either',
  bypassed: 'allows nothing, isn’t needed',
  ajar: 'depends',
  notGiven: 'unknown',
  canNotHelp: 'can’t help',
  empty: 'nothing attached',
  absent: 'doesn’t apply',
} as const

/** What a lesson says of a guess. */
export const GUESS_WORDS = {
  /** A reply may begin with a name: its letters stay. */
  no: 'Not quite. {reply}',
  right: 'right',
  yours: 'your answer',
} as const

/** The steps of a lesson, one at a time, and the ways between them. */
export const LESSON_WORDS = {
  steps: 'Steps of this lesson',
  predict: 'Predict',
  watch: 'Watch',
  repair: 'Repair',
  remember: 'Remember',
  case: 'The case again',
  toRepair: 'Next: repair it',
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
  damaged: 'Changed or cut off, so not counted: {count}.',
  none: 'There is no hand-in in this text.',
  read: 'Hand-ins read: {handIns}, of {people} people. The latest of each name counts.',
  who: 'Who',
  untitled: 'Untitled',
  wrong: 'Often answered wrong',
  csv: 'Save as CSV',
  noProof: 'A hand-in’s checksum detects mistakes and cut-off texts. It isn’t proof: anyone can forge it.',
  notDone: 'not done',
  rightAt: 'right at try {tries}',
  notRight: 'not right after {tries} tries',
  notRightOnce: 'not right after 1 try',
  notAnswered: 'not answered',
  handIn: 'Hand in',
  yourName: 'Your name',
  copy: 'Copy what you hand in',
  tells:
    'It contains your name, the time, your answers and your last repairs. Nothing is sent automatically: you send the text yourself.',
  chooseLessons: 'Lessons on the handout',
  linkForStudents: 'Copy link for students, without speaker notes',
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

/** What the page says that shows how to link to it. */
export const LINK_WORDS = {
  title: 'Link to this page with an error',
  lead: 'A tool, a bot or a CI log can link to this page. The link opens it with the error, already answered.',
  error: 'Try it: an error',
  placeholder: 'Paste the message as your tool printed it',
  copy: 'Copy link',
  open: 'Open it',
  length: '{count} characters',
  tooLong: 'A link can carry an error of at most {limit} characters.',
  code: 'In your code',
  know: 'Good to know',
  limits: [
    'Nothing reaches a server: browsers don’t send what comes after the number sign.',
    'The page removes the error from the address before anything else reads it.',
    'An error may have up to {limit} characters. For a longer one, attach a file that the reader drops on the page.',
    'Send the message as your tool printed it, with the command above it. Leave out credentials: they would stay in the log.',
    'To share a case with its policies, use Share on the workbench.',
  ],
  file: 'Without a network',
  aboutFile:
    'The whole page is also one file of less than 6 MB. It opens from a disk and needs no server and no network.',
  download: 'Download whydenied.html',
} as const

/** How a link is made, by language; HOST is the address of this page. */
export const LINK_EXAMPLES = [
  {
    name: 'Shell, with jq',
    code: 'message=$(aws s3 ls s3://logs 2>&1) ||\n  echo "HOST#error=$(jq -rn --arg m "$message" \'$m|@uri\')"',
  },
  { name: 'PowerShell', code: '"HOST#error=" + [uri]::EscapeDataString($message)' },
  { name: 'Node and browsers', code: '"HOST#error=" +\n  encodeURIComponent(message)' },
  { name: 'Python', code: 'from urllib.parse import quote\n\n"HOST#error=" + quote(message, safe="")' },
  {
    name: 'GitHub Actions, in the job summary',
    code: '- if: failure()\n  run: |\n    error=$(tail -c 4000 deploy.log | jq -sRr @uri)\n    echo "[Why was it denied?](HOST#error=$error)" >> "$GITHUB_STEP_SUMMARY"',
  },
] as const
