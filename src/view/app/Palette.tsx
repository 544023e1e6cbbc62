import { useMemo } from 'react'
import { CommandPalette } from '../features/commands/CommandPalette'
import { goTo } from '../state/address'
import { useDialogs } from '../state/dialogs'
import type { Command } from '../state/palette-commands'
import { COMMAND_KEY } from '../state/shortcuts'
import { useDraftHold, useSteps } from '../state/workbench'
import { focusLandmark } from '../ui/landmarks'
import { chooseTheme } from '../ui/theme'
import { useNewCase } from './use-new-case'

function useOwnCommands(): readonly Command[] {
  const { dispatch } = useDraftHold()
  const { canUndo, canRedo } = useSteps()
  const { show } = useDialogs()
  const startAnew = useNewCase()
  return useMemo(
    () => [
      {
        id: 'share',
        title: 'Share this case as a link',
        group: 'Case',
        keywords: 'copy send url',
        run: () => show('share'),
      },
      {
        id: 'new',
        title: 'Start a new case',
        group: 'Case',
        keywords: 'clear empty reset',
        run: startAnew,
      },
      ...(canUndo
        ? [
            {
              id: 'undo',
              title: 'Undo',
              group: 'Case' as const,
              shortcut: `${COMMAND_KEY}Z`,
              run: () => dispatch({ kind: 'undo' }),
            },
          ]
        : []),
      ...(canRedo
        ? [{ id: 'redo', title: 'Redo', group: 'Case' as const, run: () => dispatch({ kind: 'redo' }) }]
        : []),
      {
        id: 'go-paste',
        title: 'Go to the paste box',
        group: 'Go to',
        run: () => focusLandmark('paste'),
      },
      {
        id: 'go-diagnosis',
        title: 'Go to the diagnosis',
        group: 'Go to',
        run: () => focusLandmark('diagnosis'),
      },
      {
        id: 'aws-check',
        title: 'AWS check: decode, import, simulate',
        group: 'Go to',
        keywords: 'credentials sts iam who am i caller identity encoded authorization message policies simulator live',
        run: () => show('aws'),
      },
      {
        id: 'learn',
        title: 'Learn how AWS decides',
        group: 'Go to',
        keywords: 'lessons course teach',
        run: () => {
          window.location.hash = '#/learn'
        },
      },
      {
        id: 'explore',
        title: 'Explore what this principal may do',
        group: 'Go to',
        keywords: 'actions grid all services permissions csv',
        run: () => {
          window.location.hash = '#/explore'
        },
      },
      {
        id: 'trail',
        title: 'Go to the log view',
        group: 'Go to',
        keywords: 'trail cloudtrail denials csv',
        run: () => goTo('trail'),
      },
      { id: 'theme-light', title: 'Light theme', group: 'View', run: () => chooseTheme('light') },
      { id: 'theme-dark', title: 'Dark theme', group: 'View', run: () => chooseTheme('dark') },
      { id: 'theme-system', title: 'Theme of the system', group: 'View', run: () => chooseTheme('system') },
      {
        id: 'shortcuts',
        title: 'Keyboard shortcuts',
        group: 'View',
        keywords: 'help keys',
        shortcut: '?',
        run: () => show('shortcuts'),
      },
    ],
    [dispatch, startAnew, show, canUndo, canRedo],
  )
}

/** The command palette, with the workbench's own commands. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  return <CommandPalette own={useOwnCommands()} onClose={onClose} />
}
