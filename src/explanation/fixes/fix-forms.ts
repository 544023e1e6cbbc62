import type { Fix, FixForms } from '../explanation'
import type { Situation } from '../situation'
import { cdkForm } from './cdk-form'
import { cliForm } from './cli-form'
import { formFacts } from './form-facts'
import { terraformForm } from './terraform-form'

const joined = (parts: readonly (string | null)[]): string | null => {
  const found = parts.filter((part) => part !== null)
  return found.length === 0 ? null : found.join('\n')
}

/** A fix as policy JSON, as AWS CLI commands, as Terraform and as CDK code. What it holds of a paste is quoted. */
export const fixForms = (situation: Situation, fix: Fix): FixForms => {
  const facts = fix.changes.map((change) => formFacts(situation, fix, change))
  return {
    json: fix.changes.map(({ after }) => after).join('\n\n'),
    cli: facts.flatMap(cliForm),
    terraform: joined(facts.map(terraformForm)),
    cdk: joined(facts.map(cdkForm)),
  }
}
