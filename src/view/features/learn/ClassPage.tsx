import { Download } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { readHandIns } from '../../../permalink/hand-in'
import { message } from '../../../text/message'
import { plainText } from '../../../text/phrase'
import { Button } from '../../ui/Button'
import { capped } from '../../ui/capped'
import { Name } from '../../ui/Name'
import { Notice } from '../../ui/Notice'
import { saveFile } from '../../ui/save-file'
import { classCsv, classTable, type ClassCell } from './class-table'
import { LearnFrame } from './LearnFrame'
import { CLASS_WORDS } from './messages'
import { SessionPlan } from './SessionPlan'

/** Many hand-ins pasted at once are longer than other texts. */
const LONGEST_PASTE = 5_000_000

/** What an instructor has for a class: a plan with a timer, and the table of what was handed in. */
export function ClassPage() {
  const [pasted, setPasted] = useState('')
  const { handIns, damaged } = useMemo(() => readHandIns(pasted), [pasted])
  const table = useMemo(() => classTable(handIns), [handIns])
  const id = useId()
  return (
    <LearnFrame title={CLASS_WORDS.title} wide>
      <h1 className="text-2xl font-semibold tracking-tight">{CLASS_WORDS.title}</h1>
      <p className="mt-2 text-muted">{CLASS_WORDS.lead}</p>
      <SessionPlan />
      <h2 className="mt-10 text-lg font-semibold">{CLASS_WORDS.handedIn}</h2>
      <label htmlFor={id} className="mt-2 block text-sm text-muted">
        {CLASS_WORDS.paste}
      </label>
      <textarea
        id={id}
        rows={5}
        value={pasted}
        maxLength={LONGEST_PASTE}
        onChange={capped(LONGEST_PASTE, ({ target }) => setPasted(target.value))}
        className="mt-1 block w-full rounded-lg border border-line-strong bg-surface px-3 py-2 font-mono text-xs"
      />
      <div role="status" className="mt-2">
        {damaged > 0 && <Notice tone="depends">{plainText(message(CLASS_WORDS.damaged, { count: damaged }))}</Notice>}
        {handIns.length > 0 && (
          <p className="text-sm text-muted">
            {plainText(message(CLASS_WORDS.read, { handIns: handIns.length, people: table.people.length }))}
          </p>
        )}
        {pasted !== '' && handIns.length === 0 && damaged === 0 && <p>{CLASS_WORDS.none}</p>}
      </div>
      {table.people.length > 0 && (
        <>
          <div className="mt-4 overflow-x-auto">
            <table className="w-full border-collapse text-sm">
              <caption className="sr-only">{CLASS_WORDS.handedIn}</caption>
              <thead>
                <tr className="border-b border-line text-left">
                  <th scope="col" className="py-2 pr-4">
                    {CLASS_WORDS.who}
                  </th>
                  {table.cards.map(({ title }) => (
                    <th key={title} scope="col" className="py-2 pr-4">
                      <Name text={title} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.people.map(({ name, time, cells }) => (
                  <tr key={name} className="border-b border-line align-top">
                    <th scope="row" className="py-2 pr-4 text-left font-medium">
                      <Name text={name} />
                      <span className="block text-xs font-normal text-muted">
                        {time.slice(0, 16).replace('T', ' ')} UTC
                      </span>
                    </th>
                    {cells.map((cell, at) => (
                      <td key={at} className="py-2 pr-4">
                        <Cell cell={cell} />
                      </td>
                    ))}
                  </tr>
                ))}
                <tr className="align-top">
                  <th scope="row" className="py-2 pr-4 text-left font-medium">
                    {CLASS_WORDS.wrong}
                  </th>
                  {table.cards.map(({ title, wrong }) => (
                    <td key={title} className="py-2 pr-4 text-muted">
                      {wrong.map(({ answer, count }) => (
                        <span key={answer} className="block">
                          {answer} × {count}
                        </span>
                      ))}
                    </td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
          <Button
            className="mt-4"
            icon={<Download size={15} aria-hidden />}
            onClick={() => saveFile('class.csv', 'text/csv', classCsv(table))}
          >
            {CLASS_WORDS.csv}
          </Button>
          <p className="mt-2 text-xs text-muted">{CLASS_WORDS.noProof}</p>
        </>
      )}
    </LearnFrame>
  )
}

const notRight = (tries: number): string => {
  if (tries === 0) return CLASS_WORDS.notAnswered
  return tries === 1 ? CLASS_WORDS.notRightOnce : plainText(message(CLASS_WORDS.notRight, { tries }))
}

function Cell({ cell }: { readonly cell: ClassCell | null }) {
  if (cell === null) return <span className="text-faint">{CLASS_WORDS.notDone}</span>
  const { rightAt, tries, repair } = cell
  return (
    <>
      <span className={rightAt === null ? (tries === 0 ? 'text-muted' : 'text-deny') : 'text-allow'}>
        {rightAt === null ? notRight(tries) : plainText(message(CLASS_WORDS.rightAt, { tries: rightAt }))}
      </span>
      {repair !== null && <span className="block text-xs text-muted">{repair}</span>}
    </>
  )
}
