import { APP_TEXTS } from './messages'
import { useCallback } from 'react'
import { EMPTY_DRAFT } from '../../draft/draft'
import { useBringBack } from '../state/bring-back'
import { useIntake } from '../state/intake'
import { focusLandmark } from '../ui/landmarks'

/** Starts a new case, and says how the one before comes back. */
export function useNewCase(): () => void {
  const { openDraft } = useIntake()
  const { tellGone } = useBringBack()
  return useCallback(() => {
    openDraft(EMPTY_DRAFT)
    tellGone(APP_TEXTS.aNewCaseThe)
    focusLandmark('paste')
  }, [openDraft, tellGone])
}
