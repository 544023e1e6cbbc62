import { expect, it } from 'vitest'
import { respaced } from './respaced'

const ONE_LINE = '{"Statement":[{"Action":"s3:Get Object"}]}'
const LAID_OUT = JSON.stringify(JSON.parse(ONE_LINE), null, 2)

it('finds a value again where the text was laid out', () => {
  const at = LAID_OUT.indexOf('"s3:Get Object"')
  const span = respaced(LAID_OUT, [at, at + 15], ONE_LINE)
  expect(span && ONE_LINE.slice(...span)).toBe('"s3:Get Object"')
})

it('finds a whole statement, from its first to its last bracket', () => {
  const [start, end] = [LAID_OUT.indexOf('{', 2), LAID_OUT.lastIndexOf(']')]
  const span = respaced(LAID_OUT, [start, LAID_OUT.lastIndexOf('}', end) + 1], ONE_LINE)
  expect(span && ONE_LINE.slice(...span)).toBe('{"Action":"s3:Get Object"}')
})

it('finds nothing in a text of other signs', () => {
  expect(respaced(LAID_OUT, [0, 1], ONE_LINE.replace('Get', 'Put'))).toBeNull()
  expect(respaced(LAID_OUT, [0, 1], ONE_LINE.replace(':"s3', ':"\\u0073\\u0033'))).toBeNull()
})
