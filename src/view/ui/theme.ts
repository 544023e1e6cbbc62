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

/** The theme that is seen. */
export function themeSeen(): 'light' | 'dark' {
  if (choice !== 'system') return choice
  return darkQuery.matches ? 'dark' : 'light'
}

/** The other one, and what a button is called that changes to it. */
export function otherTheme(): { readonly other: 'light' | 'dark'; readonly label: string } {
  const other = themeSeen() === 'dark' ? 'light' : 'dark'
  return { other, label: `Switch to the ${other} theme` }
}

/** What is chosen now. */
export const themeChosen = (): ThemeChoice => choice

/** Runs when another theme is chosen or seen. */
export const onTheme = listeners.subscribe

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
