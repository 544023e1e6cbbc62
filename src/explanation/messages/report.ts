import { code, say, strong, type Phrase } from '../../text/phrase'

/** Headings and fixed pieces of the report. */
export const REPORT_TEXT = {
  title: 'Why denied?',
  checks: 'Checks of this call',
  tests: 'Tests kept with this case',
  request: 'Request',
  facts: 'Account facts',
  error: 'Error',
  claim: 'What AWS says',
  gates: 'Layers',
  findings: 'Why',
  fixes: 'Fixes',
  steps: 'Next steps',
  principal: 'Principal',
  action: 'Action',
  resource: 'Resource',
  stopped: '← stopped here',
  alsoStops: '← stops it too',
  owner: 'Who can make it',
  page: 'AWS',
  line: 'line',
  denying: 'The statement that denies',
  link: 'Open this case',
  meaning: 'What this means',
} as const

/** Sentences that only the report says. */
export const REPORT_MESSAGES = {
  'kept-test': (action: string, resource: string, expect: 'allowed' | 'denied', isMet: boolean | null): Phrase =>
    say`${code(action)} on ${code(resource)} ${expect === 'allowed' ? 'must pass' : 'must not pass'}: ${
      isMet === null ? 'depends on something unknown' : isMet ? 'as expected' : strong('not as expected', 'deny')
    }`,
  'count-of-checks': (count: number) => `This call needs ${count} checks.`,
  'data-date': (date: string) => `Actions, resources and keys are checked against AWS’s reference of ${date}.`,
  'check-not-whole': (action: string): Phrase =>
    say`${strong('It depends', 'depends')} on ${code(action)}, which isn’t evaluated yet: its resource is missing.`,
} as const
