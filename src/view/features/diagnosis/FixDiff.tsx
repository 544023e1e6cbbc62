import { useEffect, useMemo, useRef, useState } from 'react'
import { useMonaco, type Monaco } from '../../monaco/use-editor'
import { classNames } from '../../ui/class-names'
import { whenIdle } from '../../ui/when-idle'
import { formatJson } from '../../../text/format-json'
import { DiffLines } from '../../shared/DiffLines'

interface FixDiffProps {
  readonly before: string
  readonly after: string
  /** The name of the policy that changes. */
  readonly name: string
}

const BORDERS = 2
const MOST_HEIGHT = 420
/** What changes in a longer policy stands as plain lines: the editor would read all of it twice. In characters. */
const MOST_IN_EDITOR = 30_000

/** Has the element been in sight? A diff that nobody has opened is not made. */
function useSeen() {
  const [seen, setSeen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!frame.current || seen) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { scrollMargin: '300px' },
    )
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [seen])
  return { frame, seen }
}

/** A policy on one line is laid out, with and without the change: else the change would be all of it. */
function laidOut(before: string, after: string): { readonly before: string; readonly after: string } {
  if (before === '' || before.trim().includes('\n')) return { before, after }
  return { before: formatJson(before), after: formatJson(after) }
}

/**
 * What a fix changes in a policy: in the editor's colours once its code is here, as plain lines until then, and as the
 * same lines for those who listen and on paper.
 */
export function FixDiff({ name, ...texts }: FixDiffProps) {
  const { before, after } = useMemo(() => laidOut(texts.before, texts.after), [texts.before, texts.after])
  const { frame, seen } = useSeen()
  // A policy that is new is no change of a text: its lines say it all.
  const monaco = useMonaco(seen && before !== '' && before.length <= MOST_IN_EDITOR)
  const host = useRef<HTMLDivElement>(null)
  const diff = useRef<ReturnType<Monaco['createPolicyDiff']>>(null)
  const [height, setHeight] = useState<number | null>(null)

  useEffect(() => {
    if (!monaco || !host.current) return
    const made = monaco.createPolicyDiff(host.current, `${name} with the change`, setHeight)
    diff.current = made
    return () => {
      diff.current = null
      // Whatever takes its place is not to wait for it.
      whenIdle(() => made.dispose())
    }
  }, [monaco, name])
  useEffect(() => diff.current?.show(before, after), [monaco, name, before, after])

  const isDrawn = monaco !== null && height !== null
  return (
    <div ref={frame} className="relative">
      <div className={classNames(isDrawn && 'sr-only print:not-sr-only')}>
        <DiffLines before={before} after={after} isHeardOnly={isDrawn} />
      </div>
      {monaco !== null && (
        <div
          ref={host}
          data-diff
          className={classNames(
            'overflow-hidden rounded-md border border-line print:hidden',
            // The editor makes parts of itself visible, whatever it stands in.
            !isDrawn && 'pointer-events-none invisible absolute inset-x-0 top-0 opacity-0',
          )}
          style={{ height: isDrawn ? Math.min(height, MOST_HEIGHT) + BORDERS : MOST_HEIGHT }}
        />
      )}
    </div>
  )
}
