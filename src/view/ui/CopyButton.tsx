import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, type ButtonProps } from './Button'

const SHOWN_FOR = 1600

interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'children' | 'icon'> {
  /** What is put on the clipboard. */
  readonly text: string
  /** What the button says before it is pressed. */
  readonly label?: string
}

/** Copies a text, and says so for a moment. */
export function CopyButton({ text, label = 'Copy', size = 'small', ...rest }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    )
  }
  return (
    <Button
      size={size}
      onClick={copy}
      icon={state === 'copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      {...rest}
    >
      {/* What it says before keeps its place, so that no button beside it moves. */}
      <span className="grid *:[grid-area:1/1]">
        <span className={state === 'idle' ? '' : 'invisible'}>{label}</span>
        <span aria-live="polite">{state === 'copied' ? 'Copied' : state === 'failed' ? 'Not copied' : ''}</span>
      </span>
    </Button>
  )
}
