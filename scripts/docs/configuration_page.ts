/**
 * The keys of a configuration, from their doc comments and from the configuration without a file.
 *
 * @module
 */

import { environmentVariables, resolveConfig } from "../../lib/config.ts";
import type { ApiEntry } from "./api.ts";
import { idOf, type Linker, renderHeading, renderNames } from "./api_pages.ts";
import { renderMarkdown } from "./markdown.ts";
import { escapeHtml, type Page } from "./page.ts";

/** Types whose members are keys, and the key that has them. */
const TYPES = { Config: "", TlsConfig: "tls.", Limits: "limits." } as const;

/** The page. */
export function renderConfigurationPage(entries: readonly ApiEntry[], linker: Linker): Page {
  const defaults = new Map(
    resolveConfig({}, { directory: "/etc/lunopark" }).given?.map(({ key, value }) => [key, value]),
  );
  const keys = Object.entries(TYPES).flatMap(([type, prefix]) => {
    const entry = entries.find(({ name }) => name === type);
    return (entry?.members ?? []).map((member) => ({ member, key: prefix + member.name }));
  });
  const sections = keys.map(({ member, key }) => {
    const value = defaults.get(key);
    const [, type = ""] = /^(?:readonly )?\w+\??:\s*([\s\S]*)$/.exec(member.signature) ?? [];
    const shown = type.replaceAll(/\s+/g, " ").replace(/^\| /, "").replace(/ \| undefined$/, "");
    const variable = environmentVariables[key];
    const code = linker.renderSignature(shown, "").replaceAll(/<\/?pre>/g, "");
    const facts = [
      ["Type", key === "limits" ? "an object with the keys below" : code],
      ...value === undefined
        ? []
        : [["Default", `<code>${escapeHtml(showDefault(key, value))}</code>`]],
      ...variable === undefined
        ? []
        : [["Environment", `<code>${variable}</code> comes before the file`]],
    ];
    const rows = facts.map(([name, what]) => `<tr><th>${name}</th><td>${what}</td></tr>`);
    return `<section class="entry">\n${
      renderHeading(3, idOf(...key.split(".")), `<code>${escapeHtml(key)}</code>`)
    }\n${linker.renderDoc(member.doc)}\n<table>\n<tbody>\n${
      rows.join("\n")
    }\n</tbody>\n</table>\n</section>`;
  });
  const body = [
    "<h1>Configuration</h1>",
    renderMarkdown(
      "One file, `lunopark -c config.ts`: TypeScript, JavaScript, JSON or YAML. Every key may be left " +
        "out. `lunopark -c config.ts --check` tells each key with its value, and where that comes " +
        "from. The guide is [Configuration](index.html#configuration); what is said about a mistake " +
        "is in [errors](errors.html#configuration). All times are in milliseconds.",
    ),
    renderNames(keys.map(({ key }) => ({ name: key, id: idOf(...key.split(".")) }))),
    ...sections,
  ];
  return { path: "configuration.html", title: "Configuration", body: body.join("\n") };
}

/** The secret of nobody is no secret. */
function showDefault(key: string, value: string): string {
  if (key === "secret") return "password";
  return value.replace("/etc/lunopark/", "");
}
