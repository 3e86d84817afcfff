/**
 * Actions on the dialplan.
 *
 * @module
 */
import { type ActionContext, type ActionDefinition, ActionRefused } from "./action_table.ts";
import type { ListItem } from "./responder.ts";

/** The dialplan. */
export const DIALPLAN_ACTIONS: readonly ActionDefinition[] = [
  {
    name: "DialplanExtensionAdd",
    privileges: ["system"],
    synopsis: "Adds an extension",
    run: addExtension,
  },
  {
    name: "DialplanExtensionRemove",
    privileges: ["system"],
    synopsis: "Removes an extension",
    run: removeExtension,
  },
  {
    name: "ShowDialPlan",
    privileges: ["config", "reporting"],
    synopsis: "Lists the dialplan",
    run: showDialplan,
  },
];

/** Source: Asterisk 22, main/pbx.c, manager_show_dialplan() */
function showDialplan({ action, reply, pbx }: ActionContext): void {
  const { dialplan } = pbx;
  const [wantedContext, wantedExten] = [action.get("Context"), action.get("Extension")];
  const contexts = dialplan.list().filter(({ name }) =>
    wantedContext === "" || name === wantedContext
  );
  if (wantedContext !== "" && contexts.length === 0) {
    throw new ActionRefused(`Did not find context ${wantedContext}`);
  }
  const items: ListItem[] = [];
  let [extensionCount, priorityCount] = [0, 0];
  for (const { name: context, extensions, includes } of contexts) {
    for (const { name: exten, steps } of extensions) {
      if (wantedExten !== "" && !dialplan.matches(exten, wantedExten)) continue;
      extensionCount++;
      priorityCount += steps.length;
      for (const { priority, label, application, data } of steps) {
        items.push({
          event: "ListDialplan",
          headers: [
            ["Context", context],
            ["Extension", exten],
            ...label === undefined ? [] : [["ExtensionLabel", label]] as const,
            ["Priority", priority],
            ["Application", application],
            ["AppData", data],
            ["Registrar", "pbx_config"],
          ],
        });
      }
    }
    for (const include of wantedExten === "" ? includes : []) {
      items.push({
        event: "ListDialplan",
        headers: [
          ["Context", context],
          ["IncludeContext", include],
          ["Registrar", "pbx_config"],
        ],
      });
    }
  }
  if (wantedExten !== "" && extensionCount === 0) {
    const place = wantedContext === "" ? " in any context" : `@${wantedContext}`;
    throw new ActionRefused(`Did not find extension ${wantedExten}${place}`);
  }
  reply.list(items, {
    message: "DialPlan list will follow",
    complete: "ShowDialPlanComplete",
    extra: [
      ["ListExtensions", extensionCount],
      ["ListPriorities", priorityCount],
      ["ListContexts", contexts.length],
    ],
  });
}

/** Source: Asterisk 22, pbx/pbx_config.c, manager_dialplan_extension_add() */
function addExtension({ action, reply, pbx }: ActionContext): void {
  const [context, exten, priority, application] = [
    "Context",
    "Extension",
    "Priority",
    "Application",
  ].map((name) => action.get(name)) as [string, string, string, string];
  if ([context, exten, priority, application].includes("")) {
    throw new ActionRefused(
      "Context, Extension, Priority, and Application must be defined for DialplanExtensionAdd.",
    );
  }
  const number = Number.parseInt(priority, 10);
  if (!(number >= 0)) throw new ActionRefused("The priority specified was invalid.");
  const known = pbx.dialplan.list()
    .find(({ name }) => name === context)?.extensions
    .find(({ name }) => name === exten)?.steps
    .some((step) => step.priority === number);
  if (known && !action.isTrue("Replace")) {
    throw new ActionRefused("That extension and priority already exist at that context");
  }
  pbx.dialplan.put(context, exten, {
    priority: number,
    label: undefined,
    application,
    data: action.get("ApplicationData"),
  });
  reply.ack("Added requested extension");
}

/** Source: Asterisk 22, pbx/pbx_config.c, manager_dialplan_extension_remove() */
function removeExtension({ action, reply, pbx }: ActionContext): void {
  const [context, exten] = [action.get("Context"), action.get("Extension")];
  if (context === "" || exten === "") {
    throw new ActionRefused(
      "Context and Extension must be provided for DialplanExtensionRemove",
    );
  }
  const priority = Number.parseInt(action.get("Priority"), 10);
  const removed = pbx.dialplan.remove(
    context,
    exten,
    Number.isNaN(priority) ? undefined : priority,
  );
  if (!removed) throw new ActionRefused("Failed to remove requested extension");
  reply.ack("Removed the requested extension");
}
