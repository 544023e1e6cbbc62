import type { Fix } from '../explanation'
import type { JudgedCase } from '../judged-case'
import { compareFixes } from './opened-by-fix'

/** Which of some fixes of one layer open all that others of them do, and more, by their places: proven. */
type WiderThan = readonly ReadonlySet<number>[]

/** Does it open more than the request? Null: that is not known. */
const opensMore = ({ beyond }: Fix): boolean | null =>
  beyond ? beyond.action || beyond.resource || beyond.caller : null

const isExact = (fix: Fix): boolean => opensMore(fix) === false

const isMore = (fix: Fix): boolean => opensMore(fix) === true

function compareAll(judged: JudgedCase, fixes: readonly Fix[]): WiderThan {
  const narrower = fixes.map(() => new Set<number>())
  fixes.forEach((fix, at) => {
    fixes.slice(0, at).forEach((other, before) => {
      // What opens the request alone opens less than what opens it and more.
      if (isExact(other) && isMore(fix)) return void narrower[at]?.add(before)
      if (isExact(fix) && isMore(other)) return void narrower[before]?.add(at)
      const { opened, lost } = compareFixes(judged, other, fix)
      if (opened.outcome === 'some' && lost.outcome === 'nothing') narrower[at]?.add(before)
      if (opened.outcome === 'nothing' && lost.outcome === 'some') narrower[before]?.add(at)
    })
  })
  return narrower
}

/**
 * The fixes of one layer, what opens less before what opens it too and more; of two that cannot be compared so, what `order`
 * says. Each knows whether it is wider than the first.
 */
export function narrowestFirst(
  judged: JudgedCase,
  fixes: readonly Fix[],
  order: (one: Fix, other: Fix) => number,
): readonly Fix[] {
  if (fixes.length < 2) return fixes
  const narrower = compareAll(judged, fixes)
  const ranked = fixes
    .map((fix, at) => ({ fix, at, behind: narrower[at]?.size ?? 0 }))
    .toSorted((one, other) => one.behind - other.behind || order(one.fix, other.fix))
  const [first] = ranked
  return ranked.map(({ fix, at }) => ({ ...fix, isWider: narrower[at]?.has(first?.at ?? -1) === true }))
}
