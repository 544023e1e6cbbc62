/** UTF-8 both ways, which the platform does. */
export interface TextCodec {
  readonly decode: (bytes: Uint8Array) => string
  readonly encode: (text: string) => Uint8Array
}
