import { describe, expect, it } from 'vitest'
import { textDiff } from './text-diff'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`)

describe('textDiff', () => {
  it('shows changes that are apart as such, without what stands between them', () => {
    const before = lines(40)
    const after = before.with(3, 'first').with(30, 'second')
    const told = textDiff(before.join('\n'), after.join('\n'))
    expect(told.split('\n')).toEqual([
      ' line 1',
      ' line 2',
      '-line 3',
      '+first',
      ' line 4',
      ' line 5',
      ' …',
      ' line 28',
      ' line 29',
      '-line 30',
      '+second',
      ' line 31',
      ' line 32',
    ])
  })

  it('marks every line of a text that is new', () => {
    expect(textDiff('', '{\n}')).toBe('+{\n+}')
  })

  it('says nothing of texts that are the same', () => {
    expect(textDiff('{}', '{}')).toBe('')
  })

  it('tells two texts without a line in common, however long', () => {
    const told = textDiff(
      lines(3000).join('\n'),
      lines(3000)
        .map((line) => `new ${line}`)
        .join('\n'),
    )
    expect(told.split('\n')).toHaveLength(6000)
  })
})
