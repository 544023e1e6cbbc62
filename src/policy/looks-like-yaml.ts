const LONGEST_TEXT = 1_000_000

/** Members without quotes that only a policy in YAML has. */
const POLICY_LINE =
  /^[ \t-]*(?:Statement|\w*Policy(?:Document)?|Policies|Content|NotAction|Action|[Ee]ffect|Condition|Document|iamRoleStatements|statements|actions):/m

/** May there be policies in YAML? */
export function looksLikeYaml(text: string): boolean {
  return text.length <= LONGEST_TEXT && POLICY_LINE.test(text)
}
