import { describe, expect, it } from 'vitest'
import { parseDenials } from './denial/parse-denials'
import { restoreCase } from './draft/file/case-file'
import { maskForKeeping } from './draft/file/mask-credentials'
import { EMPTY_DRAFT } from './draft/draft'
import { readPaste } from './draft/paste/read-paste'
import { storeDraft } from './draft/file/restore-draft'
import { growthOf } from './testing/growth'
import { readDeckFile } from './permalink/deck'
import { parseYaml } from './text/parse-yaml'
import { readLog } from './trail/read-log'

const ERROR =
  'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action'
const many = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length))
const few = <Item>(length: number, size: number, make: (at: number) => Item): Item[] =>
  Array.from({ length: Math.ceil(length / size) }, (_, at) => make(at))

type Shapes = Readonly<Record<string, (length: number, turn: number) => string>>

/** No text is read twice: what was read is remembered. */
const PASTES: Shapes = {
  'one word': (n, turn) => `${turn} ${many('a', n)}`,
  words: (n, turn) => `${turn} ${many('is not authorized to perform: ', n)}`,
  errors: (n, turn) => many(`${ERROR} ${turn}\n`, n),
  'lines of a log': (n, turn) => many(`2026-01-01T00:00:00Z app[${turn}]: GET /health 200 {"a":1}\n`, n),
  'lines of an error': (n, turn) => `${turn} ${many('An error occurred (AccessDenied)\n', n)}`,
  braces: (n, turn) => `${turn} ${many('{"a":[', n)}`,
  quotes: (n, turn) => `${turn} ${many('"\'`\\', n)}`,
  'tokens that are none': (n, turn) => `${turn} ${many('eyJ', n)}`,
  variables: (n, turn) => `${turn} ${many('${', n)}`,
  percents: (n, turn) => `${turn} ${many('%257B%2522', n)}`,
  'keys that are none': (n, turn) => `${turn} ${many('aws_secret_access_key=', n)}`,
  'key blocks that do not end': (n, turn) => `${turn} ${many('-----BEGIN PRIVATE KEY-----\n', n)}`,
  events: (n, turn) =>
    JSON.stringify({
      Records: few(n, 300, (at) => ({
        eventVersion: '1.08',
        userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::111122223333:user/u${at}`, userName: `u${turn}` },
        eventSource: 's3.amazonaws.com',
        eventName: 'GetObject',
        errorCode: 'AccessDenied',
        errorMessage: 'Access Denied',
      })),
    }),
  spaces: (n, turn) => `${turn}${many(' \n', n)}x`,
}

/** Names of secrets, which no value follows. */
const LABELS: Shapes = Object.fromEntries(
  [
    'password:',
    'password:\n',
    'password: x\n',
    'token=',
    'authorization: ',
    'cookie',
    'curl -u ',
    'AKIAABCDEFGHIJKLMNOP ',
    '://a:',
    '-----END PRIVATE KEY-----',
    '[removed]\n',
    'echo "',
    '{"value":"',
    '-d:Ab1',
    'LS0tLS1CRUdJTi',
    `${'aB3/'.repeat(16)}\n`,
  ].map((label) => [JSON.stringify(label), (n: number, turn: number) => `${turn} ${many(label, n)}`]),
)

const statement = (at: number) => ({
  Sid: `S${at}`,
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: `arn:aws:s3:::b${at}/*`,
})
const request = { principal: 'arn:aws:iam::111122223333:user/a', action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' }
const caseWith = (policies: unknown, context: unknown = {}) =>
  JSON.stringify({ version: 1, request: { ...request, context }, policies })

const CASES: Shapes = {
  statements: (n) =>
    caseWith({ identity: [{ name: 'p', document: { Version: '2012-10-17', Statement: few(n, 90, statement) } }] }),
  policies: (n) =>
    caseWith({ identity: few(n, 110, (at) => ({ name: `p${at}`, document: { Statement: [statement(at)] } })) }),
  levels: (n) => caseWith({ scps: few(n, 40, (at) => ({ target: `ou-${at}`, policies: [] })) }),
  keys: (n) => caseWith({}, Object.fromEntries(few(n, 18, (at) => [`aws:key${at}`, 'v']))),
  'values of a key': (n) => caseWith({}, { 'aws:CalledVia': few(n, 8, (at) => `v${at}`) }),
  'a nested document': (n) => caseWith({ identity: [{ name: 'p', document: '['.repeat(n / 2) + ']'.repeat(n / 2) }] }),
  'an error': (n, turn) => JSON.stringify({ version: 1, request, policies: {}, error: many(`${ERROR} ${turn}\n`, n) }),
}

const card = (at: number) => ({ title: `c${at}`, notes: '', draft: storeDraft({ ...EMPTY_DRAFT, paste: ERROR }) })
const DECKS: Shapes = {
  cards: (n) =>
    JSON.stringify({ format: 'whydenied-deck', version: 1, title: 't', notes: '', cards: few(n, 900, card) }),
  notes: (n) =>
    JSON.stringify({ format: 'whydenied-deck', version: 1, title: 't', notes: many('n ', n), cards: [card(0)] }),
  'a nested card': (n) =>
    `{"format":"whydenied-deck","version":1,"title":"t","notes":"","cards":[${'['.repeat(n / 2)}${']'.repeat(n / 2)}]}`,
}

function drive(text: string): void {
  const reading = readLog(text)
  while (!reading.next().done);
}

const READERS = [
  { name: 'parseDenials', shapes: PASTES, read: (text: string) => void parseDenials(text) },
  { name: 'readPaste', shapes: PASTES, read: (text: string) => void readPaste(text, { yaml: parseYaml }) },
  { name: 'readLog', shapes: PASTES, read: drive },
  { name: 'maskForKeeping', shapes: LABELS, read: (text: string) => void maskForKeeping(text) },
  { name: 'restoreCase', shapes: CASES, read: (text: string) => void restoreCase(JSON.parse(text)) },
  { name: 'readDeckFile', shapes: DECKS, read: (text: string) => void readDeckFile(JSON.parse(text)) },
]

describe('what reads from outside takes time that grows with the text', () => {
  it.each(
    READERS.flatMap(({ shapes, ...reader }) =>
      Object.entries(shapes).map(([shape, make]) => ({ ...reader, shape, make })),
    ),
  )('$name: $shape', ({ read, make }) => {
    expect(growthOf(read, make)).toMatchObject({ isLinear: true })
  })

  it.each([
    ['with the square', (n: number) => n * n, false],
    ['with the text', (n: number) => n * 100, true],
  ])('and a reader whose time grows %s is told', (_, stepsOf, isLinear) => {
    let steps = 0
    const read = (text: string) => {
      steps = stepsOf(text.length)
    }
    const clock = (run: () => void) => {
      run()
      return steps / 1e6
    }
    expect(growthOf(read, (length) => 'a'.repeat(length), { clock })).toMatchObject({ isLinear })
  })
})
