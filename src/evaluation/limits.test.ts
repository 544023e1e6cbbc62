import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LIMITS } from './reasons'

it('every limit is told by the answer to some vector', () => {
  const recorded = JSON.parse(readFileSync(new URL('./recorded-answers.json', import.meta.url), 'utf8')) as Record<
    string,
    readonly string[]
  >
  const told = new Set(
    Object.values(recorded).flatMap((lines) =>
      lines.flatMap((line) => (line.startsWith('limits ') ? line.slice('limits '.length).split(',') : [])),
    ),
  )
  expect(Object.keys(LIMITS).filter((limit) => !told.has(limit))).toEqual([])
})
