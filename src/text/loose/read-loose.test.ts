import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growthOf } from '../../testing/growth'
import type { JsonNode } from '../json-node'
import { valueOfNode } from '../json-value'
import { readLoose } from './read-loose'

const HINTS = {
  isMember: (key: string) => key === 'Effect' || key === 'Action',
  isValue: (text: string) => text === 'Allow',
}
const values = (text: string) => readLoose(text, HINTS).roots.map(({ node }) => valueOfNode(node))

const PIECES =
  `{ } [ ] ( ) , : = ; " ' \` “ ” ’ \n \\ + . ? => ... … // # /* */ <<EOF EOF \${ """ ''' a b.c new f" for if const "Effect" 'x' 12 null """`
    .split(' ')
    .concat(' ', '\n')

function* nodesOf(node: JsonNode): Generator<JsonNode> {
  yield node
  if (node.kind === 'array') for (const item of node.items) yield* nodesOf(item)
  if (node.kind === 'object') for (const { value } of node.members) yield* nodesOf(value)
}

describe('readLoose', () => {
  it.each([
    ['{"a": 1, b: [true, None, undefined,],}', { a: 1, b: [true, null, null] }],
    ["{'a': 'it\\'s', \"b\": `two\nlines`}", { a: "it's", b: 'two\nlines' }],
    ['{a = ["x" "y"]\n b = 2 }', { a: ['x', 'y'], b: 2 }],
    ['{"a": ["x", "y", "b": "z"}', { a: ['x', 'y'], b: 'z' }],
    ['{"a": {"b": "c", "d": ["e"', { a: { b: 'c', d: ['e'] } }],
    ['{ a: first + "-" + second.name }', { a: '${first}-${second.name}' }],
    ['{ a: call(1, x = "y") }', { a: { 'call()': [1, { x: 'y' }] } }],
    ['{ a: <<-EOT\n  {"b": 1}\n  EOT\n  c: 2 }', { a: '  {"b": 1}\n', c: 2 }],
    ['block "label" { a = 1 }', { 'block label': { a: 1 } }],
  ])('reads %j', (text, value) => {
    expect(values(text)).toEqual([value])
  })

  // `${…}` is read as what templates write.
  const plain = fc.string().filter((text) => !text.includes('$'))
  const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.oneof(plain, fc.nat(), fc.boolean(), fc.constant(null)),
    tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), fc.array(tie('tree')), fc.dictionary(fc.string(), tie('tree'))),
  }))

  it('reads what JSON says as JSON does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), tree), (value) => {
        expect(values(JSON.stringify(value))).toEqual([JSON.parse(JSON.stringify(value))])
      }),
      { numRuns: 300 },
    )
  })

  it('throws on nothing, and its places lie in the text', () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((list) => list.join('')),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(anything, (text) => {
        for (const { node } of readLoose(text, HINTS).roots)
          for (const { span } of nodesOf(node)) {
            expect(span[0]).toBeGreaterThanOrEqual(0)
            expect(span[1]).toBeGreaterThanOrEqual(span[0])
            expect(span[1]).toBeLessThanOrEqual(text.length)
          }
      }),
      { numRuns: 3_000 },
    )
  })

  it('takes time in proportion to the length of a text', () => {
    const pieces = [
      '{a: [',
      'f(',
      '"',
      "'x ",
      'a = ',
      'a + ',
      '<<E\n',
      '/*',
      '{"a": "b", ',
      'x {\n',
      '(a) => {',
      '...\n',
    ]
    const read = (text: string) => {
      for (const piece of pieces) readLoose(piece.repeat(text.length / piece.length), HINTS)
    }
    expect(growthOf(read, (length) => 'a'.repeat(length), { length: 10_000 })).toMatchObject({ isLinear: true })
  })
})
