/** A part of every name that stands before a secret, and what stands around one that has no name. */
const SUSPICIOUS =
  /secret|securestring|token|signature|pass|kennwort|contrase|key|bearer|basic|authorization|saml|plaintext|cred|auth(?!or|ent)|cookie|seed|pwd|bindpw|rootpw|senha|parola|wachtwoord|heslo|salasana|adgangskode|kata sandi|identified|ldap|smbclient|net user|noecho|UGFzc3dvcmQ6|kty|mysql|mariadb|community|isakmp|add-mask|freerdp|schtasks|psexec|setuser|login|digest|[?&]code=|sudo|psw|docker|podman|mongo|redis|sqlcmd|curl|\bpw\b|\bpsk\b|sequelize|new pdo|getconnection|oci_connect|sqlplus|sqlldr|expdp|impdp|rman\b|:(?:\d{2,5}|\*):[\w*-]+:[\w*-]+:|\$[12567ays]|[^\x20-\x7e\n\r\t]|[%\\&#@]|A[KS]IA|\bsig\b|\[removed\]/i
/** What is shorter or of one kind is no secret that has no name; a longer one may have small letters and digits alone. */
const LONG_WORD = /[\w+/=-]{16,}/g
const LONGER = 22

/**
 * Is it certain at one look that a text holds no credentials? Errors mostly pass. What does not pass may hold none: to tell
 * takes `findCredentials`, which takes long to load.
 */
export function surelyNoCredentials(text: string): boolean {
  if (SUSPICIOUS.test(text)) return false
  const words = text.match(LONG_WORD) ?? []
  const isMixed = (word: string) => /[A-Z]/.test(word) && /[a-z]/.test(word) && /[\d+/=]/.test(word)
  return !words.some((word) => isMixed(word) || (word.length >= LONGER && /\d/.test(word) && /[a-z]/i.test(word)))
}
