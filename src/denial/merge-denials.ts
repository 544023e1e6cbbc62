import type { Denial } from './denial'

/** A denial together with how sure it is that it is one. */
export interface Candidate {
  readonly denial: Denial
  readonly weak: boolean
}

const IDENTITY = ['principal', 'action', 'resource'] as const
const FILLED = ['layerPolicyArn', 'operation', 'service', 'encodedMessage', 'requestId', 'errorCode'] as const

/** What tells one denial from another. Retries differ only in their request id and blob. */
function keyOf(denial: Denial): string {
  const named = IDENTITY.some((field) => denial[field] !== null)
  const rest = named ? [] : [denial.operation, denial.encodedMessage, denial.layerPolicyArn, denial.layer]
  return JSON.stringify([...IDENTITY.map((field) => denial[field]), ...rest])
}

/** Adds to the first occurrence what only a later one states. */
function fill(first: Denial, again: Denial): Denial {
  const added: Partial<Record<(typeof FILLED)[number], string>> = {}
  const parts = { ...first.parts }
  for (const field of FILLED) {
    const value = again[field]
    if (first[field] !== null || value === null) continue
    added[field] = value
    if (field !== 'service' && again.parts[field]) parts[field] = again.parts[field]
  }
  const claim =
    first.decision === 'unknown' && again.decision !== 'unknown'
      ? { decision: again.decision, layer: again.layer }
      : { decision: first.decision, layer: first.layer }
  return { ...first, ...added, ...claim, parts, repeats: (first.repeats ?? 1) + (again.repeats ?? 1) }
}

/** Whether `part` says less than `whole` and nothing else: a restatement, or one that is cut. */
function restates(part: Denial, whole: Denial): boolean {
  const says = IDENTITY.filter((field) => part[field] !== null)
  if (part.encodedMessage !== null && part.encodedMessage !== whole.encodedMessage) return false
  if (says.length === 0) {
    return part.layerPolicyArn === null || part.layerPolicyArn === whole.layerPolicyArn
  }
  return part.principal === null && says.every((field) => part[field] === whole[field])
}

const isCutOf = (part: Denial, whole: Denial): boolean =>
  part !== whole &&
  part.principal === whole.principal &&
  part.action === whole.action &&
  part.resource !== null &&
  whole.resource !== null &&
  part.resource !== whole.resource &&
  whole.resource.startsWith(part.resource) &&
  part.decision === 'unknown' &&
  whole.decision !== 'unknown'

/** The denials of a text, each once and in order. Weak ones count only where there is nothing better. */
export function mergeDenials(candidates: readonly Candidate[]): Denial[] {
  const byKey = new Map<string, { denial: Denial; weak: boolean }>()
  for (const { denial, weak } of candidates) {
    const key = keyOf(denial)
    const known = byKey.get(key)
    if (known) byKey.set(key, { denial: fill(known.denial, denial), weak: known.weak && weak })
    else byKey.set(key, { denial, weak })
  }
  const merged = [...byKey.values()]
  const strong = merged.filter((c) => !c.weak)
  const chosen = strong.length > 0 ? strong : merged
  return absorb(chosen.map((c) => c.denial))
}

/** Folds restatements into what they restate. Only few denials are compared with each other. */
function absorb(denials: readonly Denial[]): Denial[] {
  const kept: Denial[] = []
  for (const denial of denials) {
    const near = kept.length > 50 ? kept.slice(-50) : kept
    const whole = near.findLast(
      (other) => (restates(denial, other) && other.principal !== null) || isCutOf(denial, other),
    )
    const part = near.findLast(
      (other) => (restates(other, denial) && denial.principal !== null) || isCutOf(other, denial),
    )
    if (whole) kept[kept.indexOf(whole)] = fill(whole, denial)
    else if (part) kept[kept.indexOf(part)] = { ...fill(denial, part), span: part.span }
    else kept.push(denial)
  }
  return kept
}
