import { JUDGED_TEXTS } from './judged-messages'
import { memo, useState, type ReactNode } from 'react'
import type { Answer, Basis } from '../../../explanation/answer'
import type { ClaimComparison } from '../../../explanation/explanation'
import type { Evidence } from '../../../explanation/evidence'
import { briefFact } from '../../../explanation/words/shorten-fact'
import { toldCauses } from '../../../explanation/words/told-causes'
import { messageText } from '../../../text/message-text'
import { sentencesOf } from '../../../text/sentences-of'
import { plainText, type Phrase, type Words } from '../../../text/phrase'
import { resourcePart } from '../../../iam/arn'
import { LAYERS } from '../../../iam/layers'
import { Badge } from '../../ui/Badge'
import type { Tone } from '../../ui/tone'
import { softened } from '../../shared/soften'
import { Sentence } from '../../shared/Sentence'
import { LineLink } from './LineLink'

interface Chip {
  readonly word: string
  readonly tone: Tone
}

const HOW_KNOWN: Readonly<Record<Basis, string>> = {
  proven: 'proven',
  claimed: 'AWS says so',
  likely: 'likely',
  open: 'not known yet',
}

const DECISIONS: Readonly<Record<Answer['decision'], { readonly word: string; readonly tone: Tone }>> = {
  allowed: { word: 'Allowed', tone: 'allow' },
  explicitDeny: { word: 'Denied', tone: 'deny' },
  implicitDeny: { word: 'Not allowed', tone: 'deny' },
  depends: { word: 'Depends', tone: 'depends' },
  none: { word: '', tone: 'unknown' },
}

const OUTCOMES: Readonly<Record<ClaimComparison['outcome'], Chip | null>> = {
  noClaim: null,
  agrees: { word: 'AWS says the same', tone: 'allow' },
  disagrees: { word: 'AWS says otherwise', tone: 'deny' },
  notGiven: null,
  changed: null,
  undecided: null,
}

/** What is not AWS's word has no badge of AWS. */
const SPEAKERS: Readonly<Record<NonNullable<Answer['speaker']>, string>> = {
  other: 'not from AWS',
  client: 'never reached AWS',
}

/** What is answered, of which layer, and how that is known. */
const answerChip = ({ basis, decision, layer, speaker, noPolicy }: Answer): Chip => {
  if (noPolicy)
    return { word: speaker ? SPEAKERS[speaker] : HOW_KNOWN[basis], tone: basis === 'likely' ? 'depends' : 'unknown' }
  const { word, tone } = DECISIONS[decision]
  const where = layer === 'none' ? '' : LAYERS[layer].short
  const known = basis === 'likely' ? 'depends' : basis === 'open' ? 'unknown' : tone
  return {
    word: [word, where, speaker ? SPEAKERS[speaker] : HOW_KNOWN[basis]].filter(Boolean).join(' · '),
    tone: known,
  }
}

const knownChips = (answer: Answer, agreement: Chip | null): readonly Chip[] =>
  [answer.noPolicy ? NO_POLICY : null, answerChip(answer), agreement].filter((chip) => chip !== null)

const askingChips = (answer: Answer): readonly Chip[] => {
  const causes = toldCauses(answer)
  return [
    {
      word:
        causes.length === 1
          ? JUDGED_TEXTS.oneCause
          : messageText(JUDGED_TEXTS.manyCauses, { causes: `${causes.length}` }),
      tone: causes.length === 0 ? 'unknown' : 'depends',
    },
  ]
}

const NO_POLICY: Chip = { word: JUDGED_TEXTS.noPolicyDecides, tone: 'unknown' }

/** What is known of a change that was made here only: what the headline says, and no more. */
const triedChips = (answer: Answer, isFinished: boolean): readonly Chip[] => [
  answer.basis === 'proven'
    ? { word: JUDGED_TEXTS.allowsNow, tone: 'allow' }
    : isFinished
      ? answerChip(answer)
      : { word: JUDGED_TEXTS.blankLeft, tone: 'depends' },
  { word: JUDGED_TEXTS.notInAws, tone: 'depends' },
]

