/** What test runners print of a test or of all tests that passed. */
const PASSED: readonly RegExp[] = [
  /^\s{0,8}--- PASS:\s|^ok\s{1,4}\S{1,200}\s{1,4}(?:\d{1,6}\.\d{1,3}s|\(cached\))/m,
  /^\W{0,40}(?:\d{1,6}\s\w{1,20},\s){0,4}\d{1,6}\spassed\s(?:[^\n]{0,60}\s)?in\s\d|\bPASSED\s{0,4}(?:\[\s{0,4}\d{1,3}%\])?$/m,
  /^\s{0,8}Tests:?\s{1,12}(?:\d{1,6}\s\w{1,20}[,|]\s){0,4}\d{1,6}\spassed\b/m,
  /\bTests\srun:\s\d{1,6},\sFailures:\s0,\sErrors:\s0\b/,
  /^test\sresult:\sok\.\s/m,
  /^\d{1,6}\sexamples?,\s0\sfailures\b/m,
  /^OK\s\(\d{1,6}\stests?\b/m,
]

/** What says that something failed all the same. */
const FAILED =
  /\b(?:FAIL|FAILED|FAILURES?!?|ERRORS)(?!\S)(?!\s0\b)|--- FAIL\b|\b[1-9]\d{0,5}\s(?:failed|failures?|errors?)\b|\b(?:Failures|Errors):\s[1-9]|\bBUILD\sFAILURE\b|\bexit(?:ed)?\s(?:with\s)?(?:code|status)\s[1-9]/

/** How far behind the words the runner says that the test passed. */
const REACH = 1_500

/** Does a test runner say behind a place, or in its line, that the test passed which has these words? */
export function isOfPassedTest(text: string, start: number): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const behind = text.slice(from, start + REACH)
  return PASSED.some((one) => one.test(behind)) && !FAILED.test(text)
}
