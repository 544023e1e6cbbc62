import type * as monaco from 'monaco-editor/editor'

/** What is drawn of a change: the lines that go, from 1, and those that come after a line. */
export interface ProposedLines {
  readonly removed: readonly number[]
  readonly added: readonly { readonly after: number; readonly lines: readonly string[] }[]
}

/** A change drawn in the text of an editor, as in a code review. */
export interface PolicyProposal {
  /** Draws a change in place of the one before; null: none. */
  draw(change: ProposedLines | null): void
  dispose(): void
}

/** A line that goes on is set in as much deeper than it begins, in characters. */
const DEEPER = 2

/** The height of a line of the editor, in pixels. */
const ROW = 21

/** Behind what is noted at the end of a line, which goes on in rows of its own: `PositionAffinity.Right`. */
const BEHIND_NOTES: monaco.editor.PositionAffinity = 1

const REMOVED = { isWholeLine: true, className: 'policy-removed' }

/** What is added, for the eye alone: those who listen have it in the list of fixes. */
function blockOf(
  lines: readonly string[],
  columns: number,
): { readonly node: HTMLElement; readonly margin: HTMLElement; readonly rows: number } {
  const node = document.createElement('div')
  node.className = 'policy-added'
  node.ariaHidden = 'true'
  const margin = document.createElement('div')
  margin.className = 'policy-added-margin'
  let rows = 0
  for (const line of lines) {
    const indent = line.length - line.trimStart().length + DEEPER
    const row = document.createElement('div')
    row.textContent = line
    row.style.paddingLeft = `${indent}ch`
    row.style.textIndent = `${-indent}ch`
    node.append(row)
    const rest = Math.max(0, line.length - columns)
    const height = 1 + Math.ceil(rest / Math.max(1, columns - indent))
    const sign = document.createElement('div')
    sign.textContent = '+'
    sign.style.height = `${height * ROW}px`
    margin.append(sign)
    rows += height
  }
  return { node, margin, rows }
}

/** Keeps the drawing of a proposed change in an editor. */
export function createPolicyProposal(editor: monaco.editor.IStandaloneCodeEditor): PolicyProposal {
  const removed = editor.createDecorationsCollection()
  let zones: readonly string[] = []
  const draw = (change: ProposedLines | null) => {
    const columns = Math.max(20, editor.getLayoutInfo().viewportColumn)
    removed.set(
      (change?.removed ?? []).map((line) => ({
        range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
        options: REMOVED,
      })),
    )
    if (zones.length === 0 && change === null) return
    editor.changeViewZones((accessor) => {
      for (const zone of zones) accessor.removeZone(zone)
      zones = (change?.added ?? []).map(({ after, lines }) => {
        const { node, margin, rows } = blockOf(lines, columns)
        return accessor.addZone({
          afterLineNumber: after,
          afterColumnAffinity: BEHIND_NOTES,
          heightInLines: rows,
          domNode: node,
          marginDomNode: margin,
        })
      })
    })
  }
  return {
    draw,
    dispose() {
      draw(null)
      removed.clear()
    },
  }
}
