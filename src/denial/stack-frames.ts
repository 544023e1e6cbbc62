import { prefixOfServiceName } from '../iam/operations'
import { pascalCase } from '../text/letter-case'

/** A stack frame of an SDK that names the call which failed, where the message does not. */
export interface StackFrame {
  /** Text without which the pattern need not be tried. */
  readonly text: string
  /** The group `method` is the operation in the language's spelling, `service` the SDK's name of the service. */
  readonly pattern: RegExp
}

/** One row an SDK, in the order of how plainly the frame speaks. */
export const STACK_FRAMES: readonly StackFrame[] = [
  {
    // Ruby.
    text: 'aws-sdk-',
    pattern:
      /\baws-sdk-(?<service>[a-z\d]{2,40})(?:-[\d.]{1,20})?\/lib\/[\w/-]{1,80}\/client\.rb:\d+:in\s["']?(?:[\w:]{1,80}#)?(?<method>[a-z][a-z\d_]{2,60})/g,
  },
  {
    // .NET.
    text: 'Client.',
    pattern:
      /\bAmazon\.(?!Runtime\.)(?<service>[A-Z]\w{1,40})\.Amazon\w{1,60}Client\.(?<method>[A-Z][a-z]\w{2,60}?)(?:Async)?\(/g,
  },
  {
    // Java, version 1.
    text: 'com.amazonaws.services.',
    pattern:
      /\bcom\.amazonaws\.services\.(?<service>\w{2,40})\.(?:Amazon|AWS)\w{1,60}Client\.(?!invoke\b|doInvoke\b|anonymousInvoke\b|execute[A-Z]|access\$)(?<method>[a-z]\w{2,60})\(/g,
  },
  {
    // Java, version 2.
    text: 'software.amazon.awssdk.services.',
    pattern:
      /\bsoftware\.amazon\.awssdk\.services\.(?<service>\w{2,40})\.Default\w{1,60}Client\.(?:lambda\$)?(?<method>[a-z]\w{2,60})(?:\$\d{1,4})?\(/g,
  },
  {
    // Python's file system on a bucket.
    text: '_call_s3',
    pattern: /\b_call_(?<service>s3)\(\s{0,20}["'](?<method>[a-z]{3,10}(?:_[a-z\d]{1,20}){1,4})["']/g,
  },
  {
    // JavaScript, version 3.
    text: 'Command',
    pattern:
      /\b(?:deserializeAws_(?:restXml|restJson1|json1_\d|query|ec2)|de_)(?<method>[A-Z][A-Za-z\d]{2,60}?)Command(?:Error)?\b/g,
  },
]

/** The call that a frame names; the service is null where the frame tells the operation alone. */
export const callOfFrame = (
  groups: Readonly<Record<string, string | undefined>>,
): { readonly operation: string; readonly service: string | null } => ({
  operation: pascalCase((groups.method ?? '').split('_')),
  service: groups.service === undefined ? null : prefixOfServiceName(groups.service),
})
