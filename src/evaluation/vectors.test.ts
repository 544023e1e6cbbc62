import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import type { AccessCase } from '../case/access-case'
import { answerLines } from './answer-lines'
import { decisiveLines, settlementLine } from './decisive-lines'
import { compileCase, compileDecisions, evaluate } from './evaluate'
import type { Decision, Evaluation } from './evaluation'
import type { Layer } from '../iam/layers'

interface Vector extends Omit<AccessCase, 'version'> {
  readonly id: string
  readonly why: string
  readonly expect: {
    readonly decision: Decision
    readonly layer?: Layer | 'none'
    /** Where AWS does not document which of several denying layers it names. */
    readonly layerAnyOf?: readonly Layer[]
    readonly policy?: string | null
    readonly sid?: string | null
    readonly blocking?: readonly Layer[]
    readonly keys?: readonly string[]
    readonly layers?: readonly Layer[]
    readonly limits?: readonly string[]
    /** The decisions to which it can be settled, sorted. */
    readonly ends?: readonly string[]
    /** A reason code that must stand somewhere in the answer. */
    readonly reason?: string
    /** Why it is decided so, all of it: the lines of `decisiveLines`. */
    readonly because?: readonly string[]
    /** What would settle it, all of it: the lines of `settlementLine`, in any order. */
    readonly settles?: readonly string[]
  }
}

const FIELDS = new Set(['id', 'why', 'request', 'policies', 'facts', 'expect'])
const EXPECTED = new Set([
  'decision',
  'layer',
  'layerAnyOf',
  'policy',
  'sid',
  'blocking',
  'keys',
  'layers',
  'limits',
  'ends',
  'reason',
  'because',
  'settles',
])

/** Actions that a case compiled once is asked of, with keys of their own. */
const SWEEP = ['ec2:RunInstances', 's3:GetObject', 'sts:AssumeRole', 'sqs:SendMessage']
const ADDED = { 'demo:k': '5', 'aws:TagKeys': ['x'], 'aws:PrincipalTag/t': 'y' }

const folder = new URL('./vectors/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

/** The whole answer to each vector, so that a change of any part of it shows; RECORD=1 writes them anew. */
const RECORDED = new URL('./recorded-answers.json', import.meta.url)
const recording = process.env.RECORD === '1'
const recorded = recording ? {} : (JSON.parse(readFileSync(RECORDED, 'utf8')) as Record<string, readonly string[]>)
afterAll(() => {
  if (recording) writeFileSync(RECORDED, `${JSON.stringify(recorded, null, 1)}\n`)
})

function reasonsOf({ layers }: Evaluation): ReadonlySet<string> {
  const reasons = new Set<string>()
  for (const layer of layers) {
    reasons.add(layer.reason)
    for (const level of layer.levels ?? []) reasons.add(level.reason)
    for (const element of layer.statements.flatMap(({ elements }) => elements)) {
      reasons.add(element.reason)
      for (const { reason } of element.values) reasons.add(reason)
    }
  }
  return reasons
}

describe.each(files)('%s', (file) => {
  const vectors = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly Vector[]

  test('holds only known fields, and each id once', () => {
    const unknown = vectors.flatMap((vector) => [
      ...Object.keys(vector).filter((field) => !FIELDS.has(field)),
      ...Object.keys(vector.expect).filter((field) => !EXPECTED.has(field)),
    ])
    expect(unknown).toEqual([])
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length)
  })

  test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const { request, policies, facts, expect: wanted, why } = vector
    const accessCase = {
      version: 1 as const,
      request,
      policies: policies ?? {},
      ...(facts === undefined ? {} : { facts }),
    }
    const got = evaluate(accessCase)
    const compiled = compileCase(accessCase)
    const decided = compileDecisions(accessCase)
    for (const action of SWEEP) {
      const asked = { ...request, action, context: { ...request.context, ...ADDED } }
      expect(compiled(action, request.resource, ADDED), action).toEqual(evaluate({ ...accessCase, request: asked }))
    }
    expect(compiled(request.action, request.resource), 'compiled once').toEqual(got)
    for (const action of [...SWEEP, request.action]) {
      const { decision, layer } = compiled(action, request.resource)
      expect(decided(action, request.resource), action).toMatchObject({ decision, layer })
    }
    expect(got.decision, why).toBe(wanted.decision)
    if (wanted.layer !== undefined) expect(got.layer, why).toBe(wanted.layer)
    if (wanted.layerAnyOf !== undefined) expect(wanted.layerAnyOf, why).toContain(got.layer)
    if (wanted.policy !== undefined) expect(got.policy, why).toBe(wanted.policy)
    if (wanted.sid !== undefined) expect(got.sid, why).toBe(wanted.sid)
    if (wanted.blocking !== undefined) expect(got.blocking, why).toEqual(wanted.blocking)
    if (wanted.keys !== undefined) expect([...got.dependsOn.keys].sort(), why).toEqual([...wanted.keys].sort())
    if (wanted.layers !== undefined) expect([...got.dependsOn.layers].sort(), why).toEqual([...wanted.layers].sort())
    for (const limit of wanted.limits ?? []) expect(got.limits, why).toContain(limit)
    if (wanted.ends !== undefined)
      expect([...new Set(got.settlements.map(({ decision }) => decision))].sort(), why).toEqual(wanted.ends)
    if (wanted.reason !== undefined) expect([...reasonsOf(got)], why).toContain(wanted.reason)
    if (wanted.because !== undefined) expect(decisiveLines(got), why).toEqual(wanted.because)
    if (wanted.settles !== undefined)
      expect(got.settlements.map(settlementLine).sort(), why).toEqual([...wanted.settles].sort())
    if (recording) recorded[vector.id] = answerLines(got)
    // A vector that is newer than the record has nothing to have changed from.
    if (Object.hasOwn(recorded, vector.id)) expect(answerLines(got), why).toEqual(recorded[vector.id])
  })
})
