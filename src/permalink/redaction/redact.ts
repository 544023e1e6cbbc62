import { buildCase } from '../../draft/build-case'
import type { Draft } from '../../draft/draft'
import { parseDenials } from '../../denial/parse-denials'
import { evaluateLinked } from '../../evaluation/evaluate-linked'
import { mapDraftTexts } from '../redact-for-link'
import { findNames, draftTexts, type FoundName } from './find-names'
import type { RedactionKind } from './kinds'
import { nameReplacer } from './replace-names'
import { chooseStandIns, type StandInStyle } from './stand-ins'

/** One name and what stands for it. */
export interface StandIn {
  readonly kind: RedactionKind
  readonly original: string
  readonly standIn: string
  /** `shaped`: a plain example would have changed the verdict. `kept`: any stand-in would, or none was found. */
  readonly style: StandInStyle
}

/** A draft with stand-ins, and what was done. */
export interface Redaction {
  readonly draft: Draft
  readonly standIns: readonly StandIn[]
  /** The same decision, layer and statement, and every layer the same. */
  readonly sameVerdict: boolean
}

/** What must not change, in every check of the call: the decision, the layer, the statement, and what each layer does. */
function verdictOf(draft: Draft): string {
  const { checks } = evaluateLinked(buildCase(draft).accessCase)
  return JSON.stringify(
    checks.map(({ evaluation: { decision, layer, sid, decisive, layers, blocking } }) => [
      decision,
      layer,
      sid === null,
      decisive,
      blocking,
      layers.map((one) => [one.layer, one.status, one.statements.map(({ matches }) => matches)]),
    ]),
  )
}

/** Puts together what a terminal broke over lines, so that a name in it can be found. */
function joinBrokenValues(draft: Draft): Draft {
  const denials = parseDenials(draft.paste)
  const broken = denials
    .flatMap(({ principal, resource, account, parts }) => [
      { value: principal, spans: parts.principal ?? [] },
      { value: resource, spans: parts.resource ?? [] },
      { value: account, spans: [] },
    ])
    .flatMap(({ value, spans }) => {
      const [start] = spans[0] ?? [0]
      const [, end] = spans.at(-1) ?? [0, 0]
      return value !== null && spans.length > 1 ? [{ value, start, end }] : []
    })
    .sort((a, b) => b.start - a.start)
  const paste = broken.reduce(
    (text, { value, start, end }) => text.slice(0, start) + value + text.slice(end),
    draft.paste,
  )
  return { ...draft, paste }
}

const MOST_TRIALS = 80

/**
 * Replaces the names of the chosen kinds everywhere, each by one stand-in, and proves that the verdict is the same.
 * Where a stand-in would change it, that name gets another, or stays and is listed as kept.
 */
export function redactDraft(draft: Draft, kinds: ReadonlySet<RedactionKind>): Redaction {
  const joined = joinBrokenValues(draft)
  const names = findNames(joined).filter(({ kind }) => kinds.has(kind))
  const texts = draftTexts(joined)
  const taken = (text: string) => texts.some((one) => one.includes(text))
  const goal = verdictOf(draft)
  const attempt = (styles: ReadonlyMap<FoundName, StandInStyle>) => {
    const standIns = chooseStandIns(names, (name) => styles.get(name) ?? 'example', taken)
    const redacted = mapDraftTexts(joined, nameReplacer(standIns))
    return { standIns, redacted, same: verdictOf(redacted) === goal }
  }
  const styles = new Map<FoundName, StandInStyle>()
  let result = attempt(styles)
  let trials = 0
  /** Gives all of `group` the first of these styles that keeps the verdict; false where none does by itself. */
  const settle = (group: readonly FoundName[], ...others: readonly StandInStyle[]): boolean => {
    for (const style of others) {
      if (trials++ >= MOST_TRIALS) return false
      const next = new Map(styles)
      for (const name of group) next.set(name, style)
      const tried = attempt(next)
      if (!tried.same) continue
      for (const name of group) styles.set(name, style)
      result = tried
      return true
    }
    return false
  }
  /** Where no one change of style helps: keeps all names, then replaces again whatever can be. */
  const keepFew = (kindsPresent: readonly RedactionKind[]) => {
    for (const name of names) styles.set(name, 'kept')
    result = attempt(styles)
    trials = 0
    const free = (group: readonly FoundName[], style: StandInStyle): boolean => {
      if (trials++ >= MOST_TRIALS) return false
      const tried = attempt(new Map([...styles, ...group.map((name) => [name, style] as const)]))
      if (!tried.same) return false
      for (const name of group) styles.set(name, style)
      result = tried
      return true
    }
    for (const kind of kindsPresent) {
      const group = names.filter((name) => name.kind === kind)
      if (!free(group, 'example')) for (const name of group) if (!free([name], 'example')) free([name], 'shaped')
    }
  }
  if (!result.same) {
    const kindsPresent = [...new Set(names.map(({ kind }) => kind))]
    const settled =
      names.some((name) => settle([name], 'shaped', 'kept')) ||
      kindsPresent.some((kind) =>
        settle(
          names.filter((name) => name.kind === kind),
          'shaped',
        ),
      ) ||
      settle(names, 'shaped')
    if (!settled) keepFew(kindsPresent)
  }
  return {
    draft: result.redacted,
    standIns: names.map((name) => {
      const standIn = result.standIns.get(name.text) ?? name.text
      const style = standIn === name.text ? 'kept' : (styles.get(name) ?? 'example')
      return { kind: name.kind, original: name.text, standIn, style }
    }),
    sameVerdict: result.same,
  }
}
