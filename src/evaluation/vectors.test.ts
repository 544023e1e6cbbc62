import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { answerLines } from '../testing/answer-lines'
import { compileCase, compileDecisions, evaluate } from './evaluate'
import { REFUSALS } from './reasons'
import { caseOf, EXPECTED_FIELDS, observed, SWEEP, SWEEP_CONTEXT, type Vector } from '../testing/vector'

const FIELDS: readonly string[] = [
  'id',
  'why',
  'request',
  'policies',
  'facts',
  'holes',
  'looseHoles',
  'filled',
  'expect',
]

const folder = new URL('./vectors/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Vector[]

/** The whole answer to each vector, so that a change of any part of it shows; RECORD=1 writes them anew. */
const RECORDED = new URL('./recorded-answers.json', import.meta.url)
const recording = process.env.RECORD === '1'
const recorded = recording ? {} : (JSON.parse(readFileSync(RECORDED, 'utf8')) as Record<string, readonly string[]>)
afterAll(() => {
  if (recording) writeFileSync(RECORDED, `${JSON.stringify(recorded, null, 1)}\n`)
})

test('each vector has an id of its own', () => {
  const ids = files.flatMap(read).map(({ id }) => id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

test('each refusal of a service decides in a vector', () => {
  const decisive = new Set(files.flatMap(read).flatMap(({ expect: { because } }) => because))
  const untold = Object.keys(REFUSALS).filter((code) => ![...decisive].some((line) => line.endsWith(` ${code}`)))
  expect(untold).toEqual([])
})

describe.each(files)('%s', (file) => {
  const vectors = read(file)

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

  test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const { request, expect: wanted, why } = vector
    const accessCase = caseOf(vector)
    const got = evaluate(accessCase)
    expect(observed(wanted, got), why).toEqual(wanted)
    const compiled = compileCase(accessCase)
    const decided = compileDecisions(accessCase)
    // What is not known of action and resource is asked of no sweep.
    if (request.action === '' || request.resource === '') return
    for (const action of SWEEP) {
      const asked = { ...request, action, context: { ...request.context, ...SWEEP_CONTEXT } }
      expect(compiled(action, request.resource, SWEEP_CONTEXT), action).toEqual(
        evaluate({ ...accessCase, request: asked }),
      )
    }
    expect(compiled(request.action, request.resource), 'compiled once').toEqual(got)
    for (const action of [...SWEEP, request.action]) {
      const { decision, layer } = compiled(action, request.resource)
      expect(decided(action, request.resource), action).toMatchObject({ decision, layer })
    }
    if (recording) recorded[vector.id] = answerLines(got)
    // A vector that is newer than the record has nothing to have changed from.
    if (Object.hasOwn(recorded, vector.id)) expect(answerLines(got), why).toEqual(recorded[vector.id])
  })
})
