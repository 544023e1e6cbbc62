const OF_ACCOUNTS =
  /\b(?:cross|another|other|different|partner|vendor|customer|shared|central|tools?)(?:['’]s)?[ -]accounts?\b/i

/** Does a text speak of an account besides that of the caller: `cross-account`, `in the shared account`? */
export const speaksOfOtherAccount = (text: string): boolean => OF_ACCOUNTS.test(text)
