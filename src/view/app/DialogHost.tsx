import { lazyPart } from '../ui/lazy-part'
import { PartFailed } from '../ui/PartFailed'
import { useBringBack } from '../state/bring-back'
import { useDialogs, type DialogName } from '../state/dialogs'
import { useShortcuts } from '../state/shortcuts'
import { useDraftHold } from '../state/workbench'

/** Each dialog's code is loaded when it is first wanted. */
const DIALOGS = {
  share: lazyPart(async () => (await import('../features/share/ShareDialog')).ShareDialog),
  aws: lazyPart(async () => (await import('../features/aws/AwsDialog')).AwsDialog),
  palette: lazyPart(async () => (await import('./Palette')).Palette),
  shortcuts: lazyPart(async () => (await import('../features/commands/ShortcutsDialog')).ShortcutsDialog),
} as const satisfies Readonly<Record<DialogName, unknown>>

/** The dialog that is open, and the shortcuts. */
export function DialogHost() {
  const { open, show } = useDialogs()
  const { dispatch } = useDraftHold()
  const { undo } = useBringBack()
  useShortcuts({
    palette: () => show(open === 'palette' ? null : 'palette'),
    undo,
    redo: () => dispatch({ kind: 'redo' }),
    help: () => show('shortcuts'),
  })
  if (open === null) return null
  const Opened = DIALOGS[open]
  const close = () => show(null)
  return (
    <Opened
      key={open}
      onClose={close}
      failed={(retry, isNotLoaded) => <PartFailed isNotLoaded={isNotLoaded} onRetry={retry} onClose={close} />}
    />
  )
}
