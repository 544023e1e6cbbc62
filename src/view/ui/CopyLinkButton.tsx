import { Check, Link2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { IconButton } from './Button'

const SHOWN_FOR = 1600

const SAID = { copied: 'Copied', failed: 'Could not copy' } as const

interface CopyLinkButtonProps {
  readonly label: string
  /** Makes the link; fails where there is none. */
  readonly make: () => string | Promise<string>
}

/** A sign that copies a link, and says so for a moment. */
export function CopyLinkButton({ label, make }: CopyLinkButtonProps) {
  const [state, setState] = useState<keyof typeof SAID | null>(null)
  useEffect(() => {
    if (state === null) return
    const timer = setTimeout(() => setState(null), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await make())
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <IconButton label={label} size="small" onClick={() => void copy()}>
        {state === 'copied' ? <Check size={14} aria-hidden /> : <Link2 size={14} aria-hidden />}
      </IconButton>
      <span role="status" className={state === 'failed' ? 'text-xs text-deny' : 'sr-only'}>
        {state && SAID[state]}
      </span>
    </>
  )
}
