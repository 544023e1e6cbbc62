/** What the command itself says; what is said of a denial is the answer's own. */
export const CLI_MESSAGES = {
  'no-such-file': 'Cannot read {file}: {cause}.',
  'no-layer': '"{given}" names no layer. Layers: {layers}.',
  'no-option': '{cause} Options stand in `whydenied --help`.',
  'no-shell': 'Completion is for bash, zsh and fish: whydenied completion bash',
  'no-policy-file': '--policy takes a layer and a file, as in --policy scp=guardrails.json.',
  'one-format': 'An answer has one format: --json, --markdown or --sarif.',
  'which-code': '`whydenied explain` takes the code that an answer ends with: whydenied explain layer-lacks',
  'no-code': 'There is no page for "{given}".{suggestion}',
  'did-you-mean': ' Did you mean "{name}"?',
  'two-files': '`whydenied compare` takes two files, before and after, or one JSON file with a list of pairs.',
  'not-compared': 'Two policies can be compared, or two case files that name the caller.',
  'no-wrapped': '`whydenied run` takes a command behind two dashes: whydenied run -- aws s3 ls',
  'not-run': 'Cannot run {command}: {cause}.',
  'no-program': 'there is no such command',
  'no-file': 'there is no such file',
  'is-folder': 'it is a folder',
  'several-denials': '{count} denials in what was given; this answers the first, and --json lists them all.',
  'assumed-layer': '{file} is read as a policy of the layer {layer}. For another layer: --policy LAYER={file}',
  unread: '{file}: no AWS error and no policy recognised.',
  'nothing-denied': 'No denial in what was given.',
  'not-expected': 'Expected {expected}, and the answer is {found}.',
  'bad-expectation': '--expect takes allowed, denied or kept.',
  'test-not-met': 'Test: {action} on {resource} should be {expected}, and is {found}.',
  'tests-met': '{count} of {all} tests are met.',
  'no-tests': 'No test is kept with this case.',
  'bad-color': '--color takes auto, always or never.',
  'not-judged': 'This couldn’t be evaluated ({step}): {cause}',
  'no-link': 'No link can carry this case: {cause}',
  'no-page': 'Put this behind the address of the page, or name the page with --page.',
  more: '{count} more lines: --markdown',
  'more-ways': '{count} more ways to more permissions: --markdown',
  'laid-out': '(laid out)',
  check: 'How to check',
  fix: 'Fix',
  example: 'Example',
  next: 'Next',
  meaning: 'What this means: whydenied explain {code}',
  'next-is-long': 'the same with --markdown, which prints the commands to run.',
} as const

/** How an answer begins. */
export const ANSWER_WORDS: Readonly<Record<string, string>> = {
  allowed: 'ALLOWED',
  explicitDeny: 'DENIED',
  implicitDeny: 'DENIED',
  depends: 'OPEN',
  none: 'REFUSED',
}

/** How an answer is known. */
export const BASIS_WORDS: Readonly<Record<string, string>> = {
  proven: 'proven by the policies',
  claimed: 'AWS says so',
  likely: 'likely, not proven',
  open: 'open',
}

/** How the help begins. */
export const HELP_WORDS = {
  what: 'Which policy layer denied an AWS request, which line, why, and the least change that lets it pass.',
  files: 'Explain files: errors, logs, policies, case files; - is standard input',
  privacy: 'Nothing leaves this machine: no network is used, and nothing is written without --output.',
} as const

/** What the tools of the server say of themselves, and where they refuse. */
export const MCP_WORDS = {
  errorToRead: 'The error as it was printed, or a log, a CloudTrail event or a case file.',
  policyToRead: 'The policy as JSON or YAML, or what a command of AWS printed of it.',
  diagnoseTitle: 'Why was this AWS request denied?',
  diagnose:
    'Reads an AWS permission error and the policies around it; says which layer denied, which line, why, and the least fix. "basis" says how it is known: change nothing on "likely" or "open", but fetch what is missing.',
  missingTitle: 'What is missing for a proven answer?',
  missing: 'The read-only commands that fetch what a proven answer still needs.',
  evaluate: 'Evaluates a case file (version 1: request, policies, facts): the decision and what each layer did.',
  explain: 'What AWS does in general, by the code of a cause, a situation, a finding or a policy check.',
  compareTitle: 'What does a change of a policy open?',
  compare:
    'Compares a policy or a case file before and after: what is newly allowed and what is lost, each shown by a request. "nothing" is a proof; "cannot-say" is none, and "beyond" says why. "checks" are what a change is held to.',
  before: 'The policy or the case file before.',
  after: 'The policy or the case file after.',
  notGranted: 'What the second must not grant: actions and resources; an empty list stands for all.',
  noPublic: 'The second must not let in anyone from any account.',
  noPair: 'Two policies can be compared, or two case files that name the caller.',
  noCase: 'This is no case: {code}.',
  noCode: 'Nothing is known under "{code}". Near: {near}',
} as const
