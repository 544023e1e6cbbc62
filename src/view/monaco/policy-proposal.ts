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

const REMOVED = { isWholeLine: true, className: 'policy-removed' }

/** What is added, for the eye alone: those who listen have it in the list of fixes. */
function blockOf(lines: readonly string[], columns: number): { readonly node: HTMLElement; readonly rows: number } {
  const node = document.createElement('div')
  node.className = 'policy-added'
  node.ariaHidden = 'true'
  for (const line of lines) {
    const row = document.createElement('div')
    row.textContent = line
    node.append(row)
  }
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), 0)
  return { node, rows }
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
        const { node, rows } = blockOf(lines, columns)
        const margin = document.createElement('div')
        margin.className = 'policy-added-margin'
        margin.textContent = '+'
        return accessor.addZone({ afterLineNumber: after, heightInLines: rows, domNode: node, marginDomNode: margin })
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
