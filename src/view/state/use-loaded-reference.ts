import { useEffect, useState } from 'react'
import type { Reference } from '../../reference/reference'

/**
 * The reference with one service, once it is read; undefined until then, and for good where it cannot be read. It comes
 * behind the first verdict, which never waits for it.
 */
export function useLoadedReference(service: string): Reference | undefined {
  const [reference, setReference] = useState<Reference>()
  useEffect(() => {
    if (service === '') return
    let isStale = false
    const load = async () => {
      const { loadServices, loadedReference } = await import('../reference/reference-queries')
      await loadServices([service])
      if (!isStale) setReference(loadedReference())
    }
    void load().catch(() => undefined)
    return () => {
      isStale = true
    }
  }, [service])
  return reference
}
