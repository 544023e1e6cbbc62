import { AWS_MESSAGES } from './messages'
import { messageText } from '../text/message-text'
import type { TemporaryCredentials } from './credentials'

/** What may be shown of held credentials: nothing secret. */
export interface HeldCredentials {
  /** Counts up with each paste, so that cached answers of other credentials are never shown. */
  readonly serial: number
  /** The first four and last four characters of the key id. */
  readonly hint: string
  readonly expiration: number | null
  readonly region: string | null
  /** Where they were first used; null before. */
  readonly partition: string | null
}

/** Where a call goes: the partition, and the account that it asks about; null where it asks about none. */
export interface AskedPlace {
  readonly partition: string
  readonly account: string | null
}

/** Thrown when credentials are asked for in another place than theirs, as a link or an edit may do. */
class OtherPlaceError extends Error {
  constructor(part: keyof AskedPlace, theirs: string, asked: string) {
    super(messageText(AWS_MESSAGES.theCredentialsBelongTo, { theirs, asked }))
    this.name = part === 'partition' ? 'OtherPartition' : 'OtherAccount'
  }
}

/**
 * Holds one set of temporary credentials in memory, out of reach of state, storage, serialisation and inspection of
 * its properties. They are forgotten on request, at expiry, and when the page is left.
 */
export class CredentialHolder {
  #credentials: TemporaryCredentials | null = null
  /** Where they were first used; the account is the one that AWS said, once it was asked. */
  #place: { partition: string | null; account: string | null } = { partition: null, account: null }
  #serial = 0
  #shown: HeldCredentials | null = null
  readonly #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Takes over new credentials. */
  hold(credentials: TemporaryCredentials): void {
    this.#credentials = credentials
    this.#place = { partition: null, account: null }
    this.#serial += 1
    const { accessKeyId, expiration, region } = credentials
    this.#shown = {
      serial: this.#serial,
      hint: `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`,
      expiration,
      region,
      partition: null,
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
    this.#shown = null
    this.unbind()
  }

  /** Lets them be used elsewhere: the user chose another partition for them. */
  unbind(): void {
    this.#settle({ partition: null, account: null })
  }

  /** Says whose credentials those of that paste are, as AWS answered. */
  bindTo(account: string, serial: number): void {
    if (serial === this.#serial) this.#place.account = account
  }

  /**
   * For the client alone, to send to a place: the first one binds them, and asking for them in another one throws
   * `OtherPlaceError`. Null when there are none or they have expired.
   */
  reveal(asked: AskedPlace): TemporaryCredentials | null {
    const expiration = this.#credentials?.expiration
    if (typeof expiration === 'number' && expiration <= Date.now()) this.forget()
    if (this.#credentials === null) return null
    for (const part of ['partition', 'account'] as const) {
      const theirs = this.#place[part]
      if (theirs !== null && asked[part] !== null && asked[part] !== theirs)
        throw new OtherPlaceError(part, theirs, asked[part])
    }
    this.#settle({ partition: asked.partition, account: this.#place.account ?? asked.account })
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

  #settle(place: { partition: string | null; account: string | null }): void {
    const isSame = place.partition === this.#place.partition
    this.#place = place
    if (isSame && this.#shown !== null) return
    this.#shown = this.#shown && { ...this.#shown, partition: place.partition }
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
