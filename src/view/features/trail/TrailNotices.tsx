import { textOfCode } from '../../../text/message-text'
import type { BadRecordCode } from '../../../trail/trail-event'
import type { EventTrail } from '../../state/log/trail-look'
import { fileOfTrail } from '../../state/log/trail-store'
import { Name, Shown } from '../../ui/Name'
import { Notice } from '../../ui/Notice'
import { counted } from './sizes'
import { BAD_RECORDS, LOG_PROBLEMS } from './trail-messages'

const SHOWN_FILES = 20

/** What of a trail could not be read, to be looked at. */
export function TrailNotices({ trail: { skipped, answer } }: { readonly trail: EventTrail }) {
  const totals = answer?.totals
  const codes = (Object.keys(BAD_RECORDS) as BadRecordCode[]).filter((code) => (totals?.badCounts[code] ?? 0) > 0)
  const bad = codes.reduce((sum, code) => sum + (totals?.badCounts[code] ?? 0), 0)
  return (
    <>
      {skipped.length > 0 && (
        <Notice tone="depends">
          <details>
            <summary className="cursor-pointer">
              {counted(skipped.length, 'file was', 'files were')} not read, or not to the end
            </summary>
            <ul className="mt-1 space-y-0.5 text-xs">
              {skipped.slice(0, SHOWN_FILES).map(({ name, problem }) => (
                <li key={name}>
                  <Shown text={textOfCode(LOG_PROBLEMS[problem], { name })} />
                </li>
              ))}
            </ul>
            {skipped.length > SHOWN_FILES && <p className="text-xs">And {skipped.length - SHOWN_FILES} more.</p>}
          </details>
        </Notice>
      )}
      {bad > 0 && totals && (
        <Notice tone="depends">
          <details>
            <summary className="cursor-pointer">
              {counted(bad, 'record', 'records')} could not be read as an event of CloudTrail
            </summary>
            {codes.map((code) => (
              <section key={code} className="mt-2 text-xs">
                <p className="font-medium">
                  {BAD_RECORDS[code]}: {(totals.badCounts[code] ?? 0).toLocaleString('en')}
                </p>
                <ul className="mt-1 space-y-1">
                  {totals.bad
                    .filter((piece) => piece.code === code)
                    .map(({ file, offset, length, text }) => (
                      <li key={`${file}-${offset}`}>
                        <span className="text-muted">
                          <Name text={fileOfTrail(file)} />, {length === 0 ? 'row' : 'byte'}{' '}
                          {offset.toLocaleString('en')}
                        </span>
                        <pre className="max-h-24 overflow-auto font-mono whitespace-pre-wrap">
                          <Shown text={text.slice(0, 400)} />
                        </pre>
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </details>
        </Notice>
      )}
      {totals && totals.thinned > 0 && (
        <Notice tone="depends">
          This trail names more different sessions, addresses or resources than there is room for. All of its calls are
          counted; of the last {totals.thinned.toLocaleString('en')} such names only the role, or the kind of resource,
          is kept.
        </Notice>
      )}
      {totals && totals.unknownVersions > 0 && (
        <Notice tone="depends">
          {counted(totals.unknownVersions, 'event has', 'events have')} a version of the format that is not known here.
          They were read like the others.
        </Notice>
      )}
    </>
  )
}
