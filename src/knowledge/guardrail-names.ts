/** How names of controls of Control Tower, of its policies and of the statements in them begin, in lower case. */
export const GUARDRAILS: readonly string[] = [
  ...['aws-gr_', 'aws-guardrails-', 'grcloudtrail', 'graudit', 'grregiondeny', 'grconfig', 'griamrole', 'grlambda'],
  ...['grsns', 'grloggroup', 'grcloudwatch', 'grrestrict', 'grdisallow'],
]
