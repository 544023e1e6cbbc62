import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeEditor/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/lineSelection/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/longLinesHelper/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/smartSelect/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordOperations/register'
import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import type { Span } from '../../text/span'
import { SIGNS, signSvg, type SignName } from '../diagnosis/sign-shapes'
import { themeColor } from '../theme'
import type { Annotations, AnnotationTone } from './annotations'
import { changeBetween, withLineFeeds } from './document-change'
import './editor.css'
import { escapeMarkdown } from './escape-markdown'
import type { PolicyProblem } from './policy-problems'

const LANGUAGE = 'aws-policy'
const MARKER_OWNER = 'policy'
const FLASH_MILLISECONDS = 1800

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
monaco.languages.setMonarchTokensProvider(LANGUAGE, {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'key'],
      [/"Allow"/, 'allow'],
      [/"Deny"/, 'deny'],
      [/"(?:[^"\\]|\\.)*"?/, 'string'],
      [/-?\d[\d.e+-]*/i, 'number'],
      [/true|false|null/, 'keyword'],
      [/[{}[\],:]/, 'delimiter'],
    ],
  },
})

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
  const surface = themeColor('surface')
  monaco.editor.defineTheme('page', {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: 'key', foreground: theme === 'dark' ? 'C5A5F5' : '7A3E9D' },
      { token: 'string', foreground: theme === 'dark' ? '8FC1F0' : '0B5A8F' },
      { token: 'allow', foreground: themeColor('allow'), fontStyle: 'bold' },
      { token: 'deny', foreground: themeColor('deny'), fontStyle: 'bold' },
      { token: 'number', foreground: themeColor('ink') },
      { token: 'keyword', foreground: themeColor('accent') },
      { token: 'delimiter', foreground: themeColor('muted') },
    ],
    colors: {
      'editor.background': surface,
      'editor.foreground': themeColor('ink'),
      'editorLineNumber.foreground': themeColor('faint'),
      'editorLineNumber.activeForeground': themeColor('ink'),
      'editorCursor.foreground': themeColor('accent'),
      'editor.selectionBackground': `${themeColor('accent')}40`,
      'editor.lineHighlightBorder': '#00000000',
      'editor.lineHighlightBackground': '#00000000',
      'editorBracketMatch.background': themeColor('accent-soft'),
      'editorBracketMatch.border': themeColor('accent-line'),
      'editorHoverWidget.background': themeColor('raised'),
      'editorHoverWidget.border': themeColor('line-strong'),
      'editorHoverWidget.foreground': themeColor('ink'),
      'editorWidget.background': themeColor('raised'),
      'editorWidget.border': themeColor('line-strong'),
      'editorError.foreground': themeColor('deny-solid'),
      'editorWarning.foreground': themeColor('depends-solid'),
      focusBorder: themeColor('accent'),
    },
  })
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
  annotate(annotations: Annotations | null, problems: readonly PolicyProblem[]): void
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

function rangeOf(model: monaco.editor.ITextModel, [start, end]: Span): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))
}

/** The line whose margin speaks for a statement: the first that holds more of it than its brace. */
function firstLine(model: monaco.editor.ITextModel, [start, end]: Span): number {
  const { lineNumber, column } = model.getPositionAt(start)
  const hasMore = column < model.getLineLastNonWhitespaceColumn(lineNumber) - 1
  return hasMore || lineNumber === model.getPositionAt(end).lineNumber ? lineNumber : lineNumber + 1
}

type Decoration = monaco.editor.IModelDeltaDecoration

interface LineRemark {
  readonly line: number
  readonly text: string
  readonly tone: AnnotationTone
}

/** Remarks by line; several on one line stand behind one another. */
function remarksByLine(model: monaco.editor.ITextModel, { remarks, signs }: Annotations): readonly LineRemark[] {
  const starts = new Set(signs.map(({ span }) => span[0]))
  const lines = new Map<number, LineRemark>()
  for (const { span, text, tone } of remarks) {
    const line = starts.has(span[0]) ? firstLine(model, span) : model.getPositionAt(span[0]).lineNumber
    const there = lines.get(line)
    lines.set(line, { line, text: there ? `${there.text} · ${text}` : text, tone: there?.tone ?? tone })
  }
  return [...lines.values()]
}

