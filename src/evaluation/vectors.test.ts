import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { answerLines } from '../testing/answer-lines'
import { compileCase, compileDecisions, evaluate } from './evaluate'
import { LIMITS, REFUSALS } from './reason-codes'
import { caseOf, EXPECTED_FIELDS, observed, SWEEP, SWEEP_CONTEXT, type Vector } from '../testing/vector'
import { vectorFiles } from '../testing/read-vectors'

const FIELDS: readonly string[] = [
  'id',
  'why',
  'request',
  'policies',
  'facts',
  'holes',
  'looseHoles',
  'holeForms',
  'filled',
  'withReference',
  'expect',
]

const files = vectorFiles<Vector>('evaluation/vectors')
const all = files.flatMap(({ vectors }) => vectors)

/**
 * A hash of the whole answer to each vector, so that a change of any part of it shows. RECORD=1 writes them anew; ANSWERS=FILE
 * writes the answers themselves, to compare those before a change with those after it.
 */
const RECORDED = new URL('./recorded-answers.json', import.meta.url)
const { RECORD: isRecording = '', ANSWERS: answersTo = '' } = process.env
const recorded = new Map(Object.entries(JSON.parse(readFileSync(RECORDED, 'utf8')) as Record<string, string>))
const answers = new Map<string, readonly string[]>()
const hashOf = (lines: readonly string[]) => createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12)
afterAll(() => {
  const hashes = [...answers].map(([id, lines]) => [id, hashOf(lines)])
  if (isRecording !== '') writeFileSync(RECORDED, `${JSON.stringify(Object.fromEntries(hashes), null, 1)}\n`)
  if (answersTo !== '') writeFileSync(answersTo, `${JSON.stringify(Object.fromEntries(answers), null, 1)}\n`)
})

/** Of a case compiled once, other actions are asked too; the laws ask the same of arbitrary cases. */
const SWEPT_ONE_IN = 10

test('each vector has an id of its own', () => {
  const ids = all.map(({ id }) => id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

test('no two vectors ask the same', () => {
  const first = new Map<string, string>()
  const again = all.flatMap(({ id, why: _why, expect: _expect, ...asked }) => {
    const question = JSON.stringify(asked)
    const other = first.get(question)
    first.set(question, other ?? id)
    return other === undefined ? [] : [[other, id]]
  })
  expect(again).toEqual([])
})

test('each answer that is recorded is one to a vector', () => {
  const ids = new Set(all.map(({ id }) => id))
  expect([...recorded.keys()].filter((id) => !ids.has(id))).toEqual([])
})

test('each refusal of a service decides in a vector', () => {
  const decisive = new Set(all.flatMap(({ expect: { because } }) => because))
  const untold = REFUSALS.filter((code) => ![...decisive].some((line) => line.endsWith(` ${code}`)))
  expect(untold).toEqual([])
})

describe.each(files)('$file', ({ vectors }) => {
  test('holds only known fields, why it is decided so, and what settles what depends', () => {
    const unknown = vectors.flatMap((vector) => [
      ...Object.keys(vector).filter((field) => !FIELDS.includes(field)),
      ...Object.keys(vector.expect).filter((field) => !EXPECTED_FIELDS.includes(field)),
    ])
    expect(unknown).toEqual([])
    for (const { id, why, expect: wanted } of vectors) {
      expect(wanted.because, id).toBeDefined()
      expect(wanted.settles !== undefined, id).toBe(wanted.decision === 'depends')
      expect(why, id).toMatch(/^(?!\.\.\.|\s).*[^.\s]$/)
    }
  })

  test.each(vectors.map((vector, index) => [vector.id, vector, index] as const))('%s', (_id, vector, index) => {
    const { request, expect: wanted, why } = vector
    const accessCase = caseOf(vector)
    const known = vector.withReference ? { reference: BUILT_REFERENCE } : {}
    const got = evaluate(accessCase, known)
    expect(observed(wanted, got, request.action), why).toEqual(wanted)
    answers.set(vector.id, answerLines(got))
    const isRecorded = isRecording !== '' || recorded.get(vector.id) === hashOf(answerLines(got))
    expect(isRecorded ? [] : answerLines(got), `${why}: another answer than the one that is recorded`).toEqual([])
    // What is not known of action and resource is asked of no sweep.
    if (request.action === '' || request.resource === '') return
    const compiled = compileCase(accessCase, known)
    expect(compiled(request.action, request.resource), 'compiled once').toEqual(got)
    if (index % SWEPT_ONE_IN !== 0) return
    const decided = compileDecisions(accessCase, known)
    for (const action of [...SWEEP, request.action]) {
      const asked = { ...request, action, context: { ...request.context, ...SWEEP_CONTEXT } }
      expect(compiled(action, request.resource, SWEEP_CONTEXT), action).toEqual(
        evaluate({ ...accessCase, request: asked }, known),
      )
      const { decision, layer } = compiled(action, request.resource)
      expect(decided(action, request.resource), action).toMatchObject({ decision, layer })
    }
  })
})

test('every limit is told by the answer to some vector', () => {
  const told = new Set(
    [...answers.values()].flatMap((lines) =>
      lines.flatMap((line) => (line.startsWith('limits ') ? line.slice('limits '.length).split(',') : [])),
    ),
  )
  expect(LIMITS.filter((limit) => !told.has(limit))).toEqual([])
})
