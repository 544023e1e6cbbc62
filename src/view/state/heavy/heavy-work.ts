import { readPaste } from '../../../draft/paste/read-paste'
import { explainRemedies } from '../../../explanation/fixes/remedies'
import { referenceOfPart } from '../../../reference/reference-part'
import { diagnose } from '../../../diagnosis/diagnose'
import { createMemo } from '../../../diagnosis/memo'
import { readersOf } from '../../../diagnosis/readers-of'
import type { HeavyAnswer, HeavyRequest, HeavyWork } from './heavy-messages'

async function read({ text, readers }: HeavyWork['read']['ask']) {
  return readers === null ? readPaste(text) : readPaste(text, await readersOf(readers.yaml, readers.managed))
}

/** Does what the page asks, with a memory of what it was asked before. What not every case needs is loaded when it is asked for. */
export function createHeavyWork(): (request: HeavyRequest) => Promise<HeavyAnswer> {
  const memo = createMemo()
  return async ({ kind, ask }) => {
    if (kind === 'read') return read(ask)
    if (kind === 'remedy') return explainRemedies(ask)
    if (kind === 'policy')
      return (await import('../../../diagnosis/policy-answer')).workOutPolicy(ask, referenceOfPart(ask.reference))
    if (ask.denials !== null) memo.rememberDenials(ask.draft.paste, ask.denials)
    const {
      draft: _asked,
      reading,
      ...answer
    } = diagnose(ask.draft, { reference: referenceOfPart(ask.reference), memo })
    return { ...answer, reading: ask.isRead ? null : reading }
  }
}
