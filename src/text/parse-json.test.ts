import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JSON_MESSAGES } from './json-messages'
import type { JsonNode } from './json-node'
import { valueOfNode } from './json-value'
import { parseJson } from './parse-json'
import { createSource } from './source'

function* nodes(node: JsonNode): Generator<JsonNode> {
  yield node
  if (node.kind === 'array') for (const item of node.items) yield* nodes(item)
  if (node.kind === 'object') for (const { value } of node.members) yield* nodes(value)
}

const codes = (text: string) => parseJson(text).problems.map(({ code }) => code)

describe('parseJson', () => {
  test('reads what JSON.parse reads, and every place reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, space) => {
        const text = JSON.stringify(value, null, space)
        const { root, problems } = parseJson(text)
        expect(problems).toEqual([])
        if (root === null) throw new Error('nothing was read')
        expect(JSON.stringify(valueOfNode(root))).toBe(JSON.stringify(JSON.parse(text)))
        for (const node of nodes(root)) {
          expect(JSON.stringify(JSON.parse(text.slice(...node.span)))).toBe(JSON.stringify(valueOfNode(node)))
        }
      }),
    )
  })

  test('passes over a byte order mark before the text, and only there', () => {
    const { root, problems } = parseJson('\uFEFF {"a":1}')
    expect(problems).toEqual([])
    expect(root?.span).toEqual([2, 9])
    expect(codes('{\uFEFF"a":1}')).not.toEqual([])
    expect(codes('\uFEFF')).not.toEqual([])
  })

  test('throws on no text, and places every problem in it', () => {
    const almost = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', 'a', '1', '\\', ' ', '\n', 'true'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(fc.oneof(fc.string(), almost), (text) => {
        const { root, problems } = parseJson(text)
        for (const { code, span } of problems) {
          expect(Object.keys(JSON_MESSAGES)).toContain(code)
          expect(span?.[0]).toBeGreaterThanOrEqual(0)
          expect(span?.[1]).toBeLessThanOrEqual(text.length)
        }
        if (problems.length === 0) expect(root).not.toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['', 'json-empty'],
    ['{"a":1,}', 'json-trailing-comma'],
    ['[1,\n]', 'json-trailing-comma'],
    ['{"a":1,,"b":2}', 'json-property-name-expected'],
    ['{"a":}', 'json-value-expected'],
    ['{"a" 1}', 'json-colon-expected'],
    ['{"a":1 "b":2}', 'json-comma-expected'],
    ['[1', 'json-close-bracket-expected'],
    ['{"a":1', 'json-close-brace-expected'],
    ['{} 1', 'json-end-expected'],
    ['{"a":1,"a":2}', 'json-duplicate-key'],
    ['// note\n{}', 'json-comment'],
    ['["a', 'json-unterminated-string'],
    ['["\\x"]', 'json-invalid-escape'],
    ['['.repeat(100), 'json-too-deep'],
    ['['.repeat(100_000), 'json-too-deep'],
    [`"${'a'.repeat(1_000_001)}"`, 'json-too-long'],
    [`[${'1,'.repeat(250_000)}1]`, 'json-too-many-values'],
  ])('names what is wrong (%#)', (text, code) => {
    expect(codes(text)).toContain(code)
  })

  test('a key that stands twice is found in large objects too', () => {
    const members = Array.from({ length: 20 }, (_, i) => `"k${i}":1`)
    expect(codes(`{${[...members, '"k3":2'].join()}}`)).toEqual(['json-duplicate-key'])
  })

  test('keeps what can be read of broken JSON', () => {
    const { root } = parseJson('{"Statement":[{"Effect":"Allow","Action":"s3:*"}')
    expect(root && valueOfNode(root)).toEqual({ Statement: [{ Effect: 'Allow', Action: 's3:*' }] })
  })
})

describe('createSource', () => {
  test('lines and columns lead back to their offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é') }), fc.nat(40), (text, offset) => {
        const source = createSource(text)
        const at = Math.min(offset, text.length)
        expect(source.offsetAt(source.positionAt(at))).toBe(at)
        expect(source.positionAt(at).line).toBe(text.slice(0, at).split('\n').length)
      }),
    )
  })

  test('what lies outside is clamped', () => {
    const source = createSource('ab\ncd')
    expect([source.positionAt(-1), source.positionAt(99)]).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 3 },
    ])
    expect([
      source.offsetAt({ line: 0, column: 1 }),
      source.offsetAt({ line: 1, column: 9 }),
      source.offsetAt({ line: 9, column: 1 }),
    ]).toEqual([0, 2, 5])
  })
})
