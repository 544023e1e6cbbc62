import type { TemporaryCredentials } from './credentials'

/** What may be shown of held credentials: nothing secret. */
export interface HeldCredentials {
  /** Counts up with each paste, so that cached answers of other credentials are never shown. */
  readonly serial: number
  /** The first four and last four characters of the key id. */
  readonly hint: string
  readonly expiration: number | null
  readonly region: string | null
}

/** Thrown when credentials that were used in one partition are asked for in another, as a link or an edit may do. */
export class OtherPartitionError extends Error {
  override readonly name = 'OtherPartition'
  constructor(used: string, asked: string) {
    super(
      `These credentials were used in the partition ${used}, so they are not sent to ${asked}. Forget them and paste them again to do that.`,
    )
  }
}

/**
 * Holds one set of temporary credentials in memory, out of reach of state, storage, serialisation and inspection of
 * its properties. They are forgotten on request, at expiry, and when the page is left.
 */
export class CredentialHolder {
  #credentials: TemporaryCredentials | null = null
  /** The partition that they were first used in. */
  #partition: string | null = null
  #serial = 0
  #shown: HeldCredentials | null = null
  readonly #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Takes over new credentials. */
  hold(credentials: TemporaryCredentials): void {
    this.#credentials = credentials
    this.#partition = null
    this.#serial += 1
    const { accessKeyId, expiration, region } = credentials
    this.#shown = {
      serial: this.#serial,
      hint: `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`,
      expiration,
      region,
    }
    clearTimeout(this.#timer)
    // A timer holds 31 bits of milliseconds, and no session lasts that long.
    if (expiration !== null)
      this.#timer = setTimeout(() => this.forget(), Math.min(expiration - Date.now(), 2 ** 31 - 1))
    this.#tell()
  }

  /** Drops the credentials. */
  forget(): void {
    clearTimeout(this.#timer)
    this.#credentials = null
    this.#partition = null
    this.#shown = null
    this.#tell()
  }

  /** For the client alone, to send to a partition; the first one binds them. Null when there are none or they have expired. */
  reveal(partition: string): TemporaryCredentials | null {
    const expiration = this.#credentials?.expiration
    if (typeof expiration === 'number' && expiration <= Date.now()) this.forget()
    if (this.#credentials === null) return null
    this.#partition ??= partition
    if (this.#partition !== partition) throw new OtherPartitionError(this.#partition, partition)
    return this.#credentials
  }

  /** What may be shown; the same object until something changes. */
  shown = (): HeldCredentials | null => this.#shown

  /** Calls `listener` after each change; returns the way to stop. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  toJSON(): null {
    return null
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
