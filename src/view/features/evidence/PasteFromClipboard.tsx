import { EVIDENCE_TEXTS } from './messages'
import { ClipboardPaste } from 'lucide-react'
import { useIntake } from '../../state/intake'
import { Button } from '../../ui/Button'

/** Takes what the clipboard holds with one click, where the browser allows it. */
export function PasteFromClipboard() {
  const { takeText, tell } = useIntake()
  const paste = async () => {
    try {
      const text = await navigator.clipboard.readText()
      if (text.trim() === '') tell({ tone: 'depends', text: EVIDENCE_TEXTS.theClipboardHoldsNo })
      else takeText(text)
    } catch {
      tell({ tone: 'depends', text: EVIDENCE_TEXTS.thePageMayNotRead })
    }
  }
  return (
    <Button
      className="max-desk:h-11 max-desk:w-full"
      icon={<ClipboardPaste size={15} aria-hidden />}
      onClick={() => void paste()}
    >
      Paste from clipboard
    </Button>
  )
}
