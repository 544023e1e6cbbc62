import type { Span } from '../../text/span'
import type { Annotations } from '../../diagnosis/annotations'
import type { WordedProblem } from '../../diagnosis/worded-problems'
import { withLineFeeds } from './document-change'
import './editor.css'
import { tellPolicy, type OpenPolicy } from './policy-language'
import { createPolicyMarks, revealIn } from './policy-marks'
import { createPolicyModels } from './policy-models'
import { createPolicyProposal, type ProposedLines } from './policy-proposal'
import { rangeIn } from './ranges'
import { EDITOR_LOOK, monaco } from './setup'
import { letPageScroll } from './touch-scroll'

const MARKER_OWNER = 'policy'

/** Keys that come faster than this are told together, behind the list of completions that each of them may open. */
const REST_MILLISECONDS = 60

/** A change of the open text, which nobody else has changed meanwhile. */
export interface TextChanged {
  readonly before: string
  readonly after: string
  /** Keys at rest for a moment; else the text was left, or put right. */
  readonly isTyping: boolean
}

/** A policy to show, and who hears of its changes. */
export interface OpenDocument {
  /** Each key keeps its own undo, selection and scroll place. */
  readonly key: string
  readonly text: string
  readonly label: string
  readonly onChange: (change: TextChanged) => void
}

/** An editor for the policies of the draft, one model a policy. */
export interface MonacoPolicyEditor {
  /** Shows a policy's text. */
  open(document: OpenDocument): void
  /** Reads a policy's text, which is half of what it takes to show a long one. */
  prepare(document: Pick<OpenDocument, 'key' | 'text'>): void
  /** Draws what is known of the open policy's text; null leaves what is drawn where the text has moved it. */
  annotate(text: string, annotations: Annotations | null, problems: readonly WordedProblem[] | null): void
  /** Draws a change that is proposed for a text between its lines; null: none. One of another text leaves what is drawn. */
  propose(text: string, change: ProposedLines | null): void
  /** Puts another text in the place of what was typed: the open policy has it already. */
  put(text: string): void
  /** What completion can fill in from the case. */
  know(context: OpenPolicy['context']): void
  /** Tells of the last keys now, without waiting for a rest. */
  tell(): void
  /** Scrolls to a place and lets its lines flash once. */
  reveal(span: Span): void
  /** Scrolls to a place where it is not in sight. */
  bringIntoSight(span: Span): void
  focus(at?: number): void
  /** Drops the models of policies that are gone. */
  keep(keys: ReadonlySet<string>): void
  dispose(): void
}

/** More problems than this are marked by themselves: it takes as long as all else that is drawn. */
const MANY = 100

/** A longer policy has its lines as they are, and no folds: to find where each would break and fold takes long. In lines. */
const LARGE = 2_000

const SEVERITIES: Readonly<Record<WordedProblem['severity'], monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  securityWarning: monaco.MarkerSeverity.Warning,
  warning: monaco.MarkerSeverity.Warning,
  suggestion: monaco.MarkerSeverity.Info,
}

function markersOf(
  model: monaco.editor.ITextModel,
  problems: readonly WordedProblem[],
): readonly monaco.editor.IMarkerData[] {
  return problems.map(({ span, severity, sentence }) => {
    const [start, end] = span ?? [0, 0]
    const range = rangeIn(model, [start, Math.max(end, start + 1)])
    const { startLineNumber: line } = range
    return {
      ...range,
      // What is wrong with a whole statement or policy is marked where that begins: a line under all of it hides it.
      ...(range.endLineNumber > line && { endLineNumber: line, endColumn: model.getLineMaxColumn(line) }),
      severity: SEVERITIES[severity],
      message: sentence,
    }
  })
}

