import { describe, expect, it } from 'vitest'
import { diffLines, shownLines } from './diff-lines'

describe('diffLines', () => {
  it('marks what changed within a line, and drops the common indentation', () => {
    const before = '{\n    "a": ["x"],\n    "b": 1\n}'
    const lines = diffLines(before, before.replace('["x"]', '["x", "y"]'))
    const changed = lines.filter(({ sign }) => sign !== ' ')
    expect(changed.map(({ sign, text, from, to }) => [sign, text.slice(from, to)])).toEqual([
      ['-', ''],
      ['+', ', "y"'],
    ])
    expect(lines[0]).toMatchObject({ sign: ' ', text: '{' })
  })

  it('dedents a change deep in a document', () => {
    const before = '      [\n        1\n      ]'
    expect(diffLines(before, before.replace('1', '2')).map(({ text }) => text)).toEqual(['[', '  1', '  2', ']'])
  })

  it('marks whole lines where several change', () => {
    const lines = diffLines('a\nb', 'a\nc\nd')
    expect(lines.map(({ sign, from, to }) => [sign, from, to])).toEqual([
      [' ', 0, 0],
      ['-', 0, 0],
      ['+', 0, 0],
      ['+', 0, 0],
    ])
  })

  it('shows a new document as added', () => {
    expect(diffLines('', '{}')).toEqual([{ sign: '+', text: '{}', at: 1, from: 0, to: 0 }])
  })

  it('says which line of its own text each is', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni'
    const lines = diffLines(before, before.replace('b', 'B\nB2').replace('h', ''))
    expect(lines.map(({ sign, at }) => `${sign}${at ?? ''}`)).toEqual([
      ' 1',
      '-2',
      '+2',
      '+3',
      ' 4',
      ' 5',
      '…',
      ' 7',
      ' 8',
      '-8',
      '+9',
      ' 10',
    ])
  })

  it('is drawn whole, but for the rest of one that would hold the page up', () => {
    const short = diffLines('a', 'b')
    expect(shownLines(short)).toBe(short)
    const shown = shownLines(diffLines('', Array.from({ length: 5_000 }, (_, at) => `line ${at}`).join('\n')))
    expect(shown).toHaveLength(801)
    expect([shown[0]?.text, shown.at(-1)?.sign]).toEqual(['line 0', '…'])
  })
})
