import { describe, expect, it } from 'vitest'
import { buildCase } from '../draft/build/build-case'
import { changeLayers } from './change-layers'
import { applyRepair, checkRepair } from './check-repair'
import { COURSE } from './course/course'
import { judge } from './judge'
import { policy } from './sketch'

describe('lessons', () => {
  it('have ids of their own', () => {
    expect(new Set(COURSE.map(({ id }) => id)).size).toBe(COURSE.length)
  })

  it.each(COURSE)('$id is judged as expected', ({ draft, expect: expected }) => {
    expect(buildCase(draft).missing).toEqual([])
    const { blocking, ...found } = expected
    const evaluation = judge(draft)
    expect(evaluation).toMatchObject({ policy: null, sid: null, ...found })
    if (blocking) expect([...evaluation.blocking].sort()).toEqual([...blocking].sort())
  })

  it.each(COURSE)('$id: AWS’s claim in its error is the layer that is found', ({ draft, expect: expected }) => {
    const { denial } = buildCase(draft)
    expect(denial).not.toBeNull()
    expect([expected.layer, 'unknown']).toContain(denial?.layer)
  })

  it.each(COURSE)('$id has one right answer, and a reply to each', ({ question }) => {
    expect(question.options.filter(({ right }) => right)).toHaveLength(1)
    expect(question.options.length).toBeGreaterThanOrEqual(3)
    for (const { reply } of question.options) expect(reply.length).toBeGreaterThan(10)
  })

  it.each(COURSE)('$id: the reveal speaks of the gate that stops the request', ({ reveal, expect: expected }) => {
    expect(reveal.map(({ gate }) => gate)).toContain(expected.layer)
  })

  it.each(COURSE)('$id: unrepaired it is still denied, by the expected layer', (lesson) => {
    const result = checkRepair(lesson, lesson.draft)
    expect(result).toMatchObject({ outcome: 'stillDenied' })
    expect('blocking' in result && result.blocking).toContain(lesson.expect.layer)
  })

  it.each(COURSE)('$id: the shown repair works', (lesson) => {
    expect(checkRepair(lesson, applyRepair(lesson, 'solution'))).toMatchObject({ outcome: 'works' })
  })

  it.each(COURSE)('$id: a repair that opens too much is told so', (lesson) => {
    expect(checkRepair(lesson, applyRepair(lesson, 'tooOpen'))).toMatchObject({ outcome: 'tooOpen' })
  })

  it.each(COURSE)('$id: each probe is caught by some repair that passes the request', (lesson) => {
    const open = policy('open', [{ Effect: 'Allow', Action: '*', Resource: '*' }])
    const openToAll = policy('open', [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }])
    const { layers } = lesson.draft
    const wide = changeLayers(lesson.draft, {
      identity: [open],
      resource: layers.resource.state === 'given' ? [openToAll] : [],
      boundary: [],
      session: [],
      endpoint: [],
      scp: [],
      rcp: [],
    })
    const repaired = { ...wide, context: { ...wide.context, ...lesson.repair.solution.context } }
    const result = checkRepair(lesson, repaired)
    expect(result).toMatchObject({ outcome: 'tooOpen' })
    expect('opens' in result && result.opens).toEqual(lesson.repair.probes.map(({ opens }) => opens))
  })

  it.each(COURSE)('$id links to AWS’s documentation', ({ page }) => {
    expect(page.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w./#-]+$/)
  })
})

describe('checkRepair', () => {
  const [lesson] = COURSE

  it('does not take another question for a repair', () => {
    if (!lesson) throw new Error('no lesson')
    const other = { ...lesson.draft, request: { ...lesson.draft.request, action: 's3:GetObject' } }
    expect(checkRepair(lesson, other)).toEqual({ outcome: 'otherQuestion' })
  })

  it('takes any repair that works', () => {
    if (!lesson) throw new Error('no lesson')
    const added = changeLayers(lesson.draft, {
      identity: [
        ...lesson.draft.layers.identity.policies,
        policy('uploads', [{ Effect: 'Allow', Action: 's3:Put*', Resource: 'arn:aws:s3:::harbour-menus/*.pdf' }]),
      ],
    })
    expect(checkRepair(lesson, added)).toMatchObject({ outcome: 'works' })
  })

  it('says what is still shut', () => {
    const last = COURSE.at(-1)
    if (!last) throw new Error('no lesson')
    const half = changeLayers(last.draft, { scp: [] })
    expect(checkRepair(last, half)).toMatchObject({ outcome: 'stillDenied', blocking: ['identity', 'boundary'] })
  })
})
