import { describe, expect, it } from 'vitest'
import { inertMarkdown } from './escape-markdown'

describe('escapeMarkdown', () => {
  it('leaves no image, link, code or heading in a text from a policy', () => {
    expect(inertMarkdown('![x](https://example.com/a.png)')).toBe(
      String.raw`\!\[x\]\(https\:\/\/example\.com\/a\.png\)`.replaceAll(String.raw`\/`, '/'),
    )
    expect(inertMarkdown('`a` <b> # *c*')).toBe(String.raw`\`a\` \<b\> \# \*c\*`)
  })

  it('keeps words as they are, on one line', () => {
    expect(inertMarkdown('not known\n  here')).toBe('not known here')
  })
})
