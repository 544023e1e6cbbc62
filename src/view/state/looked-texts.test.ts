import { describe, expect, it } from 'vitest'
import { createLookedTexts } from './looked-texts'

const of = (...texts: readonly string[]) => new Map(texts.map((text) => [text, `kept of ${text}`]))

describe('texts that were looked through', () => {
  it('are known as they are, with what may be kept of them, and no other is', () => {
    const looked = createLookedTexts()
    looked.add(of('a', 'b'))
    expect(looked.isClean('a')).toBe(true)
    expect(looked.keptOf('b')).toBe('kept of b')
    expect(looked.isClean('a ')).toBe(false)
    expect(looked.keptOf('kept of a')).toBeUndefined()
  })

  it('are forgotten after others, and when the case is', () => {
    const looked = createLookedTexts()
    for (const text of ['a', 'b', 'c', 'd']) looked.add(of(text))
    expect(['a', 'b', 'c', 'd'].filter(looked.isClean)).toEqual(['b', 'c', 'd'])
    looked.add(new Map())
    expect(looked.isClean('b')).toBe(true)
    looked.forget()
    expect(looked.isClean('d')).toBe(false)
  })
})
