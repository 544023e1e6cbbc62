import type { ClaimComparison } from '../explanation'
import { SETTING_MESSAGES } from '../messages/block-public-access'
import type { JudgedCase } from '../judged-case'
import type { Phrase } from '../../text/phrase'

/** The setting that AWS names as what refused the request; no policy decides such a one. */
export const refusingSetting = ({ denial }: Pick<JudgedCase, 'denial'>): string | null => denial?.setting ?? null

/** What AWS claims of a setting; there is nothing in policies to compare it with. */
export const settingClaim = (setting: string): ClaimComparison => ({
  outcome: 'noClaim',
  claim: SETTING_MESSAGES.claim(setting),
  finding: [],
  reasons: [],
})

/** Where the setting is set, and what to do, since no policy can help. */
export const settingNotes = (setting: string): readonly Phrase[] => [
  SETTING_MESSAGES['no-policy'](),
  SETTING_MESSAGES.levels(),
  SETTING_MESSAGES.instead(setting),
  SETTING_MESSAGES['turn-off'](),
]
