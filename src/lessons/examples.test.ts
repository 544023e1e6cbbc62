import { describe, expect, it } from 'vitest'
import { EXAMPLES } from './examples'
import type { Draft, DraftPolicy } from '../draft/draft'

const policiesOf = ({ layers }: Draft): readonly DraftPolicy[] => [
  ...[layers.identity, layers.resource, layers.boundary, layers.session, layers.endpoint].flatMap((l) => l.policies),
  ...[layers.scps, layers.rcps].flatMap((l) => l.levels.flatMap((level) => level.policies)),
]

describe('examples', () => {
  it('have ids of their own', () => {
    expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length)
  })

  it.each(EXAMPLES)('$id holds an error and policies that are JSON', ({ draft }) => {
    expect(draft.paste).toMatch(/User: arn:aws:\S+ is not authorized/)
    expect(policiesOf(draft).length).toBeGreaterThan(0)
    for (const { text } of policiesOf(draft)) expect(JSON.parse(text)).toHaveProperty('Statement')
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
