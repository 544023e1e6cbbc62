import { describe, expect, it } from 'vitest'
import { createRemarkStyles } from './remark-styles'

describe('the style rules of remarks', () => {
  it('hold the same words once: what is drawn again needs no rule', () => {
    const styles = createRemarkStyles('1')
    const [one, other] = ['denies', 'allows'].map(styles.classOf)
    expect(other).not.toBe(one)
    expect(styles.added()).toMatchObject({ rules: [expect.any(String), expect.any(String)], isAnew: false })
    expect(['denies', 'allows'].map(styles.classOf)).toEqual([one, other])
    expect(styles.added()).toEqual({ rules: [], isAnew: false })
  })

  it('are others in each editor of a page', () => {
    expect(createRemarkStyles('1').classOf('denies')).not.toBe(createRemarkStyles('2').classOf('denies'))
  })

  it('begin anew after many, with a rule for all that is drawn then', () => {
    const styles = createRemarkStyles('1')
    const draw = (from: number) => {
      const names = Array.from({ length: 1_200 }, (_, at) => styles.classOf(`words ${from + at}`))
      return { names, ...styles.added() }
    }
    expect(draw(0)).toMatchObject({ isAnew: false })
    const { names, rules, isAnew } = draw(1)
    expect(isAnew).toBe(true)
    expect(rules).toHaveLength(1_200)
    expect(rules.every((rule, at) => rule.startsWith(`.${names[at]}::after`))).toBe(true)
  })

  it('let no text out', () => {
    const styles = createRemarkStyles('1')
    styles.classOf('"} body{display:none} \\')
    const [rule = ''] = styles.added().rules
    const content = rule.slice(rule.indexOf('content:') + 'content:'.length, -1)
    expect(content.slice(1, -1)).not.toMatch(/["{}]/)
    expect(content.slice(1, -1).replace(/\\[\da-f]+ /g, '')).not.toContain('\\')
  })
})
