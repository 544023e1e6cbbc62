import type { HoleDomain } from '../case/hole-domain'
import { isMark, type Holes } from '../case/holes'
import { choicesOfAllOutcomes } from '../evaluation/holes/all-outcomes'
import { FitMachine } from '../evaluation/holes/fit-machine'
import type { HoleTest } from '../evaluation/holes/hole-test'
import { asPattern } from '../evaluation/holes/marked-text'
import { matchWildcard } from '../iam/wildcard'

/** The first character that stands for a hole. */
const HOLE = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).find(isMark) ?? ''

const machineOf = (pattern: string, text: string): FitMachine | null =>
  FitMachine.of({ pattern: asPattern(pattern.replaceAll('_', HOLE)), text: text.replaceAll('_', HOLE) })

/** Does the machine say of each text of the hole, which is written `_`, what the filled pattern says of the filled text? */
function isRight(pattern: string, text: string): boolean {
  const machine = machineOf(pattern, text)
  if (machine === null) return false
  return ['', 'a', 'b', 'x', '-', 'ab', 'ba', 'aa', 'ops', 'ops-', 'ops-x', 'xa', 'xab'].every((filling) => {
    let state = machine.start
    for (const part of machine.parts) {
      if (part.mark === null) state = machine.through(state, part.tokens)
      else for (const char of filling) state = machine.feed(state, char)
    }
    return machine.accepts(state) === matchWildcard(pattern.replaceAll('_', filling), text.replaceAll('_', filling))
  })
}

/** In how many ways patterns fit a hole of such a kind; null where nobody can tell. */
function outcomesOf(domain: HoleDomain, ...patterns: readonly string[]): number | null {
  const holes = { of: () => ({ domain }) } as unknown as Holes
  const tests = patterns.map(
    (pattern) => ({ fits: [{ pattern: asPattern(pattern), text: HOLE }] }) as unknown as HoleTest,
  )
  const choices = choicesOfAllOutcomes([HOLE], tests, holes)
  return choices === null ? null : new Set(choices.map(({ outcome }) => outcome)).size
}

const ACCOUNT: HoleDomain = { chars: 'digits', min: 12, max: 12 }
const ANY: HoleDomain = { chars: 'any', min: 0, max: 40 }

/** A machine tells of every text of a hole whether a pattern fits. */
export const FIT_MACHINE_CHECKS: readonly (readonly [name: string, holds: () => boolean])[] = [
  ['a text with a hole and a star before what is asked', () => isRight('*a', '_')],
  ['a text with a hole and a star behind it', () => isRight('a*', '_')],
  ['a text with a hole and one character', () => isRight('?', '_') && isRight('?a', '_')],
  ['a text with a hole and stars on both sides', () => isRight('*a*', '_') && isRight('*a*', 'x_x')],
  ['a text with a hole twice', () => isRight('a?*b', '_b_')],
  ['a pattern with a hole before a star', () => isRight('_-*', 'ops-x') && isRight('_*', 'ops-x')],
  ['a pattern with a hole before one character', () => isRight('_?', 'ops-x') && isRight('_-?', 'ops-x')],
  ['a pattern with a hole behind wildcards', () => isRight('*_', 'ops-x') && isRight('?_', 'aab')],
  ['a pattern with a hole before what the text has not', () => isRight('_z*', 'ops-x') && isRight('_z*x', 'ops-x')],
  ['a pattern with a hole twice', () => isRight('_*_', 'aba') && isRight('_?_', 'aba')],
  ['plain texts', () => isRight('_b', 'ab') && isRight('ab', '_b') && isRight('a_', 'ab')],
  ['a hole in both, which are not in common, has none', () => machineOf('_a', 'b_') === null],
  ['a hole that both begin with is none', () => machineOf('_a*', '_ab') !== null],
  ['an account may hold either of two digits, both or neither', () => outcomesOf(ACCOUNT, '*1*', '*2*') === 4],
  ['an account holds no letter', () => outcomesOf(ACCOUNT, '*1*', '*a*') === 2],
  [
    'one character is the one that is asked for, or another',
    () => outcomesOf({ ...ANY, min: 1, max: 1 }, '?', '*a*') === 2,
  ],
  ['any text may be none, one character, or more with or without it', () => outcomesOf(ANY, '?', '*a*') === 4],
  ['what always fits tells nothing apart', () => outcomesOf(ANY, '*') === 1],
]
