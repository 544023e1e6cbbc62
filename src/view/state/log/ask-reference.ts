import { createReference, fetchServices, REFERENCE_PATHS } from '../../../reference/create-reference'
import type { ActionIndex, Reference } from '../../../reference/reference'

/** The reference, as a worker reads it. What cannot be read is missing, and asked for again. */
export interface FetchedReference {
  /** The names of all actions; null where they cannot be read. */
  readonly actions: () => Promise<ActionIndex | null>
  /** The reference with these services. */
  readonly with: (prefixes: readonly string[]) => Promise<Reference>
}

/** The reference out of the files beside a page. */
export function fetchedReference(base: string): FetchedReference {
  const files = new Map<string, unknown>()
  const reference = createReference((path) => files.get(path))

  const fetchFile = async (path: string): Promise<void> => {
    try {
      const response = await fetch(new URL(`reference/${path}`, base))
      if (response.ok) files.set(path, await response.json())
    } catch {
      // No network: what is not here stays unknown.
    }
  }

  return {
    async actions() {
      if (reference.actions === null) await fetchFile(REFERENCE_PATHS.actions)
      return reference.actions
    },
    async with(prefixes) {
      await fetchServices(reference, prefixes, fetchFile)
      return reference
    },
  }
}
