import { expect, it } from 'vitest'
import { exampleOfShape } from '../facts/situations/example-of-shape'
import { SITUATION_ROWS } from '../facts/situations/situations'
import { growthOf } from '../testing/growth'
import { parseDenials } from './parse-denials'

/** JSON in a string in JSON in a string, as deep as the length allows. */
function nestedStrings(length: number): string {
  let text = '"x"'
  for (let next = text; next.length < length; next = JSON.stringify(`{"a":${text}}`)) text = next
  return text
}

const policyInString = (length: number): string =>
  JSON.stringify({
    policy: JSON.stringify({
      Statement: Array.from({ length: Math.ceil(length / 150) }, (_, i) => ({
        Sid: `S${i}`,
        Effect: 'Deny',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::docs-example/*',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      })),
    }),
  })

/** A sentence of each row, line by line. */
function sentencesOfServices(length: number): string {
  const lines = SITUATION_ROWS.map(([, row]) => exampleOfShape(row) ?? '').join('\n')
  return lines.repeat(Math.ceil(length / lines.length)).slice(0, length)
}

/** Pieces that a pattern or a reader begins at, and that never come to an end. */
const REPEATED = [
  'eyJ',
  '${',
  '{',
  '[',
  '"',
  '\\',
  '\\"',
  '{\\"',
  '%7B%22',
  '%25',
  '&amp;',
  '{{ .',
  '<b ',
  '[a](',
  '│ ',
  ' \n',
  'x\n',
  '<Error><Code>',
  'User: ',
  'arn:aws:iam::',
  'User: x is not authorized to perform: a:B ',
  'is not authorized to perform: ab:Cdef, ab:Cdef ',
  'is not authorized to perform: ab:Cdef on resource: <a ',
  ', ab:Cdef',
  'Access Denied ',
  'AccessDenied ... ',
  'AccessDenied: because no session policy allows the ',
  'with an explicit deny in a ',
  'ListBuckets: AccessDenied: ',
  'Encoded authorization failure message: abc ',
  'aB3_'.repeat(19) + '\n',
  '{"eventName":"GetObject","errorCode":"AccessDenied","x":',
  '"matchedStatements":{"items":[',
  '{"evaluatedEffect":"EXPLICIT_DENY","evaluations":[',
  "$ aws s3 cp '",
  '\naws s3 ls s3://b',
  '$ aws x y-z \\\n',
  "$ aws x y-z --a '{",
  '$(',
  '--a ',
  's3.getObject({Bucket: ',
  "client.getObject({Bucket: 'a', ",
  'new GetObjectCommand({A: {',
  's3://a ',
  'upload failed: x ',
  'https://a.s3.',
  'AWS Lambda does not have ',
  'role arn:aws:iam::1:role/x cannot be assumed by ',
  'Could not access model data at https://x. Please ensure that the role "arn:x" exists "',
  'role x is missing the following permissions: ab:Cdef, ',
  'unable to use Connection: arn:aws:x:',
  'Error: creating IAM Role ',
]

const SHAPES: readonly (readonly [name: string, make: (length: number) => string])[] = [
  ...REPEATED.map((piece) => [piece, (length: number) => piece.repeat(Math.ceil(length / piece.length))] as const),
  ['JSON in strings', nestedStrings],
  ['a policy in a string', policyInString],
  ['sentences of services', sentencesOfServices],
  ['one word', (length) => `upload failed: ${'a'.repeat(length)}`],
  ['dots', (length) => `AccessDenied ${'.'.repeat(length)} with an explicit deny in a session policy`],
]

it.each(SHAPES)('%j: eight times the text takes about eight times as long', (_, make) => {
  const { isLinear, took } = growthOf(parseDenials, make, { length: 8_000 })
  expect(isLinear, `${took.join(' and ')} ms`).toBe(true)
})
