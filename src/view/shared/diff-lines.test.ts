import { describe, expect, it } from 'vitest'
import { diffLines } from './diff-lines'

describe('diffLines', () => {
  it('marks what changed within a line, and drops the common indentation', () => {
    const before = '{\n    "a": ["x"],\n    "b": 1\n}'
    const lines = diffLines(before, before.replace('["x"]', '["x", "y"]'))
    const changed = lines.filter(({ kind }) => kind !== 'same')
    expect(changed.map(({ kind, text, from, to }) => [kind, text.slice(from, to)])).toEqual([
      ['removed', ''],
      ['added', ', "y"'],
    ])
    expect(lines[0]).toMatchObject({ kind: 'same', text: '{' })
  })

  it('dedents a change deep in a document', () => {
    const before = '      [\n        1\n      ]'
    expect(diffLines(before, before.replace('1', '2')).map(({ text }) => text)).toEqual(['[', '  1', '  2', ']'])
  })

  it('marks whole lines where several change', () => {
    const lines = diffLines('a\nb', 'a\nc\nd')
    expect(lines.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['same', 0, 0],
      ['removed', 0, 0],
      ['added', 0, 0],
      ['added', 0, 0],
    ])
  })

  it('shows a new document as added', () => {
    expect(diffLines('', '{}')).toEqual([{ kind: 'added', text: '{}', from: 0, to: 0 }])
  })
})
