/** `name`, or where that is taken the first free one of `name (2)`, `name (3)`, … */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let number = 2; taken.has(free); number++) {
    free = `${stem} (${number})${extension}`;
  }
  return free;
}