interface VerdictRegionProps {
  readonly answer: Answer
  readonly claim: ClaimComparison
  /** Does AWS give no reason, so that one question comes first? */
  readonly isAsking: boolean
  /** Does it speak of several denials that have an answer each? Then nothing is known of all of them. */
  readonly isApart: boolean
  /** Is a change tried here that may lift what AWS reported? */
  readonly isTried: boolean
  /** Is nothing of it blank? */
  readonly isFinished: boolean
  readonly onReveal: (evidence: Evidence) => void
  /** What stands at the end of the row of chips. */
  readonly children?: ReactNode
}

/** The answer: how it is known, its headline, and one fact with its line. */
export const VerdictRegion = memo(function VerdictRegion({
  answer,
  claim,
  isAsking,
  isApart,
  isTried,
  isFinished,
  onReveal,
  children,
}: VerdictRegionProps) {
  const { basis, decision, layer, headline, fact } = answer
  const agreement = basis === 'proven' ? OUTCOMES[claim.outcome] : null
  const chips = isApart
    ? []
    : isTried
      ? triedChips(answer, isFinished)
      : isAsking
        ? askingChips(answer)
        : knownChips(answer, agreement)
  return (
    <div
      role="region"
      aria-label="Verdict"
      aria-live="polite"
      data-decision={decision}
      data-layer={layer}
      data-basis={basis}
      className="flex flex-col gap-1"
    >
      <div className="flex min-h-6 flex-wrap items-center gap-1.5">
        {chips.map(({ word, tone }) => (
          <Badge
            key={word}
            tone={tone}
            className={basis === 'claimed' && answer.speaker === undefined && !answer.noPolicy ? 'hatched' : ''}
          >
            {word}
          </Badge>
        ))}
        {children}
      </div>
      <h2 className="verdict-sentence text-xl font-semibold tracking-[-0.014em] text-pretty [overflow-wrap:anywhere] desk:text-2xl">
        <Sentence words={softened(headline, basis)} />
      </h2>
      {fact && (
        <p
          title={plainText(fact.sentence)}
          className="max-w-[52rem] text-sm text-pretty [overflow-wrap:anywhere] text-muted desk:text-base"
        >
          {fact.evidence && fact.line !== null && (
            <LineLink line={fact.line} onReveal={() => fact.evidence && onReveal(fact.evidence)} />
          )}
          {isAsking && answer.question ? (
            // The rest stands whole below.
            <Sentence words={sentencesOf(fact.sentence)[0] ?? fact.sentence} />
          ) : (
            <Fact key={plainText(fact.sentence)} whole={fact.sentence} brief={briefFact(answer)} />
          )}
        </p>
      )}
    </div>
  )
})

/** How the ARNs of callers begin, whose accounts tell them apart. */
const OF_CALLERS = /^arn:[\w-]+:(?:iam|sts)::/

/** Several ARNs are told by what tells them apart: the whole of them is where the sentence is pointed at. */
function withShortArns(phrase: Phrase): Phrase {
  const isArn = ({ mark, text }: Words) => mark === 'code' && text.startsWith('arn:')
  const arns = phrase.filter(isArn)
  const [first = { text: '' }] = arns
  const begin = first.text.slice(0, first.text.length - resourcePart(first.text).length)
  const begins = [begin, OF_CALLERS].find((one) => arns.every(({ text }) => text.split(one, 1)[0] === ''))
  if (arns.length < 2 || begins === undefined) return phrase
  return phrase.map((word) => (isArn(word) ? { ...word, text: word.text.replace(begins, '') } : word))
}

/** What the answer rests on: at first no more of it than is read at a glance. */
function Fact({ whole, brief }: { readonly whole: Phrase; readonly brief: Phrase | null }) {
  const [isOpen, setOpen] = useState(false)
  if (brief === null) return <Sentence words={withShortArns(whole)} />
  return (
    <>
      <Sentence words={isOpen ? whole : brief} />{' '}
      <button
        type="button"
        aria-expanded={isOpen}
        className="rounded-sm text-accent underline underline-offset-2 print:hidden"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'less' : '… more'}
      </button>
    </>
  )
}
