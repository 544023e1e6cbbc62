import { STATE_TEXTS } from './messages'
import { messageText } from '../../text/message-text'
import { useEffect, useEffectEvent, useState } from 'react'
import { isTextField } from '../ui/is-text-field'

/** The text of a file, or the sentence that says why there is none. */
export async function readTextFile(file: File): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    const text = await file.text()
    if (text.trim() === '') return { problem: messageText(STATE_TEXTS.nameIsEmpty, { name: file.name }) }
    if (text.includes('\u0000')) return { problem: messageText(STATE_TEXTS.nameIsNotA, { name: file.name }) }
    return { text }
  } catch {
    return { problem: messageText(STATE_TEXTS.nameCouldNotBe, { name: file.name }) }
  }
}

/**
 * Takes a paste or a drop anywhere on the page that no text field takes itself. True while files hang over the page.
 * `onMany` may take what is more than one file, and says whether it does.
 */
export function usePageDrop(
  onText: (text: string) => void,
  onFiles: (files: readonly File[]) => Promise<void>,
  onMany: (transfer: DataTransfer) => boolean = () => false,
): boolean {
  const [over, setOver] = useState(false)

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (isTextField(event.target)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text === '') return
    event.preventDefault()
    onText(text)
  })

  const onDragOver = useEffectEvent((event: DragEvent) => {
    const files = event.dataTransfer?.types.includes('Files') ?? false
    if (!files && isTextField(event.target)) return
    event.preventDefault()
    setOver(true)
  })

  const onDragLeave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setOver(false)
  })

  const onDrop = useEffectEvent((event: DragEvent) => {
    setOver(false)
    const file = event.dataTransfer?.files[0]
    if (file === undefined && isTextField(event.target)) return
    event.preventDefault()
    if (event.dataTransfer && onMany(event.dataTransfer)) return
    const text = event.dataTransfer?.getData('text/plain') ?? ''
    if (file !== undefined) void onFiles([...(event.dataTransfer?.files ?? [])])
    else if (text !== '') onText(text)
  })

  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener('paste', (event) => onPaste(event), { signal })
    // In the capture phase: an editor would take the file's text for its own.
    document.addEventListener('dragover', (event) => onDragOver(event), { signal, capture: true })
    document.addEventListener('dragleave', (event) => onDragLeave(event), { signal, capture: true })
    document.addEventListener('drop', (event) => onDrop(event), { signal, capture: true })
    return () => stop.abort()
  }, [])

  return over
}
