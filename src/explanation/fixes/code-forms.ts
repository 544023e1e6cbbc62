import { asciiJson } from '../../text/ascii-json'

/** A Terraform resource: its type, its arguments beside the policy, and the argument that holds the policy. */
export interface Block {
  readonly type: string
  readonly fields: Readonly<Record<string, string>>
  /** Null: the policy has no argument of its own. */
  readonly policy: string | null
}

/** CDK code: a construct of its own, or a property of the construct that makes the resource. */
export type CodeForm =
  | {
      readonly kind: 'construct'
      readonly type: string
      readonly fields: Readonly<Record<string, unknown>>
      /** Fields whose values are code. */
      readonly code?: Readonly<Record<string, string>>
      readonly policy: string | null
    }
  | { readonly kind: 'property'; readonly construct: string; readonly of: string; readonly property: string }

const indented = (text: string): string => text.replaceAll('\n', '\n  ')

const json = (value: unknown): string => indented(JSON.stringify(value, null, 2))

/** A value as HCL: JSON is HCL, but for its templates. https://developer.hashicorp.com/terraform/language/expressions/strings */
const hcl = (value: unknown): string => json(value).replace(/[$%](?=\{)/g, (sign) => sign + sign)

/** A Terraform resource as text. */
export const terraformText = (label: string, { type, fields, policy }: Block, document: unknown): string => {
  const rows = Object.entries(fields).map(([name, value]) => [name, hcl(value)] as const)
  const all = policy === null ? rows : [...rows, [policy, `jsonencode(${hcl(document)})`] as const]
  const width = Math.max(...all.map(([name]) => name.length))
  return `resource "${type}" "${label}" {\n${all.map(([name, value]) => `  ${name.padEnd(width)} = ${value}\n`).join('')}}\n`
}

/** Code of CDK, with the modules that it needs. */
export interface CdkCode {
  readonly modules: readonly string[]
  readonly text: string
}

const moduleOf = (type: string): string => type.slice(0, type.indexOf('.'))

/** CDK code in TypeScript. `arn`: the resource whose construct holds the property. */
export const cdkText = (label: string, form: CodeForm, document: unknown, arn: string): CdkCode => {
  if (form.kind === 'property') {
    const { construct, of, property } = form
    const text = [
      `// ${of}: the construct of ${asciiJson(arn)}`,
      `const ${of}Resource = ${of}.node.defaultChild as ${construct}`,
      `${of}Resource.addPropertyOverride('${property}', ${JSON.stringify(document, null, 2)})`,
      '',
    ].join('\n')
    return { modules: [moduleOf(construct)], text }
  }
  const values = { ...form.fields, ...(form.policy === null ? {} : { [form.policy]: document }) }
  const rows = [
    ...Object.entries(values).map(([name, value]) => `  ${name}: ${json(value)},\n`),
    ...Object.entries(form.code ?? {}).map(([name, code]) => `  ${name}: ${indented(code)},\n`),
  ]
  return { modules: [moduleOf(form.type)], text: `new ${form.type}(this, '${label}', {\n${rows.join('')}})\n` }
}

/** Code with the imports of its modules above it. */
export const withImports = (parts: readonly CdkCode[]): string => {
  const modules = [...new Set(parts.flatMap(({ modules: needed }) => needed))].toSorted()
  const imports = modules.map((name) => `import * as ${name} from 'aws-cdk-lib/aws-${name}'\n`)
  return `${imports.join('')}\n${parts.map(({ text }) => text).join('\n')}`
}
