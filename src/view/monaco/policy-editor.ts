import type { Span } from '../../text/span'
import type { Annotations } from '../policies/annotations'
import type { PolicyProblem } from '../policies/policy-problems'
import { withLineFeeds } from './document-change'
import './editor.css'
import { tellPolicy, type OpenPolicy } from './policy-language'
import { createPolicyMarks, revealIn } from './policy-marks'
import { createPolicyModels } from './policy-models'
import { rangeIn } from './ranges'
import { EDITOR_LOOK, monaco } from './setup'

const MARKER_OWNER = 'policy'

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

function markersOf(
  model: monaco.editor.ITextModel,
  problems: readonly PolicyProblem[],
): readonly monaco.editor.IMarkerData[] {
  return problems.map(({ span, severity, sentence }) => {
    const [start, end] = span ?? [0, 0]
    return {
      ...rangeIn(model, [start, Math.max(end, start + 1)]),
      severity: SEVERITIES[severity],
      message: sentence,
    }
  })
}

/** Puts an editor into an element of the page. */
export function createPolicyEditor(host: HTMLElement, { onChange, onHeight }: PolicyEditorEvents): PolicyEditor {
  const editor = monaco.editor.create(host, {
    ...EDITOR_LOOK,
    model: null,
    contextmenu: true,
    cursorBlinking: 'smooth',
    fixedOverflowWidgets: true,
    folding: true,
    fontSize: 13,
    glyphMargin: true,
    lineDecorationsWidth: 6,
    lineHeight: 21,
    lineNumbersMinChars: 3,
    padding: { top: 10, bottom: 12 },
    // The list comes with the key, before what follows from the key is worked out.
    quickSuggestionsDelay: 0,
    quickSuggestions: { strings: true, other: true, comments: false },
    suggest: { showWords: false, preview: false, showStatusBar: false },
    suggestSelection: 'first',
    wordBasedSuggestions: 'off',
    wrappingIndent: 'deepIndent',
  })
  const models = createPolicyModels()
  const marks = createPolicyMarks(editor)
  let problemsNow: readonly PolicyProblem[] = []
  let openKey: string | null = null

  editor.onDidChangeModelContent(() => {
    if (models.isTaking()) return
    const text = editor.getModel()?.getValue() ?? ''
    models.typed(text)
    onChange(text)
  })
  editor.onDidContentSizeChange(({ contentHeight }) => onHeight(contentHeight))

  return {
    open({ key, text, label }) {
      editor.updateOptions({ ariaLabel: label })
      const normal = withLineFeeds(text)
      const model = models.take(key, normal, key === openKey)
      // Places are counted in one text: the draft takes the line ends of the editor.
      if (normal !== text) onChange(normal)
      if (openKey === key) return
      if (openKey !== null) models.saveView(openKey, editor.saveViewState())
      openKey = key
      marks.clear()
      editor.setModel(model)
      editor.restoreViewState(models.viewOf(key))
      onHeight(editor.getContentHeight())
    },
    annotate(annotations, problems) {
      const model = editor.getModel()
      if (!model) return
      if (annotations) marks.draw(annotations)
      if (!problems) return
      monaco.editor.setModelMarkers(model, MARKER_OWNER, [...markersOf(model, problems)])
      problemsNow = problems
    },
    know(context) {
      const model = editor.getModel()
      if (model) tellPolicy(model, { context, problems: () => problemsNow })
    },
    reveal: (span) => revealIn(editor, marks, span),
    focus(at) {
      const model = editor.getModel()
      if (model && at !== undefined) editor.setPosition(model.getPositionAt(at))
      editor.focus()
    },
    keep(keys) {
      const gone = models.keep(keys)
      if (openKey !== null && gone.includes(openKey)) openKey = null
    },
    dispose() {
      marks.dispose()
      editor.dispose()
      models.dispose()
    },
  }
}
