/** What all causes of the request itself begin with: nothing refutes them, and they are of no further check. */
export const OF_REQUEST = { basis: 'likely', weight: 0, isRefuted: false, about: null, note: [] } as const
