import { sharedValue } from '../shared-value'
import type { TrailSource } from '../trail/worker-messages'

const files = sharedValue<readonly TrailSource[]>([])

/** Keeps the files that the log is read from, to ask about them again. The browser reads them from the disk when it does. */
export const keepLogFiles = files.set

/** The files that the log was read from; none before one is opened. */
export const useLogFiles = files.use
