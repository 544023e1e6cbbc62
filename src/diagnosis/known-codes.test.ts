import { describe, expect, it } from 'vitest'
import { KNOWLEDGE } from '../knowledge/likely-causes'
import { CODE_PAGES } from './code-pages'
import { knownCode, nearestCodes } from './known-codes'

describe('what is known under a code', () => {
  const causes = [...Object.keys(KNOWLEDGE), ...Object.keys(CODE_PAGES)]

  it('says of every cause what it means and what fixes it, with blanks and no gaps', () => {
    for (const code of causes) {
      const known = knownCode(code)
      expect(known?.says, code).toMatch(/\S/)
      expect(known?.fix, code).toMatch(/\S/)
      expect(`${known?.says} ${known?.fix} ${known?.check}`, code).not.toMatch(/\{\w+\}/)
    }
  })

  it('is nothing under another name, nor under one of every object', () => {
    for (const code of ['', 'no-such-code', 'constructor', '__proto__']) expect(knownCode(code), code).toBeNull()
    expect(nearestCodes('layer-lack')).toEqual(['layer-lacks'])
  })
})
