import type { FoundNoteCode } from '../../policy/found-policy'

/** How a policy was read, where it is not as it was pasted. */
export const READ_AS: ReadonlySet<FoundNoteCode> = new Set<FoundNoteCode>(['repaired', 'slip', 'left-out'])
