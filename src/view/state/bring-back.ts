import { useMemo } from 'react'
import type { Draft } from '../../draft/draft'
import { useIntake } from './intake'
import type { IntakeNotice } from './notices'
import { useDraftHold, useDraftPart, useSteps } from './workbench'

/** Says that a case went, and how it comes back; and that it is back. */
export interface BringBack {
  readonly tellGone: (text: string) => void
  /** One step back, which says so where it brings a case to an empty box. */
  readonly undo: () => void
}

const isBoxEmpty = ({ paste }: Draft): boolean => paste === ''

const BACK: IntakeNotice = { tone: 'allow', text: 'The case is back.' }

/** The way back to a case that was cleared. */
export function useBringBack(): BringBack {
  const { tell } = useIntake()
  const { dispatch } = useDraftHold()
  const { canUndo } = useSteps()
  const isGone = useDraftPart(isBoxEmpty) && canUndo
  return useMemo(() => {
    const undo = () => {
      dispatch({ kind: 'undo' })
      if (isGone) tell(BACK)
    }
    return {
      undo,
      tellGone: (text) =>
        tell({
          tone: 'allow',
          text,
          actions: [
            {
              label: 'Bring it back',
              run: () => {
                dispatch({ kind: 'undo' })
                tell(BACK)
              },
            },
          ],
        }),
    }
  }, [tell, dispatch, isGone])
}
