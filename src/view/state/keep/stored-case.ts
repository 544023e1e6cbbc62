import type { Draft, DraftLayers } from '../../../draft/draft'
import { maskForKeeping } from '../../../draft/file/mask-credentials'
import { restoreDraft, storeDraft, type StoredDraft } from '../../../draft/file/restore-draft'
import { restoreUnplaced } from '../../../draft/paste/stored-unplaced'
import type { UnplacedPolicy } from '../../../draft/paste/place-policies'
import { mapDraftTexts } from '../../../permalink/redact-for-link'

/** A draft as the browser keeps it: as files do, and with the policies that AWS's message speaks of. */
export interface StoredCase {
  readonly draft: StoredDraft
  readonly judged?: StoredDraft['layers']
  /** The policies that wait for a layer, as they were read: without credentials. */
  readonly asked: readonly UnplacedPolicy[]
}

/** What comes back of a stored case. */
export interface RestoredCase {
  readonly draft: Draft
  readonly asked: readonly UnplacedPolicy[]
}

/**
 * Writes drafts without the credentials in their texts; a text that was in the draft before is not searched again, and none
 * of which `keptOf` knows what may be kept.
 */
export function createCaseWriter(
  keptOf: (text: string) => string | undefined = () => undefined,
): (restored: RestoredCase) => StoredCase {
  let searched: ReadonlyMap<string, string> = new Map()
  return ({ draft, asked }) => {
    const now = new Map<string, string>()
    const clean = mapDraftTexts(draft, (text) => {
      const without = now.get(text) ?? searched.get(text) ?? keptOf(text) ?? maskForKeeping(text).text
      now.set(text, without)
      return without
    })
    searched = now
    return {
      draft: storeDraft(clean),
      asked,
      ...(clean.judged && { judged: storeDraft({ ...clean, layers: clean.judged }).layers }),
    }
  }
}

/** The layers of a stored case; null where they cannot be read. */
function layersOf(draft: object, layers: unknown): DraftLayers | null {
  const restored = restoreDraft({ ...draft, layers })
  return 'draft' in restored ? restored.draft.layers : null
}

/** Reads what createCaseWriter wrote; null for anything else. Never throws. */
export function readStoredCase(value: unknown): RestoredCase | null {
  if (typeof value !== 'object' || value === null) return null
  const { draft, judged, asked } = value as Readonly<Partial<Record<keyof StoredCase, unknown>>>
  const restored = restoreDraft(draft)
  if ('problem' in restored) return null
  const before = judged === undefined ? null : layersOf(draft as object, judged)
  return {
    draft: before === null ? restored.draft : { ...restored.draft, judged: before },
    asked: restoreUnplaced(asked),
  }
}
