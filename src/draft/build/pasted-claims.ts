import { JOB_CLAIMS, jobFact, type JobFactId } from '../../facts/keys/job-claims'
import { tokenIssuerOf } from '../../facts/keys/token-issuers'
import type { LabelledValue } from '../../text/labelled-values'
import { oneLine } from '../../text/one-line'
import { oneValue, type PastedValue } from './pasted-value'
import { printedIssuer, printedValue } from './printed-token'

interface Shown {
  readonly value: string
  readonly written: string
}

/** What a text shows of a job; undefined: nothing, null: several values, or one that is filled in elsewhere. */
function shownOf(id: JobFactId, text: string, labels: readonly LabelledValue[]): Shown | null | undefined {
  const { names = [], shows = [], near, fits } = jobFact(id)
  if (near !== undefined && !near.test(text)) return undefined
  const named = labels
    .filter(({ name }) => names.includes(name))
    .flatMap(({ values, written }) => values.map((value): Shown => ({ value, written })))
  const found =
    named.length > 0
      ? named
      : shows.flatMap((pattern) =>
          [...text.matchAll(pattern)].map(([whole, value = '']): Shown => ({
            value: value.trim(),
            written: oneLine(whole),
          })),
        )
  const [first] = found
  if (first === undefined) return undefined
  return found.every(({ value }) => value === first.value && fits.test(value)) ? first : null
}

/** What a token that a text prints says of a claim, where its issuer is the one by which the key begins. */
export function printedClaim(key: string, labels: readonly LabelledValue[]): PastedValue | null {
  const at = key.lastIndexOf(':')
  if (at <= 0 || printedIssuer(labels) !== key.slice(0, at)) return null
  const claim = key.slice(at + 1)
  const value = printedValue(claim, labels)
  return value === null ? null : { ...oneValue(key, value, `${claim}: ${value}`), isOfToken: true }
}

const GAP = /\{([a-z]{1,30})\}/gi

/** What the variables of a job say of a claim of its token: its subject, where nobody gave that another form. */
export function pastedClaim(key: string, text: string, labels: readonly LabelledValue[]): PastedValue | null {
  const at = key.lastIndexOf(':')
  const issuer = tokenIssuerOf(key.slice(0, Math.max(at, 0)))
  const claim = key.slice(at + 1).toLowerCase()
  if (issuer === null) return null
  for (const row of JOB_CLAIMS) {
    if (row.issuer !== issuer || row.claim !== claim) continue
    const ids = [...row.value.matchAll(GAP)].map(([, id]) => id as JobFactId)
    const facts = [...ids, ...(row.where === undefined ? [] : [row.where])].map(
      (id) => [id, shownOf(id, text, labels)] as const,
    )
    if (facts.some(([, shown]) => shown === null)) return null
    if (facts.some(([, shown]) => shown === undefined)) continue
    const shown = new Map(facts)
    const value = row.value.replace(GAP, (_, id: string) => shown.get(id as JobFactId)?.value ?? '')
    const written = [...new Set(facts.map(([, one]) => one?.written ?? ''))].join(', ')
    return { key, values: [value], listed: [value], written, parameter: null }
  }
  return null
}
