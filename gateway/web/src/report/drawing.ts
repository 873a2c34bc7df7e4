/**
 * A chart of the page as one drawing of its own: what the browser has laid out, taken over mark by mark and word by word
 * with the colours it has here, so that the picture is what was seen. Title and source stand in it.
 */
const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 32;
const TITLE = 26;
const LINE = 20;
const PAINT = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity'] as const;

export interface Picture { text: string; width: number; height: number }

type Attributes = Record<string, string | number>;

function element(name: string, attributes: Attributes, text?: string): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** What is shown nowhere, or is no part of the picture. */
const aside = (node: Element) => node.matches('.numbers, .chart-files, .off-screen, figcaption, script, style') || getComputedStyle(node).display === 'none';

const seen = (colour: string) => colour !== 'transparent' && !/^rgba\(.*, 0\)$/.test(colour);

function marks(svg: SVGSVGElement, origin: DOMRect, into: SVGElement) {
  const place = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((mark, index) => {
    const style = getComputedStyle(originals[index]!);
    for (const property of PAINT) mark.setAttribute(property, style.getPropertyValue(property));
    mark.removeAttribute('class');
  });
  for (const name of ['class', 'style', 'aria-hidden', 'focusable']) copy.removeAttribute(name);
  const layout: Attributes = { x: place.x - origin.x, y: place.y - origin.y, width: place.width, height: place.height, overflow: 'visible' };
  for (const [key, value] of Object.entries(layout)) copy.setAttribute(key, String(value));
  into.append(copy);
}

/** Each line of a text stands where the browser broke it. */
function words(node: Text, origin: DOMRect, into: SVGElement) {
  const style = getComputedStyle(node.parentElement!);
  const first = style.textTransform === 'uppercase' ? (text: string) => text.toUpperCase() : (text: string) => text;
  const range = document.createRange();
  let line: { text: string; box: DOMRect } | null = null;
  const put = () => {
    if (!line || line.text.trim() === '') return;
    const rtl = style.direction === 'rtl';
    into.append(element('text', {
      x: (rtl ? line.box.right : line.box.x) - origin.x,
      y: line.box.y - origin.y + line.box.height * 0.78,
      fill: style.color, 'font-family': style.fontFamily, 'font-size': style.fontSize, 'font-weight': style.fontWeight, 'font-style': style.fontStyle,
      direction: style.direction,
    }, first(line.text.replace(/\s+/g, ' ').trimEnd())));
  };
  for (const part of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, part.index);
    range.setEnd(node, part.index + part[0].trimEnd().length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    if (line && Math.abs(line.box.y - box.y) < 2) line.text += part[0];
    else {
      put();
      line = { text: part[0], box };
    }
  }
  put();
}

function ground(box: Element, origin: DOMRect, into: SVGElement) {
  const style = getComputedStyle(box);
  const place = box.getBoundingClientRect();
  const at = { x: place.x - origin.x, y: place.y - origin.y };
  if (seen(style.backgroundColor) && style.backgroundImage === 'none') {
    into.append(element('rect', { ...at, width: place.width, height: place.height, rx: Number.parseFloat(style.borderTopLeftRadius) || 0, fill: style.backgroundColor }));
  }
  if (style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) > 0 && seen(style.borderTopColor)) {
    into.append(element('line', { x1: at.x, x2: at.x + place.width, y1: at.y, y2: at.y, stroke: style.borderTopColor, 'stroke-width': style.borderTopWidth }));
  }
}

function take(node: Element, origin: DOMRect, into: SVGElement) {
  for (const child of node.childNodes) {
    if (child instanceof Text) words(child, origin, into);
    else if (child instanceof SVGSVGElement) marks(child, origin, into);
    else if (child instanceof HTMLElement && !aside(child)) {
      ground(child, origin, into);
      take(child, origin, into);
    }
  }
}

/** Words side by side until the line is full. */
export function broken(text: string, fits: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function drawing(chart: Element, title: string, source: string): Picture {
  const style = getComputedStyle(chart);
  const body = [...chart.children].filter((child): child is HTMLElement => child instanceof HTMLElement && !aside(child));
  const boxes = body.map((child) => child.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const inner = Math.max(...boxes.map((box) => box.right)) - left;
  const width = inner + 2 * MARGIN;
  const head = broken(title, inner / (TITLE * 0.52));
  const foot = broken(source, inner / 7.4);
  const above = MARGIN + head.length * TITLE * 1.2 + 12;
  const height = above + Math.max(...boxes.map((box) => box.bottom)) - top + 16 + foot.length * LINE + MARGIN / 2;
  const root = element('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`, role: 'img', 'font-family': style.fontFamily });
  const paper = seen(style.backgroundColor) ? style.backgroundColor : getComputedStyle(document.documentElement).backgroundColor;
  root.append(element('title', {}, title), element('desc', {}, source), element('rect', { width: '100%', height: '100%', fill: paper }));
  head.forEach((line, index) => root.append(element('text', { x: MARGIN, y: MARGIN + TITLE * (0.8 + 1.2 * index), 'font-size': TITLE, 'font-weight': 600, fill: style.color }, line)));
  const group = element('g', { transform: `translate(${MARGIN} ${Math.round(above)})` });
  body.forEach((child) => {
    ground(child, new DOMRect(left, top), group);
    take(child, new DOMRect(left, top), group);
  });
  root.append(group);
  foot.forEach((line, index) => root.append(element('text', { x: MARGIN, y: height - MARGIN / 2 - LINE * (foot.length - 1 - index), 'font-size': 14, fill: style.color, opacity: 0.75 }, line)));
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

/** Twice as fine as on the screen, for slides and print. */
export async function bitmap({ text, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * 2);
  canvas.height = Math.round(height * 2);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, refused) => canvas.toBlob((blob) => (blob ? done(blob) : refused(new Error('no bitmap'))), 'image/png'));
}
