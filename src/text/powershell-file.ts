/** Text as a string of PowerShell, in quotes even where it is one word. PowerShell takes curly single quotes for straight ones. */
export const powershellString = (text: string): string =>
  `'${text.replace(/['‘’‚‛]/g, '$&$&').replace(/[\r\n\0]+/g, ' ')}'`

/**
 * An argument that PowerShell would spoil goes through a file, which the AWS CLI reads: in UTF-8 without a mark at its
 * start, which `Set-Content` of Windows PowerShell cannot write. `before` stands before the command.
 */
export const throughFile = (text: string, variable: string): { readonly before: string; readonly text: string } => ({
  before: `$${variable} = [IO.Path]::GetTempFileName(); [IO.File]::WriteAllText($${variable}, ${powershellString(text)}); `,
  text: `"file://$${variable}"`,
})
