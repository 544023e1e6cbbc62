/** Do the panes stand beside each other? On a narrow page they are one column. */
export const arePanesBeside = (): boolean => window.matchMedia('(width >= 56.25rem)').matches
