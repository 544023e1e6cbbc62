import type { CaseRequest, KeptTest } from '../../../case/access-case'
import { dropTest, keepTest } from '../../../draft/checks/kept-tests'
import type { JudgedTest } from '../../../evaluation/judge-tests'
import { messageText } from '../../../text/message-text'
import { Sign } from '../../shared/Sign'
import { useDiagnosis, useDraftHold } from '../../state/workbench'
import { Button } from '../../ui/Button'
import { Name } from '../../ui/Name'
import { TONE_TEXT } from '../../ui/tone'
import { ANSWER_TEXTS } from './answer-messages'

/** A request as a test: with the caller and the keys that it has now. */
const testOf = (
  { principal, action, resource, resourceAccount, context = {} }: CaseRequest,
  expect: KeptTest['expect'],
): KeptTest => ({
  ...(principal === '' ? {} : { principal }),
  action,
  resource,
  ...(resourceAccount === undefined ? {} : { resourceAccount }),
  ...(Object.keys(context).length === 0 ? {} : { context }),
  expect,
})

const CELL = 'border-b border-line px-2 py-1.5 align-top text-left font-normal [overflow-wrap:anywhere]'

function Row({ judged: { test, isMet }, onDrop }: { readonly judged: JudgedTest; readonly onDrop: () => void }) {
  const { action, resource, expect } = test
  const sign = isMet === null ? 'depends' : isMet ? 'allows' : 'implicitDeny'
  const tone = isMet === null ? 'depends' : isMet ? 'allow' : 'deny'
  const words = isMet === null ? ANSWER_TEXTS.testOpen : isMet ? ANSWER_TEXTS.testMet : ANSWER_TEXTS.testFailed
  return (
    <tr data-action={action} data-expect={expect} data-met={String(isMet)}>
      <th scope="row" className={CELL}>
        <span className="flex items-start gap-1.5">
          <Sign name={sign} size={13} className="mt-[3px]" />
          <span>
            <code className="term">{action}</code>
            <span className="block font-mono text-2xs text-muted">
              <Name text={resource} />
            </span>
          </span>
        </span>
      </th>
      <td className={CELL}>{expect === 'allowed' ? ANSWER_TEXTS.mustPass : ANSWER_TEXTS.mustNotPass}</td>
      <td className={`${CELL} font-medium ${TONE_TEXT[tone]}`}>{words}</td>
      <td className={CELL}>
        <Button look="link" size="small" aria-label={messageText(ANSWER_TEXTS.removeTest, { action })} onClick={onDrop}>
          {ANSWER_TEXTS.remove}
        </Button>
      </td>
    </tr>
  )
}

/** Requests that are kept with the case, with what is expected of them, judged at each edit. */
export function CaseTests() {
  const { tests, built } = useDiagnosis()
  const { edit } = useDraftHold()
  const request = built?.accessCase.request
  const keep = (expect: KeptTest['expect']) => {
    if (request !== undefined) edit((draft) => keepTest(draft, testOf(request, expect)))
  }
  return (
    <section aria-label="Tests" className="flex flex-col gap-3">
      <h3 className="eyebrow">{ANSWER_TEXTS.tests}</h3>
      <p className="-mt-2 text-sm text-muted">
        {tests.length === 0 ? ANSWER_TEXTS.noTests : ANSWER_TEXTS.testsAreKept}
      </p>
      {tests.length > 0 && (
        <table className="w-full border-collapse overflow-hidden rounded-lg border border-line bg-surface text-xs">
          <thead>
            <tr className="text-2xs text-muted">
              <th className={CELL}>{ANSWER_TEXTS.request}</th>
              <th className={CELL}>{ANSWER_TEXTS.expected}</th>
              <th className={CELL}>{ANSWER_TEXTS.now}</th>
              <th className={CELL}>
                <span className="sr-only">{ANSWER_TEXTS.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tests.map((judged, at) => (
              <Row key={at} judged={judged} onDrop={() => edit((draft) => dropTest(draft, at))} />
            ))}
          </tbody>
        </table>
      )}
      {request !== undefined && request.action !== '' && (
        <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
          {ANSWER_TEXTS.keepRequest}
          <Button size="small" onClick={() => keep('allowed')}>
            {ANSWER_TEXTS.mustPass}
          </Button>
          <Button size="small" onClick={() => keep('denied')}>
            {ANSWER_TEXTS.mustNotPass}
          </Button>
        </p>
      )}
    </section>
  )
}
