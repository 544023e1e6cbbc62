import type { FixForms } from '../explanation'
import type { JudgedCase } from '../judged-case'
import { cdkForm } from './cdk-form'
import { cliForm } from './cli-form'
import { withImports } from './code-forms'
import { fixText } from './copied-text'
import { formFacts, isInline, lacksName, type FormFacts, type FormedFix } from './form-facts'
import { terraformForm } from './terraform-form'

/** All of them; null where one is missing, since a part of a fix is no fix. */
const complete = <T>(parts: readonly (T | null)[]): readonly T[] | null => {
  const found = parts.filter((part) => part !== null)
  return found.length === parts.length ? found : null
}

/** Would a command or a resource put a whole policy in the place of one that is not given? Lambda takes a statement alone. */
const replacesUnseen = ({ change, resource }: FormFacts): boolean =>
  change.isIntoUnseen === true && !(change.layer === 'resource' && resource?.service === 'lambda')

/** A fix as policy JSON, as AWS CLI commands, as Terraform and as CDK code. What it holds of a paste is quoted. */
export const fixForms = (judged: JudgedCase, fix: FormedFix): FixForms => {
  const facts = fix.changes.map((change) => formFacts(judged, fix, change))
  const inForm = <T>(form: (one: FormFacts) => T | null): readonly T[] | null =>
    complete(facts.map((one) => (replacesUnseen(one) ? null : form(one))))
  const cdk = inForm(cdkForm)
  return {
    json: fixText(fix.changes),
    isIntoUnseen: fix.changes.some(({ isIntoUnseen }) => isIntoUnseen === true),
    cli: inForm(cliForm)?.flat() ?? [],
    terraform: inForm(terraformForm)?.join('\n') ?? null,
    cdk: cdk && withImports(cdk),
    besidePolicy: facts.find((one) => one.change.policy !== null && isInline(one))?.change.name ?? null,
    unnamed: facts.flatMap((one, index) => (!replacesUnseen(one) && lacksName(one) ? [index] : [])),
  }
}
