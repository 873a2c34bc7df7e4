/**
 * Puts a style sheet to work without a request of its own. Browsers from before constructable
 * sheets get the same rules through a link; a page that the server wrote has it already.
 */
export function adopt(rules: string, file: string): void {
  if (document.querySelector(`link[rel='stylesheet'][href='${file}']`)) return;
  if ('adoptedStyleSheets' in document && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return;
  }
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = file;
  document.head.append(link);
}
