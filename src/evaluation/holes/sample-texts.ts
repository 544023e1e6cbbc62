import { holdsChar, type HoleDomain } from '../../case/hole-domain'
import type { Holes } from '../../case/holes'
import type { HoleTest } from './hole-test'

/** Texts of holes, one for each mark, under which tests come out differently; at most so many together. */
export function sampleTexts(
  marks: readonly string[],
  tests: readonly HoleTest[],
  holes: Holes,
  most: number,
): readonly (readonly string[])[] {
  const written = tests.map(({ id }) => id).join('\n')
  const each = Math.max(2, Math.floor(most ** (1 / Math.max(marks.length, 1))))
  const own = likelyTexts(marks, tests, holes)
  const lists = marks.map((mark, i) => {
    const { domain } = holes.of(mark)
    const others = own.flatMap((texts, at) => (at === i ? [] : texts.filter((text) => fitsDomain(domain, text))))
    const [one = '', two = '', shortest = ''] = freshTexts(domain, written)
    return [...new Set([one, ...(own[i] ?? []), two, shortest, ...others])].slice(0, each)
  })
  return product(lists, most)
}

/** Texts of each mark for which tests are likely to pass. */
function likelyTexts(
  marks: readonly string[],
  tests: readonly HoleTest[],
  holes: Holes,
): readonly (readonly string[])[] {
  const own = marks.map(() => new Set<string>())
  for (const test of tests) {
    for (const example of test.examples) {
      marks.forEach((mark, i) => {
        const text = example.get(mark)
        if (text !== undefined && fitsDomain(holes.of(mark).domain, text)) own[i]?.add(text)
      })
    }
  }
  return own.map((texts) => [...texts])
}

/** One text of each list, in every combination, as far as there are not too many. */
function product(lists: readonly (readonly string[])[], most: number): readonly (readonly string[])[] {
  let all: readonly (readonly string[])[] = [[]]
  for (const list of lists) all = all.flatMap((texts) => list.map((text) => [...texts, text])).slice(0, most)
  return all
}

/** Is it a text of the domain? */
export function fitsDomain({ chars, min, max }: HoleDomain, text: string): boolean {
  return text.length >= min && text.length <= max && text.split('').every((char) => holdsChar(chars, char))
}

/** Two texts of a domain that nothing speaks of, and a shortest one. */
function freshTexts({ chars, min, max }: HoleDomain, written: string): readonly string[] {
  const isNumber = chars === 'digits'
  const length = Math.max(min, Math.min(max, 12))
  const fresh = FRESH.map((i) =>
    isNumber
      ? String(739_201 + i * 130_363)
          .repeat(4)
          .slice(0, length)
      : `other${i}`,
  )
  const [one = '', two = ''] = fresh.filter((text) => !written.includes(text))
  return [one, two, (isNumber ? '7' : 'x').repeat(min)]
}

const FRESH = [1, 2, 3, 4, 5, 6, 7, 8]
