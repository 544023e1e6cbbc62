import { createContext, use, useSyncExternalStore } from 'react'
import type { Draft } from '../../draft/draft'
import type { UnplacedPolicy } from '../../draft/paste/place-policies'
import type { LinkProblem } from '../../permalink/link-messages'
import type { CaseLayer } from '../../iam/layers'
import type { TrailFiles } from './log/trail-look'
import type { IntakeNotice } from './notices'
import type { Work } from './work'
import type { WorkLog } from './work-log'

/** A longer text is read in a worker and shown in the log view: the box is for evidence, not for archives. */
export const LONGEST_IN_BOX = 200_000

/** How evidence comes in: by paste, drop, file, link or example. */
export interface Intake {
  readonly tell: (...notices: readonly IntakeNotice[]) => void
  /** Puts one of them, or any other found policy, into a layer. */
  readonly put: (asked: UnplacedPolicy, layer: CaseLayer) => Promise<void>
  /** Gives a policy that waits for its layer another text. */
  readonly amend: (asked: UnplacedPolicy, text: string) => void
  /** A whole text, as pasted or dropped: errors go into the box, policies into their layers, cases and links open. */
  readonly takeText: (text: string) => void
  /** What the paste box holds after a key. */
  readonly typeText: (text: string) => void
  /** Files that came at once: a policy each, the logs together in the log view. */
  readonly takeFiles: (files: readonly File[]) => Promise<void>
  /** Shows a log in the log view; what is no log, and the only message of one, goes on to the workbench. */
  readonly takeLog: (file: Blob, name: string) => Promise<void>
  /** The same of several files, together. */
  readonly takeLogs: (files: TrailFiles, name: string) => Promise<void>
  /** A message that the address brings. */
  readonly takeError: (text: string) => Promise<void>
  /** Lets go of the case, on the page and in the browser; there is no way back. */
  readonly forget: () => void
  /** Opens another draft in place of this one; undo brings this one back. */
  readonly openDraft: (draft: Draft) => void
  /** Opens the fragment of a link, "1/…"; one that cannot be read gives a sentence and an empty workbench. */
  readonly openLink: (fragment: string) => Promise<void>
  /** Does what needs a part of the page that is loaded first; says so if it does not come, with a way to try again. */
  readonly whenLoaded: (deed: () => Promise<void>) => Promise<void>
  /** Says what is wrong with what the address brings. */
  readonly tellProblem: (problem: LinkProblem) => Promise<void>
}

/** The intake, and the work that it comes to. */
export interface IntakeHold {
  readonly intake: Intake
  readonly work: Pick<WorkLog, 'get' | 'subscribe' | 'isWaiting'>
}

/** Holds the intake of the workbench; read it with `useIntake`. */
export const IntakeContext = createContext<IntakeHold | null>(null)

function useHold(): IntakeHold {
  const hold = use(IntakeContext)
  if (hold === null) throw new Error('The workbench is missing above this component.')
  return hold
}

/** How evidence comes in. */
export const useIntake = (): Intake => useHold().intake

/** A part of what came of all that came in; `select` gives the same object for the same work. */
export function useWorkPart<Part>(select: (work: Work, isWaiting: boolean) => Part): Part {
  const { work } = useHold()
  return useSyncExternalStore(work.subscribe, () => select(work.get(), work.isWaiting()))
}

const noticesOf = ({ notices }: Work) => notices
const askedOf = ({ asked }: Work) => asked

/** What was said of the last that came in. */
export const useNotices = (): readonly IntakeNotice[] => useWorkPart(noticesOf)

/** Policies of the last paste that nobody can place but the user. */
export const useAsked = (): readonly UnplacedPolicy[] => useWorkPart(askedOf)