/** A text as CSS writes strings: nothing in it ends the string. */
function cssString(text: string): string {
  const escaped = [...text].map((sign) => (/[\w ]/.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16) ?? ''} `))
  return `"${escaped.join('')}"`
}

/** Width of a character of a remark beside one of the code. */
const REMARK_CHARACTER = 0.72
const REMARK_GAP = 3

/**
 * A remark behind its line's text. Where the rest of the line has room for it, it is painted there and does not count
 * as text; where not, it is wrapped onto lines of its own.
 */
function remarkDecoration(
  model: monaco.editor.ITextModel,
  remark: LineRemark,
  index: number,
  room: number,
): Decoration {
  const { line, text, tone } = remark
  const column = model.getLineMaxColumn(line)
  const range = new monaco.Range(line, column, line, column)
  const look = `policy-remark policy-tone-${tone}`
  if (column + REMARK_GAP + text.length * REMARK_CHARACTER < room) {
    return { range, options: { showIfCollapsed: true, afterContentClassName: `${look} policy-remark-${index}` } }
  }
  return {
    range,
    options: {
      showIfCollapsed: true,
      after: {
        content: `\u2003${text}`,
        inlineClassName: look,
        inlineClassNameAffectsLetterSpacing: true,
        cursorStops: monaco.editor.InjectedTextCursorStops.None,
      },
    },
  }
}

/** Signs, tints and underlines; the remarks are drawn apart. */
function decorationsOf(model: monaco.editor.ITextModel, annotations: Annotations): readonly Decoration[] {
  const stickiness = monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges
  return [
    ...annotations.signs.map(({ span, sign, hover }) => {
      const line = firstLine(model, span)
      return {
        range: new monaco.Range(line, 1, line, 1),
        options: {
          glyphMarginClassName: `policy-sign policy-sign-${sign}`,
          glyphMarginHoverMessage: { value: escapeMarkdown(hover) },
        },
      }
    }),
    ...annotations.tints.map(({ span, tone }) => ({
      range: new monaco.Range(firstLine(model, span), 1, model.getPositionAt(span[1]).lineNumber, 1),
      options: { className: `policy-tint policy-tone-${tone}`, isWholeLine: true, stickiness },
    })),
    ...annotations.underlines.map(({ span, tone, hover }) => ({
      range: rangeOf(model, span),
      options: {
        inlineClassName: `policy-fault policy-tone-${tone}`,
        hoverMessage: { value: escapeMarkdown(hover) },
        stickiness,
      },
    })),
  ]
}

function markersOf(model: monaco.editor.ITextModel, problems: readonly PolicyProblem[]): monaco.editor.IMarkerData[] {
  return problems.map(({ span, severity, sentence }) => {
    const [start, end] = span ?? [0, 0]
    return { ...rangeOf(model, [start, Math.max(end, start + 1)]), severity: SEVERITIES[severity], message: sentence }
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
    renderLineHighlight: 'none',
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 9, horizontalScrollbarSize: 9 },
    stickyScroll: { enabled: false },
    tabFocusMode: true,
    unusualLineTerminators: 'off',
    wordWrap: 'on',
    wrappingIndent: 'deepIndent',
  })
  const models = new Map<string, monaco.editor.ITextModel>()
  const views = new Map<string, monaco.editor.ICodeEditorViewState | null>()
  const decorations = editor.createDecorationsCollection()
  const flash = editor.createDecorationsCollection()
  const remarkSheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, remarkSheet]
  const remarks = editor.createDecorationsCollection()
  let drawn: { annotations: Annotations; version: number } | null = null
  let openKey: string | null = null
  let silent = false

  editor.onDidChangeModelContent(() => {
    if (!silent) onChange(editor.getModel()?.getValue() ?? '')
  })
  editor.onDidContentSizeChange(({ contentHeight }) => onHeight(contentHeight))

  /** The remarks, laid out for the editor's present width. */
  function drawRemarks() {
    const model = editor.getModel()
    if (!model || drawn?.version !== model.getVersionId()) return
    const room = editor.getLayoutInfo().viewportColumn
    const lines = remarksByLine(model, drawn.annotations)
    const rules = lines.map(
      ({ text }, index) => `.policy-remark-${index}::after{content:${cssString(`\u2003${text}`)}}`,
    )
    remarkSheet.replaceSync(rules.join('\n'))
    remarks.set(lines.map((remark, index) => remarkDecoration(model, remark, index, room)))
  }
  editor.onDidLayoutChange(drawRemarks)

  function take(model: monaco.editor.ITextModel, text: string) {
    const change = changeBetween(model.getValue(), text)
    if (!change) return
    silent = true
    model.pushStackElement()
    model.pushEditOperations([], [{ range: rangeOf(model, [change.start, change.end]), text: change.text }], () => null)
    model.pushStackElement()
    silent = false
  }

  function modelFor(key: string, text: string): monaco.editor.ITextModel {
    const there = models.get(key)
    if (there) {
      take(there, text)
      return there
    }
    const made = monaco.editor.createModel(text, LANGUAGE)
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
      decorations.clear()
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
        decorations.set(decorationsOf(model, annotations))
        drawn = { annotations, version: model.getVersionId() }
        drawRemarks()
      }
      monaco.editor.setModelMarkers(model, MARKER_OWNER, markersOf(model, problems))
    },
    reveal(span) {
      const model = editor.getModel()
      if (!model) return
      const range = rangeOf(model, span)
      editor.setPosition(range.getStartPosition())
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
