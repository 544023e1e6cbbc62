import './features'
import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import { themeColor } from '../ui/theme-color'
import { editorTheme } from './editor-theme'
import { indentationOf } from './indentation'
import { registerPolicyLanguage } from './policy-language'
import { POLICY_TOKENS } from '../shared/policy-tokens'

const LANGUAGE = 'aws-policy'

self.MonacoEnvironment = { getWorker: () => new EditorWorker() }

monaco.languages.register({ id: LANGUAGE })
monaco.languages.setLanguageConfiguration(LANGUAGE, {
  wordPattern: /[\w$*:/.?-]+/,
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}', notIn: ['string'] },
    { open: '[', close: ']', notIn: ['string'] },
    { open: '"', close: '"', notIn: ['string'] },
  ],
})
monaco.languages.setMonarchTokensProvider(LANGUAGE, { tokenizer: { root: POLICY_TOKENS } })
registerPolicyLanguage(monaco, LANGUAGE)

let adopted: 'light' | 'dark' | null = null

/** Takes the colours of the page's theme. */
export function adoptTheme(theme: 'light' | 'dark'): void {
  if (theme === adopted) return
  adopted = theme
  monaco.editor.defineTheme('page', editorTheme(theme, themeColor))
  monaco.editor.setTheme('page')
}

/** A text in the language of policies, with the line ends in which places are counted, and indented further as it is. */
export function createPolicyModel(text: string): monaco.editor.ITextModel {
  const model = monaco.editor.createModel(text, LANGUAGE)
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  model.updateOptions(indentationOf(text))
  return model
}

/**
 * Settings of all models: an editor that is made without them sets them back for the others. The editor's own way to
 * find an indentation reads thousands of lines, of each model and at each change of a setting.
 */
const MODEL_SETTINGS = {
  'bracketPairColorization.enabled': false,
  detectIndentation: false,
  insertSpaces: true,
  tabSize: 2,
}

/** How policies look wherever they stand in an editor. */
export const EDITOR_LOOK = {
  ...MODEL_SETTINGS,
  automaticLayout: true,
  fontFamily: '"JetBrains Mono Variable", ui-monospace, monospace',
  fontLigatures: false,
  guides: { indentation: false, bracketPairs: false },
  hideCursorInOverviewRuler: true,
  minimap: { enabled: false },
  matchBrackets: 'near',
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  renderLineHighlight: 'none',
  scrollBeyondLastLine: false,
  scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 9, horizontalScrollbarSize: 9 },
  stickyScroll: { enabled: false },
  tabFocusMode: true,
  unusualLineTerminators: 'off',
  wordWrap: 'on',
  // ARNs are broken between their parts, not within a word.
  wordWrapBreakAfterCharacters: ' \t})]?|/:-&.,;',
} as const satisfies monaco.editor.IEditorOptions

export { monaco }
