import { createContext, use } from 'react'

/** The dialogs of the workbench; one is open at a time. */
export type DialogName = 'share' | 'aws' | 'palette' | 'shortcuts'

interface Dialogs {
  readonly open: DialogName | null
  readonly show: (dialog: DialogName | null) => void
}

/** Holds the dialogs of the workbench; read it with `useDialogs`. */
export const DialogsContext = createContext<Dialogs | null>(null)

/** Which dialog is open, and the way to open another. */
export function useDialogs(): Dialogs {
  const dialogs = use(DialogsContext)
  if (dialogs === null) throw new Error('The workbench is missing above this component.')
  return dialogs
}
