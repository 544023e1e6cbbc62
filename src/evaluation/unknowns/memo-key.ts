import type { Outcome } from '../match/evaluate-statement'
import { UNKNOWN, YES } from '../kleene'
import type { Question } from '../question'
import type { AssumedLayers } from './assumptions'

/**
 * What assumptions leave open, as a text: where they leave the same open twice, and settle the rest alike, they lead to
 * the same decisions from there on. Of statements of one level that do the same, one that matches makes the others idle.
 * `from`: the first group of which nothing is assumed; `isDenied`: it is open only whether a layer denies explicitly.
 */
export function memoKey(
  { layers, reading }: AssumedLayers,
  asked: readonly Question[],
): (from: number, isDenied: boolean) => string {
  const kinds = layers.flatMap(({ levels, grants }) =>
    [...levels.map(({ outcomes }) => outcomes), grants].flatMap(openKinds),
  )
  const denying = kinds.filter(([outcome]) => outcome?.effect === 'Deny')
  const allowing = kinds.filter(([outcome]) => outcome?.effect !== 'Deny')
  const exempt = layers.flatMap(({ maybeExempt }) => maybeExempt ?? [])
  const unread = layers.filter(({ state, levels }) => state === 'unknown' || levels.some((one) => one.unreadable))
  return (from, isDenied) => {
    let id = String.fromCharCode(from)
    for (const kind of denying) id += kind.some(happens) ? IDLE : openOf(kind)
    for (const question of exempt) id += reading.answer(question)
    for (const { layer } of unread) id += reading.layer(layer).deny
    if (isDenied) return id
    id += ALLOWS
    for (const kind of allowing) id += kind.some(happens) ? IDLE : openOf(kind)
    for (const question of asked) id += reading.answer(question)
    for (const { layer } of unread) id += reading.layer(layer).allow
    return id
  }
}

const happens = ({ matches }: Outcome): boolean => matches === YES

/** Stands for outcomes that one which happens makes idle. */
const IDLE = '\uffff'
/** Stands before what bears on whether it is allowed. */
const ALLOWS = '\ufffe'
/** How many outcomes one character tells of. */
const BITS = 14

/** Which of the outcomes are open, a bit for each: unknown alone is odd. */
function openOf(outcomes: readonly Outcome[]): string {
  let text = ''
  let bits = 1
  let count = 0
  for (const { matches } of outcomes) {
    bits = 2 * bits + (matches & 1)
    if (++count % BITS !== 0) continue
    text += String.fromCharCode(bits)
    bits = 1
  }
  return count % BITS === 0 ? text : text + String.fromCharCode(bits)
}

/** Outcomes that do the same, where it is open whether any of them happens; those that may are left in. */
function openKinds(outcomes: readonly Outcome[]): readonly (readonly Outcome[])[] {
  const byKind = new Map<number, Outcome[]>()
  const settled = new Set<number>()
  for (const outcome of outcomes) {
    const { direct, role, account } = outcome.grants
    const kind = ((direct * 3 + role) * 3 + account) * 2 + Number(outcome.effect === 'Deny')
    if (outcome.matches === YES) settled.add(kind)
    else if (outcome.matches === UNKNOWN) {
      const same = byKind.get(kind)
      if (same === undefined) byKind.set(kind, [outcome])
      else same.push(outcome)
    }
  }
  return [...byKind].flatMap(([kind, open]) => (settled.has(kind) ? [] : [open]))
}
