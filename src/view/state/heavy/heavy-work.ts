import type { Draft } from '../../../draft/draft'
import { maskForKeeping } from '../../../draft/file/mask-credentials'
import { readPaste } from '../../../draft/paste/read-paste'
import type { PasteReading } from '../../../draft/paste/read-paste-with'
import { mapDraftTexts } from '../../../permalink/redact-for-link'
import { referenceOfPart } from '../../../reference/reference-part'
import type { LoadedHelp } from '../../../diagnosis/diagnose-with'
import type { Diagnosis } from '../../../diagnosis/diagnosis'
import { wantsMore } from '../../../diagnosis/situations-asked'
import { createMemo, type Memo } from '../../../diagnosis/memo'
import { readersOf } from '../../../diagnosis/readers-of'
import type { FarReading, HeavyAnswer, HeavyRequest, HeavyWork } from './heavy-messages'

/** Shorter texts are looked through in the page as quickly as a worker tells of them. */
const SHORT = 1_000

/** The texts of a draft, in any order. */
function textsOf(draft: Draft): readonly string[] {
  const texts: string[] = []
  mapDraftTexts(draft, (text) => {
    texts.push(text)
    return text
  })
  return texts
}

/** The long texts of a reading in which no secret is left, each with what may be kept of it. */
function lookedIn({ text, policies, caseDraft }: PasteReading): ReadonlyMap<string, string> {
  const held = caseDraft === null ? policies.map((policy) => policy.text) : textsOf(caseDraft)
  const texts = new Set([text, ...held].filter(({ length }) => length > SHORT))
  return new Map(
    [...texts].flatMap((one) => {
      const kept = maskForKeeping(one)
      return kept.isClean ? [[one, kept.text] as const] : []
    }),
  )
}

async function read({ text, readers }: HeavyWork['read']['ask'], memo: Memo): Promise<FarReading> {
  const help = readers === null ? undefined : await readersOf(readers.yaml, readers.managed)
  const reading = readPaste(text, help, memo)
  return { reading, looked: lookedIn(reading) }
}

/** What judges comes while a text is read, which does without it. */
const loadJudging = async () => {
  const [{ diagnoseWith }, { ALL_PARTS: parts }] = await Promise.all([
    import('../../../diagnosis/diagnose-with'),
    import('../../../explanation/all-said'),
  ])
  return { diagnoseWith, parts }
}

/** Does what the page asks, with a memory of what it was asked before. What not every case needs is loaded when it is asked for. */
export function createHeavyWork(): (request: HeavyRequest) => Promise<HeavyAnswer> {
  const memo = createMemo()
  // Who judges asks again, and the page judges by itself where it does not come.
  void loadJudging().catch(() => undefined)
  let help: Pick<LoadedHelp, 'situationAnswers' | 'documentMistake' | 'readers'> = {}
  const diagnoseWhole = async ({ draft, reference }: HeavyWork['judge']['ask']): Promise<Diagnosis> => {
    const { diagnoseWith, parts } = await loadJudging()
    const judge = () => diagnoseWith(draft, { reference: referenceOfPart(reference), memo, parts, ...help })
    let done = judge()
    if (done.reading?.needs.yaml === true) {
      help = { ...help, readers: await readersOf(true, []) }
      done = judge()
    }
    if (help.documentMistake !== undefined || !wantsMore(done)) return done
    const { WHOLE_HELP } = await import('../../../explanation/explain')
    help = { ...help, ...WHOLE_HELP }
    return judge()
  }
  return async ({ kind, ask }) => {
    if (kind === 'read') return read(ask, memo)
    if (kind === 'remedy') return (await import('../../../explanation/fixes/remedies')).explainTreatment(ask)
    if (kind === 'policy')
      return (await import('../../../diagnosis/policy-answer')).workOutPolicy(ask, referenceOfPart(ask.reference))
    if (ask.denials !== null) memo.rememberDenials(ask.draft.paste, ask.denials)
    const { draft: _asked, reading, ...answer } = await diagnoseWhole(ask)
    return { ...answer, reading: ask.isRead ? null : reading }
  }
}
