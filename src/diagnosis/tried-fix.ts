import type { Draft, DraftLayers, DraftPolicy } from '../draft/draft'
import type { BuiltHole } from '../draft/build/find-case-holes'
import { judgedDraft } from '../draft/edit/edit-draft'
import { containersOf, policiesOn } from '../draft/edit/edit-layers'
import type { FixChange } from '../explanation/explanation'
import { CASE_LAYERS } from '../iam/layers'
import { isFields, type Fields, fieldsOf } from '../text/fields'
import type { PolicyContainer } from '../case/policy-ref'
import { parsedJson } from '../text/parsed-json'

/** The policy of a list that another was before: the one of its name, else the one at its place. */
const before = (policies: readonly DraftPolicy[], { name }: DraftPolicy, index: number): number => {
  const named = policies.findIndex((one) => one.name === name)
  return named >= 0 ? named : index < policies.length ? index : -1
}

const changesIn = (was: DraftLayers, is: DraftLayers, container: PolicyContainer): readonly FixChange[] => {
  const old = policiesOn(was, container)
  return policiesOn(is, container).flatMap((policy, index): readonly FixChange[] => {
    const at = before(old, policy, index)
    const text = old[at]?.text ?? ''
    if (text === policy.text) return []
    return [
      {
        ...container,
        policy: at < 0 ? null : at,
        name: policy.name,
        before: text,
        after: policy.text,
        edit: { span: [0, text.length], text: policy.text },
      },
    ]
  })
}

/**
 * What was changed in the policies since they were judged, to be taken to AWS: each changed policy as it was and as it
 * is. None where nothing is tried.
 */
export function triedChanges(draft: Draft): readonly FixChange[] {
  const judged = judgedDraft(draft)
  if (judged === null) return []
  return CASE_LAYERS.flatMap((layer) =>
    containersOf(draft.layers, layer).flatMap((container) => changesIn(judged.layers, draft.layers, container)),
  )
}

/** The statements of a policy, as its JSON holds them. */
export function writtenStatements(text: string): readonly unknown[] {
  const held = fieldsOf(parsedJson(text))['Statement']
  return Array.isArray(held) ? held : held === undefined ? [] : [held]
}

/** The one statement that a single change adds, leaving the others as they were: it can stand in a policy of its own. */
export function addedStatement(changes: readonly FixChange[]): Fields | null {
  const [change, ...others] = changes
  if (change === undefined || others.length > 0) return null
  const old = new Set(writtenStatements(change.before).map((one) => JSON.stringify(one)))
  const now = writtenStatements(change.after)
  const added = now.filter((one) => !old.has(JSON.stringify(one)))
  const [statement] = added
  return added.length === 1 && now.length === old.size + 1 && isFields(statement) ? statement : null
}

const count = (text: string, part: string): number => text.split(part).length

/** What changes bring that stands for something which nobody knows: to be filled in before they are made in AWS. */
export const blanksOf = (changes: readonly FixChange[], holes: readonly BuiltHole[]): readonly BuiltHole[] =>
  holes.filter(
    ({ name, isEllipsis, isLoose }) =>
      !isEllipsis && !isLoose && changes.some(({ before, after }) => count(after, name) > count(before, name)),
  )
