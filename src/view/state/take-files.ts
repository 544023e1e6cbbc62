import { LONGEST_IN_BOX } from './intake'
import { notices } from './intake-answers'
import { readTextFile } from './open-text'
import type { WorkAction } from './work'

/** Is a file too long for the box, or one that is inflated first? */
const isLog = ({ size, name }: File) => size > LONGEST_IN_BOX || name.endsWith('.gz')

/** What becomes of files, by what they are. */
interface FileTakers {
  /** `isBeside`: what was said of the file before it stays. */
  readonly text: (file: File, isBeside: boolean) => Promise<void>
  readonly log: (file: File) => Promise<void>
  /** Logs that came at once are read as one. */
  readonly logs: (files: readonly File[]) => Promise<unknown>
}

const EVENTS = /^\s*[{[][\s\S]{0,400}"(?:Records|eventVersion|CloudTrailEvent)"/

/** The files that are logs. Of short ones with events each would take the place of the one before it in the box: several are a log. */
async function logsOf(files: readonly File[]): Promise<readonly File[]> {
  const long = files.filter(isLog)
  const short = files.filter((file) => !isLog(file))
  if (files.length < 2) return long
  const heads = await Promise.all(
    short.map((file) =>
      file
        .slice(0, 1000)
        .text()
        .catch(() => ''),
    ),
  )
  const events = short.filter((_, at) => EVENTS.test(heads[at]!))
  return events.length + long.length > 1 ? [...long, ...events] : long
}

/** Takes files that came at once: each text by itself in their order, then the logs. */
export async function takeEach(files: readonly File[], take: FileTakers): Promise<void> {
  const logs = await logsOf(files)
  const texts = files.filter((file) => !logs.includes(file))
  for (const [at, file] of texts.entries()) await take.text(file, at > 0)
  const [log, ...others] = logs
  if (log !== undefined) await (others.length === 0 ? take.log(log) : take.logs(logs))
}

/** What a file comes to: its text is read; where there is none, that is said. */
export async function actionsOfFile(
  file: File,
  isBeside: boolean,
  read: (text: string) => Promise<readonly WorkAction[]>,
): Promise<readonly WorkAction[]> {
  const result = await readTextFile(file)
  const actions = 'text' in result ? await read(result.text) : [notices({ tone: 'deny', text: result.problem })]
  return actions.map((action) => (action.kind === 'take' || action.kind === 'tell' ? { ...action, isBeside } : action))
}