/** Puts an editor into an element of the page; `onHeight` hears the height that shows the whole text. */
export function createPolicyEditor(host: HTMLElement, onHeight: (pixels: number) => void): MonacoPolicyEditor {
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
    suggest: { showWords: false, preview: false, showStatusBar: true },
    suggestSelection: 'first',
    wordBasedSuggestions: 'off',
    wrappingIndent: 'deepIndent',
  })
  // On Linux the editor's own keys for it are those of the browser's tools.
  editor.addCommand(monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF, () => {
    void editor.getAction('editor.action.formatDocument')?.run()
  })
  const leaveTouch = letPageScroll(host, editor)
  const models = createPolicyModels()
  const marks = createPolicyMarks(editor)
  const proposal = createPolicyProposal(editor)
  let problemsNow: { readonly list: readonly WordedProblem[]; readonly version: number } = { list: [], version: 0 }
  let marking: ReturnType<typeof setTimeout> | undefined
  let openNow: OpenDocument | null = null
  let isLargeNow = false
  /** The open text as the others know it. */
  let told = ''
  /** Runs while the others have not been told of the last keys. */
  let resting: ReturnType<typeof setTimeout> | undefined
  /** What came meanwhile, of the text before these keys. */
  let waiting: (() => void) | null = null

  function settle() {
    clearTimeout(resting)
    resting = undefined
    waiting = null
  }
  function tell(isTyping: boolean) {
    if (resting === undefined) return
    const before = told
    const draw = waiting
    settle()
    told = editor.getValue()
    // Keys that come to nothing bring nothing anew: what waited is of this text.
    if (told === before) return draw?.()
    models.typed(told)
    openNow?.onChange({ before, after: told, isTyping })
  }
  editor.onDidChangeModelContent(() => {
    if (models.isTaking()) return
    clearTimeout(resting)
    resting = setTimeout(() => tell(true), REST_MILLISECONDS)
  })
  editor.onDidBlurEditorText(() => tell(false))
  editor.onDidContentSizeChange(({ contentHeight }) => onHeight(contentHeight))

  function annotate(annotations: Annotations | null, problems: readonly WordedProblem[] | null) {
    const model = editor.getModel()
    if (!model) return
    if (annotations) marks.draw(annotations)
    if (!problems) return
    const version = model.getVersionId()
    const mark = () => {
      if (editor.getModel() !== model || model.getVersionId() !== version) return
      monaco.editor.setModelMarkers(model, MARKER_OWNER, [...markersOf(model, problems)])
    }
    if (problems !== problemsNow.list) {
      clearTimeout(marking)
      if (problems.length <= MANY) mark()
      else marking = setTimeout(mark)
    }
    problemsNow = { list: problems, version }
  }

  return {
    open(document) {
      const { key, text, label, onChange } = document
      const isSame = openNow?.key === key
      if (!isSame) tell(false)
      if (openNow?.label !== label) editor.updateOptions({ ariaLabel: label })
      const normal = withLineFeeds(text)
      const model = models.take(key, normal, isSame)
      if (model.getValue() === normal) {
        settle()
        told = normal
      }
      if (openNow && !isSame) models.saveView(openNow.key, editor.saveViewState())
      openNow = document
      if (!isSame) {
        marks.clear()
        proposal.draw(null)
        problemsNow = { list: [], version: 0 }
        const isLarge = model.getLineCount() > LARGE
        if (isLargeNow !== isLarge) {
          // Nothing is laid out twice.
          editor.setModel(null)
          editor.updateOptions({ wordWrap: isLarge ? 'off' : 'on', folding: !isLarge })
          isLargeNow = isLarge
        }
        editor.setModel(model)
        editor.restoreViewState(models.viewOf(key))
        onHeight(editor.getContentHeight())
      }
      // Places are counted in one text: the draft takes the line ends of the editor.
      if (normal !== text) onChange({ before: text, after: normal, isTyping: false })
    },
    prepare: ({ key, text }) => models.prepare(key, withLineFeeds(text)),
    annotate(text, annotations, problems) {
      if (text !== told) return
      if (resting === undefined) annotate(annotations, problems)
      else waiting = () => annotate(annotations, problems)
    },
    put(text) {
      if (openNow === null) return
      models.take(openNow.key, text, false)
      settle()
      told = text
    },
    propose(text, change) {
      if (withLineFeeds(text) === editor.getValue()) proposal.draw(change)
    },
    know(context) {
      const model = editor.getModel()
      if (!model) return
      const problems = () => (problemsNow.version === model.getVersionId() ? problemsNow.list : [])
      tellPolicy(model, { context, problems })
    },
    tell: () => tell(false),
    reveal: (span) => revealIn(editor, marks, span),
    bringIntoSight([start]) {
      const model = editor.getModel()
      if (model) editor.revealLineInCenterIfOutsideViewport(model.getPositionAt(start).lineNumber)
    },
    focus(at) {
      const model = editor.getModel()
      if (model && at !== undefined) editor.setPosition(model.getPositionAt(at))
      editor.focus()
    },
    keep(keys) {
      const gone = models.keep(keys)
      if (openNow !== null && gone.includes(openNow.key)) openNow = null
    },
    dispose() {
      tell(false)
      clearTimeout(marking)
      leaveTouch()
      marks.dispose()
      proposal.dispose()
      editor.dispose()
      models.dispose()
    },
  }
}
