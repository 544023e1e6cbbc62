import { failureOf, type AwsFailure } from './failure'

/** What one call could not read. `what` says it in IAM's words, e.g. "group policy Readers/s3". */
export interface ImportFailure extends AwsFailure {
  readonly operation: string
  readonly what: string
}

/** How an import is stopped and followed. */
export interface ImportOptions {
  readonly signal: AbortSignal
  /** Called after each call with how many have ended and how many are known of. */
  readonly onProgress?: (done: number, known: number) => void
}

const AT_ONCE = 4

/** IAM throttles an account as a whole, so at most four calls run at once. */
export class ImportCalls {
  readonly failures: ImportFailure[] = []
  done = 0
  known = 0
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(private readonly options: ImportOptions) {}

  get cancelled(): boolean {
    return this.options.signal.aborted
  }

  /** Runs one call when its turn comes. A failure is reported and answered with null. */
  async run<T>(operation: string, what: string, call: () => Promise<T>): Promise<T | null> {
    this.known += 1
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#running += 1
    try {
      if (this.cancelled) return null
      return await call()
    } catch (error) {
      if (!this.cancelled) this.failures.push({ operation, what, ...failureOf(error) })
      return null
    } finally {
      this.#running -= 1
      this.done += 1
      this.options.onProgress?.(this.done, this.known)
      this.#waiting.shift()?.()
    }
  }
}
