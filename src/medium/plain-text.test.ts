import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DRESSES, LINE_DRESSES } from '../testing/dresses'
import { rangeOf, rawSpan } from '../text/mapped-text'
import { undressed } from './plain-text'

const plainOf = (text: string): string => undressed(text).untimed.text

const POLICY = '{\n  "a": [\n    "b",\n\n    "c - d"\n  ]\n}'
const YAML = 'Statement:\n  - Effect: Allow\n    Action: sqs:*\n  - Effect: Deny\n    Action: sqs:DeleteQueue'
const LOG = [
  'Reading the parameters of the nightly job from the store',
  'An error occurred (AccessDeniedException) when calling the GetParameter operation: User: arn:aws:iam::111122223333:user/nia is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:eu-west-1:111122223333:parameter/night/db',
  'Stopping',
].join('\n')

const each = (text: string, dress: (line: string, index: number) => string) => text.split('\n').map(dress).join('\n')

const bare = (text: string): string => each(text, (line) => line.trimEnd()).replaceAll(/^[╷╵]?\n|\n[╷╵]?$/g, '')

describe.each(Object.entries({ ...DRESSES, ...LINE_DRESSES }))('%s', (_, dress) => {
  it.each([
    ['a policy', POLICY],
    ['YAML', YAML],
    ['a log', LOG],
  ])('%s is as it was written', (__, text) => {
    expect(bare(plainOf(dress(text)))).toBe(text)
  })
})

it.each([
  ['line numbers with a line beside them', each(POLICY, (line, i) => `${String(i + 9).padStart(4)} | ${line}`)],
  ['files and line numbers', each(POLICY, (line, i) => `iam/policy.json:${i + 40}:${line}`)],
  ['numbers in a quoted mail', each(POLICY, (line, i) => `> ${i + 1}: ${line}`)],
  ['a box with a border on the right', each(POLICY, (line) => `| ${line.padEnd(20)} |`)],
])('takes away %s', (_, text) => {
  expect(bare(plainOf(text))).toBe(POLICY)
})

it.each([
  POLICY,
  YAML,
  LOG,
  '2012-10-17\n{"a": 1}',
  'arn:aws:iam::<account-id>:role/<role>\narn:aws:iam::<p>:role/x',
  '1 apple\n3 pears',
  '{"a": "x > y",\n"b": "|"}',
  // An answer of AWS is no record of a log.
  '{"__type":"AccessDeniedException","Message":"User: \\"nia\\" is not authorized"}',
  '{"Statement":[{"Sid":"the “old” one","Effect":"Deny","Action":"*","Resource":"*"}]}',
  // Columns of a table
  'name  | id\nred   | 1\nblue  | 2',
  '| a  | b  |\n| c  | d  |',
  '>>> import boto3\n>>> boto3.client("s3")',
  'Still creating... [1m0s elapsed]\nStill creating... [2m0s elapsed]',
])('leaves %j as it is', (text) => {
  expect(plainOf(text)).toBe(text)
})

it('never makes one line of two of a log', () => {
  const lines = [
    'started the worker of the reports and it waits for messages on',
    'stopped the worker of the reports since nothing came for an hour',
    'started the worker of the exports and it waits for messages on',
    'stopped it',
  ]
  const stamped = lines.map((line, i) => `2026-11-30T10:11:0${i}.123Z ${line}`).join('\n')
  expect(plainOf(stamped)).toBe(lines.join('\n'))
  const contained = lines.map((line) => `worker_1  | ${line}`).join('\n')
  expect(plainOf(contained)).toBe(lines.join('\n'))
})

const SENTENCE =
  'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/report-reader/session-of-the-night is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::northern-reports/2026/11/summary.csv" because no identity-based policy allows the s3:GetObject action'

