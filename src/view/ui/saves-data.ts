/** Who pays for each byte gets what is asked for, and nothing ahead of it but the code of the page. TypeScript's own types do not know it. */
export const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
