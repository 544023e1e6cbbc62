import { own } from './own'

/** A name between braces; what else stands there, such as the variable of a policy, is no gap. */
type GapName<Text extends string> = Text extends `${string}{${infer Inner}`
  ? GapName<Inner>
  : Text extends `${string}${':' | '"' | ' '}${string}`
    ? never
    : Text

/** The names of the gaps of a message, which stand in it as {name}. */
type GapIn<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? GapName<Name> | GapIn<Rest>
  : never

/** What has to be handed in with a message: a value for each gap, and nothing where it has none. */
export type MessageData<Message extends string, Value = string | number> = [GapIn<Message>] extends [never]
  ? []
  : [data: Readonly<Record<GapIn<Message>, Value>>]

/** A message whose text the compiler knows: of any other it cannot tell the gaps. */
export type KnownText<Message extends string> = string extends Message ? never : Message

const GAP = /\{(\w{1,30})\}/g

/** A message of a table as plain text; a gap without a value does not compile. */
export const messageText = <const Message extends string>(
  text: KnownText<Message>,
  ...[values]: MessageData<Message>
): string => textOfCode(text, values ?? {})

/** A message by its code, with the data that were handed in with the code when it was made (`MessageData`). */
export const textOfCode = (text: string, data: Readonly<Record<string, string | number>>): string =>
  text.replace(GAP, (gap, name: string) => String(own(data, name) ?? gap))
