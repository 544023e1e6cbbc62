/** What the page that compares two policies says. */
export const COMPARE_WORDS = {
  title: 'Compare',
  lead: 'Paste a policy as it is and as it will be. You see what the change opens and what it takes away, each with a request that proves it.',
  before: 'Before',
  after: 'After',
  type: 'Policy type',
  swap: 'Swap',
  copy: 'Copy for review',
  changes: 'What changes',
  new: 'New',
  lost: 'Lost',
  example: 'A request that proves it',
  notAllowed: 'not allowed',
  allowed: 'allowed',
  open: 'Open as a case',
  who: 'Who',
  running: 'Comparing …',
  failed: 'This browser could not start the part that compares. Both policies are kept.',
  unreadableBefore:
    'The policy under “Before” is not valid JSON, or not a policy that AWS would accept. Its Statement was expected.',
  unreadableAfter:
    'The policy under “After” is not valid JSON, or not a policy that AWS would accept. Its Statement was expected.',
  complete: 'complete: nothing else differs',
  incomplete: 'not everything could be compared',
  workbench: 'Workbench',
  placeholder: 'Paste a policy in JSON',
  careful: 'Careful: {action} lets whoever has it {leadsTo}.',
} as const
