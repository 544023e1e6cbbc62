import { ArrowRight } from 'lucide-react'
import { useMemo } from 'react'
import { knownCode, nearestCodes, type KnownCode } from '../../../diagnosis/known-codes'
import { COURSE } from '../../../lessons/course/course'
import { LESSONS_OF_CODES, LESSONS_OF_KINDS } from '../../../lessons/lessons-of-codes'
import { messageIfKnown } from '../../../text/message'
import { own } from '../../../text/own'
import { Sentence } from '../../shared/Sentence'
import { buttonClass } from '../../ui/Button'
import { lazyPart } from '../../ui/lazy-part'
import { LearnFrame } from './LearnFrame'
import { WHY_WORDS } from './messages'
import { WhyPart as Part } from './WhyPart'

const WhyExample = lazyPart(async () => (await import('./WhyExample')).WhyExample)

const Said = ({ text }: { readonly text: string }) => (
  <p className="[overflow-wrap:anywhere]">
    <Sentence words={messageIfKnown(text, {}) ?? []} />
  </p>
)

/** What a code of an answer means: the same as the command `explain` prints, with an example that opens and the lesson. */
export function WhyPage({ code }: { readonly code: string }) {
  const known = useMemo(() => knownCode(code), [code])
  return (
    <LearnFrame title={code === '' ? WHY_WORDS.title : code}>
      <p className="text-sm text-muted">{WHY_WORDS.title}</p>
      <h1 className="mt-1 font-mono text-2xl font-semibold tracking-tight [overflow-wrap:anywhere]">{code}</h1>
      {known === null ? <Unknown code={code} /> : <Known known={known} />}
    </LearnFrame>
  )
}

function Unknown({ code }: { readonly code: string }) {
  const near = nearestCodes(code)
  return (
    <>
      <p className="mt-4">{WHY_WORDS.unknown}</p>
      {near.map((one) => (
        <p key={one} className="mt-2">
          {WHY_WORDS.didYouMean}{' '}
          <a href={`#/why/${one}`} className="text-accent underline underline-offset-2">
            {one}
          </a>
        </p>
      ))}
    </>
  )
}

function Known({ known: { code, kind, says, check, fix, page } }: { readonly known: KnownCode }) {
  const lessonOf = (asked: string | undefined) => COURSE.find(({ id }) => id === asked)
  const lesson = lessonOf(own(LESSONS_OF_CODES, code) ?? (kind === null ? undefined : LESSONS_OF_KINDS[kind]))
  return (
    <>
      {says !== '' && (
        <Part title={WHY_WORDS.meaning}>
          <Said text={says} />
        </Part>
      )}
      {check !== '' && (
        <Part title={WHY_WORDS.check}>
          <Said text={check} />
        </Part>
      )}
      {fix !== '' && (
        <Part title={WHY_WORDS.fix}>
          <Said text={fix} />
        </Part>
      )}
      <WhyExample code={code} />
      {lesson && (
        <Part title={WHY_WORDS.lesson}>
          <p className="text-muted">{lesson.idea}</p>
          <a href={`#/learn/${lesson.id}`} className={buttonClass('primary')}>
            {lesson.title}
            <ArrowRight size={15} aria-hidden />
          </a>
        </Part>
      )}
      {page !== null && (
        <p className="mt-8 text-sm text-muted">
          <a href={page} target="_blank" rel="noreferrer" className="text-accent underline underline-offset-2">
            {WHY_WORDS.awsPage}
          </a>
        </p>
      )}
    </>
  )
}