it('joins what a screen or a mail broke', () => {
  for (let width = 72; width <= 132; width++) {
    const soft = SENTENCE.replaceAll(new RegExp(String.raw`(?=\S)(.{1,${width}})(?:\s|$)`, 'g'), '$1\n').trimEnd()
    expect(plainOf(soft), soft).toBe(SENTENCE)
    expect(plainOf(each(soft, (line) => `> ${line}`)), soft).toBe(SENTENCE)
  }
  for (const width of [80, 100, 120]) {
    const hard = (SENTENCE.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n')
    expect(plainOf(hard), hard).toBe(SENTENCE)
  }
})

it('knows a table that several containers wrote from a table with their names', () => {
  const table = '| SendJobs | not authorized to |\n|          | send messages     |'
  expect(plainOf(each(table, (line) => `worker_1  | ${line}`))).toBe(table)
  const named = 'worker_1 | SendJobs | no\nworker_2 | ReadJobs | yes'
  expect(plainOf(named)).toBe(named)
})

it('never joins a line with the time of the next one, whatever stays open in it', () => {
  const said =
    '"cause": "Is not authorized to perform: sqs:SendMessage on resource\n  arn:aws:sqs:eu-west-1:111122223333:jobs"'
  const stamped = each(said, (line, i) => `2026-11-30T10:11:0${i}.123Z ${line}`)
  expect(undressed(stamped).text).toBe(stamped)
  expect(plainOf(stamped)).toBe(said)
  // A date alone may be part of what is quoted.
  const quoted =
    'The reader of the nightly list was not allowed to see "s3://nightly/lists of\n2026-11-30/list.csv" and stopped'
  expect(plainOf(quoted)).toBe(quoted.replace('\n', ' '))
})

it('keeps the times of lines for who asks when something was said', () => {
  const stamped = LOG.split('\n').map((line, i) => `2026-11-30T10:11:0${i}.123Z ${line}`)
  const quoted = stamped.map((line) => `> ${line}`).join('\n')
  expect(undressed(quoted).text).toBe(stamped.join('\n'))
  expect(undressed(quoted).untimed.text).toBe(LOG)
  const ofDay = LOG.split('\n').map((line, i) => `10:11:0${i},123 ${line}`)
  expect(plainOf(ofDay.join('\n'))).toBe(ofDay.join('\n'))
})

it('joins no two words where nothing tells that they are one', () => {
  const url = 'https://packages.example.com/nightly/releases/stable/x86_64/list.txt'
  for (const [end, next] of [
    ['the error was', '22: The requested address returned error: 403'],
    ['reading', 'done after two tries'],
    [url, 'gave nothing'],
    [url, '9 times'],
  ] as const) {
    const line = `${'The reader of the nightly list asked the mirrors in turn and then it stopped since '.padEnd(139 - end.length, '.')} ${end}`
    expect(plainOf(`${line}\n${next}\nStopping now.`), end).not.toContain(end + next)
  }
})

describe('places', () => {
  it('of a piece of the plain text in what was pasted, and back', () => {
    const source = each(POLICY, (line, i) => `> ${i + 1}: ${line.replaceAll('"', '&quot;')}</code>`)
    const plain = undressed(source).untimed
    const at = plain.text.indexOf('c - d')
    const span = rawSpan(plain, [at, at + 5])
    expect(source.slice(...span)).toBe('c - d')
    expect(rangeOf(plain, span)).toEqual([at, at + 5])
  })

  it('lie in the text, in order, and the plain text is plain', () => {
    const piece = fc.constantFrom(
      ...[
        '> ',
        '1: ',
        '2: ',
        '+ ',
        '<br>',
        '&quot;',
        '&amp;',
        '\n',
        '\r\n',
        '\u200B',
        '│ ',
        'a',
        '{"a": 1}',
        'INFO ',
        '</pre>',
      ],
      ...[
        '{"msg":"',
        '\\n',
        '"}',
        '“',
        '”',
        'â€™',
        '2026-11-30T10:11:12Z ',
        'app | ',
        '| ',
        ' |',
        '\u001B[1m',
        '{noformat}',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('')
        const { text, starts, ends } = undressed(source).untimed
        let last = 0
        for (let at = 0; at < text.length; at += 1) {
          expect(starts[at]).toBeGreaterThanOrEqual(last)
          expect(ends[at]).toBeGreaterThanOrEqual(starts[at] ?? 0)
          expect(ends[at]).toBeLessThanOrEqual(source.length)
          last = starts[at] ?? 0
        }
      }),
      { numRuns: 500 },
    )
  })

  it('take time in proportion to the text', () => {
    const units = [
      '> ',
      '“',
      '{"msg":"\\n"}\n',
      '<b>',
      '2026-11-30T10:11:12Z \n',
      '| |\n',
      '\\',
      '&amp;',
      'a(',
      '"\n',
      '\t\n',
    ]
    for (const unit of units) {
      const timeOf = (length: number) => {
        const text = unit.repeat(length / unit.length)
        const start = process.cpuUsage()
        plainOf(text)
        return process.cpuUsage(start).user / 1000
      }
      expect(timeOf(200_000), JSON.stringify(unit)).toBeLessThan(2_000)
    }
  })
})
