import * as v from 'valibot'
import { CASE_LAYERS } from '../../iam/layers'
import { RECOGNISED_AS, type FoundNoteCode } from '../../policy/found-policy'
import { maskCredentials } from '../file/mask-credentials'
import { ASK_MESSAGES, FOUND_MESSAGES } from '../messages/paste-messages'
import type { AskReason } from '../messages/paste-messages'
import { DRAFT_LIMITS } from '../file/restore-draft'
import type { UnplacedPolicy } from './place-policies'

const { paste, name, policies, keys } = DRAFT_LIMITS

const clean = (longest: number) =>
  v.pipe(
    v.string(),
    v.maxLength(longest),
    v.transform((text) => maskCredentials(text).text),
  )
const line = clean(name)
const place = v.pipe(v.number(), v.integer(), v.minValue(0))
const layer = v.picklist(CASE_LAYERS)

const codesOf = <Code extends string>(messages: Readonly<Record<Code, string>>) => Object.keys(messages) as Code[]

const unplaced = v.object({
  policy: v.object({
    name: line,
    text: clean(paste),
    layer: v.nullable(layer),
    candidates: v.array(layer),
    level: v.nullable(line),
    source: v.nullable(line),
    owner: v.nullable(line),
    madeFor: v.exactOptional(line),
    members: v.pipe(v.array(line), v.maxLength(keys)),
    service: v.nullable(line),
    span: v.tuple([place, place]),
    recognisedAs: v.picklist(RECOGNISED_AS),
    notes: v.array(
      v.object({
        code: v.lazy(() => v.picklist(codesOf<FoundNoteCode>(FOUND_MESSAGES))),
        data: v.record(line, v.union([line, v.number()])),
      }),
    ),
    holes: v.pipe(v.array(line), v.maxLength(keys)),
  }),
  reason: v.lazy(() => v.picklist(codesOf<AskReason>(ASK_MESSAGES))),
})

/** The policies that wait for a layer, from what the browser kept; without credentials, and none that do not fit. Never throws. */
export function restoreUnplaced(kept: unknown): readonly UnplacedPolicy[] {
  if (!Array.isArray(kept)) return []
  return kept.slice(0, policies).flatMap((each): UnplacedPolicy[] => {
    const read = v.safeParse(unplaced, each)
    return read.success ? [read.output] : []
  })
}
