import { describe, expect, it } from 'vitest'
import { inlineChange, type InlineChange } from './inline-change'

/** The text that a change makes. */
function applied(before: string, { removed, added }: InlineChange): string {
  const addedAfter = (line: number) => added.flatMap(({ after, lines }) => (after === line ? lines : []))
  const lines = before.split('\n').flatMap((text, index) => {
    const line = index + 1
    return [...(removed.includes(line) ? [] : [text]), ...addedAfter(line)]
  })
  return [...addedAfter(0), ...lines].join('\n')
}

const statement = (action: string) => ['    {', `      "Action": "${action}"`, '    }'].join('\n')
const one = `[\n${statement('s3:GetObject')}\n]`
const two = `[\n${statement('s3:GetObject').replace(/\}$/, '},')}\n${statement('s3:PutObject')}\n]`

describe('inlineChange', () => {
  it('adds a statement between the lines, and no more', () => {
    const change = inlineChange(one, two)!
    expect(change.added.flatMap(({ lines }) => lines)).toContain('      "Action": "s3:PutObject"')
    expect(applied(one, change)).toBe(two)
  })

  it('replaces lines at several places', () => {
    const before = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n')
    const after = before.replace('line 3', 'other 3').replace('line 30', 'other 30')
    const change = inlineChange(before, after)!
    expect(change.removed).toEqual([4, 31])
    expect(applied(before, change)).toBe(after)
  })

  it('adds before the first line', () => {
    const change = inlineChange('b\nc', 'a\nb\nc')!
    expect(change).toEqual({ removed: [], added: [{ after: 0, lines: ['a'] }] })
  })

  it('is none in a text of one line, and where nearly all of it changes', () => {
    expect(inlineChange('{}', '{"a":1}')).toBeNull()
    const long = (word: string) => Array.from({ length: 80 }, (_, line) => `${word} ${line}`).join('\n')
    expect(inlineChange(long('a'), long('b'))).toBeNull()
  })
})
