/** The rows of a CSV file of the pipeline, cells by their column. */
export function csvRows(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trim().split('\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}
