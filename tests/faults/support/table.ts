/** Formats rows as a table for the terminal; the first row is the head. */
export function formatTable(rows: readonly (readonly (string | number)[])[]): string {
  const widths = rows[0]!.map((_, column) =>
    Math.max(...rows.map((row) => String(row[column] ?? "").length))
  );
  return rows.map((row) =>
    row.map((cell, column) => String(cell).padEnd(widths[column]!)).join("  ").trimEnd()
  ).join("\n");
}
