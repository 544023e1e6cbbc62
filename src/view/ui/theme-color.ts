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
