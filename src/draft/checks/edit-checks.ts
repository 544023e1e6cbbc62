import type { ContextEdit, Draft, DraftCheck } from '../draft'

/** The further checks of a draft. */
export const checksOf = ({ linked }: Draft): readonly DraftCheck[] => linked ?? []

/** The draft with other further checks. */
export function withChecks(draft: Draft, linked: readonly DraftCheck[]): Draft {
  const { linked: _before, ...rest } = draft
  return linked.length === 0 ? rest : { ...rest, linked }
}

/** Adds a further check at the end. */
export function addCheck(draft: Draft, check: DraftCheck): Draft {
  return withChecks(draft, [...checksOf(draft), check])
}

/** Takes a further check away, with its policy. */
export function removeCheck(draft: Draft, at: number): Draft {
  return withChecks(
    draft,
    checksOf(draft).filter((_, index) => index !== at),
  )
}

/** One further check with a change in it. */
export function changeCheck(draft: Draft, at: number, change: (check: DraftCheck) => DraftCheck): Draft {
  return withChecks(
    draft,
    checksOf(draft).map((check, index) => (index === at ? change(check) : check)),
  )
}

const has = (record: Readonly<Record<string, unknown>>, key: string): boolean =>
  Object.keys(record).some((name) => name.toLowerCase() === key.toLowerCase())

/** The draft as one of its further checks sees it: its own policy in the place of the resource's, and its own keys. */
export function draftOfCheck(draft: Draft, at: number): Draft {
  const check = checksOf(draft)[at]
  if (check === undefined) return draft
  const shared = Object.entries(draft.context).filter(([key]) => !has(check.context, key))
  return {
    ...draft,
    context: { ...Object.fromEntries(shared), ...check.context },
    layers: { ...draft.layers, resource: check.policy ?? draft.layers.resource },
  }
}

/** Are two checks on one resource with a policy of its own, so that they meet the same one? */
export const isOnSameResource = (one: DraftCheck, other: DraftCheck): boolean =>
  one.policy !== undefined && other.policy !== undefined && one.resource === other.resource && one.resource !== ''

/** An edit of what one further check sees: what is its own changes there, everything else for the whole draft. */
export function editOfCheck(draft: Draft, at: number, edit: (draft: Draft) => Draft): Draft {
  const check = checksOf(draft)[at]
  if (check === undefined) return edit(draft)
  const seen = draftOfCheck(draft, at)
  const edited = edit(seen)
  if (edited === seen) return draft
  const own: [string, ContextEdit][] = []
  const shared: [string, ContextEdit][] = Object.entries(draft.context).filter(([key]) => has(check.context, key))
  for (const [key, value] of Object.entries(edited.context)) (has(check.context, key) ? own : shared).push([key, value])
  const { judged, ...rest } = edited
  const changed = {
    ...rest,
    ...(judged && { judged: judged === draft.judged ? judged : { ...judged, resource: draft.layers.resource } }),
    context: Object.fromEntries(shared),
    layers: check.policy === undefined ? edited.layers : { ...edited.layers, resource: draft.layers.resource },
  }
  const { resource } = edited.layers
  return withChecks(
    changed,
    checksOf(changed).map((one, index) => ({
      ...one,
      ...(index === at ? { context: Object.fromEntries(own) } : {}),
      ...((index === at && check.policy !== undefined) || isOnSameResource(one, check) ? { policy: resource } : {}),
    })),
  )
}
