import { escapeXml } from './xmlText.ts';

const nothing: readonly XmlElement[] = [];

/** An element of a tidied document: children by normalised name (`dc:date`), attributes in lower case. */
export class XmlElement {
  readonly name: string;
  readonly #attributes: ReadonlyMap<string, string>;
  #children: Map<string, XmlElement[]> | null = null;
  #text = '';

  constructor(name: string, attributes: ReadonlyMap<string, string>) {
    this.name = name;
    this.#attributes = attributes;
  }

  /** The element's own text, without its children's. */
  get text(): string {
    return this.#text;
  }

  attribute(name: string): string | undefined {
    return this.#attributes.get(name);
  }

  all(name: string): readonly XmlElement[] {
    return this.#children?.get(name) ?? nothing;
  }

  /** Every child of the given names, in the order of the names. */
  each(...names: readonly string[]): XmlElement[] {
    return names.flatMap((name) => this.all(name));
  }

  /** Text of every child of the given names, in the order of the names; blank ones left out. */
  texts(...names: readonly string[]): string[] {
    const texts: string[] = [];
    for (const name of names) {
      for (const { text } of this.all(name)) if (/\S/.test(text)) texts.push(text);
    }
    return texts;
  }

  add(child: XmlElement): void {
    this.#children ??= new Map();
    const siblings = this.#children.get(child.name);
    if (siblings) siblings.push(child);
    else this.#children.set(child.name, [child]);
  }

  removeLast(name: string): void {
    this.#children?.get(name)?.pop();
  }

  write(text: string): void {
    this.#text += text;
  }

  /** Well-formed XML, in which children of one name stand together. */
  toXml(): string {
    const attributes = [...this.#attributes].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
    const children = [...(this.#children?.values() ?? [])].flat().map((child) => child.toXml());
    return `<${this.name}${attributes}>${escapeXml(this.#text)}${children.join('')}</${this.name}>`;
  }
}
