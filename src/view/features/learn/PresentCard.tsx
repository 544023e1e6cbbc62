import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { diagnose } from '../../../diagnosis/diagnose'
import type { Gate } from '../../../explanation/explanation'
import { parsePrincipal } from '../../../iam/principal'
import type { Card, Deck } from '../../../permalink/deck'
import { answerText } from '../../../permalink/expected-answer'
import { message } from '../../../text/message'
import { plainText } from '../../../text/phrase'
import { gateLook, type GateLook } from '../../shared/gate-look'
import { Sentence } from '../../shared/Sentence'
import { Sign } from '../../shared/Sign'
import type { SignName } from '../../shared/sign-shapes'
import { classNames } from '../../ui/class-names'
import { Logo } from '../../ui/Logo'
import { fitText } from './fit-text'
import { errorAlone, maskedError, titleOf } from './masked'
import { LAYERS } from '../../../iam/layers'
import { PRESENT_LAYERS, PRESENT_STATES, PRESENT_WORDS } from './messages'
import { presentMove, PRESENT_STEPS, type PresentPlace } from './present-keys'
import { useKeyPress } from '../../ui/use-key-press'

interface PresenterProps {
  readonly deck: Deck
  /** The card to begin with, from 0. */
  readonly at: number
  readonly onTurn: (card: number) => void
  readonly onClose: () => void
}

/** No longer error stands on a card, in characters: it could not be read from the back. */
const LONGEST_ERROR = 420

/** The text grows and shrinks by as much at a press. */
const SIZES = [0.85, 1, 1.15, 1.3, 1.5] as const

/** A deck before a room: one card at a time over the whole screen, its question, then the guess, then the answer. */
export function PresentCard({ deck: { cards, title }, at, onTurn, onClose }: PresenterProps) {
  const [place, setPlace] = useState<PresentPlace>({ card: at, step: 0 })
  const [isBlank, setBlank] = useState(false)
  const [size, setSize] = useState(1)
  const frame = useRef<HTMLDivElement>(null)
  const act = (pressed: string) => {
    const key = pressed.toLowerCase()
    const move = presentMove(pressed, place, cards.length)
    if (move !== null) {
      setBlank(false)
      setPlace(move)
      if (move.card !== place.card) onTurn(move.card)
    } else if (key === 'b') setBlank(!isBlank)
    else if (key === '+' || key === '=') setSize(Math.min(size + 1, SIZES.length - 1))
    else if (key === '-') setSize(Math.max(size - 1, 0))
    else if (key === 'f') void fullScreen(frame.current)
    else if (key === 'escape') onClose()
    frame.current?.focus()
    return move !== null
  }
  useKeyPress((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (act(event.key)) event.preventDefault()
  })
  useEffect(() => frame.current?.focus(), [])
  useLayoutEffect(() => {
    const fit = () => frame.current && fitText(frame.current, SIZES[size] ?? 1)
    fit()
    window.addEventListener('resize', fit)
    return () => window.removeEventListener('resize', fit)
  }, [place, size, isBlank])
  const card = cards[place.card]
  return (
    <div
      ref={frame}
      role="dialog"
      aria-modal
      aria-label={PRESENT_WORDS.label}
      tabIndex={-1}
      className="present fixed inset-0 z-50 flex flex-col overflow-auto bg-canvas text-ink outline-none"
    >
      {isBlank ? (
        <div role="img" aria-label={PRESENT_WORDS.blank} className="flex-1 bg-black" />
      ) : (
        <>
          <header className="mx-[4.5%] flex items-center justify-between gap-6 border-b border-line py-[1.1em]">
            <span className="flex shrink-0 items-center gap-3 font-semibold whitespace-nowrap">
              <Logo size={26} />
              Why Denied?
            </span>
            <span className="min-w-0 truncate leading-normal text-muted">{title}</span>
            <span className="shrink-0 font-semibold whitespace-nowrap tabular-nums">
              {place.card + 1} / {cards.length}
            </span>
          </header>
          {card && <Shown key={place.card} card={card} number={place.card + 1} step={place.step} />}
          <footer className="mx-[4.5%] flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line py-[0.9em] text-[max(20px,0.8em)] text-muted">
            <span aria-live="polite">
              {PRESENT_STEPS.map((name, index) => (
                <span key={name} className={index === place.step ? 'font-semibold text-ink' : ''}>
                  {index > 0 && ' · '}
                  {PRESENT_WORDS[name]}
                </span>
              ))}
            </span>
            <span className="flex-1" />
            {/* Without a keyboard each is pressed itself. */}
            {PRESENT_WORDS.keys.map(([keys, does, key]) => (
              <button
                key={keys}
                type="button"
                tabIndex={-1}
                className="whitespace-nowrap hover:text-ink"
                onClick={() => act(key)}
              >
                <kbd className="rounded-md border border-line-strong px-2">{keys}</kbd> {does}
              </button>
            ))}
          </footer>
        </>
      )}
    </div>
  )
}

