import { lazyPart } from '../../ui/lazy-part'

/** The form for repairs, with its editor, fetched when one is asked for. */
export const RepairPart = lazyPart(async () => (await import('./RepairForm')).RepairForm)
