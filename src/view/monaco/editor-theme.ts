/** The editor's colours in the page's theme; `color` reads a design token as #rrggbb. */
export function editorTheme(theme: 'light' | 'dark', color: (token: string) => string) {
  const isDark = theme === 'dark'
  return {
    base: isDark ? ('vs-dark' as const) : ('vs' as const),
    // The texts keep the numbers of their colours when the theme changes: both themes must number them alike.
    inherit: false,
    rules: [
      { token: 'key', foreground: color('syntax-key') },
      { token: 'string', foreground: color('syntax-string') },
      { token: 'allow', foreground: color('allow'), fontStyle: 'bold' },
      { token: 'deny', foreground: color('deny'), fontStyle: 'bold' },
      { token: 'number', foreground: color('ink') },
      { token: 'keyword', foreground: color('accent') },
      { token: 'delimiter', foreground: color('muted') },
    ],
    colors: {
      'editor.background': color('surface'),
      'editor.foreground': color('ink'),
      'editorLineNumber.foreground': color('faint'),
      'editorLineNumber.activeForeground': color('ink'),
      'editorCursor.foreground': color('accent'),
      'editor.selectionBackground': `${color('accent')}40`,
      'editor.lineHighlightBorder': '#00000000',
      'editor.lineHighlightBackground': '#00000000',
      'editorBracketMatch.background': color('accent-soft'),
      'editorBracketMatch.border': color('accent-line'),
      'editorHoverWidget.background': color('raised'),
      'editorHoverWidget.border': color('line-strong'),
      'editorHoverWidget.foreground': color('ink'),
      'editorSuggestWidget.background': color('raised'),
      'editorSuggestWidget.border': color('line-strong'),
      'editorSuggestWidget.foreground': color('ink'),
      'editorSuggestWidget.selectedBackground': color('accent-soft'),
      'editorSuggestWidget.selectedForeground': color('ink'),
      'editorSuggestWidget.highlightForeground': color('accent'),
      'editorSuggestWidget.focusHighlightForeground': color('accent'),
      'editorWidget.background': color('raised'),
      'editorWidget.border': color('line-strong'),
      'editorError.foreground': color('deny-solid'),
      'editorWarning.foreground': color('depends-solid'),
      focusBorder: color('accent'),
    },
  }
}
