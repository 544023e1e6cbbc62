import './editor.css'
import { createPolicyModel, EDITOR_LOOK, monaco } from './setup'
import { letPageScroll } from './touch-scroll'

/** A place that shows a change, to be read. */
export interface PolicyDiff {
  show(before: string, after: string): void
  dispose(): void
}

/** From this width on, the two texts stand side by side. */
const SIDE_BY_SIDE = 720

/** Names an editor of a diff, which forgets its name whenever the two are laid out another way. */
function keepLabel(editor: monaco.editor.ICodeEditor, ariaLabel: string) {
  const name = () => {
    if (editor.getOption(monaco.editor.EditorOption.ariaLabel) !== ariaLabel) editor.updateOptions({ ariaLabel })
  }
  editor.onDidChangeConfiguration(name)
  name()
}

/**
 * Puts a diff into an element of the page; `label` names the text after the change. `onHeight` hears the height that
 * shows the whole change, once it has been worked out and whenever it grows or shrinks.
 */
export function createPolicyDiff(host: HTMLElement, label: string, onHeight: (pixels: number) => void): PolicyDiff {
  const original = createPolicyModel('')
  const modified = createPolicyModel('')
  const diff = monaco.editor.createDiffEditor(host, {
    ...EDITOR_LOOK,
    compactMode: true,
    contextmenu: false,
    diffWordWrap: 'on',
    domReadOnly: true,
    fixedOverflowWidgets: true,
    folding: false,
    fontSize: 12,
    glyphMargin: false,
    hideUnchangedRegions: { enabled: true, contextLineCount: 2, minimumLineCount: 2, revealLineCount: 20 },
    ignoreTrimWhitespace: false,
    lineDecorationsWidth: 16,
    lineHeight: 19,
    lineNumbersMinChars: 3,
    padding: { top: 4, bottom: 4 },
    readOnly: true,
    renderGutterMenu: false,
    renderMarginRevertIcon: false,
    renderOverviewRuler: false,
    renderSideBySide: true,
    renderSideBySideInlineBreakpoint: SIDE_BY_SIDE,
    useInlineViewWhenSpaceIsLimited: true,
    wrappingIndent: 'deepIndent',
  })
  const editor = diff.getModifiedEditor()
  keepLabel(diff.getOriginalEditor(), 'The text before')
  keepLabel(editor, label)
  const leaveTouch = letPageScroll(host, editor)
  const tell = () => {
    if (diff.getLineChanges() !== null) onHeight(editor.getContentHeight())
  }
  diff.onDidUpdateDiff(tell)
  editor.onDidContentSizeChange(tell)
  return {
    show(before, after) {
      if (original.getValue() !== before) original.setValue(before)
      if (modified.getValue() !== after) modified.setValue(after)
      // Lines that go are painted once, from the tokens that are there by then: all of them are wanted.
      void monaco.editor.colorizeModelLine(original, original.getLineCount())
      if (diff.getModel() === null) diff.setModel({ original, modified })
    },
    dispose() {
      leaveTouch()
      diff.dispose()
      original.dispose()
      modified.dispose()
    },
  }
}
