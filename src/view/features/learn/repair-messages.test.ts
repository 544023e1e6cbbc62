import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../../../draft/draft'
import type { Opening } from '../../../lessons/likely-requests'
import { plainText } from '../../../text/phrase'
import { repairMessage } from './repair-messages'

const telling = EMPTY_DRAFT
const request = { principal: 'arn:aws:iam::111122223333:user/a', action: 's3:GetObject', resource: 'arn:aws:s3:::b' }
const opening: Opening = {
  layer: null,
  actions: ['s3:GetObject'],
  caller: null,
  listed: [],
  sentence: [{ text: 's3:GetObject on b.' }],
  witness: { request, before: 'implicitDeny', after: 'allowed' },
}

describe('what is said of a repair', () => {
  it.each([
    [['a', 'b'], [], 'also allows a and b'],
    [[], ['a', 'b'], 'may also allow a and b'],
    [['a'], ['b'], 'also allows a, and may also allow b'],
  ])('that opens %s, and perhaps %s', (opens, mayOpen, said) => {
    expect(repairMessage({ outcome: 'tooOpen', opens, mayOpen, telling }, 2).text).toBe(
      `The request passes, but this repair ${said}. Can it be narrower?`,
    )
  })

  it.each([
    [['a'], [], 'denies a'],
    [[], ['a'], 'may deny a'],
    [['a'], ['b'], 'denies a, and may deny b'],
  ])('that takes away %s, and perhaps %s', (lacks, mayLack, said) => {
    expect(repairMessage({ outcome: 'tooNarrow', lacks, mayLack, telling }, 2).text).toBe(
      `The request passes, but the task asks for more: this repair ${said}.`,
    )
  })

  it('that works: with the room that it leaves', () => {
    const said = (leavesRoom: readonly Opening[], isProven = true) =>
      repairMessage({ outcome: 'works', compared: { opens: [], loses: [], leavesRoom, alsoAllows: [], isProven } }, 0)
    expect(said([opening])).toMatchObject({
      tone: 'allow',
      text: expect.stringContaining('wider than necessary') as string,
    })
    expect(said([]).text).toContain('nothing was taken away')
    expect(said([], false).text).toContain('Not every kind of request could be tried')
  })

  it('that works: with what else it allows, and after that the room', () => {
    const room = { ...opening, layer: 'session' } as const
    const compared = { opens: [], loses: [], leavesRoom: [room], alsoAllows: [opening], isProven: true }
    const { text, items = [] } = repairMessage({ outcome: 'works', compared }, 0)
    expect(text).toContain('also allows')
    expect(items.map(plainText)).toEqual([
      's3:GetObject on b.',
      expect.stringContaining('wider than necessary'),
      'Session policy: s3:GetObject on b.',
    ])
  })

  it('that is wide: each request, for whom, and by which layer alone; of many the rest as a number', () => {
    const other = { ...opening, layer: 'resource', caller: { principal: 'anonymous', is: 'anonymous' } } as const
    const many = Array.from({ length: 8 }, () => opening)
    const said = (opens: readonly Opening[]) =>
      repairMessage(
        { outcome: 'wide', compared: { opens, loses: [], leavesRoom: [], alsoAllows: [], isProven: true } },
        0,
      )
    expect(said([other])).toMatchObject({ tone: 'depends' })
    expect(said([other]).items?.map(plainText)).toEqual([
      'Resource-based policy: s3:GetObject on b. For: anyone, even without signing in.',
    ])
    expect(said(many).items?.map(plainText).at(-1)).toBe('2 more')
  })

  it('that takes something away: it is told, and is no repair', () => {
    const compared = { opens: [], loses: [opening], leavesRoom: [], alsoAllows: [], isProven: true }
    const said = repairMessage({ outcome: 'loses', compared }, 0)
    expect(said).toMatchObject({ tone: 'depends', text: expect.stringContaining('removes') as string })
    expect(said.items).toHaveLength(1)
  })
})
