import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../text/parse-json'
import { findCursor } from './policy-cursor'
import { servicesOfPolicy, statementsOf } from './statement-actions'

/** The cursor at the bar in the text. */
const cursorIn = (marked: string) => {
  const offset = marked.indexOf('|')
  const text = marked.slice(0, offset) + marked.slice(offset + 1)
  return findCursor(parseJson(text).root, text, offset)
}

describe('findCursor', () => {
  it.each([
    ['{"Statement": [{"Action": "s3:Ge|t"}]}', 'value', ['Statement', 0, 'Action'], 's3:Ge', true],
    ['{"Statement": [{"Action": ["s3:GetObject", "|"]}]}', 'value', ['Statement', 0, 'Action', 1], '', true],
    ['{"Statement": [{"Action": ["s3:GetObject", |]}]}', 'value', ['Statement', 0, 'Action', 1], '', false],
    ['{"Statement": [{"Action": [|]}]}', 'value', ['Statement', 0, 'Action', 0], '', false],
    ['{"Statement": [{"Action": "s3:|', 'value', ['Statement', 0, 'Action'], 's3:', true],
    ['{"Statement": {"Effect": |}}', 'value', ['Statement', 'Effect'], '', false],
    ['{"Statement": [{"Effect": "Allow", "Ac|"}]}', 'key', ['Statement', 0], 'Ac', true],
    ['{"Statement": [{"Effect": "Allow", |}]}', 'key', ['Statement', 0], '', false],
    ['{"Statement": [{"Condition": {"String|": {"a:b": "c"}}}]}', 'key', ['Statement', 0, 'Condition'], 'String', true],
    ['{"Statement": [{"Condition": {"Bool": {"|"}}}]}', 'key', ['Statement', 0, 'Condition', 'Bool'], '', true],
    ['{|}', 'key', [], '', false],
  ] as const)('%s', (marked, at, path, before, quoted) => {
    const cursor = cursorIn(marked)
    expect(cursor).toMatchObject({ at, path, before, quoted })
  })

  it('knows what stands around it', () => {
    expect(cursorIn('{"Version": "2012-10-17", "|": 1, "Id": "x"}')).toMatchObject({
      siblings: ['Version', 'Id'],
      hasValue: true,
    })
    expect(cursorIn('{"Statement": [{"Action": ["a:B", "|", "c:D"]}]}')).toMatchObject({ values: ['a:B', 'c:D'] })
    expect(cursorIn('{"Statement": [{"Sid": "A", "Action": "|"}, {"Sid": "B"}]}')?.statement?.kind).toBe('object')
  })

  it('finds nothing to type where nothing belongs', () => {
    expect(cursorIn('{"Effect": "Allow" |}')).toBeNull()
    expect(cursorIn('|')).toBeNull()
    expect(cursorIn('{"a": 1}   |')).toBeNull()
  })

  it('never throws, and its span lies in the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', 'Statement', 'a', ' ', '\n') }),
        fc.nat(60),
        (text, at) => {
          const offset = Math.min(at, text.length)
          const cursor = findCursor(parseJson(text).root, text, offset)
          return (
            cursor === null || (cursor.span[0] <= offset && offset <= cursor.span[1] && cursor.span[1] <= text.length)
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})

it('lists the services that a policy speaks of', () => {
  const { root } = parseJson(
    '{"Statement": [{"Action": ["S3:GetObject", "*"], "Condition": {"Bool": {"kms:x": "true"}}}, {"NotAction": "iam:*"}]}',
  )
  expect(statementsOf(root)).toHaveLength(2)
  expect(servicesOfPolicy(root)).toEqual(['iam', 'kms', 's3'])
})
