const ALPHABET = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** A typed ticket code as the server knows it: Crockford base32, where O is 0 and I and L are 1. */
export function readTicket(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return ALPHABET.test(code) ? code : null;
}

/** Groups of four read and type more easily than 26 characters in a row. */
export function showTicket(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}
