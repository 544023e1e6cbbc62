import * as v from 'valibot'
import { wholeDifference } from '../comparison/whole-difference'
import { CASE_LAYERS } from '../iam/layers'
import type { WholeReference } from '../reference/create-reference'
import { compareDocuments } from './compare'
import { MCP_WORDS } from './messages'

const LONGEST = 400_000
/** More are counted and not told. */
const MOST_CHANGES = 10

/** A text that an agent hands in, with what it is to hold. */
export const describedText = (says: string) => v.pipe(v.string(), v.maxLength(LONGEST), v.description(says))
const names = v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(2_000))), v.maxLength(200)), [])

/** What an agent asks of a change. */
export const CHANGE = v.object({
  before: describedText(MCP_WORDS.before),
  after: describedText(MCP_WORDS.after),
  layer: v.optional(v.picklist(CASE_LAYERS)),
  not_granted: v.optional(
    v.pipe(v.strictObject({ actions: names, resources: names }), v.description(MCP_WORDS.notGranted)),
  ),
  no_public: v.optional(v.pipe(v.boolean(), v.description(MCP_WORDS.noPublic)), false),
})

const outcome = v.picklist(['nothing', 'some', 'cannot-say'])
const witness = v.object({ principal: v.string(), action: v.string(), resource: v.string() })

/** What it is answered. */
export const CHANGE_FOUND = v.object({
  headline: v.string(),
  opened: outcome,
  lost: outcome,
  outside: v.array(v.string()),
  changes: v.array(v.object({ kind: v.picklist(['new', 'lost']), sentence: v.string(), witness })),
  moreChanges: v.number(),
  beyond: v.array(v.string()),
  checks: v.array(
    v.object({ check: v.string(), result: v.picklist(['passes', 'fails', 'cannot-say']), sentence: v.string() }),
  ),
  isHeld: v.boolean(),
})

/** Compares what an agent gave, as fields and in words; null where it is no two policies and no two cases. */
export function compareForAgents(
  asked: v.InferOutput<typeof CHANGE>,
  reference: WholeReference,
): { readonly found: v.InferOutput<typeof CHANGE_FOUND>; readonly words: string } | null {
  const held = {
    layer: asked.layer ?? null,
    notGranted: asked.not_granted ?? { actions: [], resources: [] },
    isPublicRefused: asked.no_public,
  }
  const compared = compareDocuments(asked.before, asked.after, held, reference)
  if (compared === null) return null
  const { headline, outside, changes, checks, beyond, isHeld, comparison } = compared
  const told = changes.slice(0, MOST_CHANGES)
  const lines = [
    ...told.flatMap(({ kind, sentence, leadsTo }) => [`${kind}: ${sentence}`, ...leadsTo]),
    ...beyond,
    ...checks.map(({ sentence }) => sentence),
  ]
  return {
    found: {
      headline,
      opened: wholeDifference(comparison, 'opened').outcome,
      lost: wholeDifference(comparison, 'lost').outcome,
      outside: [...outside],
      changes: told.map(({ kind, sentence, witness: { request } }) => ({
        kind,
        sentence,
        witness: { principal: request.principal, action: request.action, resource: request.resource },
      })),
      moreChanges: changes.length - told.length,
      beyond: [...beyond],
      checks: checks.map(({ id, result, sentence }) => ({ check: id, result, sentence })),
      isHeld,
    },
    words: [headline, ...outside, ...lines].join('\n'),
  }
}
