import { describe, expect, it } from 'vitest'
import { visiblePieces, visibleText } from './hidden-characters'

describe('hidden characters', () => {
  it.each([
    ['a right-to-left override', 'admin\u202Enimda', 'admin⟨U+202E⟩nimda'],
    ['a space without width', 'ad\u200Bmin', 'ad⟨U+200B⟩min'],
    ['a null', 'a\0b', 'a⟨U+0000⟩b'],
    ['an escape', 'a\u001B[31mb', 'a⟨U+001B⟩[31mb'],
    ['a blank that does not break', 'a\u00A0b', 'a⟨U+00A0⟩b'],
    ['a tag outside of the basic plane', 'a\u{E0041}b', 'a⟨U+E0041⟩b'],
    ['half of a character', 'a\uD83Db', 'a⟨U+D83D⟩b'],
    ['several beside each other', '\u2066\u2069', '⟨U+2066⟩⟨U+2069⟩'],
  ])('are shown by their code points: %s', (_, text, shown) => {
    expect(visibleText(text)).toBe(shown)
  })

  it.each([
    'arn:aws:iam::111122223333:role/app',
    'Rolle für Öl',
    'роль',
    'שלום',
    '角色',
    '🚀',
    'two words\n\tand lines',
    '',
  ])('leave what can be seen as it is: %j', (text) => {
    expect(visiblePieces(text)).toEqual([{ text, isHidden: false }])
  })
})
