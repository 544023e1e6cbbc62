import type { FixForms } from '../explanation'
import type { Situation } from '../situation'
import { cdkForm } from './cdk-form'
import { cliForm } from './cli-form'
import { withImports } from './code-forms'
import { formFacts, type FormedFix } from './form-facts'
import { terraformForm } from './terraform-form'

/** All of them; null where one is missing, since a part of a fix is no fix. */
const complete = <T>(parts: readonly (T | null)[]): readonly T[] | null => {
  const found = parts.filter((part) => part !== null)
  return found.length === parts.length ? found : null
}

/** A fix as policy JSON, as AWS CLI commands, as Terraform and as CDK code. What it holds of a paste is quoted. */
export const fixForms = (situation: Situation, fix: FormedFix): FixForms => {
  const facts = fix.changes.map((change) => formFacts(situation, fix, change))
  const cdk = complete(facts.map(cdkForm))
  return {
    json: fix.changes.map(({ after }) => after).join('\n\n'),
    cli: complete(facts.map(cliForm))?.flat() ?? [],
    terraform: complete(facts.map(terraformForm))?.join('\n') ?? null,
    cdk: cdk && withImports(cdk),
  }
}
