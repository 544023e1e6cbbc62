interface ServiceParts {
  readonly actions: readonly {
    readonly name: string
    readonly accessLevel: string
    readonly conditionKeys?: readonly string[]
    readonly resourceTypes?: readonly { readonly name: string; readonly required?: boolean }[]
  }[]
  readonly resourceTypes: readonly {
    readonly key: string
    readonly arn: string
    readonly conditionKeys?: readonly string[]
  }[]
  readonly keys: readonly { readonly key: string; readonly type: string }[]
}

interface AwsService extends ServiceParts {
  readonly prefix: string
  readonly operations: Readonly<Record<string, readonly string[]>>
}

/** The list of services; throws a sentence where the text is another. */
export function readServiceList(json: unknown): readonly { readonly service: string; readonly url: string }[]
/** One service; throws a sentence where the text is another. */
export function readServiceFile(json: unknown): AwsService
/** Operations that no action has the name of: what they are authorized as instead. */
export function operationExceptions(service: AwsService): Readonly<Record<string, readonly string[]>>
/** What an action needs besides itself where the operation of its name is called. */
export function dependentActions(service: AwsService): Readonly<Record<string, readonly string[]>>
/** The service of the build with what AWS's newer file has besides. */
export function completeService<S extends ServiceParts>(known: S, found: ServiceParts): S
