import type { ClaimComparison, Verdict } from '../explanation'
import { SETTING_MESSAGES } from '../messages/block-public-access'
import type { Situation } from '../situation'

/** The setting that AWS names as what refused the request; no policy decides such a one. */
export const refusingSetting = ({ denial }: Pick<Situation, 'denial'>): string | null => denial?.setting ?? null

/** What AWS claims of a setting; there is nothing in policies to compare it with. */
export const settingClaim = (setting: string): ClaimComparison => ({
  outcome: 'noClaim',
  claim: SETTING_MESSAGES.claim(setting),
  finding: [],
  reasons: [],
})

/** The setting as the cause: where it is set, and what to do, since no policy can help. */
export const settingVerdict = (setting: string): Verdict => ({
  decision: 'none',
  layer: 'none',
  sentence: SETTING_MESSAGES.refused(setting),
  notes: [
    SETTING_MESSAGES['no-policy'](),
    SETTING_MESSAGES.levels(),
    SETTING_MESSAGES.instead(setting),
    SETTING_MESSAGES['turn-off'](),
  ],
})