async function fullScreen(element: HTMLElement | null): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await element?.requestFullscreen()
  } catch {
    // A browser that has no full screen shows the card as it is.
  }
}

interface ShownProps {
  readonly card: Card
  readonly number: number
  readonly step: number
}

/** The last part of an ARN; a wildcard alone says nothing, so that what it is of stands before it. */
function lastOf(arn: string): string {
  const parts = arn.split(/(?<=[:/])/)
  const last = parts.at(-1) ?? ''
  return last === '*' && parts.at(-2)?.endsWith('/') ? parts.slice(-2).join('') : last
}

/** Who calls, as one says it. */
function callerName(principal: string): string {
  const { kind, name } = parsePrincipal(principal) ?? { kind: null, name: '' }
  if (kind === 'user') return plainText(message(PRESENT_WORDS.aUser, { name }))
  return kind === 'role' || kind === 'roleSession'
    ? plainText(message(PRESENT_WORDS.aRole, { name }))
    : lastOf(principal) || PRESENT_WORDS.somebody
}

function Shown({ card, number, step }: ShownProps) {
  const { built, explanation } = useMemo(() => diagnose(card.draft), [card.draft])
  const request = built?.accessCase.request
  const error = useMemo(() => maskedError(errorAlone(card.draft)), [card.draft])
  const isTold = step === PRESENT_STEPS.indexOf('answer')
  const gates = explanation?.diagram.lanes.flatMap((lane) => lane.gates) ?? []
  const { action = '', resource = '', principal = '' } = request ?? {}
  const answer = explanation?.answer
  // A Deny of the organization stands whatever another layer allows.
  const isFinal =
    answer?.decision === 'explicitDeny' && answer.layer !== 'none' && LAYERS[answer.layer].owner === 'organizationAdmin'
  return (
    <div className="mx-[4.5%] grid flex-1 items-center gap-[5%] py-[1em] desk:grid-cols-[57fr_36fr]">
      <div className="min-w-0 space-y-[0.9em]">
        {/* A title often tells what denies. */}
        <p className="text-muted">{isTold ? card.title : titleOf(card) || `${PRESENT_WORDS.card} ${number}`}</p>
        <p className={classNames('leading-snug [overflow-wrap:anywhere]', isTold ? 'text-[1.25em]' : 'text-[1.9em]')}>
          {callerName(principal)} {PRESENT_WORDS.calls}{' '}
          <code className="border-b-2 border-accent bg-accent-soft px-1">{action}</code> {PRESENT_WORDS.on}{' '}
          <code>{lastOf(resource) || resource}</code>
        </p>
        {!isTold && error !== null && error.length <= LONGEST_ERROR && (
          <blockquote className="border-l-4 border-line-strong pl-[0.7em] font-mono text-[0.9em] leading-snug text-muted [overflow-wrap:anywhere]">
            {error}
          </blockquote>
        )}
        {step === 0 && card.notes !== '' && <p className="leading-snug whitespace-pre-wrap">{card.notes}</p>}
        {step === 1 && <p className="text-[2.2em] leading-tight font-bold tracking-tight">{PRESENT_WORDS.question}</p>}
        {step === 1 && card.options && (
          <ol className="list-decimal space-y-1 pl-[1.6em] leading-snug">
            {card.options.map((option) => (
              <li key={answerText(option)}>{answerText(option)}</li>
            ))}
          </ol>
        )}
        {isTold && answer && (
          <p role="status" className="text-[2.5em] leading-[1.1] font-bold tracking-tight [overflow-wrap:anywhere]">
            <Sentence words={answer.headline} />
          </p>
        )}
        {isTold && answer?.fact && (
          <p className="border-l-4 border-accent pl-[0.7em] leading-snug [overflow-wrap:anywhere]">
            <Sentence words={answer.fact.sentence} />
          </p>
        )}
      </div>
      <ul aria-label="Layers" className="min-w-0 space-y-[0.35em]">
        {gates.map((gate) => (
          <GateRow
            key={`${gate.lane} ${gate.layer}`}
            gate={gate}
            isTold={isTold}
            isAllowed={explanation?.diagram.end === 'allowed'}
            isFinal={isFinal}
          />
        ))}
      </ul>
    </div>
  )
}

