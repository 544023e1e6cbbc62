import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeAction/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/documentSymbols/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/format/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/lineSelection/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/longLinesHelper/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/quickOutline/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/snippet/register'
// The package's own entry for suggestions lacks their controller.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordOperations/register'
import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import type { Span } from '../../text/span'
import { SIGNS, signSvg, type SignName } from '../diagnosis/sign-shapes'
import { themeColor } from '../theme'
import type { Annotations } from './annotations'
import { changeBetween, withLineFeeds } from './document-change'
import './editor.css'
import { marksOf, rangeOf, remarksOf } from './editor-decorations'
import { POLICY_LANGUAGE } from './editor-language'
import { editorTheme } from './editor-theme'
import { registerPolicyLanguage, type OpenPolicy } from './monaco-language'
import type { PolicyProblem } from './policy-problems'

const MARKER_OWNER = 'policy'
const FLASH_MILLISECONDS = 1800
const MOST_ECHOES = 50

self.MonacoEnvironment = { getWorker: () => new EditorWorker() }

monaco.languages.register({ id: POLICY_LANGUAGE.id })
monaco.languages.setLanguageConfiguration(POLICY_LANGUAGE.id, POLICY_LANGUAGE.configuration)
monaco.languages.setMonarchTokensProvider(POLICY_LANGUAGE.id, POLICY_LANGUAGE.tokens)

/** What is known of the policy that each editor shows. */
const shown = new WeakMap<monaco.editor.ITextModel, OpenPolicy>()
registerPolicyLanguage(monaco, POLICY_LANGUAGE.id, (model) => shown.get(model) ?? null)

/** A marker's place in the margin takes an image: each sign becomes a mask in the colour of its tone. */
function signStyles(): string {
  return Object.entries(SIGNS)
    .map(([name, { tone }]) => {
      const image = `url("data:image/svg+xml,${encodeURIComponent(signSvg(name as SignName))}")`
      return `.policy-sign-${name}::before{background:var(--${tone});mask:${image} center/14px no-repeat}`
    })
    .join('\n')
}

const signSheet = new CSSStyleSheet()
signSheet.replaceSync(signStyles())
document.adoptedStyleSheets = [...document.adoptedStyleSheets, signSheet]

/** Takes the colours of the page's theme. */
export function adoptTheme(theme: 'light' | 'dark'): void {
  monaco.editor.defineTheme('page', editorTheme(theme, themeColor))
  monaco.editor.setTheme('page')
}

/** What the pane hears from its editor. */
export interface PolicyEditorEvents {
  readonly onChange: (text: string) => void
  /** The height that shows the whole text. */
  readonly onHeight: (pixels: number) => void
}

/** An editor for the policies of the draft, one model a policy. */
export interface PolicyEditor {
  /** Shows a policy's text; each key keeps its own undo, selection and scroll place. */
  open(document: { readonly key: string; readonly text: string; readonly label: string }): void
  /** Draws what is known of the open policy; null leaves what is drawn where the text has moved it. */
  annotate(annotations: Annotations | null, problems: readonly PolicyProblem[] | null): void
  /** What completion can fill in from the case. */
  know(context: OpenPolicy['context']): void
  /** Scrolls to a place and lets its lines flash once. */
  reveal(span: Span): void
  focus(at?: number): void
  /** Drops the models of policies that are gone. */
  keep(keys: ReadonlySet<string>): void
  dispose(): void
}

const SEVERITIES: Readonly<Record<PolicyProblem['severity'], monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  securityWarning: monaco.MarkerSeverity.Warning,
  warning: monaco.MarkerSeverity.Warning,
  suggestion: monaco.MarkerSeverity.Info,
}

function markersOf(text: string, problems: readonly PolicyProblem[]): monaco.editor.IMarkerData[] {
  return problems.map(({ span, severity, sentence }) => {
    const [start, end] = span ?? [0, 0]
    return { ...rangeOf(text, [start, Math.max(end, start + 1)]), severity: SEVERITIES[severity], message: sentence }
  })
}

