import { describe, expect, it } from 'vitest'
import { growthOf } from '../testing/growth'
import { valueOfNode } from './json-value'
import { parseYaml } from './parse-yaml'

const values = (text: string) => parseYaml(text).map(valueOfNode)

/** Anchors of which each names the one before it so many times: every line multiplies what stands behind it. */
const bomb = (lines: number, times: number) =>
  Array.from(
    { length: lines },
    (_, at) => `a${at}: &a${at} [${Array.from({ length: times }, () => (at === 0 ? 'x' : `*a${at - 1}`)).join(', ')}]`,
  ).join('\n')

describe('aliases of YAML', () => {
  it('stand for what their anchor names, the last one before them', () => {
    expect(values('a: &x [1, two]\nb: *x\nc: &x {d: true}\ne: [*x, *x]')).toEqual([
      { a: [1, 'two'], b: [1, 'two'], c: { d: true }, e: [{ d: true }, { d: true }] },
    ])
  })

  it.each(['a: *x', 'a: *x\nb: &x 1', 'a: &x [1, *x]', 'a: &x 1\nb: &x [*x]'])(
    'of nothing, or of what they stand in, are not read: %j',
    (text) => {
      expect(values(text)).toEqual([])
    },
  )

  it.each([bomb(5, 9), bomb(9, 9), bomb(30, 2)])('that stand for more than anybody writes are not read: %#', (text) => {
    expect(values(text)).toEqual([])
  })

  it('make nothing deeper than JSON may be', () => {
    const chain = (links: number) =>
      Array.from({ length: links }, (_, at) => `a${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}`}]`).join('\n')
    expect(values(chain(60))).toHaveLength(1)
    expect(values(chain(70))).toEqual([])
  })

  it('are found in time that grows with the text', () => {
    const shapes = [
      (n: number) => `- &a x\n${'- *a\n'.repeat(n / 5)}`,
      (n: number) => Array.from({ length: n / 20 }, (_, at) => `- &a${at} x\n- *a${at}\n`).join(''),
    ]
    for (const make of shapes) {
      expect(growthOf((text) => void parseYaml(text), make, { length: 8_000 })).toMatchObject({ isLinear: true })
    }
  })
})

describe('a YAML text that goes too deep', () => {
  it.each([
    ['brackets', (depth: number) => '['.repeat(depth)],
    ['braces', (depth: number) => '{'.repeat(depth)],
    ['keys in braces', (depth: number) => '{a: '.repeat(depth)],
    ['closed brackets', (depth: number) => '['.repeat(depth) + ']'.repeat(depth)],
    ['lists on one line', (depth: number) => `${'- '.repeat(depth)}a`],
    ['complex keys', (depth: number) => `${'? '.repeat(depth)}a`],
    [
      'steps of indentation',
      (depth: number) => Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    ],
  ])('is not read, and ends nothing: %s', (_what, make) => {
    for (const depth of [1_000, 2_000, 4_000]) expect(parseYaml(make(depth))).toEqual([])
  })

  it('is another than one that only has many brackets', () => {
    const list = Array.from({ length: 2_000 }, (_, at) => `- [a${at}, {b: '[[['}]`).slice(0, 60)
    expect(parseYaml(list.join('\n'))).toHaveLength(1)
    expect(parseYaml(Array.from({ length: 2_000 }, () => '- [a, {b: c}]').join('\n'))).toHaveLength(1)
  })
})
