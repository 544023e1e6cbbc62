import { describe, expect, it } from 'vitest'
import { buildCase } from '../draft/build/build-case'
import type { Draft } from '../draft/draft'
import { policiesOn, containersOf } from '../draft/edit/edit-layers'
import { explain } from '../explanation/explain'
import { CAUSES, type ExampleCause } from './causes'
import { EXAMPLES } from './examples'
import { GALLERY } from './gallery/gallery'
import { judge } from './judge'
import type { CaseLayer } from '../iam/layers'

const policiesOf = ({ layers }: Draft) =>
  (Object.keys(layers) as CaseLayer[]).flatMap((layer) =>
    containersOf(layers, layer).flatMap((shelf) => policiesOn(layers, shelf)),
  )

const findingsOf = (draft: Draft) => {
  const { accessCase, denial } = buildCase(draft)
  return explain({ evaluation: judge(draft), accessCase, denial }).findings.map(({ code }) => code)
}

describe('examples', () => {
  it('are six on the empty page, and at least 24 in the gallery', () => {
    expect(EXAMPLES).toHaveLength(6)
    expect(GALLERY.length).toBeGreaterThanOrEqual(24)
  })

  it('cover every cause', () => {
    const causes = new Set(GALLERY.map(({ cause }) => cause))
    expect((Object.keys(CAUSES) as ExampleCause[]).filter((cause) => !causes.has(cause))).toEqual([])
  })

  it('have ids of their own', () => {
    expect(new Set(GALLERY.map(({ id }) => id)).size).toBe(GALLERY.length)
  })

  it.each(GALLERY)('$id holds an error and policies that are JSON', ({ draft }) => {
    expect(draft.paste).toMatch(/User: arn:aws:\S+ is not authorized|Not authorized to perform/)
    expect(policiesOf(draft).length).toBeGreaterThan(0)
    for (const { text } of policiesOf(draft)) expect(JSON.parse(text)).toHaveProperty('Statement')
  })

  it.each(GALLERY)('$id is judged as expected', ({ draft, expect: expected }) => {
    expect(buildCase(draft).missing).toEqual([])
    const { finding, ...found } = expected
    expect(judge(draft)).toMatchObject({ policy: null, sid: null, ...found })
    if (finding !== undefined) expect(findingsOf(draft)).toContain(finding)
  })

  it('quote the upload error word for word', () => {
    expect(EXAMPLES[0]?.draft.paste).toBe(
      [
        'An error occurred (AccessDenied) when calling the PutObject operation:',
        'User: arn:aws:iam::123456789012:user/deploy-bot is not authorized to',
        'perform: s3:PutObject on resource:',
        '"arn:aws:s3:::my-bucket/uploads/file.txt"',
        'because no identity-based policy allows the s3:PutObject action',
      ].join('\n'),
    )
  })
})
