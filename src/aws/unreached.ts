/** Thrown in the place of a browser's one error for every call that did not get through. */
class UnreachedError extends Error {
  constructor(name: 'Offline' | 'NotForPages') {
    super('')
    this.name = name
  }
}

/**
 * Does the host answer at all? Asked without credentials and without reading the answer, which no rule about web pages
 * forbids.
 */
async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(endpoint, { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' })
    return true
  } catch {
    return false
  }
}

/**
 * Why a call did not get through, as an error that says it: no network, or a host that answers but not to pages. Any
 * other error stays.
 */
export async function tellUnreached(error: unknown, endpoint: string): Promise<unknown> {
  if (!(error instanceof Error) || error.name !== 'TypeError') return error
  if (typeof navigator !== 'undefined' && !navigator.onLine) return new UnreachedError('Offline')
  return (await answers(endpoint)) ? new UnreachedError('NotForPages') : error
}
