import { useCallback } from 'react'
import { EMPTY_DRAFT } from '../../draft/draft'
import { useIntake } from '../state/intake'
import { useDraft } from '../state/workbench'
import { focusLandmark } from '../ui/landmarks'

/** Starts a new case, and says how the one before comes back. */
export function useNewCase(): () => void {
  const { openDraft, tell } = useIntake()
  const { dispatch } = useDraft()
  return useCallback(() => {
    openDraft(EMPTY_DRAFT)
    tell({
      tone: 'allow',
      text: 'A new case. The one before is kept for undo.',
      actions: [
        {
          label: 'Bring it back',
          run: () => {
            tell()
            dispatch({ kind: 'undo' })
          },
        },
      ],
    })
    focusLandmark('paste')
  }, [openDraft, tell, dispatch])
}
