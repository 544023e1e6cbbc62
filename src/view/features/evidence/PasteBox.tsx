import { EVIDENCE_TEXTS } from './messages'
import { X } from 'lucide-react'
import {
  memo,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ChangeEvent,
  type ClipboardEvent,
} from 'react'
import type { Denial } from '../../../denial/denial'
import type { Draft } from '../../../draft/draft'
import { IconButton } from '../../ui/Button'
import { holdsCase } from '../../state/address'
import { useBringBack } from '../../state/bring-back'
import { isFree, LANDMARKS } from '../../ui/landmarks'
import { classNames } from '../../ui/class-names'
import { LONGEST_IN_BOX, useIntake } from '../../state/intake'
import { withPassageBehind } from '../../state/intake-texts'
import { useDiagnosis, useDraftPart } from '../../state/workbench'
import { markPaste, type MarkLook } from './paste-marks'

/** A text above this is long. */
const LONG = 20_000
const REST_MS = 400

/** What is too long for the box does not wait in it. */
const restsFirst = ({ length }: string) => length > LONG && length <= LONGEST_IN_BOX

/** A text above this is shown without marks, in a box that scrolls by itself: laying it out whole takes seconds. */
const LONGEST_MARKED = 100_000

/** What tells one paste from another: its beginning. */
const LONGEST_KEY = 200

/** Marks of what a denial says; the others are details around it. */
const TELLING: ReadonlySet<MarkLook> = new Set(['principal', 'action', 'resource', 'reason'])

const FACE =
  'col-start-1 row-start-1 m-0 min-h-36 py-2.5 pr-9 pl-3 font-mono text-xs leading-5 break-words whitespace-pre-wrap'

/** The text with its marks, under the transparent text box; a text too new to have marks stands without. */
function MarkedPaste({ paste }: { readonly paste: string }) {
  const { draft, reading } = useDiagnosis()
  const { paste: read, chosen } = draft
  return (
    <Marked paste={paste} read={read} chosen={chosen} denials={read === paste ? (reading?.denials ?? null) : null} />
  )
}

interface MarkedProps {
  readonly paste: string
  /** The text that was read, and of what its marks are: null where it is another. */
  readonly read: string
  readonly denials: readonly Denial[] | null
  readonly chosen: number
}

const Marked = memo(function Marked({ paste, read, denials, chosen }: MarkedProps) {
  const pieces = useMemo(() => markPaste(paste, denials ?? [], chosen), [paste, denials, chosen])
  const first = pieces.find(({ look }) => look !== null && TELLING.has(look))?.start ?? null
  const layer = useRef<HTMLPreElement>(null)
  const shown = useRef('')
  // Of a long text the denial is brought into sight once, when it comes or is chosen: then the hand scrolls.
  useEffect(() => {
    const box = layer.current?.parentElement
    const mark = layer.current?.querySelector<HTMLElement>('[data-first]')
    const key = `${chosen} ${first} ${read.slice(0, LONGEST_KEY)}`
    if (!box || !mark || shown.current === key) return
    // With the next picture, for which the page is laid out anyway: to ask at once would have that done for this alone.
    const frame = requestAnimationFrame(() => {
      shown.current = key
      if (mark.offsetTop + mark.offsetHeight > box.clientHeight) box.scrollTop = mark.offsetTop - box.clientHeight / 4
    })
    return () => cancelAnimationFrame(frame)
  }, [chosen, first, read])
  return (
    <pre ref={layer} aria-hidden className={classNames(FACE, 'pointer-events-none text-transparent')}>
      {pieces.map(({ text, look, start }) =>
        look === null ? (
          text
        ) : (
          <mark key={start} className={`mark mark-${look}`} {...(start === first ? { 'data-first': true } : {})}>
            {text}
          </mark>
        ),
      )}
      {'\n'}
    </pre>
  )
})

const pasteOf = ({ paste }: Draft): string => paste

/** The one box that takes whatever people have. It has the focus when the page opens. */
export const PasteBox = memo(function PasteBox() {
  const paste = useDraftPart(pasteOf)
  const { takeText, typeText } = useIntake()
  const { tellGone } = useBringBack()
  const box = useRef<HTMLTextAreaElement>(null)
  const [typing, setTyping] = useState<string | null>(null)
  const text = typing ?? paste
  const isMarked = text.length <= LONGEST_MARKED
  const id = useId()

  useEffect(() => {
    if (!holdsCase() && isFree()) box.current?.focus({ preventScroll: true })
  }, [])

  // Where something is taken out of what was typed, the next key goes on behind it and not at the end of the text.
  const typed = useRef<{ readonly value: string; readonly behind: number } | null>(null)
  useLayoutEffect(() => {
    const last = typed.current
    typed.current = null
    if (last === null || last.value === text || box.current !== document.activeElement) return
    const at = Math.max(0, text.length - last.behind)
    box.current?.setSelectionRange(at, at)
  }, [text])
  const takeKeys = ({ currentTarget: { value, selectionEnd } }: ChangeEvent<HTMLTextAreaElement>) => {
    typed.current = { value, behind: value.length - selectionEnd }
    if (restsFirst(value)) setTyping(value)
    else typeText(value)
  }

  // Every key in a long log would have it read again: it is read when the hand rests.
  const rest = useEffectEvent((typed: string) => {
    setTyping(null)
    typeText(typed)
  })
  useEffect(() => {
    if (typing === null) return
    const timer = setTimeout(() => rest(typing), REST_MS)
    return () => clearTimeout(timer)
  }, [typing])

  const clear = () => {
    setTyping(null)
    typeText('')
    tellGone(EVIDENCE_TEXTS.clearedWhatStoodHere)
    box.current?.focus()
  }

  /** What is long, comes into an empty box, or takes the place of all in it is evidence; else it is a piece of text, or a passage beside what stands there. */
  const takeWholePaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const text = event.clipboardData.getData('text/plain')
    const isWhole = selectionEnd - selectionStart === value.length || text.length > LONG
    const isBlank = text.trim() === ''
    const behind = isWhole ? null : withPassageBehind(value, [selectionStart, selectionEnd], text)
    if (behind !== null) {
      event.preventDefault()
      return typeText(behind)
    }
    if (!isWhole || (isBlank && text.length <= LONG)) return
    // Hundreds of thousands of blank lines hold the box up, and nothing else.
    event.preventDefault()
    if (!isBlank) takeText(text)
  }

  return (
    <div className="relative">
      <div className="relative grid max-h-80 grid-cols-1 overflow-y-auto rounded-lg border border-line-strong bg-surface has-focus-visible:border-accent has-focus-visible:ring-1 has-focus-visible:ring-accent">
        {isMarked && <MarkedPaste paste={text} />}
        <textarea
          ref={box}
          data-masks-itself
          id={LANDMARKS.paste}
          aria-label="Paste an error, event, policy or link"
          aria-describedby={id}
          placeholder="Paste an error, a log, a CloudTrail event, a policy or a link"
          value={text}
          onChange={takeKeys}
          onPaste={takeWholePaste}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          className={classNames(
            FACE,
            'over-marks resize-none bg-transparent text-ink outline-none',
            isMarked ? 'overflow-hidden' : 'h-80',
          )}
        />
      </div>
      <p id={id} className="sr-only">
        {EVIDENCE_TEXTS.textFromTheCommand}
      </p>
      {text !== '' && (
        <IconButton
          label="Clear the paste box"
          size="small"
          className="absolute top-1.5 right-2 bg-surface!"
          onClick={clear}
        >
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  )
})
