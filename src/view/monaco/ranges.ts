import type * as monaco from 'monaco-editor/editor'
import type { Span } from '../../text/span'
import type { EditorRange } from './editor-decorations'

/** Where a span lies in the text of a model. */
export function rangeIn(model: monaco.editor.ITextModel, [start, end]: Span): EditorRange {
  const from = model.getPositionAt(start)
  const to = model.getPositionAt(end)
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  }
}