/** Puts an editor into an element of the page. */
export function createPolicyEditor(host: HTMLElement, { onChange, onHeight }: PolicyEditorEvents): PolicyEditor {
  const editor = monaco.editor.create(host, {
    model: null,
    automaticLayout: true,
    contextmenu: true,
    cursorBlinking: 'smooth',
    fixedOverflowWidgets: true,
    folding: true,
    fontFamily: '"JetBrains Mono Variable", ui-monospace, monospace',
    fontLigatures: false,
    fontSize: 13,
    glyphMargin: true,
    guides: { indentation: false, bracketPairs: false },
    hideCursorInOverviewRuler: true,
    lineDecorationsWidth: 6,
    lineHeight: 21,
    lineNumbersMinChars: 3,
    minimap: { enabled: false },
    occurrencesHighlight: 'off',
    overviewRulerBorder: false,
    overviewRulerLanes: 0,
    padding: { top: 10, bottom: 12 },
    quickSuggestions: { strings: true, other: true, comments: false },
    renderLineHighlight: 'none',
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 9, horizontalScrollbarSize: 9 },
    stickyScroll: { enabled: false },
    suggest: { showWords: false, preview: false, showStatusBar: false },
    suggestSelection: 'first',
    tabFocusMode: true,
    unusualLineTerminators: 'off',
    wordBasedSuggestions: 'off',
    wordWrap: 'on',
    wrappingIndent: 'deepIndent',
  })
  const models = new Map<string, monaco.editor.ITextModel>()
  const views = new Map<string, monaco.editor.ICodeEditorViewState | null>()
  const marks = editor.createDecorationsCollection()
  const flash = editor.createDecorationsCollection()
  const remarkSheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, remarkSheet]
  const remarks = editor.createDecorationsCollection()
  let drawn: { annotations: Annotations; version: number } | null = null
  const known: { problems: readonly PolicyProblem[] } = { problems: [] }
  let openKey: string | null = null
  let silent = false
  /** Texts that were typed here, from the last one that came back on. */
  const echoes: string[] = []

  editor.onDidChangeModelContent(() => {
    if (silent) return
    const text = editor.getModel()?.getValue() ?? ''
    echoes.push(text)
    if (echoes.length > MOST_ECHOES) echoes.shift()
    onChange(text)
  })
  editor.onDidContentSizeChange(({ contentHeight }) => onHeight(contentHeight))

  /** The remarks, laid out for the editor's present width. */
  function drawRemarks() {
    const model = editor.getModel()
    if (!model || drawn?.version !== model.getVersionId()) return
    const { decorations, rules } = remarksOf(model.getValue(), drawn.annotations, editor.getLayoutInfo().viewportColumn)
    remarkSheet.replaceSync(rules)
    remarks.set([...decorations])
  }
  editor.onDidLayoutChange(drawRemarks)

  /** Is it a text that was typed here and comes back, perhaps after more has been typed? */
  function isEcho(text: string): boolean {
    const at = echoes.lastIndexOf(text)
    echoes.splice(0, at === -1 ? echoes.length : at)
    return at !== -1
  }

  function take(model: monaco.editor.ITextModel, text: string) {
    const change = changeBetween(model.getValue(), text)
    if (!change) return
    silent = true
    model.pushStackElement()
    model.pushEditOperations(
      [],
      [{ range: rangeOf(model.getValue(), [change.start, change.end]), text: change.text }],
      () => null,
    )
    model.pushStackElement()
    silent = false
  }

  function modelFor(key: string, text: string): monaco.editor.ITextModel {
    const there = models.get(key)
    if (there) {
      if (key !== openKey || !isEcho(text)) take(there, text)
      return there
    }
    const made = monaco.editor.createModel(text, POLICY_LANGUAGE.id)
    made.setEOL(monaco.editor.EndOfLineSequence.LF)
    made.updateOptions({
      tabSize: 2,
      insertSpaces: true,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    })
    models.set(key, made)
    return made
  }

  return {
    open({ key, text, label }) {
      editor.updateOptions({ ariaLabel: label })
      const normal = withLineFeeds(text)
      const model = modelFor(key, normal)
      // Places are counted in one text: the draft takes the line ends of the editor.
      if (normal !== text) onChange(normal)
      if (openKey === key) return
      if (openKey !== null) views.set(openKey, editor.saveViewState())
      openKey = key
      marks.clear()
      remarks.clear()
      flash.clear()
      drawn = null
      editor.setModel(model)
      editor.restoreViewState(views.get(key) ?? null)
      onHeight(editor.getContentHeight())
    },
    annotate(annotations, problems) {
      const model = editor.getModel()
      if (!model) return
      if (annotations) {
        marks.set([...marksOf(model.getValue(), annotations)])
        drawn = { annotations, version: model.getVersionId() }
        drawRemarks()
      }
      if (!problems) return
      monaco.editor.setModelMarkers(model, MARKER_OWNER, markersOf(model.getValue(), problems))
      known.problems = problems
    },
    know(context) {
      const model = editor.getModel()
      if (model)
        shown.set(model, {
          context,
          get problems() {
            return known.problems
          },
        })
    },
    reveal(span) {
      const model = editor.getModel()
      if (!model) return
      const range = rangeOf(model.getValue(), span)
      editor.setPosition({ lineNumber: range.startLineNumber, column: range.startColumn })
      editor.revealRangeInCenterIfOutsideViewport(range)
      flash.set([{ range, options: { isWholeLine: true, className: 'policy-flash' } }])
      setTimeout(() => flash.clear(), FLASH_MILLISECONDS)
    },
    focus(at) {
      const model = editor.getModel()
      if (model && at !== undefined) editor.setPosition(model.getPositionAt(at))
      editor.focus()
    },
    keep(keys) {
      for (const [key, model] of models) {
        if (keys.has(key)) continue
        models.delete(key)
        views.delete(key)
        if (openKey === key) openKey = null
        model.dispose()
      }
    },
    dispose() {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== remarkSheet)
      editor.dispose()
      for (const model of models.values()) model.dispose()
    },
  }
}
