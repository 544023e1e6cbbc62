import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { SITUATION_ROWS } from '../facts/situations/situations'
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

  it('has an example that is read as what it is an example of, for most of the situations', () => {
    const read = SITUATION_ROWS.filter(([id]) => {
      const example = knownCode(id)?.example ?? ''
      return parseDenials(example).some(({ situation }) => situation === id)
    })
    expect(read.length / SITUATION_ROWS.length).toBeGreaterThan(0.8)
  })
})
