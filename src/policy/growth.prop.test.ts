import { describe, expect, it } from 'vitest'
import { growthOf } from '../testing/growth'
import { parseYaml } from '../text/parse-yaml'
import { findPolicies } from './find-policies'
import { parsePolicy } from './parse-policy'

const DOCUMENT = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] }
const statements = (n: number) => ({
  Version: '2012-10-17',
  Statement: Array.from({ length: n }, () => DOCUMENT.Statement[0]),
})
const inString = (value: unknown) => JSON.stringify({ Policy: JSON.stringify(value) })
const piece = (text: string) => (n: number) => text.repeat(Math.ceil(n / text.length))

/** Texts of about `n` characters. */
const SHAPES: Readonly<Record<string, (n: number) => string>> = {
  braces: piece('{'),
  brackets: (n) => '['.repeat(n / 2) + ']'.repeat(n / 2),
  objects: (n) => `${'{"a":'.repeat(n / 6)}1${'}'.repeat(n / 6)}`,
  'open documents': piece('{"Version":"2012-10-17","Statement":[\n'),
  'a policy in a string': (n) => inString(statements(n / 80)),
  'JSON cut off in a string in a string': (n) => inString({ q: JSON.stringify(statements(n / 80)).slice(0, n) }),
  'policies in strings': (n) => JSON.stringify(Array.from({ length: n / 150 }, () => JSON.stringify(DOCUMENT))),
  'policies in percents': (n) =>
    JSON.stringify(Array.from({ length: n / 150 }, () => encodeURIComponent(JSON.stringify(DOCUMENT)))),
  percents: piece('%25'),
  'percents of JSON': piece('%7B%22'),
  variables: piece('${'),
  'variables in a policy': (n) =>
    JSON.stringify({ ...DOCUMENT, Statement: [{ Effect: 'Allow', Action: '*', Resource: '${'.repeat(n / 2) }] }),
  'a Sub of a policy': (n) =>
    JSON.stringify({
      ...DOCUMENT,
      Statement: [{ Effect: 'Allow', Action: '*', Resource: { 'Fn::Sub': '${'.repeat(n / 2) } }],
    }),
  statements: piece('{"Effect":"Allow"},'),
  documents: piece(`${JSON.stringify(DOCUMENT)}\n`),
  elements: piece('"Effect": "Allow",\n"Action": "s3:Get*",\n'),
  'lines of YAML': piece('Effect: Allow\nAction: s3:Get*\n'),
  'a list in YAML': (n) => `Statement:\n${piece('- Effect: Allow\n  Action: s3:Get*\n')(n)}`,
  'brackets in YAML': (n) => `Statement: ${'['.repeat(n)}`,
  'broken YAML': piece('Statement:\n  - x: "y\n  z\n'),
  'one alias': (n) => `Statement:\n- &a x\n${'- *a\n'.repeat(n / 5)}`,
  'many aliases': (n) =>
    `Statement:\n${Array.from({ length: n / 20 }, (_, at) => `- &a${at} x\n- *a${at}\n`).join('')}`,
  'tags of YAML': (n) => `Statement: ${'!a '.repeat(n / 3)}`,
  'blocks of Terraform': piece('resource "aws_iam_policy" "x" {\n  policy = jsonencode({ Statement = [] })\n}\n'),
  'open blocks of Terraform': piece('resource "aws_iam_policy" "x" {\n policy = <<EOF\n'),
  'templates of Terraform': (n) => `resource "aws_iam_policy" "x" {\n policy = "${'${"'.repeat(n / 3)}"\n}`,
  'calls of jsonencode': piece('jsonencode({ a = '),
  'calls of jsonencode on words': piece('jsonencode(aws s3 cp '),
  'calls in jsonencode': (n) => `jsonencode(${'f('.repeat(n / 2)}x y`,
  'blocks of statements': piece('statement { actions = ["s3:Get*"] }\n'),
  dictionaries: piece("{'Effect': 'Allow', "),
  constructs: piece('new iam.PolicyStatement({ '),
  grants: piece('bucket.grantRead(x)\n'),
  calls: piece('a('),
  'templates of programs': piece('`${'),
  'quoted mails': piece('> {"Statement": [\n'),
  additions: piece('+ {"Statement": [\n'),
  entities: piece('{&quot;Statement&quot;:'),
  tags: piece('<pre>{'),
  backslashes: piece('\\'),
  quotes: piece('"'),
  'escaped quotes': piece('{\\"Version\\"'),
  comments: piece('/*'),
  'condition keys': (n) =>
    JSON.stringify({
      ...DOCUMENT,
      Statement: [
        {
          ...DOCUMENT.Statement[0],
          Condition: {
            StringEquals: Object.fromEntries(Array.from({ length: n / 20 }, (_, at) => [`aws:k${at}`, 'v'])),
          },
        },
      ],
    }),
  actions: (n) =>
    JSON.stringify({
      ...DOCUMENT,
      Statement: [{ Effect: 'Allow', Action: Array.from({ length: n / 10 }, (_, at) => `s3:A${at}`), Resource: '*' }],
    }),
  'the same key': (n) => `{${'"k":1,'.repeat(n / 6)}"k":1}`,
}

const READERS: Readonly<Record<string, (text: string) => void>> = {
  findPolicies: (text) => void findPolicies(text, { yaml: parseYaml }),
  parsePolicy: (text) => void parsePolicy(text),
}

describe('policies are looked for in time that grows with the text', () => {
  it.each(Object.keys(SHAPES))('%s', (shape) => {
    for (const [reader, read] of Object.entries(READERS)) {
      expect({ reader, ...growthOf(read, (length) => SHAPES[shape]!(length)) }).toMatchObject({
        reader,
        isLinear: true,
      })
    }
  })

  it.each([
    ['lines', '> a\n'.repeat(400_000)],
    ['lines of a document', `{\n${' "a": 1,\n'.repeat(200_000)}"Statement": []}`],
    ['keys that stand twice', `{${'"k":1,'.repeat(150_000)}"k":1}`],
    ['keys that stand twice in what is cut off', `{${'"k":1,'.repeat(150_000)}"k":1`],
  ])('and as many %s as fit in a paste overflow nothing', (_, text) => {
    for (const read of Object.values(READERS)) expect(() => read(text)).not.toThrow()
  })
})
