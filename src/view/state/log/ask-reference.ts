import {
  decodeActions,
  decodeServices,
  NO_REFERENCE,
  type ActionIndex,
  type ActionsFile,
  type Reference,
  type ServiceList,
  type ServicesFile,
} from '../../../reference/reference'
import {
  decodeDetail,
  decodeService,
  type DetailFile,
  type ServiceDetail,
  type ServiceFile,
  type ServiceReference,
} from '../../../reference/service-reference'

/** The files of the reference, as a worker reads them. What cannot be read is missing, and asked for again. */
export class ReferenceFiles {
  readonly #base: string
  #list: ServiceList | null = null
  #actions: ActionIndex | null = null
  readonly #services = new Map<string, ServiceReference>()
  readonly #details = new Map<string, ServiceDetail>()

  constructor(base: string) {
    this.#base = base
  }

  /** The names of all actions; null where they cannot be read. */
  async actions(): Promise<ActionIndex | null> {
    this.#actions ??= await this.#read<ActionsFile, ActionIndex>('actions.json', decodeActions)
    return this.#actions
  }

  /** The reference with these services. */
  async with(prefixes: readonly string[]): Promise<Reference> {
    this.#list ??= await this.#read<ServicesFile, ServiceList>('services.json', decodeServices)
    const list = this.#list
    const missing = prefixes.filter((prefix) => list?.services.has(prefix) && !this.#services.has(prefix))
    await Promise.all(missing.map((prefix) => this.#load(prefix)))
    return {
      ...NO_REFERENCE,
      list,
      actions: this.#actions,
      service: (prefix) => this.#services.get(prefix) ?? null,
      detail: (prefix) => this.#details.get(prefix) ?? null,
    }
  }

  async #load(prefix: string): Promise<void> {
    const service = await this.#read<ServiceFile, ServiceReference>(`service/${prefix}.json`, decodeService)
    if (service === null) return
    this.#services.set(prefix, service)
    const detail = await this.#read<DetailFile, ServiceDetail>(`detail/${prefix}.json`, (file) =>
      decodeDetail(file, service),
    )
    if (detail !== null) this.#details.set(prefix, detail)
  }

  async #read<File, Value>(path: string, decode: (file: File) => Value): Promise<Value | null> {
    try {
      const response = await fetch(new URL(`reference/${path}`, this.#base))
      return response.ok ? decode((await response.json()) as File) : null
    } catch {
      return null
    }
  }
}
