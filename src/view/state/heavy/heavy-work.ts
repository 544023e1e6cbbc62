import { rememberDenials } from '../../../draft/build/known-denials'
import { readPaste } from '../../../draft/paste/read-paste'
import { explainRemedies } from '../../../explanation/fixes/remedies'
import { NO_REFERENCE, type Reference } from '../../../reference/reference'
import { createJudge } from '../../../diagnosis/diagnose'
import { readersOf } from '../../../diagnosis/readers-of'
import type { HeavyAnswer, HeavyRequest, HeavyWork, ReferencePart } from './heavy-messages'

function referenceOf({ list, services }: ReferencePart): Reference {
  const byPrefix = new Map(services.map((known) => [known.service.prefix, known]))
  return {
    ...NO_REFERENCE,
    list,
    service: (prefix) => byPrefix.get(prefix)?.service ?? null,
    detail: (prefix) => byPrefix.get(prefix)?.detail ?? null,
  }
}

async function read({ text, readers }: HeavyWork['read']['ask']) {
  return readers === null ? readPaste(text) : readPaste(text, await readersOf(readers.yaml, readers.managed))
}

/** Does what the page asks, with a memory of what it was asked before. What not every case needs is loaded when it is asked for. */
export function createHeavyWork(): (request: HeavyRequest) => Promise<HeavyAnswer> {
  const judge = createJudge()
  return async ({ kind, ask }) => {
    if (kind === 'read') return read(ask)
    if (kind === 'remedy') return explainRemedies(ask)
    if (kind === 'policy')
      return (await import('../../../diagnosis/policy-answer')).workOutPolicy(ask, referenceOf(ask.reference))
    if (ask.denials !== null) rememberDenials(ask.draft.paste, ask.denials)
    const { draft: _asked, reading, ...answer } = judge(ask.draft, referenceOf(ask.reference))
    return { ...answer, reading: ask.isRead ? null : reading }
  }
}
