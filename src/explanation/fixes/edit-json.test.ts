import { describe, expect, it } from 'vitest'
import type { JsonNode } from '../../text/json-node'
import { parseJson } from '../../text/parse-json'
import { applyEdits, type TextEdit } from '../../text/text-edit'
import { addValue, appendMember, appendStatement, removeItem } from './edit-json'

const parse = (text: string): JsonNode => {
  const { root } = parseJson(text)
  if (root === null) throw new Error(`no JSON: ${text}`)
  return root
}

const edited = (text: string, edit: TextEdit | null): string => applyEdits(text, edit ? [edit] : [])

describe('appendStatement', () => {
  const statement = { Effect: 'Allow', Action: 's3:PutObject' }

  it('keeps the indentation of statements over lines', () => {
    const text = '{\n    "Statement": [\n        {\n            "Effect": "Deny"\n        }\n    ]\n}\n'
    expect(edited(text, appendStatement(text, parse(text), statement))).toBe(
      '{\n    "Statement": [\n        {\n            "Effect": "Deny"\n        },\n        {\n            "Effect": "Allow",\n            "Action": "s3:PutObject"\n        }\n    ]\n}\n',
    )
  })

  it('keeps a policy of one line in one line', () => {
    const text = '{"Statement":[{"Effect":"Deny"}]}'
    expect(edited(text, appendStatement(text, parse(text), statement))).toBe(
      '{"Statement":[{"Effect":"Deny"}, { "Effect": "Allow", "Action": "s3:PutObject" }]}',
    )
  })

  it('makes a list of a single statement', () => {
    const text = '{ "Statement": { "Effect": "Deny" } }'
    expect(JSON.parse(edited(text, appendStatement(text, parse(text), statement)))).toEqual({
      Statement: [{ Effect: 'Deny' }, statement],
    })
  })

  it('keeps Windows line ends', () => {
    const text = '{\r\n  "Statement": [\r\n    {}\r\n  ]\r\n}'
    expect(edited(text, appendStatement(text, parse(text), 1))).toBe(
      '{\r\n  "Statement": [\r\n    {},\r\n    1\r\n  ]\r\n}',
    )
  })

  it('fills an empty list', () => {
    const text = '{\n  "Statement": []\n}'
    expect(edited(text, appendStatement(text, parse(text), 1))).toBe('{\n  "Statement": [\n    1\n  ]\n}')
  })

  it.each(['[]', '"text"', '{"Statement":"text"}'])('leaves %s alone', (text) => {
    expect(appendStatement(text, parse(text), statement)).toBeNull()
  })
})

describe('values and members', () => {
  it('adds a value to a list in one line', () => {
    const text = '["a", "b"]'
    expect(edited(text, addValue(text, parse(text), 'c'))).toBe('["a", "b", "c"]')
  })

  it('adds a value to a list over lines', () => {
    const text = '[\n  "a"\n]'
    expect(edited(text, addValue(text, parse(text), 'c'))).toBe('[\n  "a",\n  "c"\n]')
  })

  it('makes a list of one value', () => {
    const text = '"a"'
    expect(edited(text, addValue(text, parse(text), 'c'))).toBe('["a", "c"]')
  })

  it.each([
    [0, '["b"]'],
    [1, '["a"]'],
  ])('takes item %i out', (index, expected) => {
    const text = '["a", "b"]'
    const node = parse(text)
    expect(node.kind === 'array' && edited(text, removeItem(node, index))).toBe(expected)
  })

  it('puts a member behind the last', () => {
    const text = '{\n\t"a": 1\n}'
    const node = parse(text)
    expect(node.kind === 'object' && edited(text, appendMember(text, node, 'b', { c: 1 }))).toBe(
      '{\n\t"a": 1,\n\t"b": {\n\t\t"c": 1\n\t}\n}',
    )
  })
})
