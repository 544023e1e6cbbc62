/** Headings and fixed pieces of the report. */
export const REPORT_TEXT = {
  title: 'Why denied?',
  request: 'Request',
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
} as const
