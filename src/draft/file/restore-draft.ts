import type { MessageData } from '../../text/message-text'
import * as v from 'valibot'
import { byCaseLayer, CASE_LAYERS, hasLevels, LAYERS, type CaseLayer, type LevelledLayer } from '../../iam/layers'
import { isDeeperThan } from '../../text/is-deeper-than'
import type { PASTE_MESSAGES, PasteProblem, PasteProblemCode } from '../messages/paste-messages'
import type { Draft, DraftLayer, DraftLayers, DraftLevels } from '../draft'
import { maskCredentials } from './mask-credentials'
import { withoutCredentials } from './without-credentials'

/** Caps on what a draft from outside may hold; a link or a file above them is refused. */
export const DRAFT_LIMITS = {
  characters: 5_000_000,
  paste: 2_000_000,
  name: 500,
  policies: 500,
  levels: 50,
  keys: 1_000,
  checks: 100,
  depth: 100,
} as const

const { paste, name, policies, levels, keys, checks, depth } = DRAFT_LIMITS

const line = v.pipe(v.string(), v.maxLength(name))
const value = v.pipe(v.string(), v.maxLength(20_000))
const state = v.picklist(['notGiven', 'none', 'given'])

const policy = v.object({
  name: line,
  text: v.pipe(v.string(), v.maxLength(paste)),
  source: v.exactOptional(line),
  isAssumed: v.exactOptional(v.literal(true)),
})
const policyList = v.pipe(v.array(policy), v.maxLength(policies))
const layer = v.object({ state, policies: policyList })
const tree = v.object({
  state,
  levels: v.pipe(v.array(v.object({ target: line, policies: policyList })), v.maxLength(levels)),
})

const contextEdit = v.variant('state', [
  v.object({
    state: v.literal('known'),
    values: v.pipe(v.array(value), v.maxLength(keys)),
    multivalued: v.exactOptional(v.literal(true)),
  }),
  v.object({ state: v.literal('absent') }),
  v.object({ state: v.literal('unknown') }),
])

const contextEdits = v.pipe(
  v.record(line, contextEdit),
  v.check((record) => few(record)),
)

const check = v.object({
  action: value,
  resource: value,
  resourceAccount: v.exactOptional(value),
  context: contextEdits,
  policy: v.exactOptional(layer),
})

const test = v.object({
  principal: v.exactOptional(value),
  action: value,
  resource: value,
  resourceAccount: v.exactOptional(value),
  context: v.exactOptional(
    v.pipe(
      v.record(line, v.union([value, v.pipe(v.array(value), v.maxLength(keys))])),
      v.check((record) => few(record)),
    ),
  ),
  expect: v.picklist(['allowed', 'denied']),
})

/** A record of limited size. */
const few = (record: Readonly<Record<string, unknown>>): boolean => Object.keys(record).length <= keys

const draftSchema = v.object({
  title: line,
  paste: v.pipe(v.string(), v.maxLength(paste)),
  chosen: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
  request: v.object({
    principal: v.exactOptional(value),
    action: v.exactOptional(value),
    resource: v.exactOptional(value),
    resourceAccount: v.exactOptional(value),
  }),
  context: contextEdits,
  otherContext: v.picklist(['unknown', 'absent']),
  layers: v.object(
    Object.fromEntries(CASE_LAYERS.map((id) => [LAYERS[id].key, hasLevels(id) ? tree : layer])) as {
      readonly [L in CaseLayer as KeyOf<L>]: L extends LevelledLayer ? typeof tree : typeof layer
    },
  ),
  facts: v.pipe(
    v.record(line, v.unknown()),
    v.check((record) => few(record)),
  ),
  holes: v.exactOptional(
    v.pipe(
      v.record(line, v.nullable(line)),
      v.check((record) => few(record)),
    ),
  ),
  linked: v.exactOptional(v.pipe(v.array(check), v.maxLength(checks))),
  tests: v.exactOptional(v.pipe(v.array(test), v.maxLength(checks))),
})

const problem = <Code extends PasteProblemCode>(
  code: Code,
  ...[data]: MessageData<(typeof PASTE_MESSAGES)[Code]>
): PasteProblem => ({
  code,
  severity: 'error',
  span: null,
  data: data ?? {},
})

/** How much JSON a value is, or null where it is none: it holds itself, is no data, or is deeper than any draft. */
function sizeOf(candidate: unknown): number | null {
  try {
    if (isDeeperThan(candidate, depth)) return null
    return JSON.stringify(candidate)?.length ?? null
  } catch {
    return null
  }
}

/** A draft, or the problem that keeps a value from being one. */
export type RestoredDraft<P = PasteProblem> = { readonly draft: Draft } | { readonly problem: P }

type KeyOf<L extends CaseLayer> = (typeof LAYERS)[L]['key']

/** A draft as files of version 1 hold it: its layers by the keys of a case file. */
export interface StoredDraft extends Omit<Draft, 'layers' | 'judged'> {
  readonly layers: { readonly [L in CaseLayer as KeyOf<L>]: DraftLayers[L] }
}

/** The form in which a draft is written to a file. */
export function storeDraft({ judged: _judged, layers, ...rest }: Draft): StoredDraft {
  const stored = Object.fromEntries(CASE_LAYERS.map((id) => [LAYERS[id].key, layers[id]]))
  return { ...rest, layers: stored as StoredDraft['layers'] }
}

/**
 * Makes a draft of a value that comes from outside: a link, a file, the browser's storage. Fields that a draft does not
 * have are left out, credentials too; what does not fit is refused as a whole. Never throws.
 */
export function restoreDraft(candidate: unknown): RestoredDraft {
  const size = sizeOf(candidate)
  if (size === null) return { problem: problem('draft-unreadable', { path: '' }) }
  if (size > DRAFT_LIMITS.characters)
    return { problem: problem('draft-too-large', { size, limit: DRAFT_LIMITS.characters }) }
  const result = v.safeParse(draftSchema, candidate)
  if (!result.success) {
    const path = maskCredentials(v.getDotPath(result.issues[0]) ?? '').text
    return { problem: problem('draft-unreadable', { path }) }
  }
  const { layers, ...rest } = result.output
  const restored = byCaseLayer<DraftLayer, DraftLevels>(
    (id) => layers[LAYERS[id].key],
    (id) => layers[LAYERS[id].key],
  )
  return { draft: withoutCredentials({ ...rest, layers: restored }) }
}
