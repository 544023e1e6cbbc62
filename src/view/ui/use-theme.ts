import { useSyncExternalStore } from 'react'
import { onTheme, themeChosen, themeSeen, type ThemeChoice } from './theme'

/** The theme that is chosen and the one that is seen. */
export function useTheme(): { readonly choice: ThemeChoice; readonly resolved: 'light' | 'dark' } {
  return {
    choice: useSyncExternalStore(onTheme, themeChosen),
    resolved: useSyncExternalStore(onTheme, themeSeen),
  }
}
