import { EDITOR_TEXTS } from './messages'
import { startTransition, useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from 'react'
import type { InlineChange } from '../../explanation/report/inline-change'
import type { Span } from '../../text/span'
import { maskTyped } from '../../draft/file/mask-credentials'
import { Button } from '../ui/Button'
import { classNames } from '../ui/class-names'
import { arePanesBeside } from '../ui/panes-beside'
import { useEditorRetry, useMonaco, type Monaco } from '../monaco/use-editor'
import type { TextChanged } from '../monaco/policy-editor'
import type { OpenPolicy } from '../monaco/policy-language'
import type { Annotations } from '../../diagnosis/annotations'
import type { WordedProblem } from '../../diagnosis/worded-problems'

/** What the pane may ask of its editor. */
export interface PolicyEditorHandle {
  readonly reveal: (span: Span) => void
  /** Tells of the last keys now, before what is done with the text. */
  readonly tell: () => void
}

/** The policy in the editor. */
export interface EditorDocument {
  /** Which policy this is: each keeps its own undo. */
  readonly key: string
  readonly text: string
  /** The accessible name. */
  readonly label: string
}

interface PolicyEditorProps {
  /** Null where there is no policy to edit. */
  readonly document: EditorDocument | null
  /** All policies that exist, so that what was kept for others can go. */
  readonly documentKeys: ReadonlySet<string>
  /** Null while they are on their way: what is drawn moves with the text until then. */
  readonly annotations: Annotations | null
  /** The place that the answer is about, where it is in this policy: it is in sight first. */
  readonly told: Span | null
  /** Null while they are on their way, as above. */
  readonly problems: readonly WordedProblem[] | null
  /** What is proposed to change in the text; undefined while that is on its way. */
  readonly change: InlineChange | null | undefined
  /** What completion can fill in from the case. */
  readonly context: OpenPolicy['context']
  readonly onChange: (change: Pick<TextChanged, 'before' | 'after'>) => void
  readonly ref?: Ref<PolicyEditorHandle>
}

type Editor = ReturnType<Monaco['createPolicyEditor']>

/** A longer text is opened by itself. In characters. */
const LARGE = 50_000

/** What is higher shows on a narrow page what matters in it, until the whole is asked for. In pixels. */
const LONG_ON_PHONE = 1_000

const LEAST_HEIGHT = 120
/** So much of a policy stays in sight on a low page. */
const LEAST_SHOWN = 240
const LINE_HEIGHT = 21
const BORDERS = 2

/** The text of a policy: a plain text area until the editor has loaded. */
export function PolicyEditor({
  document,
  documentKeys,
  annotations,
  told,
  problems,
  change,
  context,
  onChange,
  ref,
}: PolicyEditorProps) {
  const monaco = useMonaco()
  const retry = useEditorRetry()
  /** The policy whose whole length a narrow page shows. */
  const [whole, setWhole] = useState<string | null>(null)
  const looked = useRef<ReadonlySet<string>>(new Set())
  const [height, setHeight] = useState<number | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)

  const open = useEffectEvent((made: Editor) => {
    if (!document) return
    // What follows from keys is worked out at once with the text, and gives way to the next key.
    const tell = (typed: TextChanged) => {
      // What is taken out of the draft does not stay in the editor, where the next keys would go on behind it.
      const change = { ...typed, after: maskTyped(typed.before, typed.after).text }
      if (change.after !== typed.after) made.put(change.after)
      if (change.isTyping) startTransition(() => onChange(change))
      else onChange(change)
    }
    made.open({ ...document, onChange: tell })
  })
  const prepare = useEffectEvent((made: Editor) => {
    if (document) made.prepare(document)
  })
  const annotate = useEffectEvent((made: Editor) => {
    if (!document) return
    made.annotate(document.text, annotations, problems)
    made.know(context)
    const place = annotations && (told ?? tellingPlace(annotations))
    if (!place || looked.current.has(document.key)) return
    // Once for each policy: then the hand scrolls.
    looked.current = new Set([...looked.current, document.key])
    made.bringIntoSight(place)
  })
  const propose = useEffectEvent((made: Editor) => {
    if (document && change !== undefined) made.propose(document.text, arePanesBeside() ? change : null)
  })

  useEffect(() => {
    if (!monaco || !host.current) return
    const at = area.current && area.current === globalThis.document.activeElement ? area.current.selectionEnd : null
    const made = monaco.createPolicyEditor(host.current, setHeight)
    editor.current = made
    open(made)
    annotate(made)
    propose(made)
    if (at !== null) made.focus(at)
    return () => {
      editor.current = null
      made.dispose()
    }
  }, [monaco])

  useEffect(() => {
    const made = editor.current
    if (!made) return
    if ((document?.text.length ?? 0) <= LARGE) return open(made)
    // To open a large text takes time that the rest of the page shall not wait for.
    let timer = setTimeout(() => {
      prepare(made)
      timer = setTimeout(() => {
        open(made)
        annotate(made)
        propose(made)
      })
    })
    return () => clearTimeout(timer)
  }, [document?.key, document?.text, document?.label])
  useEffect(() => {
    if (editor.current) annotate(editor.current)
  }, [document?.key, document?.text, annotations, problems, context])
  useEffect(() => {
    if (editor.current) propose(editor.current)
  }, [document?.key, document?.text, change])
  useEffect(() => editor.current?.keep(documentKeys), [documentKeys])

  useImperativeHandle(ref, () => ({
    reveal(span) {
      if (editor.current) editor.current.reveal(span)
      else revealInArea(area.current, span)
    },
    tell: () => editor.current?.tell(),
  }))

  const lines = document?.text.split('\n').length ?? 0
  const full = Math.max(height ?? lines * LINE_HEIGHT + 24, LEAST_HEIGHT) + BORDERS
  const isFolded = full > LONG_ON_PHONE && document !== null && whole !== document.key
  return (
    <>
      <div
        className={classNames(
          'relative min-h-0 overflow-hidden rounded-lg border border-line bg-surface',
          isFolded && 'max-desk:max-h-96',
        )}
        style={{ height: full, minHeight: Math.min(full, LEAST_SHOWN) }}
      >
        <div ref={host} className="absolute inset-0" />
        {monaco === null && document !== null && (
          <textarea
            ref={area}
            aria-label={document.label}
            className="absolute inset-0 resize-none bg-surface py-2.5 pr-3 pl-16 font-mono text-sm leading-[21px] text-ink focus-visible:outline-offset-[-2px]"
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            value={document.text}
            onChange={({ target }) => onChange({ before: document.text, after: target.value })}
          />
        )}
      </div>
      {retry && document !== null && (
        <p role="alert" className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {EDITOR_TEXTS.theEditorCouldNot}
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        </p>
      )}
      {isFolded && (
        <Button className="self-start desk:hidden" onClick={() => setWhole(document.key)}>
          Show all {lines} lines
        </Button>
      )}
    </>
  )
}

/** The place that says most of what the policy does: where it denies or should have allowed, else what it hangs on. */
function tellingPlace({ tints, remarks }: Annotations): Span | null {
  const marks = [...tints, ...remarks]
  return (marks.find(({ tone }) => tone === 'deny') ?? marks.find(({ tone }) => tone === 'depends'))?.span ?? null
}

function revealInArea(area: HTMLTextAreaElement | null, [start, end]: Span) {
  if (!area) return
  area.focus()
  area.setSelectionRange(start, end)
  area.scrollTop = (area.value.slice(0, start).split('\n').length - 4) * LINE_HEIGHT
}
