import type * as monaco from 'monaco-editor/editor'

/** What tells how far an editor is scrolled. */
type Scrolled = Pick<monaco.editor.ICodeEditor, 'getScrollTop' | 'getScrollHeight' | 'getLayoutInfo'>

/** Can the editor's own text move under a finger that goes so far down? */
function canFollow(editor: Scrolled, down: number): boolean {
  const rest = editor.getScrollHeight() - editor.getLayoutInfo().height - editor.getScrollTop()
  return down > 0 ? editor.getScrollTop() > 0 : rest > 0
}

/**
 * Lets a finger on an editor scroll the page where the text has nowhere to go. The editor takes every touch for itself by
 * preventing what the browser would do, also where it then does nothing.
 */
export function letPageScroll(host: HTMLElement, editor: Scrolled): () => void {
  let from: { readonly x: number; readonly y: number } | null = null
  let isPages = false
  const leaveToPage = (event: TouchEvent) => {
    event.preventDefault = () => undefined
  }
  const onStart = (event: TouchEvent) => {
    const [touch, second] = event.touches
    from = touch && second === undefined ? { x: touch.clientX, y: touch.clientY } : null
    isPages = false
    if (from) leaveToPage(event)
  }
  const onMove = (event: TouchEvent) => {
    const [touch] = event.touches
    if (from && touch) {
      const [right, down] = [touch.clientX - from.x, touch.clientY - from.y]
      isPages = Math.abs(down) > Math.abs(right) && !canFollow(editor, down)
      from = null
    }
    if (isPages) leaveToPage(event)
  }
  host.addEventListener('touchstart', onStart, { passive: true })
  host.addEventListener('touchmove', onMove, { passive: true })
  return () => {
    host.removeEventListener('touchstart', onStart)
    host.removeEventListener('touchmove', onMove)
  }
}
