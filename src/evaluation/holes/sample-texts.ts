import type { HoleChars, HoleDomain } from '../../case/hole-domain'
import type { Holes } from '../../case/holes'
import { canFit } from './common-text'
import type { HoleTest } from './hole-test'
import { literally, tokensOf } from './marked-text'

/** Texts of holes, one for each mark, under which tests come out differently; at most so many together. */
export function sampleTexts(
  marks: readonly string[],
  tests: readonly HoleTest[],
  holes: Holes,
  most: number,
): readonly (readonly string[])[] {
  const each = Math.max(2, Math.floor(most ** (1 / Math.max(marks.length, 1))))
  const own = likelyTexts(marks, tests, holes)
  const lists = marks.map((mark, i) => {
    const { domain } = holes.of(mark)
    const [one = '', ...more] = freshTexts(domain)
    const others = own.flat().filter((text) => isTextOf(mark, text, holes))
    return [...new Set([one, ...(own[i] ?? []), ...more, ...others])].slice(0, each)
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
        if (text !== undefined && isTextOf(mark, text, holes)) own[i]?.add(text)
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

/** Can a hole stand for the text? */
const isTextOf = (mark: string, text: string, holes: Holes): boolean =>
  canFit(tokensOf(literally(mark)), tokensOf(literally(text)), holes)

const WORDS = ['qzvkx', 'xwjqp']

/** Texts that nothing speaks of. */
const FRESH: Readonly<Record<HoleChars, readonly string[]>> = {
  digits: ['739201739201', '869564869564'],
  region: WORDS,
  name: WORDS,
  field: WORDS,
  any: WORDS,
}

/** Two texts of a domain that nothing speaks of, and a shortest one. */
function freshTexts({ chars, min, max }: HoleDomain): readonly string[] {
  const all = FRESH[chars].map((text) => text.slice(0, max))
  return [...all, ...all.slice(0, 1).map((text) => text.slice(0, min))]
}
