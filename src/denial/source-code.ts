/** A line that only a program has: a definition, an import, a test, a call that ends a statement. */
const CODE_LINE =
  /^\s*(?:(?:export\s|async\s|public\s|private\s|static\s)*(?:def|class|function|const|let|var|import|from|package|use|func|fn|return|raise|throw|assert\w*|expect|describe|it|test|if|else|elif|for|while|try|except|catch|with|self|this|@\w+)\b[^\n]*[({:;\])}]\s*$|\w[\w.]*\([^\n]*\);?\s*$|[\w.[\]'"]+\s=\s[^\n]*$|[\])}]+[,;)]*\s*$)/

/** What a program prints when it fails: beside it the code is what failed. */
const PRINTED =
  /\bTraceback\b|^\s+at\s\S+|\bAn\serror\soccurred\s\(|^(?:[\w.]{0,80}(?:Error|Exception)|error|Error|ERROR|fatal)\b[^\n]{0,40}:\s|\bRequest\s?ID\b|\b\d\d:\d\d:\d\d\b/m

/** So many lines, and this part of them. */
const LEAST_LINES = 8
const LEAST_PART = 0.4

/** Is a text the source of a program, without anything that a program printed? Then words in its strings are no errors. */
export function isSourceCode(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < LEAST_LINES || PRINTED.test(text)) return false
  return lines.filter((line) => CODE_LINE.test(line)).length >= LEAST_PART * lines.length
}