const SIGN_OF: Readonly<Record<GateLook, SignName | null>> = {
  open: 'allows',
  stopped: 'denies',
  shut: 'denies',
  bypassed: null,
  claimed: 'notGiven',
  ajar: 'depends',
  notGiven: 'notGiven',
  empty: null,
  absent: null,
}

interface GateRowProps {
  readonly gate: Gate
  readonly isTold: boolean
  readonly isAllowed: boolean
  /** Can no other layer change the answer? */
  readonly isFinal: boolean
}

/** Nothing in it allows the request, which is no Deny. */
const lacksAllow = ({ status }: Gate): boolean => status === 'implicitDeny' || status === 'none'

/** What a layer comes to, in a word or two. */
function stateOf(
  gate: Gate,
  look: Exclude<GateLook, 'claimed'>,
  isAllowed: boolean,
  isFinal: boolean,
): keyof typeof PRESENT_STATES {
  if (look === 'open' && !isAllowed) return 'openInVain'
  if (lacksAllow(gate) && look === 'stopped') return 'lacksAllow'
  if (lacksAllow(gate) && look === 'shut') return 'lacksAllowToo'
  return look === 'notGiven' && isFinal ? 'canNotHelp' : look
}

function GateRow({ gate, isTold, isAllowed, isFinal }: GateRowProps) {
  const look = gateLook(gate)
  const denies = SIGN_OF[look] === 'denies'
  const sign = isTold ? (denies && lacksAllow(gate) ? 'implicitDeny' : SIGN_OF[look]) : null
  const isDecider = isTold && (look === 'stopped' || look === 'claimed')
  return (
    <li
      className={classNames(
        'flex items-center gap-[0.6em] rounded-xl border-2 px-[0.8em] leading-tight',
        isDecider ? 'border-deny bg-deny-soft py-[0.7em] text-[1.35em] font-bold' : 'py-[0.4em]',
        isDecider && look === 'claimed' && 'hatched border-dashed',
        !isDecider && (isTold && look === 'open' ? 'border-allow bg-allow-soft' : 'border-transparent'),
      )}
    >
      <span className="flex w-[1.2em] justify-center text-muted">
        {sign !== null && <Sign name={sign} size={24} />}
        {isTold && sign === null && <span aria-hidden>–</span>}
      </span>
      <span className="flex-1">{PRESENT_LAYERS[gate.layer]}</span>
      <span className={isDecider ? 'text-deny' : 'text-muted'}>
        {isTold
          ? look === 'claimed'
            ? gate.statusText
            : PRESENT_STATES[stateOf(gate, look, isAllowed, isFinal)]
          : '?'}
      </span>
    </li>
  )
}
