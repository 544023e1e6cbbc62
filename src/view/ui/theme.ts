import { useSyncExternalStore } from 'react'
import { createListeners } from './listeners'

/** What the user chose; "system" follows the operating system. */
export type ThemeChoice = 'system' | 'light' | 'dark'

const STORAGE_KEY = 'whydenied.theme'
const darkQuery = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = createListeners()
let choice = storedChoice()

function storedChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORAGE_KEY)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

function show() {
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
}

function resolved(): 'light' | 'dark' {
  if (choice !== 'system') return choice
  return darkQuery.matches ? 'dark' : 'light'
}

/** Puts the stored theme on the page, before the first render. */
export function startTheme() {
  show()
  darkQuery.addEventListener('change', listeners.tell)
}

/** Changes the theme and keeps the choice in this browser. */
export function chooseTheme(next: ThemeChoice) {
  choice = next
  try {
    if (next === 'system') localStorage.removeItem(STORAGE_KEY)
    else localStorage.setItem(STORAGE_KEY, next)
  } catch {
    // Storage may be switched off: the choice then lasts as long as the page.
  }
  show()
  listeners.tell()
}

/** The theme that is chosen and the one that is seen. */
export function useTheme(): { readonly choice: ThemeChoice; readonly resolved: 'light' | 'dark' } {
  return {
    choice: useSyncExternalStore(listeners.subscribe, () => choice),
    resolved: useSyncExternalStore(listeners.subscribe, resolved),
  }
}

/** Tokens of grounds; every other is of something that stands on one. */
const GROUNDS = /^(?:canvas|surface|raised|sunken|hover)$|-soft$/

/** What stands for a token: itself, or in a high contrast theme one of the two colours of the system. */
function cssColor(token: string): string {
  if (!window.matchMedia('(forced-colors: active)').matches) return `var(--${token})`
  return GROUNDS.test(token) ? 'Canvas' : 'CanvasText'
}

/** A design token of theme.css as #rrggbb in the theme that is seen now, for code that cannot take a CSS variable. */
export function themeColor(token: string): string {
  const probe = document.createElement('span')
  probe.style.forcedColorAdjust = 'none'
  probe.style.color = cssColor(token)
  document.body.append(probe)
  const channels = getComputedStyle(probe).color.match(/\d+/g) ?? []
  probe.remove()
  return `#${channels
    .slice(0, 3)
    .map((channel) => Number(channel).toString(16).padStart(2, '0'))
    .join('')}`
}
