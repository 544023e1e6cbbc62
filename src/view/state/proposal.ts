import type { FixChange } from '../../explanation/explanation'
import { sharedValue } from './shared-value'

const proposal = sharedValue<readonly FixChange[]>([])

/** Proposes changes in place of those before, for whoever shows the text that they are for. */
export const propose = proposal.set

/** The changes that are proposed now. */
export const useProposal = proposal.use
